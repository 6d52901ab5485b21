// SPDX-License-Identifier: BSL-1.0
#include "undo_load.hpp"

#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_lock_timeout.hpp>
#include <synth/database/postgres_unfinished.hpp>

namespace synth::introspect {

bool tells_unfinished_load(std::string_view table) { return table == synth::unfinished_name; }

std::vector<std::string> undo_loads(const std::string& conninfo) {
    synth::postgres_connection connection{conninfo};
    synth::set_lock_timeout(connection, "cannot set lock_timeout", {}, synth::setting_life::session);
    return synth::undo_broken_loads(connection, {});
}

} // namespace synth::introspect
