// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_LOAD_COMMAND_HPP
#define SYNTH_PROGRAM_LOAD_COMMAND_HPP

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <synth/database/database_error.hpp>
#include <synth/database/load_order.hpp>
#include <synth/database/load_report.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_load.hpp>
#include <synth/database/redacted.hpp>
#include <synth/database/sqlite_connection.hpp>
#include <synth/database/sqlite_load.hpp>
#include <synth/program/command_options.hpp>
#include <synth/program/interruption.hpp>
#include <synth/program/program_schema.hpp>
#include <synth/program/progress.hpp>
#include <synth/program/summary.hpp>
#include <synth/program/usage_error.hpp>

namespace synth {

/// The options of `load`, as they were written.
struct load_command_options {
    command_options plan;
    std::string target;       ///< a PostgreSQL URL or conninfo, or the path of an SQLite database
    std::string lock_timeout; ///< seconds; empty: the usual
    bool truncate{};
    bool dry_run{};
    bool progress{true};
};

/// Whether a target is PostgreSQL's, by its look: a URL, or words with '=' that name no file.
[[nodiscard]] inline bool is_postgres(const std::string& target) {
    if (target.starts_with("postgres://") || target.starts_with("postgresql://")) {
        return true;
    }
    if (target.starts_with("sqlite:") || std::filesystem::exists(target)) {
        return false;
    }
    if (target.find("://") != std::string::npos) {
        throw usage_error{"cannot open " + redacted(target) +
                          "; targets are postgresql://... and paths of SQLite databases"};
    }
    return target.find('=') != std::string::npos;
}

/// "sqlite:shop.db", "sqlite:///shop.db" and "shop.db" are one path.
[[nodiscard]] inline std::string sqlite_path(std::string_view target) {
    if (target.starts_with("sqlite:")) {
        target.remove_prefix(std::string_view{"sqlite:"}.size());
        if (target.starts_with("//")) {
            target.remove_prefix(2);
        }
    }
    return std::string{target};
}

/// How many seconds a load waits for a lock: none where `--lock-timeout` says nothing, 0 for ever.
[[nodiscard]] inline std::optional<unsigned> read_lock_timeout(const std::string& text) {
    if (text.empty()) {
        return std::nullopt;
    }
    constexpr unsigned most = 1'000'000;
    unsigned seconds = 0;
    const char* last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, seconds);
    if (error != std::errc{} || end != last || seconds > most) {
        throw usage_error{"--lock-timeout " + text + ": write seconds from 0, which waits for ever, to " +
                          std::to_string(most)};
    }
    return seconds;
}

/// Loads the tables of a plan into a database. Returns what it did; the caller prints it.
[[nodiscard]] inline summary load(const program_schema& schema, const load_command_options& options) {
    const plan_request request = read_plan(schema, options.plan);
    const std::vector<std::size_t> tables = read_tables(schema, options.plan);
    load_options how;
    how.threads = read_threads(options.plan.threads);
    how.truncate = options.truncate;
    how.dry_run = options.dry_run;
    require_whole_cycles(schema.catalog(), tables);
    how.lock_timeout = read_lock_timeout(options.lock_timeout);
    const bool postgres = is_postgres(options.target);
    const std::unique_ptr<program_plan> plan = schema.plan(request);
    std::uint64_t total = 0;
    for (const std::size_t table : tables) {
        total += plan->rows(table);
    }
    const interruption guard;
    progress bar{options.progress && !options.dry_run, total};
    std::size_t at_hand = tables.empty() ? 0 : tables.front();
    how.progress = [&](std::size_t table, std::uint64_t rows) {
        if (interruption::happened()) {
            throw database_error{"interrupted"};
        }
        if (table != at_hand) {
            bar.finish_table(plan->rows(at_hand));
            at_hand = table;
        }
        bar.update(plan->shape(table).name, rows);
    };
    load_report report;
    if (postgres) {
        postgres_connection connection{options.target};
        report = load_postgres(connection, *plan, tables, how);
    } else {
        sqlite_connection connection{sqlite_path(options.target)};
        report = load_sqlite(connection, *plan, tables, how);
    }
    summary done{"load", redacted(options.target), request.seed, {}, report.bytes, bar.seconds(), {}};
    done.notes = report.notes;
    for (const std::size_t table : report.tables) {
        done.tables.emplace_back(plan->shape(table).shown(), plan->rows(table));
    }
    return done;
}

} // namespace synth

#endif
