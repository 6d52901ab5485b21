// SPDX-License-Identifier: BSL-1.0
#include <span>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/joined.hpp>
#include <synth/database/postgres_load.hpp>
#include <synth/database/postgres_triggers.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

namespace {

const std::string tables =
    "CREATE TABLE post (id bigint PRIMARY KEY);"
    "CREATE TABLE words (id bigint PRIMARY KEY);"
    "CREATE FUNCTION note() RETURNS void LANGUAGE sql AS 'INSERT INTO words SELECT coalesce(max(id), 0) + 1 "
    "FROM "
    "words';"
    "CREATE FUNCTION indexed() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM note(); RETURN NULL; END';"
    "CREATE FUNCTION looked_at() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';";

std::vector<synth::loaded_table> tables_of(synth::postgres_connection& connection) {
    return {{scratch::oid_of(connection, "post"), {"id", "slug"}},
            {scratch::oid_of(connection, "words"), {"id", "word"}}};
}

std::string shown(synth::postgres_connection& connection) {
    return synth::joined(synth::writing_triggers(connection, tables_of(connection)), "\n",
                         [](const synth::structure_part& part) {
                             return part.shown + "|" + part.drop + "|" + part.put_back.front() + "|" +
                                    part.why_kept;
                         });
}

row_list posts() {
    row_list source;
    source.add({"", "post", {bigint("id")}}, {{"1"}, {"2"}, {"3"}});
    source.add({"", "words", {bigint("id")}}, {{"1"}, {"2"}});
    return source;
}

const std::vector<std::size_t> both{0, 1};

} // namespace

TEST_CASE("triggers that write a table of the load are found, also by what they call") {
    auto connection = scratch::postgres(
        tables + "CREATE TRIGGER a AFTER INSERT ON post FOR EACH ROW EXECUTE FUNCTION indexed();"
                 "CREATE TRIGGER b BEFORE INSERT ON post FOR EACH ROW EXECUTE FUNCTION looked_at();"
                 "CREATE TRIGGER c AFTER DELETE ON post FOR EACH ROW EXECUTE FUNCTION indexed();"
                 "CREATE TRIGGER d AFTER INSERT ON post FOR EACH ROW EXECUTE FUNCTION indexed();"
                 "ALTER TABLE post DISABLE TRIGGER d;"
                 "CREATE TRIGGER \"E x\" AFTER UPDATE ON words FOR EACH ROW EXECUTE FUNCTION indexed();"
                 "ALTER TABLE words ENABLE ALWAYS TRIGGER \"E x\"");
    if (!connection) {
        return;
    }
    CHECK(shown(*connection) ==
          "trigger a of post, which writes words|ALTER TABLE ONLY public.post DISABLE TRIGGER a|"
          "ALTER TABLE ONLY public.post ENABLE TRIGGER a|\n"
          "trigger E x of words, which writes words|ALTER TABLE ONLY public.words DISABLE TRIGGER \"E x\"|"
          "ALTER TABLE ONLY public.words ENABLE ALWAYS TRIGGER \"E x\"|");
    const std::vector<synth::loaded_table> all = tables_of(*connection);
    CHECK(synth::writing_triggers(*connection, std::span{all}.first(1)).empty());
}

TEST_CASE("triggers that set a column which the load gives values are found") {
    auto connection = scratch::postgres(
        "CREATE TABLE post (id bigint PRIMARY KEY, slug text, other text); CREATE TABLE words (id bigint, "
        "word tsvector, said text);"
        "CREATE FUNCTION slug() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.slug := NEW.id; RETURN NEW; "
        "END';"
        "CREATE FUNCTION other() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.other = NEW.id; RETURN NEW; "
        "END';"
        "CREATE FUNCTION refused() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN IF NEW.slug = NEW.other THEN "
        "RAISE "
        "EXCEPTION ''same''; END IF; RETURN NEW; END';"
        "CREATE TRIGGER a BEFORE INSERT ON post FOR EACH ROW EXECUTE FUNCTION slug();"
        "CREATE TRIGGER b BEFORE INSERT ON post FOR EACH ROW EXECUTE FUNCTION other();"
        "CREATE TRIGGER c BEFORE INSERT ON post FOR EACH ROW EXECUTE FUNCTION refused();"
        "CREATE TRIGGER d AFTER INSERT ON post FOR EACH ROW EXECUTE FUNCTION slug();"
        "CREATE TRIGGER e BEFORE INSERT ON words FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(word, "
        "'pg_catalog.simple', said)");
    if (!connection) {
        return;
    }
    CHECK(shown(*connection) ==
          "trigger a of post, which sets slug|ALTER TABLE ONLY public.post DISABLE TRIGGER a|"
          "ALTER TABLE ONLY public.post ENABLE TRIGGER a|\n"
          "trigger e of words, which sets word|ALTER TABLE ONLY public.words DISABLE TRIGGER e|"
          "ALTER TABLE ONLY public.words ENABLE TRIGGER e|");
}

TEST_CASE("a role that does not own the table leaves its triggers on") {
    auto connection = scratch::postgres(
        tables + "CREATE TRIGGER a AFTER INSERT ON post FOR EACH ROW EXECUTE FUNCTION indexed()");
    if (!connection) {
        return;
    }
    const std::string role = "trigger_reader_" + scratch::oid_of(*connection, "post");
    connection->query("test", "CREATE ROLE " + role);
    connection->query("test", "GRANT USAGE ON SCHEMA public TO " + role);
    connection->query("test", "GRANT ALL ON post, words TO " + role);
    connection->query("test", "SET ROLE " + role);
    CHECK(scratch::has(shown(*connection), "role " + role + " does not own the table"));
    const synth::load_report report = [&] {
        synth::load_options options;
        options.dry_run = true;
        return synth::load_postgres(*connection, posts(), both, options);
    }();
    CHECK(scratch::has(synth::joined(report.kept, "\n", [](const std::string& each) { return each; }),
                       "on during the load, though these rows are made already: trigger a of post"));
    connection->query("test", "RESET ROLE");
    connection->query("test", "DROP OWNED BY " + role);
    connection->query("test", "DROP ROLE " + role);
}

TEST_CASE("a load has the rows of the plan whatever triggers would add, and triggers are on again") {
    for (const unsigned connections : {1U, 2U}) {
        auto connection = scratch::postgres(
            tables + "CREATE TRIGGER a AFTER INSERT ON post FOR EACH ROW EXECUTE FUNCTION indexed();"
                     "ALTER TABLE post ENABLE ALWAYS TRIGGER a");
        if (!connection) {
            return;
        }
        const synth::load_report report =
            synth::load_postgres(*connection, posts(), both, scratch::over(connections));
        CHECK(report.rows == 5);
        REQUIRE(report.kept.size() == 1);
        CHECK(report.kept[0] == "off during the load, as these rows are made already: trigger a of "
                                "post, which writes words");
        CHECK(scratch::cell(*connection, "SELECT count(*) FROM words") == "2");
        CHECK(scratch::cell(*connection, "SELECT tgenabled FROM pg_trigger WHERE tgname = 'a'") == "A");
        connection->query("test", "INSERT INTO post VALUES (7)");
        CHECK(scratch::cell(*connection, "SELECT count(*) FROM words") == "3");
    }
}

TEST_CASE("triggers run where that is asked for, and where their table is not loaded") {
    auto connection = scratch::postgres(
        tables + "CREATE TRIGGER a AFTER INSERT ON post FOR EACH ROW EXECUTE FUNCTION indexed()");
    if (!connection) {
        return;
    }
    synth::load_options options;
    options.keep_triggers = true;
    CHECK(scratch::has(scratch::thrown_by([&] {
                           static_cast<void>(synth::load_postgres(*connection, posts(), both, options));
                       }),
                       "duplicate key value violates unique constraint"));
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM post") == "0");
    const synth::load_report report = synth::load_postgres(*connection, posts(), std::vector<std::size_t>{0});
    CHECK(report.kept.empty());
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM words") == "3");
}

TEST_CASE("triggers of partitioned tables and of single partitions are off and on again") {
    auto connection =
        scratch::postgres("CREATE TABLE post (id bigint) PARTITION BY RANGE (id);"
                          "CREATE TABLE low PARTITION OF post FOR VALUES FROM (0) TO (2); CREATE TABLE high "
                          "PARTITION OF post DEFAULT;"
                          "CREATE TABLE words (id bigint PRIMARY KEY);"
                          "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO words "
                          "VALUES (NEW.id); RETURN "
                          "NULL; END';"
                          "CREATE TRIGGER a AFTER INSERT ON post FOR EACH ROW EXECUTE FUNCTION f();"
                          "CREATE TRIGGER b AFTER INSERT ON high FOR EACH ROW EXECUTE FUNCTION f();"
                          "ALTER TABLE low DISABLE TRIGGER a");
    if (!connection) {
        return;
    }
    const std::string states =
        "SELECT string_agg(tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text, ', "
        "' ORDER BY tgrelid::regclass::text,"
        " tgname) FROM pg_trigger";
    const std::string before = scratch::cell(*connection, states);
    CHECK(before == "high a O, high b O, low a D, post a O");
    CHECK(synth::load_postgres(*connection, posts(), both).rows == 5);
    CHECK(scratch::cell(*connection, states) == before);
}
