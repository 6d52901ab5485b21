// SPDX-License-Identifier: BSL-1.0
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <synth/database/postgres_lock_timeout.hpp>

#include "scratch.hpp"

using synth::setting_life;

TEST_CASE("the time to wait for a lock is the given one, else what is set, else 30 seconds") {
    auto connection = scratch::postgres("SELECT 1");
    if (!connection) {
        return;
    }
    const auto set = [&](std::optional<unsigned> seconds, setting_life life = setting_life::session) {
        synth::set_lock_timeout(*connection, "test", seconds, life);
        return scratch::cell(*connection, "SELECT current_setting('lock_timeout')");
    };
    connection->query("test", "SET lock_timeout = 0");
    CHECK(set(std::nullopt) == "30s");
    CHECK(set(7) == "7s");
    CHECK(set(std::nullopt) == "7s");
    connection->query("test", "BEGIN");
    CHECK(set(5, setting_life::transaction) == "5s");
    connection->query("test", "COMMIT");
    CHECK(scratch::cell(*connection, "SELECT current_setting('lock_timeout')") == "7s");
    CHECK(set(0) == "0");
}
