// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_CPP_TYPE_HPP
#define SYNTH_INTROSPECT_CPP_TYPE_HPP

#include <string>
#include <string_view>

#include "catalog.hpp"

namespace synth::introspect {

/// How the generated code spells the type of a column's values: `std::vector<synth::decimal<12, 2>>`. An
/// enumeration is spelled as given; an unsupported type is held as its text.
[[nodiscard]] std::string cpp_type(const value_type& type, std::string_view enumeration);

/// Whether the C++ type alone lets a reader know the SQL type: then no comment repeats it.
[[nodiscard]] bool is_plain(const value_type& type, engine from);

} // namespace synth::introspect

#endif
