// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_TABLE_PROGRESS_HPP
#define SYNTH_PROGRAM_TABLE_PROGRESS_HPP

#include <cstddef>
#include <cstdint>
#include <span>

#include <synth/database/database_error.hpp>
#include <synth/database/row_source.hpp>
#include <synth/program/interruption.hpp>
#include <synth/program/progress.hpp>

namespace synth {

/// The bar of a work on whole tables, one after another. Throws where the user has interrupted it.
class table_progress {
public:
    table_progress(bool wanted, const row_source& source, std::span<const std::size_t> tables)
        : source_(source), bar_(wanted, rows_of(source, tables)),
          at_hand_(tables.empty() ? 0 : tables.front()) {}

    /// Tells how many rows of a table are done; when another table comes, the one before it is complete.
    void update(std::size_t table, std::uint64_t rows) {
        if (interruption::happened()) {
            throw database_error{"interrupted"};
        }
        if (table != at_hand_) {
            bar_.finish_table(source_.rows(at_hand_));
            at_hand_ = table;
        }
        bar_.update(source_.shape(table).name, rows);
    }

    [[nodiscard]] double seconds() const { return bar_.seconds(); }

private:
    static std::uint64_t rows_of(const row_source& source, std::span<const std::size_t> tables) {
        std::uint64_t total = 0;
        for (const std::size_t table : tables) {
            total += source.rows(table);
        }
        return total;
    }

    const row_source& source_;
    progress bar_;
    std::size_t at_hand_;
};

} // namespace synth

#endif
