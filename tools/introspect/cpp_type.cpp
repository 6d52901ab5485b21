// SPDX-License-Identifier: BSL-1.0
#include "cpp_type.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include <synth/schema/sql_value.hpp>

#include "text.hpp"

namespace synth::introspect {

namespace {

struct spelling {
    kind of;
    std::string_view cpp;
    std::string_view postgresql;
    std::array<std::string_view, 2> sqlite;
};

constexpr spelling spellings[] = {
    {kind::unsupported, "std::string", "", {}},
    {kind::boolean, "bool", "boolean", {"boolean", "bool"}},
    {kind::int16, "std::int16_t", "smallint", {"smallint", "int2"}},
    {kind::int32, "std::int32_t", "integer", {"int", "int4"}},
    {kind::int64, "std::int64_t", "bigint", {"integer", "bigint"}},
    {kind::float32, "float", "real", {"float4", ""}},
    {kind::float64, "double", "double precision", {"real", "double"}},
    {kind::decimal, "", "", {}},
    {kind::text, "std::string", "text", {"text", ""}},
    {kind::bytes, "synth::bytes", "bytea", {"blob", ""}},
    {kind::date, "synth::date", "date", {"date", ""}},
    {kind::time_of_day, "synth::time_of_day", "time without time zone", {"time", ""}},
    {kind::time_of_day_tz, "synth::time_of_day_tz", "time with time zone", {"timetz", ""}},
    {kind::timestamp, "synth::timestamp", "timestamp without time zone", {"timestamp", "datetime"}},
    {kind::timestamp_tz, "synth::timestamp_tz", "timestamp with time zone", {"timestamptz", ""}},
    {kind::interval, "synth::interval", "interval", {}},
    {kind::uuid, "synth::uuid", "uuid", {"uuid", "guid"}},
    {kind::json, "synth::json", "json", {"json", ""}},
    {kind::jsonb, "synth::jsonb", "jsonb", {"jsonb", ""}},
    {kind::inet, "synth::inet", "inet", {}},
    {kind::cidr, "synth::cidr", "cidr", {}},
    {kind::macaddr, "synth::macaddr", "macaddr", {}},
    {kind::macaddr8, "synth::macaddr8", "macaddr8", {}},
    {kind::bit_string, "synth::bit_string", "bit varying", {}},
};

const spelling& spelling_of(kind of) { return *std::ranges::find(spellings, of, &spelling::of); }

constexpr std::pair<kind, std::string_view> ranges[] = {
    {kind::int32, "int4"},   {kind::int64, "int8"},        {kind::decimal, "num"},
    {kind::timestamp, "ts"}, {kind::timestamp_tz, "tstz"}, {kind::date, "date"},
};

// An attribute of which no value is known is NULL.
std::string attribute_type(const value_type& type, const enumeration_names& enumerations) {
    if (type.of == kind::unsupported) {
        return "synth::null_attribute";
    }
    const std::string plain = cpp_type(type, enumerations);
    const bool digits = type.fraction_digits && *type.fraction_digits != 6;
    if (type.max_length == 0 && !digits) {
        return plain;
    }
    return fmt::format("synth::attribute<{}, {}{}>", plain, type.max_length,
                       digits              ? fmt::format(", false, {}", *type.fraction_digits)
                       : type.fixed_length ? ", true"
                                           : "");
}

std::string composite_type(const value_type& type, const enumeration_names& enumerations) {
    std::string result = fmt::format("synth::composite<{}", literal(type.spelled));
    for (const value_type& each : type.attributes) {
        result += ", " + attribute_type(each, enumerations);
    }
    return result + ">";
}

} // namespace

std::string cpp_type(const value_type& type, const enumeration_names& enumerations) {
    std::string one;
    if (type.of == kind::enumeration) {
        one = enumerations(type.enumeration);
    } else if (type.of == kind::decimal) {
        one = type.precision == 0 ? "synth::decimal<18, 6>"
                                  : fmt::format("synth::decimal<{}, {}>", type.precision, type.scale);
    } else if (type.of == kind::range || type.of == kind::multirange) {
        one = fmt::format("synth::{}<{}>", type.of == kind::range ? "range" : "multirange",
                          cpp_type({.of = type.element}, enumerations));
    } else if (type.of == kind::composite) {
        one = composite_type(type, enumerations);
    } else if (!type.spelled.empty() && (type.of == kind::other || type.of == kind::unsupported)) {
        one = fmt::format("synth::sql_value<{}>", literal(type.spelled));
    } else {
        one = spelling_of(type.of).cpp;
    }
    if (!type.array) {
        return one;
    }
    // std::vector<bool> has no elements that could be looked at one by one.
    return type.of == kind::boolean ? "std::vector<std::optional<bool>>"
                                    : fmt::format("std::vector<{}>", one);
}

bool is_plain(const value_type& type, engine from) {
    const std::string sql = lower(type.sql);
    const std::string_view suffix = type.array ? "[]" : "";
    if (type.of == kind::enumeration) {
        return type.sql == fmt::format("{}.{}{}", type.enumeration.schema, type.enumeration.name, suffix);
    }
    if (type.of == kind::decimal) {
        const std::string arguments = fmt::format("({},{})", type.precision, type.scale);
        return type.precision > 0 && (sql == fmt::format("numeric{}{}", arguments, suffix) ||
                                      (from == engine::sqlite && sql == fmt::format("decimal{}", arguments)));
    }
    if (type.of == kind::range || type.of == kind::multirange) {
        const auto* const found =
            std::ranges::find(ranges, type.element, &std::pair<kind, std::string_view>::first);
        return found != std::end(ranges) && sql == fmt::format("{}{}range{}", found->second,
                                                               type.of == kind::range ? "" : "multi", suffix);
    }
    if (type.of == kind::composite || type.of == kind::other || type.of == kind::unsupported) {
        const std::string spelled = fmt::format("{}{}", type.spelled, suffix); // the C++ type says it
        return type.sql == spelled || type.sql == "public." + spelled;
    }
    const spelling& known = spelling_of(type.of);
    return from == engine::postgresql ? sql == fmt::format("{}{}", known.postgresql, suffix)
                                      : std::ranges::find(known.sqlite, sql) != known.sqlite.end();
}

bool may_be_key(const value_type& type) {
    return type.of != kind::composite && type.example.empty() && !type.elements_checked &&
           (type.of != kind::other || key_capacity_of(sql_kind_of(type.spelled)) != 0);
}

} // namespace synth::introspect
