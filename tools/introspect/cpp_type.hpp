// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_CPP_TYPE_HPP
#define SYNTH_INTROSPECT_CPP_TYPE_HPP

#include <functional>
#include <string>

#include "catalog.hpp"

namespace synth::introspect {

/// How the generated code spells an enumeration.
using enumeration_names = std::function<std::string(const qualified_name&)>;

/// How the generated code spells the type of a column's values: `std::vector<synth::decimal<12, 2>>`. A type
/// without a C++ type of its own is held as its text.
[[nodiscard]] std::string cpp_type(const value_type& type, const enumeration_names& enumerations);

/// Whether the library makes keys of the type.
[[nodiscard]] bool may_be_key(const value_type& type);

/// Whether the C++ type alone lets a reader know the SQL type: then no comment repeats it.
[[nodiscard]] bool is_plain(const value_type& type, engine from);

} // namespace synth::introspect

#endif
