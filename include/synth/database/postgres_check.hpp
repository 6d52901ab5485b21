// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_CHECK_HPP
#define SYNTH_DATABASE_POSTGRES_CHECK_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <synth/database/drift.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {

/// A table of the server that was found to fit its description.
struct postgres_target {
    std::string oid;
    bool binary{}; ///< every column takes the binary form
};

namespace detail {

constexpr std::uint32_t json_type = 114;

// Types whose binary form is the bytes of the text, so that one may be sent for the other.
inline bool text_like(std::uint32_t oid) {
    constexpr std::array<std::uint32_t, 5> texts{25 /*text*/, 1043 /*varchar*/, 1042 /*bpchar*/, 19 /*name*/,
                                                 json_type};
    return std::ranges::find(texts, oid) != texts.end();
}

inline bool bits(std::uint32_t oid) { return oid == 1560 || oid == 1562; }

// The two numbers of "numeric(12,2)"; false when there are none.
inline bool precision_of(std::string_view type, int& precision, int& scale) {
    const std::size_t open = type.find('(');
    if (!type.starts_with("numeric(") && !type.starts_with("decimal(")) {
        return false;
    }
    const std::string digits{type.substr(open + 1)};
    precision = std::atoi(digits.c_str());
    const std::size_t comma = digits.find(',');
    scale = comma == std::string::npos ? 0 : std::atoi(digits.c_str() + comma + 1);
    return true;
}

// One column of the server. Domains are seen as the type below them, whose forms they share.
struct postgres_column {
    std::uint32_t type{};     // oid of the base type
    std::uint32_t declared{}; // oid as declared, a domain perhaps
    std::string written;      // format_type
    char category{};          // typtype: b, e (enum), c, r, ...
    int modifier{-1};
    bool not_null{};
    bool filled{}; // default or identity: may be left out
    bool generated{};
};

using postgres_columns = std::map<std::string, postgres_column, std::less<>>;

inline postgres_columns read_columns(postgres_connection& connection, const std::string& while_doing,
                                     const std::string& oid) {
    // typbasetype is followed for domains over domains.
    const postgres_result found = connection.query(
        while_doing,
        "WITH RECURSIVE base(attnum, oid, typmod) AS ("
        " SELECT attnum, atttypid, atttypmod FROM pg_catalog.pg_attribute"
        "  WHERE attrelid = $1::oid AND attnum > 0 AND NOT attisdropped"
        " UNION ALL SELECT b.attnum, t.typbasetype, CASE WHEN b.typmod = -1 THEN t.typtypmod ELSE b.typmod "
        "END"
        "  FROM base b JOIN pg_catalog.pg_type t ON t.oid = b.oid WHERE t.typtype = 'd')"
        " SELECT a.attname, t.oid, t.typtype, b.typmod, pg_catalog.format_type(a.atttypid, a.atttypmod),"
        " a.attnotnull, a.atthasdef OR a.attidentity <> '', a.attgenerated <> '', a.atttypid"
        " FROM base b JOIN pg_catalog.pg_type t ON t.oid = b.oid AND t.typtype <> 'd'"
        " JOIN pg_catalog.pg_attribute a ON a.attrelid = $1::oid AND a.attnum = b.attnum",
        {oid});
    postgres_columns columns;
    for (int row = 0; row < found.rows(); ++row) {
        postgres_column& column = columns[std::string{found.text(row, 0)}];
        column.type = static_cast<std::uint32_t>(found.number(row, 1));
        column.category = found.text(row, 2).front();
        column.modifier = static_cast<int>(found.number(row, 3));
        column.written = found.text(row, 4);
        column.not_null = found.flag(row, 5);
        column.filled = found.flag(row, 6);
        column.generated = found.flag(row, 7);
        column.declared = static_cast<std::uint32_t>(found.number(row, 8));
    }
    return columns;
}

inline std::vector<std::string> names_of(const postgres_columns& columns) {
    std::vector<std::string> names;
    for (const auto& [name, column] : columns) {
        names.push_back(name);
    }
    return names;
}

inline void check_labels(postgres_connection& connection, const std::string& name, const column_shape& column,
                         const postgres_column& found) {
    const postgres_result labels = connection.query(
        "cannot read the type of " + name,
        "SELECT enumlabel FROM pg_catalog.pg_enum WHERE enumtypid = $1::oid", {std::to_string(found.type)});
    for (const std::string_view label : column.labels) {
        bool known = false;
        for (int row = 0; row < labels.rows(); ++row) {
            known = known || labels.text(row, 0) == label;
        }
        if (!known) {
            throw drift(name,
                        "has type " + found.written + ", which has no label '" + std::string{label} + "'");
        }
    }
}

// numeric(p,s) and varchar(n) of the server must hold what was described.
inline bool check_limits(const std::string& name, const column_shape& column, const postgres_column& found) {
    int precision = 0;
    int scale = 0;
    constexpr std::uint32_t numeric = 1700;
    if (found.type == numeric && found.modifier >= 4 && precision_of(column.value_type, precision, scale)) {
        const int kept_precision = ((found.modifier - 4) >> 16) & 0xffff;
        const int kept_scale = (((found.modifier - 4) & 0x7ff) ^ 1024) - 1024;
        if (precision - scale > kept_precision - kept_scale || scale > kept_scale) {
            throw drift(name, "has type " + found.written + ", but was described as " +
                                  std::string{column.value_type});
        }
    }
    const bool limited =
        found.type == 1043 || found.type == 1042; // their modifier counts a header of four bytes
    if (limited && found.modifier > 4 && column.oid != json_type) { // documents have no length
        const auto kept = static_cast<std::uint32_t>(found.modifier - 4);
        std::size_t longest = column.max_length;
        for (const std::string_view label : column.labels) {
            longest = std::max(longest, label.size());
        }
        if (longest == 0) {
            throw drift(name, "has type " + found.written + ", but was described without synth::max_length(" +
                                  std::to_string(kept) + ")");
        }
        if (longest > kept) {
            throw drift(name, "has type " + found.written + ", but was described with " +
                                  std::to_string(longest) + " characters");
        }
    }
    return column.binary;
}

// A type without a number of its own in the description: an array, citext, a range.
inline bool check_named(postgres_connection& connection, const std::string& name, const column_shape& column,
                        const postgres_column& found) {
    const postgres_result named = connection.query(
        "cannot read the type of " + name,
        "SELECT pg_catalog.to_regtype($1)::oid IN ($3::oid, $4::oid),"
        " pg_catalog.to_regtype($2)::oid = $3::oid, d.typelem, f.typelem FROM pg_catalog.pg_type f"
        " LEFT JOIN pg_catalog.pg_type d ON d.oid = pg_catalog.to_regtype($2)::oid WHERE f.oid = $3::oid",
        {std::string{column.sql_type}, std::string{column.value_type}, std::to_string(found.type),
         std::to_string(found.declared)});
    const auto element = static_cast<std::uint32_t>(named.number(0, 2));
    const auto found_element = static_cast<std::uint32_t>(named.number(0, 3));
    const bool array = column.value_type.ends_with("[]") && found.written.ends_with("[]");
    const bool same_array =
        array && ((text_like(element) && text_like(found_element)) || (bits(element) && bits(found_element)));
    if (column.sql_type != found.written && !named.flag(0, 0) && !same_array) {
        throw drift(name,
                    "has type " + found.written + ", but was described as " + std::string{column.sql_type});
    }
    // Before version 14 the server insists on the number of an array's elements, which may differ here.
    constexpr int version_14 = 140'000;
    const bool lenient = !array || PQserverVersion(connection.get()) >= version_14;
    const bool same_bytes = named.flag(0, 1) || (text_like(column.oid) && text_like(found.type));
    return column.binary && lenient && (same_bytes || same_array);
}

// Throws when the rows of the description would not fit; tells whether their binary form may be sent.
inline bool check_column(postgres_connection& connection, const std::string& name, const column_shape& column,
                         const postgres_column& found) {
    if (found.generated) {
        throw drift(name, "is a generated column");
    }
    if (found.not_null && column.nullable) {
        throw drift(name, "is NOT NULL, but was described as nullable");
    }
    if (!column.labels.empty() && found.category == 'e') {
        check_labels(connection, name, column, found);
        return column.binary;
    }
    const bool text = text_like(column.oid) || !column.labels.empty();
    const bool same = column.oid == found.type ||
                      (text && text_like(found.type) && found.type != json_type) ||
                      (bits(column.oid) && bits(found.type));
    return same ? check_limits(name, column, found) : check_named(connection, name, column, found);
}

// A table of that name in another case, or in a schema that the search path does not reach.
inline std::string same_name_elsewhere(postgres_connection& connection, const table_shape& table) {
    const postgres_result found = connection.query(
        "cannot look up " + table.shown(),
        "SELECT n.nspname || '.' || c.relname FROM pg_catalog.pg_class c"
        " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
        " WHERE pg_catalog.lower(c.relname) = pg_catalog.lower($1) AND c.relkind IN ('r', 'p')"
        " AND n.nspname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1 LIMIT 1",
        {std::string{table.name}});
    return found.rows() == 0 ? std::string{} : ", but " + std::string{found.text(0, 0)};
}

} // namespace detail

/// Compares a table of the server with its description and throws when they differ: a table or column that is
/// not there, another type, a NOT NULL column that nothing fills.
[[nodiscard]] inline postgres_target check_shape(postgres_connection& connection, const table_shape& table) {
    const std::string while_doing = "cannot look up " + table.shown();
    const postgres_result found = connection.query(
        while_doing,
        "SELECT c.oid, c.relkind FROM pg_catalog.pg_class c"
        " WHERE c.oid = pg_catalog.to_regclass($1) AND c.relkind IN ('r', 'p', 'f', 'v', 'm')",
        {identifier(table)});
    if (found.rows() == 0) {
        throw drift(connection.shown(),
                    "has no table " + table.shown() + detail::same_name_elsewhere(connection, table));
    }
    if (found.text(0, 1) != "r" && found.text(0, 1) != "p") {
        throw drift(table.shown(), "is no ordinary table");
    }
    postgres_target target{std::string{found.text(0, 0)}, true};
    const detail::postgres_columns columns = detail::read_columns(connection, while_doing, target.oid);
    const std::vector<std::string> names = detail::names_of(columns);
    for (const column_shape& column : table.columns) {
        require_column(table, column.name, names);
        const std::string name = table.shown() + "." + std::string{column.name};
        const detail::postgres_column& of_server = columns.find(column.name)->second;
        target.binary = detail::check_column(connection, name, column, of_server) && target.binary;
    }
    for (const auto& [name, column] : columns) {
        const bool described = table.position_of(name) < table.columns.size();
        if (!described && column.not_null && !column.filled && !column.generated) {
            throw drift(table.shown() + "." + name, "is NOT NULL without a default, but not described");
        }
    }
    return target;
}

} // namespace synth

#endif
