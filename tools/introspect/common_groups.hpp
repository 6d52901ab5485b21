// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_COMMON_GROUPS_HPP
#define SYNTH_INTROSPECT_COMMON_GROUPS_HPP

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model.hpp"

namespace synth::introspect {

/// Columns of a table whose values several references of another one share, and which no table is the key of:
/// a tenant where there is no table of tenants.
struct group_place {
    std::size_t table = 0;
    member_list members{};
};

/// Where the columns that references of a row share have their values from; nothing where a table with these
/// keys would be of no use.
[[nodiscard]] std::optional<std::vector<group_place>> places_of_group(const model& all, std::size_t table,
                                                                      const member_list& shared);

/// Adds a virtual table with these columns as its key, to which all of the places refer.
void add_common_group(model& all, const std::vector<group_place>& places, const std::string& name_space);

/// Where references of a row share columns: each set of columns once.
[[nodiscard]] std::vector<member_list> shared_columns(const row_struct& row, std::size_t table);

} // namespace synth::introspect

#endif
