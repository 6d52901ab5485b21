// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_AMOUNT_TEXT_HPP
#define SYNTH_INTROSPECT_AMOUNT_TEXT_HPP

#include <string>
#include <string_view>

#include <synth/core/integer.hpp>

#include "catalog.hpp"
#include "linear_form.hpp"

// Amounts in the units of linear_form.hpp, as SQL spells them.
namespace synth::introspect {

/// The multiple of a step below a number, or above it, or the number itself.
[[nodiscard]] int128 floor_of(int128 number, int128 step);
[[nodiscard]] int128 ceiling_of(int128 number, int128 step);

/// `"check_in"`
[[nodiscard]] std::string quoted_name(std::string_view name);

/// `12.5`
[[nodiscard]] std::string number_text(int128 units);

/// What is added to a value, or the difference of two: `7`, `'3600 seconds'::interval`.
[[nodiscard]] std::string span_text(int128 units, linear_form::kind_of_sum kind);

/// A value of a column's type: `'2020-01-01'::date`; moments are cut to their day.
[[nodiscard]] std::string value_text(int128 units, kind type);

/// `plus - minus < span`, as PostgreSQL and synth say it of these values; `minus` may be empty.
[[nodiscard]] std::string difference_text(const std::string& plus, const std::string& minus,
                                          std::string_view operation, int128 units,
                                          linear_form::kind_of_sum kind);

} // namespace synth::introspect

#endif
