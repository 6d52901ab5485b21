// SPDX-License-Identifier: BSL-1.0
#include "sql_constant.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include <synth/core/civil.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/schema/temporal.hpp>

#include "text.hpp"

namespace synth::introspect {

namespace {

constexpr unsigned most_digits = 36; // what synth::exact takes

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Reads a text from its start to its end.
class scanner {
public:
    explicit scanner(std::string_view text) : rest_(text) {}

    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    [[nodiscard]] char front() const { return rest_.empty() ? '\0' : rest_.front(); }
    bool skip(char wanted) {
        const bool found = front() == wanted && wanted != '\0';
        rest_.remove_prefix(found ? 1 : 0);
        return found;
    }
    void skip_spaces() {
        while (skip(' ')) {
        }
    }
    // A number of digits; -1 where there are fewer or more.
    [[nodiscard]] std::int64_t digits(std::size_t least, std::size_t most) {
        std::size_t count = 0;
        std::int64_t value = 0;
        for (; is_digit(front()) && count < most; ++count) {
            value = value * 10 + (front() - '0');
            rest_.remove_prefix(1);
        }
        return count < least || is_digit(front()) ? -1 : value;
    }
    // The digits behind a point as microseconds; -1 for more than six.
    [[nodiscard]] std::int64_t fraction() {
        const std::size_t before = rest_.size();
        std::int64_t value = digits(1, 6);
        for (std::size_t count = before - rest_.size(); count < 6 && value > 0; ++count) {
            value *= 10;
        }
        return value;
    }
    [[nodiscard]] std::string word() {
        std::string result;
        while ((front() >= 'a' && front() <= 'z') || (front() >= 'A' && front() <= 'Z')) {
            result += front();
            rest_.remove_prefix(1);
        }
        return lower(result);
    }

private:
    std::string_view rest_;
};

std::optional<std::int64_t> scan_date(scanner& from) {
    const std::int64_t year = from.digits(4, 4);
    if (year < 1 || !from.skip('-')) {
        return std::nullopt;
    }
    const std::int64_t month = from.digits(1, 2);
    if (month < 1 || month > 12 || !from.skip('-')) {
        return std::nullopt;
    }
    const std::int64_t day = from.digits(1, 2);
    if (day < 1 || day > 31) {
        return std::nullopt;
    }
    const std::int64_t days =
        days_from_civil({year, static_cast<unsigned>(month), static_cast<unsigned>(day)});
    const bool exists = civil_from_days(days).day == static_cast<unsigned>(day); // no February 30
    return exists ? std::optional{days} : std::nullopt;
}

// Of the day, or a span of any number of hours.
std::optional<std::int64_t> scan_time(scanner& from, bool of_day = true) {
    const std::int64_t hour = from.digits(1, of_day ? 2 : 6);
    if (hour < 0 || !from.skip(':')) {
        return std::nullopt;
    }
    const std::int64_t minute = from.digits(2, 2);
    const std::int64_t second = from.skip(':') ? from.digits(2, 2) : 0;
    const std::int64_t fraction = from.skip('.') ? from.fraction() : 0;
    if (minute < 0 || minute > 59 || second < 0 || second > 59 || fraction < 0) {
        return std::nullopt;
    }
    const std::int64_t time = ((hour * 60 + minute) * 60 + second) * microseconds_per_second + fraction;
    return time <= microseconds_per_day || !of_day ? std::optional{time} : std::nullopt;
}

// "+02", "-03:30", "Z" in seconds.
std::optional<std::int64_t> scan_offset(scanner& from) {
    if (from.skip('Z')) {
        return 0;
    }
    const bool west = from.front() == '-';
    if (!from.skip('-') && !from.skip('+')) {
        return std::nullopt;
    }
    const std::int64_t hours = from.digits(2, 2);
    const std::int64_t minutes = from.skip(':') ? from.digits(2, 2) : 0;
    const std::int64_t seconds = from.skip(':') ? from.digits(2, 2) : 0;
    if (hours < 0 || hours > 15 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) {
        return std::nullopt;
    }
    return ((hours * 60 + minutes) * 60 + seconds) * (west ? -1 : 1);
}

std::string cpp_date(int128 days) {
    const civil day = civil_from_days(static_cast<std::int64_t>(days));
    return fmt::format("synth::date::of({}, {}, {})", day.year, day.month, day.day);
}

std::string cpp_time(std::int64_t microseconds) {
    const std::int64_t seconds = microseconds / microseconds_per_second;
    const std::int64_t fraction = microseconds % microseconds_per_second;
    std::string result = fmt::format("synth::time_of_day::of({}, {}", seconds / 3600, seconds / 60 % 60);
    if (seconds % 60 != 0 || fraction != 0) {
        result += fmt::format(", {}", seconds % 60);
    }
    return result + (fraction != 0 ? fmt::format(", {})", fraction) : ")");
}

std::string cpp_timestamp(std::string_view type, int128 microseconds) {
    const auto whole = static_cast<std::int64_t>(microseconds);
    const std::int64_t time = (whole % microseconds_per_day + microseconds_per_day) % microseconds_per_day;
    const std::string day = cpp_date((whole - time) / microseconds_per_day);
    return time == 0 ? fmt::format("synth::{}::of({})", type, day)
                     : fmt::format("synth::{}::of({},{}{})", type, day, break_mark, cpp_time(time));
}

std::string cpp_interval(const sql_constant& one) {
    std::string result;
    const auto add = [&](std::string_view name, std::int64_t value) {
        if (value != 0) {
            result += fmt::format("{}.{} = {}", result.empty() ? "" : ", ", name, value);
        }
    };
    add("months", one.months);
    add("days", one.days);
    add("microseconds", static_cast<std::int64_t>(one.number));
    return fmt::format("synth::interval{{{}}}", result);
}

std::optional<std::string> cpp_number(const sql_constant& one) {
    int128 units = one.number;
    unsigned scale = one.scale;
    int128 whole = units;
    unsigned zeros = 0;
    for (; zeros < scale && whole % 10 == 0; ++zeros) {
        whole /= 10;
    }
    if (zeros == scale) { // 100.00
        units = whole;
        scale = 0;
    }
    constexpr int128 largest = INT64_MAX;
    if (scale == 0 && units <= largest && units >= -largest) {
        return fmt::format("{}", static_cast<std::int64_t>(units));
    }
    const bool negative = units < 0;
    std::string digits;
    for (int128 left = negative ? -units : units; left > 0 || digits.size() <= scale; left /= 10) {
        digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(left % 10)));
    }
    if (digits.size() > most_digits) {
        return std::nullopt;
    }
    if (scale > 0) {
        digits.insert(digits.size() - scale, 1, '.');
    }
    return fmt::format("synth::exact(\"{}{}\")", negative ? "-" : "", digits);
}

} // namespace

std::optional<sql_constant> read_number(std::string_view text) {
    sql_constant result{.of = sort::number};
    scanner from{text};
    const bool negative = from.skip('-');
    unsigned count = 0;
    int exponent = 0;
    for (bool behind = false;;) {
        if (is_digit(from.front())) {
            result.number = result.number * 10 + (from.front() - '0');
            count += result.number > 0 ? 1U : 0U;
            exponent -= behind ? 1 : 0;
            from.skip(from.front());
            if (count > most_digits || exponent < -static_cast<int>(most_digits)) {
                return std::nullopt;
            }
        } else if (from.front() == '.' && !behind) {
            from.skip('.');
            behind = true;
        } else {
            break;
        }
    }
    const bool some = text.find_first_of("0123456789") != std::string_view::npos;
    if (from.skip('e') || from.skip('E')) {
        const bool down = from.skip('-');
        from.skip('+');
        const std::int64_t power = from.digits(1, 3);
        if (power < 0) {
            return std::nullopt;
        }
        exponent += static_cast<int>(down ? -power : power);
    }
    for (; exponent > 0; --exponent) {
        if (++count > most_digits && result.number != 0) {
            return std::nullopt;
        }
        result.number *= 10;
    }
    if (!some || !from.at_end() || exponent < -static_cast<int>(most_digits)) {
        return std::nullopt;
    }
    result.scale = static_cast<unsigned>(-exponent);
    result.number = negative ? -result.number : result.number;
    return result;
}

std::optional<sql_constant> read_date(std::string_view text) {
    scanner from{text};
    const auto days = scan_date(from);
    return days && from.at_end() ? std::optional{sql_constant{.of = sort::date, .number = *days}}
                                 : std::nullopt;
}

std::optional<sql_constant> read_time(std::string_view text) {
    scanner from{text};
    const auto time = scan_time(from);
    return time && from.at_end() ? std::optional{sql_constant{.of = sort::time, .number = *time}}
                                 : std::nullopt;
}

std::optional<sql_constant> read_timestamp(std::string_view text, bool with_offset) {
    scanner from{text};
    const auto days = scan_date(from);
    std::optional<std::int64_t> time = 0;
    if (days && (from.skip(' ') || from.skip('T'))) {
        time = scan_time(from);
    }
    if (!days || !time) {
        return std::nullopt;
    }
    std::int64_t microseconds = *days * microseconds_per_day + *time;
    if (with_offset) {
        const auto offset = scan_offset(from);
        if (!offset) {
            return std::nullopt;
        }
        microseconds -= *offset * microseconds_per_second;
    }
    return from.at_end()
               ? std::optional{sql_constant{.of = with_offset ? sort::timestamp_tz : sort::timestamp,
                                            .number = microseconds}}
               : std::nullopt;
}

// "1 year 2 mons -3 days 04:05:06.5", as PostgreSQL prints it, and the other units in full.
std::optional<sql_constant> read_interval(std::string_view text) {
    sql_constant result{.of = sort::interval};
    scanner from{text};
    bool some = false;
    for (from.skip_spaces(); !from.at_end(); from.skip_spaces(), some = true) {
        const int sign = from.front() == '-' ? -1 : 1;
        if (!from.skip('-')) {
            from.skip('+');
        }
        scanner as_time = from;
        if (const auto time = scan_time(as_time, false)) {
            result.number += sign * *time;
            from = as_time;
            continue;
        }
        const std::int64_t count = from.digits(1, 6);
        if (count < 0) {
            return std::nullopt;
        }
        from.skip_spaces();
        std::string unit = from.word();
        if (unit.size() > 3 && unit.ends_with('s')) {
            unit.pop_back();
        }
        const auto amount = static_cast<std::int32_t>(sign * count);
        if (unit == "year") {
            result.months += amount * 12;
        } else if (unit == "mon" || unit == "month") {
            result.months += amount;
        } else if (unit == "week") {
            result.days += amount * 7;
        } else if (unit == "day") {
            result.days += amount;
        } else if (unit == "hour") {
            result.number += amount * 3600 * microseconds_per_second;
        } else if (unit == "min" || unit == "minute") {
            result.number += amount * 60 * microseconds_per_second;
        } else if (unit == "sec" || unit == "second") {
            result.number += amount * microseconds_per_second;
        } else {
            return std::nullopt;
        }
    }
    return some ? std::optional{result} : std::nullopt;
}

std::optional<sql_constant> later(const sql_constant& moment, const sql_constant& interval, int times) {
    sql_constant result = moment;
    if (moment.of == sort::date) {
        result.of = sort::timestamp;
        result.number *= microseconds_per_day;
    }
    result.number = synth::detail::add_months(result.number, interval.months * times) +
                    times * (interval.days * int128{microseconds_per_day} + interval.number);
    const bool kept = result.number > days_from_civil({1, 1, 1}) * int128{microseconds_per_day} &&
                      result.number < days_from_civil({9999, 12, 31}) * int128{microseconds_per_day};
    return kept ? std::optional{result} : std::nullopt;
}

std::optional<std::string> cpp_constant(const sql_constant& one) {
    switch (one.of) {
    case sort::boolean:
        return one.number != 0 ? "true" : "false";
    case sort::number:
        return cpp_number(one);
    case sort::literal:
    case sort::text:
    case sort::uuid:
        return literal(one.text);
    case sort::date:
        return cpp_date(one.number);
    case sort::time:
        return cpp_time(static_cast<std::int64_t>(one.number));
    case sort::timestamp:
        return cpp_timestamp("timestamp", one.number);
    case sort::timestamp_tz:
        return cpp_timestamp("timestamp_tz", one.number);
    case sort::interval:
        return cpp_interval(one);
    default:
        return std::nullopt;
    }
}

} // namespace synth::introspect
