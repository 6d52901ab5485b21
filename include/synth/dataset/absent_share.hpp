// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_ABSENT_SHARE_HPP
#define SYNTH_DATASET_ABSENT_SHARE_HPP

#include <cstddef>
#include <type_traits>

#include <synth/dataset/column_values.hpp>
#include <synth/dataset/optional_parent.hpp>
#include <synth/schema/entry_options.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

template<typename Schema, std::size_t Reference>
inline constexpr catalog_reference reference_at = catalog_of<Schema>.references[Reference];

template<typename Schema, std::size_t Reference>
inline constexpr reference_mode mode_of = derivation_of<Schema>.references[Reference].mode;

template<typename Schema, std::size_t Reference>
using child_row = typename Schema::template row_at<reference_at<Schema, Reference>.child>;

template<typename Schema, std::size_t Reference>
inline constexpr std::size_t position_in_child =
    Reference - catalog_of<Schema>.tables[reference_at<Schema, Reference>.child].first_reference;

// What the description says of the columns that a reference decides, where it says nothing of the reference.
template<typename Schema, std::size_t Reference, std::size_t Position = 0>
constexpr double share_of_columns() {
    constexpr catalog_reference reference = reference_at<Schema, Reference>;
    if constexpr (Position == reference.child_columns.size()) {
        return default_null_share;
    } else {
        constexpr std::size_t column = reference.child_columns[Position];
        constexpr auto stated = find_column_option<child_row<Schema, Reference>, column, null_option>();
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(stated)>, not_described> ||
                      derived_of<Schema, reference.child, column>.reference != Reference) {
            return share_of_columns<Schema, Reference, Position + 1>();
        } else {
            return stated.share;
        }
    }
}

} // namespace detail

/// The share of rows without a parent, for a reference whose columns may be NULL: the one that the reference
/// states, else one of its columns.
template<typename Schema, std::size_t Reference>
[[nodiscard]] constexpr double absent_share() {
    constexpr auto stated =
        find_reference_option<detail::child_row<Schema, Reference>,
                              detail::position_in_child<Schema, Reference>, null_option>();
    if constexpr (detail::mode_of<Schema, Reference> == reference_mode::absent) {
        return 1.0;
    } else if constexpr (!detail::may_be_absent<Schema>(Reference)) {
        return 0.0;
    } else if constexpr (std::is_same_v<std::remove_cvref_t<decltype(stated)>, not_described>) {
        return detail::share_of_columns<Schema, Reference>();
    } else {
        return stated.share;
    }
}

} // namespace synth

#endif
