// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_ERROR_HPP
#define SYNTH_DATABASE_POSTGRES_ERROR_HPP

#include <string>
#include <string_view>

#include <synth/database/database_error.hpp>
#include <synth/database/postgres_result.hpp>

#include <libpq-fe.h>

namespace synth {
namespace detail {

// What libpq and servers say may take several lines; an error is one.
[[nodiscard]] inline std::string one_line(std::string_view text) {
    std::string line;
    for (const char letter : text) {
        if (letter != '\n' && letter != '\t') {
            line += letter;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    while (!line.empty() && line.back() == ' ') {
        line.pop_back();
    }
    return line;
}

} // namespace detail

/// What to do about an error of PostgreSQL, by its SQLSTATE: `postgres_remedy("42501")` asks for privileges.
[[nodiscard]] inline std::string_view postgres_remedy(std::string_view state) {
    if (state == "23514" || state == "23P01" || state == "P0001") { // CHECK, EXCLUDE, a trigger's exception
        return unexpressed_rule;
    }
    if (state == "23505") {
        return "the rows repeat a value of a unique key: if the key is newer than the description, run "
               "synth-introspect again";
    }
    if (state == "23503") {
        return "the row's parent is not there: load the parent table first, with the same --seed and --rows";
    }
    if (state == "42501") {
        return "grant this role SELECT and INSERT on the tables and UPDATE on their sequences, or connect as "
               "their owner";
    }
    if (state == "53100") {
        return "make room on the server's disk, or load fewer rows with --rows";
    }
    if (state == "55P03") {
        return "another session holds the table (pg_stat_activity and pg_locks tell which): end it, or wait "
               "longer with --lock-timeout";
    }
    if (state == "57014") {
        return "raise statement_timeout, and see that nobody else works on the table";
    }
    if (state == "25006") {
        return "the server or the role is read only: connect to the primary, or set "
               "default_transaction_read_only to off";
    }
    const std::string_view kind = state.substr(0, 2);
    if (kind == "23" || kind == "22" || kind == "42") {
        return "the database is not the described one: run synth-introspect again"; // a constraint, a value
                                                                                    // out of range, a name or
                                                                                    // type that is not there
    }
    if (kind == "08" || kind == "57") {
        return "see the server's log, then load again";
    }
    return {};
}

/// The error of a statement in one message: the server's text, its detail, the table, column and constraint,
/// and a remedy. `while_doing` begins the sentence: "cannot load orders".
[[nodiscard]] inline database_error postgres_error(const std::string& while_doing,
                                                   const postgres_result& result, PGconn* connection) {
    std::string text = detail::one_line(result.error_field(PG_DIAG_MESSAGE_PRIMARY));
    std::string_view remedy = postgres_remedy(result.error_field(PG_DIAG_SQLSTATE));
    if (text.empty()) { // not the server but the connection
        text = detail::one_line(PQerrorMessage(connection));
        remedy = postgres_remedy("08000");
    }
    std::string message = while_doing + ": " + text;
    const auto add = [&](std::string_view before, std::string_view value, std::string_view after) {
        if (!value.empty()) {
            message.append(before).append(value).append(after);
        }
    };
    add(" (", result.error_field(PG_DIAG_MESSAGE_DETAIL), ")");
    add(", table ", result.error_field(PG_DIAG_TABLE_NAME), "");
    add(", column ", result.error_field(PG_DIAG_COLUMN_NAME), "");
    add(", constraint ", result.error_field(PG_DIAG_CONSTRAINT_NAME), "");
    add(", at ", result.error_field(PG_DIAG_CONTEXT), "");
    add("; ", result.error_field(PG_DIAG_MESSAGE_HINT), "");
    add("; ", remedy, "");
    return database_error{detail::one_line(message)};
}

} // namespace synth

#endif
