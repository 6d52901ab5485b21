// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/allowed_ranges.hpp>

#include "law_test.hpp"

using namespace synth;

namespace {

constexpr int128 hour = 3'600'000'000;

// Checks as the generator asks them: what lower bounds may be, how long ranges are, and where they end.
struct checks {
    interval_set lowers = interval_set::all();
    interval_set lengths{1, no_upper_bound};
    int128 last_end = no_upper_bound;

    [[nodiscard]] bool keeps(const possible_value& value) const {
        return lowers.contains(value.low) && lengths.contains(value.high - value.low) &&
               value.high <= last_end;
    }
    [[nodiscard]] allowed_values lower() const { return allowed_values::in(lowers, false); }
    [[nodiscard]] allowed_values upper(const possible_value& lower) const {
        const interval_set ends{no_lower_bound, last_end};
        return allowed_values::in(lower.known() ? lengths.shifted(lower.low) & ends : ends, false);
    }
};

column_plan plan_of(std::uint64_t rows) {
    column_plan plan = law_test::plan_for();
    plan.rows = rows;
    return plan;
}

// Every range keeps to the checks, leads back to its index, and begins where the one before has ended.
template<typename Element>
allowed_domain<range<Element>> check_apart(const checks& given, std::uint64_t rows) {
    const allowed_domain<range<Element>> values{given, plan_of(rows)};
    std::optional<range<Element>> before;
    for (std::uint64_t index = 0; index < 3'000 && index <= values.last(); ++index) {
        const range<Element> value = values.at(index);
        REQUIRE(given.keeps(known_range(value)));
        REQUIRE(values.index_of(value) == index);
        REQUIRE((!before || !(*value.lower < *before->upper)));
        before = value;
    }
    REQUIRE(given.keeps(known_range(values.at(values.last()))));
    return values;
}

} // namespace

TEST_CASE("keys of ranges lie within the bounds that checks leave") {
    const checks days{.lowers = {18'262, 19'000}, .last_end = 19'000};
    CHECK(check_apart<date>(days, 100).last() + 1 >= 100);
    CHECK(check_apart<date>(days, 738).last() + 1 == 738); // a day for each
    CHECK(check_apart<std::int32_t>({.lowers = {-50, 49}, .last_end = 50}, 60).last() + 1 >= 60);
    CHECK(check_apart<decimal<9, 2>>({.lowers = {0, 99'999}, .last_end = 100'000}, 5'000).last() + 1 >=
          5'000);
}

TEST_CASE("keys of ranges have the lengths that checks leave") {
    CHECK(check_apart<timestamp>({.lengths = {hour / 2, 8 * hour}}, 1'000).last() + 1 >= 1'000);
    CHECK(check_apart<timestamp>({.lengths = {3 * hour, 3 * hour}}, 100'000).last() + 1 >= 100'000);
    CHECK(check_apart<date>({.lengths = {7, 7}}, 3'000).last() + 1 >= 3'000);
    CHECK(check_apart<timestamp_tz>({.lengths = {72 * hour, no_upper_bound}}, 0).last() > 0);
}

TEST_CASE("lower bounds that come again are taken where they do") {
    const interval_set mornings = interval_set::every(24 * hour, 8 * hour);
    CHECK(check_apart<timestamp>({.lowers = mornings, .lengths = {hour, 9 * hour}}, 10'000).last() + 1 >=
          10'000);
}

TEST_CASE("what leaves no range for a key is refused") {
    CHECK_THROWS_AS(check_apart<date>({.lowers = {}}, 10), plan_error);
    CHECK_THROWS_AS(check_apart<date>({.lengths = {}}, 10), plan_error);
    CHECK_THROWS_AS(check_apart<date>({.lowers = {10, 20}, .lengths = {30, 40}, .last_end = 25}, 10),
                    plan_error);
}
