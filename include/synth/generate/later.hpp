// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_LATER_HPP
#define SYNTH_GENERATE_LATER_HPP

#include <algorithm>
#include <cstdint>
#include <optional>
#include <type_traits>

#include <synth/core/interval_set.hpp>
#include <synth/core/plan_error.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/random/draw.hpp>
#include <synth/schema/column_type.hpp>
#include <synth/schema/derived_value.hpp>
#include <synth/schema/temporal.hpp>

namespace synth {

namespace detail {

// A length of time in the units of a column: days of a date, microseconds of a moment.
template<typename Value>
[[nodiscard]] constexpr std::int64_t units_of(const interval& length) {
    const std::int64_t microseconds = length.days * microseconds_in_day + length.microseconds;
    return std::is_same_v<Value, date> ? microseconds / microseconds_in_day : microseconds;
}

template<typename Value>
[[nodiscard]] Value moved(const Value& value, std::int64_t units) {
    return of_whole_number<Value>(whole_number_of<Value>(value) + units);
}

struct later_function {
    interval least;
    interval most;
    bool before;

    template<typename Base>
    auto operator()(draw& cell, const Base& base) const {
        if constexpr (nullable<Base>) {
            return base ? Base{(*this)(cell, *base)} : Base{};
        } else {
            const std::int64_t distance = cell.between(units_of<Base>(least), units_of<Base>(most));
            return moved(base, before ? -distance : distance);
        }
    }
};

struct between_function {
    template<typename First, typename Last>
    auto operator()(draw& cell, const First& first, const Last& last) const {
        if constexpr (nullable<First> || nullable<Last>) {
            using value = value_type_of<First>;
            const auto look = [](const auto& each) {
                if constexpr (nullable<std::remove_cvref_t<decltype(each)>>) {
                    return each;
                } else {
                    return std::optional{each};
                }
            };
            const auto low = look(first);
            const auto high = look(last);
            return low && high ? std::optional<value>{(*this)(cell, *low, *high)} : std::optional<value>{};
        } else {
            const int128 low = whole_number_of<First>(first);
            const int128 high = whole_number_of<Last>(last);
            return of_whole_number<First>(cell.between(std::min(low, high), std::max(low, high)));
        }
    }
};

} // namespace detail

/// A moment after another, by least to most: `column<&order::shipped_at>(after<&order::placed_at>(interval{0,
/// 1, 0}, interval{0, 14, 0}))`. The source may be a column of the row or `of_parent<...>`; where it is NULL,
/// so is the result. Months are not counted.
template<auto Source>
[[nodiscard]] constexpr auto after(const interval& least, const interval& most) {
    return derive<Source>(detail::later_function{least, most, false});
}

/// A moment before another.
template<auto Source>
[[nodiscard]] constexpr auto before(const interval& least, const interval& most) {
    return derive<Source>(detail::later_function{least, most, true});
}

/// Any value from one column to another, both included: `between<&stay::arrives, &stay::leaves>()`.
template<auto First, auto Last>
[[nodiscard]] constexpr auto between() {
    return derive<First, Last>(detail::between_function{});
}

} // namespace synth

#endif
