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

/// How many seconds a load waits for a lock: none where `--lock-timeout` says nothing, 0 for ever.
[[nodiscard]] inline std::optional<unsigned> read_lock_timeout(const std::string& text) {
    if (text.empty()) {
        return std::nullopt;
    }
    constexpr unsigned most = 1'000'000;
    unsigned seconds = 0;
    const char* last = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), last, seconds);
    if (error != std::errc{} || end != last || seconds > most) {
        throw usage_error{"--lock-timeout " + text + ": write seconds from 0, which waits for ever, to " +
                          std::to_string(most)};
    }
    return seconds;
}

} // namespace synth

#endif
