// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_VERIFY_COMMAND_HPP
#define SYNTH_PROGRAM_VERIFY_COMMAND_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <synth/database/database_error.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_verify.hpp>
#include <synth/database/redacted.hpp>
#include <synth/database/sqlite_connection.hpp>
#include <synth/database/sqlite_verify.hpp>
#include <synth/database/verify_report.hpp>
#include <synth/program/command_options.hpp>
#include <synth/program/database_target.hpp>
#include <synth/program/existing_option.hpp>
#include <synth/program/existing_table.hpp>
#include <synth/program/interruption.hpp>
#include <synth/program/json_text.hpp>
#include <synth/program/printable.hpp>
#include <synth/program/program_schema.hpp>
#include <synth/program/quantity.hpp>
#include <synth/program/table_progress.hpp>
#include <synth/program/usage_error.hpp>

namespace synth {

/// The options of `verify`, as they were written.
struct verify_command_options {
    command_options plan;
    std::string target;       ///< a PostgreSQL URL or conninfo, or the path of an SQLite database
    std::string lock_timeout; ///< seconds; empty: the usual
    bool progress{true};
};

/// What `verify` found, and where.
struct verification {
    std::string target; ///< without passwords
    std::uint64_t seed{};
    double seconds{};
    verify_report report;
    // NOLINTNEXTLINE(readability-redundant-member-init): g++ warns of a designated initializer otherwise
    std::vector<existing_table> existing{}; ///< tables that are filled outside

    [[nodiscard]] std::uint64_t rows() const {
        std::uint64_t total = 0;
        for (const table_verdict& each : report.tables) {
            total += each.made;
        }
        return total;
    }
};

namespace detail {

// "orders: 3 differences: 1 changed, 1 missing, 1 that the plan does not make"
inline std::string verdict_line(const table_verdict& table) {
    if (table.equal()) {
        return table.name + ": equal, " + counted(table.made, "row");
    }
    std::string kinds;
    const auto add = [&](std::uint64_t count, std::string_view kind) {
        if (count > 0) {
            kinds += (kinds.empty() ? "" : ", ") + grouped(count) + " " + std::string{kind};
        }
    };
    add(table.changed, "changed");
    add(table.missing, "missing");
    add(table.surplus, "that the plan does not make");
    const std::string counts = table.stored == table.made ? ""
                                                          : "; the plan makes " + counted(table.made, "row") +
                                                                ", the database has " + grouped(table.stored);
    return table.name + ": " + (table.complete ? "" : "at least ") + counted(table.count(), "difference") +
           ": " + kinds + counts;
}

} // namespace detail

/// The report for people: the tables, their first differences, and the rules that rows break, a line each.
[[nodiscard]] inline std::string verification_report(const verification& found) {
    std::string text;
    const auto add = [&](const std::string& line) { text += printable(line) + "\n"; };
    for (const table_verdict& table : found.report.tables) {
        add(detail::verdict_line(table));
        for (const std::string& difference : table.differences) {
            add("  " + difference);
        }
    }
    for (const broken_rule& broken : found.report.broken) {
        add(broken.text);
    }
    return text;
}

/// The last line where all is equal: "synth: equal: 2 tables, 11 000 rows in 0.3 s".
[[nodiscard]] inline std::string verification_text(const verification& found) {
    return existing_text(found.existing) +
           fmt::format("synth: equal: {}, {} in {}\n", counted(found.report.tables.size(), "table"),
                       counted(found.rows(), "row"), short_time(found.seconds));
}

/// The error of a database that is not what the plan makes.
[[nodiscard]] inline database_error verification_error(const verification& found) {
    const auto& tables = found.report.tables;
    std::string text = found.target + " is not what the plan makes: ";
    if (const std::uint64_t count = found.report.differences(); count > 0) {
        const auto differing = static_cast<std::uint64_t>(
            std::ranges::count_if(tables, [](const table_verdict& each) { return !each.equal(); }));
        text += std::string{std::ranges::all_of(tables, &table_verdict::complete) ? "" : "at least "} +
                counted(count, "difference") + " in " + counted(differing, "table");
    }
    if (!found.report.broken.empty()) {
        text += (found.report.differences() > 0 ? ", " : "") +
                counted(found.report.broken.size(), "broken constraint");
    }
    if (std::ranges::all_of(tables, [](const table_verdict& each) { return each.stored == 0; })) {
        text += "; the tables are empty: load them first";
    } else if (std::ranges::any_of(tables, &table_verdict::another_plan)) {
        text += fmt::format("; is this the same --seed (here {}), --rows and --now?", found.seed);
        for (const existing_table& each : found.existing) {
            text +=
                fmt::format(" Has {} still the rows of the load (digest {:016x})?", each.name, each.digest);
        }
    }
    return database_error{text};
}

/// For machines: one line of JSON.
[[nodiscard]] inline std::string verification_json(const verification& found) {
    std::string tables;
    std::string first;
    std::string broken;
    for (const table_verdict& table : found.report.tables) {
        tables += fmt::format(
            R"({}{{"name":{},"rows":{},"stored":{},"changed":{},"missing":{},"surplus":{},"complete":{}}})",
            tables.empty() ? "" : ",", json_text(table.name), table.made, table.stored, table.changed,
            table.missing, table.surplus, table.complete);
        for (const std::string& difference : table.differences) {
            first += (first.empty() ? "" : ",") + json_text(difference);
        }
    }
    for (const broken_rule& rule : found.report.broken) {
        broken += fmt::format(R"({}{{"table":{},"constraint":{},"rows":{}}})", broken.empty() ? "" : ",",
                              json_text(rule.table), json_text(rule.rule), rule.rows);
    }
    return fmt::format(
        "{{\"command\":\"verify\",\"target\":{},\"seed\":{},\"equal\":{},\"rows\":{},\"differences\":{},"
        "\"seconds\":{:.3f},\"tables\":[{}]{},\"first\":[{}],\"broken\":[{}]}}\n",
        json_text(found.target), found.seed, found.report.equal(), found.rows(), found.report.differences(),
        found.seconds, tables, existing_json(found.existing), first, broken);
}

/// Compares a database with what a plan makes. Returns what it found; the caller prints it.
[[nodiscard]] inline verification verify(const program_schema& schema,
                                         const verify_command_options& options) {
    if (options.plan.random) {
        throw usage_error{"verify makes the rows again and needs the seed they were made of: give --seed in "
                          "place of --random"};
    }
    plan_request request = read_plan(schema, options.plan);
    const std::vector<std::size_t> tables = read_tables(schema, options.plan);
    verify_options how;
    how.threads = read_threads(options.plan.threads);
    how.lock_timeout = read_lock_timeout(options.lock_timeout);
    const bool postgres = is_postgres(options.target);
    request.existing = read_existing(schema, options.plan, options.target, how.lock_timeout);
    const std::unique_ptr<program_plan> plan = schema.plan(request);
    const interruption guard;
    table_progress bar{options.progress, *plan, tables};
    how.progress = [&](std::size_t table, std::uint64_t rows) { bar.update(table, rows); };
    verification found{redacted(options.target), request.seed, 0, {}};
    if (postgres) {
        postgres_connection connection{options.target};
        found.report = verify_postgres(connection, *plan, tables, how);
    } else {
        sqlite_connection connection{sqlite_path(options.target)};
        found.report = verify_sqlite(connection, *plan, tables, how);
    }
    found.seconds = bar.seconds();
    found.existing = existing_tables(schema.catalog(), *plan);
    return found;
}

} // namespace synth

#endif
