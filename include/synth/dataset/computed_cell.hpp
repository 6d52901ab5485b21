// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_COMPUTED_CELL_HPP
#define SYNTH_DATASET_COMPUTED_CELL_HPP

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include <synth/core/plan_error.hpp>
#include <synth/dataset/column_values.hpp>
#include <synth/dataset/own_checks.hpp>
#include <synth/generate/evaluation.hpp>
#include <synth/generate/number.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/text_functions.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/schema/computed.hpp>

namespace synth {

namespace detail {

// The column from which the database computes another; no_index where it does not.
template<typename Schema, std::size_t Table, std::size_t Column>
inline constexpr schema_index computed_from =
    catalog_of<Schema>.columns[first_column<Schema, Table> + Column].computed_from;

} // namespace detail

/// What the database computes from the value of one column; nothing where that is NULL or SQL's error.
template<typename Value, typename Row, std::size_t Size>
[[nodiscard]] std::optional<Value> computed_cell(const expression<Row, Size>& from,
                                                 const possible_value& source) {
    // One place for each column that a node may name, of which only one is named.
    expression<Row, Size> first = from;
    for (expression_node& each : first.nodes) {
        each.column = each.what == operation::column ? schema_index{0} : each.column;
    }
    const std::array<possible_value, 1> known{source};
    const possible_value made = evaluation{first.nodes, known, {}}.at(Size - 1);
    if (!made.may_be_value || !made.known()) {
        return std::nullopt;
    }
    if constexpr (std::is_same_v<Value, std::string>) {
        return in_its_letters(made);
    } else {
        const int128 number =
            detail::rescale(made.low, from.root().scale, detail::node_of_type<Value>().scale);
        if constexpr (any_integer<Value> || is_decimal<Value>) {
            if (number < detail::least_units<Value>() || number > detail::greatest_units<Value>()) {
                return std::nullopt; // SQL's error as well
            }
        }
        return of_whole_number<Value>(number);
    }
}

/// What the database computes from a key. Throws plan_error where it would be NULL or an error.
template<typename Schema, std::size_t Table, std::size_t Column, typename Made>
[[nodiscard]] auto computed_key(const Made& made) {
    using value = typename column_values<Schema, Table, Column>::value;
    using source = typename column_values<Schema, Table, detail::computed_from<Schema, Table, Column>>::value;
    std::optional<value> computed =
        computed_cell<value>(generator_of<Schema, Table, Column>().from,
                             possible_value_of<source>(static_cast<view_of<source>>(made)));
    if (!computed) {
        throw plan_error{
            catalog_of<Schema>.tables[Table].shown() + "." +
            std::string{catalog_of<Schema>.view().columns_of(Table)[Column].name} +
            ": the database cannot compute it from every key; give the column that it is made of "
            "a check that keeps to those from which it can"};
    }
    return detail::kept<value>{std::move(*computed)};
}

} // namespace synth

#endif
