// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/row_comparison.hpp>

#include "row_list.hpp"

namespace {

struct compared {
    synth::table_verdict verdict;
    int rounds{};
};

compared compare(const std::vector<std::string>& made, const std::vector<std::string>& stored,
                 std::span<const std::size_t> key) {
    const synth::table_shape shape{
        "sales", "orders", {bigint("id"), text("note"), text("a"), text("b"), text("c"), text("d")}};
    compared done;
    done.verdict = synth::compare_rows(
        shape, key, {},
        [&](const auto& take) {
            ++done.rounds;
            for (const std::string& line : stored) {
                take(line);
            }
        },
        [&](const auto& take) {
            for (std::uint64_t row = 0; row < made.size(); ++row) {
                take(made[row], row);
            }
        },
        [&](std::uint64_t row) { return made[row]; });
    return done;
}

constexpr std::array<std::size_t, 1> id{0};

} // namespace

TEST_CASE("equal sides are read once") {
    const std::vector<std::string> rows{"1\ta\t\t\t\t", "2\tb\t\t\t\t"};
    const compared done = compare(rows, {rows[1], rows[0]}, id);
    CHECK(done.rounds == 1);
    CHECK(done.verdict.equal());
    CHECK(done.verdict.made == 2);
    CHECK(done.verdict.stored == 2);
    CHECK(done.verdict.differences.empty());
}

TEST_CASE("a difference is told by row, key, column and both values") {
    const compared done =
        compare({"1\t\\N\t1\t2\t3\t4", "2\tb\t1\t2\t3\t4", "3\tc\t1\t2\t3\t4", "4\t\t\t\t\t"},
                {"1\tx\t1\t2.50\t3\t4", "2\tB\t5\t6\t7\t8", "9\t\\N\t\t\t\t", "4\t\t\t\t\t"}, id);
    CHECK(done.rounds == 2);
    CHECK(done.verdict.count() == 4);
    CHECK(done.verdict.differences ==
          std::vector<std::string>{
              "sales.orders row 0 (id 1): note is 'x', not NULL; b is 2.50, not 2",
              "sales.orders row 1 (id 2): note is 'B', not 'b'; a is 5, not 1; b is 6, not 2; c is 7, not 3; "
              "and 1 "
              "more",
              "sales.orders row 2: not in the database: (3, 'c', 1, 2, 3, 4)",
              "sales.orders: a row that the plan does not make: (9, NULL, '', '', '', '')"});
}

TEST_CASE("without a key the rows of both sides are listed") {
    const compared done = compare({"1\ta\t\t\t\t"}, {"1\tb\t\t\t\t"}, {});
    CHECK(done.verdict.changed == 0);
    CHECK(done.verdict.differences ==
          std::vector<std::string>{
              "sales.orders row 0: not in the database: (1, 'a', '', '', '', '')",
              "sales.orders: a row that the plan does not make: (1, 'b', '', '', '', '')"});
}
