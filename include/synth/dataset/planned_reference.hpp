// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_PLANNED_REFERENCE_HPP
#define SYNTH_DATASET_PLANNED_REFERENCE_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <synth/dataset/options.hpp>
#include <synth/dataset/parent_selection.hpp>
#include <synth/dataset/reference_values.hpp>
#include <synth/dataset/shared_round.hpp>
#include <synth/random/stream_key.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

// The stream of a table: its name, with its schema where the description names one, and nothing else.
inline stream_key table_key(std::uint64_t seed, const catalog_table& table) {
    return table.schema_name.empty() ? make_stream_key(seed, {table.name})
                                     : make_stream_key(seed, {table.schema_name, table.name});
}

template<typename Schema>
[[gnu::noinline]] reference_plan plan_reference(const plan_options<Schema>& options, std::size_t index) {
    constexpr catalog_view schema = catalog_of<Schema>.view();
    const catalog_reference& reference = schema.references[index];
    reference_plan plan;
    // The number of columns keeps the streams of (a), named "null", apart from those of (a, null).
    plan.key = table_key(options.seed, schema.tables[reference.child])
                   .child("references")
                   .child(std::uint64_t{reference.child_columns.size()});
    plan.name = schema.tables[reference.child].shown();
    plan.name += '(';
    for (const schema_index column : reference.child_columns) {
        const std::string_view name = schema.columns_of(reference.child)[column].name;
        plan.key = plan.key.child(name);
        plan.name.append(plan.name.back() == '(' ? "" : ", ").append(name);
    }
    plan.name.append(") -> ").append(schema.tables[reference.parent].shown());
    plan.children = options.rows[reference.child];
    plan.parents = options.rows[reference.parent];
    plan.filled_outside = schema.tables[reference.parent].filled_outside;
    return plan;
}

} // namespace detail

/// A reference of a planned dataset, with the rows of its parent from which it chooses.
template<typename Schema, std::size_t Reference>
[[gnu::noinline]] reference_values<Schema, Reference> planned_reference(const plan_options<Schema>& options) {
    const auto selection = selection_of<Schema, Reference>(options);
    reference_plan plan = detail::plan_reference(options, Reference);
    plan.parents = selection.rank(plan.parents);
    if constexpr (shared_round_of<Schema, Reference>.leader != Reference) {
        constexpr shared_round round = shared_round_of<Schema, Reference>;
        plan.order = detail::plan_reference(options, round.leader).key;
        plan.places = round.places;
    }
    using values = reference_values<Schema, Reference>;
    return values{plan, selection, typename values::kinds_dealt{options},
                  typename values::kinds_matched{options}};
}

} // namespace synth

#endif
