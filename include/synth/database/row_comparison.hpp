// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_ROW_COMPARISON_HPP
#define SYNTH_DATABASE_ROW_COMPARISON_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <synth/database/copy_line.hpp>
#include <synth/database/joined.hpp>
#include <synth/database/row_difference.hpp>
#include <synth/database/row_digest.hpp>
#include <synth/database/table_shape.hpp>
#include <synth/database/verify_report.hpp>

namespace synth {
namespace detail {

// "(1, 'ann', NULL, ...)"
inline std::string shown_row(std::string_view line) {
    constexpr std::size_t most = 8;
    const std::vector<std::string_view> cells = copy_cells(line);
    const auto first = std::span{cells}.first(std::min(cells.size(), most));
    return "(" + joined(first, ", ", [](std::string_view cell) { return shown_cell(cell); }) +
           (cells.size() > most ? ", ...)" : ")");
}

// " (id 18)": where to look in the database.
inline std::string shown_key(const table_shape& shape, std::span<const std::size_t> key,
                             const std::vector<std::string_view>& cells) {
    if (key.empty()) {
        return {};
    }
    const std::string text = joined(key, ", ", [&](std::size_t column) {
        return std::string{shape.columns[column].name} + " " + shown_cell(cells[column]);
    });
    return " (" + text + ")";
}

// "total is 12.50, not 13.50; note is NULL, not 'x'"
inline std::string shown_changes(const table_shape& shape, const std::vector<std::string_view>& made,
                                 const std::vector<std::string_view>& stored) {
    constexpr std::size_t most = 4;
    std::vector<std::size_t> changed;
    for (std::size_t column = 0; column < made.size(); ++column) {
        if (made[column] != stored[column]) {
            changed.push_back(column);
        }
    }
    const std::size_t shown = std::min(changed.size(), most);
    const std::string text = joined(std::span{changed}.first(shown), "; ", [&](std::size_t column) {
        return std::string{shape.columns[column].name} + " is " + shown_cell(stored[column]) + ", not " +
               shown_cell(made[column]);
    });
    return changed.size() > shown ? text + "; and " + std::to_string(changed.size() - shown) + " more" : text;
}

inline std::string lost_text(const table_shape& shape, std::span<const std::size_t> key,
                             const row_differences::lost_row& lost, std::string_view made) {
    const std::string row = shape.shown() + " row " + std::to_string(lost.row);
    if (!lost.changed) {
        return row + ": not in the database: " + shown_row(made);
    }
    const std::vector<std::string_view> cells = copy_cells(made);
    return row + shown_key(shape, key, cells) + ": " +
           (lost.stored ? shown_changes(shape, cells, copy_cells(*lost.stored)) : std::string{"differs"});
}

} // namespace detail

/// Compares the rows of a table, seen as lines of COPY text, with those of a plan, as multisets: once over
/// both sides if they are equal, twice if not. `read_stored(take)` hands every line of the database to
/// `take(line)`, `read_made(take)` every line of the plan with its row to `take(line, row)`, and
/// `made_line(row)` returns one. The positions of the key ascend.
template<typename ReadStored, typename ReadMade, typename MadeLine>
[[nodiscard]] table_verdict compare_rows(const table_shape& shape, std::span<const std::size_t> key,
                                         const difference_limits& limits, ReadStored&& read_stored,
                                         ReadMade&& read_made, MadeLine&& made_line) {
    row_digest stored{key};
    row_digest made{key};
    read_stored([&](std::string_view line) { stored.add(line); });
    read_made([&](std::string_view line, std::uint64_t) { made.add(line); });
    table_verdict verdict;
    verdict.name = shape.shown();
    verdict.made = made.rows();
    verdict.stored = stored.rows();
    if (stored == made) {
        return verdict;
    }
    difference_search search{stored, made, limits};
    read_made([&](std::string_view line, std::uint64_t row) { search.made(line, row); });
    read_stored([&](std::string_view line) { search.stored(line); });
    const row_differences found = search.finish();
    verdict.changed = found.changed;
    verdict.missing = found.missing;
    verdict.surplus = found.surplus;
    verdict.complete = found.complete;
    for (const row_differences::lost_row& lost : found.lost) {
        verdict.differences.push_back(detail::lost_text(shape, key, lost, made_line(lost.row)));
    }
    for (const std::string& line : found.strange) {
        if (verdict.differences.size() < limits.shown) {
            verdict.differences.push_back(shape.shown() +
                                          ": a row that the plan does not make: " + detail::shown_row(line));
        }
    }
    return verdict;
}

} // namespace synth

#endif
