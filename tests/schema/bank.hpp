// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_TESTS_SCHEMA_BANK_HPP
#define SYNTH_TESTS_SCHEMA_BANK_HPP

#include <cstdint>
#include <string>

#include <synth/schema/check.hpp>
#include <synth/schema/schema.hpp>

// Both sides of a row are accounts that agree in more than their tenant.
namespace bank {

struct tenant {
    std::int32_t id{};
};
struct account {
    std::int32_t tenant_id{};
    std::int32_t number{};
    std::string currency;
    std::string note; // of any text
};
struct transfer {
    std::int64_t id{};
    std::int32_t tenant_id{};
    std::int32_t source{};
    std::int32_t target{};
    std::string currency;
};
struct remark {
    std::int64_t id{};
    std::int32_t tenant_id{};
    std::int32_t source{};
    std::int32_t target{};
    std::string note;
};
using database = synth::schema<tenant, account, transfer, remark>;

} // namespace bank

template<>
inline constexpr auto synth::table<bank::account> = synth::describe<bank::account>(
    synth::primary_key<&bank::account::tenant_id, &bank::account::number>(),
    synth::unique<&bank::account::tenant_id, &bank::account::number, &bank::account::currency>(),
    synth::unique<&bank::account::tenant_id, &bank::account::number, &bank::account::note>(),
    synth::references<&bank::account::tenant_id, &bank::tenant::id>(),
    synth::check("currencies", synth::sql::in(synth::value<&bank::account::currency>, "EUR", "USD")));
template<>
inline constexpr auto synth::table<bank::transfer> = synth::describe<bank::transfer>(
    synth::references<
        synth::columns<&bank::transfer::tenant_id, &bank::transfer::source, &bank::transfer::currency>,
        synth::columns<&bank::account::tenant_id, &bank::account::number, &bank::account::currency>>(),
    synth::references<
        synth::columns<&bank::transfer::tenant_id, &bank::transfer::target, &bank::transfer::currency>,
        synth::columns<&bank::account::tenant_id, &bank::account::number, &bank::account::currency>>());
template<>
inline constexpr auto synth::table<bank::remark> = synth::describe<bank::remark>(
    synth::references<
        synth::columns<&bank::remark::tenant_id, &bank::remark::source, &bank::remark::note>,
        synth::columns<&bank::account::tenant_id, &bank::account::number, &bank::account::note>>(),
    synth::references<
        synth::columns<&bank::remark::tenant_id, &bank::remark::target, &bank::remark::note>,
        synth::columns<&bank::account::tenant_id, &bank::account::number, &bank::account::note>>());

#endif
