// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_FOLDER_HPP
#define SYNTH_SINK_FOLDER_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <synth/dataset/dataset.hpp>
#include <synth/schema/schema.hpp>
#include <synth/sink/copy_binary.hpp>
#include <synth/sink/copy_text.hpp>
#include <synth/sink/csv.hpp>
#include <synth/sink/file_name.hpp>
#include <synth/sink/output_file.hpp>
#include <synth/sink/write_rows.hpp>

namespace synth {

/// A folder that takes one file a table, and the format of the files.
template<typename Format>
struct folder {
    std::string path;
    std::string_view extension;
    Format format{};
    write_options options{};
};

/// Files "customer.csv" and so on in a folder, which is made where it is missing: `write(data, csv("out"))`.
[[nodiscard]] inline folder<csv_format> csv(std::string path, csv_format format = {},
                                            write_options options = {}) {
    return {std::move(path), "csv", format, options};
}

/// Files "customer.copy" in the text format of PostgreSQL's COPY.
[[nodiscard]] inline folder<copy_text_format> copy_text(std::string path, write_options options = {}) {
    return {std::move(path), "copy", {}, options};
}

/// Files "customer.pgcopy" in the binary format of PostgreSQL's COPY.
[[nodiscard]] inline folder<copy_binary_format> copy_binary(std::string path, write_options options = {}) {
    return {std::move(path), "pgcopy", {}, options};
}

/// Writes every table but virtual ones and those that are filled outside, parents first, each to its file. A
/// file takes its name when it is complete; one that is there is replaced. Throws output_error, and leaves no
/// part of the file that failed.
template<typename Schema, typename Format>
void write(const dataset<Schema>& data, const folder<Format>& target) {
    make_folder(target.path);
    const auto write_one = [&]<std::size_t Table>(std::integral_constant<std::size_t, Table>) {
        if constexpr (catalog_of<Schema>.tables[Table].is_written()) {
            output_file file{
                target.path + "/" +
                file_name(catalog_of<Schema>.view(), Table, target.options.which, target.extension)};
            write_table<typename Schema::template row_at<Table>>(
                data, target.format, target.options, [&](std::string_view block) { file.write(block); });
            file.publish();
        }
    };
    [&]<std::size_t... Positions>(std::index_sequence<Positions...>) {
        (write_one(std::integral_constant<std::size_t, fill_order_of<Schema>.tables[Positions]>{}), ...);
    }(std::make_index_sequence<Schema::table_count>{});
}

} // namespace synth

#endif
