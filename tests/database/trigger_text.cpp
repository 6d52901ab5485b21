// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/trigger_text.hpp>

namespace {

std::string shown(const std::vector<synth::sql_name>& names) {
    std::string text;
    for (const synth::sql_name& each : names) {
        text += (text.empty() ? "" : " ") + (each.schema.empty() ? "" : each.schema + ".") + each.name;
    }
    return text;
}

std::string written(std::string_view text) { return shown(synth::read_trigger_text(text).written); }

} // namespace

TEST_CASE("statements that change tables are seen, however they are written") {
    CHECK(written("BEGIN INSERT INTO log (a) VALUES (1); RETURN NEW; END") == "log");
    CHECK(written("insert\n  into Sales.\"Audit Log\" select 1") == "sales.Audit Log");
    CHECK(written("UPDATE ONLY counters SET n = n + 1; DELETE FROM ONLY a.b; TRUNCATE TABLE c; TRUNCATE d") ==
          "counters a.b c d");
    CHECK(written("MERGE INTO t USING s ON true WHEN MATCHED THEN DELETE") == "t");
    CHECK(written("INSERT OR IGNORE INTO x; UPDATE OR REPLACE y SET a = 1; REPLACE INTO z") == "x y z");
    CHECK(written("update `one`; delete from [two]; update \"a\"\"b\"") == "one two a\"b");
    CHECK(written("EXECUTE 'INSERT INTO log VALUES ($1)' USING NEW.id") == "log");
    CHECK(written("$$ BEGIN UPDATE t SET a = 1; END $$") == "t");
    CHECK(written("UPDATE t; UPDATE t; UPDATE T") == "t");
    CHECK(written("INSERT INTO großes_buch") == "großes_buch");
    CHECK(written("RAISE NOTICE '5\" wide [so'; DELETE FROM t") == "t");
}

TEST_CASE("columns of the row at hand that are set are seen") {
    const auto set = [](std::string_view text) {
        std::string all;
        for (const std::string& each : synth::read_trigger_text(text).set) {
            all += each + " ";
        }
        return all;
    };
    CHECK(set("BEGIN NEW.updated_at := now(); IF a THEN new.\"Slug\" = 'x'; END IF; RETURN NEW; END") ==
          "updated_at Slug ");
    CHECK(set("SELECT max(n) INTO NEW.n FROM t; SELECT x INTO STRICT NEW.m FROM t") == "n m ");
    CHECK(set("BEGIN NEW := OLD; END") == "* ");
    CHECK(set("IF NEW.a = NEW.b AND NEW.c <> 1 THEN RETURN NEW; END IF; x := NEW.a").empty());
}

TEST_CASE("what only looks like one is none") {
    CHECK(written("SELECT * FROM t FOR UPDATE; SELECT 1 FOR NO KEY UPDATE").empty());
    CHECK(written("-- INSERT INTO log\n/* DELETE FROM log */ RETURN NEW").empty());
    CHECK(written("IF TG_OP = 'UPDATE' THEN RETURN NULL; END IF").find("then") != 0);
    CHECK(written("INSERT INTO a ON CONFLICT (id) DO UPDATE SET n = 1") == "a");
    CHECK(written("CREATE TRIGGER x AFTER UPDATE OF a ON t BEGIN SELECT 1; END").empty());
    CHECK(written("NEW.\"update\" := insert_count; \"insert\" \"into\" t").empty());
    CHECK(written("insert into").empty());
    CHECK(written("update").empty());
    CHECK(written("").empty());
}

TEST_CASE("any bytes are read to their end") {
    for (const std::string_view text : {"'", "\"", "/*", "--", "$", "[", "`", "insert into \"", "update 'x",
                                        "$a$", "\xff\xfe", "insert into \xff", "a.", ".", "/", "-"}) {
        CAPTURE(text);
        static_cast<void>(synth::read_trigger_text(text));
    }
}

TEST_CASE("functions that are called are named") {
    CHECK(shown(synth::read_trigger_text("PERFORM app.note_change(NEW.id); SELECT count(*)").called) ==
          "app.note_change count");
}

TEST_CASE("a name without a schema may be that of any") {
    const std::vector<synth::sql_name> tables{{"a", "t"}, {"b", "u"}};
    CHECK(synth::find_written(std::vector<synth::sql_name>{{"", "u"}}, tables) == 1);
    CHECK(synth::find_written(std::vector<synth::sql_name>{{"a", "t"}}, tables) == 0);
    CHECK(synth::find_written(std::vector<synth::sql_name>{{"b", "t"}}, tables) == 2);
    CHECK(synth::find_written({}, tables) == 2);
}
