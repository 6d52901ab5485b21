// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_RUN_HPP
#define SYNTH_PROGRAM_RUN_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <exception>
#include <new>
#include <span>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <synth/config/version.hpp>
#include <synth/database/near_name.hpp>
#include <synth/program/command_line.hpp>
#include <synth/program/command_options.hpp>
#include <synth/program/existing_option.hpp>
#include <synth/program/explain.hpp>
#include <synth/program/generate_command.hpp>
#include <synth/program/graph.hpp>
#include <synth/program/interruption.hpp>
#include <synth/program/load_command.hpp>
#include <synth/program/plan_option_list.hpp>
#include <synth/program/printable.hpp>
#include <synth/program/program_schema.hpp>
#include <synth/program/standard_output.hpp>
#include <synth/program/summary.hpp>
#include <synth/program/usage_error.hpp>
#include <synth/program/verify_command.hpp>
#include <synth/sink/output_file.hpp>

#include <CLI/CLI.hpp>

namespace synth {
namespace detail {

inline constexpr std::array<std::string_view, 5> commands{"gen", "load", "verify", "explain", "graph"};

// The command line of one schema. CLI11 fills the members; `run` does what they say.
class command_line {
public:
    command_line() {
        app_.set_version_flag("--version", fmt::format("synth {}.{}.{}", SYNTH_VERSION_MAJOR,
                                                       SYNTH_VERSION_MINOR, SYNTH_VERSION_PATCH));
        app_.require_subcommand(1);
        app_.footer("Exit codes: 0 done, 1 failed, 2 not understood. See docs/program.md.");

        CLI::App* gen = app_.add_subcommand("gen", "Write rows as CSV or COPY data");
        add_plan_options(*gen, generate_.plan);
        gen->add_option("-o,--output", generate_.directory,
                        "Folder for one file a table; without it, one table goes "
                        "to standard output")
            ->type_name("DIR");
        gen->add_option("-f,--format", generate_.format,
                        "csv, copy (text), copy-binary, or tbl (| between cells, no header)")
            ->check(CLI::IsMember({"csv", "copy", "copy-binary", "tbl"}))
            ->type_name("FORMAT")
            ->capture_default_str();
        gen->add_option("--part", generate_.part,
                        "Write the i-th of N parts; one behind the other they are the whole")
            ->type_name("i/N");
        gen->add_option("--compress", generate_.compression,
                        "zstd or zstd:LEVEL, from -7 (fast) to 19 (small); files end in .zst")
            ->type_name("METHOD");
        gen->add_flag("--overwrite", generate_.overwrite, "Replace files that are there");
        add_reports(*gen);

        CLI::App* load = app_.add_subcommand("load", "Fill a database, parents first");
        load->add_option("target", load_.target,
                         "postgresql://..., \"host=... dbname=...\", or an SQLite file")
            ->required()
            ->type_name("TARGET");
        add_plan_options(*load, load_.plan);
        load->add_flag("--truncate", load_.truncate, "Replace the rows of the tables, all or none");
        load->add_option("--connections", load_.connections,
                         "PostgreSQL: load over N connections, each a range of every table's rows")
            ->type_name("N");
        load->add_flag("--keep-indexes", load_.keep_indexes,
                       "PostgreSQL: leave indexes, keys and foreign keys in force during the load");
        load->add_flag("--keep-triggers", load_.keep_triggers,
                       "Run triggers that write tables of the load, which are off otherwise");
        load->add_flag("--commit-each", load_.commit_each,
                       "PostgreSQL: a transaction for each table instead of one for all");
        load->add_flag("--no-analyze", load_.no_analyze, "PostgreSQL: gather no statistics behind the rows");
        add_lock_timeout(*load, load_.lock_timeout);
        load->add_flag("-n,--dry-run", load_.dry_run, "Check everything, say each step, load nothing");
        add_reports(*load);

        CLI::App* verify = app_.add_subcommand(
            "verify", "Compare a loaded database with the rows and find what breaks its rules");
        verify
            ->add_option("target", verify_.target,
                         "postgresql://..., \"host=... dbname=...\", or an SQLite file")
            ->required()
            ->type_name("TARGET");
        add_plan_options(*verify, verify_.plan);
        add_lock_timeout(*verify, verify_.lock_timeout);
        add_reports(*verify);

        CLI::App* explain =
            app_.add_subcommand("explain", "Show the order, sizes and how each column is made");
        add_plan_options(*explain, explain_);

        CLI::App* graph = app_.add_subcommand("graph", "Draw the tables and their references");
        graph->add_option("-f,--format", graph_format_, "dot (Graphviz) or mermaid")
            ->check(CLI::IsMember({"dot", "mermaid"}))
            ->type_name("FORMAT")
            ->capture_default_str();
    }

    // False when CLI11 has answered itself, as to --help.
    bool parse(const std::vector<std::string>& arguments) {
        if (arguments.size() < 2) {
            throw usage_error{"no command; give gen, load, verify, explain or graph, or --help"};
        }
        if (!arguments[1].starts_with('-') && std::ranges::find(commands, arguments[1]) == commands.end()) {
            throw usage_error{
                "there is no command " + arguments[1] + "; " +
                meant(arguments[1], commands, "there are gen, load, verify, explain and graph")};
        }
        std::vector<std::string> reversed(arguments.rbegin(), arguments.rend() - 1); // as CLI11 wants them
        app_.name(arguments.front());
        try {
            app_.parse(std::move(reversed));
        } catch (const CLI::Success& answer) {
            std::ostringstream text;
            app_.exit(answer, text, text);
            standard_output::write(text.str());
            return false;
        } catch (const CLI::ExtrasError&) {
            throw unexpected();
        } catch (const CLI::ParseError& error) {
            throw usage_error{std::string{error.what()} + "; see --help"};
        }
        refuse_empty_values();
        return true;
    }

    void run(const program_schema& schema, const std::vector<std::string>& arguments) {
        if (app_.got_subcommand("gen")) {
            if (json_ && generate_.directory.empty()) {
                throw usage_error{"--json needs a folder (-o): standard output holds the rows"};
            }
            generate_.progress = !quiet_ && !no_progress_;
            report(generate(schema, generate_), arguments);
        } else if (app_.got_subcommand("load")) {
            load_.progress = !quiet_ && !no_progress_;
            const summary done = load(schema, load_);
            if (!load_.dry_run) {
                report(done, arguments);
            } else if (!quiet_) {
                fmt::print(stderr, "{}", dry_run_text(done));
            }
        } else if (app_.got_subcommand("verify")) {
            verify_.progress = !quiet_ && !no_progress_;
            report(verify(schema, verify_));
        } else if (app_.got_subcommand("explain")) {
            plan_request request = read_plan(schema, explain_);
            request.existing = read_existing(schema, explain_);
            const std::vector<std::size_t> tables = read_tables(schema, explain_);
            standard_output::write(explain_plan(schema.catalog(), *schema.plan(request), tables));
        } else {
            standard_output::write(graph_format_ == "dot" ? graph_dot(schema.catalog())
                                                          : graph_mermaid(schema.catalog()));
        }
    }

private:
    void add_reports(CLI::App& command) {
        command.add_flag("-q,--quiet", quiet_, "Print errors only");
        command.add_flag("--no-progress", no_progress_, "No progress bar");
        command.add_flag("--json", json_, "Print the summary as one line of JSON on standard output");
    }

    // What a word may stand for; otherwise what helps the user on.
    [[nodiscard]] static std::string meant(const std::string& word, std::span<const std::string_view> names,
                                           std::string_view otherwise) {
        const std::string_view name = near_name(word, names);
        return name.empty() ? std::string{otherwise} : "did you mean " + std::string{name} + "?";
    }

    // An empty value is a variable of a script that was not set, and taken for no option it would do
    // something else than was asked for. --rows and --table have words of their own.
    void refuse_empty_values() const {
        for (const CLI::App* command : app_.get_subcommands()) {
            for (const CLI::Option* option : command->get_options()) {
                const std::string name = option->get_name();
                const bool counted = name == "--rows" || name == "--table";
                if (!counted && option->count() > 0 &&
                    std::ranges::find(option->results(), "") != option->results().end()) {
                    throw usage_error{name + " '': empty; give a value" +
                                      (name.starts_with('-') ? " or leave the option out" : "")};
                }
            }
        }
    }

    // What the user may have meant by a word that no option takes.
    usage_error unexpected() {
        const CLI::App* command = &app_;
        for (const CLI::App* each : app_.get_subcommands()) {
            command = each;
        }
        const std::vector<std::string> rest = app_.remaining(true);
        const std::string word = rest.empty() ? std::string{} : rest.front();
        if (!word.starts_with('-')) {
            return usage_error{"unexpected " + word + "; see --help"};
        }
        std::vector<std::string> owned;
        for (const CLI::Option* option : command->get_options()) {
            for (const std::string& name : option->get_lnames()) {
                owned.push_back("--" + name);
            }
        }
        const std::vector<std::string_view> names(owned.begin(), owned.end());
        return usage_error{"there is no option " + word + "; " +
                           meant(word.substr(0, word.find('=')), names, "see --help")};
    }

    void report(summary done, const std::vector<std::string>& arguments) const {
        done.reproduce = reproduction(arguments, done.seed);
        if (json_) {
            standard_output::write(summary_json(done));
        } else if (!quiet_) {
            fmt::print(stderr, "{}", summary_text(done));
        } else if (std::ranges::find(arguments, "--random") != arguments.end()) {
            fmt::print(stderr, "synth: seed {}\n", done.seed); // it is known nowhere else
        }
    }

    // What differs is the result, so it goes to standard output; that something does is an error.
    void report(const verification& found) const {
        if (json_) {
            standard_output::write(verification_json(found));
        } else if (!quiet_ && !found.report.equal()) {
            standard_output::write(verification_report(found));
        }
        if (!found.report.equal()) {
            throw verification_error(found);
        }
        if (!json_ && !quiet_) {
            fmt::print(stderr, "{}", verification_text(found));
        }
    }

    CLI::App app_{"Generates data for one schema; the same seed gives the same bytes."};
    generate_options generate_;
    load_command_options load_;
    verify_command_options verify_;
    command_options explain_;
    std::string graph_format_{"dot"};
    bool quiet_{};
    bool no_progress_{};
    bool json_{};
};

} // namespace detail

/// Runs a command line, the program's name first, over a schema, and returns the exit code: 0 done, 1 failed,
/// 2 not understood, 128 + n stopped by signal n. Every error is one message on standard error.
[[nodiscard]] inline int run(const program_schema& schema, const std::vector<std::string>& arguments) {
    const auto fail = [](const std::exception& error, int code) {
        fmt::print(stderr, "{}\n", printable(error.what()));
        return interruption::happened() ? 128 + interruption::signal() : code;
    };
    try {
        detail::command_line line;
        if (line.parse(arguments)) {
            line.run(schema, arguments);
        }
        return 0;
    } catch (const usage_error& error) {
        return fail(error, 2);
    } catch (const closed_pipe&) {
        return 1; // `head` has seen enough: nobody wants to read about it
    } catch (const std::bad_alloc&) {
        fmt::print(stderr, "synth: out of memory; use fewer --threads\n");
        return 1;
    } catch (const std::exception& error) {
        return fail(error, 1);
    }
}

} // namespace synth

#endif
