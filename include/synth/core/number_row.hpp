// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_NUMBER_ROW_HPP
#define SYNTH_CORE_NUMBER_ROW_HPP

#include <optional>

#include <synth/core/integer.hpp>

namespace synth {

/// Every n-th whole number: those that leave the phase when divided by the step, 0 <= phase < step.
struct number_row {
    int128 step{1};
    int128 phase{};

    /// What is left of a number below a multiple of the divisor, never negative.
    [[nodiscard]] static constexpr int128 floor_remainder(int128 number, int128 divisor) {
        const int128 remainder = number % divisor;
        return remainder < 0 ? remainder + divisor : remainder;
    }

    [[nodiscard]] static constexpr number_row of(int128 step, int128 remainder) {
        return {step, step == 1 ? 0 : floor_remainder(remainder, step)}; // a division of 128 bits is slow
    }

    [[nodiscard]] constexpr bool contains(int128 number) const {
        return step == 1 || floor_remainder(number - phase, step) == 0;
    }

    [[nodiscard]] friend constexpr bool operator==(const number_row&, const number_row&) = default;
};

namespace detail {

constexpr int128 greatest_divisor(int128 left, int128 right) { // Euclid
    while (right != 0) {
        const int128 rest = left % right;
        left = right;
        right = rest;
    }
    const int128 size = left < 0 ? -left : left;
    return size == 0 ? 1 : size;
}

} // namespace detail

/// Whether two rows can be met by counting: the wider one has a step of at most a million, or a multiple of
/// the other's.
[[nodiscard]] constexpr bool countable(const number_row& left, const number_row& right) {
    constexpr int128 most = 1'000'000;
    return left.step == 1 || right.step == 1 || (left.step <= most && right.step <= most) ||
           left.step % right.step == 0 || right.step % left.step == 0;
}

/// The numbers that are in both of two countable rows: a row again, by the Chinese remainder theorem, or
/// none.
[[nodiscard]] constexpr std::optional<number_row> meet(const number_row& left, const number_row& right) {
    const number_row& wide = left.step >= right.step ? left : right;
    const number_row& narrow = left.step >= right.step ? right : left;
    if (narrow.step == 1) {
        return wide;
    }
    int128 number = wide.phase;
    const int128 most = wide.step % narrow.step == 0 ? 1 : narrow.step; // all of it leaves one remainder
    for (int128 tries = 0; tries < most; ++tries, number += wide.step) {
        if (narrow.contains(number)) {
            const int128 divisor = detail::greatest_divisor(wide.step, narrow.step);
            return number_row::of(wide.step / divisor * narrow.step, number);
        }
    }
    return std::nullopt;
}

} // namespace synth

#endif
