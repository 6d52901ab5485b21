// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_GENERATE_COMMAND_HPP
#define SYNTH_PROGRAM_GENERATE_COMMAND_HPP

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include <synth/core/byte_buffer.hpp>
#include <synth/database/row_blocks.hpp>
#include <synth/database/row_source.hpp>
#include <synth/dataset/part.hpp>
#include <synth/program/command_options.hpp>
#include <synth/program/compression_option.hpp>
#include <synth/program/existing_option.hpp>
#include <synth/program/existing_table.hpp>
#include <synth/program/interruption.hpp>
#include <synth/program/part_option.hpp>
#include <synth/program/program_schema.hpp>
#include <synth/program/progress.hpp>
#include <synth/program/standard_output.hpp>
#include <synth/program/summary.hpp>
#include <synth/program/table_names.hpp>
#include <synth/program/usage_error.hpp>
#include <synth/program/zstd_output.hpp>
#include <synth/sink/file_name.hpp>
#include <synth/sink/output_file.hpp>

#include <unistd.h>

namespace synth {

/// The options of `gen`, as they were written.
struct generate_options {
    command_options plan;
    std::string directory; ///< empty: standard output
    std::string format{"csv"};
    std::string part{"1/1"};
    std::string compression; ///< empty: none
    bool overwrite{};
    bool progress{true};
};

namespace detail {

inline row_form read_form(std::string_view name) {
    if (name == "csv") {
        return row_form::csv;
    }
    if (name == "tbl") {
        return row_form::bars;
    }
    return name == "copy" ? row_form::copy_text : row_form::copy_binary;
}

inline std::string_view extension_of(row_form form) {
    if (form == row_form::csv) {
        return "csv";
    }
    if (form == row_form::bars) {
        return "tbl";
    }
    return form == row_form::copy_text ? "copy" : "pgcopy";
}

inline void require_form(const table_shape& table, row_form form) {
    for (const column_shape& column : table.columns) {
        if (form == row_form::copy_binary && !column.binary) {
            throw usage_error{"--format copy-binary: " + table.shown() + "." + std::string{column.name} +
                              " has no binary form; use --format copy"};
        }
    }
}

// Writes one part of a table; returns its rows and adds up its bytes.
template<typename Output>
std::uint64_t write_part(const row_source& source, std::size_t table, row_form form, part which,
                         unsigned threads, Output& output, progress& bar, std::uint64_t& bytes) {
    const std::string name = source.shape(table).shown();
    const std::uint64_t first = which.first(source.rows(table));
    const std::uint64_t last = which.last(source.rows(table));
    const auto put = [&](std::string_view block) {
        output.write(block);
        bytes += block.size();
        if (interruption::happened()) {
            throw output_error{"interrupted; complete files stay, nothing of the others does"};
        }
    };
    byte_buffer frame;
    if (which.begins()) {
        source.begin(table, form, frame);
        put(frame.view());
    }
    write_blocks(source, table, form, first, last, threads, [&](std::string_view block, std::uint64_t done) {
        put(block);
        bar.update(name, done);
    });
    if (which.ends()) {
        frame.clear();
        source.end(table, form, frame);
        put(frame.view());
    }
    bar.finish_table(last - first);
    return last - first;
}

// The files that will be written, checked before the first of them is begun.
inline std::vector<std::filesystem::path> output_paths(const program_schema& schema,
                                                       const generate_options& options,
                                                       const std::vector<std::size_t>& tables, part which,
                                                       std::string_view extension) {
    const std::filesystem::path directory{options.directory};
    std::error_code error;
    std::filesystem::create_directories(directory, error);
    if (!std::filesystem::is_directory(directory)) {
        throw output_error{"cannot make the folder " + options.directory + ": " +
                           (error ? error.message() : std::string{"there is a file of this name"}) +
                           "; choose another folder with -o"};
    }
    const catalog_view catalog = schema.catalog();
    std::vector<std::filesystem::path> paths;
    for (const std::size_t table : tables) {
        paths.push_back(directory /
                        file_name(catalog, table, which, extension, schema_in_name::where_needed));
        if (!options.overwrite && std::filesystem::exists(paths.back())) {
            throw output_error{paths.back().string() +
                               " is there already; give --overwrite to replace it, or "
                               "choose another folder with -o"};
        }
    }
    return paths;
}

} // namespace detail

/// Writes rows to standard output, or a file for each table into a folder. Returns what it did; the caller
/// prints it.
[[nodiscard]] inline summary generate(const program_schema& schema, const generate_options& options) {
    plan_request request = read_plan(schema, options.plan);
    const std::vector<std::size_t> tables = read_tables(schema, options.plan);
    const unsigned threads = read_threads(options.plan.threads);
    const part which = read_part(options.part);
    const row_form form = detail::read_form(options.format);
    const std::optional<int> compression = read_compression(options.compression);
    const bool to_files = !options.directory.empty();
    if (!to_files && tables.size() != 1) {
        throw usage_error{"standard output takes one table, but there are " + std::to_string(tables.size()) +
                          "; name one with --table, or give a folder with -o"};
    }
    if (!to_files && (form == row_form::copy_binary || compression) && ::isatty(STDOUT_FILENO) == 1) {
        throw usage_error{std::string{compression ? "--compress" : "copy-binary"} +
                          " is nothing for a terminal; redirect it, or give a folder with -o"};
    }
    request.existing = read_existing(schema, options.plan);
    const std::unique_ptr<program_plan> plan = schema.plan(request);
    summary done{"gen", to_files ? options.directory : "-", request.seed, {}, 0, 0, {}};
    if (compression) {
        done.compressed_bytes = 0;
    }
    done.existing = existing_tables(schema.catalog(), *plan);
    std::uint64_t total = 0;
    for (const std::size_t table : tables) {
        detail::require_form(plan->shape(table), form);
        total += which.last(plan->rows(table)) - which.first(plan->rows(table));
    }
    const std::string extension = std::string{detail::extension_of(form)} + (compression ? ".zst" : "");
    const std::vector<std::filesystem::path> paths =
        to_files ? detail::output_paths(schema, options, tables, which, extension)
                 : std::vector<std::filesystem::path>{};
    const interruption guard;
    // Bytes on a terminal are progress enough.
    progress bar{options.progress && (to_files || ::isatty(STDOUT_FILENO) == 0), total};
    for (std::size_t index = 0; index < tables.size(); ++index) {
        const auto write_to = [&](auto& output) {
            return detail::write_part(*plan, tables[index], form, which, threads, output, bar, done.bytes);
        };
        const auto write_table = [&](auto& output) {
            std::uint64_t rows = 0;
            if (compression) {
                zstd_output compressed{output, *compression, threads};
                rows = write_to(compressed);
                compressed.finish();
                *done.compressed_bytes += compressed.bytes();
            } else {
                rows = write_to(output);
            }
            done.tables.emplace_back(plan->shape(tables[index]).shown(), rows);
        };
        if (to_files) {
            output_file file{paths[index].string()};
            write_table(file);
            file.publish();
        } else {
            standard_output output;
            write_table(output);
        }
    }
    done.seconds = bar.seconds();
    return done;
}

} // namespace synth

#endif
