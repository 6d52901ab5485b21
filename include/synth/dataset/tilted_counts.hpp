// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_TILTED_COUNTS_HPP
#define SYNTH_DATASET_TILTED_COUNTS_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

#include <synth/core/integer.hpp>
#include <synth/random/fixed_point.hpp>

namespace synth {

namespace detail {

// An unsigned number, which may need a bit more than the value of a fixed has.
[[nodiscard]] constexpr fixed fixed_of(std::uint64_t number) {
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    return number <= most ? fixed{static_cast<std::int64_t>(number), 0}
                          : fixed{static_cast<std::int64_t>(number >> 1U), 1};
}

// A real number of things of which there are so many.
[[nodiscard]] constexpr std::uint64_t count_of(fixed number, std::uint64_t most) {
    const int128 units = to_units(number, 0);
    if (units < 0) {
        return 0;
    }
    return units > static_cast<int128>(most) ? most : static_cast<std::uint64_t>(units);
}

} // namespace detail

/// How many of `parents` have each of these numbers, ascending, of children so that the mean is `total /
/// parents`: the law of these weights where that is its mean, else the law of weight_i * t^number_i that has
/// the mean, which of all such laws tells least from the given one (exponential tilting: Kullback 1959,
/// Csiszar 1975). The counts sum up to the parents; the total is met but for rounding.
template<std::size_t Size>
[[nodiscard]] constexpr std::array<std::uint64_t, Size>
tilted_counts(const std::array<std::uint64_t, Size>& numbers, const std::array<std::uint64_t, Size>& weights,
              std::uint64_t parents, std::uint64_t total) {
    const fixed mean = detail::fixed_of(total) / detail::fixed_of(std::max<std::uint64_t>(parents, 1));
    // The logarithm of t is tried in steps of a half: what is far from the heaviest number counts for
    // nothing.
    const auto shares = [&](fixed tilt) {
        std::array<fixed, Size> result{};
        const std::uint64_t reference = tilt.value > 0 ? numbers[Size - 1] : numbers[0];
        for (std::size_t index = 0; index < Size; ++index) {
            const fixed distance = detail::fixed_of(numbers[index]) - detail::fixed_of(reference);
            result[index] = detail::fixed_of(weights[index]) * exp2(tilt * distance);
        }
        return result;
    };
    const auto is_above = [&](fixed tilt) {
        const std::array<fixed, Size> each = shares(tilt);
        fixed sum{};
        for (std::size_t index = 0; index < Size; ++index) {
            sum = sum + each[index] * (detail::fixed_of(numbers[index]) - mean);
        }
        return sum.value > 0;
    };
    fixed low{-256, 0};
    fixed high{256, 0};
    for (std::size_t round = 0; round < 120; ++round) {
        const fixed middle = (low + high) * fixed{1, -1};
        (is_above(middle) ? high : low) = middle;
    }
    const std::array<fixed, Size> each = shares(high);
    fixed sum{};
    for (const fixed share : each) {
        sum = sum + share;
    }
    // Sums are rounded, not shares, so that no parent is lost.
    std::array<std::uint64_t, Size> counts{};
    fixed before{};
    std::uint64_t counted = 0;
    for (std::size_t index = 0; index < Size; ++index) {
        before = before + each[index];
        const std::uint64_t end =
            index + 1 == Size ? parents : detail::count_of(before / sum * detail::fixed_of(parents), parents);
        counts[index] = end - counted;
        counted = end;
    }
    return counts;
}

} // namespace synth

#endif
