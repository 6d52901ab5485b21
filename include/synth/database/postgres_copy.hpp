// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_COPY_HPP
#define SYNTH_DATABASE_POSTGRES_COPY_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_error.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/table_shape.hpp>

#include <libpq-fe.h>

namespace synth {

/// `copy_statement(orders, true)`: the COPY that takes the rows of a table in the order of its columns.
/// Frozen rows need no VACUUM later; the table must have been emptied in the same transaction.
[[nodiscard]] inline std::string copy_statement(const table_shape& table, bool binary, bool frozen = false) {
    const std::string_view text_form = frozen ? " (FREEZE)" : "";
    const std::string_view binary_form = frozen ? " (FORMAT binary, FREEZE)" : " (FORMAT binary)";
    return "COPY " + identifier(table) + " (" + column_identifiers(table) + ") FROM STDIN" +
           std::string{binary ? binary_form : text_form};
}

/// A running COPY into one table. `put` any bytes, then `finish`; without it the destructor aborts and the
/// server keeps nothing.
class postgres_copy {
public:
    postgres_copy(postgres_connection& connection, const table_shape& table, bool binary)
        : postgres_copy(connection, table, binary, "cannot load " + table.shown()) {}
    postgres_copy(postgres_connection& connection, const table_shape& table, bool binary,
                  std::string while_doing, bool frozen = false)
        : connection_(connection), while_doing_(std::move(while_doing)) {
        connection_.query(while_doing_, copy_statement(table, binary, frozen));
        open_ = true;
    }
    postgres_copy(const postgres_copy&) = delete;
    postgres_copy& operator=(const postgres_copy&) = delete;
    ~postgres_copy() {
        if (open_) {
            PQputCopyEnd(connection_.get(), "synth stopped");
            drain();
        }
    }

    void put(std::string_view data) {
        constexpr std::size_t chunk = 65'536; // libpq copies once more: 8 to 64 kB is its best
        while (!data.empty()) {
            const std::string_view part = data.substr(0, std::min(chunk, data.size()));
            if (PQputCopyData(connection_.get(), part.data(), static_cast<int>(part.size())) != 1) {
                open_ = false;
                throw failure();
            }
            data.remove_prefix(part.size());
        }
    }

    /// Ends the COPY and returns how many rows the server took: a trigger may leave some out. Throws what the
    /// server found wrong with the rows.
    std::uint64_t finish() {
        open_ = false;
        if (PQputCopyEnd(connection_.get(), nullptr) != 1) {
            throw failure();
        }
        const postgres_result result{PQgetResult(connection_.get())};
        if (result.status() != PGRES_COMMAND_OK) {
            throw refusal(result);
        }
        drain();
        return result.changed();
    }

private:
    // The connection broke, or the server ended the COPY: its own words come first.
    [[nodiscard]] database_error failure() {
        const postgres_result result{PQgetResult(connection_.get())};
        return postgres_error(while_doing_, result, connection_.get());
    }

    // The server refused the rows; the connection is free for other statements afterwards.
    [[nodiscard]] database_error refusal(const postgres_result& result) {
        database_error error = postgres_error(while_doing_, result, connection_.get());
        drain();
        return error;
    }

    void drain() {
        while (PGresult* rest = PQgetResult(connection_.get())) {
            const bool copying = PQresultStatus(rest) == PGRES_COPY_IN;
            PQclear(rest);
            if (copying || PQstatus(connection_.get()) != CONNECTION_OK) {
                break; // a dead connection would repeat this for ever
            }
        }
    }

    postgres_connection& connection_;
    std::string while_doing_;
    bool open_ = false;
};

} // namespace synth

#endif
