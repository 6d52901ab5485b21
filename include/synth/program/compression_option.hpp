// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_COMPRESSION_OPTION_HPP
#define SYNTH_PROGRAM_COMPRESSION_OPTION_HPP

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include <synth/program/usage_error.hpp>
#include <synth/program/zstd_output.hpp>

namespace synth {

/// The level of `--compress zstd` and `--compress zstd:19`; none where the option was not given.
[[nodiscard]] inline std::optional<int> read_compression(std::string_view text) {
    if (text.empty()) {
        return std::nullopt;
    }
    constexpr std::string_view method = "zstd";
    std::string_view rest = text;
    int level = zstd_levels::usual;
    bool understood = rest.starts_with(method);
    if (understood && rest != method) {
        rest.remove_prefix(method.size());
        understood = rest.starts_with(':');
        const char* last = rest.data() + rest.size();
        const auto [end, error] = std::from_chars(rest.data() + 1, last, level);
        understood = understood && error == std::errc{} && end == last && level >= zstd_levels::fastest &&
                     level <= zstd_levels::smallest;
    }
    if (!understood) {
        throw usage_error{"--compress " + std::string{text} +
                          ": write zstd or zstd:LEVEL, with a level from " +
                          std::to_string(zstd_levels::fastest) + ", fast, to " +
                          std::to_string(zstd_levels::smallest) + ", small"};
    }
    return level;
}

} // namespace synth

#endif
