// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/arithmetic.hpp>
#include <synth/generate/moment_inversion.hpp>
#include <synth/random/mix.hpp>
#include <synth/schema/expression_result.hpp>

#include "moment_cases.hpp"

namespace {

using namespace synth;
using enum operation;

constexpr std::int64_t hour = microseconds_per_day / 24;

// Moments of dates and times that lie near where parts change, from 400 BC to 2400.
template<typename Moment>
std::vector<int128> some_moments() {
    std::vector<int128> all;
    for (std::uint64_t seed = 0; seed < 3'000; ++seed) {
        const auto some = [seed](std::uint64_t which, std::uint64_t bound) {
            return static_cast<std::int64_t>(mix(seed * 8 + which) % bound);
        };
        const civil day{some(0, 2'800) - 400, static_cast<unsigned>(some(1, 12)) + 1, 1};
        const std::int64_t near = days_from_civil(day) + (seed % 3 == 0 ? some(2, 31) : some(2, 3) - 1);
        if constexpr (std::is_same_v<Moment, date>) {
            all.emplace_back(near);
        } else {
            const std::int64_t times[] = {0, 1, hour, hour - 1, 60'000'000, 8 * hour + 30'000'000, 999};
            const std::int64_t time = seed % 4 == 0 ? some(4, microseconds_per_day) : times[seed % 7];
            all.emplace_back(std::is_same_v<Moment, time_of_day>
                                 ? time
                                 : near * microseconds_per_day + (seed % 2 == 0 ? time : -time));
        }
    }
    return all;
}

// Whether the moments found for a set are those whose part is in it, and whether the set is exact.
template<typename Moment>
bool check_part(operation what, const interval_set& set) {
    static const std::vector<int128> moments = some_moments<Moment>();
    expression_node operand = detail::node_of_type<Moment>();
    const expression_node root = detail::node_of(what, operand, operand);
    const interval_set found = moments_of_part(root, operand, set);
    for (const int128 moment : moments) {
        const bool wanted = set.contains(calculate(root, operand, possible_value::of(moment)).low);
        CAPTURE(static_cast<std::int64_t>(moment));
        REQUIRE((!wanted || found.contains(moment)));
        REQUIRE((wanted || !found.exact() || !found.contains(moment)));
    }
    return found.exact();
}

interval_set some_set(std::uint64_t seed, int128 low, int128 high) {
    interval_set result;
    const auto some = [&](std::uint64_t which) {
        return low + static_cast<int128>(mix(seed * 8 + which)) % (high - low + 1);
    };
    for (std::uint64_t count = 0; count <= seed % 3; ++count) {
        const int128 first = some(2 * count);
        const int128 second = seed % 2 == 0 ? first : some(2 * count + 1);
        result = result | interval_set{first < second ? first : second, first < second ? second : first};
    }
    return seed % 5 == 0 ? result & interval_set::every(1 + static_cast<std::int64_t>(seed % 15), 0) : result;
}

TEST_CASE("the moments of a part are found") {
    int exact = 0;
    int all = 0;
    const auto check = [&](const moment_test::named_part& each, std::uint64_t seed, const interval_set& set) {
        CAPTURE(each.field);
        CAPTURE(seed);
        all += each.of_dates ? 2 : 1;
        exact += check_part<timestamp>(each.what, set) ? 1 : 0;
        exact += each.of_dates && check_part<date>(each.what, set) ? 1 : 0;
        const bool of_time = each.what == hour_of || each.what == minute_of || each.what == second_of;
        all += of_time ? 1 : 0;
        exact += of_time && check_part<time_of_day>(each.what, set) ? 1 : 0;
    };
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        for (const moment_test::named_part& each : moment_test::parts) {
            const possible_value bounds =
                calculate(detail::node_of(each.what, {}, detail::node_of_type<timestamp>()),
                          detail::node_of_type<timestamp>(), {});
            const bool endless = detail::endless(bounds.high);
            check(each, seed,
                  some_set(seed, endless ? -10 : bounds.low - 1, endless ? 2'100 : bounds.high + 1));
        }
        for (const moment_test::named_part& each : moment_test::starts) {
            const int128 day = microseconds_per_day;
            const interval_set days = some_set(seed, -200'000, 150'000);
            check(each, seed, detail::widened(days, day));
            check(each, seed, detail::widened(days, day).shifted(hour));
        }
    }
    CHECK(exact > all * 3 / 4); // weeks, days of a year and every n-th year are not
}

TEST_CASE("common parts are found exactly") {
    CHECK(check_part<date>(iso_day_of_week, {no_lower_bound, 5}));
    CHECK(check_part<timestamp>(hour_of, {8, 17}));
    CHECK(check_part<timestamp>(minute_of, interval_set::every(15, 0)));
    CHECK(check_part<timestamp>(second_of, {0, 0}));
    CHECK(check_part<timestamp>(second_of, interval_set::every(1'000'000, 0)));
    CHECK(check_part<date>(day_of, {1, 1}));
    CHECK(check_part<timestamp>(month_of, interval_set{6, 8} | interval_set{12, 12}));
    CHECK(check_part<timestamp>(time_of, {8 * hour, 18 * hour - 1}));
    CHECK(check_part<timestamp>(date_of, {100, 130}));
    CHECK(check_part<timestamp>(epoch_of, interval_set::every(3'600'000'000, 0)));
    CHECK(check_part<timestamp>(hour_of, interval_set::all()));
}

TEST_CASE("an estimate stays one where it has every value of a part") {
    CHECK(!check_part<date>(month_of, interval_set{1, 12}.estimated()));
    CHECK(check_part<date>(month_of, {1, 12}));
}

TEST_CASE("days that move from year to year are found among few others") {
    const auto share = [](operation what, const interval_set& set) {
        const expression_node day = detail::node_of_type<date>();
        const expression_node root = detail::node_of(what, day, day);
        const interval_set found = moments_of_part(root, day, set) & interval_set{0, 146'096};
        CHECK(!found.exact());
        std::int64_t wanted = 0;
        for (int each = 0; each <= 146'096; ++each) {
            wanted += set.contains(calculate(root, day, possible_value::of(each)).low) ? 1 : 0;
        }
        return static_cast<double>(wanted) / static_cast<double>(found.count());
    };
    CHECK(share(day_of_year, {200, 200}) == 0.5);
    CHECK(share(day_of_year, {366, 366}) > 0.2);
    CHECK(share(week_of, {10, 10}) > 0.4);
    CHECK(share(week_of, {53, 53}) > 0.1);
    CHECK(share(week_of, {1, 1}) > 0.4);
}

TEST_CASE("days and years become the moments they last") {
    const expression_node day = detail::node_of_type<date>();
    const expression_node moment = detail::node_of_type<timestamp>();
    const auto years = [](const expression_node& operand, const interval_set& set) {
        return moments_of_part(detail::node_of(year_of, operand, operand), operand, set);
    };
    CHECK(years(day, {1970, 1971}).low() == 0);
    CHECK(years(day, {1970, 1971}).high() == 729);
    CHECK(years(day, {1, 1}).low() == days_from_civil({1, 1, 1}));
    CHECK(years(day, {-1, -1}).low() == days_from_civil({0, 1, 1})); // 1 BC
    CHECK(years(day, {0, 0}).empty());
    CHECK(years(moment, interval_set::all()).is_all());
    CHECK(moments_of_part(detail::node_of(date_of, moment, moment), moment, {1, 1}).count() ==
          detail::microseconds_in_day);
}

TEST_CASE("moments are found that lie so far behind the start of what they are in") {
    const auto check = [](operation what, const interval_set& distances) {
        bool exact = true;
        const auto compare = [&]<typename Moment>(Moment) {
            const expression_node operand = detail::node_of_type<Moment>();
            const interval_set found = moments_behind_start(what, operand.kind, distances);
            exact = exact && found.exact();
            for (const int128 each : some_moments<Moment>()) {
                const int128 unit = operand.kind == value_kind::date ? detail::microseconds_in_day : 1;
                const int128 moment = each * unit;
                const int128 start = detail::part_of_moment(what, moment) *
                                     (what == date_of ? detail::microseconds_in_day : 1);
                const bool wanted = distances.contains(moment - start);
                REQUIRE((!wanted || found.contains(each)));
                REQUIRE((wanted || !found.exact() || !found.contains(each)));
            }
        };
        compare(timestamp{});
        compare(date{});
        return exact;
    };
    for (const moment_test::named_part& each : moment_test::starts) {
        CAPTURE(each.field);
        const bool long_age = each.what > start_of_year;
        CHECK(check(each.what, {0, 0}) != long_age);
        CHECK(check(each.what, {0, no_upper_bound}));
        CHECK(check(each.what, {no_lower_bound, -1}));
        check(each.what, !interval_set{0, 0});
        check(each.what, {0, hour});
    }
    CHECK(check(date_of, {0, 0}));
    CHECK(check(start_of_hour, {1, no_upper_bound}));
}

} // namespace
