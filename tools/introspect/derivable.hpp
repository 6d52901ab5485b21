// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_DERIVABLE_HPP
#define SYNTH_INTROSPECT_DERIVABLE_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
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

/// References that take the very row of another one with which they share columns, for want of a group among
/// which to choose: the accounts of one currency. Also those that take a row to which the other leads on,
/// where a check compares the two. None where the model has a fault.
[[nodiscard]] std::vector<model_fault> find_twins(const model& all);

/// Where the values of a table's columns come from; nothing where the model has a fault.
[[nodiscard]] std::vector<column_source> column_sources(const model& all, std::size_t table);

/// What the library makes of a reference or a column, in words that mean the same in a model and in one of
/// some of its rows: other references are named by where they come from.
struct derived_step {
    std::vector<const reference*> others{}; ///< that decide it, and on its ways
    std::vector<std::size_t> facts{};
    const reference* same_kinds = nullptr; ///< of a reference: whose kinds of parents its own have

    friend bool operator==(const derived_step&, const derived_step&) = default;
};

/// What the library makes of a row, and of others for whose sake.
struct derived_row {
    const reference* owner = nullptr; ///< by which it is a range of rows for each parent
    bool in_order = false;            ///< with at most one row for each, in the order of these
    std::vector<derived_step> columns{};
    std::vector<std::pair<const reference*, derived_step>> references{};
};

/// What the library makes of each row; nothing where the model has a fault. Of a model that is a part of
/// another `referenced` has for each row the members to which rows of that one refer.
[[nodiscard]] std::vector<derived_row> derived_rows(const model& all,
                                                    const std::vector<member_list>& referenced = {});

/// Whether a member has but a few values, which its type names or its checks list (schema/catalog.hpp).
[[nodiscard]] bool is_listed(const model& all, const row_struct& row, const member& one);

/// How many distinct values a key of this member may have.
[[nodiscard]] std::uint64_t key_capacity_of_member(const model& all, const member& one);

} // namespace synth::introspect

#endif
