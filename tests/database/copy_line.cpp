// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/copy_line.hpp>

TEST_CASE("a line is cut at its tabs and a block at the ends of its lines") {
    CHECK(synth::copy_cells("1\t\\N\t") == std::vector<std::string_view>{"1", "\\N", ""});
    CHECK(synth::copy_cells("").size() == 1);
    std::vector<std::string> lines;
    synth::for_each_line("a\n\nb\n", [&](std::string_view line) { lines.emplace_back(line); });
    CHECK(lines == std::vector<std::string>{"a", "", "b"});
}

TEST_CASE("a value survives its cell") {
    const std::string value = "a\tb\nc\\N\r\v\f\b\\";
    std::string cell;
    synth::append_cell(cell, value);
    CHECK(cell == "a\\tb\\nc\\\\N\\r\\v\\f\\b\\\\");
    CHECK(synth::value_of_cell(cell) == value);
}

TEST_CASE("a message shows a cell so that its kind can be told") {
    CHECK(synth::shown_cell("\\N") == "NULL");
    CHECK(synth::shown_cell("-12.50") == "-12.50");
    CHECK(synth::shown_cell("2025-06-30 12:00:00+00") == "2025-06-30 12:00:00+00");
    CHECK(synth::shown_cell("\\\\x00\\n\\\\") == "'\\x00\\n\\'");
    CHECK(synth::shown_cell("ann") == "'ann'");
    CHECK(synth::shown_cell("") == "''");
    CHECK(synth::shown_cell("'quoted'") == "'quoted'");
    CHECK(synth::shown_cell(std::string(59, 'x') + "\xc3\xa4" + "y") == "'" + std::string(59, 'x') + "...'");
    CHECK(synth::shown_cell(std::string(58, 'x') + "\xc3\xa4" + "y") ==
          "'" + std::string(58, 'x') + "\xc3\xa4...'");
}
