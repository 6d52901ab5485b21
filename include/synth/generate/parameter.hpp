// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_PARAMETER_HPP
#define SYNTH_GENERATE_PARAMETER_HPP

#include <concepts>
#include <string>

#include <synth/core/integer.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/number.hpp>
#include <synth/generate/text_of.hpp>
#include <synth/random/fixed_point.hpp>

namespace synth {

/// What a number may be given as: an integer, a floating point number, or a decimal.
template<typename Parameter>
concept number_parameter = number<Parameter> || std::integral<Parameter>;

/// A parameter as a real number; an infinite one or NaN is refused.
template<number_parameter Parameter>
[[nodiscard]] fixed real_parameter(const Parameter& value, const column_plan& plan) {
    if constexpr (std::floating_point<Parameter>) {
        if (!(value - value == 0)) {
            throw refusal(plan, "a parameter must be finite, not " + text_of(static_cast<double>(value)));
        }
        return to_fixed(static_cast<double>(value));
    } else if constexpr (is_decimal<Parameter>) {
        fixed real = detail::real_of(static_cast<int128>(value.units));
        for (int place = 0; place < Parameter::scale; ++place) {
            real = real / fixed{10, 0};
        }
        for (int place = Parameter::scale; place < 0; ++place) {
            real = real * fixed{10, 0};
        }
        return real;
    } else {
        return detail::real_of(static_cast<int128>(value));
    }
}

namespace detail {

template<number Value>
[[noreturn]] void refuse_range(const column_plan& plan, const std::string& parameter) {
    throw refusal(plan, parameter + " does not fit the column, which holds " +
                            text_of_units(least_units<Value>(), scale_of<Value>) + " to " +
                            text_of_units(greatest_units<Value>(), scale_of<Value>) +
                            "; use a smaller value or widen the column");
}

} // namespace detail

/// A parameter as a value of the column's type, to the nearest unit; refused where the type cannot hold it.
template<number Value, number_parameter Parameter>
[[nodiscard]] Value exact_parameter(const Parameter& value, const column_plan& plan) {
    if constexpr (std::same_as<Value, Parameter> && !std::floating_point<Value>) {
        return value;
    } else if constexpr (std::floating_point<Value>) {
        return nearest_number<Value>(real_parameter(value, plan));
    } else {
        const int128 units = to_units(real_parameter(value, plan), detail::scale_of<Value>);
        if (units < detail::least_units<Value>() || units > detail::greatest_units<Value>()) {
            detail::refuse_range<Value>(plan, text_of(value));
        }
        return detail::from_units<Value>(units);
    }
}

} // namespace synth

#endif
