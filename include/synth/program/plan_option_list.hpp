// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_PLAN_OPTION_LIST_HPP
#define SYNTH_PROGRAM_PLAN_OPTION_LIST_HPP

#include <string>

#include <synth/program/command_options.hpp>

#include <CLI/CLI.hpp>

namespace synth {

/// Adds the options by which a command plans rows.
inline void add_plan_options(CLI::App& command, command_options& options) {
    command
        .add_option("-r,--rows", options.rows, "Rows of all tables (1M) or of some (customer=1k,order*=10M)")
        ->allow_extra_args(false)
        ->type_name("ROWS");
    command.add_option("--scale", options.scale, "Multiply the described row counts")->type_name("FACTOR");
    command.add_option("-s,--seed", options.seed, "Another seed gives other data (default 1)")
        ->type_name("N");
    command.add_flag("--random", options.random, "Choose a seed and print it");
    command.add_option("--now", options.now, "What dates take for now (default 2025-01-01)")
        ->type_name("TIMESTAMP");
    command.add_option("-t,--table", options.tables, "Only this table; repeatable, * and ? are patterns")
        ->allow_extra_args(false)
        ->type_name("NAME");
    command
        .add_option("--existing", options.existing,
                    "The keys of a table that is filled outside, as CSV with the names of its columns; "
                    "repeatable")
        ->allow_extra_args(false)
        ->type_name("TABLE=FILE");
    command
        .add_option("--existing-from", options.existing_from,
                    "The database that has the keys of tables that are filled outside (load and verify: "
                    "default TARGET)")
        ->type_name("SOURCE");
    command.add_option("-j,--threads", options.threads, "Threads that make rows (default: all processors)")
        ->type_name("N");
}

/// Adds the option of commands that wait for tables of PostgreSQL.
inline void add_lock_timeout(CLI::App& command, std::string& seconds) {
    command
        .add_option("--lock-timeout", seconds,
                    "Seconds to wait for a table that another session of PostgreSQL holds; 0 waits for "
                    "ever (default 30)")
        ->type_name("SECONDS");
}

} // namespace synth

#endif
