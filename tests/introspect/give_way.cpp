// SPDX-License-Identifier: BSL-1.0
#include "give_way.hpp"

#include <algorithm>
#include <string>

#include "made_header.hpp"
#include "model.hpp"

using namespace synth::introspect;
using introspect_test::has;
using introspect_test::of_sqlite;
using introspect_test::warns;

TEST_CASE("a reference that may stay null gives way before one that may not") {
    const header made = of_sqlite("CREATE TABLE thread (id INTEGER PRIMARY KEY, first INTEGER, FOREIGN KEY "
                                  "(id, first) REFERENCES post (thread, "
                                  "id));"
                                  "CREATE TABLE post (id INTEGER PRIMARY KEY, thread INTEGER "
                                  "REFERENCES thread, UNIQUE (thread, id));");
    CHECK(made.references == 1);
    CHECK(warns(
        made, "thread: foreign key (id, first) references main.post; a key would take its values from itself "
              "through it; first stays null"));
}

TEST_CASE("one of the own children is no reason to give way") {
    const header made =
        of_sqlite("CREATE TABLE thread (id INTEGER PRIMARY KEY, first INTEGER NOT NULL, FOREIGN KEY "
                  "(id, first) REFERENCES post (thread, id) DEFERRABLE INITIALLY DEFERRED);"
                  "CREATE TABLE post (id INTEGER PRIMARY KEY, thread INTEGER NOT NULL "
                  "REFERENCES thread, UNIQUE (thread, id));");
    CHECK(made.references == 2);
    CHECK(made.warnings.empty());
}

TEST_CASE("a key takes the columns that it decides where that helps") {
    const header made = of_sqlite(
        "CREATE TABLE contest (id INTEGER PRIMARY KEY);"
        "CREATE TABLE candidate (contest INTEGER NOT NULL REFERENCES contest, no INTEGER NOT NULL,"
        " PRIMARY KEY (contest, no));"
        "CREATE TABLE ballot (id INTEGER PRIMARY KEY, contest INTEGER NOT NULL REFERENCES contest,"
        " UNIQUE (id, contest));"
        "CREATE TABLE choice (ballot INTEGER NOT NULL, contest INTEGER NOT NULL, place INTEGER NOT NULL,"
        " no INTEGER NOT NULL, PRIMARY KEY (ballot, place), UNIQUE (ballot, no),"
        " FOREIGN KEY (ballot, contest) REFERENCES ballot (id, contest),"
        " FOREIGN KEY (contest, no) REFERENCES candidate);");
    CHECK(made.warnings.empty());
    CHECK(has(made.text, "unique (ballot, no), which says the other columns"));
    CHECK(has(made.text, "synth::unique<&d::choice::ballot, &d::choice::no, &d::choice::contest>"));
}

TEST_CASE("a primary key takes them too, and what a table points to is there once where nothing else helps") {
    const header junction = of_sqlite(
        "CREATE TABLE place (id INTEGER PRIMARY KEY);"
        "CREATE TABLE room (place INTEGER NOT NULL REFERENCES place, number INTEGER NOT NULL, PRIMARY "
        "KEY (place, number));"
        "CREATE TABLE stay (id INTEGER PRIMARY KEY, place INTEGER NOT NULL REFERENCES place, UNIQUE "
        "(id, place));"
        "CREATE TABLE stay_room (stay INTEGER NOT NULL, place INTEGER NOT NULL, number INTEGER NOT "
        "NULL, PRIMARY KEY (stay, number), FOREIGN KEY (stay, place) REFERENCES stay (id, place),"
        "FOREIGN KEY (place, number) REFERENCES room);");
    CHECK(junction.warnings.empty());
    CHECK(has(junction.text, "// unique (stay, number), which says the other columns\n"));
    CHECK(has(junction.text, "synth::primary_key<&d::stay_room::stay, &d::stay_room::number, "
                             "&d::stay_room::place>()"));
    const header current =
        of_sqlite("CREATE TABLE version (doc INTEGER NOT NULL, no INTEGER NOT NULL, PRIMARY KEY (doc, no));"
                  "CREATE TABLE current (doc INTEGER NOT NULL PRIMARY KEY, no INTEGER NOT NULL, "
                  "FOREIGN KEY (doc, no) REFERENCES version);");
    CHECK(current.warnings.empty());
    CHECK(has(current.text, "// so that each row of current has one to refer to\n"));
    CHECK(has(current.text, "synth::unique<&d::version::doc>()"));
}

TEST_CASE("a reference that owns the rows is better than one less") {
    const header made = of_sqlite("CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (id INTEGER "
                                  "PRIMARY KEY); CREATE TABLE c (id INTEGER "
                                  "PRIMARY KEY);"
                                  "CREATE TABLE pair (x INTEGER NOT NULL REFERENCES a, y INTEGER NOT NULL "
                                  "REFERENCES b, z INTEGER NOT NULL "
                                  "REFERENCES c, UNIQUE (x, y), UNIQUE (y, z), UNIQUE (x, z));");
    CHECK(made.references == 3);
    CHECK(made.warnings.empty());
    CHECK(has(made.text, "so that pair can be derived\n    synth::references<"));
    CHECK(has(made.text, ">(synth::even())"));
}

TEST_CASE("columns that references share, and no table is the key of, become the key of a virtual table") {
    const header made =
        of_sqlite("CREATE TABLE part (g INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (g, n));"
                  "CREATE TABLE link (g INTEGER NOT NULL, a INTEGER NOT NULL, b INTEGER NOT NULL,"
                  "PRIMARY KEY (g, a, b), FOREIGN KEY (g, a) REFERENCES part,"
                  "FOREIGN KEY (g, b) REFERENCES part);");
    CHECK(made.warnings.empty());
    CHECK(made.tables == 2);
    CHECK(made.references == 2);
    CHECK(has(made.text, "// no table of the database: what rows of others have in common in (g)\n"
                         "struct g_of_part {"));
    CHECK(has(made.text, "synth::virtual_table(10)"));
    CHECK(has(made.text, "synth::references<&d::part::g, &d::g_of_part::g>()"));
}

TEST_CASE("two references that would take one row get a group to choose from") {
    const header made = of_sqlite(
        "CREATE TABLE account (id INTEGER PRIMARY KEY, currency INTEGER NOT NULL, UNIQUE (id, currency));"
        "CREATE TABLE transfer (id INTEGER PRIMARY KEY, source INTEGER NOT NULL, target INTEGER NOT NULL,"
        "currency INTEGER NOT NULL, FOREIGN KEY (source, currency) REFERENCES account (id, currency),"
        "FOREIGN KEY (target, currency) REFERENCES account (id, currency));");
    CHECK(made.warnings.empty());
    CHECK(made.references == 2);
    CHECK(has(made.text, "struct currency_of_account {"));
    CHECK(has(made.text, "synth::references<&d::account::currency, &d::currency_of_account::currency>()"));
}

TEST_CASE(
    "a reference that a check compares with one to its own table takes another row than that leads to") {
    const std::string shifts =
        "CREATE TABLE employee (id INTEGER PRIMARY KEY, shop INTEGER NOT NULL, UNIQUE (shop, id));"
        "CREATE TABLE shift (id INTEGER PRIMARY KEY, shop INTEGER NOT NULL, employee INTEGER NOT NULL, "
        "FOREIGN KEY (shop, employee) REFERENCES employee (shop, id), UNIQUE (shop, employee, id));"
        "CREATE TABLE swap (id INTEGER PRIMARY KEY, shop INTEGER NOT NULL, giver INTEGER NOT NULL, shift "
        "INTEGER "
        "NOT NULL, taker INTEGER NOT NULL, FOREIGN KEY (shop, giver, shift) REFERENCES shift (shop, "
        "employee, id),"
        " FOREIGN KEY (shop, taker) REFERENCES employee (shop, id)";
    CHECK(has(introspect_test::of_sqlite(shifts + ", CHECK (giver <> taker));").text,
              "struct shop_of_employee {"));
    CHECK_FALSE(has(introspect_test::of_sqlite(shifts + ");").text, "struct shop_of_employee {"));
}

TEST_CASE("a name of the database stays a comment in the note of a virtual table") {
    const header made =
        of_sqlite("CREATE TABLE part (\"g\nint injected = system(0);//\" INTEGER NOT NULL, n "
                  "INTEGER NOT NULL, PRIMARY KEY (\"g\nint injected = system(0);//\", n));"
                  "CREATE TABLE link (g INTEGER NOT NULL, a INTEGER NOT NULL, b INTEGER NOT NULL,"
                  "PRIMARY KEY (g, a, b), FOREIGN KEY (g, a) REFERENCES part,"
                  "FOREIGN KEY (g, b) REFERENCES part);");
    CHECK(has(made.text, "// no table of the database: what rows of others have in common in (g"));
    CHECK_FALSE(has(made.text, "\nint injected"));
}

TEST_CASE("tenants without a table of tenants hold together what three tables say of them, with its checks") {
    const header made = of_sqlite(
        "CREATE TABLE person (tenant VARCHAR(9) CHECK (tenant <> 'none'), id INTEGER NOT NULL, PRIMARY KEY "
        "(tenant, "
        "id));"
        "CREATE TABLE project (tenant VARCHAR(9) NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (tenant, id));"
        "CREATE TABLE label (tenant VARCHAR(9) NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (tenant, id));"
        "CREATE TABLE task (id INTEGER PRIMARY KEY, tenant VARCHAR(9) NOT NULL, author INTEGER NOT NULL, "
        "project "
        "INTEGER NOT NULL, label INTEGER NOT NULL, FOREIGN KEY (tenant, author) REFERENCES person, FOREIGN "
        "KEY "
        "(tenant, project) REFERENCES project, FOREIGN KEY (tenant, label) REFERENCES label);");
    CHECK(made.warnings.empty());
    CHECK(made.references == 3);
    for (const char* const each : {"person", "project", "label"}) {
        CHECK(has(made.text, "synth::references<&d::" + std::string{each} + "::tenant, &d::tenant_of_"));
    }
    CHECK(has(made.text, "synth::value<&d::tenant_of_person::tenant> != \"none\""));
    CHECK(has(made.text, "synth::column<&d::tenant_of_person::tenant>(synth::max_length(9))"));
}

TEST_CASE("a virtual table has the narrowest of the integers that refer to it") {
    const header made = of_sqlite(
        "CREATE TABLE person (tenant INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (tenant, id));"
        "CREATE TABLE project (tenant SMALLINT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (tenant, id));"
        "CREATE TABLE task (id INTEGER PRIMARY KEY, tenant INTEGER NOT NULL, author INTEGER NOT NULL, "
        "project INTEGER "
        "NOT NULL, FOREIGN KEY (tenant, author) REFERENCES person, FOREIGN KEY (tenant, project) REFERENCES "
        "project);");
    CHECK(made.warnings.empty());
    CHECK(has(made.text, "struct tenant_of_project {\n    std::int16_t tenant{};"));
}

TEST_CASE("what was only tried leaves nothing behind") {
    const introspect_test::folder place;
    const catalog source = read_sqlite(
        place.sqlite("CREATE TABLE part (g INTEGER NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (g, n));"
                     "CREATE TABLE link (g INTEGER NOT NULL, a INTEGER NOT NULL, b INTEGER NOT NULL,"
                     "PRIMARY KEY (g, a, b), FOREIGN KEY (g, a) REFERENCES part,"
                     "FOREIGN KEY (g, b) REFERENCES part);"));
    const model made = make_model(source, "d");
    CHECK(made.rows.size() == 3);
    CHECK(made.virtual_tables.size() == 1);
    CHECK(made.virtual_references.size() == 1);
}
