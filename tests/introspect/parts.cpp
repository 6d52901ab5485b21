// SPDX-License-Identifier: BSL-1.0
// What belongs to a part of a schema.
#include "parts.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "fixture.hpp"
#include "model.hpp"
#include "sqlite_catalog.hpp"

using namespace synth::introspect;

namespace {

// Names of rows in an order of their own.
using name_list = std::vector<std::string>;

class divided {
public:
    divided(const std::string& sql, std::size_t columns)
        : database_(read_sqlite(introspect_test::folder{}.sqlite(sql))), all_(make_model(database_, "d")),
          parts_(divide(all_, "d", columns)) {}
    divided(const divided&) = delete;
    divided& operator=(const divided&) = delete;

    [[nodiscard]] const std::vector<schema_part>& parts() const { return parts_; }
    [[nodiscard]] const model& all() const { return all_; }

    [[nodiscard]] name_list names(const row_list& rows) const {
        name_list result;
        for (const std::size_t each : rows) {
            result.push_back(all_.rows[each].name);
        }
        return result;
    }

    // The part that a table belongs to.
    [[nodiscard]] std::size_t of(const std::string& name) const {
        const auto found = std::ranges::find_if(
            parts_, [&](const schema_part& each) { return contains(each.own, row(name)); });
        REQUIRE(found != parts_.end());
        return static_cast<std::size_t>(found - parts_.begin());
    }
    [[nodiscard]] std::size_t row(const std::string& name) const {
        const auto found = std::ranges::find(all_.rows, name, &row_struct::name);
        REQUIRE(found != all_.rows.end());
        return static_cast<std::size_t>(found - all_.rows.begin());
    }
    [[nodiscard]] bool is_whole(std::size_t part, const std::string& name) const {
        return contains(parts_[part].whole, row(name));
    }
    [[nodiscard]] bool is_key(std::size_t part, const std::string& name) const {
        return contains(parts_[part].keys, row(name));
    }

private:
    catalog database_;
    model all_;
    std::vector<schema_part> parts_;
};

// A table of `columns` columns behind its key and the references that are given.
std::string sql_table(const std::string& name, const std::string& more, std::size_t columns = 10) {
    std::string sql = "CREATE TABLE " + name + " (id INTEGER PRIMARY KEY";
    for (std::size_t each = 0; each < columns; ++each) {
        sql += fmt::format(", c{} INTEGER", each);
    }
    return sql + (more.empty() ? "" : ", " + more) + ");";
}

// So many tables, each with a reference to the one of half its number.
std::string many(std::size_t count, std::size_t first = 1) {
    std::string sql;
    for (std::size_t each = first; each <= count; ++each) {
        sql +=
            sql_table(fmt::format("t{:03}", each), fmt::format("p INTEGER REFERENCES t{:03}", each / 2 + 1));
    }
    return sql;
}

} // namespace

TEST_CASE("a small schema is one part") {
    const divided one{sql_table("b", "a INTEGER REFERENCES a") + sql_table("a", ""), 100};
    REQUIRE(one.parts().size() == 1);
    CHECK(one.names(one.parts()[0].own) == name_list{"a", "b"});
    CHECK(one.parts()[0].whole == one.parts()[0].own);
    CHECK(one.parts()[0].keys.empty());
}

TEST_CASE("every row is of one part, parents are in the same part or in one before") {
    const divided one{many(100), 100};
    std::vector<std::size_t> part_of(one.all().rows.size(), 0);
    std::size_t rows = 0;
    for (std::size_t part = 0; part < one.parts().size(); ++part) {
        std::size_t columns = 0;
        for (const std::size_t row : one.parts()[part].own) {
            CHECK(std::exchange(part_of[row], part + 1) == 0);
            columns += one.all().rows[row].members.size();
            ++rows;
        }
        CHECK(columns >= 67);
        CHECK(columns <= 133);
    }
    CHECK(rows == one.all().rows.size());
    for (std::size_t row = 0; row < one.all().rows.size(); ++row) {
        for (const row_reference& each : one.all().rows[row].references) {
            CHECK(part_of[each.parent] <= part_of[row]);
            const schema_part& part = one.parts()[part_of[row] - 1];
            CHECK((contains(part.whole, each.parent) || contains(part.keys, each.parent)));
        }
    }
}

TEST_CASE("a table more changes the parts around it only") {
    const divided before{many(300), 100};
    const divided after{many(300) + sql_table("t150a", "p INTEGER REFERENCES t150"), 100};
    std::vector<name_list> old;
    for (const schema_part& each : before.parts()) {
        old.push_back(before.names(each.own));
    }
    std::size_t changed = 0;
    for (const schema_part& each : after.parts()) {
        changed += std::ranges::find(old, after.names(each.own)) == old.end() ? 1 : 0;
    }
    CHECK(after.parts().size() > 20);
    CHECK(changed <= 3);
}

TEST_CASE("tables that lead in a circle stay together and come whole") {
    const divided one{
        many(20) + sql_table("x", "y INTEGER REFERENCES y") +
            sql_table("y", "z INTEGER REFERENCES z UNIQUE") + sql_table("z", "x INTEGER REFERENCES x") +
            sql_table("u", "y INTEGER NOT NULL UNIQUE REFERENCES y, n INTEGER REFERENCES t020") +
            sql_table("w", "u INTEGER REFERENCES u"),
        25};
    CHECK(one.of("x") == one.of("y"));
    CHECK(one.of("x") == one.of("z"));
    for (std::size_t part = 0; part < one.parts().size(); ++part) {
        if (one.is_whole(part, "x")) {
            CHECK(one.is_whole(part, "y"));
            CHECK(one.is_whole(part, "z"));
        }
    }
}

TEST_CASE("a circle that is larger than a part is one part") {
    std::string sql;
    for (std::size_t each = 0; each < 30; ++each) {
        sql += sql_table(fmt::format("r{:02}", each),
                         fmt::format("n INTEGER REFERENCES r{:02}", (each + 1) % 30));
    }
    const divided one{sql + many(20), 50};
    CHECK(one.parts()[one.of("r00")].own.size() >= 30);
    CHECK(one.of("r00") == one.of("r29"));
    CHECK(one.parts().size() > 3);
}

TEST_CASE("what a schema of many tables has of parents is their keys and what these depend on") {
    // Keys of c are made of those of b, and those of a; d is no part of any key.
    const divided one{sql_table("a", "") + sql_table("d", "") +
                          "CREATE TABLE b (a INTEGER NOT NULL REFERENCES a, n INTEGER NOT NULL, "
                          "d INTEGER REFERENCES d, e TEXT, f TEXT, g TEXT, h TEXT, PRIMARY KEY (a, n));"
                          "CREATE TABLE c (a INTEGER NOT NULL, n INTEGER NOT NULL, m INTEGER NOT NULL, "
                          "e TEXT, f TEXT, g TEXT, h TEXT, PRIMARY KEY (a, n, m), "
                          "FOREIGN KEY (a, n) REFERENCES b (a, n));" +
                          "CREATE TABLE k (id INTEGER PRIMARY KEY, a INTEGER NOT NULL, n INTEGER NOT NULL, "
                          "m INTEGER NOT NULL, e TEXT, f TEXT, g TEXT, h TEXT, "
                          "FOREIGN KEY (a, n, m) REFERENCES c (a, n, m));",
                      7};
    const std::size_t part = one.of("k");
    REQUIRE(one.of("c") != part);
    CHECK(one.names(one.parts()[part].own) == name_list{"k"});
    CHECK(one.names(one.parts()[part].keys) == name_list{"a", "b", "c"});
}

TEST_CASE("the outline of a row has its keys and what is tied to them") {
    const divided one{sql_table("a", "") + sql_table("b", "") +
                          "CREATE TABLE t (id INTEGER PRIMARY KEY, code INTEGER UNIQUE, low INTEGER, "
                          "a INTEGER REFERENCES a, b INTEGER UNIQUE REFERENCES b, other INTEGER, more "
                          "INTEGER, CHECK (low < code), CHECK (other > 0), CHECK (other < more));",
                      100};
    const row_struct& row = one.all().rows[one.row("t")];
    const key_outline outline = outline_of(row);
    name_list members;
    for (const std::size_t each : outline.members) {
        members.push_back(row.members[each].name);
    }
    CHECK(members == name_list{"id", "code", "low", "b"});
    REQUIRE(outline.references.size() == 1);
    CHECK(row.references[outline.references[0]].parent == one.row("b"));
}

TEST_CASE("children that choose rows of a kind are wherever the parent is") {
    // Two kinds, so that neither check becomes the parent's.
    const std::string vehicles =
        "CREATE TABLE vehicle (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, c0 TEXT, c1 TEXT, c2 TEXT, "
        "UNIQUE (id, kind));"
        "CREATE TABLE car (id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind = 'car'), c0 TEXT, c1 "
        "TEXT, c2 TEXT, FOREIGN KEY (id, kind) REFERENCES vehicle (id, kind));"
        "CREATE TABLE van (id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind = 'van'), c0 TEXT, c1 "
        "TEXT, c2 TEXT, FOREIGN KEY (id, kind) REFERENCES vehicle (id, kind));";
    const divided one{many(10) + vehicles +
                          sql_table("zone", "vehicle INTEGER REFERENCES vehicle, "
                                            "n INTEGER REFERENCES t010"),
                      6};
    REQUIRE(one.of("car") != one.of("van"));
    for (const std::string name : {"vehicle", "car", "van", "zone"}) {
        CAPTURE(name);
        CHECK(one.is_whole(one.of(name), "car"));
        CHECK(one.is_whole(one.of(name), "van"));
    }
    CHECK_FALSE(one.is_whole(one.of("t001"), "car"));
}

TEST_CASE("tables of kinds know for whom their rows are told apart") {
    const std::string parties =
        "CREATE TABLE kind (code TEXT PRIMARY KEY NOT NULL CHECK (code IN ('person', 'firm')), c0 TEXT, c1 "
        "TEXT);"
        "CREATE TABLE party (id INTEGER PRIMARY KEY, kind TEXT NOT NULL REFERENCES kind, c0 TEXT, c1 TEXT, "
        "UNIQUE (id, kind));"
        "CREATE TABLE firm (id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind = 'firm'), c0 TEXT, c1 "
        "TEXT, "
        "FOREIGN KEY (id, kind) REFERENCES party (id, kind));";
    const divided one{many(10) + parties + sql_table("note", "kind TEXT REFERENCES kind"), 4};
    REQUIRE(one.of("kind") != one.of("firm"));
    for (const std::string name : {"kind", "party", "firm", "note"}) {
        CAPTURE(name);
        CHECK(one.is_whole(one.of(name), "party"));
        CHECK(one.is_whole(one.of(name), "firm"));
    }
    CHECK_FALSE(one.is_whole(one.of("t001"), "party"));
}

TEST_CASE("rows whose parents are of one kind are wherever these are") {
    const std::string accounts =
        sql_table("tenant", "") +
        "CREATE TABLE account (tenant INTEGER NOT NULL REFERENCES tenant, number INTEGER NOT NULL, currency "
        "TEXT "
        "NOT NULL CHECK (currency IN ('EUR', 'USD')), c0 TEXT, c1 TEXT, PRIMARY KEY (tenant, number), "
        "UNIQUE (tenant, number, currency));" +
        sql_table(
            "transfer",
            "tenant INTEGER NOT NULL, source INTEGER NOT NULL, target INTEGER NOT NULL, currency TEXT NOT "
            "NULL, FOREIGN KEY (tenant, source, currency) REFERENCES account (tenant, number, currency), "
            "FOREIGN KEY (tenant, target, currency) REFERENCES account (tenant, number, currency)") +
        sql_table("card",
                  "tenant INTEGER, account INTEGER, FOREIGN KEY (tenant, account) REFERENCES account");
    const divided one{many(10) + accounts, 6};
    REQUIRE(one.of("transfer") != one.of("account"));
    CHECK(one.is_whole(one.of("account"), "transfer"));
    CHECK(one.is_whole(one.of("card"), "transfer"));
    CHECK_FALSE(one.is_whole(one.of("t001"), "transfer"));
}

TEST_CASE("a child that makes its parents' references ranges is wherever the parents are whole") {
    // Members of one tenant are found because `person` lies together for each tenant, which only `task` asks.
    const std::string tenants =
        sql_table("tenant", "") +
        sql_table("person", "tenant INTEGER NOT NULL REFERENCES tenant, "
                            "UNIQUE (id, tenant)") +
        sql_table("project", "tenant INTEGER NOT NULL REFERENCES tenant, UNIQUE (id, tenant)") +
        sql_table("task", "tenant INTEGER NOT NULL, person INTEGER NOT NULL, project INTEGER NOT NULL, "
                          "FOREIGN KEY (person, tenant) REFERENCES person (id, tenant), "
                          "FOREIGN KEY (project, tenant) REFERENCES project (id, tenant)");
    const divided one{many(10) + tenants, 12};
    REQUIRE(one.of("task") != one.of("person"));
    REQUIRE(one.of("task") != one.of("project"));
    const bool told = one.is_whole(one.of("person"), "task") || one.is_whole(one.of("project"), "task");
    CHECK(told);
    CHECK_FALSE(one.is_whole(one.of("t001"), "task"));
}

TEST_CASE("rows that are there already come whole") {
    catalog database =
        read_sqlite(introspect_test::folder{}.sqlite(many(10) + sql_table("country", "") +
                                                     sql_table("city", "country INTEGER REFERENCES country, "
                                                                       "n INTEGER REFERENCES t010")));
    for (table& each : database.tables) {
        each.filled_outside = each.name.name == "country";
    }
    const model all = make_model(database, "d");
    const std::vector<schema_part> parts = divide(all, "d", 12);
    const auto row = [&](const std::string& name) {
        return static_cast<std::size_t>(std::ranges::find(all.rows, name, &row_struct::name) -
                                        all.rows.begin());
    };
    for (const schema_part& each : parts) {
        CHECK_FALSE(contains(each.keys, row("country")));
        CHECK(contains(each.whole, row("country")) ==
              (contains(each.own, row("country")) || contains(each.whole, row("city"))));
    }
}

TEST_CASE("rows that a description names are found in its texts") {
    catalog database = read_sqlite(
        introspect_test::folder{}.sqlite(sql_table("a", "") + sql_table("b", "") + sql_table("c", "") +
                                         sql_table("d", "a INTEGER REFERENCES a")));
    model all = make_model(database, "x::d");
    REQUIRE(all.rows.size() == 4);
    CHECK(named_rows(all, "x::d")[3] == row_list{0});
    all.rows[3].members[1].options = {"synth::derive<&x::d::b::c0>(first)",
                                      "synth::constant(\"x::d::cc::\")"};
    CHECK(named_rows(all, "x::d")[3] == row_list{0, 1});
    all.rows[3].checks.push_back({.condition = "synth::value<&::x::d::c::c0> > ax::d::b::c0"});
    CHECK(named_rows(all, "x::d")[3] == row_list{0, 1, 2});
    all.rows[3].references.clear();
    all.rows[3].members[1].options.clear();
    const std::vector<schema_part> parts = divide(all, "x::d", 12);
    const auto of_d =
        std::ranges::find_if(parts, [](const schema_part& each) { return contains(each.own, 3); });
    REQUIRE(of_d != parts.end());
    CHECK(contains(of_d->whole, 2));
}

TEST_CASE("three hundred tables are divided at once") {
    const divided one{many(300), 100};
    std::size_t listed = 0;
    for (const schema_part& each : one.parts()) {
        listed += each.whole.size() + each.keys.size();
    }
    CHECK(one.all().rows.size() == 300);
    CHECK(listed < 900);
}

TEST_CASE("the keys to which rows refer are known of every row, each once") {
    const divided one{sql_table("a", "") +
                          "CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER NOT NULL REFERENCES a, "
                          "UNIQUE (a, id));" +
                          sql_table("c", "b INTEGER REFERENCES b") +
                          sql_table("d", "a INTEGER, b INTEGER, FOREIGN KEY (a, b) REFERENCES b (a, id)") +
                          sql_table("e", "a INTEGER, b INTEGER, FOREIGN KEY (b, a) REFERENCES b (id, a)"),
                      100};
    const auto keys = referenced_keys(one.all());
    CHECK(keys[one.row("a")].size() == 1);
    CHECK(keys[one.row("b")].size() == 2);
    CHECK(keys[one.row("e")].empty());
}
