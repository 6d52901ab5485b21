// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_UNIQUE_INDEXES_HPP
#define SYNTH_INTROSPECT_UNIQUE_INDEXES_HPP

#include <cstddef>
#include <string>

#include "model.hpp"

namespace synth::introspect {

/// Keeps the unique indexes that are more than a key, each by what is met for certain and costs least: a key
/// of its columns; a check by which no row is in a partial index; columns without nulls. What is stricter
/// than the database says so in the header. To be called when the model can be derived.
void add_unique_indexes(model& all, engine from, const std::string& name_space);

/// The same for one index, which may stand for an exclusion constraint.
void keep_unique_index(model& all, std::size_t table, engine from, const std::string& name_space,
                       const unique_index& index);

} // namespace synth::introspect

#endif
