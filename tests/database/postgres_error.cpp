// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <doctest/doctest.h>

#include <synth/database/postgres_error.hpp>

#include "scratch.hpp"

using scratch::has;

TEST_CASE("an error of the server carries detail, table, column, constraint and a remedy") {
    auto connection =
        scratch::postgres("CREATE TABLE t (id int CONSTRAINT t_key PRIMARY KEY, n text NOT NULL)");
    if (!connection) {
        return;
    }
    const std::string unique = scratch::thrown_by(
        [&] { connection->query("cannot try", "INSERT INTO t VALUES (1, 'a'), (1, 'b')"); });
    CHECK(has(unique, "synth: cannot try: duplicate key value"));
    CHECK(has(unique, "(Key (id)=(1) already exists.), table t, constraint t_key"));
    CHECK(has(unique, "run synth-introspect again"));
    const std::string missing =
        scratch::thrown_by([&] { connection->query("cannot try", "INSERT INTO t VALUES (1, NULL)"); });
    CHECK(has(missing, "table t, column n"));
    const std::string long_winded = scratch::thrown_by([&] {
        connection->query("cannot try",
                          "DO $$ BEGIN RAISE E'two\\nlines\\n' USING HINT = E'or\\tmore'; END $$");
    });
    CHECK(has(long_winded, "synth: cannot try: two lines, at PL/pgSQL function"));
    CHECK(has(long_winded, "; or more"));
    CHECK_FALSE(has(long_winded, "\n"));
}

TEST_CASE("each kind of error has a remedy of its own") {
    CHECK(synth::postgres_remedy("23503").find("parent") != std::string_view::npos);
    CHECK(synth::postgres_remedy("42501").find("grant") != std::string_view::npos);
    CHECK(synth::postgres_remedy("53100").find("disk") != std::string_view::npos);
    CHECK(synth::postgres_remedy("57014").find("timeout") != std::string_view::npos);
    CHECK(synth::postgres_remedy("55P03").find("--lock-timeout") != std::string_view::npos);
    CHECK(synth::postgres_remedy("25006").find("read only") != std::string_view::npos);
    CHECK(synth::postgres_remedy("22003").find("introspect") != std::string_view::npos);
    CHECK(synth::postgres_remedy("57P01").find("log") != std::string_view::npos);
    CHECK(synth::postgres_remedy("XX000").empty());
}
