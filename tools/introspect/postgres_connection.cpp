// SPDX-License-Identifier: BSL-1.0
#include "postgres_connection.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>

#include <fmt/format.h>

#include <synth/database/redacted.hpp>

#include "failure.hpp"
#include "text.hpp"
#include <poll.h>

namespace synth::introspect {

namespace {

using clock = std::chrono::steady_clock;

std::string option(PGconn* connection, std::string_view keyword) {
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options{PQconninfo(connection),
                                                                               PQconninfoFree};
    for (const PQconninfoOption* each = options.get(); each != nullptr && each->keyword != nullptr; ++each) {
        if (keyword == each->keyword && each->val != nullptr) {
            return each->val;
        }
    }
    return {};
}

// What libpq says about a text it does not understand quotes a piece of that text, which must not be shown.
void refuse_unclear(const std::string& conninfo) {
    if (has_unclear_secret(conninfo)) {
        throw failure(
            "the URL's password or user holds a character that ends it; write @ as %40, / as %2F, ? as %3F");
    }
    char* raw_reason = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parsed{
        PQconninfoParse(conninfo.c_str(), &raw_reason), PQconninfoFree};
    const std::unique_ptr<char, decltype(&PQfreemem)> reason{raw_reason, PQfreemem};
    if (parsed == nullptr) {
        const std::string_view text = conninfo;
        const bool secret =
            text.find('@') != std::string_view::npos || text.find("password") != std::string_view::npos;
        throw failure(
            fmt::format("the connection text is not understood{}; write "
                        "postgresql://USER@HOST:PORT/DATABASE or \"host=HOST dbname=DATABASE\", and the "
                        "password into PGPASSWORD or ~/.pgpass",
                        secret || reason == nullptr ? "" : ": " + one_line(reason.get())));
    }
}

// PQconnectdb would do the same, but its message has the SQLSTATE only if asked between start and end.
PostgresPollingStatusType connect(PGconn* connection) {
    int seconds = 10;
    const std::string wanted = option(connection, "connect_timeout");
    std::from_chars(wanted.data(), wanted.data() + wanted.size(), seconds);
    const clock::time_point deadline = clock::now() + std::chrono::seconds(std::max(seconds, 2));

    PQsetErrorVerbosity(connection, PQERRORS_VERBOSE);
    PostgresPollingStatusType state = PGRES_POLLING_WRITING;
    while (state != PGRES_POLLING_OK && state != PGRES_POLLING_FAILED) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - clock::now());
        const short events = state == PGRES_POLLING_READING ? POLLIN : POLLOUT;
        pollfd socket{.fd = PQsocket(connection), .events = events, .revents = 0};
        if (left.count() <= 0 || poll(&socket, 1, static_cast<int>(left.count())) == 0) {
            throw failure(fmt::format("no answer from {} within {} s; check the host and the port, or give "
                                      "connect_timeout=SECONDS",
                                      one_line(PQhost(connection)), std::max(seconds, 2)));
        }
        state = PQconnectPoll(connection);
    }
    return state;
}

} // namespace

int postgres_result::number(int row, int column) const {
    const std::string value = text(row, column);
    int result = 0;
    std::from_chars(value.data(), value.data() + value.size(), result);
    return result;
}

std::vector<int> postgres_result::numbers(int row, int column) const {
    std::vector<int> result;
    const std::string value = text(row, column);
    const char* const end = value.data() + value.size();
    for (const char* at = value.data(); at != end;) {
        int next = 0;
        const auto parsed = std::from_chars(at, end, next);
        if (parsed.ec == std::errc{}) {
            result.push_back(next);
        }
        at = parsed.ec == std::errc{} ? parsed.ptr : at + 1;
    }
    return result;
}

std::string array_text(const std::vector<std::string>& elements) {
    std::string result = "{";
    for (const std::string& each : elements) {
        result += result.size() > 1 ? ",\"" : "\"";
        for (const char c : each) {
            result += c == '"' || c == '\\' ? "\\" : "";
            result += c;
        }
        result += '"';
    }
    return result + "}";
}

postgres_connection::postgres_connection(const std::string& conninfo) : raw_(nullptr, PQfinish) {
    refuse_unclear(conninfo);
    raw_.reset(PQconnectStart(conninfo.c_str()));
    if (raw_ == nullptr) {
        throw failure("out of memory while connecting");
    }
    if (PQstatus(raw_.get()) == CONNECTION_BAD || connect(raw_.get()) != PGRES_POLLING_OK) {
        explain_refusal();
    }
    constexpr int oldest = 120000;
    if (version() < oldest) {
        throw failure(
            fmt::format("PostgreSQL {} is too old to be read; 12 is the oldest", version() / 10000));
    }
    PQsetErrorVerbosity(raw_.get(), PQERRORS_DEFAULT);
    PQsetClientEncoding(raw_.get(), "UTF8");
    for (const char* sql :
         {"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "SET LOCAL search_path = pg_catalog",
          "SET LOCAL DateStyle = ISO", "SET LOCAL IntervalStyle = postgres", "SET LOCAL TimeZone = UTC",
          "SET LOCAL extra_float_digits = 1", "SET LOCAL bytea_output = hex",
          "SET LOCAL quote_all_identifiers = off",
          // a table that another session has locked is an error after a while, never a wait without a word
          "SELECT set_config('lock_timeout', '30s', true) WHERE current_setting('lock_timeout') = '0'"}) {
        static_cast<void>(query(sql)); // the same text of defaults and checks, whatever the role's settings
    }
}

void postgres_connection::explain_refusal() const {
    PGconn* const connection = raw_.get();
    const std::string host = one_line(PQhost(connection) == nullptr ? "" : PQhost(connection));
    const std::string user = one_line(option(connection, "user"));
    const std::string database = one_line(option(connection, "dbname"));
    std::string message = one_line(PQerrorMessage(connection));
    for (const char* secret : {"password", "sslpassword"}) {
        const std::string hidden = option(connection, secret);
        for (std::size_t at = 0; !hidden.empty() && (at = message.find(hidden, at)) != std::string::npos;
             at += 3) {
            message.replace(at, hidden.size(), "***");
        }
    }
    const auto has = [&](std::string_view part) { return message.find(part) != std::string::npos; };
    if (PQconnectionNeedsPassword(connection) != 0) {
        throw failure(
            fmt::format("{} asks for a password of role {}; set PGPASSWORD or write ~/.pgpass", host, user));
    }
    if (has("28P01")) {
        throw failure(fmt::format("wrong password for role {} at {}; check PGPASSWORD, ~/.pgpass or the URL",
                                  user, host));
    }
    if (has("28000")) {
        throw failure(
            fmt::format("{} does not let role {} in: {}; check the role's name and the server's pg_hba.conf",
                        host, user, message));
    }
    if (has("3D000")) {
        throw failure(
            fmt::format("there is no database {} at {}; `psql -l` lists those that exist", database, host));
    }
    throw failure(
        fmt::format("cannot connect to {}: {}; check that the server runs and the host and port are right",
                    host, message));
}

postgres_result postgres_connection::query(const char* sql, std::optional<std::string> parameter) const {
    const char* values[] = {parameter ? parameter->c_str() : nullptr};
    PGresult* const raw =
        PQexecParams(raw_.get(), sql, parameter ? 1 : 0, nullptr, values, nullptr, nullptr, 0);
    postgres_result result{raw};
    const ExecStatusType status = PQresultStatus(raw);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
        const char* state = PQresultErrorField(raw, PG_DIAG_SQLSTATE);
        const std::string message = one_line(PQresultErrorMessage(raw));
        if (state != nullptr && std::string_view{state} == "42501") {
            throw failure(fmt::format(
                "{}; grant the role SELECT on the tables of pg_catalog, or use another role", message));
        }
        if (state != nullptr && std::string_view{state} == "55P03") { // lock_not_available
            throw failure(
                fmt::format("{}; another session has locked a table: wait for it, or end it", message));
        }
        if (message.find("cache lookup failed") != std::string::npos) {
            throw catalog_changed(fmt::format(
                "{}; the tables were changed while they were read: another load may be at work, wait for it",
                message));
        }
        throw failure(fmt::format("reading pg_catalog failed: {}",
                                  message.empty() ? one_line(PQerrorMessage(raw_.get())) : message));
    }
    return result;
}

} // namespace synth::introspect
