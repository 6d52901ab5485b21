// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_LOCK_TIMEOUT_HPP
#define SYNTH_DATABASE_POSTGRES_LOCK_TIMEOUT_HPP

#include <optional>
#include <string>

#include <synth/database/postgres_connection.hpp>

namespace synth {

/// How long a setting holds.
enum class setting_life : bool { session, transaction };

/// A table that another session has locked is an error after a while, never a wait without a word: after the
/// given seconds (0: never), else after 30, but what the server, the role or the target has set already is
/// then left alone.
inline void set_lock_timeout(postgres_connection& connection, const std::string& while_doing,
                             std::optional<unsigned> seconds, setting_life life) {
    constexpr unsigned usual = 30;
    connection.query(while_doing,
                     "SELECT pg_catalog.set_config('lock_timeout', $1, $3)"
                     " WHERE $2 OR pg_catalog.current_setting('lock_timeout') = '0'",
                     {std::to_string(seconds.value_or(usual)) + "s", seconds ? "true" : "false",
                      life == setting_life::transaction ? "true" : "false"});
}

} // namespace synth

#endif
