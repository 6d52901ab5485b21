// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/dataset.hpp>
#include <synth/dataset/partner_rule.hpp>
#include <synth/dataset/row_fit.hpp>

#include "properties.hpp"

namespace {

struct ware {
    std::int64_t id{};
};
struct site {
    std::int64_t id{};
};
struct stock { // three sites for each ware, every second from its own on
    std::int64_t ware_id{};
    std::int64_t site_id{};
    std::int32_t amount{};
};
struct move { // refers to stock, so it finds the sites without a frame
    std::int64_t id{};
    std::int64_t ware_id{};
    std::int64_t site_id{};
};
using store = synth::schema<ware, site, stock, move>;

} // namespace

template<>
inline constexpr auto synth::table<ware> = synth::describe<ware>(synth::row_count(50));
template<>
inline constexpr auto synth::table<site> = synth::describe<site>(synth::row_count(11));
template<>
inline constexpr auto synth::table<stock> =
    synth::describe<stock>(synth::row_count(150), synth::primary_key<&stock::ware_id, &stock::site_id>(),
                           synth::references<&stock::ware_id, &ware::id>(synth::children_fixed(3)),
                           synth::references<&stock::site_id, &site::id>(synth::partners(
                               [](std::uint64_t ware, std::uint64_t ordinal, std::uint64_t sites) {
                                   return (ware + 2 * ordinal) % sites;
                               })));
template<>
inline constexpr auto synth::table<move> = synth::describe<move>(
    synth::row_count(400), synth::references<synth::columns<&move::ware_id, &move::site_id>,
                                             synth::columns<&stock::ware_id, &stock::site_id>>());

TEST_CASE("the parents of an owner's rows are those of the rule") {
    const synth::dataset<store> data;
    for (std::uint64_t row = 0; row < 150; ++row) {
        const stock each = data.row<stock>(row);
        CHECK(each.ware_id == static_cast<std::int64_t>(row / 3 + 1));
        CHECK(each.site_id == static_cast<std::int64_t>((row / 3 + 2 * (row % 3)) % 11 + 1));
        CHECK(data.row_of<&stock::site_id, &stock::ware_id>(each.site_id, each.ware_id) == row);
    }
    CHECK_FALSE(data.row_of<&stock::ware_id, &stock::site_id>(1, 2).has_value());
}

TEST_CASE("a rule of partners keeps the contracts") {
    CHECK(properties::checker<store>{synth::plan_options<store>{}}.run() == properties::findings{});
    CHECK(properties::check_members<&stock::site_id, &move::site_id>(synth::dataset<store>{}) ==
          properties::findings{});
}

TEST_CASE("rows that a law demands get as many partners as they are to have") {
    synth::plan_options<store> options;
    options.rows = {5, 0, 0, 0};
    synth::fit_rows(options, {false, true, true, true});
    CHECK(options.rows == std::array<std::uint64_t, 4>{5, 3, 15, 0});
    CHECK(synth::dataset<store>{options}.size<stock>() == 15);
}
