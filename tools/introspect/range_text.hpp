// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_RANGE_TEXT_HPP
#define SYNTH_INTROSPECT_RANGE_TEXT_HPP

#include <optional>
#include <string>
#include <string_view>

#include "catalog.hpp"

namespace synth::introspect {

/// A range made of two values, in SQL.
struct range_text {
    std::string lower{};
    std::string upper{};
    bool holds_both = false; ///< '[]': two ranges that meet in a bound overlap
};

/// Reads `daterange(check_in, check_out, '[]')`. COALESCE goes, which only makes a bound of what is none: an
/// `a` alone is left of `COALESCE(a, 'infinity')`, for rows in which it is not null.
[[nodiscard]] std::optional<range_text> read_range(const std::string& expression, std::string_view type);

/// Whether values of a type that are keys are apart in the sense of this operator, too
/// (generate/domain_range.hpp, generate/domain_sql_value.hpp).
[[nodiscard]] bool keys_are_apart(const value_type& type, std::string_view operation);

} // namespace synth::introspect

#endif
