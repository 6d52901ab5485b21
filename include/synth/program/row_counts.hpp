// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_ROW_COUNTS_HPP
#define SYNTH_PROGRAM_ROW_COUNTS_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <synth/program/amount.hpp>
#include <synth/program/table_names.hpp>
#include <synth/program/usage_error.hpp>
#include <synth/schema/catalog.hpp>
#include <synth/schema/table_facts.hpp>

namespace synth {

/// The rows of every table, and whether `--rows` named the table: such a count is kept or refused, others
/// take what fits.
struct counted_rows {
    std::vector<std::uint64_t> rows;
    std::vector<bool> given;
};

namespace detail {

// A pattern may also name tables that are filled outside, but not these alone.
inline void require_counted(const catalog_view& catalog, const std::vector<std::size_t>& tables,
                            std::string_view entry) {
    if (std::ranges::all_of(tables,
                            [&](std::size_t table) { return catalog.tables[table].filled_outside; })) {
        throw usage_error{"--rows " + std::string{entry} + ": " + shown_name(catalog.tables[tables.front()]) +
                          " is filled outside and has the rows that are there; leave it out"};
    }
}

} // namespace detail

/// What `--scale` makes of a table: its rows at a factor, which is 1 where none is given.
using scale_rule = std::function<std::uint64_t(const catalog_table&, exact_number)>;

/// The rule of a schema that has no other: the described rows times the factor.
[[nodiscard]] inline std::uint64_t described_rows(const catalog_table& table, exact_number factor) {
    return scaled(table.row_count, factor, shown_name(table));
}

/// The rows of every table: what the rule makes of `--scale`, then what `--rows` says: "1M" for all
/// tables that have room for so many, "customer=1k,order*=1M" for some, later entries over earlier ones.
[[nodiscard]] inline counted_rows row_counts(const catalog_view& catalog,
                                             const std::vector<std::string>& rows, const std::string& scale,
                                             const scale_rule& rule = described_rows) {
    counted_rows counts;
    const std::optional<exact_number> factor = read_number(scale.empty() ? "1" : scale);
    if (!factor || factor->units == 0) {
        throw usage_error{"--scale " + scale + ": no factor; write a number above 0 like 10 or 0.25"};
    }
    for (const catalog_table& table : catalog.tables) {
        counts.rows.push_back(table.filled_outside ? 0 : rule(table, *factor));
    }
    counts.given.assign(counts.rows.size(), false);
    for (std::string_view rest : rows) {
        while (true) {
            const std::size_t comma = rest.find(',');
            const std::string_view entry = rest.substr(0, comma);
            // The last '=': a table may be called anything, a number has none.
            const std::size_t equals = entry.rfind('=');
            if (equals == std::string_view::npos) {
                const std::uint64_t count = read_amount(entry, "--rows");
                for (std::size_t table = 0; table < counts.rows.size(); ++table) {
                    const std::uint64_t share = catalog.tables[table].virtual_share;
                    const bool outside = catalog.tables[table].filled_outside;
                    const std::uint64_t made = share == 0 ? count : shared_rows(count, share);
                    counts.rows[table] = outside ? 0 : made;
                }
                counts.given.assign(counts.rows.size(), false);
            } else {
                const std::vector<std::size_t> tables =
                    find_tables(catalog, entry.substr(0, equals), "--rows");
                const std::uint64_t count = read_amount(entry.substr(equals + 1), "--rows", entry);
                detail::require_counted(catalog, tables, entry);
                for (const std::size_t table : tables) {
                    if (catalog.tables[table].filled_outside) {
                        continue;
                    }
                    const std::uint64_t share = catalog.tables[table].virtual_share;
                    const bool meant = share == 0 || tables.size() == 1;
                    counts.rows[table] = meant ? count : shared_rows(count, share);
                    counts.given[table] = meant;
                }
            }
            if (comma == std::string_view::npos) {
                break;
            }
            rest.remove_prefix(comma + 1);
        }
    }
    return counts;
}

} // namespace synth

#endif
