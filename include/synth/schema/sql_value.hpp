// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_SQL_VALUE_HPP
#define SYNTH_SCHEMA_SQL_VALUE_HPP

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <synth/core/fixed_string.hpp>

namespace synth {

/// A value of an SQL type that has no C++ type of its own, as the text by which PostgreSQL reads it:
/// `sql_value<"point">{"(1,2)"}`, `sql_value<"hstore">{"a=>1"}`. The name is SQL's, with its schema and
/// modifiers where it needs them: `sql_value<"gis.geometry(Point,4326)">`. Valid values are made for the
/// types of `sql_kind`; of any other type small numbers are tried, which most types read.
template<fixed_string Type>
struct sql_value {
    std::string text;

    auto operator<=>(const sql_value&) const = default;
};

/// The types whose values synth knows how to spell.
enum class sql_kind : std::uint8_t {
    other,
    acl,
    box,
    circle,
    cube,
    ean13,
    geometry,
    hstore,
    isbn,
    ismn,
    issn,
    jsonpath,
    line,
    lquery,
    lseg,
    lsn,
    ltree,
    ltxtquery,
    money,
    number, // of 63 bits
    oid,
    path,
    point,
    polygon,
    query_int,
    reg_class,
    reg_collation,
    reg_config,
    reg_dictionary,
    reg_namespace,
    reg_operator,
    reg_oper,
    reg_proc,
    reg_procedure,
    reg_role,
    reg_type,
    seg,
    snapshot,
    sparse_vector,
    tid,
    tsquery,
    tsvector,
    upc,
    vector,
    vector_of_numbers,
    xml,
};

namespace detail {

struct sql_kind_name {
    std::string_view name;
    sql_kind kind;
};

inline constexpr std::array<sql_kind_name, 54> sql_kind_names{{
    {"aclitem", sql_kind::acl},
    {"box", sql_kind::box},
    {"cid", sql_kind::oid},
    {"circle", sql_kind::circle},
    {"cube", sql_kind::cube},
    {"ean13", sql_kind::ean13},
    {"geography", sql_kind::geometry},
    {"geometry", sql_kind::geometry},
    {"halfvec", sql_kind::vector},
    {"hstore", sql_kind::hstore},
    {"int2vector", sql_kind::vector_of_numbers},
    {"isbn", sql_kind::isbn},
    {"isbn13", sql_kind::isbn},
    {"ismn", sql_kind::ismn},
    {"ismn13", sql_kind::ismn},
    {"issn", sql_kind::issn},
    {"issn13", sql_kind::issn},
    {"jsonpath", sql_kind::jsonpath},
    {"line", sql_kind::line},
    {"lquery", sql_kind::lquery},
    {"lseg", sql_kind::lseg},
    {"ltree", sql_kind::ltree},
    {"ltxtquery", sql_kind::ltxtquery},
    {"money", sql_kind::money},
    {"oid", sql_kind::oid},
    {"oidvector", sql_kind::vector_of_numbers},
    {"path", sql_kind::path},
    {"pg_lsn", sql_kind::lsn},
    {"pg_snapshot", sql_kind::snapshot},
    {"point", sql_kind::point},
    {"polygon", sql_kind::polygon},
    {"query_int", sql_kind::query_int},
    {"regclass", sql_kind::reg_class},
    {"regcollation", sql_kind::reg_collation},
    {"regconfig", sql_kind::reg_config},
    {"regdictionary", sql_kind::reg_dictionary},
    {"regnamespace", sql_kind::reg_namespace},
    {"regoper", sql_kind::reg_oper},
    {"regoperator", sql_kind::reg_operator},
    {"regproc", sql_kind::reg_proc},
    {"regprocedure", sql_kind::reg_procedure},
    {"regrole", sql_kind::reg_role},
    {"regtype", sql_kind::reg_type},
    {"seg", sql_kind::seg},
    {"sparsevec", sql_kind::sparse_vector},
    {"tid", sql_kind::tid},
    {"tsquery", sql_kind::tsquery},
    {"tsvector", sql_kind::tsvector},
    {"txid_snapshot", sql_kind::snapshot},
    {"upc", sql_kind::upc},
    {"vector", sql_kind::vector},
    {"xid", sql_kind::oid},
    {"xid8", sql_kind::number},
    {"xml", sql_kind::xml},
}};

} // namespace detail

/// The part of an SQL type's name that counts, without its schema and its modifiers:
/// `plain_type_name("gis.geometry(Point,4326)") == "geometry"`.
[[nodiscard]] constexpr std::string_view plain_type_name(std::string_view type) {
    // By hand: with sanitizers GCC 12 does not search a template argument at compile time.
    std::size_t begin = 0;
    std::size_t end = 0;
    for (; end < type.size() && type[end] != '('; ++end) {
        begin = type[end] == '.' ? end + 1 : begin;
    }
    return type.substr(begin, end - begin);
}

/// How values of a type are spelled, by its name: `sql_kind_of("point") == sql_kind::point`.
[[nodiscard]] constexpr sql_kind sql_kind_of(std::string_view type) {
    const std::string_view name = plain_type_name(type);
    for (const detail::sql_kind_name& each : detail::sql_kind_names) {
        if (each.name == name) {
            return each.kind;
        }
    }
    return sql_kind::other;
}

/// How many distinct values keys of a kind are made of; 0 for those that PostgreSQL cannot keep distinct.
[[nodiscard]] constexpr std::uint64_t key_capacity_of(sql_kind kind) {
    switch (kind) {
    case sql_kind::acl:
    case sql_kind::jsonpath:
    case sql_kind::geometry:
    case sql_kind::line:
    case sql_kind::lquery:
    case sql_kind::lseg:
    case sql_kind::ltxtquery:
    case sql_kind::path:
    case sql_kind::query_int:
    case sql_kind::snapshot:
    case sql_kind::sparse_vector:
    case sql_kind::vector:
    case sql_kind::vector_of_numbers:
    case sql_kind::xml:
        return 0;
    case sql_kind::box:
    case sql_kind::circle:
    case sql_kind::point:
    case sql_kind::polygon:
        return std::uint64_t{1} << 40U; // a square of 2^20 by 2^20
    case sql_kind::hstore:
    case sql_kind::ltree:
    case sql_kind::number:
    case sql_kind::tsquery:
    case sql_kind::tsvector:
        return 999'999'999'999'999'999;
    case sql_kind::cube:
        return std::uint64_t{1} << 53U; // whole numbers that a double holds
    case sql_kind::isbn:
        return 1'000'000'000;
    case sql_kind::ismn:
        return 100'000'000;
    case sql_kind::issn:
        return 10'000'000;
    case sql_kind::ean13:
    case sql_kind::upc:
        return 100'000'000'000;
    case sql_kind::lsn:
        return 10'000'000'000'000'000; // two numbers of eight digits
    case sql_kind::money:
        return 90'000'000'000'000'000;
    case sql_kind::seg:
        return std::uint64_t{1} << 24U; // whole numbers that a float holds
    case sql_kind::other:
        return 2'147'483'647;
    default: // numbers of 32 bits
        return 4'294'967'294;
    }
}

} // namespace synth

#endif
