// SPDX-License-Identifier: BSL-1.0
#include "filled_outside.hpp"

#include <string>
#include <vector>

#include "made_header.hpp"
#include "selection.hpp"

using namespace synth::introspect;
using introspect_test::folder;
using introspect_test::has;
using introspect_test::outcome;
using introspect_test::quoted;

namespace {

constexpr const char* world =
    "CREATE TABLE planet (id INTEGER PRIMARY KEY);"
    "CREATE TABLE continent (id INTEGER PRIMARY KEY, planet INTEGER REFERENCES planet);"
    "CREATE TABLE region (id INTEGER PRIMARY KEY);"
    "CREATE TABLE country (name TEXT NOT NULL CHECK (name <> ''), code VARCHAR(2) NOT NULL CHECK (code > "
    "'A'),"
    " id INTEGER PRIMARY KEY AUTOINCREMENT, iso INTEGER, other INTEGER UNIQUE, continent INTEGER REFERENCES "
    "continent,"
    " region INTEGER REFERENCES region, capital INTEGER REFERENCES city, UNIQUE (iso, code));"
    "CREATE TABLE city (id INTEGER PRIMARY KEY, iso INTEGER, code VARCHAR(2) CHECK (code IN ('DE', 'FR')),"
    " FOREIGN KEY (iso, code) REFERENCES country (iso, code));"
    "CREATE TABLE store (id INTEGER PRIMARY KEY, region INTEGER REFERENCES region, country INTEGER NOT NULL "
    "REFERENCES"
    " country CHECK (country < 100));";

struct filled {
    catalog database;
    std::vector<std::string> notes;
};

filled fill(const std::string& sql, const std::vector<std::string>& patterns) {
    const folder place;
    filled result{read_sqlite(place.sqlite(sql)), {}};
    result.notes = fill_outside(result.database, patterns);
    return result;
}

const table& named(const catalog& database, const std::string& name) {
    const auto found =
        std::ranges::find(database.tables, name, [](const table& each) { return each.name.name; });
    REQUIRE(found != database.tables.end());
    return *found;
}

} // namespace

TEST_CASE("of a table that is filled outside the keys to which others refer are left") {
    const filled result = fill(world, {"country"});
    const table& country = named(result.database, "country");
    CHECK(country.filled_outside);
    REQUIRE(country.columns.size() == 3);
    CHECK(country.columns[0].name == "code");
    CHECK(country.columns[1].name == "id");
    CHECK(country.columns[2].name == "iso");
    CHECK(country.primary_key.columns == std::vector<std::size_t>{1});
    REQUIRE(country.unique.size() == 1);
    CHECK(country.unique[0].columns.size() == 2);
    CHECK(country.references.empty());
    CHECK(country.checks.empty());
    CHECK_FALSE(country.columns[1].identity);
    CHECK_FALSE(named(result.database, "city").filled_outside);
}

TEST_CASE("tables that nothing else needs are left out, others are spoken of") {
    const filled result = fill(world, {"main.count*"});
    std::vector<std::string> names;
    for (const table& each : result.database.tables) {
        names.push_back(each.name.name);
    }
    CHECK(names == std::vector<std::string>{"city", "country", "region", "store"}); // city is below country
    REQUIRE(result.notes.size() == 3);
    CHECK(result.notes[0] == "continent: only tables that are filled outside refer to it; left out");
    CHECK(result.notes[1] == "planet: only tables that are filled outside refer to it; left out");
    CHECK(result.notes[2] ==
          "region: a table that is filled outside refers to it; if its rows are there too, add "
          "--existing region");
    CHECK(fill(world, {}).notes.empty());
    CHECK(fill(world, {}).database.tables.size() == 6);
}

TEST_CASE("the header says what is filled outside, and asks nothing of it that the compiler refuses") {
    const filled result = fill(world, {"country"});
    const header made = make_header(result.database, "d");
    CHECK(has(made.text,
              "// filled outside: its rows are there already, synth reads their keys and writes nothing\n"
              "struct country {\n    std::string code{}; // VARCHAR(2)\n    std::int64_t id{};\n    "
              "std::optional<std::int64_t> iso{};\n};"));
    CHECK(has(made.text, "synth::named(\"country\"),\n    synth::filled_outside(),\n    "
                         "synth::primary_key<&d::country::id>(),\n    "
                         "synth::unique<&d::country::iso, &d::country::code>(),\n    "
                         "synth::column<&d::country::code>(synth::max_length(2)));"));
    CHECK(has(made.text, "synth::check(\"\"") == false);
    CHECK(has(made.text, "&d::store::country> < 100"));
    CHECK_FALSE(has(made.text, "d::country::id> < 100")); // the check of a child is no business of the parent
}

TEST_CASE("a reference that the rows that are there keep needs no word") {
    const filled result =
        fill("CREATE TABLE tenant (id INTEGER PRIMARY KEY);"
             "CREATE TABLE user (tenant INTEGER NOT NULL REFERENCES tenant, id INTEGER NOT NULL,"
             " PRIMARY KEY (tenant, id));"
             "CREATE TABLE post (id INTEGER PRIMARY KEY, tenant INTEGER NOT NULL REFERENCES tenant,"
             " user INTEGER NOT NULL, FOREIGN KEY (tenant, user) REFERENCES user);",
             {"user", "tenant"});
    REQUIRE(result.notes.size() == 1);
    CHECK(result.notes[0] == "post: its reference to tenant holds by the rows of user that are there");
    const header made = make_header(result.database, "d");
    CHECK(made.warnings.empty());
    CHECK_FALSE(has(made.text, "references<&d::post::tenant,"));
}

TEST_CASE("references that would have to meet above a table that is filled outside give way") {
    const filled result =
        fill("CREATE TABLE tenant (id INTEGER PRIMARY KEY);"
             "CREATE TABLE user (tenant INTEGER NOT NULL, id INTEGER NOT NULL,"
             " PRIMARY KEY (tenant, id));"
             "CREATE TABLE post (id INTEGER PRIMARY KEY, tenant INTEGER NOT NULL REFERENCES tenant,"
             " user INTEGER NOT NULL, FOREIGN KEY (tenant, user) REFERENCES user);",
             {"user", "tenant"});
    CHECK(result.notes.empty());
    const header made = make_header(result.database, "d");
    CHECK(introspect_test::warns(made, "no ancestor that both lead to"));
    CHECK_FALSE(has(made.text, "virtual_table"));
}

TEST_CASE("keys of values without an order are no keys of rows that are there") {
    if (!introspect_test::postgres::available()) {
        return;
    }
    const std::string sql = "CREATE TABLE season (during int4range PRIMARY KEY, id int UNIQUE);"
                            "CREATE TABLE trip (id int PRIMARY KEY, during int4range REFERENCES season)";
    const introspect_test::postgres server{sql};
    catalog database = read_postgres(server.conninfo(), {});
    const std::vector<std::string> notes = fill_outside(database, {"season"});
    REQUIRE(notes.size() == 1);
    CHECK(notes[0] ==
          "public.season: values of int4range have no order, so rows that are there cannot be referred to "
          "by them");
    CHECK_FALSE(has(make_header(database, "d").text, "d::season"));
}

TEST_CASE("--existing names tables, keeps them whatever --include says, and knows no others") {
    const folder place;
    const std::string path = quoted(place.sqlite(world));
    const outcome chosen =
        introspect_test::run(path + " --include store --existing country --existing region");
    CHECK(chosen.code == 0);
    CHECK(has(chosen.out, "using schema = synth::schema<\n    country, region, store>;"));
    CHECK_FALSE(has(chosen.error, "warning:"));
    const outcome wrong = introspect_test::run(path + " --existing contry");
    CHECK(wrong.code == 2);
    CHECK(wrong.error == "synth-introspect: no table matches --existing contry; did you mean country?\n");
    const outcome left_out = introspect_test::run(path + " --existing country");
    CHECK(
        has(left_out.error, "note: continent: only tables that are filled outside refer to it; left out\n"));
    CHECK(introspect_test::run(path + " --existing country --quiet").error.empty());
    CHECK(introspect_test::run(path + " --existing country --strict").code == 0);
}
