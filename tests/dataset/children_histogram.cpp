// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <map>

#include <doctest/doctest.h>

#include <synth/dataset/children_histogram.hpp>
#include <synth/dataset/dataset.hpp>

#include "owned_ranges.hpp"
#include "refusal.hpp"

namespace {

constexpr synth::children_histogram law({{0, 0.2}, {1, 0.5}, {7, 0.3}});

using owned_ranges::check_ranges;
using owned_ranges::degrees_of;

struct basket {
    std::int64_t id{};
};
struct item {
    std::int64_t basket_id{};
    std::int16_t number{};
};

} // namespace

template<>
inline constexpr auto synth::table<item> =
    synth::describe<item>(synth::primary_key<&item::basket_id, &item::number>(),
                          synth::references<&item::basket_id, &basket::id>(
                              synth::children_histogram({{2, 0.5}, {3, 1}, {9, 0.5}})));

namespace {

using database = synth::schema<basket, item>;

} // namespace

TEST_CASE("a histogram is met exactly where the total is its mean") {
    CHECK(degrees_of(law, 1'000, 2'600) ==
          std::map<std::uint64_t, std::uint64_t>{{0, 200}, {1, 500}, {7, 300}});
    CHECK(degrees_of(law, 10, 26) == std::map<std::uint64_t, std::uint64_t>{{0, 2}, {1, 5}, {7, 3}});
}

TEST_CASE("another total keeps to the listed numbers") {
    for (std::uint64_t total = 0; total <= 700; total += 3) {
        bool possible = false;
        for (std::uint64_t sevens = 0; sevens * 7 <= total; ++sevens) {
            possible = possible || sevens + (total - sevens * 7) <= 100;
        }
        std::uint64_t others = 0;
        for (const auto& [number, count] : degrees_of(law, 100, total)) {
            others += number == 0 || number == 1 || number == 7 ? 0 : count;
        }
        CHECK(others == (possible ? 0 : 1));
        check_ranges(100, total, law);
    }
    const auto more = degrees_of(law, 1'000, 5'000);
    CHECK(more.at(7) > 600); // tilted towards seven, and more ones than zeros still
    CHECK(more.at(1) > more.at(0));
}

TEST_CASE("a total that no listed numbers make takes one parent of another") {
    const synth::children_histogram even_numbers({{2, 1}, {4, 1}, {6, 1}});
    const auto degrees = degrees_of(even_numbers, 300, 1'201);
    std::uint64_t odd = 0;
    for (const auto& [number, count] : degrees) {
        odd += number % 2 == 1 ? count : 0;
        CHECK(number >= 2);
        CHECK(number <= 6);
    }
    CHECK(odd == 1);
}

TEST_CASE("ranges of a histogram follow each other, in tables of any size") {
    for (const std::uint64_t parents : {1U, 2U, 63U, 64U, 65U, 129U}) {
        for (const std::uint64_t total : {0U, 1U, 2U, 3U, 7U}) {
            check_ranges(parents, parents * total, law);
        }
        check_ranges(parents, parents * 2 + parents / 2, law);
    }
    check_ranges(0, 0, law);
    check_ranges(40, 200, synth::children_histogram({{5, 1}}));
    check_ranges(1'000, 50'000, synth::children_histogram({{0, 0.95}, {1'000, 0.05}}));
}

TEST_CASE("a histogram of a million million rows is sought as any other") {
    constexpr std::uint64_t parents = 1'000'000'000'000;
    owned_ranges::check_far(parents, parents / 10 * 26 + 7, law);
}

TEST_CASE("a plan beyond the histogram is refused with both numbers and the remedy") {
    CHECK(
        refusal_of<database>(synth::count<basket>{10}, synth::count<item>{19}) ==
        "synth: item: 19 rows cannot be 2 to 9 for each parent, by a histogram of 3 numbers among 10 rows of "
        "basket; plan 20 to 90 rows");
    CHECK(refusal_of<database>(synth::count<basket>{10}, synth::count<item>{91})
              .ends_with("plan 20 to 90 rows"));
    CHECK(refusal_of<database>(synth::count<basket>{0}, synth::count<item>{0}).empty());
    CHECK(refusal_of<database>(synth::count<basket>{10}, synth::count<item>{45}).empty());
}

TEST_CASE("numbers within the owner start at one") {
    const synth::dataset<database> data{synth::count<basket>{100}, synth::count<item>{400}};
    std::map<std::int64_t, std::int16_t> last;
    for (const item& each : data.rows<item>()) {
        CHECK(each.number == ++last[each.basket_id]);
    }
    for (const auto& [basket_id, number] : last) {
        CHECK((number == 2 || number == 3 || number == 9));
    }
    CHECK(last.size() == 100);
}

TEST_CASE("a histogram that is none is refused") {
    const auto make = [](std::uint64_t second, double weight) {
        return synth::children_histogram({{1, 0.5}, {second, weight}});
    };
    CHECK_THROWS_AS(make(1, 0.5), synth::plan_error);
    CHECK_THROWS_AS(make(0, 0.5), synth::plan_error);
    CHECK_THROWS_AS(make(2, 0), synth::plan_error);
    CHECK_THROWS_AS(make(2, -1), synth::plan_error);
    CHECK_NOTHROW(make(2, 0.5));
}

TEST_CASE("a histogram describes itself") {
    CHECK(law.describe() == "0 to 7 for each parent, by a histogram of 3 numbers");
    CHECK(synth::children_histogram({{5, 1}}).describe() == "5 for each parent");
}
