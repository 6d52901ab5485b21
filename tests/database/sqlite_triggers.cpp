// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/sqlite_load.hpp>
#include <synth/database/sqlite_triggers.hpp>

#include "row_list.hpp"
#include "scratch.hpp"

namespace {

const std::string tables =
    "CREATE TABLE Post (id INTEGER PRIMARY KEY); CREATE TABLE words (id INTEGER PRIMARY KEY);"
    "CREATE TRIGGER \"a b\" AFTER INSERT ON Post BEGIN INSERT INTO WORDS SELECT coalesce(max(id), 0) + 1 "
    "FROM words; "
    "END; CREATE TRIGGER c BEFORE INSERT ON Post WHEN new.id > 100 BEGIN SELECT RAISE(ABORT, 'too many'); "
    "END;";
const std::string schema = "SELECT group_concat(sql, ';') FROM (SELECT sql FROM sqlite_schema ORDER BY name)";
const std::vector<std::size_t> both{0, 1};

row_list posts() {
    row_list source;
    source.add({"", "Post", {bigint("id")}}, {{"1"}, {"2"}, {"3"}});
    source.add({"", "words", {bigint("id")}}, {{"1"}, {"2"}});
    return source;
}

} // namespace

TEST_CASE("triggers that write a table of the load are found") {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(where, tables)};
    const std::vector<std::string_view> all{"Post", "words"};
    const auto found = synth::writing_triggers(connection, all, all);
    REQUIRE(found.size() == 1);
    CHECK(found[0].shown() == "trigger a b of Post, which writes words");
    CHECK(synth::writing_triggers(connection, all, std::vector<std::string_view>{"Post"}).empty());
    CHECK(synth::writing_triggers(connection, std::vector<std::string_view>{"words"}, all).empty());
}

TEST_CASE("a load has the rows of the plan whatever triggers would add, and the triggers are there again") {
    for (const bool truncate : {false, true}) {
        const scratch::folder where;
        synth::sqlite_connection connection{scratch::sqlite(where, tables)};
        const std::string before = scratch::cell(connection, schema);
        synth::load_options options;
        options.truncate = truncate;
        const synth::load_report report = synth::load_sqlite(connection, posts(), both, options);
        CHECK(report.rows == 5);
        REQUIRE(report.kept.size() == 1);
        CHECK(report.kept[0] == "off during the load, as these rows are made already: trigger a b of "
                                "Post, which writes words");
        CHECK(scratch::cell(connection, schema) == before);
        CHECK(scratch::cell(connection, "SELECT count(*) FROM words") == "2");
    }
}

TEST_CASE("a load that fails leaves the triggers as they were, and one that is asked to runs them") {
    const scratch::folder where;
    synth::sqlite_connection connection{scratch::sqlite(where, tables)};
    const std::string before = scratch::cell(connection, schema);
    row_list source = posts();
    source.add({"", "Post", {bigint("id")}}, {{"101"}});
    CHECK_THROWS_AS(static_cast<void>(synth::load_sqlite(connection, source, std::vector<std::size_t>{2, 1})),
                    synth::database_error);
    CHECK(scratch::cell(connection, schema) == before);
    synth::load_options options;
    options.keep_triggers = true;
    CHECK_THROWS_AS(static_cast<void>(synth::load_sqlite(connection, posts(), both, options)),
                    synth::database_error);
}
