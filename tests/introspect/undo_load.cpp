// SPDX-License-Identifier: BSL-1.0
#include "undo_load.hpp"

#include <string>

#include "fixture.hpp"

using introspect_test::has;
using introspect_test::outcome;
using introspect_test::postgres;
using introspect_test::quoted;
using introspect_test::run;

TEST_CASE("a database whose load was broken off is read once that is undone") {
    if (!postgres::available()) {
        return;
    }
    // As a load leaves it that was killed: what it dropped, and how that comes back
    // (database/postgres_unfinished.hpp).
    const postgres base{"CREATE TABLE t (id integer);"
                        "CREATE TABLE synth_unfinished_load (place bigint GENERATED ALWAYS AS IDENTITY, kind "
                        "text, words text);"
                        "INSERT INTO synth_unfinished_load (kind, words) VALUES ('search_path', 'public'), "
                        "('table', 'ONLY public.t'),"
                        " ('put back', 'ALTER TABLE public.t ADD CONSTRAINT t_pkey PRIMARY KEY (id)');"};
    const std::string source = quoted(base.conninfo());
    const outcome refused = run(source);
    CHECK(refused.code == 1);
    CHECK(refused.error ==
          "synth-introspect: a load over several connections is at work, or was broken off (table "
          "public.synth_unfinished_load): wait, or undo it with synth-introspect SOURCE "
          "--undo-load\n");
    CHECK(refused.out.empty());
    const outcome undone = run(source + " --undo-load");
    CHECK(undone.code == 0);
    CHECK(undone.error == "synth-introspect: undid a load that was broken off, by table "
                          "public.synth_unfinished_load\n");
    const outcome made = run(source);
    CHECK(made.code == 0);
    CHECK(has(made.out, "synth::primary_key<"));
    CHECK(run(source + " --undo-load").error.empty());
}

TEST_CASE("a file of SQLite has no load to undo") {
    const introspect_test::folder place;
    CHECK(run(quoted(place.sqlite("CREATE TABLE t (id INTEGER PRIMARY KEY)")) + " --undo-load").code == 0);
    CHECK(synth::introspect::tells_unfinished_load("synth_unfinished_load"));
    CHECK_FALSE(synth::introspect::tells_unfinished_load("orders"));
}
