// SPDX-License-Identifier: BSL-1.0
// What is asked of a table that is filled outside.
#ifndef SYNTH_TESTS_DATABASE_WANTED_HPP
#define SYNTH_TESTS_DATABASE_WANTED_HPP

#include <string_view>
#include <vector>

#include <synth/database/existing_texts.hpp>
#include <synth/database/table_shape.hpp>

/// Some columns of a table, whose place in its schema is 7.
inline synth::existing_request wanted(std::string_view schema, std::string_view table,
                                      const std::vector<std::string_view>& columns) {
    synth::existing_request request{7, {}, {schema, table, {}}};
    for (const std::string_view name : columns) {
        request.columns.push_back(request.columns.size());
        synth::column_shape column;
        column.name = name;
        request.shape.columns.push_back(column);
    }
    return request;
}

#endif
