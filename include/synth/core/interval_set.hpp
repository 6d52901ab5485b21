// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_INTERVAL_SET_HPP
#define SYNTH_CORE_INTERVAL_SET_HPP

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>

#include <synth/core/integer.hpp>
#include <synth/core/number_range.hpp>
#include <synth/core/number_row.hpp>
#include <synth/core/range_list.hpp>
#include <synth/core/recurrence.hpp>

namespace synth {

/// A set of whole numbers: up to `capacity` intervals in rising order and, at wish, of these only numbers
/// that come again, as every n-th one, the working days or the first of each month. Where an operation's
/// result does not fit, the set holds more numbers than it should, never fewer: `exact()` tells. It lives on
/// the stack and allocates nothing.
class interval_set {
public:
    static constexpr std::size_t capacity = range_list::capacity;

    constexpr interval_set() = default;
    constexpr interval_set(const interval_set&) = default; // there is no cheaper move
    constexpr interval_set& operator=(const interval_set&) = default;
    constexpr ~interval_set() = default;
    constexpr interval_set(int128 low, int128 high) {
        if (low <= high) {
            append({low, high});
        }
    }

    [[nodiscard]] static constexpr interval_set all() { return {no_lower_bound, no_upper_bound}; }

    /// The numbers x with x mod step = remainder, as 0 <= remainder < step.
    [[nodiscard]] static constexpr interval_set every(int128 step, int128 remainder) {
        return every(number_cycle{number_row::of(step, remainder)});
    }
    /// The numbers that come again so.
    [[nodiscard]] static constexpr interval_set every(const recurrence& some) {
        interval_set set{some.span().low, some.span().high};
        set.recurring_ = some;
        set.prune();
        return set;
    }

    [[nodiscard]] constexpr bool empty() const { return intervals_.size() == 0; }
    [[nodiscard]] constexpr bool exact() const { return exact_; }
    [[nodiscard]] constexpr std::size_t interval_count() const { return intervals_.size(); }
    [[nodiscard]] constexpr const number_range& operator[](std::size_t index) const {
        return intervals_[index];
    }
    /// Whether its intervals have all their numbers; else what they have of them, and how far neighbours lie
    /// apart at most.
    [[nodiscard]] constexpr bool is_gapless() const { return recurring_.is_every(); }
    [[nodiscard]] constexpr const recurrence& recurring() const { return recurring_; }
    [[nodiscard]] constexpr int128 widest_gap() const { return recurring_.widest_gap(); }
    /// The intervals with all their numbers.
    [[nodiscard]] constexpr interval_set filled() const {
        interval_set result = *this;
        result.recurring_ = {};
        return result;
    }

    /// The least and the greatest number; the set must not be empty.
    [[nodiscard]] constexpr int128 low() const {
        const int128 first = intervals_[0].low;
        return is_gapless() ? first : recurring_.select(recurring_.rank(first));
    }
    [[nodiscard]] constexpr int128 high() const {
        const int128 last = intervals_[intervals_.size() - 1].high;
        return is_gapless() ? last : recurring_.select(recurring_.rank(last + 1) - 1);
    }
    [[nodiscard]] constexpr bool is_all() const {
        return intervals_.size() == 1 && is_gapless() && low() <= no_lower_bound && high() >= no_upper_bound;
    }

    [[nodiscard]] constexpr bool contains(int128 number) const {
        for (std::size_t index = 0; index < intervals_.size() && intervals_[index].low <= number; ++index) {
            if (number <= intervals_[index].high) {
                return is_gapless() || recurring_.contains(number);
            }
        }
        return false;
    }

    /// How many numbers there are, at most 2^64 - 1.
    [[nodiscard]] constexpr std::uint64_t count() const {
        constexpr uint128 most = std::numeric_limits<std::uint64_t>::max();
        uint128 sum = 0;
        for (std::size_t index = 0; index < intervals_.size(); ++index) {
            sum += count_of(intervals_[index]);
        }
        return static_cast<std::uint64_t>(sum < most ? sum : most);
    }

    /// The number with an index in rising order; the index must be below the count.
    [[nodiscard]] constexpr int128 at(std::uint64_t position) const {
        uint128 left = position;
        std::size_t index = 0;
        for (; index + 1 < intervals_.size(); ++index) {
            const uint128 here = count_of(intervals_[index]);
            if (left < here) {
                break;
            }
            left -= here;
        }
        const int128 low = intervals_[index].low;
        return is_gapless() ? low + static_cast<int128>(left)
                            : recurring_.select(recurring_.rank(low) + static_cast<int128>(left));
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
        before += count_between(intervals_[index].low, number);
        return before <= std::numeric_limits<std::uint64_t>::max()
                   ? std::optional{static_cast<std::uint64_t>(before)}
                   : std::nullopt;
    }

    [[nodiscard]] friend constexpr interval_set operator&(const interval_set& left,
                                                          const interval_set& right) {
        interval_set result;
        result.exact_ = left.exact_ && right.exact_;
        if (!left.is_gapless() || !right.is_gapless()) {
            const std::optional<recurrence> both = meet(left.recurring_, right.recurring_);
            result.recurring_ = both ? *both : recurrence::narrower(left.recurring_, right.recurring_);
            result.exact_ = result.exact_ && both;
        }
        std::size_t other = 0;
        for (std::size_t index = 0; index < left.intervals_.size(); ++index) {
            const number_range& mine = left.intervals_[index];
            while (other < right.intervals_.size() && right.intervals_[other].high < mine.low) {
                ++other;
            }
            for (std::size_t each = other;
                 each < right.intervals_.size() && right.intervals_[each].low <= mine.high; ++each) {
                const number_range& theirs = right.intervals_[each];
                result.append({mine.low > theirs.low ? mine.low : theirs.low,
                               mine.high < theirs.high ? mine.high : theirs.high});
            }
        }
        result.prune();
        return result;
    }

    [[nodiscard]] friend constexpr interval_set operator|(const interval_set& left,
                                                          const interval_set& right) {
        interval_set result;
        result.exact_ = left.exact_ && right.exact_;
        if (!left.is_gapless() || !right.is_gapless()) {
            if (const std::optional<recurrence> shared = recurring_of_union(left, right)) {
                result.recurring_ = *shared;
            } else {
                result.exact_ = (left.is_all() && left.exact_) || (right.is_all() && right.exact_);
            }
        }
        std::size_t first = 0;
        std::size_t second = 0;
        while (first < left.intervals_.size() || second < right.intervals_.size()) {
            const bool take_left = second == right.intervals_.size() ||
                                   (first < left.intervals_.size() &&
                                    left.intervals_[first].low <= right.intervals_[second].low);
            result.append(take_left ? left.intervals_[first++] : right.intervals_[second++]);
        }
        return result;
    }

    /// Every other number.
    [[nodiscard]] constexpr interval_set operator!() const {
        if (!is_gapless() || !exact_) { // the complement of more than it should be may be too little
            return all().estimated();
        }
        interval_set result;
        int128 next = no_lower_bound;
        for (std::size_t index = 0; index < intervals_.size(); ++index) {
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
        result.recurring_ = recurring_.shifted(by);
        for (std::size_t index = 0; index < intervals_.size(); ++index) {
            number_range& each = result.intervals_[index];
            each.low += each.low <= no_lower_bound || each.low >= no_upper_bound ? 0 : by;
            each.high += each.high <= no_lower_bound || each.high >= no_upper_bound ? 0 : by;
        }
        result.prune();
        return result;
    }

    /// The numbers with the other sign.
    [[nodiscard]] constexpr interval_set negated() const {
        interval_set result = *this;
        const std::optional<recurrence> turned = recurring_.negated();
        result.recurring_ = turned ? *turned : recurrence{};
        result.exact_ = exact_ && turned;
        for (std::size_t index = 0; index < intervals_.size(); ++index) {
            const number_range& each = intervals_[index];
            result.intervals_[intervals_.size() - 1 - index] = {-each.high, -each.low};
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
    // Of a union: what recurs in both, what recurs in one or the other of the same intervals, or that of one
    // set which has all single numbers of the other.
    [[nodiscard]] static constexpr std::optional<recurrence> recurring_of_union(const interval_set& left,
                                                                                const interval_set& right) {
        if (left.recurring_ == right.recurring_ ||
            (!left.is_gapless() && right.has_singles_of(left.recurring_))) {
            return left.recurring_;
        }
        if (!right.is_gapless() && left.has_singles_of(right.recurring_)) {
            return right.recurring_;
        }
        return left.intervals_ == right.intervals_ ? join(left.recurring_, right.recurring_) : std::nullopt;
    }
    [[nodiscard]] constexpr bool has_singles_of(const recurrence& some) const {
        bool inside = true;
        for (std::size_t index = 0; inside && index < intervals_.size(); ++index) {
            const number_range& each = intervals_[index];
            inside = each.low == each.high && some.contains(each.low);
        }
        return inside;
    }

    // How many numbers of it there are from one number to before another.
    [[nodiscard]] constexpr uint128 count_between(int128 low, int128 end) const {
        return static_cast<uint128>(is_gapless() ? end - low : recurring_.rank(end) - recurring_.rank(low));
    }
    [[nodiscard]] constexpr uint128 count_of(const number_range& each) const {
        return count_between(each.low, each.high + 1);
    }

    constexpr void append(const number_range& next) { exact_ = intervals_.append(next) && exact_; }

    // Leaves out intervals without a number that recurs.
    constexpr void prune() {
        if (recurring_.empty()) {
            *this = exact_ ? interval_set{} : interval_set{}.estimated();
        } else if (!is_gapless()) {
            intervals_.keep([this](const number_range& each) { return count_of(each) > 0; });
            if (empty()) {
                recurring_ = {}; // else a union with it would not be exact
            }
        }
    }

    range_list intervals_;
    recurrence recurring_;
    bool exact_{true};
};

} // namespace synth

#endif
