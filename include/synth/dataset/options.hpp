// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_OPTIONS_HPP
#define SYNTH_DATASET_OPTIONS_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <synth/core/indexed_set.hpp>
#include <synth/dataset/existing_rows.hpp>
#include <synth/generate/generator.hpp>
#include <synth/schema/schema.hpp>
#include <synth/schema/temporal.hpp>

namespace synth {

/// The seed of a dataset; the same seed gives the same bytes: `seed{42}`.
struct seed {
    std::uint64_t value{};
};

/// The rows of one table: `count<customer>{1'000}`.
template<typename Row>
struct count {
    std::uint64_t rows{};
};

/// What "now" means to generators of dates; a fixed moment unless it is given: `now{timestamp::of(...)}`.
struct now {
    timestamp moment{};
};

/// Everything that a dataset depends on besides its schema, as values: what programs fill in at run time.
template<typename Schema>
struct plan_options {
    std::uint64_t seed{1};
    timestamp now{1'735'689'600'000'000}; // 2025-01-01 00:00:00
    std::array<std::uint64_t, Schema::table_count> rows = described_rows();
    // NOLINTNEXTLINE(readability-redundant-member-init): g++ warns of a designated initializer otherwise
    [[no_unique_address]] existing_lists<Schema> existing{}; ///< set by `set_existing`

    /// The rows that the descriptions give each table; 1,000 where they say nothing.
    [[nodiscard]] static constexpr std::array<std::uint64_t, Schema::table_count> described_rows() {
        std::array<std::uint64_t, Schema::table_count> counts{};
        for (std::size_t table = 0; table < counts.size(); ++table) {
            counts[table] = catalog_of<Schema>.tables[table].row_count;
        }
        return counts;
    }

    constexpr void apply(synth::seed option) { seed = option.value; }
    constexpr void apply(synth::now option) { now = option.moment; }
    template<typename Row>
    constexpr void apply(count<Row> option) {
        constexpr schema_index table = Schema::template index_or_none<Row>();
        static_assert(table != no_index,
                      "synth: a count must be of a row in the schema; add the row to synth::schema<...>");
        if constexpr (table != no_index) {
            constexpr bool filled_outside = catalog_of<Schema>.tables[table].filled_outside;
            static_assert(!filled_outside,
                          "synth: a count must not be of a table that is filled outside; leave it out, the "
                          "table has the rows of synth::existing_rows");
            rows[table] = option.rows;
        }
    }
    template<typename Row>
    void apply(existing_rows<Row> option) {
        constexpr schema_index table = Schema::template index_or_none<Row>();
        constexpr bool filled_outside = [] {
            if constexpr (table != no_index) {
                return catalog_of<Schema>.tables[table].filled_outside;
            } else {
                return false;
            }
        }();
        static_assert(filled_outside, "synth: existing_rows must be of a table that is filled outside; say "
                                      "synth::filled_outside() in its description, or leave the rows out");
        if constexpr (filled_outside) {
            set_existing<table>(std::move(option.rows));
        }
    }

    /// The rows of a table that is filled outside, in whatever order; throws plan_error where a key is NULL
    /// or comes twice.
    template<std::size_t Table>
    void set_existing(std::vector<typename Schema::template row_at<Table>> given) {
        auto& list = get_indexed<Table>(existing);
        list = existing_list<Schema, Table>{std::move(given)};
        rows[Table] = list.size();
    }
};

namespace detail {

// What a generator may know of a column, but for the rows and the stream of its table.
inline column_plan plan_of_column(const catalog_table& table, const column_facts& facts,
                                  const timestamp& now) {
    column_plan plan;
    plan.schema_name = table.schema_name;
    plan.table = table.name;
    plan.column = facts.name;
    plan.max_length = facts.max_length;
    plan.fixed_length = facts.fixed_length;
    plan.fraction_digits = facts.fraction_digits;
    plan.now = now;
    return plan;
}

// The same by the positions of a schema.
template<typename Schema, std::size_t Table>
[[nodiscard]] column_plan plan_of_column(std::size_t column, const timestamp& now) {
    constexpr const catalog_table& table = catalog_of<Schema>.tables[Table];
    return plan_of_column(table, catalog_of<Schema>.columns[table.first_column + column], now);
}

} // namespace detail

} // namespace synth

#endif
