// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_PAIR_SIDE_HPP
#define SYNTH_DATASET_PAIR_SIDE_HPP

#include <cstddef>
#include <cstdint>

#include <synth/dataset/column_values.hpp>
#include <synth/dataset/joint_numbers.hpp>
#include <synth/dataset/pair_rule.hpp>
#include <synth/dataset/reference_values.hpp>

namespace synth {

/// The parent on one side of a pair that a check compares: the owner or its partner, which change places
/// where the check asks for that.
template<typename Schema, std::size_t Reference, typename Maps, typename Row>
[[nodiscard]] std::uint64_t pair_side(const Maps& maps, const Row& row) {
    constexpr std::size_t table = detail::reference_at<Schema, Reference>.child;
    constexpr pair_facts pair = pair_of_table<Schema, table>();
    constexpr catalog_reference reference = detail::reference_at<Schema, pair.owner>;
    constexpr std::size_t key = reference.parent_columns[0];
    const std::uint64_t own = row.owner().parent;
    const std::uint64_t place = joint_numbers<Schema, table>::template parent<pair.partner>(maps, row);
    const std::uint64_t other = partner_at(
        pair.rule, own, place, maps.template state<table>().template reference<pair.partner>().parents());
    bool turned = false;
    if constexpr (pair.rule == pair_rule::ordered) {
        using view = view_of<typename column_values<Schema, reference.parent, key>::value>;
        const auto mine = maps.template key_value<reference.parent, key>(own);
        const auto theirs = maps.template key_value<reference.parent, key>(other);
        turned = (static_cast<view>(mine) < static_cast<view>(theirs)) != (pair.lesser == pair.owner);
    }
    return (Reference == pair.owner) != turned ? own : other;
}

/// Whether checks may draw a reference again: nothing else follows it or repeats its columns.
template<typename Schema, std::size_t Reference>
[[nodiscard]] consteval bool may_redraw() {
    constexpr catalog_reference reference = detail::reference_at<Schema, Reference>;
    constexpr derived_reference derived = derivation_of<Schema>.references[Reference];
    bool free = derived.mode == reference_mode::drawn ||
                (derived.mode == reference_mode::matched && !derived.distinct);
    for (const derived_reference& other : derivation_of<Schema>.references) {
        free = free && other.via != Reference;
    }
    for (const schema_index column : reference.child_columns) {
        free = free && !detail::is_referenced<Schema>(reference.child, column);
    }
    return free;
}

} // namespace synth

#endif
