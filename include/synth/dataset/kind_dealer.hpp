// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_KIND_DEALER_HPP
#define SYNTH_DATASET_KIND_DEALER_HPP

#include <cstddef>
#include <cstdint>
#include <string>

#include <synth/core/plan_error.hpp>
#include <synth/dataset/kind_key.hpp>
#include <synth/dataset/kind_order.hpp>
#include <synth/dataset/options.hpp>
#include <synth/dataset/selected_columns.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

// The column by whose kinds other references look for the rows of a reference's table. What a reference
// decides is selected only where it repeats a kind.
template<typename Schema>
constexpr std::size_t dealt_column(std::size_t index) {
    const catalog_reference& reference = catalog_of<Schema>.references[index];
    for (const schema_index column : reference.child_columns) {
        const std::size_t place = catalog_of<Schema>.tables[reference.child].first_column + column;
        if (selected_columns<Schema>[place] && derivation_of<Schema>.columns[place].reference == index) {
            return column;
        }
    }
    return no_index;
}

} // namespace detail

/// Whether a reference to a table of kinds gives each row the kind that other references look for.
template<typename Schema, std::size_t Reference>
inline constexpr bool deals_kinds = detail::dealt_column<Schema>(Reference) != no_index;

/// The kinds that a reference deals out to its rows, in turn.
template<typename Schema, std::size_t Reference>
class kind_dealer {
    static constexpr catalog_reference reference = catalog_of<Schema>.references[Reference];
    static constexpr std::size_t column = detail::dealt_column<Schema>(Reference);
    static constexpr std::size_t parent_column =
        detail::derived_of<Schema, reference.child, column>.parent_column;

public:
    /// Refused where its parent has not a row of each kind.
    explicit kind_dealer(const plan_options<Schema>& options)
        : kinds_(detail::kinds_of_column<Schema, reference.child, column>(options.now).size()),
          order_(options.now) {
        const std::uint64_t needed =
            detail::kinds_of_column<Schema, reference.parent, parent_column>(options.now).size();
        if (options.rows[reference.child] > 0 && options.rows[reference.parent] < needed) {
            constexpr catalog_view all = catalog_of<Schema>.view();
            throw plan_error{
                all.tables[reference.parent].shown() + ": " + std::to_string(options.rows[reference.parent]) +
                " rows are planned, but other " + "tables look for rows of " +
                all.tables[reference.child].shown() + " by " + std::to_string(needed) + " kinds; plan " +
                std::to_string(needed) + " rows of " + all.tables[reference.parent].shown()};
        }
    }

    /// The place of a row's parent among those that the reference may choose.
    [[nodiscard]] std::uint64_t operator()(std::uint64_t row) const {
        return order_.kind_of_row(row, kinds_);
    }

private:
    std::uint64_t kinds_;
    kind_order<Schema, reference.child, column> order_;
};

} // namespace synth

#endif
