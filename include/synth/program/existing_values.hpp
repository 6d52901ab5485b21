// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_EXISTING_VALUES_HPP
#define SYNTH_PROGRAM_EXISTING_VALUES_HPP

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <synth/core/plan_error.hpp>
#include <synth/database/copy_line.hpp>
#include <synth/database/existing_texts.hpp>
#include <synth/dataset/column_values.hpp>
#include <synth/dataset/options.hpp>
#include <synth/program/value_of_text.hpp>
#include <synth/schema/derived_value.hpp>
#include <synth/schema/existing_columns.hpp>
#include <synth/schema/schema.hpp>

namespace synth {
namespace detail {

inline bool derives_from(std::span<const std::span<const needed_column>> columns, std::size_t table,
                         std::size_t column) {
    return std::ranges::any_of(columns, [&](std::span<const needed_column> needed) {
        return std::ranges::any_of(
            needed, [&](const needed_column& each) { return each.table == table && each.column == column; });
    });
}

// Whether a derived column of another table is made of this one.
template<typename Schema>
bool is_derived_from(std::size_t table, std::size_t column) {
    return [&]<std::size_t... Tables>(std::index_sequence<Tables...>) {
        return (derives_from(needed_by_columns<Schema, Tables>, table, column) || ...);
    }(std::make_index_sequence<Schema::table_count>{});
}

template<typename Schema, std::size_t Table, std::size_t Column>
void set_existing_field(typename Schema::template row_at<Table>& row,
                        const std::optional<std::string_view>& text, std::size_t number,
                        const std::string& source) {
    using member = field_type<typename Schema::template row_at<Table>, Column>;
    if (!text && nullable<member>) {
        return;
    }
    auto value = text ? value_of_text<value_type_of<member>>(*text) : std::nullopt;
    if (!value) {
        throw plan_error{source + ": " + catalog_of<Schema>.tables[Table].shown() + "." +
                         std::string{catalog_of<Schema>.view().columns_of(Table)[Column].name} + " of row " +
                         std::to_string(number + 1) + " is " + (text ? shown_cell(*text) : "NULL") +
                         ", which is no " + std::string{sql_type_name<member>()} + " that synth reads"};
    }
    if constexpr (std::is_same_v<value_type_of<member>, std::string>) {
        if (catalog_of<Schema>.view().columns_of(Table)[Column].fixed_length) { // char(n) is shown with
                                                                                // blanks
            value->erase(value->find_last_not_of(' ') + 1);
        }
    }
    field<Column>(row) = std::move(*value);
}

template<typename Schema, std::size_t Table>
void set_existing_table(plan_options<Schema>& options, const existing_texts& texts) {
    if constexpr (catalog_of<Schema>.tables[Table].filled_outside) {
        std::vector<typename Schema::template row_at<Table>> rows(texts.rows());
        for (std::size_t place = 0; place < texts.columns().size(); ++place) {
            [&]<std::size_t... Columns>(std::index_sequence<Columns...>) {
                const auto set = [&]<std::size_t Column>(std::integral_constant<std::size_t, Column>) {
                    for (std::size_t row = 0; texts.columns()[place] == Column && row < rows.size(); ++row) {
                        set_existing_field<Schema, Table, Column>(rows[row], texts.cell(row, place), row,
                                                                  texts.source());
                    }
                };
                (set(std::integral_constant<std::size_t, Columns>{}), ...);
            }(std::make_index_sequence<catalog_of<Schema>.tables[Table].column_count>{});
        }
        options.template set_existing<Table>(std::move(rows));
    }
}

} // namespace detail

/// The columns of a table that is filled outside which a plan needs: those of its keys, and those of which
/// columns of other tables are made.
template<typename Schema>
[[nodiscard]] std::vector<std::size_t> needed_of_existing(std::size_t table) {
    std::vector<std::size_t> columns;
    for (std::size_t column = 0; column < catalog_of<Schema>.tables[table].column_count; ++column) {
        if (is_existing_column(catalog_of<Schema>.view(), table, column) ||
            detail::is_derived_from<Schema>(table, column)) {
            columns.push_back(column);
        }
    }
    return columns;
}

/// Gives a plan the rows that somebody showed as texts. Throws plan_error where a text is no value of its
/// column, and what `set_existing` throws.
template<typename Schema>
void set_existing(plan_options<Schema>& options, std::span<const existing_texts> all) {
    for (const existing_texts& texts : all) {
        [&]<std::size_t... Tables>(std::index_sequence<Tables...>) {
            (static_cast<void>(texts.table() == Tables
                                   ? detail::set_existing_table<Schema, Tables>(options, texts)
                                   : void()),
             ...);
        }(std::make_index_sequence<Schema::table_count>{});
    }
}

} // namespace synth

#endif
