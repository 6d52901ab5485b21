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

} // namespace detail

/// How many children so many parents in a row have at least, by a reference that lies on the path of another.
template<typename Schema, std::size_t Reference>
[[nodiscard]] std::uint64_t fewest_children(const plan_options<Schema>& options, std::uint64_t range = 1) {
    constexpr catalog_reference reference = detail::reference_at<Schema, Reference>;
    const auto selection = selection_of<Schema, Reference>(options);
    const std::uint64_t parents = selection.rank(options.rows[reference.parent]);
    const std::uint64_t children = options.rows[reference.child];
    if constexpr (detail::is_scattered<Schema, Reference>) {
        return selection.is_all() && children >= parents ? range : 0; // where some have none, all may
    } else {
        const uint128 taken = selection.fewest(range);
        if constexpr (detail::is_even<Schema, Reference>) {
            return parents == 0 ? 0 : detail::as_count(taken * children / parents);
        } else {
            return detail::as_count(taken *
                                    detail::owner_law<Schema, reference.child>().least(parents, children));
        }
    }
}

/// How many parents in a row have so many children at least; 0 where no number of them has.
template<typename Schema, std::size_t Reference>
[[nodiscard]] std::uint64_t parents_for(const plan_options<Schema>& options, std::uint64_t wanted) {
    constexpr catalog_reference reference = detail::reference_at<Schema, Reference>;
    const auto selection = selection_of<Schema, Reference>(options);
    const std::uint64_t parents = selection.rank(options.rows[reference.parent]);
    const std::uint64_t children = options.rows[reference.child];
    uint128 each = 1; // so many of
    uint128 of = 1;   // parents
    if constexpr (detail::is_scattered<Schema, Reference>) {
        each = selection.is_all() && children >= parents ? 1 : 0;
    } else if constexpr (detail::is_even<Schema, Reference>) {
        each = children;
        of = parents;
    } else {
        each = detail::owner_law<Schema, reference.child>().least(parents, children);
    }
    if (each == 0 || of == 0) {
        return 0;
    }
    return selection.rows_for(detail::as_count((wanted * of + each - 1) / each));
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
    return selection_of<Schema, Reference>(options).fewest(
        fewest_choices<derivation_of<Schema>.references[Reference].path>(options));
}

} // namespace synth

#endif
