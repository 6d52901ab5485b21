// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_SQLITE_CONNECTION_HPP
#define SYNTH_DATABASE_SQLITE_CONNECTION_HPP

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <synth/database/database_error.hpp>

#include <sqlite3.h>

namespace synth {

/// What to do about an error of SQLite, by its primary code: SQLITE_FULL asks for room on the disk.
[[nodiscard]] inline std::string_view sqlite_remedy(int code) {
    switch (code & 0xff) {
    case SQLITE_CONSTRAINT:
        return unexpressed_rule;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return "another program is writing to the file: wait for it or close it";
    case SQLITE_FULL:
        return "make room on the disk, or load fewer rows with --rows";
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
        return "check the path and that you may write to the file and its folder";
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return "check that this is an SQLite database";
    default:
        return "check the file";
    }
}

/// An SQLite database that exists already, opened for writing; closing it rolls back what is not committed:
/// `sqlite_connection{"shop.db"}`.
class sqlite_connection {
public:
    explicit sqlite_connection(const std::string& path) : connection_(nullptr, &sqlite3_close) {
        sqlite3* opened = nullptr;
        const int code = sqlite3_open_v2(path.c_str(), &opened, SQLITE_OPEN_READWRITE, nullptr);
        connection_.reset(opened);
        if (code != SQLITE_OK) {
            throw failure("cannot open " + path, code);
        }
        sqlite3_extended_result_codes(opened, 1);
        sqlite3_busy_timeout(opened, 5'000);
        execute("cannot read " + path, "PRAGMA schema_version"); // notices a file of another kind
    }

    /// Runs statements that return no rows; the words of an error begin with `while_doing`.
    void execute(const std::string& while_doing, const std::string& sql) {
        if (const int code = sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr);
            code != SQLITE_OK) {
            throw failure(while_doing, code);
        }
    }

    [[nodiscard]] database_error failure(const std::string& while_doing, int code) const {
        const char* text = connection_ ? sqlite3_errmsg(connection_.get()) : sqlite3_errstr(code);
        return database_error{while_doing + ": " + text + "; " + std::string{sqlite_remedy(code)}};
    }

    [[nodiscard]] sqlite3* get() const { return connection_.get(); }

private:
    std::unique_ptr<sqlite3, decltype(&sqlite3_close)> connection_;
};

/// A prepared statement: bind parameters from 1 on, then `step`.
class sqlite_statement {
public:
    sqlite_statement(sqlite_connection& connection, std::string while_doing, const std::string& sql)
        : connection_(connection), while_doing_(std::move(while_doing)),
          statement_(nullptr, &sqlite3_finalize) {
        sqlite3_stmt* prepared = nullptr;
        check(sqlite3_prepare_v2(connection.get(), sql.c_str(), static_cast<int>(sql.size()), &prepared,
                                 nullptr));
        statement_.reset(prepared);
    }

    void bind_null(int index) { check(sqlite3_bind_null(statement_.get(), index)); }
    void bind(int index, std::int64_t value) { check(sqlite3_bind_int64(statement_.get(), index, value)); }
    void bind(int index, double value) { check(sqlite3_bind_double(statement_.get(), index, value)); }

    // A null pointer would bind NULL, so empty values point somewhere.
    void bind(int index, std::string_view text) {
        check(sqlite3_bind_text64(statement_.get(), index, text.empty() ? "" : text.data(), text.size(),
                                  SQLITE_TRANSIENT, SQLITE_UTF8));
    }
    void bind(int index, std::span<const std::byte> blob) {
        const void* data = blob.empty() ? static_cast<const void*>("") : blob.data();
        check(sqlite3_bind_blob64(statement_.get(), index, data, blob.size(), SQLITE_TRANSIENT));
    }

    /// True while there is a row to read.
    bool step() {
        const int code = sqlite3_step(statement_.get());
        if (code != SQLITE_ROW && code != SQLITE_DONE) {
            throw connection_.failure(while_doing_, code);
        }
        return code == SQLITE_ROW;
    }

    /// Runs the statement for its effect, and makes it ready for the next row.
    void run() {
        step();
        changed_ += static_cast<std::uint64_t>(sqlite3_changes(connection_.get()));
        sqlite3_reset(statement_.get());
    }

    /// How many rows all runs have changed, without what triggers did: one may have ignored a row.
    [[nodiscard]] std::uint64_t changed() const { return changed_; }

    [[nodiscard]] std::int64_t number(int column) const {
        return sqlite3_column_int64(statement_.get(), column);
    }
    [[nodiscard]] bool is_null(int column) const {
        return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
    }
    [[nodiscard]] std::string text(int column) const {
        const auto* letters = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
        const int size = sqlite3_column_bytes(statement_.get(), column);
        return letters == nullptr ? std::string{} : std::string(letters, static_cast<std::size_t>(size));
    }

private:
    void check(int code) const {
        if (code != SQLITE_OK) {
            throw connection_.failure(while_doing_, code);
        }
    }

    sqlite_connection& connection_;
    std::string while_doing_;
    std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement_;
    std::uint64_t changed_ = 0;
};

/// A transaction that takes the write lock at once and rolls back unless `commit` is called.
class sqlite_transaction {
public:
    explicit sqlite_transaction(sqlite_connection& connection) : connection_(connection) {
        connection_.execute("cannot begin to write", "BEGIN IMMEDIATE");
    }
    sqlite_transaction(const sqlite_transaction&) = delete;
    sqlite_transaction& operator=(const sqlite_transaction&) = delete;
    ~sqlite_transaction() {
        if (!committed_) {
            sqlite3_exec(connection_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
        }
    }

    void commit(const std::string& while_doing) {
        connection_.execute(while_doing, "COMMIT");
        committed_ = true;
    }

private:
    sqlite_connection& connection_;
    bool committed_ = false;
};

} // namespace synth

#endif
