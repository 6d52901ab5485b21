// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_PART_OPTION_HPP
#define SYNTH_PROGRAM_PART_OPTION_HPP

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>

#include <synth/dataset/part.hpp>
#include <synth/program/usage_error.hpp>

namespace synth {

/// `read_part("3/10")` is the third of ten parts.
[[nodiscard]] inline part read_part(std::string_view text) {
    part result;
    const std::size_t slash = text.find('/');
    const auto read = [](std::string_view digits, std::uint64_t& number) {
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        return error == std::errc{} && end == digits.data() + digits.size();
    };
    if (slash == std::string_view::npos || !read(text.substr(0, slash), result.index) ||
        !read(text.substr(slash + 1), result.parts) || result.index < 1 || result.index > result.parts) {
        throw usage_error{"--part " + std::string{text} +
                          ": no part; write i/N with i from 1 to N, like 3/10"};
    }
    return result;
}

} // namespace synth

#endif
