// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_INTERVAL_SET_HPP
#define SYNTH_CORE_INTERVAL_SET_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <type_traits>

#include <synth/core/integer.hpp>
#include <synth/core/number_range.hpp>
#include <synth/core/number_row.hpp>

namespace synth {

/// A set of whole numbers: up to `capacity` intervals in rising order and, at wish, only every n-th number.
/// Where an operation's result does not fit, the set holds more numbers than it should, never fewer:
/// `exact()` tells. It lives on the stack and allocates nothing.
class interval_set {
public:
    static constexpr std::size_t capacity = 32;

    constexpr interval_set() { // NOLINT(*-member-init): only intervals in use have a value, at run time
        if (std::is_constant_evaluated()) {
            intervals_ = {};
        }
    }
    constexpr interval_set(int128 low, int128 high) : interval_set() {
        if (low <= high) {
            intervals_[size_++] = {low, high};
        }
    }
    // NOLINTNEXTLINE(*-member-init): as above; the others are copied
    constexpr interval_set(const interval_set& other)
        : row_(other.row_), size_(other.size_), exact_(other.exact_) {
        copy_intervals(other);
    }
    constexpr interval_set& operator=(const interval_set& other) {
        row_ = other.row_;
        size_ = other.size_;
        exact_ = other.exact_;
        copy_intervals(other);
        return *this;
    }
    constexpr ~interval_set() = default;

    [[nodiscard]] static constexpr interval_set all() { return {no_lower_bound, no_upper_bound}; }

    /// The numbers x with x mod step = remainder, as 0 <= remainder < step.
    [[nodiscard]] static constexpr interval_set every(int128 step, int128 remainder) {
        interval_set set = all();
        set.row_ = number_row::of(step, remainder);
        set.align();
        return set;
    }

    [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
    [[nodiscard]] constexpr bool exact() const { return exact_; }
    [[nodiscard]] constexpr int128 step() const { return row_.step; }
    [[nodiscard]] constexpr std::size_t interval_count() const { return size_; }
    [[nodiscard]] constexpr const number_range& operator[](std::size_t index) const {
        return intervals_[index];
    }
    /// The least and the greatest number; the set must not be empty.
    [[nodiscard]] constexpr int128 low() const { return intervals_[0].low; }
    [[nodiscard]] constexpr int128 high() const { return intervals_[size_ - 1].high; }
    [[nodiscard]] constexpr bool is_all() const {
        return size_ == 1 && row_.step == 1 && low() <= no_lower_bound && high() >= no_upper_bound;
    }

    [[nodiscard]] constexpr bool contains(int128 number) const {
        if (!row_.contains(number)) {
            return false;
        }
        for (std::size_t index = 0; index < size_ && intervals_[index].low <= number; ++index) {
            if (number <= intervals_[index].high) {
                return true;
            }
        }
        return false;
    }

    /// How many numbers there are, at most 2^64 - 1.
    [[nodiscard]] constexpr std::uint64_t count() const {
        constexpr uint128 most = std::numeric_limits<std::uint64_t>::max();
        uint128 sum = 0;
        for (std::size_t index = 0; index < size_; ++index) {
            sum += count_of(intervals_[index]);
        }
        return static_cast<std::uint64_t>(sum < most ? sum : most);
    }

    /// The number with an index in rising order; the index must be below the count.
    [[nodiscard]] constexpr int128 at(std::uint64_t position) const {
        uint128 left = position;
        for (std::size_t index = 0; index + 1 < size_; ++index) {
            const uint128 here = count_of(intervals_[index]);
            if (left < here) {
                return intervals_[index].low + static_cast<int128>(left) * row_.step;
            }
            left -= here;
        }
        return intervals_[size_ - 1].low + static_cast<int128>(left) * row_.step;
    }

    /// The inverse of `at`; nothing for a number that is not in the set or lies beyond 2^64 - 1 others.
    [[nodiscard]] constexpr std::optional<std::uint64_t> index_of(int128 number) const {
        if (!contains(number)) {
            return std::nullopt;
        }
        uint128 before = 0;
        std::size_t index = 0;
        for (; intervals_[index].high < number; ++index) {
            before += count_of(intervals_[index]);
        }
        before += static_cast<uint128>((number - intervals_[index].low) / row_.step);
        return before <= std::numeric_limits<std::uint64_t>::max()
                   ? std::optional{static_cast<std::uint64_t>(before)}
                   : std::nullopt;
    }

    [[nodiscard]] friend constexpr interval_set operator&(const interval_set& left,
                                                          const interval_set& right) {
        interval_set result;
        result.exact_ = left.exact_ && right.exact_;
        if (countable(left.row_, right.row_)) {
            const std::optional<number_row> row = meet(left.row_, right.row_);
            if (!row) {
                return result;
            }
            result.row_ = *row;
        } else {
            result.row_ = left.row_;
            result.exact_ = result.exact_ && left.row_ == right.row_;
        }
        std::size_t other = 0;
        for (std::size_t index = 0; index < left.size_; ++index) {
            const number_range& mine = left.intervals_[index];
            while (other < right.size_ && right.intervals_[other].high < mine.low) {
                ++other;
            }
            for (std::size_t each = other; each < right.size_ && right.intervals_[each].low <= mine.high;
                 ++each) {
                const number_range& theirs = right.intervals_[each];
                result.append({mine.low > theirs.low ? mine.low : theirs.low,
                               mine.high < theirs.high ? mine.high : theirs.high});
            }
        }
        result.align();
        return result;
    }

    [[nodiscard]] friend constexpr interval_set operator|(const interval_set& left,
                                                          const interval_set& right) {
        interval_set result;
        result.exact_ = left.exact_ && right.exact_;
        // Single numbers may be in the row of the other set.
        const number_row& row =
            left.size_ > 0 && (left.row_.step != 1 || right.size_ == 0) ? left.row_ : right.row_;
        if (left.in_row(row) && right.in_row(row)) {
            result.row_ = row;
        } else {
            result.exact_ = (left.is_all() && left.exact_) || (right.is_all() && right.exact_);
        }
        std::size_t first = 0;
        std::size_t second = 0;
        while (first < left.size_ || second < right.size_) {
            const bool take_left =
                second == right.size_ ||
                (first < left.size_ && left.intervals_[first].low <= right.intervals_[second].low);
            result.append(take_left ? left.intervals_[first++] : right.intervals_[second++]);
        }
        result.align();
        return result;
    }

    /// Every other number.
    [[nodiscard]] constexpr interval_set operator!() const {
        if (row_.step != 1 || !exact_) { // the complement of more than it should be may be too little
            return all().estimated();
        }
        interval_set result;
        int128 next = no_lower_bound;
        for (std::size_t index = 0; index < size_; ++index) {
            if (intervals_[index].low > next) {
                result.append({next, intervals_[index].low - 1});
            }
            next = intervals_[index].high + 1;
        }
        if (next <= no_upper_bound) {
            result.append({next, no_upper_bound});
        }
        return result;
    }

    /// The numbers, each so much greater; what has no bound keeps none.
    [[nodiscard]] constexpr interval_set shifted(int128 by) const {
        interval_set result = *this;
        result.row_ = number_row::of(row_.step, row_.phase + by);
        for (std::size_t index = 0; index < size_; ++index) {
            number_range& each = result.intervals_[index];
            each.low += each.low <= no_lower_bound || each.low >= no_upper_bound ? 0 : by;
            each.high += each.high <= no_lower_bound || each.high >= no_upper_bound ? 0 : by;
        }
        result.align();
        return result;
    }

    /// The numbers with the other sign.
    [[nodiscard]] constexpr interval_set negated() const {
        interval_set result = *this;
        result.row_ = number_row::of(row_.step, -row_.phase);
        for (std::size_t index = 0; index < size_; ++index) {
            const number_range& each = intervals_[index];
            result.intervals_[size_ - 1 - index] = {-each.high, -each.low};
        }
        return result;
    }

    /// The same numbers, of which some may be too many.
    [[nodiscard]] constexpr interval_set estimated() const {
        interval_set result = *this;
        result.exact_ = false;
        return result;
    }

    static constexpr auto floor_remainder = &number_row::floor_remainder;

private:
    constexpr void copy_intervals(const interval_set& other) {
        for (std::size_t index = 0; index < (std::is_constant_evaluated() ? capacity : other.size_);
             ++index) {
            intervals_[index] = other.intervals_[index];
        }
    }

    [[nodiscard]] constexpr bool in_row(const number_row& row) const {
        bool inside = row_.step == 1;
        for (std::size_t index = 0; inside && row.step != 1 && index < size_; ++index) {
            inside = intervals_[index].low == intervals_[index].high && row.contains(intervals_[index].low);
        }
        return inside || row_ == row || size_ == 0;
    }

    [[nodiscard]] constexpr uint128 count_of(const number_range& each) const {
        return static_cast<uint128>((each.high - each.low) / row_.step) + 1;
    }

    // Adds an interval that starts no lower than those before it; what touches is joined, and what does not
    // fit goes to the last one.
    constexpr void append(const number_range& next) {
        if (size_ > 0 && next.low <= intervals_[size_ - 1].high + 1) {
            number_range& last = intervals_[size_ - 1];
            last.high = last.high > next.high ? last.high : next.high;
        } else if (size_ == capacity) {
            intervals_[size_ - 1].high = next.high;
            exact_ = false;
        } else {
            intervals_[size_++] = next;
        }
    }

    // Moves the bounds to numbers that are in the row.
    constexpr void align() {
        if (row_.step == 1) {
            return;
        }
        std::size_t kept = 0;
        for (std::size_t index = 0; index < size_; ++index) {
            const number_range each{row_.not_below(intervals_[index].low),
                                    row_.not_above(intervals_[index].high)};
            if (each.low <= each.high) {
                intervals_[kept++] = each;
            }
        }
        size_ = kept;
    }

    std::array<number_range, capacity> intervals_;
    number_row row_;
    std::size_t size_{};
    bool exact_{true};
};

} // namespace synth

#endif
