// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_TESTS_INTROSPECT_FIXTURE_HPP
#define SYNTH_TESTS_INTROSPECT_FIXTURE_HPP

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>

#include <doctest/doctest.h>

#include <libpq-fe.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

namespace introspect_test {

[[nodiscard]] inline bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

[[nodiscard]] inline std::string read_file(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

inline void write_file(const std::filesystem::path& path, const std::string& text) {
    std::ofstream{path, std::ios::binary} << text;
}

[[nodiscard]] inline std::string schema_text(const std::string& name) {
    return read_file(std::filesystem::path{SYNTH_INTROSPECT_TESTS} / "schemas" / (name + ".sql"));
}

/// A folder of its own for each test, gone afterwards.
class folder {
public:
    folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "synth-introspect.XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) {
            throw std::runtime_error("no temporary folder");
        }
        path_ = pattern;
    }
    folder(const folder&) = delete;
    folder& operator=(const folder&) = delete;
    ~folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }

    /// A new SQLite file with this schema; its path.
    [[nodiscard]] std::string sqlite(const std::string& sql, const std::string& name = "test.db") const {
        const std::string path = *this / name;
        sqlite3* raw = nullptr;
        REQUIRE(sqlite3_open(path.c_str(), &raw) == SQLITE_OK);
        const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> database{raw, sqlite3_close};
        const int code = sqlite3_exec(raw, sql.c_str(), nullptr, nullptr, nullptr);
        REQUIRE_MESSAGE(code == SQLITE_OK, sqlite3_errmsg(raw));
        return path;
    }

private:
    std::filesystem::path path_;
};

struct outcome {
    int code;
    std::string out, error;
};

[[nodiscard]] inline std::string quoted(const std::string& argument) {
    std::string result = "'";
    for (const char c : argument) {
        result += c == '\'' ? "'\\''" : std::string(1, c);
    }
    return result + "'";
}

/// Runs synth-introspect with these arguments, written as for a shell.
[[nodiscard]] inline outcome run(const std::string& arguments) {
    const folder place;
    const std::string out = place / "out";
    const std::string error = place / "error";
    const std::string command = quoted(SYNTH_INTROSPECT) + " " + arguments + " >" + quoted(out) + " 2>" +
                                quoted(error) + " </dev/null";
    const int status = std::system(command.c_str()); // NOLINT(concurrency-mt-unsafe): one thread
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read_file(out), read_file(error)};
}

/// A database of its own in the server of SYNTH_TEST_POSTGRES.
class postgres {
public:
    explicit postgres(const std::string& sql) : admin_(connect(base())) {
        static int number = 0;
        name_ = "introspect_" + std::to_string(getpid()) + "_" + std::to_string(++number);
        execute(admin_, "CREATE DATABASE " + name_ + " ENCODING 'UTF8' TEMPLATE template0");
        database_ = connect(conninfo());
        if (!sql.empty()) {
            execute(database_, sql);
        }
    }
    postgres(const postgres&) = delete;
    postgres& operator=(const postgres&) = delete;
    ~postgres() {
        PQfinish(database_);
        PQclear(PQexec(admin_, ("DROP DATABASE " + name_ + " WITH (FORCE)").c_str()));
        PQfinish(admin_);
    }

    /// Whether there is a server; says so when there is none.
    [[nodiscard]] static bool available() {
        const bool given = !base().empty();
        if (!given) {
            MESSAGE("SKIPPED: SYNTH_TEST_POSTGRES is not set; run the test under tests/with_postgres");
        }
        return given;
    }

    [[nodiscard]] std::string conninfo(const std::string& more = {}) const {
        return base() + " dbname=" + name_ + " " + more; // the last dbname counts
    }
    void execute(const std::string& sql) const { execute(database_, sql); }
    [[nodiscard]] const std::string& name() const { return name_; }

private:
    [[nodiscard]] static std::string base() {
        const char* given = std::getenv("SYNTH_TEST_POSTGRES"); // NOLINT(concurrency-mt-unsafe): one thread
        return given == nullptr ? "" : given;
    }
    [[nodiscard]] static PGconn* connect(const std::string& conninfo) {
        PGconn* connection = PQconnectdb(conninfo.c_str());
        REQUIRE_MESSAGE(PQstatus(connection) == CONNECTION_OK, PQerrorMessage(connection));
        PQsetNoticeProcessor(connection, [](void*, const char*) {}, nullptr);
        return connection;
    }
    static void execute(PGconn* connection, const std::string& sql) {
        PGresult* result = PQexec(connection, sql.c_str());
        const ExecStatusType status = PQresultStatus(result);
        PQclear(result);
        REQUIRE_MESSAGE((status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK),
                        PQerrorMessage(connection));
    }

    PGconn* admin_;
    PGconn* database_ = nullptr;
    std::string name_;
};

} // namespace introspect_test

#endif
