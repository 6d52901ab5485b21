// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_COMMAND_LINE_HPP
#define SYNTH_PROGRAM_COMMAND_LINE_HPP

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <synth/database/redacted.hpp>
#include <synth/program/printable.hpp>

namespace synth {

/// A word as a shell takes it: `shell_word("two words") == "'two words'"`. What a terminal would obey is
/// written by number, as bash, zsh and ksh read it.
[[nodiscard]] inline std::string shell_word(std::string_view word) {
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./:=,@%+";
    if (!word.empty() && word.find_first_not_of(plain) == std::string_view::npos) {
        return std::string{word};
    }
    if (printable(word) != word) {
        std::string numbers{"$'"};
        for (const char letter : word) {
            const auto byte = static_cast<unsigned char>(letter);
            const bool marked = letter == '\'' || letter == '\\';
            // Octal, which ends after three digits whatever follows.
            numbers += byte < 0x20 || byte > 0x7e ? fmt::format("\\{:03o}", byte)
                                                  : (marked ? "\\" : "") + std::string{letter};
        }
        return numbers += '\'';
    }
    std::string quoted{"'"};
    for (const char letter : word) {
        quoted += letter == '\'' ? std::string{"'\\''"} : std::string{letter};
    }
    return quoted += '\'';
}

/// The command line that does the same again, with the seed that was used and without passwords.
/// SYNTH_COMMAND, set by tools/synth, stands for the program.
[[nodiscard]] inline std::string reproduction(const std::vector<std::string>& arguments, std::uint64_t seed) {
    const char* command = std::getenv("SYNTH_COMMAND"); // NOLINT(concurrency-mt-unsafe)
    std::string line = command != nullptr ? command : shell_word(arguments.front());
    bool seeded = false;
    for (std::size_t index = 1; index < arguments.size(); ++index) {
        if (arguments[index] == "--random") {
            continue;
        }
        seeded = seeded || arguments[index] == "--seed" || arguments[index].starts_with("--seed=") ||
                 arguments[index].starts_with("-s");
        line += " " + shell_word(redacted(arguments[index]));
    }
    return seeded ? line : line + " --seed " + std::to_string(seed);
}

} // namespace synth

#endif
