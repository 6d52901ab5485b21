// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_EXISTING_SELECTION_HPP
#define SYNTH_DATASET_EXISTING_SELECTION_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <synth/core/indexed_set.hpp>
#include <synth/core/lazy_type.hpp>
#include <synth/core/shared_value.hpp>
#include <synth/dataset/options.hpp>
#include <synth/dataset/own_checks.hpp>
#include <synth/dataset/ownership.hpp>
#include <synth/dataset/selective.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// Those of the rows that are there already which the checks of a child allow, such as `CHECK (currency IN
/// ('EUR', 'USD'))` of a column that repeats a key: a list, made with the plan. Copies share it.
template<typename Lazy>
class basic_existing_selection {
    using numbers = detail::lazy_list<std::uint64_t, Lazy>;

public:
    /// Every row.
    basic_existing_selection() : selected_(numbers{}) {}

    /// The numbers of the selected rows ascend.
    basic_existing_selection(numbers selected, std::uint64_t rows)
        : all_(selected.size() == rows), selected_(all_ ? numbers{} : std::move(selected)) {}

    [[nodiscard]] bool contains(std::uint64_t row) const {
        return is_all() || std::ranges::binary_search(*selected_, row);
    }

    /// How many of the rows before this one are selected; of the table the number of its rows that are.
    [[nodiscard]] std::uint64_t rank(std::uint64_t row) const {
        return is_all() ? row
                        : static_cast<std::uint64_t>(std::ranges::lower_bound(*selected_, row) -
                                                     selected_->begin());
    }

    /// The row of a rank; the first row where there is no such rank.
    [[nodiscard]] std::uint64_t at(std::uint64_t rank) const {
        if (is_all()) {
            return rank;
        }
        return rank < selected_->size() ? (*selected_)[rank] : 0;
    }

    [[nodiscard]] owned_range ranks(const owned_range& rows) const {
        return {rows.parent, rank(rows.first), rank(rows.last)};
    }

    [[nodiscard]] bool is_all() const { return all_; }

    /// How many are selected at least of so many rows in a row: nobody knows.
    [[nodiscard]] std::uint64_t fewest(std::uint64_t rows) const { return is_all() ? rows : 0; }

    /// How many rows in a row have so many among them: no number is sure to be enough.
    [[nodiscard]] std::uint64_t rows_for(std::uint64_t selected) const {
        return is_all() ? selected : ~std::uint64_t{0};
    }

private:
    bool all_{true};
    shared_value<numbers> selected_;
};
using existing_selection = basic_existing_selection<void>;

namespace detail {

// Whether the checks of one column of a reference allow what it would repeat of a row.
template<typename Schema, std::size_t Reference, std::size_t Position, typename Row>
[[nodiscard]] bool allows_existing(const Row& row) {
    constexpr catalog_reference reference = catalog_of<Schema>.references[Reference];
    constexpr std::size_t column = reference.child_columns[Position];
    using child_row = typename Schema::template row_at<reference.child>;
    using value = value_type_of<field_type<Row, reference.parent_columns[Position]>>;
    if constexpr (is_limited<Schema, Reference, Position>()) {
        static const own_test<child_row, column> keeps;
        return keeps.holds(
            possible_value_of<value>(as_view(present(field<reference.parent_columns[Position]>(row)))));
    } else {
        return true;
    }
}

} // namespace detail

/// The rows of a table that is filled outside which the checks of a reference's columns allow.
template<typename Schema, std::size_t Reference>
[[nodiscard]] existing_selection existing_selection_of(const plan_options<Schema>& options) {
    constexpr catalog_reference reference = catalog_of<Schema>.references[Reference];
    const auto& rows = get_indexed<reference.parent>(options.existing);
    std::vector<std::uint64_t> selected;
    for (std::uint64_t row = 0; row < rows.size(); ++row) {
        const bool allowed = [&]<std::size_t... Positions>(std::index_sequence<Positions...>) {
            return (detail::allows_existing<Schema, Reference, Positions>(rows[row]) && ...);
        }(std::make_index_sequence<reference.child_columns.size()>{});
        if (allowed) {
            selected.push_back(row);
        }
    }
    return {std::move(selected), rows.size()};
}

} // namespace synth

#endif
