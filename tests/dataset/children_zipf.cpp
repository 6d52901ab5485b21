// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <vector>

#include <doctest/doctest.h>

#include <synth/dataset/children_zipf.hpp>
#include <synth/dataset/dataset.hpp>

#include "owned_ranges.hpp"

namespace {

using owned_ranges::check_ranges;

// The numbers of children, the heaviest parent first.
std::vector<std::uint64_t> ranked(double exponent, std::uint64_t parents, std::uint64_t children) {
    const synth::ownership<synth::children_zipf> map{parents, children, synth::children_zipf{exponent},
                                                     owned_ranges::stream};
    std::vector<std::uint64_t> degrees;
    degrees.reserve(parents);
    for (std::uint64_t parent = 0; parent < parents; ++parent) {
        degrees.push_back(map.children_of(parent).size());
    }
    std::ranges::sort(degrees, std::greater<>{});
    return degrees;
}

struct city {
    std::int64_t id{};
};
struct shop {
    std::int64_t city_id{};
    std::int64_t number{};
};

} // namespace

template<>
inline constexpr auto synth::table<shop> =
    synth::describe<shop>(synth::primary_key<&shop::city_id, &shop::number>(),
                          synth::references<&shop::city_id, &city::id>(synth::children_zipf(1.1)));

TEST_CASE("the heaviest parents have the shares of the law, and the others theirs together") {
    for (const double exponent : {0.5, 1.0, 1.1, 2.0}) {
        CAPTURE(exponent);
        constexpr std::uint64_t parents = 5'000;
        constexpr double children = 1'000'000;
        double all = 0;
        for (std::uint64_t rank = 1; rank <= parents; ++rank) {
            all += std::pow(static_cast<double>(rank), -exponent);
        }
        const std::vector<std::uint64_t> degrees = ranked(exponent, parents, 1'000'000);
        double expected = 0;
        double seen = 0;
        double greatest = 0;
        for (std::uint64_t rank = 1; rank <= parents; ++rank) {
            const double share = children * std::pow(static_cast<double>(rank), -exponent) / all;
            expected += share;
            seen += static_cast<double>(degrees[rank - 1]);
            greatest = std::max(greatest, std::abs(seen - expected) / children);
            if (rank <= 16) {
                CHECK(std::abs(static_cast<double>(degrees[rank - 1]) - share) <= 1.5);
            } else { // half an octave has numbers between its first and its last
                const double ratio = std::pow(1.45, exponent);
                CHECK(static_cast<double>(degrees[rank - 1]) <= share * ratio + 1);
                CHECK(static_cast<double>(degrees[rank - 1]) >= share / ratio - 1);
            }
        }
        CHECK(greatest < 0.003); // of all children, up to any rank
    }
}

TEST_CASE("an exponent of 0 gives every parent as many") {
    const std::vector<std::uint64_t> degrees = ranked(0, 300, 3'000);
    CHECK(std::ranges::count(degrees, std::uint64_t{10}) == 300);
}

TEST_CASE("the heavy parents lie anywhere in their table") {
    std::uint64_t in_front = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const synth::ownership<synth::children_zipf> map{1'000, 10'000, synth::children_zipf{1.1},
                                                         synth::make_stream_key(seed, {"shop"})};
        in_front += map.children_of(499).last > 5'000 ? 1U : 0U;
    }
    CHECK(in_front > 60);
    CHECK(in_front < 140);
}

TEST_CASE("ranges of a zipf law follow each other, in tables of any size") {
    for (const std::uint64_t parents : {1U, 2U, 15U, 16U, 17U, 63U, 64U, 65U, 300U}) {
        for (const std::uint64_t children : {0U, 1U, 2U, 30U, 1'000U, 9'999U}) {
            for (const double exponent : {0.0, 0.7, 1.0, 1.1, 3.0, 60.0}) {
                check_ranges(parents, children, synth::children_zipf{exponent});
            }
        }
    }
    check_ranges(0, 0, synth::children_zipf{1.1});
}

TEST_CASE("a zipf law of a million million rows is sought as any other") {
    constexpr std::uint64_t rows = 1'000'000'000'000;
    owned_ranges::check_far(rows, 10 * rows + 1, synth::children_zipf{1.0});
    owned_ranges::check_far(rows / 20, rows, synth::children_zipf{0.8});
    owned_ranges::check_far(rows, rows / 1'000, synth::children_zipf{1.3});
    owned_ranges::check_far(2, rows, synth::children_zipf{1.3});
    owned_ranges::check_far(std::uint64_t{1} << 62U, std::uint64_t{1} << 63U, synth::children_zipf{1.1});
}

TEST_CASE("the rows of a heavy parent are numbered") {
    const synth::dataset<synth::schema<city, shop>> data{synth::count<city>{50}, synth::count<shop>{1'000}};
    std::array<std::int64_t, 51> last{};
    for (const shop& each : data.rows<shop>()) {
        CHECK(each.number == ++last.at(static_cast<std::size_t>(each.city_id)));
    }
    CHECK(std::ranges::max(last) > 200);
}

TEST_CASE("an exponent that no law has is refused") {
    CHECK_THROWS_AS(synth::children_zipf{-0.1}, synth::plan_error);
    CHECK_THROWS_AS(synth::children_zipf{60.1}, synth::plan_error);
    CHECK_THROWS_AS(synth::children_zipf{std::nan("")}, synth::plan_error);
    CHECK(synth::children_zipf{1.1}.describe() == "zipf, exponent 1.1");
}
