// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/dataset.hpp>
#include <synth/generate/nulls.hpp>
#include <synth/schema/keys_of.hpp>
#include <synth/sink/copy_text.hpp>
#include <synth/sink/write_rows.hpp>

namespace {

struct country {
    std::string code;
    std::string name;
};
struct tenant {
    std::int32_t id{};
    std::string country_code;
    std::string name;
};
// Its key is one of references and checks: (tenant_id, number), and number <= last.
struct account {
    std::int32_t tenant_id{};
    std::int16_t number{};
    std::int16_t last{};
    std::int32_t manager_id{};
    std::optional<std::string> note;
};
struct person {
    std::int32_t id{};
    std::string email;
    std::string mirrored;
};
struct booking {
    std::int64_t id{};
    std::int32_t tenant_id{};
    std::int16_t account_number{};
    std::string person_email;
    std::optional<std::string> country_code;
    std::int32_t cents{};
};

using whole = synth::schema<country, tenant, account, person, booking>;
using part = synth::schema<booking, synth::keys_of<account>, synth::keys_of<person>, synth::keys_of<country>,
                           synth::keys_of<tenant>>;

} // namespace

template<>
inline constexpr auto synth::table<country> =
    synth::describe<country>(synth::row_count(40), synth::primary_key<&country::code>(),
                             synth::column<&country::code>(synth::max_length(3)));
template<>
inline constexpr auto synth::table<tenant> =
    synth::describe<tenant>(synth::row_count(20), synth::references<&tenant::country_code, &country::code>());
template<>
inline constexpr auto synth::table<account> = synth::describe<account>(
    synth::named("accounts"), synth::in_schema("ledger"), synth::row_count(300),
    synth::primary_key<&account::tenant_id, &account::number>(),
    synth::references<&account::tenant_id, &tenant::id>(synth::children_between(1, 40)),
    synth::references<&account::manager_id, &person::id>(),
    synth::check(synth::value<&account::number> <= synth::value<&account::last>));
template<>
inline constexpr auto synth::table<person> = synth::describe<person>(
    synth::row_count(100), synth::unique<&person::email>(),
    synth::column<&person::mirrored>(synth::derive<&person::email>([](const auto& email) { return email; })));
template<>
inline constexpr auto synth::table<booking> =
    synth::describe<booking>(synth::row_count(2'000),
                             synth::references<synth::columns<&booking::tenant_id, &booking::account_number>,
                                               synth::columns<&account::tenant_id, &account::number>>(),
                             synth::references<&booking::person_email, &person::email>(),
                             synth::references<&booking::country_code, &country::code>(synth::nulls(0.2)));

namespace {

template<typename Row>
auto kept() {
    std::string columns;
    for (std::size_t column = 0; column < synth::field_count<Row>; ++column) {
        columns += synth::keys_of<Row>::keeps(column) ? '1' : '0';
    }
    return columns;
}

template<typename Row, typename Schema>
std::string rows_of(const synth::dataset<Schema>& data) {
    synth::byte_buffer buffer;
    synth::write_rows<Row>(data, synth::copy_text_format{}, 0, data.template size<Row>(), buffer);
    return std::string{buffer.view()};
}

} // namespace

TEST_CASE("the columns that are kept are those of the keys and what these are tied to") {
    CHECK(kept<country>() == "10");
    CHECK(kept<tenant>() == "100");
    CHECK(kept<account>() == "11100"); // by the check
    CHECK(kept<person>() == "110");
    CHECK(kept<booking>() == "100000");
}

TEST_CASE("a part of a schema makes the rows that the whole schema makes") {
    const synth::dataset<whole> all{synth::seed{7}};
    const synth::dataset<part> some{synth::seed{7}};
    CHECK(rows_of<booking>(some) == rows_of<booking>(all));
    CHECK(rows_of<booking>(all).size() > 2'000);
}

TEST_CASE("an outline of a table has its names and rows, and is not written") {
    const auto& table = synth::catalog_of<part>.tables[1];
    CHECK(table.shown() == "ledger.accounts");
    CHECK(table.row_count == 300);
    CHECK(table.keys_only);
    CHECK_FALSE(table.is_written());
    CHECK(table.reference_count == 1); // the manager is no part of a key
    CHECK(synth::catalog_of<part>.tables[0].is_written());
    CHECK(synth::catalog_of<part>.view().columns_of(1)[4].name == "note");
}
