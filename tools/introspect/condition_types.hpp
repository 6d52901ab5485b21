// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_CONDITION_TYPES_HPP
#define SYNTH_INTROSPECT_CONDITION_TYPES_HPP

#include <optional>
#include <string>
#include <string_view>

#include "catalog.hpp"
#include "sql_constant.hpp"

namespace synth::introspect {

/// The sort of values of a type that PostgreSQL's parser names ("int4"), or of a column's.
[[nodiscard]] sort sort_of_type(std::string_view name);
[[nodiscard]] sort sort_of(const value_type& type);

/// Texts, or arrays of texts, that are compared without case.
[[nodiscard]] bool is_citext(const value_type& type);

[[nodiscard]] bool is_integer_type(std::string_view name);
[[nodiscard]] bool is_moment(sort of);

/// How many bytes an integer has, for casts that cannot fail; 0: it is none.
[[nodiscard]] int width_of(kind of);
[[nodiscard]] int width_of(std::string_view type);

/// A number as PostgreSQL reads it; one of more digits than any that synth makes is as good as infinity.
[[nodiscard]] std::optional<sql_constant> read_bounded_number(std::string_view text);

/// A text as a value of a sort, with the offset of a timestamp_tz if it must have one.
[[nodiscard]] std::optional<sql_constant> read_constant(const std::string& text, sort of, bool offset_needed);

/// Throws `untranslatable`: the text is no value that is read exactly.
[[noreturn]] void refuse_constant(const std::string& text);

} // namespace synth::introspect

#endif
