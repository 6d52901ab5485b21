// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_EXISTING_OPTION_HPP
#define SYNTH_PROGRAM_EXISTING_OPTION_HPP

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <synth/database/existing_texts.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_existing.hpp>
#include <synth/database/redacted.hpp>
#include <synth/database/sqlite_connection.hpp>
#include <synth/database/sqlite_existing.hpp>
#include <synth/program/command_options.hpp>
#include <synth/program/database_target.hpp>
#include <synth/program/existing_file.hpp>
#include <synth/program/program_schema.hpp>
#include <synth/program/table_names.hpp>
#include <synth/program/usage_error.hpp>
#include <synth/schema/catalog.hpp>

namespace synth {
namespace detail {

// What to read of each table that is filled outside and that rows to be made refer to.
inline std::vector<existing_request> existing_requests(const program_schema& schema,
                                                       const command_options& options) {
    const catalog_view catalog = schema.catalog();
    const std::vector<bool> needed = needed_tables(schema, read_tables(schema, options));
    std::vector<existing_request> requests;
    for (std::size_t table = 0; table < catalog.tables.size(); ++table) {
        const catalog_table& entry = catalog.tables[table];
        if (entry.filled_outside && needed[table]) {
            existing_request request{
                table, schema.existing_columns(table), {entry.schema_name, entry.name, {}}};
            for (const std::size_t column : request.columns) {
                column_shape shape;
                shape.name = catalog.columns_of(table)[column].name;
                request.shape.columns.push_back(shape);
            }
            requests.push_back(request);
        }
    }
    return requests;
}

// A table may be called anything, and so may a file: the first '=' behind the name of a table, else the
// first.
inline std::size_t end_of_table(const catalog_view& catalog, std::string_view entry) {
    for (std::size_t at = entry.find('='); at != std::string_view::npos; at = entry.find('=', at + 1)) {
        const std::string_view name = entry.substr(0, at);
        const auto is_named = [&](const catalog_table& each) {
            return each.name == name || shown_name(each) == name;
        };
        if (std::ranges::any_of(catalog.tables, is_named)) {
            return at;
        }
    }
    return entry.find('=');
}

// The keys that files give by `--existing TABLE=FILE`; their requests are taken away.
inline std::vector<existing_texts> existing_of_files(const program_schema& schema,
                                                     const command_options& options,
                                                     std::vector<existing_request>& requests) {
    std::vector<existing_texts> all;
    for (const std::string& entry : options.existing) {
        const std::string shown = "--existing " + entry;
        const std::size_t equals = end_of_table(schema.catalog(), entry);
        if (equals == std::string::npos || equals == 0 || equals + 1 == entry.size()) {
            throw usage_error{shown + ": write a table and the CSV file with its keys, TABLE=FILE"};
        }
        const std::vector<std::size_t> tables =
            find_tables(schema.catalog(), std::string_view{entry}.substr(0, equals), "--existing");
        const catalog_table& table = schema.catalog().tables[tables.front()];
        if (tables.size() > 1 || !table.filled_outside) {
            throw usage_error{shown + (tables.size() > 1 ? ": more than one table has this name; name one"
                                                         : ": synth fills " + shown_name(table) +
                                                               "; leave the option out")};
        }
        const bool twice = std::ranges::any_of(
            all, [&](const existing_texts& each) { return each.table() == tables.front(); });
        if (twice) {
            throw usage_error{shown + ": the keys of " + shown_name(table) + " are given twice"};
        }
        const auto wanted = std::ranges::find(requests, tables.front(), &existing_request::table);
        if (wanted != requests.end()) { // else --table has left out all that refers to it
            all.push_back(read_existing_file(*wanted, entry.substr(equals + 1), shown));
            requests.erase(wanted);
        }
    }
    return all;
}

inline std::vector<existing_texts> existing_of_database(const std::string& target,
                                                        const std::vector<existing_request>& requests,
                                                        std::optional<unsigned> lock_timeout) {
    if (is_postgres(target)) {
        postgres_connection connection{target};
        return read_existing(connection, requests, lock_timeout);
    }
    sqlite_connection connection{sqlite_path(target)};
    return read_existing(connection, requests, sqlite_path(target));
}

} // namespace detail

/// The keys of the tables that are filled outside: from the files that `--existing` names, else from the
/// database of `--existing-from`, else from the target of the command, which has none where it is empty.
/// Tables to which nothing refers that is made are not read.
[[nodiscard]] inline std::vector<existing_texts> read_existing(const program_schema& schema,
                                                               const command_options& options,
                                                               const std::string& target = {},
                                                               std::optional<unsigned> lock_timeout = {}) {
    std::vector<existing_request> requests = detail::existing_requests(schema, options);
    std::vector<existing_texts> all = detail::existing_of_files(schema, options, requests);
    if (requests.empty()) {
        return all;
    }
    const std::string& from = options.existing_from.empty() ? target : options.existing_from;
    if (from.empty()) {
        const std::string name = requests.front().shape.shown();
        throw usage_error{name + " is filled outside, and rows refer to it: give its keys by --existing " +
                          name + "=FILE.csv, or a database that has them by --existing-from"};
    }
    std::ranges::move(detail::existing_of_database(from, requests, lock_timeout), std::back_inserter(all));
    return all;
}

} // namespace synth

#endif
