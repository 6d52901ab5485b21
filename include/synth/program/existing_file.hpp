// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_EXISTING_FILE_HPP
#define SYNTH_PROGRAM_EXISTING_FILE_HPP

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <synth/database/existing_texts.hpp>
#include <synth/database/near_name.hpp>
#include <synth/program/csv_reader.hpp>
#include <synth/program/usage_error.hpp>

namespace synth {

/// The keys of a table that is filled outside from a CSV file whose first line names its columns; other
/// columns than those wanted are skipped. `shown` begins the messages.
[[nodiscard]] inline existing_texts read_existing_file(const existing_request& request,
                                                       const std::string& path, const std::string& shown) {
    csv_reader reader{path, shown};
    csv_reader::cells row;
    std::vector<std::string> names;
    if (!reader.next(row)) {
        throw usage_error{shown + ": the file is empty; its first line must name the columns"};
    }
    for (const auto& cell : row) {
        names.push_back(cell.value_or(""));
    }
    std::vector<std::size_t> places;
    for (const column_shape& column : request.shape.columns) {
        const auto found = std::ranges::find(names, column.name);
        if (found == names.end()) {
            const std::vector<std::string_view> all(names.begin(), names.end());
            const std::string_view near = near_name(column.name, all);
            throw usage_error{shown + ": the first line names no column " + std::string{column.name} +
                              (near.empty() ? "" : ", but " + std::string{near}) +
                              "; it must name those of the keys"};
        }
        if (std::find(found + 1, names.end(), column.name) != names.end()) {
            throw usage_error{shown + ": the first line names the column " + std::string{column.name} +
                              " twice"};
        }
        places.push_back(static_cast<std::size_t>(found - names.begin()));
    }
    existing_texts texts{request.table, request.columns, path};
    while (reader.next(row)) {
        if (row.size() != names.size()) {
            throw reader.refusal("the number of cells is " + std::to_string(row.size()) +
                                 ", but the first line names " + std::to_string(names.size()));
        }
        for (const std::size_t place : places) {
            if (const auto& cell = row[place]) {
                texts.add(*cell);
            } else {
                texts.add_null();
            }
        }
    }
    return texts;
}

} // namespace synth

#endif
