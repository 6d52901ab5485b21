// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/dataset/dataset.hpp>
#include <synth/program/load_command.hpp>
#include <synth/program/typed_schema.hpp>
#include <synth/schema/schema.hpp>

#include "../database/scratch.hpp"
#include "shop.hpp"

TEST_CASE("an SQLite database is filled with what the plan says") {
    const scratch::folder where;
    synth::load_command_options options;
    options.target = scratch::sqlite(where, shop::sqlite_tables);
    const synth::summary done = synth::load(shop::described(), options);
    CHECK(done.rows() == 1'300);
    CHECK(done.tables.front().first == "customer");
    synth::sqlite_connection connection{options.target};
    CHECK(scratch::cell(connection, "SELECT count(*) FROM line JOIN orders o ON order_id = o.id JOIN "
                                    "customer c ON c.id = customer_id") == "900");
    CHECK(scratch::cell(
              connection,
              "SELECT group_concat(DISTINCT typeof(total)) FROM orders WHERE total <> round(total)") ==
          "real");
    CHECK(scratch::cell(connection, "SELECT count(*) FROM line WHERE typeof(note) = 'blob' AND length(code) "
                                    "= 36 AND gift IN (0, 1)") == "900");
    CHECK(scratch::cell(connection, "SELECT count(*) FROM pragma_foreign_key_check()") == "0");
    CHECK(scratch::cell(connection, "PRAGMA integrity_check") == "ok");
}

TEST_CASE("a PostgreSQL database is filled with the same rows as COPY text would give") {
    auto connection = scratch::postgres(shop::postgres_tables);
    if (!connection) {
        return;
    }
    synth::load_command_options options;
    options.target = *scratch::postgres_target();
    options.plan.threads = "2";
    const synth::summary done = synth::load(shop::described(), options);
    CHECK(done.rows() == 1'300);
    CHECK(done.bytes > 10'000);
    // The server's text of what came in binary is the text that the sink writes.
    const auto plan = shop::described().plan({1, {900, 100, 300}, synth::timestamp{1'735'689'600'000'000}});
    synth::byte_buffer expected;
    plan->write(0, synth::row_form::copy_text, 0, 900, expected);
    std::string stored;
    PQclear(PQexec(connection->get(), "COPY (SELECT * FROM line ORDER BY order_id, number) TO STDOUT"));
    for (char* line = nullptr; PQgetCopyData(connection->get(), &line, 0) > 0; PQfreemem(line)) {
        stored += line;
    }
    PQclear(PQgetResult(connection->get()));
    CHECK(stored == expected.view());
    CHECK(scratch::cell(*connection,
                        "INSERT INTO customer (name, joined_at) VALUES ('new', now()) RETURNING id") ==
          "101");
    CHECK(scratch::cell(*connection,
                        "INSERT INTO sales.orders (customer_id, total) VALUES (1, 1) RETURNING id") == "301");
}

TEST_CASE("a dry run tells nothing was loaded") {
    const scratch::folder where;
    synth::load_command_options options;
    options.target = scratch::sqlite(where, shop::sqlite_tables);
    options.dry_run = true;
    CHECK(synth::load(shop::described(), options).rows() == 0);
}

namespace farm {

struct hen {
    std::int64_t id{};
    std::optional<std::int64_t> egg_id{};
};
struct egg {
    std::int64_t id{};
    std::int64_t hen_id{};
};

} // namespace farm

template<>
inline constexpr auto synth::table<farm::hen> =
    synth::describe<farm::hen>(synth::primary_key<&farm::hen::id>(), synth::row_count(40),
                               synth::references<&farm::hen::egg_id, &farm::egg::id>());
template<>
inline constexpr auto synth::table<farm::egg> =
    synth::describe<farm::egg>(synth::primary_key<&farm::egg::id>(), synth::row_count(60),
                               synth::references<&farm::egg::hen_id, &farm::hen::id>());

TEST_CASE("tables that refer to each other are loaded, and a dry run tells how") {
    auto connection =
        scratch::postgres("CREATE TABLE hen (id bigint PRIMARY KEY, egg_id bigint);"
                          "CREATE TABLE egg (id bigint PRIMARY KEY, hen_id bigint NOT NULL"
                          " REFERENCES hen); ALTER TABLE hen ADD FOREIGN KEY (egg_id) REFERENCES egg");
    if (!connection) {
        return;
    }
    const synth::typed_schema<synth::schema<farm::egg, farm::hen>> schema;
    synth::load_command_options options;
    options.target = *scratch::postgres_target();
    options.dry_run = true;
    CHECK(synth::load(schema, options).notes ==
          std::vector<std::string>{"the cycle hen -> egg -> hen: hen.egg_id is filled in a second pass"});
    options.dry_run = false;
    CHECK(synth::load(schema, options).rows() == 100);
    // The same values as a plan gives without a database.
    const synth::dataset<synth::schema<farm::egg, farm::hen>> data{};
    const synth::postgres_result rows =
        connection->query("test", "SELECT id || ':' || coalesce(egg_id::text, '-') FROM hen");
    std::vector<std::string> lines;
    for (int row = 0; row < rows.rows(); ++row) {
        lines.emplace_back(rows.text(row, 0));
    }
    for (const farm::hen& each : data.rows<farm::hen>()) {
        const std::string line =
            std::to_string(each.id) + ":" + (each.egg_id ? std::to_string(*each.egg_id) : "-");
        CHECK(std::ranges::find(lines, line) != lines.end());
    }
}

TEST_CASE("one table of a cycle is not loaded without the others") {
    const synth::typed_schema<synth::schema<farm::egg, farm::hen>> schema;
    synth::load_command_options options;
    options.plan.tables = {"egg"};
    options.target = "none.db";
    CHECK_THROWS_WITH(
        static_cast<void>(synth::load(schema, options)),
        "synth: egg and hen refer to each other in a cycle and are loaded together or not at all; "
        "add --table hen");
}

TEST_CASE("options that a target or another option does not go with are not understood") {
    const auto refusal = [](const char* target, auto&& change) {
        synth::load_command_options options;
        options.target = target;
        change(options);
        try {
            (void)synth::load(shop::described(), options);
        } catch (const synth::usage_error& error) {
            return std::string{error.what()};
        }
        return std::string{};
    };
    using options = synth::load_command_options;
    CHECK(refusal("shop.db", [](options& o) { o.connections = "2"; }) ==
          "synth: --connections is for PostgreSQL; leave it out for an SQLite database");
    CHECK(refusal("shop.db", [](options& o) {
              o.keep_indexes = true;
          }).starts_with("synth: --keep-indexes is for PostgreSQL"));
    CHECK(refusal("host=x", [](options& o) { o.truncate = o.commit_each = true; }) ==
          "synth: --commit-each and --truncate: the rows are replaced in one transaction, or the old ones "
          "could be lost; leave one of them out");
    CHECK(refusal("host=x", [](options& o) {
              o.truncate = true;
              o.connections = "2";
          }).starts_with("synth: --connections and --truncate: "));
    CHECK(refusal("host=x",
                  [](options& o) {
                      o.keep_indexes = true;
                      o.connections = "2";
                  }) ==
          "synth: --keep-indexes and --connections: several connections load all tables at once, "
          "without their foreign keys; leave one of them out");
}

TEST_CASE("all ways to load PostgreSQL give the same rows") {
    auto connection =
        scratch::postgres("CREATE SCHEMA sales; CREATE TABLE hen (id bigint PRIMARY KEY, egg_id bigint);"
                          "CREATE TABLE egg (id bigint PRIMARY KEY, hen_id bigint NOT NULL REFERENCES hen);"
                          "ALTER TABLE hen ADD FOREIGN KEY (egg_id) REFERENCES egg");
    if (!connection) {
        return;
    }
    const synth::typed_schema<synth::schema<farm::egg, farm::hen>> schema;
    const std::string digest = "SELECT (SELECT md5(string_agg(h::text, ' ' ORDER BY id)) FROM hen h) ||"
                               " (SELECT md5(string_agg(e::text, ' ' ORDER BY id)) FROM egg e)";
    synth::load_command_options options;
    options.target = *scratch::postgres_target();
    options.plan.rows = {"*=20k"};
    options.progress = false;
    CHECK(synth::load(schema, options).rows() == 40'000);
    const std::string one = scratch::cell(*connection, digest);
    for (const char* connections : {"", "2", "3"}) {
        for (const bool simple : {false, true}) {
            if (simple && *connections != 0) {
                continue;
            }
            connection->query("test", "TRUNCATE hen, egg");
            options.connections = connections;
            options.commit_each = options.keep_indexes = options.no_analyze = simple;
            CHECK(synth::load(schema, options).rows() == 40'000);
            CHECK(scratch::cell(*connection, digest) == one);
        }
    }
}
