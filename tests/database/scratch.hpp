// SPDX-License-Identifier: BSL-1.0
// Databases that the tests may fill and spoil.
#ifndef SYNTH_TESTS_DATABASE_SCRATCH_HPP
#define SYNTH_TESTS_DATABASE_SCRATCH_HPP

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <synth/database/load_report.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/sqlite_connection.hpp>
#include <synth/database/verify_report.hpp>

#include <unistd.h>

namespace scratch {

/// The conninfo of the test server, which tests/with_postgres sets.
inline std::optional<std::string> postgres_target() {
    const char* target = std::getenv("SYNTH_TEST_POSTGRES"); // NOLINT(concurrency-mt-unsafe)
    if (target == nullptr) {
        MESSAGE("SKIPPED: SYNTH_TEST_POSTGRES is not set; run this under tests/with_postgres");
        return std::nullopt;
    }
    return target;
}

/// An empty PostgreSQL database with the given tables, or nothing where there is no server.
inline std::optional<synth::postgres_connection> postgres(const std::string& sql) {
    const std::optional<std::string> target = postgres_target();
    if (!target) {
        return std::nullopt;
    }
    synth::postgres_connection connection{*target};
    PGresult* result = PQexec(
        connection.get(),
        ("DROP SCHEMA IF EXISTS sales CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public; " + sql)
            .c_str());
    const bool done = PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK;
    REQUIRE_MESSAGE(done, std::string{PQresultErrorMessage(result)});
    PQclear(result);
    return connection;
}

/// The first cell of a query's answer.
inline std::string cell(synth::postgres_connection& connection, const std::string& sql) {
    return std::string{connection.query("test", sql).text(0, 0)};
}

inline std::string cell(synth::sqlite_connection& connection, const std::string& sql) {
    synth::sqlite_statement statement{connection, "test", sql};
    return statement.step() ? statement.text(0) : std::string{"no row"};
}

/// What the server calls a table inside.
inline std::string oid_of(synth::postgres_connection& connection, const std::string& table) {
    return cell(connection, "SELECT '" + table + "'::regclass::oid");
}

/// A folder that goes with the object.
class folder {
public:
    folder() {
        std::string name = (std::filesystem::temp_directory_path() / "synth-test-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
    }
    folder(const folder&) = delete;
    folder& operator=(const folder&) = delete;
    ~folder() { std::filesystem::remove_all(path); }

    std::filesystem::path path;
};

/// A new SQLite database with the given tables.
inline std::string sqlite(const folder& where, const std::string& sql) {
    const std::string path = (where.path / "test.db").string();
    sqlite3* database = nullptr;
    REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
    REQUIRE_MESSAGE(sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK,
                    sqlite3_errmsg(database));
    sqlite3_close(database);
    return path;
}

/// What a function throws, as text; empty when it returns.
template<typename Function>
std::string thrown_by(Function&& function) {
    try {
        function();
    } catch (const std::exception& error) {
        return error.what();
    }
    return {};
}

/// What a comparison tells of a database, a line each: its first differences and the rules that rows break.
inline std::string told_by(const synth::verify_report& report) {
    std::string told;
    for (const synth::table_verdict& table : report.tables) {
        for (const std::string& each : table.differences) {
            told += each + "\n";
        }
    }
    for (const synth::broken_rule& each : report.broken) {
        told += each.text + "\n";
    }
    CHECK(report.equal() == told.empty());
    return told;
}

/// Loads over several connections.
inline synth::load_options over(unsigned connections) {
    synth::load_options options;
    options.connections = connections;
    return options;
}

inline bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace scratch

#endif
