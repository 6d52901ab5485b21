// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_EXISTING_PARENTS_HPP
#define SYNTH_DATASET_EXISTING_PARENTS_HPP

#include <cstddef>
#include <utility>

#include <synth/dataset/options.hpp>
#include <synth/dataset/parent_selection.hpp>
#include <synth/dataset/planned_reference.hpp>
#include <synth/dataset/reference_plan.hpp>
#include <synth/dataset/reference_values.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

template<typename Schema, std::size_t Reference>
void require_existing_parent(const plan_options<Schema>& options) {
    if constexpr (catalog_of<Schema>.tables[catalog_of<Schema>.references[Reference].parent].filled_outside &&
                  !may_be_absent<Schema>(Reference) && mode_of<Schema, Reference> != reference_mode::absent) {
        const auto selection = selection_of<Schema, Reference>(options);
        reference_plan plan = plan_reference(options, Reference);
        plan.parents = selection.rank(plan.parents);
        require_parents(plan, selection.is_all() ? 1 : selection.rows_for(1));
    }
}

} // namespace detail

/// Throws plan_error where planned rows need a row of a table that is filled outside and has none, or none
/// that they may have: to be asked before counts are fitted to what there is, which would be no rows at all.
template<typename Schema>
void require_existing_parents(const plan_options<Schema>& options) {
    [&]<std::size_t... References>(std::index_sequence<References...>) {
        (detail::require_existing_parent<Schema, References>(options), ...);
    }(std::make_index_sequence<catalog_of<Schema>.references.size()>{});
}

} // namespace synth

#endif
