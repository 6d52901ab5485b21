// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_MOMENT_OF_TEXT_HPP
#define SYNTH_PROGRAM_MOMENT_OF_TEXT_HPP

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

#include <synth/core/civil.hpp>
#include <synth/core/integer.hpp>
#include <synth/schema/temporal.hpp>

namespace synth {
namespace detail {

// Takes the parts of a moment from the front of a text, one after the other.
class moment_reader {
public:
    explicit moment_reader(std::string_view text) : rest_(text) {}

    [[nodiscard]] bool at_end() const { return rest_.empty(); }

    bool take(char mark) {
        const bool is_there = rest_.starts_with(mark);
        rest_.remove_prefix(is_there ? 1 : 0);
        return is_there;
    }

    std::optional<std::int64_t> digits(std::size_t least, std::size_t most) {
        std::int64_t number = 0;
        std::size_t count = 0;
        while (count < most && count < rest_.size() && rest_[count] >= '0' && rest_[count] <= '9') {
            number = number * 10 + (rest_[count++] - '0');
        }
        rest_.remove_prefix(count);
        return count < least ? std::nullopt : std::optional{number};
    }

    // "2025-06-30"
    std::optional<std::int64_t> days() {
        const auto year = digits(4, 6);
        const bool first = take('-');
        const auto month = digits(2, 2);
        const bool second = take('-');
        const auto day = digits(2, 2);
        if (!year || !month || !day || !first || !second) {
            return std::nullopt;
        }
        const civil written{*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day)};
        const std::int64_t days = days_from_civil(written);
        const bool is_there = *month >= 1 && *month <= 12 && civil_from_days(days) == written;
        return is_there ? std::optional{days} : std::nullopt;
    }

    // "12:30:00.25", up to "24:00:00"
    std::optional<std::int64_t> microseconds() {
        const auto hour = digits(2, 2);
        const bool first = take(':');
        const auto minute = digits(2, 2);
        const auto second = take(':') ? digits(2, 2) : std::optional<std::int64_t>{0};
        if (!hour || !minute || !second || !first || *minute > 59 || *second > 59) {
            return std::nullopt;
        }
        std::int64_t part = 0;
        if (take('.')) {
            const std::size_t before = rest_.size();
            const auto fraction = digits(1, 6);
            if (!fraction) {
                return std::nullopt;
            }
            part = *fraction;
            for (std::size_t count = before - rest_.size(); count < 6; ++count) {
                part *= 10;
            }
        }
        const std::int64_t all = ((*hour * 60 + *minute) * 60 + *second) * microseconds_per_second + part;
        return all > microseconds_per_day ? std::nullopt : std::optional{all};
    }

    // "Z", "+00", "-03:30": what the time is before UTC
    std::optional<std::int64_t> offset() {
        if (take('Z')) {
            return 0;
        }
        const bool west = take('-');
        if (!west && !take('+')) {
            return std::nullopt;
        }
        const auto hours = digits(2, 2);
        const auto minutes = take(':') ? digits(2, 2) : std::optional<std::int64_t>{0};
        if (!hours || !minutes || *hours > 15 || *minutes > 59) {
            return std::nullopt;
        }
        const std::int64_t all = (*hours * 60 + *minutes) * 60 * microseconds_per_second;
        return west ? -all : all;
    }

private:
    std::string_view rest_;
};

} // namespace detail

/// A date, a time or a moment in ISO 8601, with a space or a T between day and time; a timestamp_tz with its
/// offset: `moment_of_text<timestamp_tz>("2025-06-30 12:00:00+00")`. Nothing where the text is none; infinity
/// and years before 1 are none.
template<typename Moment>
[[nodiscard]] std::optional<Moment> moment_of_text(std::string_view text) {
    detail::moment_reader reader{text};
    if constexpr (std::same_as<Moment, time_of_day>) {
        const auto time = reader.microseconds();
        return time && reader.at_end() ? std::optional{Moment{*time}} : std::nullopt;
    } else {
        const auto days = reader.days();
        if (!days || *days < days_from_civil({1, 1, 1})) {
            return std::nullopt;
        }
        if constexpr (std::same_as<Moment, date>) {
            const bool fits = *days <= std::numeric_limits<std::int32_t>::max();
            return fits && reader.at_end() ? std::optional{Moment{static_cast<std::int32_t>(*days)}}
                                           : std::nullopt;
        } else {
            const auto time = reader.take(' ') || reader.take('T') ? reader.microseconds() : std::nullopt;
            const auto offset =
                std::same_as<Moment, timestamp_tz> ? reader.offset() : std::optional<std::int64_t>{0};
            if (!time || !offset || !reader.at_end()) {
                return std::nullopt;
            }
            // Microseconds count from 1970, so some of PostgreSQL's last years have none.
            const int128 moment = static_cast<int128>(*days) * microseconds_per_day + *time - *offset;
            using bounds = std::numeric_limits<std::int64_t>;
            return moment >= bounds::min() && moment <= bounds::max()
                       ? std::optional{Moment{static_cast<std::int64_t>(moment)}}
                       : std::nullopt;
        }
    }
}

} // namespace synth

#endif
