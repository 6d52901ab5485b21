// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_COPY_OUT_HPP
#define SYNTH_DATABASE_POSTGRES_COPY_OUT_HPP

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <synth/database/database_error.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_error.hpp>
#include <synth/database/postgres_result.hpp>

#include <libpq-fe.h>

namespace synth {

/// The lines that `COPY (query) TO STDOUT` sends, without their ends, one at a time. Without the end of the
/// lines the destructor cancels the statement.
class postgres_copy_out {
public:
    postgres_copy_out(postgres_connection& connection, std::string while_doing, const std::string& query)
        : connection_(connection), while_doing_(std::move(while_doing)) {
        const postgres_result begun{PQexec(connection_.get(), ("COPY (" + query + ") TO STDOUT").c_str())};
        if (begun.status() != PGRES_COPY_OUT) {
            throw postgres_error(while_doing_, begun, connection_.get());
        }
        open_ = true;
    }
    postgres_copy_out(const postgres_copy_out&) = delete;
    postgres_copy_out& operator=(const postgres_copy_out&) = delete;
    ~postgres_copy_out() {
        if (open_) {
            const std::unique_ptr<PGcancel, decltype(&PQfreeCancel)> cancel{PQgetCancel(connection_.get()),
                                                                            &PQfreeCancel};
            std::array<char, 256> reason{};
            PQcancel(cancel.get(), reason.data(), static_cast<int>(reason.size()));
            drain();
        }
    }

    /// Reads the next line into `line`, which holds until the call after; false behind the last one.
    bool next(std::string_view& line) {
        char* text = nullptr;
        const int size = PQgetCopyData(connection_.get(), &text, 0);
        line_.reset(text);
        if (size > 0) {
            line = {text, static_cast<std::size_t>(size) - 1};
            return true;
        }
        open_ = false;
        const postgres_result ended{PQgetResult(connection_.get())};
        if (size != -1 || ended.status() != PGRES_COMMAND_OK) {
            throw refusal(ended);
        }
        drain();
        return false;
    }

private:
    // The connection is free for other statements afterwards.
    [[nodiscard]] database_error refusal(const postgres_result& ended) {
        database_error error = postgres_error(while_doing_, ended, connection_.get());
        drain();
        return error;
    }

    void drain() {
        for (bool more = true; more;) {
            char* text = nullptr;
            while (PQgetCopyData(connection_.get(), &text, 0) > 0) {
                PQfreemem(text);
            }
            PGresult* rest = PQgetResult(connection_.get());
            more = rest != nullptr && PQstatus(connection_.get()) == CONNECTION_OK;
            PQclear(rest);
        }
    }

    postgres_connection& connection_;
    std::string while_doing_;
    std::unique_ptr<char, decltype(&PQfreemem)> line_{nullptr, &PQfreemem};
    bool open_ = false;
};

} // namespace synth

#endif
