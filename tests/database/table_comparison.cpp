// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/table_comparison.hpp>

#include "row_list.hpp"

namespace {

struct counting_lines {
    std::uint64_t left;
    bool next(std::string_view& line) {
        line = "1";
        return left-- > 0;
    }
};

struct written_sides {
    template<typename Take>
    void read_stored(const Take& take) {
        take("1\ta");
    }
    template<typename Take>
    void read_made(const Take& take) {
        take("1\tb", 0);
    }
    static std::string made_line(std::uint64_t) { return "1\tb"; }
};

row_list ten_rows(std::size_t rows = 10) {
    row_list source;
    source.add({"", "none", {}}, {});
    source.add({"", "t", {bigint("id"), text("note")}}, std::vector<row_list::row>(rows, {"1", "b"}));
    return source;
}

} // namespace

TEST_CASE("reading is half of the way, and a second round does not begin again") {
    const row_list source = ten_rows();
    std::vector<std::uint64_t> told;
    synth::verify_options options;
    options.progress = [&](std::size_t table, std::uint64_t rows) {
        CHECK(table == 1);
        told.push_back(rows);
    };
    synth::comparison_progress progress{source, 1, options};
    progress.tell(6, 0);
    progress.tell(20, 0); // more than the plan makes
    progress.tell(10, 10);
    progress.tell(6, 0);
    CHECK(told == std::vector<std::uint64_t>{3, 5, 10, 10});
}

TEST_CASE("every line is taken, and told of now and then") {
    const row_list source = ten_rows(10'000);
    std::vector<std::uint64_t> told;
    synth::verify_options options;
    options.progress = [&](std::size_t, std::uint64_t rows) { told.push_back(rows); };
    synth::comparison_progress progress{source, 1, options};
    std::uint64_t taken = 0;
    synth::take_lines(counting_lines{10'000}, progress, [&](std::string_view) { ++taken; });
    CHECK(taken == 10'000);
    CHECK(told == std::vector<std::uint64_t>{2'048, 4'096});
}

TEST_CASE("the verdict of a table knows its place, and the table is complete") {
    const row_list source = ten_rows();
    std::uint64_t told = 0;
    synth::verify_options options;
    options.progress = [&](std::size_t, std::uint64_t rows) { told = rows; };
    constexpr std::array<std::size_t, 1> key{0};
    const synth::table_verdict verdict = synth::compare_table(source, 1, key, options, written_sides{});
    CHECK(verdict.table == 1);
    CHECK(verdict.differences == std::vector<std::string>{"t row 0 (id 1): note is 'a', not 'b'"});
    CHECK(told == 10);
}
