// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <numeric>

#include <doctest/doctest.h>

#include <synth/dataset/tilted_counts.hpp>

namespace {

constexpr std::array<std::uint64_t, 3> numbers{0, 1, 7};
constexpr std::array<std::uint64_t, 3> weights{2, 5, 3};

template<std::size_t Size>
std::uint64_t total_of(const std::array<std::uint64_t, Size>& of,
                       const std::array<std::uint64_t, Size>& counts) {
    std::uint64_t sum = 0;
    for (std::size_t index = 0; index < Size; ++index) {
        sum += of[index] * counts[index];
    }
    return sum;
}

} // namespace

TEST_CASE("a mean that the weights have leaves them as they are") {
    CHECK(synth::tilted_counts(numbers, weights, 10, 26) == std::array<std::uint64_t, 3>{2, 5, 3});
    const std::uint64_t million_million = 1'000'000'000'000;
    const auto many = synth::tilted_counts(numbers, weights, million_million, 26 * million_million / 10);
    CHECK(many[0] > million_million / 5 - 10);
    CHECK(many[0] < million_million / 5 + 10);
    CHECK(many[2] > million_million / 10 * 3 - 10);
    CHECK(many[2] < million_million / 10 * 3 + 10);
}

TEST_CASE("another mean tilts the weights by powers of one factor") {
    for (const std::uint64_t total : {100'000U, 1'000'000U, 4'000'000U, 6'000'000U}) {
        const auto counts = synth::tilted_counts(numbers, weights, 1'000'000, total);
        CHECK(std::accumulate(counts.begin(), counts.end(), std::uint64_t{0}) == 1'000'000);
        const std::uint64_t met = total_of(numbers, counts);
        CHECK(met + 10 > total);
        CHECK(met < total + 10);
        // counts are 2, 5 t and 3 t^7 in relation: t from the first two gives the third.
        const double factor = static_cast<double>(counts[1]) / static_cast<double>(counts[0]) * 2.0 / 5.0;
        double third = static_cast<double>(counts[0]) * 3.0 / 2.0;
        for (int power = 0; power < 7; ++power) {
            third *= factor;
        }
        CHECK(static_cast<double>(counts[2]) == doctest::Approx(third).epsilon(0.001).scale(1'000));
    }
}

TEST_CASE("the ends of the range leave one number") {
    CHECK(synth::tilted_counts(numbers, weights, 1'000, 0) == std::array<std::uint64_t, 3>{1'000, 0, 0});
    CHECK(synth::tilted_counts(numbers, weights, 1'000, 7'000) == std::array<std::uint64_t, 3>{0, 0, 1'000});
    CHECK(synth::tilted_counts(numbers, weights, 0, 0) == std::array<std::uint64_t, 3>{0, 0, 0});
    constexpr std::array<std::uint64_t, 1> one{4};
    CHECK(synth::tilted_counts(one, one, 9, 36) == std::array<std::uint64_t, 1>{9});
}

TEST_CASE("numbers far apart keep the mean") {
    constexpr std::array<std::uint64_t, 3> wide{0, 1, 1'000'000'000};
    const auto counts = synth::tilted_counts(wide, weights, 1'000'000, 250'000'000'000'000);
    CHECK(counts[2] >= 249'999);
    CHECK(counts[2] <= 250'001);
    CHECK(counts[1] > 0);
}

TEST_CASE("counts are constants") { static_assert(synth::tilted_counts(numbers, weights, 10, 26)[1] == 5); }
