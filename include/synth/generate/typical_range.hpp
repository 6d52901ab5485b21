// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TYPICAL_RANGE_HPP
#define SYNTH_GENERATE_TYPICAL_RANGE_HPP

#include <concepts>
#include <cstdint>
#include <utility>

#include <synth/generate/generator.hpp>
#include <synth/generate/inline_array.hpp>
#include <synth/generate/typical_number.hpp>
#include <synth/generate/typical_temporal.hpp>
#include <synth/random/draw.hpp>
#include <synth/schema/range.hpp>

namespace synth {

namespace detail {

template<typename Element>
concept instant = std::same_as<Element, timestamp> || std::same_as<Element, timestamp_tz>;

template<typename Element>
inline constexpr bool whole_element =
    std::same_as<Element, date> || instant<Element> || std::integral<Element>;

// A typical length: up to two weeks, up to eight hours in quarters, up to 100.
template<typename Element>
[[nodiscard]] Element later(Element lower, draw& cell) {
    if constexpr (std::same_as<Element, date>) {
        return {lower.days + 1 + static_cast<std::int32_t>(cell.below(14))};
    } else if constexpr (instant<Element>) {
        constexpr std::int64_t quarter = 900 * microseconds_per_second;
        return {lower.microseconds + quarter * (1 + static_cast<std::int64_t>(cell.below(32)))};
    } else {
        return static_cast<Element>(lower + 1 + static_cast<Element>(cell.below(100)));
    }
}

} // namespace detail

/// Ranges that start at a typical value and are not empty: of dates up to two weeks, of moments up to eight
/// hours, of whole numbers up to 100 long; of other types from one typical value to another.
template<typename Element>
class typical<range<Element>> {
public:
    explicit typical(const column_plan& plan) : bounds_{plan} {}

    range<Element> operator()(draw& cell) const {
        const Element lower = bounds_(cell);
        if constexpr (detail::whole_element<Element>) {
            return range<Element>::of(lower, detail::later(lower, cell));
        } else {
            const Element other = bounds_(cell);
            range<Element> value =
                other < lower ? range<Element>::of(other, lower) : range<Element>::of(lower, other);
            value.upper_inclusive = lower == other; // else it would be empty
            return value;
        }
    }

private:
    typical<Element> bounds_;
};

/// One or two typical ranges, the second one behind the first.
template<typename Element>
class typical<multirange<Element>> {
public:
    explicit typical(const column_plan& plan) : ranges_{plan} {}

    inline_array<range<Element>, 2> operator()(draw& cell) const {
        inline_array<range<Element>, 2> value;
        const range<Element> first = ranges_(cell);
        const range<Element> second = ranges_(cell);
        const bool two = cell.word() >> 63U != 0;
        // Ranges that overlap or touch are one to PostgreSQL, which would show them so.
        if (two && *first.upper < *second.lower) {
            value.append(first);
            value.append(second);
        } else if (two && *second.upper < *first.lower) {
            value.append(second);
            value.append(first);
        } else {
            value.append(first);
        }
        return value;
    }

private:
    typical<range<Element>> ranges_;
};

} // namespace synth

#endif
