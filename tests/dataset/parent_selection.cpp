// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include <doctest/doctest.h>

#include <synth/dataset/parent_selection.hpp>

#include "kinds.hpp"

using kinds::database;

TEST_CASE("a reference without checks of its own chooses among all rows, another among those of its kinds") {
    std::size_t selective = 0;
    const auto look = [&]<std::size_t Reference>(std::integral_constant<std::size_t, Reference>) {
        constexpr std::size_t parent = synth::catalog_of<database>.references[Reference].parent;
        synth::plan_options<database> options;
        options.rows[parent] = 1'000;
        const std::uint64_t parents = synth::parents_of<database, Reference>(options);
        if constexpr (synth::is_selective<database, Reference>) {
            ++selective;
            CHECK(parents < 1'000);
            const auto chosen = synth::selection_of<database, Reference>(options);
            for (std::uint64_t rank = 0; rank < parents; ++rank) {
                REQUIRE(chosen.contains(chosen.at(rank)));
                REQUIRE(chosen.rank(chosen.at(rank)) == rank);
            }
        } else {
            CHECK(parents == 1'000);
            static_assert(std::is_same_v<synth::selection_type<database, Reference>, synth::all_rows>);
        }
    };
    [&]<std::size_t... References>(std::index_sequence<References...>) {
        (look(std::integral_constant<std::size_t, References>{}), ...);
    }(std::make_index_sequence<synth::catalog_of<database>.references.size()>{});
    CHECK(selective > 1);
}
