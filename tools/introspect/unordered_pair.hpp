// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_UNORDERED_PAIR_HPP
#define SYNTH_INTROSPECT_UNORDERED_PAIR_HPP

#include <cstddef>
#include <optional>
#include <string>

#include "catalog.hpp"
#include "members.hpp"
#include "model.hpp"

namespace synth::introspect {

/// UNIQUE (LEAST(a, b), GREATEST(a, b)): what two columns hold, in whatever order, is there once, perhaps for
/// each value of others.
struct unordered_pair {
    std::size_t left = 0;
    std::size_t right = 0;
    member_list key{}; ///< both, and the other columns of the index
};

/// The pair that an index keeps distinct, if it is such an index.
[[nodiscard]] std::optional<unordered_pair> pair_of_index(const unique_index& index, const table& of,
                                                          engine from);

/// Whether the library can put the values of both columns in order, or deals out pairs of rows to which both
/// refer.
[[nodiscard]] bool may_be_ordered(const row_struct& row, const unordered_pair& pair);

/// Adds the check by which the left one is the lesser, unless a check of the table orders them already.
void order_pair(row_struct& row, const unordered_pair& pair, const std::string& name,
                const std::string& name_space);

} // namespace synth::introspect

#endif
