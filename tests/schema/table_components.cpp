// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <initializer_list>
#include <utility>

#include <doctest/doctest.h>

#include <synth/schema/table_components.hpp>

namespace {

// Tables 0 to 5 with these references, which are listed by child.
template<std::size_t References>
synth::table_components<6> components_of(const std::array<std::pair<int, int>, References>& pairs) {
    std::array<synth::catalog_table, 6> tables{};
    std::array<synth::catalog_reference, References> references{};
    for (std::size_t index = 0; index < References; ++index) {
        synth::catalog_table& child = tables[static_cast<std::size_t>(pairs[index].first)];
        if (child.reference_count++ == 0) {
            child.first_reference = static_cast<synth::schema_index>(index);
        }
        references[index].child = static_cast<synth::schema_index>(pairs[index].first);
        references[index].parent = static_cast<synth::schema_index>(pairs[index].second);
    }
    return synth::table_components<6>{{tables, {}, {}, references}};
}

} // namespace

TEST_CASE("tables that refer to each other are together, and no others") {
    const auto found = components_of<7>({{{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 3}, {5, 0}}});
    CHECK(found.together(0, 1));
    CHECK(found.together(1, 2));
    CHECK(found.together(3, 4));
    CHECK_FALSE(found.together(2, 3));
    CHECK_FALSE(found.together(0, 5));
}

TEST_CASE("a table that refers to itself is on no cycle") {
    const auto found = components_of<2>({{{0, 0}, {1, 0}}});
    CHECK_FALSE(found.together(0, 1));
    synth::catalog_reference itself;
    CHECK_FALSE(found.on_cycle(itself));
}

TEST_CASE("cycles that meet are one") {
    const auto found = components_of<5>({{{0, 1}, {1, 0}, {1, 2}, {2, 3}, {3, 1}}});
    CHECK(found.together(0, 3));
    CHECK_FALSE(found.together(0, 4));
}
