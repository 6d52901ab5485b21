// SPDX-License-Identifier: BSL-1.0
#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <synth/config/version.hpp>

#include "failure.hpp"
#include "filled_outside.hpp"
#include "header.hpp"
#include "names.hpp"
#include "output.hpp"
#include "postgres_catalog.hpp"
#include "selection.hpp"
#include "split.hpp"
#include "sqlite_catalog.hpp"
#include "text.hpp"
#include "undo_load.hpp"
#include <CLI/CLI.hpp>

namespace {

using namespace synth::introspect;

struct options {
    std::string source;
    std::string output = "-";
    std::string split;
    std::vector<std::string> schemas;
    selection tables;
    std::string name_space = "database";
    bool quiet = false;
    bool strict = false;
    bool undo_load = false;
};

void check_name_space(const std::string& name_space) {
    for (std::size_t start = 0; start <= name_space.size();) {
        const std::size_t end = std::min(name_space.find("::", start), name_space.size());
        const std::string part = name_space.substr(start, end - start);
        if (part.empty() || identifier(part) != part) {
            throw misuse(fmt::format("--namespace {}: not a free C++ name; write for example {}",
                                     one_line(name_space), part.empty() ? "shop" : identifier(part)));
        }
        start = end + 2;
    }
}

catalog read(const options& wanted) {
    if (is_postgres(wanted.source)) {
        return read_postgres(wanted.source, wanted.schemas);
    }
    const bool prefixed = wanted.source.starts_with("sqlite:");
    if (!prefixed && wanted.source.find("://") != std::string::npos) {
        throw misuse(fmt::format("{}://... is not read; give postgresql://..., or the path of an SQLite file",
                                 one_line(wanted.source.substr(0, wanted.source.find("://")))));
    }
    for (const std::string& schema : wanted.schemas) {
        if (schema != "main") {
            throw failure(
                fmt::format("there is no schema {}; an SQLite file has only main", one_line(schema)));
        }
    }
    return read_sqlite(prefixed ? wanted.source.substr(7) : wanted.source);
}

int undo(const options& wanted) {
    const std::vector<std::string> undone =
        is_postgres(wanted.source) ? undo_loads(wanted.source) : std::vector<std::string>{};
    for (const std::string& each : undone) {
        fmt::print(stderr, "synth-introspect: {}\n", one_line(each));
    }
    return 0;
}

// What is read while keys are dropped is not the database that is meant.
void refuse_unfinished(const catalog& database) {
    for (const table& each : database.tables) {
        if (tells_unfinished_load(each.name.name)) {
            throw failure(
                fmt::format("a load over several connections is at work, or was broken off (table {}): "
                            "wait, or undo it with synth-introspect SOURCE --undo-load",
                            display(each.name)));
        }
    }
}

int run(const options& wanted) {
    check_name_space(wanted.name_space);
    catalog database = read(wanted);
    refuse_unfinished(database);
    std::vector<std::string> warnings = select(database, wanted.tables);
    for (const std::string& each : fill_outside(database, wanted.tables.existing)) {
        if (!wanted.quiet) {
            fmt::print(stderr, "note: {}\n", each);
        }
    }
    header one;
    split_program several;
    if (wanted.split.empty()) {
        one = make_header(database, wanted.name_space);
    } else {
        several = make_split_program(database, wanted.name_space);
    }
    const findings& result = wanted.split.empty() ? static_cast<const findings&>(one) : several;
    warnings.insert(warnings.end(), result.warnings.begin(), result.warnings.end());
    if (!wanted.quiet || wanted.strict) {
        for (const std::string& each : warnings) {
            fmt::print(stderr, "warning: {}\n", each);
        }
    }
    if (wanted.strict && !warnings.empty()) {
        throw failure(fmt::format("{} warnings and --strict: nothing is written", warnings.size()));
    }
    if (wanted.split.empty()) {
        put(wanted.output, one.text);
    } else {
        put_split_program(wanted.split, several.files);
    }
    if (!wanted.quiet) {
        fmt::print(stderr, "synth-introspect: {} tables, {} columns, {} references, {} warnings\n",
                   result.tables, result.columns, result.references, warnings.size());
    }
    return 0;
}

} // namespace

int main(int count, char** arguments) {
    options wanted;
    CLI::App program{
        "Reads the tables of a live database and writes a C++ header that describes them to synth.",
        "synth-introspect"};
    program.set_version_flag("--version", fmt::format("synth-introspect {}.{}.{}", SYNTH_VERSION_MAJOR,
                                                      SYNTH_VERSION_MINOR, SYNTH_VERSION_PATCH));
    program
        .add_option(
            "SOURCE", wanted.source,
            "postgresql://USER@HOST/DATABASE, \"host=HOST dbname=DATABASE\", or the path of an SQLite file")
        ->required();
    const CLI::Option* const output =
        program.add_option("-o,--output", wanted.output, "The header to write; - is the standard output")
            ->type_name("FILE");
    const CLI::Option* const split =
        program
            .add_option("--split", wanted.split,
                        "Write a program of several files into this folder, so that many tables are compiled "
                        "in parts")
            ->type_name("FOLDER");
    program.add_option("--schema", wanted.schemas, "Read only this schema; may be repeated")
        ->type_name("NAME")
        ->allow_extra_args(false);
    program
        .add_option("--include", wanted.tables.include,
                    "Only tables that match TABLE or SCHEMA.TABLE; may be repeated")
        ->type_name("GLOB")
        ->allow_extra_args(false);
    program.add_option("--exclude", wanted.tables.exclude, "Not the tables that match; may be repeated")
        ->type_name("GLOB")
        ->allow_extra_args(false);
    program
        .add_option(
            "--existing", wanted.tables.existing,
            "Tables that match are filled outside: synth refers to their rows and writes none; may be "
            "repeated")
        ->type_name("GLOB")
        ->allow_extra_args(false);
    program.add_option("--namespace", wanted.name_space, "The C++ namespace of the header")
        ->type_name("NAME")
        ->capture_default_str();
    program.add_flag("--quiet", wanted.quiet, "No warnings and no summary");
    program.add_flag("--strict", wanted.strict, "Fail if there is anything to warn of");
    program.add_flag("--undo-load", wanted.undo_load,
                     "Write nothing; undo loads over several connections that were broken off");
    program.footer("Exit codes: 0 done, 1 failed, 2 wrong usage.\n"
                   "A password belongs into PGPASSWORD or ~/.pgpass rather than on the command line.");
    constexpr int failed = 1;
    constexpr int misused = 2;
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not grow is an error of writing, not the end
    try {
        program.parse(count, arguments);
    } catch (const CLI::Success& answer) { // --help, --version
        return program.exit(answer);
    } catch (const CLI::ParseError& error) {
        fmt::print(stderr, "synth-introspect: {}; see --help\n", one_line(error.what()));
        return misused;
    }
    try {
        if (output->count() > 0 && split->count() > 0) {
            throw misuse("--output and --split exclude each other; leave one out");
        }
        if (split->count() > 0 && wanted.split.empty()) {
            throw misuse("--split: name the folder to write into, as in --split shop");
        }
        return wanted.undo_load ? undo(wanted) : run(wanted);
    } catch (const misuse& error) {
        fmt::print(stderr, "synth-introspect: {}\n", error.what());
        return misused;
    } catch (const std::exception& error) {
        fmt::print(stderr, "synth-introspect: {}\n", error.what());
        return failed;
    }
}
