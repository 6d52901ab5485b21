// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <doctest/doctest.h>

#include <synth/program/database_target.hpp>

#include "../database/scratch.hpp"

TEST_CASE("a target is told by its look") {
    const scratch::folder where;
    CHECK(synth::is_postgres("postgresql://host/db"));
    CHECK(synth::is_postgres("postgres://host/db"));
    CHECK(synth::is_postgres("host=db dbname=shop"));
    CHECK_FALSE(synth::is_postgres("shop.db"));
    CHECK_FALSE(synth::is_postgres("sqlite:a=b.db"));
    CHECK_FALSE(synth::is_postgres(where.path.string()));
    CHECK_THROWS_WITH_AS(static_cast<void>(synth::is_postgres("mysql://a:secret@h/d")),
                         "synth: cannot open mysql://a:***@h/d; targets are postgresql://... and paths "
                         "of SQLite databases",
                         synth::usage_error);
    CHECK(synth::sqlite_path("sqlite:shop.db") == "shop.db");
    CHECK(synth::sqlite_path("sqlite:///tmp/shop.db") == "/tmp/shop.db");
    CHECK(synth::sqlite_path("shop.db") == "shop.db");
}

TEST_CASE("the time to wait for a lock is a number of seconds") {
    CHECK_FALSE(synth::read_lock_timeout("").has_value());
    CHECK(synth::read_lock_timeout("0") == 0U);
    CHECK(synth::read_lock_timeout("120") == 120U);
    for (const char* wrong : {"-1", "5s", "1.5", "1000001", "99999999999"}) {
        CAPTURE(wrong);
        CHECK_THROWS_WITH_AS(static_cast<void>(synth::read_lock_timeout(wrong)),
                             (std::string{"synth: --lock-timeout "} + wrong +
                              ": write seconds from 0, which waits for ever, to 1000000")
                                 .c_str(),
                             synth::usage_error);
    }
}

TEST_CASE("connections are a number") {
    CHECK(synth::read_connections("") == 1U);
    CHECK(synth::read_connections("8") == 8U);
    for (const char* wrong : {"0", "65", "two", "2.5"}) {
        CAPTURE(wrong);
        CHECK_THROWS_WITH_AS(
            static_cast<void>(synth::read_connections(wrong)),
            (std::string{"synth: --connections "} + wrong + ": write a number from 1 to 64").c_str(),
            synth::usage_error);
    }
}
