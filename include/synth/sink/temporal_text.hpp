// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_TEMPORAL_TEXT_HPP
#define SYNTH_SINK_TEMPORAL_TEXT_HPP

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <synth/core/civil.hpp>
#include <synth/schema/temporal.hpp>
#include <synth/sink/digits.hpp>
#include <synth/sink/form.hpp>

namespace synth {

namespace detail {

// The days of four years from a January 1 after a leap year, eight bytes each: "-MM-DD", a zero, and the
// year, 0 to 3. By the preprocessor, as the digits are: the compiler's loop costs three hundredths of a
// second.
// clang-format off: it moves the calls on every run
#define SYNTH_DAYS_28(m, y) m "01" y m "02" y m "03" y m "04" y m "05" y m "06" y m "07" y m "08" y m "09" y m "10" y \
    m "11" y m "12" y m "13" y m "14" y m "15" y m "16" y m "17" y m "18" y m "19" y m "20" y \
    m "21" y m "22" y m "23" y m "24" y m "25" y m "26" y m "27" y m "28" y
#define SYNTH_DAYS_29(m, y) SYNTH_DAYS_28(m, y) m "29" y
#define SYNTH_DAYS_30(m, y) SYNTH_DAYS_29(m, y) m "30" y
#define SYNTH_DAYS_31(m, y) SYNTH_DAYS_30(m, y) m "31" y
#define SYNTH_YEAR(february, y) SYNTH_DAYS_31("-01-", y) february("-02-", y) SYNTH_DAYS_31("-03-", y) \
    SYNTH_DAYS_30("-04-", y) SYNTH_DAYS_31("-05-", y) SYNTH_DAYS_30("-06-", y) SYNTH_DAYS_31("-07-", y) \
    SYNTH_DAYS_31("-08-", y) SYNTH_DAYS_30("-09-", y) SYNTH_DAYS_31("-10-", y) SYNTH_DAYS_30("-11-", y) \
    SYNTH_DAYS_31("-12-", y)
// clang-format on
inline constexpr unsigned days_in_cycle = 1461;
inline constexpr char days_of_cycle[] = // NOLINT(*-avoid-c-arrays): a literal is one
    SYNTH_YEAR(SYNTH_DAYS_28, "\0\0") SYNTH_YEAR(SYNTH_DAYS_28, "\0\1") SYNTH_YEAR(SYNTH_DAYS_28, "\0\2")
        SYNTH_YEAR(SYNTH_DAYS_29, "\0\3");
static_assert(sizeof(days_of_cycle) == 8 * days_in_cycle + 1);
#undef SYNTH_YEAR
#undef SYNTH_DAYS_31
#undef SYNTH_DAYS_30
#undef SYNTH_DAYS_29
#undef SYNTH_DAYS_28

// "YYYY-MM-DD" of any day; `before_christ` tells that " BC" belongs behind the whole value.
inline char* write_any_day(char* out, std::int64_t days, bool& before_christ) {
    const civil day = civil_from_days(days);
    before_christ = day.year <= 0;
    const auto year = static_cast<std::uint64_t>(before_christ ? 1 - day.year : day.year);
    out = year < 10'000 ? write_padded<4>(out, year) : write_unsigned(out, year);
    *out++ = '-';
    out = write_two_digits(out, day.month);
    *out++ = '-';
    return write_two_digits(out, day.day);
}

inline char* write_day(char* out, std::int64_t days, bool& before_christ) {
    // Every fourth year is a leap year from 1901 to 2099, so a table of four years serves.
    constexpr std::uint64_t offset = 69 * 365 + 17;
    constexpr std::uint64_t span = 199 * 365 + 49;
    const std::uint64_t shifted = static_cast<std::uint64_t>(days) + offset;
    if (shifted >= span) {
        return write_any_day(out, days, before_christ);
    }
    before_christ = false;
    const auto near = static_cast<std::uint32_t>(shifted);
    const char* const day = days_of_cycle + std::size_t{near % days_in_cycle} * 8;
    const auto year = static_cast<unsigned char>(day[7]);
    std::memcpy(out, four_digits_of(1901 + near / days_in_cycle * 4 + year), 4);
    std::memcpy(out + 4, day, 6);
    return out + 10;
}

inline char* write_era(char* out, bool before_christ) {
    return before_christ ? write_literal(out, " BC") : out;
}

// ":MM:SS.ffffff" behind the hours, the zeros at its end left out.
inline char* write_below_hours(char* out, std::uint32_t seconds, std::uint32_t microseconds) {
    *out = ':';
    write_two_digits(out + 1, seconds / 60);
    out[3] = ':';
    out = write_two_digits(out + 4, seconds % 60);
    if (microseconds == 0) {
        return out;
    }
    *out = '.';
    std::memcpy(out + 1, four_digits_of(microseconds / 100), 4);
    out = write_two_digits(out + 5, microseconds % 100);
    while (out[-1] == '0') {
        --out;
    }
    return out;
}

// "HH:MM:SS.ffffff"; hours may have more than two digits in an interval.
inline char* write_clock(char* out, std::uint64_t microseconds) {
    const std::uint64_t seconds = microseconds / microseconds_per_second;
    const auto fraction = static_cast<std::uint32_t>(microseconds % microseconds_per_second);
    const std::uint64_t hours = seconds / 3600;
    out = hours < 100 ? write_two_digits(out, hours) : write_unsigned(out, hours);
    return write_below_hours(out, static_cast<std::uint32_t>(seconds % 3600), fraction);
}

inline char* write_moment(char* out, std::int64_t microseconds, bool& before_christ) {
    std::int64_t days = microseconds / microseconds_per_day;
    std::int64_t rest = microseconds % microseconds_per_day;
    if (rest < 0) {
        rest += microseconds_per_day;
        --days;
    }
    out = write_day(out, days, before_christ);
    *out++ = ' ';
    return write_clock(out, static_cast<std::uint64_t>(rest));
}

} // namespace detail

/// "2024-02-29", "0044-03-15 BC", "12345-01-01".
template<>
struct text_form<date> {
    static constexpr bool plain = true;
    static constexpr std::size_t fixed_bound = 24;

    static constexpr std::size_t bound(date) { return fixed_bound; }
    static char* write(char* out, date value) {
        bool before_christ = false;
        out = detail::write_day(out, value.days, before_christ);
        return detail::write_era(out, before_christ);
    }
};

/// "04:05:06.789", "24:00:00".
template<>
struct text_form<time_of_day> {
    static constexpr bool plain = true;
    static constexpr std::size_t fixed_bound = 32;

    static constexpr std::size_t bound(time_of_day) { return fixed_bound; }
    static char* write(char* out, time_of_day value) {
        return detail::write_clock(out, static_cast<std::uint64_t>(value.microseconds));
    }
};

/// "04:05:06+02", "04:05:06-03:30"; seconds of the offset are written where there are any.
template<>
struct text_form<time_of_day_tz> {
    static constexpr bool plain = true;
    static constexpr std::size_t fixed_bound = 48;

    static constexpr std::size_t bound(time_of_day_tz) { return fixed_bound; }
    static char* write(char* out, time_of_day_tz value) {
        out = detail::write_clock(out, static_cast<std::uint64_t>(value.microseconds));
        *out++ = value.offset_seconds < 0 ? '-' : '+';
        const auto wide = static_cast<std::int64_t>(value.offset_seconds);
        const auto offset = static_cast<std::uint64_t>(wide < 0 ? -wide : wide);
        const std::uint64_t hours = offset / 3600;
        out = hours < 100 ? write_two_digits(out, hours) : write_unsigned(out, hours);
        if (offset % 3600 == 0) {
            return out;
        }
        detail::write_below_hours(out, static_cast<std::uint32_t>(offset % 3600), 0);
        return out + (offset % 60 == 0 ? 3 : 6);
    }
};

/// "2024-02-29 04:05:06.789", "0044-03-15 00:00:00 BC".
template<>
struct text_form<timestamp> {
    static constexpr bool plain = true;
    static constexpr std::size_t fixed_bound = 40;

    static constexpr std::size_t bound(timestamp) { return fixed_bound; }
    static char* write(char* out, timestamp value) {
        bool before_christ = false;
        out = detail::write_moment(out, value.microseconds, before_christ);
        return detail::write_era(out, before_christ);
    }
};

/// In UTC: "2024-02-29 04:05:06.789+00"; PostgreSQL shows the same text where the session's time zone is UTC.
template<>
struct text_form<timestamp_tz> {
    static constexpr bool plain = true;
    static constexpr std::size_t fixed_bound = 40;

    static constexpr std::size_t bound(timestamp_tz) { return fixed_bound; }
    static char* write(char* out, timestamp_tz value) {
        bool before_christ = false;
        out = detail::write_moment(out, value.microseconds, before_christ);
        return detail::write_era(write_literal(out, "+00"), before_christ);
    }
};

/// PostgreSQL's own style: "1 year 2 mons 3 days 04:05:06.789", "-1 days +02:03:00", "00:00:00".
template<>
struct text_form<interval> {
    static constexpr bool plain = true;
    static constexpr std::size_t fixed_bound = 96;

    static constexpr std::size_t bound(const interval&) { return fixed_bound; }

    static char* write(char* out, const interval& value) {
        state now{out};
        put(now, value.months / 12, " year");
        put(now, value.months % 12, " mon");
        put(now, value.days, " day");
        if (value.microseconds != 0 || !now.written) {
            if (now.written) {
                *now.out++ = ' ';
            }
            const bool negative = value.microseconds < 0;
            if (negative || now.after_negative) {
                *now.out++ = negative ? '-' : '+';
            }
            const auto bits = static_cast<std::uint64_t>(value.microseconds);
            now.out = detail::write_clock(now.out, negative ? 0 - bits : bits);
        }
        return now.out;
    }

private:
    struct state {
        char* out;
        bool written = false;
        bool after_negative = false; // only the field right behind a negative one gets a plus
    };

    static void put(state& now, std::int32_t amount, std::string_view unit) {
        if (amount == 0) {
            return;
        }
        if (now.written) {
            *now.out++ = ' ';
        }
        if (now.after_negative && amount > 0) {
            *now.out++ = '+';
        }
        now.out = write_signed(now.out, amount);
        now.out = copy_bytes(now.out, unit.data(), unit.size());
        if (amount != 1) {
            *now.out++ = 's';
        }
        now.written = true;
        now.after_negative = amount < 0;
    }
};

} // namespace synth

#endif
