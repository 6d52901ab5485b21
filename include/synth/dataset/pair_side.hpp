// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_PAIR_SIDE_HPP
#define SYNTH_DATASET_PAIR_SIDE_HPP

#include <cstddef>
#include <cstdint>

#include <synth/dataset/column_values.hpp>
#include <synth/dataset/joint_numbers.hpp>
#include <synth/dataset/ownership.hpp>
#include <synth/dataset/pair_rule.hpp>
#include <synth/dataset/path_walk.hpp>
#include <synth/dataset/reference_values.hpp>

namespace synth {

namespace detail {

// The partner of a parent, among all rows or among those of its group.
template<typename Schema, typename Maps, typename Row>
[[nodiscard]] std::uint64_t partner_of(const Maps& maps, const Row& row, std::uint64_t own) {
    constexpr std::size_t table = Row::table;
    constexpr pair_facts pair = pair_of<Schema, table>;
    const std::uint64_t place = joint_numbers<Schema, table>::template parent<pair.partner>(maps, row);
    if constexpr (pair.within_a_group) {
        constexpr reference_path path = derivation_of<Schema>.references[pair.partner].path;
        const owned_range group = maps.template choices_of<pair.partner>(row);
        const std::uint64_t within = path_walk<Schema>::template place_of<path>(maps, own) - group.first;
        return path_walk<Schema>::template at_place<path>(
            maps, group.first + partner_at(pair.rule, within, place, group.size()));
    } else {
        return partner_at(pair.rule, own, place,
                          maps.template state<table>().template reference<pair.partner>().parents());
    }
}

} // namespace detail

/// The parent on one side of a pair that a check compares: the owner or its partner, which change places
/// where the check asks for that.
template<typename Schema, std::size_t Reference, typename Maps, typename Row>
[[nodiscard]] std::uint64_t pair_side(const Maps& maps, const Row& row) {
    constexpr std::size_t table = detail::reference_at<Schema, Reference>.child;
    constexpr pair_facts pair = pair_of<Schema, table>;
    constexpr std::size_t parent = detail::reference_at<Schema, pair.owner>.parent;
    const std::uint64_t own = row.owner().parent;
    if constexpr (pair.rule == pair_rule::differ && Reference == pair.owner) {
        return own;
    } else {
        const std::uint64_t other = detail::partner_of<Schema>(maps, row, own);
        bool turned = false;
        if constexpr (pair.rule == pair_rule::ordered) {
            using view = view_of<typename column_values<Schema, parent, pair.key>::value>;
            const auto mine = maps.template key_value<parent, pair.key>(own);
            const auto theirs = maps.template key_value<parent, pair.key>(other);
            turned = (static_cast<view>(mine) < static_cast<view>(theirs)) != (pair.lesser == pair.owner);
        }
        return (Reference == pair.owner) != turned ? own : other;
    }
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
