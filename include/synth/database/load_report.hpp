// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_LOAD_REPORT_HPP
#define SYNTH_DATABASE_LOAD_REPORT_HPP

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <synth/database/database_error.hpp>
#include <synth/database/row_source.hpp>

namespace synth {

/// How a load is done.
struct load_options {
    bool truncate{};     ///< replace the rows, in one transaction
    bool dry_run{};      ///< check everything, load nothing
    unsigned threads{1}; ///< that make rows; one connection takes them
    /// Seconds to wait for a lock of PostgreSQL, 0 for ever; without it 30, or what the server or role has
    /// set.
    // NOLINTNEXTLINE(readability-redundant-member-init)
    std::optional<unsigned> lock_timeout{};
    /// Called between blocks; what it throws rolls the table back.
    std::function<void(std::size_t table, std::uint64_t rows)> progress = [](std::size_t, std::uint64_t) {};
};

/// What a load did.
struct load_report {
    std::uint64_t rows{};
    std::uint64_t bytes{};           ///< sent to the server; 0 for SQLite
    std::vector<std::size_t> tables; ///< completed, in order
    std::vector<std::string> notes;  ///< how cycles of references are met; a dry run tells them too
};

namespace detail {

inline std::string without_prefix(const database_error& error) {
    return std::string{std::string_view{error.what()}.substr(std::string_view{"synth: "}.size())};
}

} // namespace detail

/// The error of a load that would have replaced the rows of its tables.
[[nodiscard]] inline database_error unchanged_load(const database_error& error) {
    return database_error{detail::without_prefix(error) +
                          "; nothing was changed, the old rows are still there"};
}

/// The error of one table, and what is in the database now.
[[nodiscard]] inline database_error incomplete_load(const database_error& error, const row_source& source,
                                                    std::span<const std::size_t> complete) {
    std::string text = detail::without_prefix(error);
    if (complete.empty()) {
        return database_error{text + "; nothing was loaded"};
    }
    text += "; complete before it: ";
    for (const std::size_t table : complete) {
        text += (table == complete.front() ? "" : ", ") + source.shape(table).shown();
    }
    return database_error{text + "; nothing of the other tables; to begin again give --truncate"};
}

} // namespace synth

#endif
