// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_FEWEST_CHOICES_HPP
#define SYNTH_DATASET_FEWEST_CHOICES_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>

#include <synth/core/integer.hpp>
#include <synth/dataset/degree_law.hpp>
#include <synth/dataset/kind_match.hpp>
#include <synth/dataset/options.hpp>
#include <synth/dataset/owner_law.hpp>
#include <synth/dataset/parent_selection.hpp>
#include <synth/dataset/table_state.hpp>
#include <synth/schema/path.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

// Whether rows are one to one with their parents and lie anywhere: those of several parents are no range.
template<typename Schema, std::size_t Reference>
inline constexpr bool is_scattered = [] {
    constexpr derived_table child = derivation_of<Schema>.tables[reference_at<Schema, Reference>.child];
    return mode_of<Schema, Reference> == reference_mode::injective || (child.one_each && !child.in_order);
}();

// Whether parents have as many children as any others, give or take one.
template<typename Schema, std::size_t Reference>
inline constexpr bool is_even = [] {
    if constexpr (is_scattered<Schema, Reference>) {
        return false;
    } else {
        using law = decltype(owner_law<Schema, reference_at<Schema, Reference>.child>());
        return mode_of<Schema, Reference> == reference_mode::dealt ||
               std::is_same_v<std::remove_const_t<law>, even>;
    }
}();

constexpr std::uint64_t as_count(uint128 number) {
    return static_cast<std::uint64_t>(std::min<uint128>(number, std::numeric_limits<std::uint64_t>::max()));
}

// So many of the parents that a reference selects have so many children at least: the whole table's where
// these are spread evenly, else those of one parent.
struct child_share {
    std::uint64_t children{};
    std::uint64_t parents{};
};

template<typename Schema, std::size_t Reference, typename Selection>
child_share fewest_share(const plan_options<Schema>& options, const Selection& selection) {
    constexpr catalog_reference reference = reference_at<Schema, Reference>;
    const std::uint64_t parents = selection.rank(options.rows[reference.parent]);
    const std::uint64_t children = options.rows[reference.child];
    if constexpr (is_scattered<Schema, Reference>) { // where some have none, all may
        return {selection.is_all() && children >= parents ? std::uint64_t{1} : 0, 1};
    } else if constexpr (is_even<Schema, Reference>) {
        return {children, parents};
    } else {
        return {owner_law<Schema, reference.child>().least(parents, children), 1};
    }
}

} // namespace detail

/// How many children so many parents in a row have at least, by a reference that lies on the path of another.
template<typename Schema, std::size_t Reference>
[[nodiscard]] std::uint64_t fewest_children(const plan_options<Schema>& options, std::uint64_t range = 1) {
    const auto selection = selection_of<Schema, Reference>(options);
    const detail::child_share share = detail::fewest_share<Schema, Reference>(options, selection);
    return share.parents == 0
               ? 0
               : detail::as_count(multiply_wide(selection.fewest(range), share.children) / share.parents);
}

/// How many parents in a row have so many children at least; 0 where no number of them has.
template<typename Schema, std::size_t Reference>
[[nodiscard]] std::uint64_t parents_for(const plan_options<Schema>& options, std::uint64_t wanted) {
    const auto selection = selection_of<Schema, Reference>(options);
    const detail::child_share share = detail::fewest_share<Schema, Reference>(options, selection);
    if (share.children == 0 || share.parents == 0) {
        return 0;
    }
    return selection.rows_for(
        detail::as_count((multiply_wide(wanted, share.parents) + share.children - 1) / share.children));
}

/// How many rows a matched reference can choose from at least, by its path: those under one row at its end.
template<reference_path Path, typename Schema, std::size_t Step = 0>
[[nodiscard]] std::uint64_t fewest_choices(const plan_options<Schema>& options) {
    if constexpr (Step == Path.size) {
        return 1;
    } else {
        return fewest_children<Schema, Path.references[Step]>(
            options, fewest_choices<Path, Schema, Step + 1>(options));
    }
}

/// The same of those that it may select.
template<typename Schema, std::size_t Reference>
[[nodiscard]] std::uint64_t fewest_selected(const plan_options<Schema>& options) {
    const std::uint64_t rows = fewest_choices<derivation_of<Schema>.references[Reference].path>(options);
    if constexpr (matches_kinds<Schema, Reference>) {
        return kind_match<Schema, Reference>{options}.fewest(rows);
    } else {
        return selection_of<Schema, Reference>(options).fewest(rows);
    }
}

/// How many rows in a row have so many among them that it may select, whatever the first is.
template<typename Schema, std::size_t Reference>
[[nodiscard]] std::uint64_t rows_for_selected(const plan_options<Schema>& options, std::uint64_t wanted) {
    if constexpr (matches_kinds<Schema, Reference>) {
        return kind_match<Schema, Reference>{options}.rows_for(wanted);
    } else {
        return selection_of<Schema, Reference>(options).rows_for(wanted);
    }
}

} // namespace synth

#endif
