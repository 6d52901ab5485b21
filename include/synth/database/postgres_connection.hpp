// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_CONNECTION_HPP
#define SYNTH_DATABASE_POSTGRES_CONNECTION_HPP

#include <array>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <synth/database/database_error.hpp>
#include <synth/database/postgres_error.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/redacted.hpp>

#include <libpq-fe.h>

namespace synth {
namespace detail {

[[nodiscard]] inline std::string_view connection_remedy(std::string_view text) {
    if (text.find("too many c") != std::string_view::npos || // clients, connections for a role or database
        text.find("connection slots") != std::string_view::npos) {
        return "use fewer --connections, or raise max_connections or the limit of the role or database";
    }
    if (text.find("password") != std::string_view::npos) {
        return "give the password by PGPASSWORD or ~/.pgpass, or in the URL (percent-encoded)";
    }
    if (text.find("does not exist") != std::string_view::npos) {
        return "check the name, or create it first";
    }
    if (text.find("pg_hba.conf") != std::string_view::npos) {
        return "let the server's pg_hba.conf accept this user and address";
    }
    return "check host, port and that the server runs";
}

} // namespace detail

/// A session with PostgreSQL; closing it rolls back what is not committed. The target is a URL or a conninfo,
/// and the PG* environment variables and ~/.pgpass fill in the rest:
/// `postgres_connection{"postgresql:///shop"}`.
class postgres_connection {
public:
    explicit postgres_connection(const std::string& target)
        : shown_(redacted(target)), connection_(nullptr, &PQfinish) {
        if (has_unclear_secret(target)) {
            throw database_error{
                "cannot read the PostgreSQL target " + shown_ +
                ": its user or password holds a character that ends it; write @ as %40, / as "
                "%2F, ? as %3F"};
        }
        char* reason = nullptr;
        PQconninfoOption* options = PQconninfoParse(target.c_str(), &reason);
        const std::string why = reason == nullptr ? std::string{} : detail::one_line(reason);
        PQfreemem(reason);
        if (options == nullptr) {
            // libpq quotes what it does not understand, and that may be the password.
            throw database_error{
                "cannot read the PostgreSQL target " + shown_ +
                (shown_ == target ? ": " + why : std::string{}) +
                "; write postgresql://user:password@host:port/database with special characters "
                "percent-encoded, or \"host=... dbname=...\""};
        }
        PQconninfoFree(options);
        // Of two equal keywords the last wins: the target may set a timeout, but not the encoding.
        const bool timeout = std::getenv("PGCONNECT_TIMEOUT") == nullptr; // NOLINT(concurrency-mt-unsafe)
        const std::array<const char*, 5> words{"fallback_application_name",
                                               timeout ? "connect_timeout" : "dbname", "dbname",
                                               "client_encoding", nullptr};
        const std::array<const char*, 5> values{"synth", timeout ? "15" : target.c_str(), target.c_str(),
                                                "UTF8", nullptr};
        connection_.reset(PQconnectdbParams(words.data(), values.data(), 1));
        if (PQstatus(connection_.get()) != CONNECTION_OK) {
            const std::string text = detail::one_line(PQerrorMessage(connection_.get()));
            throw database_error{"cannot reach " + shown_ + ": " + text + "; " +
                                 std::string{detail::connection_remedy(text)}};
        }
        PQsetNoticeProcessor(connection_.get(), [](void*, const char*) {}, nullptr);
    }

    /// Runs one statement with parameters $1, $2, ... and returns its rows. The words of an error begin with
    /// `while_doing`: "cannot load orders".
    postgres_result query(const std::string& while_doing, const std::string& sql,
                          const std::vector<std::string>& parameters = {}) {
        std::vector<const char*> values;
        values.reserve(parameters.size());
        for (const std::string& each : parameters) {
            values.push_back(each.c_str());
        }
        postgres_result result{PQexecParams(connection_.get(), sql.c_str(), static_cast<int>(values.size()),
                                            nullptr, values.data(), nullptr, nullptr, 0)};
        const ExecStatusType status = result.status();
        if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && status != PGRES_COPY_IN) {
            throw postgres_error(while_doing, result, connection_.get());
        }
        return result;
    }

    /// The target without its password.
    [[nodiscard]] const std::string& shown() const { return shown_; }
    [[nodiscard]] PGconn* get() const { return connection_.get(); }

private:
    std::string shown_;
    std::unique_ptr<PGconn, decltype(&PQfinish)> connection_;
};

/// What opens one more session like this one, its password included: for no message.
[[nodiscard]] inline std::string conninfo_of(const postgres_connection& connection) {
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options{PQconninfo(connection.get()),
                                                                               &PQconninfoFree};
    std::string conninfo;
    for (const PQconninfoOption* each = options.get(); each != nullptr && each->keyword != nullptr; ++each) {
        if (each->val == nullptr || *each->val == '\0') {
            continue;
        }
        conninfo += std::string{each->keyword} + "='";
        for (const char letter : std::string_view{each->val}) {
            conninfo += letter == '\'' || letter == '\\' ? "\\" : "";
            conninfo += letter;
        }
        conninfo += "' ";
    }
    return conninfo;
}

/// A transaction that rolls back unless `commit` is called.
class postgres_transaction {
public:
    explicit postgres_transaction(postgres_connection& connection) : connection_(connection) {
        connection_.query("cannot begin", "BEGIN");
    }
    postgres_transaction(const postgres_transaction&) = delete;
    postgres_transaction& operator=(const postgres_transaction&) = delete;
    ~postgres_transaction() {
        if (!committed_) {
            PQclear(PQexec(connection_.get(), "ROLLBACK"));
        }
    }

    /// Deferred constraints speak up here.
    void commit(const std::string& while_doing) {
        connection_.query(while_doing, "COMMIT");
        committed_ = true;
    }

private:
    postgres_connection& connection_;
    bool committed_ = false;
};

} // namespace synth

#endif
