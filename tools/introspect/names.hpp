// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_NAMES_HPP
#define SYNTH_INTROSPECT_NAMES_HPP

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace synth::introspect {

/// A C++ identifier for an SQL name. Ordinary names stay as they are, ALL_CAPS become lower case (so no macro
/// of a system header can be met), what C++ reserves gets an underscore: `identifier("class") == "class_"`,
/// `identifier("2nd line") == "_2nd_line"`, `identifier("ORDER-LINE") == "order_line"`.
[[nodiscard]] std::string identifier(std::string_view sql);

/// One identifier a name, no two of them equal and none in `taken`. Names that are identifiers already keep
/// themselves; the others get `_2`, `_3`, … where needed, in the order given.
[[nodiscard]] std::vector<std::string> identifiers(std::span<const std::string> names,
                                                   std::span<const std::string_view> taken = {});

/// Whether C++, the standard library or a system header has this word for itself.
[[nodiscard]] bool is_reserved(std::string_view word);

} // namespace synth::introspect

#endif
