// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_QUANTITY_HPP
#define SYNTH_PROGRAM_QUANTITY_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace synth {

/// A whole number with its thousands apart, for people: `grouped(1234567) == "1 234 567"`.
[[nodiscard]] inline std::string grouped(std::uint64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t place = digits.size(); place > 3; place -= 3) {
        digits.insert(place - 3, 1, ' ');
    }
    return digits;
}

/// A number of things: `counted(1, "row") == "1 row"`, `counted(1'200, "row") == "1 200 rows"`.
[[nodiscard]] inline std::string counted(std::uint64_t number, std::string_view thing) {
    return grouped(number) + " " + std::string{thing} + (number == 1 ? "" : "s");
}

/// A number with three digits and a unit of 1000: `short_number(1'234'567) == "1.23 M"`.
[[nodiscard]] inline std::string short_number(double number) {
    constexpr std::array<std::string_view, 6> units{"", "k", "M", "G", "T", "P"};
    std::size_t unit = 0;
    while (number >= 999.5 && unit + 1 < units.size()) {
        number /= 1000;
        ++unit;
    }
    int places = 0;
    if (unit != 0 && number < 99.95) {
        places = number >= 9.995 ? 1 : 2;
    }
    return fmt::format("{:.{}f}{}{}", number, places, units[unit].empty() ? "" : " ", units[unit]);
}

/// "1.23 MB": bytes by powers of 1000.
[[nodiscard]] inline std::string short_bytes(double size) {
    const std::string number = short_number(size);
    return number + (number.find(' ') == std::string::npos ? " B" : "B");
}

/// "15 ms", "0.4 s", "12 s", "3:05", "2:00:00".
[[nodiscard]] inline std::string short_time(double seconds) {
    if (seconds < 0.0995) {
        return fmt::format("{:.0f} ms", seconds * 1000);
    }
    if (seconds < 10) {
        return fmt::format("{:.1f} s", seconds);
    }
    const auto whole = static_cast<std::uint64_t>(std::min(seconds, 1e15));
    if (whole < 60) {
        return fmt::format("{} s", whole);
    }
    return whole < 3'600 ? fmt::format("{}:{:02}", whole / 60, whole % 60)
                         : fmt::format("{}:{:02}:{:02}", whole / 3'600, whole / 60 % 60, whole % 60);
}

} // namespace synth

#endif
