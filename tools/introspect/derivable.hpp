// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_DERIVABLE_HPP
#define SYNTH_INTROSPECT_DERIVABLE_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <synth/schema/derivation.hpp>

#include "model.hpp"

namespace synth::introspect {

/// What of a model the library cannot derive: an index among the row's keys, the primary key first where
/// there is one, or among its references.
struct model_fault {
    derivation_fault rule{};
    std::size_t table{};
    std::size_t item{};
};

/// Asks the code by which the compiler decides (synth/schema/derive.hpp). A law that nobody would read is a
/// fault too, and so is a reference that is NULL in every row where its columns are NULL only together.
[[nodiscard]] std::optional<model_fault> find_fault(const model& all);

/// Where the values of a table's columns come from; nothing where the model has a fault.
[[nodiscard]] std::vector<column_source> column_sources(const model& all, std::size_t table);

/// How many distinct values a key of this member may have.
[[nodiscard]] std::uint64_t key_capacity_of_member(const model& all, const member& one);

} // namespace synth::introspect

#endif
