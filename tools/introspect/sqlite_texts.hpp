// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_SQLITE_TEXTS_HPP
#define SYNTH_INTROSPECT_SQLITE_TEXTS_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "catalog.hpp"

namespace synth::introspect {

/// The texts that strftime makes of the moments of some years: a regular expression, and their length.
struct moment_texts {
    std::string regular_expression{};
    std::size_t length = 0;
};

/// Of a format such as '%Y-%m-%dT%H:%M:%SZ'; nothing where it has a letter that says no part of a moment.
[[nodiscard]] std::optional<moment_texts> form_of_moments(std::string_view format);

/// SQLite has no types for documents and moments: columns are declared as text, and what they hold is told by
/// their checks, `json_valid(extra)`, `day IS date(day)`, or their defaults, `CURRENT_TIMESTAMP`. Such
/// columns take the type that they mean, with those that are compared with them, refer to them or are
/// referred to. A default of another form, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), becomes a check of this
/// form, and a number that equals itself rounded is a decimal.
void take_meant_types(catalog& database);

} // namespace synth::introspect

#endif
