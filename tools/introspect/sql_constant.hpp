// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_SQL_CONSTANT_HPP
#define SYNTH_INTROSPECT_SQL_CONSTANT_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <synth/core/integer.hpp>

namespace synth::introspect {

/// Where a line of the header may be broken: a space in the end, or the end of a line.
inline constexpr char break_mark = '\x01';

/// What kind of values an expression has, as far as comparing them goes.
enum class sort {
    literal, // a text constant that takes the type of what it is compared with
    null,
    boolean,
    number,
    text,
    date,
    time,
    timestamp,
    timestamp_tz,
    interval,
    enumeration,
    uuid,
    array,
    other,
};

/// A constant, exactly: whole numbers behind their sort.
struct sql_constant {
    sort of = sort::null;
    int128 number = 0; ///< units of 10^-scale, days, microseconds, truth, the index of a label
    unsigned scale = 0;
    std::int32_t months = 0; ///< of an interval, like `days`
    std::int32_t days = 0;
    std::string text{};
    bool now = false; ///< it stands for the present, or is calculated from it
};

/// Each reads a whole text as PostgreSQL would, and gives nothing where it is not sure to agree.
[[nodiscard]] std::optional<sql_constant> read_number(std::string_view text);
[[nodiscard]] std::optional<sql_constant> read_date(std::string_view text);
[[nodiscard]] std::optional<sql_constant> read_time(std::string_view text);
[[nodiscard]] std::optional<sql_constant> read_interval(std::string_view text);
/// A moment without a zone, or one with its offset: "2020-01-01 12:30:00+02".
[[nodiscard]] std::optional<sql_constant> read_timestamp(std::string_view text, bool with_offset);

/// A moment some intervals later.
[[nodiscard]] std::optional<sql_constant> later(const sql_constant& moment, const sql_constant& interval,
                                                int times);

/// The C++ spelling, of everything but labels: `synth::date::of(2020, 1, 1)`. Nothing for numbers of more
/// than 36 digits.
[[nodiscard]] std::optional<std::string> cpp_constant(const sql_constant& one);

} // namespace synth::introspect

#endif
