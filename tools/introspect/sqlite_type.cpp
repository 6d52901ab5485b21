// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "sqlite_catalog.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

// "VARCHAR ( 16 )" -> {"varchar", 16}; "decimal(12, 2) unsigned" -> {"decimal unsigned", 12, 2}.
struct declaration {
    std::string name{};
    std::vector<int> arguments{};
};

declaration taken_apart(std::string_view declared) {
    declaration result;
    const std::size_t open = std::min(declared.find('('), declared.size());
    const std::size_t close = std::min(declared.find(')', open), declared.size());
    std::string_view arguments = open < declared.size() ? declared.substr(open + 1, close - open - 1) : "";
    while (!arguments.empty()) {
        const std::size_t start = arguments.find_first_not_of(" \t\r\n+,");
        arguments.remove_prefix(std::min(start, arguments.size()));
        if (arguments.empty()) {
            break;
        }
        int value = 0;
        const auto [end, error] =
            std::from_chars(arguments.data(), arguments.data() + arguments.size(), value);
        if (error != std::errc{}) {
            result.arguments.clear();
            break;
        }
        result.arguments.push_back(value);
        arguments.remove_prefix(static_cast<std::size_t>(end - arguments.data()));
    }
    const std::string around =
        lower(declared.substr(0, open)) + " " + lower(declared.substr(std::min(close + 1, declared.size())));
    for (const char c : around) {
        const bool blank = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (!blank) {
            result.name += c;
        } else if (!result.name.empty() && !result.name.ends_with(' ')) {
            result.name += ' ';
        }
    }
    if (result.name.ends_with(' ')) {
        result.name.pop_back();
    }
    return result;
}

std::optional<kind> by_name(std::string_view name) {
    static constexpr std::pair<std::string_view, kind> known[] = {
        {"", kind::text},
        {"any", kind::text},
        {"bigint", kind::int64},
        {"binary", kind::bytes},
        {"bool", kind::boolean},
        {"boolean", kind::boolean},
        {"bytea", kind::bytes},
        {"date", kind::date},
        {"datetime", kind::timestamp},
        {"dec", kind::decimal},
        {"decimal", kind::decimal},
        {"float4", kind::float32},
        {"guid", kind::uuid},
        {"int", kind::int32},
        {"int2", kind::int16},
        {"int4", kind::int32},
        {"int8", kind::int64},
        {"integer", kind::int64},
        {"json", kind::json},
        {"jsonb", kind::jsonb},
        {"mediumint", kind::int32},
        {"numeric", kind::decimal},
        {"smallint", kind::int16},
        {"string", kind::text},
        {"time", kind::time_of_day},
        {"time with time zone", kind::time_of_day_tz},
        {"time without time zone", kind::time_of_day},
        {"timestamp", kind::timestamp},
        {"timestamp with time zone", kind::timestamp_tz},
        {"timestamp without time zone", kind::timestamp},
        {"timestamptz", kind::timestamp_tz},
        {"timetz", kind::time_of_day_tz},
        {"tinyint", kind::int16},
        {"uuid", kind::uuid},
        {"varbinary", kind::bytes},
    };
    const auto* const found = std::ranges::find(known, name, &std::pair<std::string_view, kind>::first);
    return found == std::end(known) ? std::nullopt : std::optional{found->second};
}

kind by_affinity(std::string_view name) {
    const auto has = [&](std::string_view part) { return name.find(part) != std::string_view::npos; };
    if (has("int")) {
        return kind::int64;
    }
    if (has("char") || has("clob") || has("text")) {
        return kind::text;
    }
    if (has("blob")) {
        return kind::bytes;
    }
    return has("real") || has("floa") || has("doub") ? kind::float64 : kind::unsupported;
}

} // namespace

value_type sqlite_type(std::string_view declared) {
    const declaration parts = taken_apart(declared);
    const auto argument = [&](std::size_t at, int otherwise) {
        return at < parts.arguments.size() ? parts.arguments[at] : otherwise;
    };
    value_type type{.of = by_name(parts.name).value_or(by_affinity(parts.name)),
                    .sql = std::string{declared}};
    if (type.of == kind::text && argument(0, 0) > 0) {
        constexpr std::string_view fixed[] = {"char", "character", "nchar", "native character"};
        type.max_length = static_cast<unsigned>(argument(0, 0));
        type.fixed_length = std::ranges::find(fixed, parts.name) != std::end(fixed);
    }
    if (type.of == kind::bytes && argument(0, 0) > 0) {
        type.max_length = static_cast<unsigned>(argument(0, 0));
        type.fixed_length = parts.name == "binary";
    }
    const int precision = argument(0, 0);
    const int scale = argument(1, 0);
    if (type.of == kind::decimal && precision > 0 && precision <= 1000 && scale >= 0 && scale <= precision) {
        type.precision = static_cast<unsigned>(precision);
        type.scale = scale;
    }
    const bool temporal = type.of == kind::time_of_day || type.of == kind::time_of_day_tz ||
                          type.of == kind::timestamp || type.of == kind::timestamp_tz;
    if (temporal && !parts.arguments.empty() && precision >= 0 && precision <= 6) {
        type.fraction_digits = static_cast<unsigned>(precision);
    }
    return type;
}

} // namespace synth::introspect
