// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>

#include <doctest/doctest.h>

#include <synth/dataset/absent_share.hpp>

#include "shop.hpp"

namespace {

struct unsaid {
    std::int64_t id{};
    std::optional<std::int64_t> customer_id;
};
struct referred_to { // its column is what another table refers to
    std::int64_t id{};
    std::optional<std::int64_t> customer_id;
};
struct refers {
    std::int64_t id{};
    std::int64_t customer_id{};
};
struct sometimes {
    std::int64_t id{};
    std::optional<std::int64_t> first_id;
    std::optional<std::int64_t> second_id;
};

} // namespace

template<>
inline constexpr auto synth::table<unsaid> =
    synth::describe<unsaid>(synth::references<&unsaid::customer_id, &shop::customer::id>());
template<>
inline constexpr auto synth::table<referred_to> =
    synth::describe<referred_to>(synth::unique<&referred_to::customer_id>(), synth::row_count(50),
                                 synth::references<&referred_to::customer_id, &shop::customer::id>());
template<>
inline constexpr auto synth::table<refers> =
    synth::describe<refers>(synth::references<&refers::customer_id, &referred_to::customer_id>());
template<>
inline constexpr auto synth::table<sometimes> = synth::describe<sometimes>(
    synth::references<&sometimes::first_id, &shop::customer::id>(),
    synth::references<&sometimes::second_id, &shop::customer::id>(synth::nulls(0.75)),
    synth::column<&sometimes::first_id>(synth::nulls(0.25)),
    synth::column<&sometimes::second_id>(synth::nulls(0.25)));

TEST_CASE("how often a reference leads nowhere is said by it, else by its columns") {
    using database = synth::schema<shop::customer, sometimes>;
    static_assert(synth::absent_share<database, 0>() == 0.25);
    static_assert(synth::absent_share<database, 1>() == 0.75);
    CHECK(synth::absent_share<synth::schema<shop::customer, unsaid>, 0>() == 0.1);
}

TEST_CASE("columns that are never NULL, or that another table repeats, always have a parent") {
    static_assert(synth::absent_share<shop::database, 1>() == 0.25);
    static_assert(synth::absent_share<shop::database, 0>() == 0.0);
    using schema = synth::schema<shop::customer, referred_to, refers>;
    static_assert(synth::absent_share<schema, 0>() == 0.0);
    CHECK_FALSE(synth::detail::may_be_absent<schema>(0));
    CHECK(synth::detail::may_be_absent<synth::schema<shop::customer, unsaid>>(0));
}
