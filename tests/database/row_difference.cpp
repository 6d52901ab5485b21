// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/row_difference.hpp>
#include <synth/random/mix.hpp>

namespace {

constexpr std::array<std::size_t, 1> first_column{0};

synth::row_differences compare(const std::vector<std::string>& made, const std::vector<std::string>& stored,
                               std::span<const std::size_t> key,
                               const synth::difference_limits& limits = {}) {
    synth::row_digest ours{key};
    synth::row_digest theirs{key};
    for (const std::string& line : made) {
        ours.add(line);
    }
    for (const std::string& line : stored) {
        theirs.add(line);
    }
    synth::difference_search search{theirs, ours, limits};
    std::uint64_t row = 0;
    for (const std::string& line : made) {
        search.made(line, row++);
    }
    for (const std::string& line : stored) {
        search.stored(line);
    }
    return search.finish();
}

} // namespace

TEST_CASE("rows are told apart as changed, missing and surplus by their key") {
    const synth::row_differences found =
        compare({"1\ta", "2\tb", "3\tc", "4\td"}, {"9\tz", "4\td", "2\tB", "1\ta"}, first_column);
    CHECK(found.changed == 1);
    CHECK(found.missing == 1);
    CHECK(found.surplus == 1);
    CHECK(found.complete);
    REQUIRE(found.lost.size() == 2);
    CHECK(found.lost[0].row == 1);
    CHECK(found.lost[0].changed);
    CHECK(found.lost[0].stored == "2\tB");
    CHECK(found.lost[1].row == 2);
    CHECK_FALSE(found.lost[1].changed);
    CHECK(found.strange == std::vector<std::string>{"9\tz"});
}

TEST_CASE("equal rows are counted, not only found") {
    const synth::row_differences found = compare({"a", "a", "b", "a"}, {"a", "c", "c", "b"}, {});
    CHECK(found.changed == 0);
    CHECK(found.missing == 2);
    CHECK(found.surplus == 2);
    CHECK(found.lost[0].row == 1);
    CHECK(found.lost[1].row == 3);
    CHECK(compare({"a", "a"}, {"a", "a", "a"}, {}).surplus == 1);
    CHECK(compare({}, {"a"}, {}).surplus == 1);
    CHECK(compare({"a"}, {}, {}).missing == 1);
}

TEST_CASE("the counts are those of counting by hand, for many small tables") {
    std::uint64_t state = 0;
    const auto below = [&](std::uint64_t bound) { return synth::mix(++state) % bound; };
    for (int round = 0; round < 300; ++round) {
        std::vector<std::string> sides[2];
        std::map<std::string, std::array<std::int64_t, 2>> lines; // how often on either side
        for (std::size_t side = 0; side < 2; ++side) {
            for (std::uint64_t row = below(12); row > 0; --row) {
                sides[side].push_back(std::to_string(below(4)) + "\t" + std::to_string(below(3)));
                ++lines[sides[side].back()][side];
            }
        }
        std::map<std::string, std::array<std::int64_t, 2>> keys; // what is left of a key
        std::int64_t lost = 0;
        std::int64_t surplus = 0;
        for (const auto& [line, count] : lines) {
            const std::int64_t more = count[0] - count[1];
            keys[line.substr(0, 1)][more > 0 ? 0 : 1] += std::abs(more);
            (more > 0 ? lost : surplus) += std::abs(more);
        }
        std::int64_t changed = 0;
        for (const auto& [key, left] : keys) {
            changed += std::min(left[0], left[1]);
        }
        const auto equal = [](const synth::row_differences& found, std::int64_t pairs, std::int64_t missing,
                              std::int64_t more) {
            return std::cmp_equal(found.changed, pairs) && std::cmp_equal(found.missing, missing) &&
                   std::cmp_equal(found.surplus, more);
        };
        CHECK(equal(compare(sides[0], sides[1], first_column), changed, lost - changed, surplus - changed));
        CHECK(equal(compare(sides[0], sides[1], {}), 0, lost, surplus));
    }
}

TEST_CASE("limits keep memory bounded and the result says that there is more") {
    std::vector<std::string> made;
    std::vector<std::string> stored;
    for (int row = 0; row < 20'000; ++row) {
        made.push_back(std::to_string(row) + "\tmade");
        stored.push_back(std::to_string(row) + "\tstored");
    }
    const synth::row_differences all = compare(made, stored, first_column);
    CHECK(all.changed == 20'000);
    CHECK(all.complete);
    CHECK(all.lost.size() == 10);
    CHECK(all.lost[9].row == 9);
    const synth::row_differences some = compare(made, stored, first_column, {1'000, 100, 3});
    CHECK_FALSE(some.complete);
    CHECK(some.changed > 300);
    CHECK(some.changed <= 500);
    CHECK(some.missing == 0); // both sides of a key are in one bucket
    CHECK(some.surplus == 0);
    CHECK(some.lost.size() == 3);
    CHECK(compare(made, stored, first_column, {0, 0, 3}).changed >= 1); // one bucket at least
}
