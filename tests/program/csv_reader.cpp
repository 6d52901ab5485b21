// SPDX-License-Identifier: BSL-1.0
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/program/csv_reader.hpp>

#include "../database/scratch.hpp"

namespace {

using row = synth::csv_reader::cells;

std::vector<row> read(const std::string& text) {
    const scratch::folder where;
    const std::string path = (where.path / "test.csv").string();
    std::ofstream{path, std::ios::binary} << text;
    synth::csv_reader reader{path, "--existing t=test.csv"};
    std::vector<row> rows;
    for (row next; reader.next(next);) {
        rows.push_back(next);
    }
    return rows;
}

std::string refused(const std::string& text) {
    return scratch::thrown_by([&] { static_cast<void>(read(text)); });
}

} // namespace

TEST_CASE("cells are read as RFC 4180 has them") {
    CHECK(read("").empty());
    CHECK(read("a,b\r\n1,2\r\n") == std::vector<row>{{"a", "b"}, {"1", "2"}});
    CHECK(read("a\n1") == std::vector<row>{{"a"}, {"1"}});
    CHECK(read("\"a \"\"b\"\"\",\"c,\r\nd\"\n") == std::vector<row>{{"a \"b\"", "c,\r\nd"}});
    CHECK(read("\"\",\n,x\n") == std::vector<row>{{"", std::nullopt}, {std::nullopt, "x"}});
    CHECK(read("\xEF\xBB\xBF"
               "a\n") == std::vector<row>{{"a"}});
    CHECK(read("a\n\n") == std::vector<row>{{"a"}, {std::nullopt}});
    const std::string longest(1U << 20U, 'x');
    CHECK(read(longest + "," + longest).front().size() == 2);
}

TEST_CASE("what is no CSV is refused with its line") {
    CHECK(refused("a\n\"x") == "synth: --existing t=test.csv: line 2: a quote is never closed");
    CHECK(refused("\"a\"b\n") ==
          "synth: --existing t=test.csv: line 1: a quoted cell must end with its quote");
    CHECK(refused("a\nx\"y\n") ==
          "synth: --existing t=test.csv: line 2: a quote within a cell that does not begin "
          "with one; write the cell in quotes and the quote twice");
    CHECK(refused(std::string{"a\n\"1\n2\"\nx\0y", 11}) ==
          "synth: --existing t=test.csv: line 4: a byte that is 0; is this a text file?");
    CHECK(scratch::has(refused("a\n\"" + std::string((1U << 20U) + 1, 'x')),
                       "line 2: a cell is longer than a megabyte"));
    CHECK(scratch::has(refused("a\rb\n"), "must end"));
}

TEST_CASE("a file that cannot be read says why") {
    const scratch::folder where;
    CHECK(scratch::has(scratch::thrown_by([&] { synth::csv_reader{(where.path / "no").string(), "x"}; }),
                       "synth: x: cannot open the file: No such file"));
    CHECK(scratch::has(scratch::thrown_by([&] { synth::csv_reader{where.path.string(), "x"}; }),
                       "synth: x: cannot read the file: Is a directory"));
}
