// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/program/load_command.hpp>
#include <synth/program/typed_schema.hpp>
#include <synth/program/verify_command.hpp>

#include "../database/scratch.hpp"
#include "shop.hpp"

using scratch::has;

namespace kinds {

enum class mood { sad, very_happy };

// Every type of docs/types.md; the columns of `respelled` are declared so that the server shows other
// letters.
struct plain {
    std::int64_t id{};
    std::optional<bool> a{};
    std::int16_t b{};
    std::int32_t c{};
    float d{};
    double e{};
    synth::decimal<12, 2> f{};
    synth::decimal<60, 20> g{};
    std::string h{};
    synth::bytes i{};
    synth::date j{};
    synth::time_of_day k{};
    synth::time_of_day_tz l{};
    synth::timestamp m{};
    synth::timestamp_tz n{};
    synth::interval o{};
    synth::uuid p{};
    synth::json q{};
    synth::jsonb r{};
    synth::inet s{};
    synth::cidr t{};
    synth::macaddr u{};
    synth::macaddr8 v{};
    synth::bit_string w{};
    mood x{};
    std::vector<std::int64_t> y{};
    std::vector<std::optional<std::string>> z{};
    std::vector<synth::timestamp_tz> aa{};
    std::vector<double> ab{};
    std::vector<synth::bytes> ac{};
    std::vector<mood> ad{};
    std::vector<synth::decimal<12, 2>> ae{};
};

struct respelled {
    std::int64_t id{};
    std::string a{};
    synth::decimal<12, 2> b{};
    synth::decimal<12, 2> c{};
    synth::timestamp d{};
    synth::timestamp_tz e{};
    std::optional<synth::jsonb> f{};
    mood g{};
    std::string h{};
    synth::decimal<5, -2> i{};
    synth::interval j{};
    std::optional<synth::bit_string> k{};
    std::vector<synth::jsonb> l{};
    std::vector<synth::timestamp> m{};
    std::vector<std::string> n{};
};

} // namespace kinds

template<>
inline constexpr auto synth::labels<kinds::mood> = std::to_array<std::string_view>({"sad", "very happy"});
template<>
inline constexpr std::string_view synth::enumeration_name<kinds::mood> = "mood";

template<>
inline constexpr auto synth::table<kinds::respelled> = synth::describe<kinds::respelled>(
    synth::column<&kinds::respelled::a>(synth::max_length(7)),
    synth::column<&kinds::respelled::d>(synth::fraction_digits(0)),
    synth::column<&kinds::respelled::e>(synth::fraction_digits(3)),
    synth::column<&kinds::respelled::h>(synth::max_length(9)),
    synth::column<&kinds::respelled::k>(synth::max_length(6), synth::fixed_length(6)));

namespace {

using every_kind = synth::schema<kinds::plain, kinds::respelled>;

const std::string every_table =
    "CREATE TYPE mood AS ENUM ('sad', 'very happy'); CREATE DOMAIN cents AS numeric(14,4);"
    "CREATE TABLE plain (id bigint PRIMARY KEY, a bool, b smallint NOT NULL, c int, d real, e float8, f "
    "numeric(12,2),"
    " g numeric, h text, i bytea, j date, k time, l timetz, m timestamp, n timestamptz, o interval, p uuid, "
    "q json,"
    " r jsonb, s inet, t cidr, u macaddr, v macaddr8, w varbit, x mood,"
    " y bigint[], z text[], aa timestamptz[], ab float8[], ac bytea[], ad mood[], ae numeric(12,2)[]);"
    "CREATE TABLE respelled (id bigint PRIMARY KEY, a char(7), b numeric, c cents, d timestamp(0), e "
    "timestamptz(3),"
    " f jsonb, g char(12), h varchar(9), i numeric, j interval(3), k bit(6),"
    " l jsonb[], m timestamp(0)[], n char(30)[])";

synth::verify_command_options shop_in(const std::string& target) {
    synth::verify_command_options options;
    options.target = target;
    options.progress = false;
    return options;
}

void load_into(const synth::program_schema& schema, const std::string& target) {
    synth::load_command_options options;
    options.target = target;
    options.progress = false;
    (void)synth::load(schema, options);
}

} // namespace

TEST_CASE("a row of every type that PostgreSQL has loaded compares equal, in any time zone") {
    auto connection = scratch::postgres(every_table);
    if (!connection) {
        return;
    }
    const synth::typed_schema<every_kind> schema;
    load_into(schema, *scratch::postgres_target());
    const synth::verification found = synth::verify(
        schema,
        shop_in(*scratch::postgres_target() +
                " options='-c TimeZone=Asia/Kolkata -c IntervalStyle=iso_8601 -c bytea_output=escape'"));
    CHECK(synth::verification_report(found) == "plain: equal, 1 000 rows\nrespelled: equal, 1 000 rows\n");
    CHECK(has(synth::verification_text(found), "synth: equal: 2 tables, 2 000 rows in "));
}

TEST_CASE("a PostgreSQL database that was changed is told from one that was not") {
    auto connection = scratch::postgres(shop::postgres_tables);
    if (!connection) {
        return;
    }
    const std::string target = *scratch::postgres_target();
    load_into(shop::described(), target);
    CHECK(synth::verify(shop::described(), shop_in(target)).report.equal());
    connection->query("test",
                      "UPDATE sales.orders SET total = -1 WHERE id = (SELECT min(id) FROM sales.orders)");
    const synth::verification found = synth::verify(shop::described(), shop_in(target));
    CHECK(found.report.differences() == 1);
    CHECK(found.report.tables[1].changed == 1);
    CHECK(has(synth::verification_report(found), "): total is -1.00, not "));
    CHECK(
        has(synth::verification_error(found).what(), " is not what the plan makes: 1 difference in 1 table"));
    CHECK_FALSE(has(synth::verification_error(found).what(), "--seed"));
    CHECK(has(synth::verification_json(found), R"("equal":false,"rows":1300,"differences":1,)"));
    synth::verify_command_options other = shop_in(target);
    other.plan.tables = {"customer", "line"};
    CHECK(synth::verify(shop::described(), other).report.equal());
}

TEST_CASE("an SQLite database is compared too, and another seed is told as such") {
    const scratch::folder where;
    const std::string path = scratch::sqlite(where, shop::sqlite_tables);
    const synth::verification empty = synth::verify(shop::described(), shop_in(path));
    CHECK(empty.report.differences() == 1'300);
    CHECK(has(synth::verification_error(empty).what(), "; the tables are empty: load them first"));
    load_into(shop::described(), path);
    const synth::verification equal = synth::verify(shop::described(), shop_in("sqlite:" + path));
    CHECK(equal.report.equal());
    CHECK(has(synth::verification_json(equal), R"("equal":true,"rows":1300,"differences":0,)"));
    synth::verify_command_options other = shop_in(path);
    other.plan.seed = "7";
    const synth::verification found = synth::verify(shop::described(), other);
    CHECK(has(synth::verification_error(found).what(),
              "; is this the same --seed (here 7), --rows and --now?"));
    other = shop_in(path);
    other.plan.rows = {"line=1k"};
    const synth::verification more = synth::verify(shop::described(), other);
    CHECK(has(synth::verification_report(more), "; the plan makes 1 000 rows, the database has 900\n"));
}

TEST_CASE("what breaks a rule is named, and letters that steer a terminal are not obeyed") {
    const scratch::folder where;
    const std::string path = scratch::sqlite(where, shop::sqlite_tables);
    load_into(shop::described(), path);
    {
        synth::sqlite_connection connection{path};
        connection.execute("test", "PRAGMA foreign_keys = OFF; DELETE FROM customer WHERE id IN (SELECT "
                                   "customer_id FROM orders LIMIT 1);"
                                   "UPDATE orders SET state = char(27) || '[2J' WHERE id = 5");
    }
    const synth::verification found = synth::verify(shop::described(), shop_in(path));
    const std::string text = synth::verification_report(found);
    CHECK(has(text, "customer: 1 difference: 1 missing; the plan makes 100 rows, the database has 99\n"));
    CHECK(has(text, "state is '\\x1b[2J', not "));
    CHECK(has(text, " foreign key (customer_id) to customer\n"));
    CHECK(has(synth::verification_error(found).what(), "2 differences in 2 tables, 1 broken constraint"));
    CHECK(has(synth::verification_json(found), R"x("constraint":"foreign key (customer_id)")x"));
}

TEST_CASE("a seed that nobody knows cannot be compared with") {
    synth::verify_command_options options = shop_in("shop.db");
    options.plan.random = true;
    CHECK_THROWS_WITH_AS(
        static_cast<void>(synth::verify(shop::described(), options)),
        "synth: verify makes the rows again and needs the seed they were made of: give --seed in "
        "place of --random",
        synth::usage_error);
}
