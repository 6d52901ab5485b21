// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_PARTS_HPP
#define SYNTH_INTROSPECT_PARTS_HPP

#include <cstddef>
#include <string>
#include <vector>

#include "model.hpp"

// A schema of many tables in parts, each of them compiled for itself.
namespace synth::introspect {

/// How many columns a part has, more or less: a third more at most, unless references lead in a circle.
inline constexpr std::size_t columns_of_part = 300;

/// Rows by their index in the model, in its order.
using row_list = std::vector<std::size_t>;

/// What one part needs to know of a schema so that it gives the bytes of the whole.
struct schema_part {
    row_list own{};   ///< what it is there for: every row is of one part
    row_list whole{}; ///< its own, and others without whose values these would be other ones
    row_list keys{};  ///< of which only keys matter, and what these depend on

    friend bool operator==(const schema_part&, const schema_part&) = default;
};

/// Divides the rows. Parents come first, what leads in a circle stays together, and a part ends where the
/// names of its tables say so: a table more or less changes the parts around it and not those behind.
[[nodiscard]] std::vector<schema_part> divide(const model& all, const std::string& name_space,
                                              std::size_t columns = columns_of_part);

/// Of each row the others that its description names: parents, and what its texts point into.
[[nodiscard]] std::vector<row_list> named_rows(const model& all, const std::string& name_space);

/// Of each row the keys to which rows refer.
[[nodiscard]] std::vector<std::vector<member_list>> referenced_keys(const model& all);

/// What of a row matters to those who only need its keys.
struct key_outline {
    member_list members{};    ///< of keys, and what is tied to them by references and checks
    member_list references{}; ///< by their index in the row
};
[[nodiscard]] key_outline outline_of(const row_struct& row);

} // namespace synth::introspect

#endif
