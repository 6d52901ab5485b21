// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_NOW_HPP
#define SYNTH_PROGRAM_NOW_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <synth/core/civil.hpp>
#include <synth/program/usage_error.hpp>
#include <synth/schema/temporal.hpp>

namespace synth {

/// The moment that a dataset takes for now: "2025-06-30", "2025-06-30 12:00:00" or with a T between. There is
/// no time zone: the same words give the same bytes everywhere.
[[nodiscard]] inline timestamp read_now(std::string_view text) {
    constexpr std::string_view full = "dddd-dd-ddTdd:dd:dd";
    const auto refuse = [&] {
        return usage_error{"--now " + std::string{text} +
                           ": no moment; write it like 2025-06-30 or \"2025-06-30 12:00:00\""};
    };
    if (text.size() != 10 && text.size() != full.size()) {
        throw refuse();
    }
    std::array<unsigned, 6> fields{};
    std::size_t field = 0;
    for (std::size_t index = 0; index < text.size(); ++index) {
        const bool digit = text[index] >= '0' && text[index] <= '9';
        if (full[index] == 'd' && digit) {
            fields[field] = fields[field] * 10 + static_cast<unsigned>(text[index] - '0');
        } else if (full[index] != 'd' &&
                   (text[index] == full[index] || (full[index] == 'T' && text[index] == ' '))) {
            ++field;
        } else {
            throw refuse();
        }
    }
    const civil day{fields[0], fields[1], fields[2]};
    const std::int64_t days = days_from_civil(day);
    if (civil_from_days(days) != day || fields[3] > 23 || fields[4] > 59 || fields[5] > 59) {
        throw refuse();
    }
    const std::int64_t seconds =
        days * 86'400 + std::int64_t{fields[3]} * 3'600 + std::int64_t{fields[4]} * 60 + fields[5];
    return timestamp{seconds * 1'000'000};
}

} // namespace synth

#endif
