// SPDX-License-Identifier: BSL-1.0
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/program/existing_option.hpp>
#include <synth/program/generate_command.hpp>
#include <synth/program/load_command.hpp>
#include <synth/program/verify_command.hpp>

#include "../database/scratch.hpp"
#include "outside.hpp"
#include "shop.hpp"

using scratch::has;
using scratch::thrown_by;

namespace {

constexpr const char* country_file =
    "name,code,number,rate\r\nx,DE,276,1\r\n,\"\",7,2.5\r\n\"a\nb\",\"we\"\"ird,\n\\N\",9,"
    ".125\r\n";
constexpr const char* tenant_file =
    "the id\n00000000-0000-0000-0000-000000000001\n00000000000000000000000000000002\n";
constexpr const char* city_file = "country,name\nFR,Ulm\nDE,Ulm\nDE,Bonn\n";

std::string file(const scratch::folder& where, const std::string& name, const std::string& text) {
    const std::string path = (where.path / name).string();
    std::ofstream{path, std::ios::binary} << text;
    return path;
}

std::string text_of(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream{path, std::ios::binary}.rdbuf();
    return text.str();
}

std::vector<std::string> files(const scratch::folder& where) {
    return {"coun=try=" + file(where, "country.csv", country_file),
            "sales.te\"nant=" + file(where, "tenant.csv", tenant_file),
            "city=" + file(where, "city.csv", city_file)};
}

synth::command_options with_files(const scratch::folder& where) {
    synth::command_options options;
    options.existing = files(where);
    return options;
}

std::string refused(const synth::command_options& options, const std::string& target = {}) {
    return thrown_by([&] { static_cast<void>(synth::read_existing(outside::described(), options, target)); });
}

synth::load_command_options load_into(const std::string& target) {
    synth::load_command_options options;
    options.target = target;
    options.progress = false;
    return options;
}

// All rows that are made of the keys of a database, as CSV.
std::string generated(const scratch::folder& where, const std::string& name,
                      const synth::command_options& plan, const std::string& part = "1/1") {
    synth::generate_options options;
    options.plan = plan;
    options.progress = false;
    options.part = part;
    options.directory = (where.path / name).string();
    static_cast<void>(synth::generate(outside::described(), options));
    std::string all;
    for (const char* table : {"customer", "line"}) {
        for (const auto& each : std::filesystem::directory_iterator{options.directory}) {
            if (each.path().filename().string().starts_with(table)) {
                all += text_of(each.path());
            }
        }
    }
    return all;
}

// Loads, compares, and loads again over the old rows; the tables that are filled outside stay as they are.
template<typename Connection>
void load_and_verify(Connection& connection, const std::string& target, const std::string& tenant) {
    const auto outside_rows = [&] {
        return scratch::cell(connection, "SELECT count(*) FROM \"coun=try\"") + " " +
               scratch::cell(connection, "SELECT count(*) FROM " + tenant) + " " +
               scratch::cell(connection, "SELECT count(*) FROM city");
    };
    synth::load_command_options options = load_into(target);
    options.dry_run = true;
    const std::string dry = synth::dry_run_text(synth::load(outside::described(), options));
    CHECK(has(dry, "synth: coun=try is filled outside: 3 rows, digest "));
    CHECK(has(dry, "te\"nant is filled outside: 2 rows, digest "));
    CHECK(scratch::cell(connection, "SELECT count(*) FROM customer") == "0");
    options.dry_run = false;
    const synth::summary done = synth::load(outside::described(), options);
    CHECK(done.rows() == 120);
    CHECK(done.existing.size() == 3);
    CHECK(has(synth::summary_json(done), R"("existing":[{"name":"coun=try","rows":3,"digest":")"));
    CHECK(scratch::cell(connection,
                        "SELECT count(*) FROM customer c JOIN \"coun=try\" p ON p.code = c.home AND "
                        "p.rate = c.rate") == "50");
    CHECK(scratch::cell(connection, "SELECT count(DISTINCT home) FROM customer") == "3");
    synth::verify_command_options verify;
    verify.target = target;
    verify.progress = false;
    const synth::verification found = synth::verify(outside::described(), verify);
    CHECK(synth::verification_report(found) == "customer: equal, 50 rows\nline: equal, 70 rows\n");
    options.truncate = true;
    CHECK(synth::load(outside::described(), options).rows() == 120);
    CHECK(outside_rows() == "3 2 3");
    // What refers to other keys than those of the load is not what was loaded.
    connection.execute("test", "INSERT INTO \"coun=try\" VALUES ('AT', 40, 1, '')");
    const synth::verification changed = synth::verify(outside::described(), verify);
    CHECK_FALSE(changed.report.equal());
    CHECK(
        has(synth::verification_error(changed).what(), " Has coun=try still the rows of the load (digest "));
}

struct postgres : synth::postgres_connection {
    using synth::postgres_connection::postgres_connection;
    void execute(const std::string& doing, const std::string& sql) { query(doing, sql); }
};

} // namespace

TEST_CASE("PostgreSQL: rows refer to the keys that are there, which nobody touches") {
    if (!scratch::postgres(outside::postgres_tables)) {
        return;
    }
    postgres connection{*scratch::postgres_target()};
    load_and_verify(connection, *scratch::postgres_target(), "sales.\"te\"\"nant\"");
}

TEST_CASE("SQLite: rows refer to the keys that are there, which nobody touches") {
    const scratch::folder where;
    const std::string path = scratch::sqlite(where, outside::sqlite_tables);
    synth::sqlite_connection connection{path};
    load_and_verify(connection, path, "\"te\"\"nant\"");
}

TEST_CASE("files and databases with the same keys give the same bytes, and parts concatenate") {
    const scratch::folder where;
    const std::string path = scratch::sqlite(where, outside::sqlite_tables);
    const std::string of_files = generated(where, "files", with_files(where));
    synth::command_options from;
    from.existing_from = path;
    CHECK(generated(where, "sqlite", from) == of_files);
    CHECK(has(of_files, "we\"\"ird,\n\\N"));
    if (scratch::postgres(outside::postgres_tables)) {
        from.existing_from = *scratch::postgres_target();
        CHECK(generated(where, "postgres", from) == of_files);
    }
    synth::command_options customers = with_files(where);
    customers.tables = {"customer"};
    const std::string whole = generated(where, "whole", customers);
    CHECK(generated(where, "first", customers, "1/2") + generated(where, "second", customers, "2/2") ==
          whole);
}

TEST_CASE("only what is needed is read, and a file comes before a database") {
    const scratch::folder where;
    synth::command_options options = with_files(where);
    CHECK(synth::read_existing(outside::described(), options).size() == 3);
    options.tables = {"line"};
    CHECK(synth::read_existing(outside::described(), options).size() == 2);
    const std::string path = scratch::sqlite(where, outside::sqlite_tables);
    options = {};
    options.existing = {"city=" + file(where, "one.csv", "country,name\nXX,Here\n")};
    const std::vector<synth::existing_texts> read = synth::read_existing(outside::described(), options, path);
    REQUIRE(read.size() == 3);
    CHECK(read[0].cell(0, 0) == "XX");
    CHECK(read[1].rows() == 3);
    CHECK(synth::read_existing(shop::described(), {}, "nowhere.db").empty()); // nothing is opened
}

TEST_CASE("keys that nobody gives, or twice, are asked for by name") {
    const scratch::folder where;
    CHECK(refused({}) ==
          "synth: coun=try is filled outside, and rows refer to it: give its keys by --existing "
          "coun=try=FILE.csv, or a database that has them by --existing-from");
    synth::command_options options = with_files(where);
    options.existing.push_back(options.existing.front());
    CHECK(has(refused(options), ": the keys of coun=try are given twice"));
    options.existing = {"city"};
    CHECK(refused(options) ==
          "synth: --existing city: write a table and the CSV file with its keys, TABLE=FILE");
    options.existing = {"=x.csv"};
    CHECK(has(refused(options), "write a table"));
    options.existing = {"customer=x.csv"};
    CHECK(refused(options) == "synth: --existing customer=x.csv: synth fills customer; leave the option out");
    options.existing = {"ctiy=x.csv"};
    CHECK(refused(options) == "synth: --existing: there is no table ctiy; did you mean city?");
    options.existing = {};
    options.existing_from = "no://thing";
    CHECK(has(refused(options), "cannot open no://thing"));
}

TEST_CASE("a table without rows stops the load with its name and the remedy") {
    const scratch::folder where;
    const std::string path = scratch::sqlite(where, outside::sqlite_tables);
    synth::sqlite_connection connection{path};
    connection.execute("test", "DELETE FROM \"te\"\"nant\"");
    CHECK(
        thrown_by([&] { static_cast<void>(synth::load(outside::described(), load_into(path))); }) ==
        "synth: customer(tenant) -> sales.te\"nant: 50 rows need a parent, but the parent has no rows and is "
        "filled "
        "outside; fill it first, or let the reference be NULL");
    CHECK(scratch::cell(connection, "SELECT count(*) FROM customer") == "0");
}

TEST_CASE("tables and columns that are not there are named") {
    const scratch::folder where;
    const std::string path = scratch::sqlite(where, outside::sqlite_tables);
    synth::sqlite_connection connection{path};
    connection.execute("test", "PRAGMA foreign_keys = OFF; ALTER TABLE city RENAME COLUMN name TO name_");
    CHECK(refused({}, path) ==
          "synth: city has no column name, but name_; the database is not the described one: "
          "run synth-introspect again");
}
