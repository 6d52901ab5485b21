// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/postgres_references.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

using scratch::has;
using scratch::oid_of;

namespace {

using places = std::vector<std::size_t>;

// What may be done with the only reference between tables a and b, where a has the columns id and b_id.
synth::postgres_leeway leeway_in(const std::string& sql) {
    auto connection = scratch::postgres(sql);
    if (!connection) {
        return {{1}, true, true, true, {}, {}};
    }
    const std::vector<std::string> oids{oid_of(*connection, "a"), oid_of(*connection, "b")};
    const auto references = synth::references_among(*connection, oids);
    REQUIRE(references.size() == 1);
    return synth::leeway_of(*connection, {"", "a", {bigint("id"), bigint("b_id", true)}}, references[0]);
}

const std::string parent = "CREATE TABLE b (id bigint PRIMARY KEY);";

} // namespace

TEST_CASE("the foreign keys among the tables are read, and no others") {
    auto connection = scratch::postgres(
        "CREATE TABLE other (id bigint PRIMARY KEY);"
        "CREATE TABLE parent (id bigint PRIMARY KEY, up bigint REFERENCES parent, other bigint REFERENCES "
        "other);"
        "CREATE TABLE \"a Child\" (id bigint, CONSTRAINT \"its Parent\" FOREIGN KEY (id) REFERENCES parent"
        " MATCH FULL ON DELETE CASCADE DEFERRABLE);"
        "ALTER TABLE \"a Child\" ADD FOREIGN KEY (id) REFERENCES parent NOT VALID;"
        "COMMENT ON CONSTRAINT \"its Parent\" ON \"a Child\" IS 'it''s so'");
    if (!connection) {
        return;
    }
    const std::vector<std::string> oids{oid_of(*connection, "parent"), oid_of(*connection, "\"a Child\"")};
    const auto found = synth::references_among(*connection, oids);
    REQUIRE(found.size() == 3);
    CHECK(found[0].child == 0);
    CHECK(found[0].parent == 0);
    CHECK(found[0].comment == "NULL");
    CHECK(has(found[1].definition, "FOREIGN KEY (id) REFERENCES parent(id) NOT VALID"));
    CHECK(found[2].child == 1);
    CHECK(found[2].parent == 0);
    CHECK(found[2].table == "\"a Child\"");
    CHECK(found[2].name == "\"its Parent\"");
    CHECK(found[2].qualified == "public.\"its Parent\"");
    CHECK(found[2].definition ==
          "FOREIGN KEY (id) REFERENCES parent(id) MATCH FULL ON DELETE CASCADE DEFERRABLE");
    CHECK(found[2].comment == "'it''s so'");
    CHECK(found[2].deferrable);
    CHECK(found[2].match_full);
    connection->query("test", "ALTER TABLE \"a Child\" DISABLE TRIGGER ALL");
    CHECK(synth::references_among(*connection, oids).size() == 1);
    CHECK(synth::references_among(*connection, {}).empty());
}

TEST_CASE("a constraint over partitions counts once") {
    auto connection = scratch::postgres(
        parent + "CREATE TABLE a (id bigint, b_id bigint REFERENCES b) PARTITION BY LIST (id);"
                 "CREATE TABLE a1 PARTITION OF a FOR VALUES IN (1)");
    if (!connection) {
        return;
    }
    const std::vector<std::string> oids{oid_of(*connection, "a"), oid_of(*connection, "b")};
    CHECK(synth::references_among(*connection, oids).size() == 1);
}

TEST_CASE("a column may be NULL for a while where nothing forbids it") {
    const auto nullable = [](const std::string& sql) {
        return leeway_in(parent + sql).nullable == places{1};
    };
    CHECK(nullable("CREATE TABLE a (id bigint, b_id bigint REFERENCES b)"));
    if (!scratch::postgres_target()) {
        return;
    }
    CHECK_FALSE(nullable("CREATE TABLE a (id bigint, b_id bigint NOT NULL REFERENCES b)"));
    CHECK_FALSE(nullable("CREATE DOMAIN n AS bigint NOT NULL; CREATE DOMAIN m AS n;"
                         "CREATE TABLE a (id bigint, b_id m REFERENCES b)"));
    CHECK_FALSE(nullable("CREATE TABLE a (id bigint, b_id bigint UNIQUE REFERENCES b); CREATE TABLE c (id "
                         "bigint REFERENCES a (b_id))"));
    CHECK_FALSE(nullable("CREATE TABLE a (id bigint, b_id bigint REFERENCES b) PARTITION BY LIST (b_id)"));
    CHECK_FALSE(nullable("CREATE TABLE a (id bigint, b_id bigint UNIQUE NULLS NOT DISTINCT REFERENCES b)"));
    CHECK(nullable("CREATE TABLE a (id bigint, b_id bigint UNIQUE REFERENCES b)"));
}

TEST_CASE("of a composite reference all columns are NULL under MATCH FULL, else those that can be") {
    const std::string wide = "CREATE TABLE b (x bigint, y bigint, PRIMARY KEY (x, y));";
    const std::string child =
        "CREATE TABLE a (id bigint NOT NULL, b_id bigint, FOREIGN KEY (id, b_id) REFERENCES b";
    CHECK(leeway_in(wide + child + ")").nullable == places{1});
    if (scratch::postgres_target()) {
        CHECK(leeway_in(wide + child + " MATCH FULL)").nullable.empty());
    }
}

TEST_CASE("checks, indexes and triggers make a second pass delicate") {
    const std::string plain = parent + "CREATE TABLE a (id bigint, b_id bigint REFERENCES b);";
    if (!scratch::postgres_target()) {
        return;
    }
    const std::string function =
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';";
    CHECK_FALSE(leeway_in(plain).delicate);
    CHECK_FALSE(leeway_in(plain + "ALTER TABLE a ADD CHECK (id > 0)").delicate);
    CHECK(leeway_in(plain + "ALTER TABLE a ADD CHECK (id > 0 OR b_id IS NOT NULL)").delicate);
    CHECK(leeway_in(plain + "CREATE UNIQUE INDEX ON a (id) WHERE b_id IS NULL").delicate);
    CHECK_FALSE(
        leeway_in(plain + function + "CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW EXECUTE FUNCTION f()")
            .delicate);
    CHECK(
        leeway_in(plain + function + "CREATE TRIGGER t BEFORE UPDATE ON a FOR EACH ROW EXECUTE FUNCTION f()")
            .delicate);
}

TEST_CASE("what the role may do is what it was granted") {
    auto connection = scratch::postgres(parent + "CREATE TABLE a (id bigint, b_id bigint REFERENCES b)");
    if (!connection) {
        return;
    }
    const std::string role = "synth_test_" + std::to_string(::getpid());
    const std::vector<std::string> oids{oid_of(*connection, "a"), oid_of(*connection, "b")};
    const synth::table_shape shape{"", "a", {bigint("id"), bigint("b_id", true)}};
    const auto look = [&] {
        connection->query("test", "SET ROLE " + role);
        const auto found =
            synth::leeway_of(*connection, shape, synth::references_among(*connection, oids)[0]);
        connection->query("test", "RESET ROLE");
        return found;
    };
    connection->query("test", "CREATE ROLE " + role);
    connection->query("test", "GRANT SELECT, INSERT ON a, b TO " + role);
    CHECK_FALSE(look().may_update);
    CHECK_FALSE(look().droppable);
    CHECK(look().owner == "postgres");
    CHECK(look().role == role);
    connection->query("test", "GRANT UPDATE ON a TO " + role);
    CHECK(look().may_update);
    connection->query("test", "ALTER TABLE a OWNER TO " + role);
    CHECK_FALSE(look().droppable); // may not refer to b
    connection->query("test", "GRANT REFERENCES (id) ON b TO " + role);
    CHECK(look().droppable);
    connection->query("test", "ALTER TABLE a OWNER TO postgres");
    connection->query("test", "DROP OWNED BY " + role);
    connection->query("test", "DROP ROLE " + role);
}
