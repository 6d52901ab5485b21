// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/postgres_existing.hpp>

#include "scratch.hpp"
#include "wanted.hpp"

namespace {

constexpr const char* tables =
    "CREATE SCHEMA sales; CREATE TABLE sales.\"we\"\"ird, \" (\"a b\" text, moment timestamptz, code "
    "char(3), other "
    "bytea);"
    "INSERT INTO sales.\"we\"\"ird, \" VALUES (E'x\\ty\\\\N', '2025-01-01 12:00+05', 'a', '\\x00ff'), (NULL, "
    "NULL, "
    "'', NULL);"
    "CREATE TABLE heir () INHERITS (sales.\"we\"\"ird, \"); INSERT INTO heir VALUES ('mine');"
    "CREATE VIEW seen AS SELECT \"a b\" FROM sales.\"we\"\"ird, \";"
    "CREATE TABLE parted (id int) PARTITION BY LIST (id); CREATE TABLE part_1 PARTITION OF parted FOR VALUES "
    "IN (1);"
    "INSERT INTO parted VALUES (1)";

std::string refused(synth::postgres_connection& connection, const synth::existing_request& request) {
    const std::vector<synth::existing_request> requests{request};
    return scratch::thrown_by([&] { static_cast<void>(synth::read_existing(connection, requests)); });
}

} // namespace

TEST_CASE("PostgreSQL shows its keys as texts in one spelling, without the rows of heirs") {
    auto connection = scratch::postgres(tables);
    if (!connection) {
        return;
    }
    connection->query("test", "SET TimeZone = 'Asia/Tokyo'");
    const std::vector<synth::existing_request> requests{
        wanted("sales", "we\"ird, ", {"a b", "moment", "code", "other"}), wanted("", "seen", {"a b"}),
        wanted("", "parted", {"id"})};
    const auto all = synth::read_existing(*connection, requests);
    REQUIRE(all.size() == 3);
    REQUIRE(all[0].rows() == 2);
    CHECK(all[0].cell(0, 0) == "x\ty\\N");
    CHECK(all[0].cell(0, 1) == "2025-01-01 07:00:00+00");
    CHECK(all[0].cell(0, 2) == "a  ");
    CHECK(all[0].cell(0, 3) == "\\x00ff");
    CHECK_FALSE(all[0].cell(1, 0).has_value());
    CHECK(all[1].rows() == 3);
    CHECK(all[2].rows() == 1);
    CHECK(scratch::cell(*connection, "SHOW TimeZone") == "Asia/Tokyo"); // the session is as it was
}

TEST_CASE("what is not there or may not be read is named") {
    auto connection = scratch::postgres(
        std::string{tables} + "; CREATE TABLE secret (id int); ALTER TABLE secret ENABLE ROW LEVEL SECURITY;"
                              "DROP ROLE IF EXISTS existing_reader; CREATE ROLE existing_reader;"
                              "GRANT USAGE ON SCHEMA public TO existing_reader;"
                              "GRANT SELECT ON secret TO existing_reader");
    if (!connection) {
        return;
    }
    CHECK(scratch::has(refused(*connection, wanted("", "Seen", {"a b"})), "has no table Seen"));
    CHECK(
        scratch::has(refused(*connection, wanted("", "seen", {"a_b"})), "seen has no column a_b, but a b; "));
    connection->query("test", "SET ROLE existing_reader");
    CHECK(refused(*connection, wanted("", "seen", {"a b"})) ==
          "synth: role existing_reader may not SELECT on seen; grant it, or connect as the table's owner");
    CHECK(scratch::has(refused(*connection, wanted("", "secret", {"id"})),
                       "row-level security hides rows of secret"));
    connection->query("test", "RESET ROLE");
    connection->query("test", "DROP OWNED BY existing_reader");
    connection->query("test", "DROP ROLE existing_reader");
}
