// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>

#include <doctest/doctest.h>

#include <synth/dataset/selected_columns.hpp>

#include "kind_tables.hpp"
#include "kinds.hpp"

using kinds::database;

TEST_CASE("rows are selected by the columns of which children ask something") {
    CHECK((synth::is_selected_by<database, 1, 1>));
    CHECK_FALSE((synth::is_selected_by<database, 1, 0>));
    CHECK((synth::is_selected_by<database, 11, 1>));
    CHECK((synth::is_selected_by<database, 11, 2>));
}

TEST_CASE("what repeats the key of a table of kinds has its kinds from there") {
    CHECK((synth::is_selected_by<kind_tables::database, 2, 1>)); // party.kind
    CHECK((synth::is_selected_by<kind_tables::database, 0, 0>)); // kind.code
    CHECK_FALSE((synth::is_selected_by<kind_tables::database, 0, 1>));
    CHECK_FALSE((synth::is_selected_by<kind_tables::database, 7, 1>)); // of a leaflet
}

TEST_CASE("the columns by which rows of a table are selected stand in the order of their names") {
    static_assert(synth::selected_of_table<database, 11> == std::array<std::size_t, 2>{1, 2});
    static_assert(synth::selected_of_table<database, 0>.empty());
    CHECK(synth::selected_of_table<database, 1>.size() == 1);
}
