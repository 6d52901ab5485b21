// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_EXISTING_COLUMN_HPP
#define SYNTH_DATASET_EXISTING_COLUMN_HPP

#include <cstddef>
#include <cstdint>
#include <optional>

#include <synth/dataset/existing_rows.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

template<typename Schema, std::size_t Table, std::size_t Column>
class column_values;

/// A column of a table that is filled outside: its values are those of the rows that are there, looked up by
/// the number of the row. What the plan is not told of a column is its type's empty value.
template<typename Schema, std::size_t Table, std::size_t Column>
    requires(catalog_of<Schema>.tables[Table].filled_outside)
class column_values<Schema, Table, Column> {
public:
    using row_type = typename Schema::template row_at<Table>;
    using field = field_type<row_type, Column>;
    using value = value_type_of<field>;
    static constexpr column_source source = column_source::existing;
    static constexpr bool has_generator = false;
    static constexpr bool enumerable = false;
    static constexpr bool draws_null = false;

    explicit column_values(const existing_list<Schema, Table>& rows) : rows_(rows) {}

    [[nodiscard]] bool is_null(std::uint64_t row) const {
        if constexpr (nullable<field>) {
            return !synth::field<Column>(rows_[row]).has_value();
        } else {
            return false;
        }
    }

    /// A view of the value where there is one; the rows are kept by whoever has the plan.
    [[nodiscard]] auto at(std::uint64_t row) const {
        const value& found = detail::present(synth::field<Column>(rows_[row]));
        if constexpr (requires { as_view(found); }) {
            return view_of<value>{as_view(found)};
        } else {
            return found;
        }
    }

    [[nodiscard]] const column_values& generator() const { return *this; }

    [[nodiscard]] std::optional<std::uint64_t> row_of(const view_of<value>& key) const {
        return rows_.template row_of<Column>(key);
    }

    /// All rows of the table.
    [[nodiscard]] const existing_list<Schema, Table>& rows() const { return rows_; }

    [[nodiscard]] static constexpr double null_share() { return 0.0; }

private:
    existing_list<Schema, Table> rows_;
};

} // namespace synth

#endif
