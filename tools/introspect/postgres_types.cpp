// SPDX-License-Identifier: BSL-1.0
#include "postgres_types.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace synth::introspect {

namespace {

struct known_type {
    std::string_view name;
    kind of;
    std::string_view other{}; // how SQL spells it, where the C++ type is another one's
};

constexpr known_type known[] = {
    {"bit", kind::bit_string},
    {"bool", kind::boolean},
    {"bpchar", kind::text},
    {"bytea", kind::bytes},
    {"char", kind::text, "\"char\""},
    {"cidr", kind::cidr},
    {"date", kind::date},
    {"float4", kind::float32},
    {"float8", kind::float64},
    {"inet", kind::inet},
    {"int2", kind::int16},
    {"int4", kind::int32},
    {"int8", kind::int64},
    {"interval", kind::interval},
    {"json", kind::json},
    {"jsonb", kind::jsonb},
    {"macaddr", kind::macaddr},
    {"macaddr8", kind::macaddr8},
    {"name", kind::text, "name"},
    {"numeric", kind::decimal},
    {"text", kind::text},
    {"time", kind::time_of_day},
    {"timestamp", kind::timestamp},
    {"timestamptz", kind::timestamp_tz},
    {"timetz", kind::time_of_day_tz},
    {"uuid", kind::uuid},
    {"varbit", kind::bit_string},
    {"varchar", kind::text},
    {"xml", kind::text, "xml"},
};

// The modifiers are PostgreSQL's own: numerictypmodin, anychar_typmodin, intervaltypmodin and their
// neighbours.
void apply_modifier(value_type& type, std::string_view name, int modifier) {
    constexpr int header = 4; // varlena
    const bool given = modifier >= 0;
    if (name == "varchar" || name == "bpchar") {
        type.max_length = modifier >= header ? static_cast<unsigned>(modifier - header) : 0;
        type.fixed_length = name == "bpchar" && type.max_length > 0;
    } else if (name == "bit" || name == "varbit") {
        type.max_length = given ? static_cast<unsigned>(modifier) : 0;
        type.fixed_length = name == "bit" && type.max_length > 0;
    } else if (name == "char") {
        type.max_length = 1;
    } else if (name == "name") {
        type.max_length = 63;
    } else if (name == "numeric" && modifier >= header) {
        const auto packed = static_cast<unsigned>(modifier - header);
        type.precision = packed >> 16U;
        type.scale = static_cast<int>((packed & 0x7FFU) ^ 1024U) - 1024; // eleven bits with a sign since 15
    } else if (name == "interval" && given && (modifier & 0xFFFF) <= 6) {
        type.fraction_digits = static_cast<unsigned>(modifier & 0xFFFF);
    } else if (name.starts_with("time") && given && modifier <= 6) {
        type.fraction_digits = static_cast<unsigned>(modifier);
    }
}

} // namespace

postgres_types::postgres_types(const postgres_connection& from) {
    const postgres_result types = from.query(
        "SELECT t.oid, n.nspname, t.typname, t.typtype, t.typelem, t.typbasetype, t.typtypmod, t.typnotnull, "
        "t.typdefault, t.typcategory = 'A' AND t.typtype = 'b' AND t.typelem <> 0 "
        "FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace");
    for (int row = 0; row < types.size(); ++row) {
        entries_.emplace(types.text(row, 0), entry{.name = {types.text(row, 1), types.text(row, 2)},
                                                   .kind = types.text(row, 3).front(),
                                                   .array = types.yes(row, 9),
                                                   .element = types.text(row, 4),
                                                   .base = types.text(row, 5),
                                                   .modifier = types.number(row, 6),
                                                   .not_null = types.yes(row, 7),
                                                   .default_expression = types.text(row, 8),
                                                   .checks = {}});
    }
    const postgres_result checks =
        from.query("SELECT contypid, pg_get_constraintdef(oid) FROM pg_constraint "
                   "WHERE contypid <> 0 AND contype = 'c' ORDER BY conname COLLATE \"C\"");
    for (int row = 0; row < checks.size(); ++row) {
        entries_.at(checks.text(row, 0)).checks.push_back(checks.text(row, 1));
    }
    const postgres_result labels = from.query(
        "SELECT e.enumtypid, n.nspname, t.typname, e.enumlabel, obj_description(t.oid, 'pg_type'), "
        "CASE WHEN n.nspname = 'public' THEN '' ELSE quote_ident(n.nspname) || '.' END || "
        "quote_ident(t.typname) "
        "FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid JOIN pg_namespace n ON n.oid = t.typnamespace "
        "ORDER BY e.enumtypid, e.enumsortorder");
    for (int row = 0; row < labels.size(); ++row) {
        qualified_name name{labels.text(row, 1), labels.text(row, 2)};
        if (labelled_.insert(name).second) {
            enumerations_.push_back({.name = std::move(name),
                                     .sql = labels.text(row, 5),
                                     .labels = {},
                                     .comment = labels.text(row, 4)});
        }
        enumerations_.back().labels.push_back(labels.text(row, 3));
    }
}

value_type postgres_types::plain(const entry& type, int modifier) const {
    if (type.kind == 'e') {
        const bool usable = labelled_.contains(type.name); // an enum without labels has no value
        return {.of = usable ? kind::enumeration : kind::unsupported, .enumeration = type.name};
    }
    value_type result;
    if (type.name.schema == "pg_catalog") {
        if (const auto* const found = std::ranges::find(known, type.name.name, &known_type::name);
            found != std::end(known)) {
            result.of = found->of;
            result.other_name = found->other;
            apply_modifier(result, type.name.name, modifier);
        }
    } else if (type.name.name == "citext" && type.kind == 'b') {
        result.of = kind::text;
        result.other_name = type.name.schema == "public" ? "citext" : type.name.schema + ".citext";
    }
    return result;
}

resolved_type postgres_types::resolve(const std::string& oid, int modifier, std::string sql) const {
    resolved_type result;
    bool array = false;
    bool element_domain = false;
    bool outside = true; // of an array: what a domain says inside one is about the elements
    std::string current = oid;
    for (auto found = entries_.find(current); found != entries_.end(); found = entries_.find(current)) {
        const entry& type = found->second;
        if (type.kind == 'd') {
            result.not_null = result.not_null || (outside && type.not_null);
            if (outside && result.default_expression.empty()) {
                result.default_expression = type.default_expression;
            }
            for (const std::string& check : type.checks) {
                result.notes.push_back(
                    {.text = fmt::format("{} of domain {}.{}", check, type.name.schema, type.name.name),
                     .consequence = "rows may break it; give the column a generator that keeps it"});
            }
            element_domain = element_domain || !outside;
            modifier = type.modifier;
            current = type.base;
        } else if (type.array && !array) {
            array = true;
            outside = false;
            current = type.element; // the modifier of an array is its elements'
        } else {
            result.type = type.array ? value_type{} : plain(type, modifier);
            break;
        }
    }
    result.type.array = array;
    if (array && element_domain) {
        result.type.other_name = sql; // an array of a domain is another type than one of its base
    } else if (array && !result.type.other_name.empty()) {
        result.type.other_name += "[]";
    }
    result.type.sql = std::move(sql);
    return result;
}

} // namespace synth::introspect
