// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <doctest/doctest.h>

#include <synth/program/column_story.hpp>

#include "../dataset/kind_tables.hpp"
#include "shop.hpp"

TEST_CASE("a column's story says how it is made and why") {
    CHECK(synth::column_story<shop::schema, 2>(0).find("(it is a key)") != std::string::npos);
    CHECK(synth::column_story<shop::schema, 2>(1) == "id of its customer");
    CHECK(synth::column_story<shop::schema, 2>(2) == "lognormal, mu 3.2, sigma 0.9 (as described)");
    CHECK(synth::column_story<shop::schema, 2>(3) ==
          "one of its 2 labels, equally often (by its type), NULL in 10 % of the rows");
    CHECK(synth::column_story<shop::schema, 0>(1) == "1, 2, 3, ... within each orders");
}

TEST_CASE("a reference's story says how parents are found") {
    CHECK(synth::reference_story<shop::schema>(0).find("the rows of a parent lie together") == 0);
    CHECK(synth::reference_story<shop::schema>(1) == "drawn, zipf, exponent 1.1");
}

TEST_CASE("the story of a table of kinds says that its rows are told apart") {
    using kind_tables::database;
    const std::string in_turn = "in turn, so that references find rows of the kind that they ask for";
    CHECK(synth::column_story<database, 0>(0).find("its kinds " + in_turn) == 0);
    CHECK(synth::column_story<database, 2>(1) == "code of its kind, each " + in_turn);
    CHECK(synth::reference_story<database>(0) == "drawn, its kinds in turn");
    CHECK(synth::column_story<database, 7>(1) == "code of its kind");
}
