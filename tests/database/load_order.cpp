// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/load_order.hpp>

TEST_CASE("tables of a cycle are loaded together or not at all") {
    std::array<synth::catalog_table, 3> tables{};
    tables[0].name = "hen";
    tables[1].name = "egg";
    tables[1].schema_name = "farm";
    tables[2].name = "nest";
    std::array<synth::catalog_reference, 4> references{};
    references[0].child = 0;
    references[0].parent = 1;
    references[1].child = 1;
    references[1].parent = 0;
    references[2].child = 1;
    references[2].parent = 2;
    references[3].child = 2;
    references[3].parent = synth::no_index;
    const synth::catalog_view schema{tables, {}, {}, references};
    CHECK_NOTHROW(synth::require_whole_cycles(schema, std::vector<std::size_t>{2, 1, 0}));
    CHECK_NOTHROW(synth::require_whole_cycles(schema, std::vector<std::size_t>{2}));
    CHECK_NOTHROW(synth::require_whole_cycles(schema, std::vector<std::size_t>{}));
    CHECK_THROWS_WITH(synth::require_whole_cycles(schema, std::vector<std::size_t>{2, 0}),
                      "synth: hen and farm.egg refer to each other in a cycle and are loaded together or not "
                      "at all; add --table farm.egg");
    const std::span first_only = std::span{references}.first(1); // no cycle
    CHECK_NOTHROW(synth::require_whole_cycles({tables, {}, {}, first_only}, std::vector<std::size_t>{0}));
}
