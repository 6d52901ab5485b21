// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_CANONICAL_HPP
#define SYNTH_DATABASE_POSTGRES_CANONICAL_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <synth/database/copy_line.hpp>
#include <synth/database/postgres_check.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {
namespace detail {

// Whether the server shows a value of the column with the very letters that the text form has. The others are
// those that it may respell: jsonb, char(n), numeric of another scale, times with fewer digits, types of
// extensions.
inline bool shown_as_written(const column_shape& column, const postgres_column& found) {
    // bool bytea int8 int2 int4 text json cidr float4 float8 macaddr8 macaddr inet varchar date uuid varbit
    constexpr std::array<std::uint32_t, 17> plain{16,  17,  20,  21,  23,   25,   114,  650, 700,
                                                  701, 774, 829, 869, 1043, 1082, 2950, 1562};
    // numeric time timestamp timestamptz interval timetz: where no modifier rounds them
    constexpr std::array<std::uint32_t, 6> rounded{1700, 1083, 1114, 1184, 1186, 1266};
    // The arrays of all these, in the same order.
    constexpr std::array<std::uint32_t, 17> arrays{1000, 1001, 1016, 1005, 1007, 1009, 199,  651, 1021,
                                                   1022, 775,  1040, 1041, 1015, 1182, 2951, 1563};
    constexpr std::array<std::uint32_t, 6> rounded_arrays{1231, 1183, 1115, 1185, 1187, 1270};
    const auto is = [&](const auto& list) { return std::ranges::find(list, found.type) != list.end(); };
    if (!column.labels.empty()) {
        return found.category == 'e' || is(std::array<std::uint32_t, 2>{25, 1043});
    }
    if (column.value_type.ends_with("[]")) {
        return is(arrays) || (is(rounded_arrays) && found.modifier == -1);
    }
    int precision = 0;
    int scale = 0;
    if (found.type == 1700 && found.modifier != -1 && precision_of(column.value_type, precision, scale)) {
        return column.oid == found.type && (((found.modifier - 4) & 0x7ff) ^ 1024) - 1024 == scale &&
               scale >= 0;
    }
    // A text into varchar(n) stays as it is, and so does a document into a text.
    const bool varying =
        (column.oid == 25 || column.oid == json_type) && (found.type == 1043 || found.type == 25);
    return (column.oid == found.type || varying) && (is(plain) || (is(rounded) && found.modifier == -1));
}

// An element of an array literal: "a\"b" in quotes, or NULL.
inline void append_element(std::string& list, std::string_view cell) {
    list += list.size() == 1 ? "" : ",";
    if (cell == copy_null) {
        list += "NULL";
        return;
    }
    list += '"';
    for (const char letter : value_of_cell(cell)) {
        if (letter == '"' || letter == '\\') {
            list += '\\';
        }
        list += letter;
    }
    list += '"';
}

} // namespace detail

/// Respells values as PostgreSQL shows them once they are stored, `{"a":1}` as `{"a": 1}` in a jsonb, by
/// asking the server itself; only for the columns whose spelling may change.
class postgres_canonical {
public:
    postgres_canonical(postgres_connection& connection, const table_shape& shape,
                       const std::string& table_oid)
        : connection_(connection), while_doing_("cannot compare " + shape.shown()) {
        const detail::postgres_columns found = detail::read_columns(connection, while_doing_, table_oid);
        for (std::size_t index = 0; index < shape.columns.size(); ++index) {
            const detail::postgres_column& column = found.find(shape.columns[index].name)->second;
            if (detail::shown_as_written(shape.columns[index], column)) {
                continue;
            }
            // The type below a domain: the checks of domains are looked at elsewhere.
            const postgres_result type =
                connection.query(while_doing_, "SELECT pg_catalog.format_type($1::oid, $2::int4)",
                                 {std::to_string(column.type), std::to_string(column.modifier)});
            const std::string number = std::to_string(columns_.size() + 1);
            values_ += (columns_.empty() ? "v" : ", v") + number + "::" + std::string{type.text(0, 0)};
            lists_ += (columns_.empty() ? "$" : ", $") + number + "::text[]";
            names_ += "v" + number + ", ";
            columns_.push_back(index);
        }
    }

    /// Whether any column may be shown otherwise than it is written.
    [[nodiscard]] bool needed() const { return !columns_.empty(); }

    /// The lines of a block of COPY text as the database would give them back.
    [[nodiscard]] std::string respelled(std::string_view block) {
        std::vector<std::string> lists(columns_.size(), "{");
        for_each_line(block, [&](std::string_view line) {
            const std::vector<std::string_view> cells = copy_cells(line);
            for (std::size_t index = 0; index < columns_.size(); ++index) {
                detail::append_element(lists[index], cells[columns_[index]]);
            }
        });
        for (std::string& list : lists) {
            list += '}';
        }
        const postgres_result answer =
            connection_.query(while_doing_,
                              "SELECT " + values_ + " FROM unnest(" + lists_ + ") WITH ORDINALITY AS u(" +
                                  names_ + "n) ORDER BY n",
                              lists);
        std::string lines;
        lines.reserve(block.size() + block.size() / 4);
        int row = 0;
        for_each_line(block, [&](std::string_view line) { append_line(lines, line, answer, row++); });
        return lines;
    }

private:
    void append_line(std::string& lines, std::string_view line, const postgres_result& answer,
                     int row) const {
        const std::vector<std::string_view> cells = copy_cells(line);
        int next = 0;
        for (std::size_t column = 0; column < cells.size(); ++column) {
            lines += column == 0 ? "" : "\t";
            if (static_cast<std::size_t>(next) == columns_.size() ||
                columns_[static_cast<std::size_t>(next)] != column) {
                lines += cells[column];
            } else if (answer.is_null(row, next)) {
                lines += copy_null;
                ++next;
            } else {
                append_cell(lines, answer.text(row, next));
                ++next;
            }
        }
        lines += '\n';
    }

    postgres_connection& connection_;
    std::string while_doing_;
    std::vector<std::size_t> columns_; // that are respelled
    std::string values_;               // "v1::jsonb, v2::character(3)"
    std::string lists_;                // "$1::text[], $2::text[]"
    std::string names_;                // "v1, v2, "
};

} // namespace synth

#endif
