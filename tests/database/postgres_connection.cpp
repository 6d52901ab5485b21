// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <doctest/doctest.h>

#include <synth/database/postgres_connection.hpp>

#include "scratch.hpp"

using scratch::has;

TEST_CASE("a server that is not there is named without the password") {
    const std::string error = scratch::thrown_by(
        [] { synth::postgres_connection{"postgresql://ann:secret@localhost:1/shop?connect_timeout=2"}; });
    CHECK(has(error, "synth: cannot reach postgresql://ann:***@localhost:1/shop"));
    CHECK(has(error, "; check host, port and that the server runs"));
    CHECK_FALSE(has(error, "secret"));
    CHECK(error.find('\n') == std::string::npos);
}

TEST_CASE("a target that cannot be read does not show its password") {
    for (const std::string target :
         {"host=db secretword", "postgresql://ann:sec%zzretword@host/db",
          "postgresql://ann:secretword@host:x/db/?a", "host=db password=secretword nonsense"}) {
        CAPTURE(target);
        const std::string error = scratch::thrown_by([&] { synth::postgres_connection{target}; });
        CHECK(has(error, "synth: cannot re"));
        CHECK((!has(target, "password=") && !has(target, ":sec")) != (!has(error, "retword")));
    }
}

TEST_CASE("a database that does not exist is told apart from a server that does not run") {
    const auto target = scratch::postgres_target();
    if (!target) {
        return;
    }
    const std::string error =
        scratch::thrown_by([&] { synth::postgres_connection{*target + " dbname=nowhere"}; });
    CHECK(has(error, "database \"nowhere\" does not exist; check the name, or create it first"));
}

TEST_CASE("a server that takes no more connections is told apart from one that does not run") {
    auto connection = scratch::postgres("");
    if (!connection) {
        return;
    }
    const std::string role = "synth_test_" + std::to_string(::getpid());
    connection->query("test", "CREATE ROLE " + role + " LOGIN CONNECTION LIMIT 0");
    const std::string error = scratch::thrown_by(
        [&] { synth::postgres_connection{*scratch::postgres_target() + " user=" + role}; });
    connection->query("test", "DROP ROLE " + role);
    CHECK(has(error, "too many connections for role"));
    CHECK(has(error, "; use fewer --connections, or raise max_connections"));
    for (const std::string text :
         {"sorry, too many clients already", "remaining connection slots are reserved"}) {
        CHECK(has(std::string{synth::detail::connection_remedy(text)}, "fewer --connections"));
    }
}

TEST_CASE("a query passes parameters and reads nulls, flags and numbers") {
    auto connection = scratch::postgres("");
    if (!connection) {
        return;
    }
    const synth::postgres_result result =
        connection->query("test", "SELECT $1::text, NULL, true, -7, $2::int8", {"it's", "9"});
    CHECK(result.rows() == 1);
    CHECK(result.text(0, 0) == "it's");
    CHECK(result.is_null(0, 1));
    CHECK(result.flag(0, 2));
    CHECK(result.number(0, 3) == -7);
    CHECK(result.number(0, 4) == 9);
}

TEST_CASE("a transaction that is not committed leaves nothing") {
    auto connection = scratch::postgres("CREATE TABLE t (id int)");
    if (!connection) {
        return;
    }
    {
        const synth::postgres_transaction transaction{*connection};
        connection->query("test", "INSERT INTO t VALUES (1)");
    }
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM t") == "0");
    synth::postgres_transaction transaction{*connection};
    connection->query("test", "INSERT INTO t VALUES (1)");
    transaction.commit("test");
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM t") == "1");
}

TEST_CASE("one more session like this one") {
    auto connection = scratch::postgres("");
    if (!connection) {
        return;
    }
    synth::postgres_connection another{synth::conninfo_of(*connection)};
    CHECK(scratch::cell(another, "SELECT current_database()") ==
          scratch::cell(*connection, "SELECT current_database()"));
    const synth::postgres_connection quoting{*scratch::postgres_target() +
                                             " application_name='it\\'s a \\\\'"};
    synth::postgres_connection again{synth::conninfo_of(quoting)};
    CHECK(scratch::cell(again, "SELECT current_setting('application_name')") == "it's a \\");
}
