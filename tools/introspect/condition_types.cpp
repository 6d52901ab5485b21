// SPDX-License-Identifier: BSL-1.0
#include "condition_types.hpp"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

#include "sql_tree.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

struct named_sort {
    std::string_view name;
    sort of;
};

// The types that PostgreSQL's casts name.
constexpr named_sort types[] = {
    {"bool", sort::boolean},        {"bpchar", sort::text},
    {"citext", sort::text},         {"date", sort::date},
    {"float4", sort::number},       {"float8", sort::number},
    {"int2", sort::number},         {"int4", sort::number},
    {"int8", sort::number},         {"interval", sort::interval},
    {"name", sort::text},           {"numeric", sort::number},
    {"text", sort::text},           {"time", sort::time},
    {"timestamp", sort::timestamp}, {"timestamptz", sort::timestamp_tz},
    {"uuid", sort::uuid},           {"varchar", sort::text},
};

std::optional<sql_constant> read_truth(std::string_view text) {
    const std::string word = lower(text);
    for (const std::string_view each : {"t", "true", "y", "yes", "on", "1"}) {
        if (word == each) {
            return sql_constant{.of = sort::boolean, .number = 1};
        }
    }
    for (const std::string_view each : {"f", "false", "n", "no", "off", "0"}) {
        if (word == each) {
            return sql_constant{.of = sort::boolean};
        }
    }
    return std::nullopt;
}

std::optional<sql_constant> read_uuid(std::string_view text) {
    const std::string small = lower(text);
    bool plain = small.size() == 36;
    for (std::size_t at = 0; plain && at < small.size(); ++at) {
        const bool dash = at == 8 || at == 13 || at == 18 || at == 23;
        plain = dash ? small[at] == '-'
                     : std::string_view{"0123456789abcdef"}.find(small[at]) != std::string::npos;
    }
    return plain ? std::optional{sql_constant{.of = sort::uuid, .text = small}} : std::nullopt;
}

} // namespace

sort sort_of_type(std::string_view name) {
    const auto* const found = std::ranges::find(types, name, &named_sort::name);
    return found == std::end(types) ? sort::other : found->of;
}

bool is_integer_type(std::string_view name) { return name == "int2" || name == "int4" || name == "int8"; }

bool is_citext(const value_type& type) {
    // Below a domain the name is only what the type is spelled.
    return type.of == kind::text && (type.other_name.ends_with("citext") || type.spelled.ends_with("citext"));
}

sort sort_of(const value_type& type) {
    if (type.array) {
        return sort::array;
    }
    switch (type.of) {
    case kind::boolean:
        return sort::boolean;
    case kind::int16:
    case kind::int32:
    case kind::int64:
    case kind::float32:
    case kind::float64:
        return sort::number;
    case kind::decimal: // as schema/expression.hpp has it
        return type.precision <= 30 && type.scale >= 0 && type.scale <= 30 ? sort::number : sort::other;
    case kind::text:
        return sort::text;
    case kind::date:
        return sort::date;
    case kind::time_of_day:
        return sort::time;
    case kind::timestamp:
        return sort::timestamp;
    case kind::timestamp_tz:
        return sort::timestamp_tz;
    case kind::interval:
        return sort::interval;
    case kind::enumeration:
        return sort::enumeration;
    case kind::uuid:
        return sort::uuid;
    default:
        return sort::other;
    }
}

bool is_moment(sort of) { return of == sort::date || of == sort::timestamp || of == sort::timestamp_tz; }

int width_of(kind of) { return of == kind::int16 ? 2 : of == kind::int32 ? 4 : of == kind::int64 ? 8 : 0; }
int width_of(std::string_view type) {
    return type == "int2" ? 2 : type == "int4" ? 4 : type == "int8" ? 8 : 0;
}

std::optional<sql_constant> read_bounded_number(std::string_view text) {
    constexpr std::size_t most_digits = 36;
    const bool negative = text.starts_with('-');
    std::string_view digits = text.substr(negative ? 1 : 0);
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    const bool whole = digits.find_first_not_of("0123456789") == std::string_view::npos;
    if (whole && digits.size() > most_digits) {
        return sql_constant{.of = sort::number, .text = negative ? "-infinity" : "infinity"};
    }
    return read_number(text);
}

std::optional<sql_constant> read_constant(const std::string& text, sort of, bool offset_needed) {
    if (is_moment(of) && (text == "infinity" || text == "-infinity")) {
        return sql_constant{.of = of, .text = text};
    }
    switch (of) {
    case sort::boolean:
        return read_truth(text);
    case sort::number: {
        const std::string word = lower(text);
        if (word == "-infinity" || word == "-inf") {
            return sql_constant{.of = of, .text = "-infinity"};
        }
        if (word == "infinity" || word == "inf" || word == "nan") { // which PostgreSQL puts behind all others
            return sql_constant{.of = of, .text = "infinity"};
        }
        return read_bounded_number(text);
    }
    case sort::date:
        return read_date(text);
    case sort::time:
        return read_time(text);
    case sort::timestamp:
        return read_timestamp(text, false);
    case sort::timestamp_tz: {
        auto result = read_timestamp(text, true);
        if (!result && !offset_needed) {
            result = read_timestamp(text, false);
        }
        if (result) {
            result->of = sort::timestamp_tz;
        }
        return result;
    }
    case sort::interval:
        return read_interval(text);
    case sort::uuid:
        return read_uuid(text);
    case sort::text:
        return sql_constant{.of = sort::text, .text = text};
    default:
        return std::nullopt;
    }
}

void refuse_constant(const std::string& text) {
    throw untranslatable(fmt::format("the constant '{}' is not known to synth", one_line(text)));
}

} // namespace synth::introspect
