// SPDX-License-Identifier: BSL-1.0
#include <fstream>
#include <string>

#include <doctest/doctest.h>

#include <synth/program/existing_file.hpp>

#include "../database/scratch.hpp"

namespace {

const synth::existing_request& wanted() {
    static const synth::existing_request request = [] {
        synth::existing_request made{1, {2, 0}, {"", "city", {}}};
        for (const char* name : {"region", "name"}) {
            synth::column_shape column;
            column.name = name;
            made.shape.columns.push_back(column);
        }
        return made;
    }();
    return request;
}

synth::existing_texts read(const std::string& text) {
    const scratch::folder where;
    const std::string path = (where.path / "city.csv").string();
    std::ofstream{path, std::ios::binary} << text;
    return synth::read_existing_file(wanted(), path, "--existing city=city.csv");
}

std::string refused(const std::string& text) {
    return scratch::thrown_by([&] { static_cast<void>(read(text)); });
}

} // namespace

TEST_CASE("the wanted columns are found by their names, wherever they stand") {
    const synth::existing_texts texts = read("size,name,region\n1,Ulm,2\n3,\"\",4\n,x,\n");
    REQUIRE(texts.rows() == 3);
    CHECK(texts.cell(0, 0) == "2");
    CHECK(texts.cell(0, 1) == "Ulm");
    CHECK(texts.cell(1, 1) == "");
    CHECK_FALSE(texts.cell(2, 0).has_value());
    CHECK(read("name,region\n").rows() == 0);
}

TEST_CASE("a first line that does not name them, and rows of another length, are refused") {
    CHECK(refused("") ==
          "synth: --existing city=city.csv: the file is empty; its first line must name the columns");
    CHECK(refused("name,Region\n") ==
          "synth: --existing city=city.csv: the first line names no column region, but "
          "Region; it must name those of the keys");
    CHECK(refused("name,region,name\n") ==
          "synth: --existing city=city.csv: the first line names the column name twice");
    CHECK(refused("name,region\na,b\nc\n") ==
          "synth: --existing city=city.csv: line 3: the number of cells is 1, but the first line names 2");
}
