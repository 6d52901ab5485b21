// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_WITHIN_HPP
#define SYNTH_GENERATE_WITHIN_HPP

#include <algorithm>
#include <cstdint>
#include <optional>

#include <synth/core/integer.hpp>
#include <synth/core/interval_set.hpp>
#include <synth/core/lazy_type.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/tried_numbers.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/random/draw.hpp>

namespace synth {

namespace detail {

// How far from a bound plausible numbers reach, where what a column usually holds is not allowed: five years
// of time, a hundred of what is counted, or as much again as the bound itself.
constexpr int128 plausible_reach(value_kind kind, int128 bound, int128 unit) {
    constexpr int128 days = int128{5} * 365;
    switch (kind) {
    case value_kind::date:
        return days;
    case value_kind::timestamp:
        return days * microseconds_in_day;
    case value_kind::interval:
        return int128{30} * microseconds_in_day;
    default: {
        const int128 size = bound < 0 ? -bound : bound;
        return size > 100 * unit ? size : 100 * unit;
    }
    }
}

} // namespace detail

/// The plausible part of what is allowed: all of it where it has bounds on both sides that are near, else
/// what lies close to its bound.
[[nodiscard]] inline interval_set plausible_part(const interval_set& allowed, const interval_set& natural,
                                                 value_kind kind, int128 unit) {
    const interval_set possible = allowed & natural;
    if (possible.empty()) {
        return possible;
    }
    const bool from_below = possible.low() - possible.widest_gap() >= natural.low();
    const bool from_above = possible.high() + possible.widest_gap() <= natural.high();
    if (from_below == from_above) {
        return possible;
    }
    const int128 bound = from_below ? possible.low() : possible.high();
    const int128 reach = detail::plausible_reach(kind, bound, unit);
    const interval_set near =
        possible & (from_below ? interval_set{bound, bound + reach} : interval_set{bound - reach, bound});
    return near.empty() ? possible : near;
}

/// Whether numbers of a set have bounds on both sides that are near, so that all of them are plausible.
[[nodiscard]] inline bool is_bounded(const interval_set& allowed, const interval_set& natural) {
    const interval_set possible = allowed & natural;
    return !possible.empty() && possible.low() - possible.widest_gap() >= natural.low() &&
           possible.high() + possible.widest_gap() <= natural.high();
}

/// Where the numbers lie that a generator made, and of which none was allowed: what is allowed among them is
/// more plausible than anything beside (`CHECK (number % 1000 = 0)`).
class usual_numbers {
public:
    void add(int128 number) {
        low_ = std::min(low_, number);
        high_ = std::max(high_, number);
    }
    /// What is allowed among them, or else `plausible`.
    [[nodiscard]] interval_set part_of(const interval_set& allowed, const interval_set& plausible) const {
        const interval_set usual = low_ <= high_ ? allowed & interval_set{low_, high_} : interval_set{};
        return usual.empty() ? plausible : usual;
    }

private:
    int128 low_ = no_upper_bound;
    int128 high_ = no_lower_bound;
};

/// One number of a set, each as likely as any other; the set must not be empty.
[[nodiscard]] inline int128 draw_from(const interval_set& numbers, draw& cell) {
    return numbers.at(cell.below(numbers.count()));
}

/// One number of a set, each order of magnitude as likely as any other: where checks ask for small numbers in
/// a way that nobody solves (`x * x < 2`), it finds them soon. Any number where the set has none so small.
[[nodiscard]] inline int128 draw_by_magnitude(const interval_set& numbers, draw& cell) {
    const int128 size = (int128{1} << cell.between(0U, 62U)) - 1;
    const interval_set small = numbers & interval_set{-size, size};
    return draw_from(small.empty() ? numbers : small, cell);
}

/// Tells whether a value keeps to the checks of its column; asked where the allowed values do not say it all.
using value_test = bool (*)(const possible_value& value);

/// How often a value is drawn before the checks are taken for impossible to meet.
inline constexpr unsigned most_draws = 1'000;

/// How often a generator is asked again before a number is drawn from what is allowed.
inline constexpr unsigned tries_within = 8;

/// How often a number is drawn from near a bound before it is drawn from farther off.
inline constexpr unsigned draws_near = most_draws / 4;

/// Those of a few numbers, as the lengths of arrays, that pass a test, if there is one.
template<typename Value>
using passing_numbers = detail::lazily<tried_numbers<>, Value>;
template<typename Value, typename Test>
[[nodiscard]] passing_numbers<Value> passing(const interval_set& numbers, const std::optional<Test>& test) {
    if (!test) {
        return passing_numbers<Value>{numbers};
    }
    const auto passes = [&test](int128 number) { return (*test)(possible_value::of(number)); };
    return {numbers, passes, 0};
}

/// A generator kept to allowed values: it is asked a few times, and what it gives is taken if it is allowed;
/// then a plausible allowed value is drawn.
template<whole_numbered Value, typename Bound, typename Test = value_test>
class bound_within {
public:
    /// Without a test what is allowed is allowed.
    bound_within(const Bound& base, const interval_set& allowed, const std::optional<Test>& test,
                 const column_plan& plan)
        : base_(base), test_(test), plan_(plan), allowed_(allowed & natural_numbers<Value>(plan)),
          near_(
              plausible_part(allowed, natural_numbers<Value>(plan), detail::kind_of<Value>, unit_of<Value>)),
          bounded_(is_bounded(allowed, natural_numbers<Value>(plan))) {
        if (allowed_.empty()) {
            throw refusal(plan, "the checks of the column allow no value; loosen one of them");
        }
    }

    Value operator()(draw& cell) const {
        usual_numbers usual;
        for (unsigned tries = 0; tries < tries_within; ++tries) {
            const auto value = static_cast<Value>(base_(cell));
            const int128 number = whole_number_of<Value>(value);
            if (keeps(possible_value::of(number))) {
                return exact(value, number);
            }
            usual.add(number);
        }
        const interval_set near = bounded_ ? near_ : usual.part_of(allowed_, near_);
        for (unsigned draws = 0; draws < most_draws; ++draws) {
            const int128 number =
                draws < draws_near ? draw_from(near, cell) : draw_by_magnitude(allowed_, cell);
            if (passes(possible_value::of(number))) {
                return of_whole_number<Value>(number);
            }
        }
        throw refusal(plan_,
                      "no value was found that keeps to the checks of the column; give it a generator");
    }

    [[nodiscard]] const interval_set& allowed() const { return allowed_; }
    /// Whether a value from elsewhere keeps to the checks of the column too.
    [[nodiscard]] bool keeps(const possible_value& value) const {
        return allowed_.contains(value.low) && passes(value);
    }

private:
    [[nodiscard]] bool passes(const possible_value& value) const { return !test_ || (*test_)(value); }

    // What is compared in millionths is made of millionths.
    static Value exact(const Value& value, int128 number) {
        if constexpr (std::is_floating_point_v<Value>) {
            return of_whole_number<Value>(number);
        } else {
            return value;
        }
    }

    Bound base_;
    std::optional<Test> test_;
    column_plan plan_;
    interval_set allowed_;
    interval_set near_;
    bool bounded_;
};

} // namespace synth

#endif
