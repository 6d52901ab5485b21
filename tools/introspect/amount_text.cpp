// SPDX-License-Identifier: BSL-1.0
#include "amount_text.hpp"

#include <cstddef>
#include <cstdint>

#include <fmt/format.h>

#include <synth/core/civil.hpp>

namespace synth::introspect {

int128 floor_of(int128 number, int128 step) {
    const int128 rest = number % step;
    return number - (rest < 0 ? rest + step : rest);
}

int128 ceiling_of(int128 number, int128 step) { return -floor_of(-number, step); }

std::string quoted_name(std::string_view name) {
    std::string result = "\"";
    for (const char c : name) {
        result += c == '"' ? "\"\"" : std::string(1, c);
    }
    return result + "\"";
}

std::string number_text(int128 units) {
    constexpr std::size_t places = 6;
    std::string digits;
    for (int128 left = units < 0 ? -units : units; left > 0 || digits.size() <= places; left /= 10) {
        digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(left % 10)));
    }
    digits.insert(digits.size() - places, 1, '.');
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.')) {
        digits.pop_back();
    }
    return (units < 0 ? "-" : "") + digits;
}

std::string span_text(int128 units, linear_form::kind_of_sum kind) {
    if (kind == linear_form::kind_of_sum::number) {
        return number_text(units);
    }
    if (kind == linear_form::kind_of_sum::days) {
        return number_text(units / (units_of_day / units_of_number));
    }
    if (units % units_of_day == 0) {
        return fmt::format("'{} days'::interval", static_cast<std::int64_t>(units / units_of_day));
    }
    return fmt::format("'{} seconds'::interval", number_text(units));
}

std::string value_text(int128 units, kind type) {
    if (type != kind::date && type != kind::timestamp && type != kind::timestamp_tz) {
        return number_text(units);
    }
    const civil day =
        civil_from_days(static_cast<std::int64_t>(floor_of(units, units_of_day) / units_of_day));
    const std::string text = fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day);
    if (type == kind::date) {
        return fmt::format("'{}'::date", text);
    }
    return type == kind::timestamp ? fmt::format("'{}'::timestamp", text)
                                   : fmt::format("'{} 00:00:00+00'::timestamptz", text);
}

std::string difference_text(const std::string& plus, const std::string& minus, std::string_view operation,
                            int128 units, linear_form::kind_of_sum kind) {
    const std::string span = span_text(units, kind);
    if (minus.empty()) {
        return fmt::format("{} {} {}", plus, operation, span);
    }
    if (units == 0) {
        return fmt::format("{} {} {}", plus, operation, minus);
    }
    return kind == linear_form::kind_of_sum::span
               ? fmt::format("{} {} {} + {}", plus, operation, minus, span)
               : fmt::format("{} - {} {} {}", plus, minus, operation, span);
}

} // namespace synth::introspect
