// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_PROGRAM_SCHEMA_HPP
#define SYNTH_PROGRAM_PROGRAM_SCHEMA_HPP

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include <synth/database/existing_texts.hpp>
#include <synth/database/row_source.hpp>
#include <synth/program/row_counts.hpp>
#include <synth/schema/catalog.hpp>
#include <synth/schema/existing_columns.hpp>
#include <synth/schema/temporal.hpp>

namespace synth {

/// What a program plans: the rows of every table of the schema, by its position.
struct plan_request {
    std::uint64_t seed{};
    std::vector<std::uint64_t> rows;
    timestamp now{};
    // NOLINTNEXTLINE(readability-redundant-member-init): g++ warns of a designated initializer otherwise
    std::vector<bool> flexible{}; ///< tables whose rows nobody counted: they take what fits; empty: none
    // NOLINTNEXTLINE(readability-redundant-member-init): the same
    std::vector<existing_texts> existing{}; ///< the keys of tables that are filled outside
};

/// A planned dataset that can also tell how it makes its values.
class program_plan : public row_source {
public:
    /// How the values of a column are made, and why so: "uniform 1 to 10, as described".
    [[nodiscard]] virtual std::string explain_column(std::size_t table, std::size_t column) const = 0;

    /// Why a table has other rows than asked for: "all that its key can hold (code)"; empty where it has not.
    [[nodiscard]] virtual std::string explain_rows(std::size_t table) const = 0;

    /// How rows find their parents; the position is that in the catalog.
    [[nodiscard]] virtual std::string explain_reference(std::size_t reference) const = 0;
};

/// A schema without its types: what the command line, compiled once, needs of it.
class program_schema {
public:
    program_schema() = default;
    program_schema(const program_schema&) = delete;
    program_schema& operator=(const program_schema&) = delete;
    virtual ~program_schema() = default;

    [[nodiscard]] virtual catalog_view catalog() const = 0;

    /// The tables, parents first.
    [[nodiscard]] virtual std::span<const schema_index> order() const = 0;

    /// What `--scale` makes of its tables.
    [[nodiscard]] virtual scale_rule rows_at_scale() const { return described_rows; }

    /// The columns of a table that is filled outside which a plan needs.
    [[nodiscard]] virtual std::vector<std::size_t> existing_columns(std::size_t table) const {
        std::vector<std::size_t> columns;
        for (std::size_t column = 0; column < catalog().tables[table].column_count; ++column) {
            if (is_existing_column(catalog(), table, column)) {
                columns.push_back(column);
            }
        }
        return columns;
    }

    /// The tables from whose rows columns of a table derive, as an order's total does from its lines.
    [[nodiscard]] virtual std::vector<std::size_t> sources_of(std::size_t) const { return {}; }

    /// Gives the flexible tables of a request the rows for which they have room, and says why for each that
    /// changed.
    [[nodiscard]] virtual std::vector<std::string> fit(plan_request& request) const {
        return std::vector<std::string>(request.rows.size());
    }

    /// Throws plan_error when the counts cannot be met.
    [[nodiscard]] virtual std::unique_ptr<program_plan> plan(const plan_request& request) const = 0;
};

} // namespace synth

#endif
