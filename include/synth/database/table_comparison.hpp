// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_TABLE_COMPARISON_HPP
#define SYNTH_DATABASE_TABLE_COMPARISON_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <synth/database/row_comparison.hpp>
#include <synth/database/row_source.hpp>
#include <synth/database/verify_report.hpp>

namespace synth {

/// How far the comparison of a table is: half of the work is to read, half to make; a second round moves the
/// bar no further.
class comparison_progress {
public:
    comparison_progress(const row_source& source, std::size_t table, const verify_options& options)
        : table_(table), rows_(source.rows(table)), options_(options) {}

    void tell(std::uint64_t read, std::uint64_t made) {
        told_ = std::max(told_, (std::min(read, rows_) + made) / 2);
        options_.progress(table_, told_);
    }

private:
    std::size_t table_;
    std::uint64_t rows_;
    const verify_options& options_;
    std::uint64_t told_ = 0;
};

/// Hands on the lines that `lines.next(line)` reads from a database: `take(line)`.
template<typename Lines, typename Take>
void take_lines(Lines&& lines, comparison_progress& progress, const Take& take) {
    constexpr std::uint64_t step = 4'096;
    std::uint64_t count = 0;
    for (std::string_view line; lines.next(line);) {
        take(line);
        if (++count % step == 0) {
            progress.tell(count, 0);
        }
    }
}

/// Compares a table of a database with the rows of a plan. The sides have `read_stored`, `read_made` and
/// `made_line`, as `compare_rows` wants them.
template<typename Sides>
[[nodiscard]] table_verdict compare_table(const row_source& source, std::size_t table,
                                          std::span<const std::size_t> key, const verify_options& options,
                                          Sides&& sides) {
    table_verdict verdict = compare_rows(
        source.shape(table), key, options.limits, [&](const auto& take) { sides.read_stored(take); },
        [&](const auto& take) { sides.read_made(take); },
        [&](std::uint64_t row) { return sides.made_line(row); });
    verdict.table = table;
    options.progress(table, source.rows(table));
    return verdict;
}

} // namespace synth

#endif
