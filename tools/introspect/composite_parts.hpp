// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_COMPOSITE_PARTS_HPP
#define SYNTH_INTROSPECT_COMPOSITE_PARTS_HPP

#include <cstddef>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "model.hpp"

namespace synth::introspect {

/// Gives a table columns for the attributes of a composite of which its checks speak, `(price).amount > 0`,
/// also those of a domain over it. They are none of the database: the composite is made of them.
void add_composite_parts(catalog& database);

/// The name that the column of an attribute has among those of its table: "price.amount".
[[nodiscard]] std::string name_of_part(const column& composite, const std::string& attribute);

/// The columns of the attributes of a column, in their order; none for most.
[[nodiscard]] std::vector<std::size_t> parts_of_column(const std::vector<column>& columns, std::size_t index);

/// Makes composites of their parts where checks of the model are over these; where none is, the parts go.
void compose_parts(model& all, const std::string& name_space);

} // namespace synth::introspect

#endif
