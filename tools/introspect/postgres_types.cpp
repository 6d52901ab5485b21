// SPDX-License-Identifier: BSL-1.0
#include "postgres_types.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <synth/schema/sql_value.hpp>

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
        // Of amounts in their smallest unit, numeric(78,0), checks know no more digits than these.
        constexpr unsigned checked_precision = 30;
        constexpr int most_scale = 24;
        if (type.scale >= 0 && type.scale <= most_scale) {
            type.precision = std::min(type.precision, checked_precision);
        }
    } else if (name == "interval" && given && (modifier & 0xFFFF) <= 6) {
        type.fraction_digits = static_cast<unsigned>(modifier & 0xFFFF);
    } else if (name.starts_with("time") && given && modifier <= 6) {
        type.fraction_digits = static_cast<unsigned>(modifier);
    }
}

// As header and loader spell a type of the public schema.
std::string unqualified(const std::string& sql) {
    constexpr std::string_view usual = "public.";
    return sql.starts_with(usual) ? sql.substr(usual.size()) : sql;
}

std::string without_brackets(const std::string& sql) { return sql.substr(0, sql.rfind("[]")); }

} // namespace

postgres_types::postgres_types(const postgres_connection& from) {
    read_types(from);
    read_ranges(from);
    read_attributes(from);
    read_checks(from);
    read_labels(from);
}

void postgres_types::read_types(const postgres_connection& from) {
    const postgres_result types = from.query(
        "SELECT t.oid, n.nspname, t.typname, t.typtype, t.typelem, t.typbasetype, t.typtypmod, t.typnotnull, "
        "t.typdefault, t.typinput = 'array_in'::regproc AND t.typelem <> 0, "
        "CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END, t.typcategory = 'S' "
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
                                                   .base_sql = types.text(row, 10),
                                                   .text = types.yes(row, 11),
                                                   .sub_type = {},
                                                   .checks = {},
                                                   .attributes = {}});
    }
}

void postgres_types::read_ranges(const postgres_connection& from) {
    constexpr int multiranges = 140000;
    const postgres_result ranges =
        from.query(from.version() >= multiranges ? "SELECT rngtypid, rngsubtype FROM pg_range "
                                                   "UNION ALL SELECT rngmultitypid, rngsubtype FROM pg_range"
                                                 : "SELECT rngtypid, rngsubtype FROM pg_range");
    for (int row = 0; row < ranges.size(); ++row) {
        entries_.at(ranges.text(row, 0)).sub_type = ranges.text(row, 1);
    }
}

void postgres_types::read_attributes(const postgres_connection& from) {
    // A table is a composite type too.
    const postgres_result attributes =
        from.query("SELECT c.reltype, a.atttypid, a.atttypmod, format_type(a.atttypid, a.atttypmod), "
                   "a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid "
                   "JOIN pg_namespace n ON n.oid = c.relnamespace "
                   "WHERE c.reltype <> 0 AND a.attnum > 0 AND NOT a.attisdropped AND n.nspname !~ '^pg_' "
                   "AND n.nspname <> 'information_schema' ORDER BY c.reltype, a.attnum");
    for (int row = 0; row < attributes.size(); ++row) {
        entries_.at(attributes.text(row, 0))
            .attributes.push_back({attributes.text(row, 1), attributes.number(row, 2),
                                   attributes.text(row, 3), attributes.text(row, 4)});
    }
}

void postgres_types::read_checks(const postgres_connection& from) {
    const postgres_result checks = from.query(
        "SELECT contypid, pg_get_constraintdef(oid), conname, pg_get_expr(conbin, 0), convalidated "
        "FROM pg_constraint WHERE contypid <> 0 AND contype = 'c' ORDER BY conname COLLATE \"C\"");
    for (int row = 0; row < checks.size(); ++row) {
        entry& domain = entries_.at(checks.text(row, 0));
        domain.checks.push_back(
            {.name = checks.text(row, 2),
             .conditions = {checks.text(row, 3)},
             .text =
                 fmt::format("{} of domain {}.{}", checks.text(row, 1), domain.name.schema, domain.name.name),
             .consequence = "rows may break it; give the column a generator that keeps it",
             .remark = checks.yes(row, 4) ? "" : "NOT VALID in the database"});
    }
}

void postgres_types::read_labels(const postgres_connection& from) {
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

value_type postgres_types::range_of(const entry& type, const std::string& spelled) const {
    std::vector<note> nothing;
    const auto sub = entries_.find(type.sub_type);
    value_type result;
    if (sub != entries_.end()) {
        result.element = plain(sub->second, -1, "", nothing).of;
    }
    constexpr std::array known_elements{kind::int16,     kind::int32,        kind::int64,   kind::float32,
                                        kind::float64,   kind::decimal,      kind::date,    kind::time_of_day,
                                        kind::timestamp, kind::timestamp_tz, kind::interval};
    const bool many = type.kind == 'm';
    if (std::ranges::find(known_elements, result.element) == known_elements.end()) {
        return {.of = kind::other, .spelled = spelled, .example = many ? "{(,)}" : "(,)"};
    }
    result.of = many ? kind::multirange : kind::range;
    result.other_name = type.name.schema == "pg_catalog" ? "" : spelled;
    return result;
}

value_type postgres_types::composite_of(const entry& type, const std::string& spelled,
                                        std::vector<note>& notes) const {
    value_type result{.of = kind::composite, .spelled = spelled};
    for (const attribute& each : type.attributes) {
        resolved_type resolved = resolve(each.oid, each.modifier, each.sql);
        for (const check& one : resolved.checks) {
            notes.push_back(
                {.column = {},
                 .text = one.text,
                 .consequence = resolved.not_null ? one.consequence : "the attribute stays null"});
        }
        if (!resolved.not_null && (!resolved.checks.empty() || !resolved.type.example.empty())) {
            resolved.type = {}; // NULL keeps every check
        }
        notes.insert(notes.end(), resolved.notes.begin(), resolved.notes.end());
        result.attributes.push_back(std::move(resolved.type));
        result.attribute_names.push_back(each.name);
    }
    return result;
}

value_type postgres_types::plain(const entry& type, int modifier, const std::string& spelled,
                                 std::vector<note>& notes) const {
    if (type.kind == 'e') {
        const bool usable = labelled_.contains(type.name); // an enum without labels has no value
        return {.of = usable ? kind::enumeration : kind::unsupported, .enumeration = type.name};
    }
    if (type.kind == 'c') {
        return composite_of(type, spelled, notes);
    }
    if (!type.sub_type.empty()) {
        return range_of(type, spelled);
    }
    value_type result{.spelled = spelled};
    if (type.name.schema == "pg_catalog") {
        if (const auto* const found = std::ranges::find(known, type.name.name, &known_type::name);
            found != std::end(known)) {
            result.of = found->of;
            result.other_name = found->other;
            apply_modifier(result, type.name.name, modifier);
            return result;
        }
    } else if (type.kind == 'b' && type.text) { // citext and what is like it
        result.of = kind::text;
        result.other_name = spelled;
        return result;
    }
    if (type.kind == 'b' && sql_kind_of(type.name.name) != sql_kind::other) {
        result.of = kind::other;
    }
    return result;
}

resolved_type postgres_types::resolve(const std::string& oid, int modifier, std::string sql) const {
    resolved_type result;
    bool array = false;
    bool element_domain = false;
    bool elements_checked = false;
    bool outside = true; // of an array: what a domain says inside one is about the elements
    std::string current = oid;
    std::string spelled = sql; // of the type that is looked at
    for (auto found = entries_.find(current); found != entries_.end(); found = entries_.find(current)) {
        const entry& type = found->second;
        if (type.kind == 'd') {
            result.not_null = result.not_null || (outside && type.not_null);
            if (outside && result.default_expression.empty()) {
                result.default_expression = type.default_expression;
            }
            for (const check& each : type.checks) {
                result.checks.push_back(each);
                if (!outside) { // arrays without any keep it
                    result.checks.back().of_elements = elements_checked = true;
                    result.checks.back().consequence = "its arrays stay empty";
                }
            }
            element_domain = element_domain || !outside;
            modifier = type.modifier;
            current = type.base;
            spelled = type.base_sql;
        } else if (type.array && !array) {
            array = true;
            outside = false;
            current = type.element; // the modifier of an array is its elements'
            spelled = without_brackets(spelled);
        } else {
            result.type = type.array ? value_type{.spelled = unqualified(spelled)}
                                     : plain(type, modifier, unqualified(spelled), result.notes);
            break;
        }
    }
    if (array && result.type.of == kind::unsupported && !result.type.spelled.empty()) {
        // Of elements that nobody knows there is the array without any.
        result.type = {.of = kind::other,
                       .other_name = element_domain ? sql : "",
                       .spelled = result.type.spelled + "[]",
                       .example = "{}"};
        array = false;
        std::erase_if(result.checks, [](const check& one) { return one.of_elements; });
    }
    result.type.array = array;
    result.type.elements_checked = array && elements_checked;
    if (array && element_domain) {
        result.type.other_name = sql; // an array of a domain is another type than one of its base
    } else if (array && !result.type.other_name.empty()) {
        result.type.other_name += "[]";
    }
    result.type.sql = std::move(sql);
    return result;
}

} // namespace synth::introspect
