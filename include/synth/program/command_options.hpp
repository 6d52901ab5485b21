// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_COMMAND_OPTIONS_HPP
#define SYNTH_PROGRAM_COMMAND_OPTIONS_HPP

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <system_error>
#include <thread>
#include <vector>

#include <synth/program/now.hpp>
#include <synth/program/program_schema.hpp>
#include <synth/program/row_counts.hpp>
#include <synth/program/table_names.hpp>
#include <synth/program/usage_error.hpp>
#include <synth/schema/catalog.hpp>

namespace synth {

/// The options that every command shares, as they were written.
struct command_options {
    std::vector<std::string> rows;
    std::vector<std::string> tables;
    std::vector<std::string> existing; ///< TABLE=FILE: the keys of a table that is filled outside
    std::string existing_from;         ///< a database that has the keys of the others
    std::string scale;
    std::string seed;
    std::string now;
    std::string threads;
    bool random{};
};

/// The seed of a program that is given none, as of a dataset that is given none.
inline constexpr std::uint64_t default_seed = 1;

/// The moment that is taken for now unless `--now` says otherwise; never the clock.
inline constexpr const char* default_now = "2025-01-01";

/// The seed that `--seed` or `--random` asks for.
[[nodiscard]] inline std::uint64_t read_seed(const command_options& options) {
    if (options.random) {
        if (!options.seed.empty()) {
            throw usage_error{"--random and --seed exclude each other; leave one out"};
        }
        std::random_device source; // the one place where two runs may differ
        return source();           // 32 bits: short enough to be written down
    }
    if (options.seed.empty()) {
        return default_seed;
    }
    std::uint64_t seed = 0;
    const char* last = options.seed.data() + options.seed.size();
    const auto [end, error] = std::from_chars(options.seed.data(), last, seed);
    if (error != std::errc{} || end != last) {
        throw usage_error{"--seed " + options.seed +
                          ": no seed; write a whole number from 0 to 18446744073709551615"};
    }
    return seed;
}

/// How many threads make rows; all processors unless `--threads` says otherwise.
[[nodiscard]] inline unsigned read_threads(const std::string& text) {
    if (text.empty()) {
        return std::max(1U, std::thread::hardware_concurrency());
    }
    unsigned threads = 0;
    const char* last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, threads);
    if (error != std::errc{} || end != last || threads < 1 || threads > 1'024) {
        throw usage_error{"--threads " + text + ": write a number from 1 to 1024"};
    }
    return threads;
}

/// The tables that `--table` names, all of the database without it, parents first.
[[nodiscard]] inline std::vector<std::size_t> read_tables(const program_schema& schema,
                                                          const command_options& options) {
    std::vector<bool> wanted(schema.order().size(), options.tables.empty());
    const auto tables_of_catalog = schema.catalog().tables;
    for (std::size_t table = 0; table < wanted.size(); ++table) {
        wanted[table] = wanted[table] && tables_of_catalog[table].is_written();
    }
    for (const std::string& name : options.tables) {
        bool found = false;
        bool outside = false;
        for (const std::size_t table : find_tables(schema.catalog(), name, "--table")) {
            outside = outside || tables_of_catalog[table].filled_outside;
            if (tables_of_catalog[table].is_written()) {
                found = wanted[table] = true;
            }
        }
        if (!found) {
            throw usage_error{"--table " + name +
                              (outside
                                   ? ": it is filled outside, and synth makes no rows of it; name a table "
                                     "that refers to it"
                                   : ": the database has no such table, it is what rows of others "
                                     "have in common; name one of those")};
        }
    }
    std::vector<std::size_t> tables;
    for (const std::size_t table : schema.order()) {
        if (wanted[table]) {
            tables.push_back(table);
        }
    }
    return tables;
}

namespace detail {

// The tables whose rows are made, those whose keys they repeat, those from which their columns derive, and so
// on.
inline std::vector<bool> needed_tables(const program_schema& schema, const std::vector<std::size_t>& tables) {
    std::vector<bool> needed(schema.order().size(), false);
    std::vector<std::size_t> open = tables;
    while (!open.empty()) {
        const std::size_t table = open.back();
        open.pop_back();
        if (!needed[table]) {
            needed[table] = true;
            for (const catalog_reference& reference : schema.catalog().references_of(table)) {
                open.push_back(reference.parent);
            }
            for (const std::size_t source : schema.sources_of(table)) {
                open.push_back(source);
            }
        }
    }
    return needed;
}

} // namespace detail

/// The plan that the options ask for. Tables that `--table` leaves out and no other needs have no rows, so
/// that a count which does not fit them stops nothing.
[[nodiscard]] inline plan_request read_plan(const program_schema& schema, const command_options& options) {
    const counted_rows counts =
        row_counts(schema.catalog(), options.rows, options.scale, schema.rows_at_scale());
    const std::vector<bool> needed = detail::needed_tables(schema, read_tables(schema, options));
    plan_request plan;
    plan.seed = read_seed(options);
    plan.now = read_now(options.now.empty() ? default_now : options.now);
    for (std::size_t table = 0; table < needed.size(); ++table) {
        plan.rows.push_back(needed[table] ? counts.rows[table] : 0);
        plan.flexible.push_back(!needed[table] || !counts.given[table]);
    }
    return plan;
}

} // namespace synth

#endif
