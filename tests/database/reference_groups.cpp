// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/reference_groups.hpp>

namespace {

using places = std::vector<std::size_t>;
using groups = std::vector<places>;
using links = std::vector<synth::table_link>;

} // namespace

TEST_CASE("tables in order stay as they are, each a group") {
    CHECK(synth::reference_groups(4, links{{1, 0}, {3, 2}, {2, 0}, {2, 2}}) == groups{{0}, {1}, {2}, {3}});
    CHECK(synth::reference_groups(0, links{}).empty());
}

TEST_CASE("parents come first whatever the order of the list") {
    CHECK(synth::reference_groups(3, links{{0, 1}, {1, 2}}) == groups{{2}, {1}, {0}});
}

TEST_CASE("a cycle is one group, behind what it refers to") {
    // 0 -> 3 -> 0, 3 -> 4, 1 -> 0, 2 alone
    CHECK(synth::reference_groups(5, links{{0, 3}, {3, 0}, {3, 4}, {1, 0}}) == groups{{2}, {4}, {0, 3}, {1}});
    CHECK(synth::reference_groups(4, links{{0, 1}, {1, 0}, {2, 3}, {3, 2}, {0, 2}}) ==
          groups{{2, 3}, {0, 1}});
}

TEST_CASE("the dear references of a group lead to tables that are filled before") {
    // rock -> scissors may wait, the others may not
    CHECK(synth::cheapest_order({0, 1, 2}, links{{0, 2, 1}, {1, 0, 100}, {2, 1, 100}}) == places{0, 1, 2});
    CHECK(synth::cheapest_order({0, 1, 2}, links{{0, 2, 100}, {1, 0, 1}, {2, 1, 100}}) == places{1, 2, 0});
    CHECK(synth::cheapest_order({0, 1}, links{{0, 1, 5}, {1, 0, 5}, {0, 0, 9}}) == places{0, 1});
}

TEST_CASE("the shortest cycle through a reference is shown from its child to its child") {
    const links all{{0, 1}, {1, 2}, {2, 0}, {1, 0}, {3, 0}};
    CHECK(synth::cycle_through({0, 1}, 4, all) == places{0, 1, 0});
    CHECK(synth::cycle_through({1, 2}, 4, all) == places{1, 2, 0, 1});
    CHECK(synth::shown_cycle({1, 2}, 4, all, [](std::size_t table) {
              return std::string(1, "abcd"[table]);
          }) == "the cycle b -> c -> a -> b: ");
}
