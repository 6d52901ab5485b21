// SPDX-License-Identifier: BSL-1.0
#include "postgres_catalog.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "failure.hpp"
#include "fixture.hpp"
#include "header.hpp"

using namespace synth::introspect;
using introspect_test::postgres;

namespace {

const table& table_of(const catalog& database, const qualified_name& name) {
    const auto found = std::ranges::find(database.tables, name, &table::name);
    REQUIRE_MESSAGE(found != database.tables.end(), name.name);
    return *found;
}

const column& column_of(const table& of, const std::string& name) {
    const auto found = std::ranges::find(of.columns, name, &column::name);
    REQUIRE_MESSAGE(found != of.columns.end(), name);
    return *found;
}

} // namespace

TEST_CASE("PostgreSQL's tables are read with their keys and references") {
    if (!postgres::available()) {
        return;
    }
    const postgres server{introspect_test::schema_text("shop.postgresql")};
    const catalog database = read_postgres(server.conninfo(), {});

    const table& customer = table_of(database, {"public", "customer"});
    CHECK(customer.comment == "People who buy.\nSecond line.");
    CHECK(column_of(customer, "id").identity);
    CHECK(customer.unique == std::vector<key>{{{2, 1}}, {{3}}}); // INCLUDE (vip) is no part of it
    const column& work = column_of(customer, "work");            // a domain over a domain
    CHECK_FALSE(work.nullable);
    CHECK(work.type.of == kind::text);
    CHECK(work.type.max_length == 120);
    CHECK(column_of(customer, "email").nullable);
    CHECK(column_of(customer, "moods").type.array);
    CHECK(column_of(customer, "nothing").type.of == kind::unsupported); // an enum without labels

    const table& orders = table_of(database, {"sales", "orders"});
    CHECK(column_of(orders, "id").identity);
    CHECK(column_of(orders, "total_cents").generated_expression.ends_with("stored"));
    REQUIRE(orders.references.size() == 3);
    CHECK(orders.references[1].parent == qualified_name{"public", "customer"});
    CHECK(orders.references[1].parent_columns == std::vector<std::string>{"code", "region"});

    const table& box = table_of(database, {"public", "box"});
    CHECK(box.primary_key.columns == std::vector<std::size_t>{0, 1, 2});
    REQUIRE(box.references.size() == 1); // not one for each pair of columns
    CHECK(box.references[0].columns == std::vector<std::size_t>{1, 0});
    CHECK(box.references[0].parent_columns == std::vector<std::string>{"place", "room"});

    CHECK(table_of(database, {"public", "remark"}).references.size() == 1); // not one for each partition
    CHECK(std::ranges::none_of(database.tables,
                               [](const table& one) { return one.name.name.starts_with("measurement_"); }));
    CHECK(std::ranges::none_of(database.tables,
                               [](const table& one) { return one.name.name.starts_with("view"); }));
}

TEST_CASE("modifiers of PostgreSQL's types are read") {
    if (!postgres::available()) {
        return;
    }
    const postgres server{introspect_test::schema_text("shop.postgresql")};
    const catalog database = read_postgres(server.conninfo(), {"public"});
    const table& every = table_of(database, {"public", "every_type"});
    const auto type = [&](const char* name) { return column_of(every, name).type; };
    CHECK(type("g").precision == 30); // of 40, as many as checks know
    CHECK(type("g").scale == 20);
    CHECK(type("h").precision == 3);
    CHECK(type("h").scale == -2);
    CHECK(type("i").scale == 5);
    CHECK(type("k").max_length == 0);
    CHECK(type("l").max_length == 7);
    CHECK_FALSE(type("l").fixed_length);
    CHECK(type("m").max_length == 1);
    CHECK(type("m").fixed_length);
    CHECK(type("r").fraction_digits == 0);
    CHECK_FALSE(type("q").fraction_digits);
    CHECK(type("w").fraction_digits == 3);
    CHECK_FALSE(type("x").fraction_digits);
    CHECK(type("af").max_length == 1);
    CHECK(type("ah").max_length == 0);
    CHECK(type("ar").precision == 8); // a domain over an array
    CHECK(type("ar").array);
    CHECK(type("at").precision == 6); // an array of a domain
    CHECK(type("au").max_length == 5);
}

TEST_CASE("types that are made of others are taken apart") {
    if (!postgres::available()) {
        return;
    }
    const postgres server{introspect_test::schema_text("types.postgresql")};
    const catalog database = read_postgres(server.conninfo(), {"public"});
    const table& ranges = table_of(database, {"public", "every_range"});
    const auto range = [&](const char* name) { return column_of(ranges, name).type; };
    CHECK(range("c").of == kind::range);
    CHECK(range("c").element == kind::decimal);
    CHECK(range("e").element == kind::timestamp_tz); // a domain
    CHECK(range("f").array);
    CHECK(range("g").of == kind::multirange);
    CHECK(range("h").other_name == "float_range");
    CHECK(range("i").other_name == "float_range[]");
    CHECK(range("j").example == "(,)"); // a range of texts
    CHECK(range("k").example == "{(,)}");

    const table& texts = table_of(database, {"public", "every_text"});
    const auto text = [&](const char* name) { return column_of(texts, name).type; };
    CHECK(text("a").of == kind::other);
    CHECK(text("b").spelled == "box");
    CHECK(text("h").spelled == "int2vector");
    CHECK_FALSE(text("h").array);
    CHECK(text("i").spelled == "point");
    CHECK_FALSE(column_of(texts, "i").nullable);
    CHECK(text("k").of == kind::unsupported);
    CHECK(text("m").spelled == "refcursor[]");
    CHECK(text("m").example == "{}");
    CHECK(text("o").elements_checked);
    CHECK(text("o").example.empty()); // of a domain with a check
    CHECK(text("n").of == kind::enumeration);

    const table& composites = table_of(database, {"public", "every_composite"});
    const value_type& offer = column_of(composites, "b").type;
    CHECK(offer.of == kind::composite);
    CHECK(offer.spelled == "parts.offer");
    REQUIRE(offer.attributes.size() == 4);
    CHECK(offer.attributes[0].attributes[2].fixed_length);
    CHECK(offer.attributes[0].attributes[3].fraction_digits == 0);
    CHECK(offer.attributes[0].attributes[4].of == kind::unsupported);
    CHECK(offer.attributes[1].array);
    CHECK(column_of(composites, "e").type.attributes.size() == 12); // a table's row

    const table& stay = table_of(database, {"public", "stay"});
    std::vector<std::string> kept;
    for (const key& each : stay.unique) {
        kept.push_back(each.exclusion);
    }
    CHECK(kept == std::vector<std::string>{"stay_room_id_during_excl", "not\nvoid", "apart", "equal"});
    CHECK(stay.notes.empty());
    REQUIRE(stay.exclusions.size() == 3);
    const exclusion& first = stay.exclusions[1];
    CHECK(first.name == "long");
    REQUIRE(first.parts.size() == 1);
    CHECK(first.parts[0].expression == "int4range(room_id, number)");
    CHECK(first.parts[0].operation == "&&");
    CHECK(first.parts[0].range_type == "int4range");
    CHECK(stay.exclusions[0].predicate == "void");
    CHECK(stay.exclusions[2].parts[1].operation == "<>");
}

TEST_CASE("a role that may read nothing sees the same catalog") {
    if (!postgres::available()) {
        return;
    }
    const postgres server{introspect_test::schema_text("shop.postgresql") +
                          introspect_test::schema_text("hostile.postgresql")};
    const std::string role = server.name() + "_reader";
    server.execute("CREATE ROLE " + role + " LOGIN; REVOKE ALL ON SCHEMA public FROM PUBLIC; ALTER ROLE " +
                   role + " SET search_path = sales; ALTER ROLE " + role +
                   " SET default_transaction_read_only = on; ALTER ROLE " + role +
                   " SET DateStyle = 'German'; ALTER ROLE " + role + " SET quote_all_identifiers = on");
    const std::string all = make_header(read_postgres(server.conninfo(), {}), "database").text;
    const std::string seen = make_header(read_postgres(server.conninfo("user=" + role), {}), "database").text;
    CHECK(seen == all);
    server.execute("DROP ROLE " + role);
}

TEST_CASE("a schema that does not exist is named with the nearest") {
    if (!postgres::available()) {
        return;
    }
    const postgres server{"CREATE SCHEMA sales; CREATE SCHEMA stock;"};
    CHECK_THROWS_WITH_AS(static_cast<void>(read_postgres(server.conninfo(), {"sale"})),
                         "there is no schema sale; did you mean sales?", failure);
    CHECK_THROWS_AS(static_cast<void>(read_postgres(server.conninfo(), {"pg_catalog"})), failure);
}

TEST_CASE("only the schemas asked for are read, and references out of them are dropped aloud") {
    if (!postgres::available()) {
        return;
    }
    const postgres server{introspect_test::schema_text("shop.postgresql")};
    const catalog database = read_postgres(server.conninfo(), {"sales"});
    CHECK(database.tables.size() == 1);
    const header made = make_header(database, "database");
    CHECK(made.references == 1); // to itself
    CHECK(std::ranges::any_of(made.warnings, [](const std::string& each) {
        return each.starts_with("sales.orders: foreign key (customer_id) references public.customer; the "
                                "table is not in this header");
    }));
}

TEST_CASE("a refused connection says why, never the password") {
    if (!postgres::available()) {
        return;
    }
    const postgres server{""};
    const auto message = [](const std::string& conninfo) -> std::string {
        try {
            static_cast<void>(read_postgres(conninfo, {}));
        } catch (const failure& error) {
            return error.what();
        }
        return "no failure";
    };
    const auto told = [&](const std::string& conninfo, const std::string& part) {
        const std::string text = message(conninfo);
        CAPTURE(text);
        CHECK(text.find(part) != std::string::npos);
        CHECK(text.find("hunter2") == std::string::npos);
    };
    told(server.conninfo("dbname=nowhere password=hunter2"), "there is no database nowhere");
    told(server.conninfo("user=nobody_here password=hunter2"), "role \"nobody_here\"");
    told("postgresql://me:hunter2@127.0.0.1:1/x", "cannot connect to 127.0.0.1");
    told("host=/nonexistent password=hunter2", "cannot connect to /nonexistent");
    told("postgresql://me:a@hunter2@host/x", "write @ as %40");
    told("postgresql://me:a/hunter2@host/x", "/ as %2F");
    told("postgresql://me:a?hunter2@host/x", "? as %3F");
    told("postgresql://me:%hunter2@host/x", "is not understood");
    told("password=a hunter2", "is not understood");
    told("password=a hunter2=b", "is not understood");
    told("hots=x", "invalid connection option \"hots\"");
    told("host=x port=hunter port=99999", "port");
}

TEST_CASE("a catalog that may not be read says so") {
    if (!postgres::available()) {
        return;
    }
    const postgres server{
        "REVOKE SELECT ON pg_catalog.pg_constraint FROM PUBLIC; CREATE TABLE t (a integer);"};
    const std::string role = server.name() + "_stranger";
    server.execute("CREATE ROLE " + role + " LOGIN");
    CHECK_THROWS_WITH_AS(static_cast<void>(read_postgres(server.conninfo("user=" + role), {})),
                         doctest::Contains("grant the role SELECT on the tables of pg_catalog"), failure);
    server.execute("DROP ROLE " + role);
}
