// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_PARENT_SELECTION_HPP
#define SYNTH_DATASET_PARENT_SELECTION_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include <synth/core/plan_error.hpp>
#include <synth/dataset/dealt_kinds.hpp>
#include <synth/dataset/existing_selection.hpp>
#include <synth/dataset/options.hpp>
#include <synth/dataset/row_selection.hpp>
#include <synth/dataset/selected_columns.hpp>
#include <synth/dataset/selective.hpp>
#include <synth/dataset/tied_kinds.hpp>
#include <synth/schema/key_capacity.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

// How many of the columns by which the rows of its parent are selected a reference looks at.
template<typename Schema, std::size_t Reference>
inline constexpr std::size_t selecting_columns = [] {
    constexpr std::size_t parent = catalog_of<Schema>.references[Reference].parent;
    constexpr auto& columns = selected_of_table<Schema, parent>;
    std::size_t count = 0;
    for (std::size_t place = 0; place < columns.size(); ++place) {
        if (selecting_place<Schema>(Reference, parent, columns[place]) != no_index) {
            count = place + 1;
        }
    }
    return count;
}();

template<typename Schema, std::size_t Reference>
struct selection {
    using type = row_selection<selecting_columns<Schema, Reference>>;
};
template<typename Schema, std::size_t Reference>
    requires(!is_selective<Schema, Reference>)
struct selection<Schema, Reference> {
    using type = all_rows;
};
template<typename Schema, std::size_t Reference>
    requires selects_existing<Schema, Reference>
struct selection<Schema, Reference> {
    using type = existing_selection;
};
template<typename Schema, std::size_t Reference>
    requires(is_selective<Schema, Reference> && !selects_existing<Schema, Reference> &&
             has_tied_kinds<Schema, catalog_of<Schema>.references[Reference].parent>)
struct selection<Schema, Reference> {
    using type = tied_selection;
};

// The kinds of a column of its parent that a reference takes.
template<typename Schema, std::size_t Reference, std::size_t Column>
[[nodiscard]] selected_kinds kinds_taken(const timestamp& now) {
    constexpr catalog_reference reference = catalog_of<Schema>.references[Reference];
    constexpr std::size_t place = selecting_place<Schema>(Reference, reference.parent, Column);
    const auto kinds = kinds_of_column<Schema, reference.parent, Column>(now);
    if constexpr (place == no_index) {
        return {kinds.size()};
    } else {
        constexpr std::size_t column = reference.child_columns[place];
        const std::uint64_t bits =
            kinds.template allowed_by<typename Schema::template row_at<reference.child>, column>();
        if (bits == 0) {
            constexpr catalog_view all = catalog_of<Schema>.view();
            throw plan_error{all.tables[reference.child].shown() + "." +
                             std::string{all.columns_of(reference.child)[column].name} +
                             ": no value is known that its checks allow and those of " +
                             all.tables[reference.parent].shown() + "." +
                             std::string{all.columns_of(reference.parent)[Column].name} +
                             ", which it repeats; loosen one of them"};
        }
        return {kinds.size(), bits};
    }
}

} // namespace detail

/// The rows of its parent among which a reference chooses.
template<typename Schema, std::size_t Reference>
using selection_type = typename detail::selection<Schema, Reference>::type;

/// The rows of its parent from which a reference chooses, with a plan; refused with a plan_error where no row
/// can have a value that its checks allow.
template<typename Schema, std::size_t Reference>
[[nodiscard]] selection_type<Schema, Reference> selection_of(const plan_options<Schema>& options) {
    if constexpr (!is_selective<Schema, Reference>) {
        static_cast<void>(options);
        return {};
    } else if constexpr (selects_existing<Schema, Reference>) {
        return existing_selection_of<Schema, Reference>(options);
    } else {
        constexpr std::size_t parent = catalog_of<Schema>.references[Reference].parent;
        constexpr auto& columns = selected_of_table<Schema, parent>;
        const auto taken = [&]<std::size_t... Places>(std::index_sequence<Places...>) {
            return std::array<selected_kinds, sizeof...(Places)>{
                detail::kinds_taken<Schema, Reference, columns[Places]>(options.now)...};
        };
        if constexpr (has_tied_kinds<Schema, parent>) {
            constexpr std::size_t child = catalog_of<Schema>.references[Reference].child;
            return tied_kinds<Schema, parent>{options.now}.select(
                taken(std::make_index_sequence<columns.size()>{}), catalog_of<Schema>.tables[child].shown());
        } else {
            return row_selection{
                taken(std::make_index_sequence<detail::selecting_columns<Schema, Reference>>{})};
        }
    }
}

/// How many rows of its parent a reference can choose from.
template<typename Schema, std::size_t Reference>
[[nodiscard]] std::uint64_t parents_of(const plan_options<Schema>& options) {
    return selection_of<Schema, Reference>(options).rank(
        options.rows[catalog_of<Schema>.references[Reference].parent]);
}

/// How many rows can own those of a table.
template<typename Schema, std::size_t Table>
[[nodiscard]] std::uint64_t owners_of(const plan_options<Schema>& options) {
    constexpr derived_table derived = derivation_of<Schema>.tables[Table];
    if constexpr (derived.owner_reference != no_index) {
        return parents_of<Schema, derived.owner_reference>(options);
    } else if constexpr (derived.owner != no_index) {
        return options.rows[derived.owner];
    } else {
        return 0;
    }
}

} // namespace synth

#endif
