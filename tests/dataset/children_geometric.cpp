// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>

#include <doctest/doctest.h>

#include <synth/dataset/children_geometric.hpp>
#include <synth/dataset/dataset.hpp>

#include "owned_ranges.hpp"
#include "refusal.hpp"

namespace {

using owned_ranges::check_ranges;
using owned_ranges::degrees_of;

// The greatest distance between the shares of parents that have a number or fewer and those of the law.
double distance_from_law(std::uint64_t parents, std::uint64_t children, std::uint64_t least) {
    const double mean =
        static_cast<double>(children) / static_cast<double>(parents) - static_cast<double>(least);
    const double fall = mean / (mean + 1);
    double greatest = 0;
    std::uint64_t seen = 0;
    for (const auto& [number, count] : degrees_of(synth::children_geometric{least}, parents, children)) {
        const auto above = static_cast<double>(number - least);
        const double before = static_cast<double>(seen) / static_cast<double>(parents);
        seen += count;
        const double after = static_cast<double>(seen) / static_cast<double>(parents);
        greatest = std::max({greatest, std::abs(1 - std::pow(fall, above + 1) - after),
                             std::abs(1 - std::pow(fall, above) - before)});
    }
    return greatest;
}

struct author {
    std::int64_t id{};
};
struct book {
    std::int64_t author_id{};
    std::int16_t number{};
};

} // namespace

template<>
inline constexpr auto synth::table<book> =
    synth::describe<book>(synth::primary_key<&book::author_id, &book::number>(),
                          synth::references<&book::author_id, &author::id>(synth::children_geometric(1)));

namespace {

using database = synth::schema<author, book>;

} // namespace

TEST_CASE("numbers come as often as a geometric law says, to within rounding") {
    const auto degrees = degrees_of(synth::children_geometric{}, 4'096, 4'096);
    for (const std::uint64_t number : {0U, 1U, 2U, 3U, 4U, 5U, 6U}) {
        const std::uint64_t expected = std::uint64_t{2'048} >> number;
        CHECK(degrees.at(number) >= expected - 1);
        CHECK(degrees.at(number) <= expected + 1);
    }
    CHECK(degrees.rbegin()->first >= 10);
}

TEST_CASE("the shares are those of the law for small and large means") {
    CHECK(distance_from_law(10'000, 1'000, 0) < 0.0005);
    CHECK(distance_from_law(10'000, 30'000, 0) < 0.0005);
    CHECK(distance_from_law(10'000, 110'000, 1) < 0.005);
    CHECK(distance_from_law(10'000, 1'000'000, 0) < 0.01);
    CHECK(distance_from_law(10'000, 123'456'789, 1) < 0.003);
}

TEST_CASE("more numbers than classes are many numbers") {
    const auto degrees = degrees_of(synth::children_geometric{}, 10'000, 10'000'000);
    CHECK(degrees.size() > 2'000);
    CHECK(degrees.begin()->first < 10);
    CHECK(degrees.rbegin()->first > 7'000);
}

TEST_CASE("ranges of a geometric law follow each other, in tables of any size") {
    for (const std::uint64_t parents : {1U, 2U, 3U, 15U, 63U, 64U, 65U, 200U}) {
        for (const std::uint64_t children : {0U, 1U, 2U, 7U, 100U, 1'000U, 9'999U}) {
            check_ranges(parents, children, synth::children_geometric{});
            check_ranges(parents, children + parents, synth::children_geometric{1});
            check_ranges(parents, children + 5 * parents, synth::children_geometric{5});
        }
    }
    check_ranges(0, 0, synth::children_geometric{});
}

TEST_CASE("a geometric law of a million million rows is sought as any other") {
    constexpr std::uint64_t parents = 1'000'000'000'000;
    owned_ranges::check_far(parents, 3 * parents + 1, synth::children_geometric{});
    owned_ranges::check_far(parents, parents + 12'345, synth::children_geometric{1});
    owned_ranges::check_far(1'000'000, parents, synth::children_geometric{});
    owned_ranges::check_far(3, parents, synth::children_geometric{});
}

TEST_CASE("every parent has the least number") {
    for (std::uint64_t children = 50; children < 200; ++children) {
        const auto degrees = degrees_of(synth::children_geometric{1}, 50, children);
        CHECK(degrees.begin()->first >= 1);
    }
}

TEST_CASE("a plan without the least number for each parent is refused with the remedy") {
    CHECK(refusal_of<database>(synth::count<author>{10}, synth::count<book>{9}) ==
          "synth: book: 9 rows cannot be geometric, at least 1 for each parent among 10 rows of author; plan "
          "at "
          "least 10 rows");
    CHECK(refusal_of<database>(synth::count<author>{10}, synth::count<book>{10}).empty());
    CHECK(refusal_of<database>(synth::count<author>{10}, synth::count<book>{1'000'000})
              .ends_with("do not fit the column; plan fewer rows, or more of author"));
    CHECK(refusal_of<database>(synth::count<author>{0}, synth::count<book>{0}).empty());
    CHECK(refusal_of<database>(synth::count<author>{0}, synth::count<book>{1})
              .ends_with("1 rows need a parent, but the parent has no rows; plan at least one"));
}

TEST_CASE("a geometric law describes itself") {
    CHECK(synth::children_geometric{}.describe() == "geometric");
    CHECK(synth::children_geometric{2}.describe() == "geometric, at least 2 for each parent");
}
