// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_DROPPED_KEYS_HPP
#define SYNTH_INTROSPECT_DROPPED_KEYS_HPP

#include <cstddef>

#include "model.hpp"

namespace synth::introspect {

/// Leaves out a unique key, by its index, with the references that lead to it.
void drop_unique(model& all, std::size_t table, std::size_t item);

/// Leaves out a reference that shares columns with the primary key, which is worth more because other tables
/// refer to it, or else the key; false where there is neither.
bool give_way_to_primary_key(model& all, std::size_t table);

} // namespace synth::introspect

#endif
