// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SINK_TEMPORAL_BINARY_HPP
#define SYNTH_SINK_TEMPORAL_BINARY_HPP

#include <concepts>
#include <cstddef>
#include <cstdint>

#include <synth/core/big_endian.hpp>
#include <synth/schema/temporal.hpp>
#include <synth/sink/form.hpp>

namespace synth {

/// Days from 1970-01-01 to 2000-01-01, where PostgreSQL starts to count.
inline constexpr std::uint32_t postgres_epoch_days = 10'957;

/// Days since 2000-01-01.
template<>
struct binary_form<date> {
    static constexpr std::size_t fixed_size = 4;

    static constexpr std::size_t bound(date) { return fixed_size; }
    static char* write(char* out, date value) {
        // Without a sign, so that days far before Christ wrap instead of overflowing.
        return store_big_endian(out, static_cast<std::uint32_t>(value.days) - postgres_epoch_days);
    }
};

/// Microseconds since midnight.
template<>
struct binary_form<time_of_day> {
    static constexpr std::size_t fixed_size = 8;

    static constexpr std::size_t bound(time_of_day) { return fixed_size; }
    static char* write(char* out, time_of_day value) {
        return store_big_endian(out, static_cast<std::uint64_t>(value.microseconds));
    }
};

/// Microseconds since midnight and the seconds west of UTC.
template<>
struct binary_form<time_of_day_tz> {
    static constexpr std::size_t fixed_size = 12;

    static constexpr std::size_t bound(time_of_day_tz) { return fixed_size; }
    static char* write(char* out, time_of_day_tz value) {
        out = store_big_endian(out, static_cast<std::uint64_t>(value.microseconds));
        return store_big_endian(out, 0U - static_cast<std::uint32_t>(value.offset_seconds));
    }
};

/// Microseconds since 2000-01-01.
template<typename Moment>
    requires std::same_as<Moment, timestamp> || std::same_as<Moment, timestamp_tz>
struct binary_form<Moment> {
    static constexpr std::size_t fixed_size = 8;

    static constexpr std::size_t bound(Moment) { return fixed_size; }
    static char* write(char* out, Moment value) {
        constexpr std::uint64_t epoch = std::uint64_t{postgres_epoch_days} * microseconds_per_day;
        return store_big_endian(out, static_cast<std::uint64_t>(value.microseconds) - epoch);
    }
};

/// Microseconds, days, months.
template<>
struct binary_form<interval> {
    static constexpr std::size_t fixed_size = 16;

    static constexpr std::size_t bound(const interval&) { return fixed_size; }
    static char* write(char* out, const interval& value) {
        out = store_big_endian(out, static_cast<std::uint64_t>(value.microseconds));
        out = store_big_endian(out, static_cast<std::uint32_t>(value.days));
        return store_big_endian(out, static_cast<std::uint32_t>(value.months));
    }
};

} // namespace synth

#endif
