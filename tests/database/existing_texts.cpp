// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/database/existing_texts.hpp>

TEST_CASE("cells come back as they were added, empty texts and NULL apart") {
    synth::existing_texts texts{3, {0, 2}, "shop.db"};
    CHECK(texts.rows() == 0);
    texts.add("DE");
    texts.add_null();
    texts.add("");
    texts.add("a\nb");
    REQUIRE(texts.rows() == 2);
    CHECK(texts.table() == 3);
    CHECK(texts.source() == "shop.db");
    CHECK(texts.cell(0, 0) == "DE");
    CHECK_FALSE(texts.cell(0, 1).has_value());
    CHECK(texts.cell(1, 0) == "");
    CHECK(texts.cell(1, 1) == "a\nb");
    CHECK(synth::existing_texts{0, {}, ""}.rows() == 0);
    const synth::existing_texts moved = texts.of_table(5);
    CHECK(moved.table() == 5);
    CHECK(moved.cell(1, 1) == "a\nb");
}
