// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/kind_dealer.hpp>

#include "kind_tables.hpp"
#include "refusal.hpp"

using namespace kind_tables;

TEST_CASE("rows that repeat a kind have those for which others look in turn") {
    const synth::dataset<database> data;
    std::map<std::string, int> kinds;
    std::set<std::pair<std::string, int>> combinations;
    for (std::uint64_t row = 0; row < 126; ++row) {
        const party one = data.row<party>(row);
        ++kinds[one.kind];
        CHECK(one.grade_id != 11);
        combinations.insert({one.kind, one.grade_id});
    }
    CHECK(kinds == std::map<std::string, int>{{"club", 42}, {"firm", 42}, {"person", 42}});
    CHECK(combinations.size() == 9);
}

TEST_CASE("children find the parents of their kind") {
    const synth::dataset<database> data;
    for (std::uint64_t row = 0; row < 40; ++row) {
        const person one = data.row<person>(row);
        CHECK(one.kind == "person");
        CHECK(data.row<party>(*data.row_of<&party::id>(one.id)).kind == "person");
        CHECK(data.row<firm>(row).kind == "firm");
        CHECK(data.row<poster>(row).kind == "club");
    }
    std::set<std::string> kinds;
    for (std::uint64_t row = 0; row < 200; ++row) {
        const visit one = data.row<visit>(row);
        const party host = data.row<party>(*data.row_of<&party::id>(one.party_id));
        CHECK(host.kind == one.kind);
        CHECK(host.grade_id == 13);
        CHECK(one.kind != "club");
        kinds.insert(one.kind);
    }
    CHECK(kinds.size() == 2);
    CHECK_FALSE((synth::deals_kinds<database, 6>));
}

TEST_CASE("a reference for which nobody looks keeps its law") {
    constexpr std::size_t of_leaflet = synth::catalog_of<database>.references.size() - 1;
    CHECK_FALSE((synth::deals_kinds<database, of_leaflet>));
    CHECK((synth::deals_kinds<database, 0>));
    const synth::dataset<database> data;
    bool in_turn = true;
    for (std::uint64_t row = 0; row + 3 < 50; ++row) {
        in_turn = in_turn && data.row<leaflet>(row).kind == data.row<leaflet>(row + 3).kind;
    }
    CHECK_FALSE(in_turn);
}

TEST_CASE("a table of kinds without a row of each is refused, with the remedy") {
    const synth::plan_options<database> options{.rows = {2, 4, 126, 40, 40, 200, 50, 50}};
    CHECK(
        refusal_of<database>(options) ==
        "synth: kind: 2 rows are planned, but other tables look for rows of party by 3 kinds; plan 3 rows of "
        "kind");
}
