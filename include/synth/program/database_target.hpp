// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_DATABASE_TARGET_HPP
#define SYNTH_PROGRAM_DATABASE_TARGET_HPP

#include <charconv>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#include <synth/database/redacted.hpp>
#include <synth/program/usage_error.hpp>

namespace synth {

/// Whether a target is PostgreSQL's, by its look: a URL, or words with '=' that name no file.
[[nodiscard]] inline bool is_postgres(const std::string& target) {
    if (target.starts_with("postgres://") || target.starts_with("postgresql://")) {
        return true;
    }
    if (target.starts_with("sqlite:") || std::filesystem::exists(target)) {
        return false;
    }
    if (target.find("://") != std::string::npos) {
        throw usage_error{"cannot open " + redacted(target) +
                          "; targets are postgresql://... and paths of SQLite databases"};
    }
    return target.find('=') != std::string::npos;
}

/// "sqlite:shop.db", "sqlite:///shop.db" and "shop.db" are one path.
[[nodiscard]] inline std::string sqlite_path(std::string_view target) {
    if (target.starts_with("sqlite:")) {
        target.remove_prefix(std::string_view{"sqlite:"}.size());
        if (target.starts_with("//")) {
            target.remove_prefix(2);
        }
    }
    return std::string{target};
}

/// The whole number of an option from `least` to `most`: `read_whole("--connections", "4", 1, 64, "...")`.
[[nodiscard]] inline unsigned read_whole(const std::string& option, const std::string& text, unsigned least,
                                         unsigned most, const std::string& range) {
    unsigned value = 0;
    const char* last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, value);
    if (error != std::errc{} || end != last || value < least || value > most) {
        throw usage_error{option + " " + text + ": write " + range + std::to_string(most)};
    }
    return value;
}

/// How many seconds a load waits for a lock: none where `--lock-timeout` says nothing, 0 for ever.
[[nodiscard]] inline std::optional<unsigned> read_lock_timeout(const std::string& text) {
    if (text.empty()) {
        return std::nullopt;
    }
    return read_whole("--lock-timeout", text, 0, 1'000'000, "seconds from 0, which waits for ever, to ");
}

/// How many connections load: 1 where `--connections` says nothing.
[[nodiscard]] inline unsigned read_connections(const std::string& text) {
    return text.empty() ? 1 : read_whole("--connections", text, 1, 64, "a number from 1 to ");
}

} // namespace synth

#endif
