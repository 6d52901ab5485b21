// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_CYCLE_ALGEBRA_HPP
#define SYNTH_CORE_CYCLE_ALGEBRA_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>

#include <synth/core/integer.hpp>
#include <synth/core/number_cycle.hpp>
#include <synth/core/number_row.hpp>

namespace synth {

namespace detail {

/// The places of a cycle in a longer one, in rising order.
class places_in_cycle {
public:
    static constexpr std::size_t capacity = 256;

    constexpr places_in_cycle() { // NOLINT(*-member-init): only places in use have a value, at run time
        if (std::is_constant_evaluated()) {
            all_ = {};
        }
    }

    /// False where they do not fit. What is finer than a step of the longer one is rounded to its places.
    constexpr bool collect(const number_cycle& cycle, int128 step, int128 start, int128 length) {
        const int128 period = cycle.period();
        const int128 end = start + step * length;
        const bool single = cycle.step() > step;
        const auto each_period = static_cast<int128>(single ? cycle.count_of_period()
                                                            : static_cast<std::int64_t>(cycle.range_count()));
        if (step * length / period * each_period > static_cast<int128>(capacity) - 2 * each_period) {
            return false;
        }
        const int128 first = start - number_row::floor_remainder(start - cycle.start(), period);
        for (int128 base = first; base < end; base += period) {
            for (std::size_t index = 0; index < cycle.range_count(); ++index) {
                const number_cycle::places range = cycle[index];
                for (std::int64_t place = range.low; place <= range.high; ++place) {
                    const std::int64_t last = single ? place : range.high;
                    const int128 low = base + cycle.step() * place;
                    const int128 high = base + cycle.step() * last;
                    append(low < start ? start : low, high < end ? high : end - 1, step, start);
                    place = last;
                }
            }
        }
        return true;
    }

    [[nodiscard]] constexpr std::size_t size() const { return size_; }
    [[nodiscard]] constexpr const number_cycle::places& operator[](std::size_t index) const {
        return all_[index];
    }

private:
    constexpr void append(int128 low, int128 high, int128 step, int128 start) {
        if (low > high) {
            return;
        }
        const auto first = static_cast<std::int64_t>((low - start + step - 1) / step);
        const auto last = static_cast<std::int64_t>((high - start) / step);
        if (first <= last) {
            all_[size_++] = {first, last};
        }
    }

    std::array<number_cycle::places, capacity> all_;
    std::size_t size_{};
};

// Adds places to a cycle, all or those that another has too; false where they do not fit.
constexpr bool add_all(number_cycle& cycle, const places_in_cycle& places) {
    bool room = true;
    for (std::size_t index = 0; room && index < places.size(); ++index) {
        room = cycle.add(places[index].low, places[index].high);
    }
    return room;
}
constexpr bool add_shared(number_cycle& cycle, const places_in_cycle& places, const number_cycle& another) {
    places_in_cycle theirs;
    bool room = theirs.collect(another, cycle.step(), cycle.start(), cycle.length());
    std::size_t first = 0;
    for (std::size_t index = 0; room && index < places.size(); ++index) {
        const number_cycle::places& here = places[index];
        while (first < theirs.size() && theirs[first].high < here.low) {
            ++first;
        }
        for (std::size_t each = first; room && each < theirs.size() && theirs[each].low <= here.high;
             ++each) {
            const number_cycle::places& there = theirs[each];
            room = cycle.add(here.low > there.low ? here.low : there.low,
                             here.high < there.high ? here.high : there.high);
        }
    }
    return room;
}

} // namespace detail

/// The numbers that are in both of two cycles, where they are a cycle again: with the least common period.
[[nodiscard]] constexpr std::optional<number_cycle> meet(const number_cycle& left,
                                                         const number_cycle& right) {
    if (left.is_every() || right.is_every() || left == right) {
        return left.is_every() ? right : left;
    }
    const number_row left_row = number_row::of(left.step(), left.start());
    const number_row right_row = number_row::of(right.step(), right.start());
    if (!countable(left_row, right_row)) {
        return std::nullopt;
    }
    const std::optional<number_row> row = meet(left_row, right_row);
    if (!row) {
        return number_cycle::none();
    }
    if (left.is_row() && right.is_row()) {
        return number_cycle{*row};
    }
    const bool one = left.is_row() || right.is_row(); // of which the row is met already
    const number_cycle& first = left.is_row() ? right : left;
    if (one && row->step % first.period() == 0) { // however long that is
        return first.contains(row->phase) ? number_cycle{*row} : number_cycle::none();
    }
    int128 period = row->step;
    for (const number_cycle* each : {&left, &right}) {
        const int128 own = each->is_row() ? each->step() : each->period();
        const int128 factor = own / detail::greatest_divisor(period, own);
        if (__builtin_mul_overflow(period, factor, &period) || period > number_cycle::longest) {
            return std::nullopt;
        }
    }
    number_cycle result{row->step, row->phase, period / row->step};
    detail::places_in_cycle mine;
    if (!mine.collect(first, result.step(), result.start(), result.length()) ||
        !(one ? detail::add_all(result, mine) : detail::add_shared(result, mine, right))) {
        return std::nullopt;
    }
    return result.empty() ? number_cycle::none() : result.simplified();
}

/// The numbers that are in one of two cycles, where they are a cycle again.
[[nodiscard]] constexpr std::optional<number_cycle> join(const number_cycle& left,
                                                         const number_cycle& right) {
    if (left.is_every() || right.empty() || left == right) {
        return left;
    }
    if (right.is_every() || left.empty()) {
        return right;
    }
    int128 step = detail::greatest_divisor(left.step(), right.step());
    step = detail::greatest_divisor(step, left.start() - right.start());
    int128 period = left.period() / detail::greatest_divisor(left.period(), right.period());
    if (__builtin_mul_overflow(period, right.period(), &period) || period > number_cycle::longest) {
        return std::nullopt;
    }
    number_cycle result{step, number_row::floor_remainder(left.start(), step), period / step};
    detail::places_in_cycle mine;
    detail::places_in_cycle theirs;
    if (!mine.collect(left, step, result.start(), result.length()) ||
        !theirs.collect(right, step, result.start(), result.length())) {
        return std::nullopt;
    }
    std::size_t first = 0;
    std::size_t second = 0;
    while (first < mine.size() || second < theirs.size()) {
        const bool take_mine =
            second == theirs.size() || (first < mine.size() && mine[first].low <= theirs[second].low);
        const number_cycle::places& next = take_mine ? mine[first++] : theirs[second++];
        if (!result.add(next.low, next.high)) {
            return std::nullopt;
        }
    }
    return result.simplified();
}

} // namespace synth

#endif
