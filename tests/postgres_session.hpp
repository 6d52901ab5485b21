// SPDX-License-Identifier: BSL-1.0
// A session at the test server for the tests of the layers below the database one.
#ifndef SYNTH_TESTS_POSTGRES_SESSION_HPP
#define SYNTH_TESTS_POSTGRES_SESSION_HPP

#include <cstdlib>
#include <memory>
#include <string>

#include <doctest/doctest.h>

#include <libpq-fe.h>

namespace postgres_session {

struct result_deleter {
    void operator()(PGresult* result) const { PQclear(result); }
};
struct connection_deleter {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
using result = std::unique_ptr<PGresult, result_deleter>;
using connection = std::unique_ptr<PGconn, connection_deleter>;

inline result run(const connection& server, const std::string& statement) {
    result answer{PQexec(server.get(), statement.c_str())};
    const ExecStatusType status = PQresultStatus(answer.get());
    REQUIRE_MESSAGE((status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_COPY_IN),
                    statement << ": " << std::string{PQerrorMessage(server.get())});
    return answer;
}

/// Nothing where there is no server.
inline connection connect() {
    const char* where = std::getenv("SYNTH_TEST_POSTGRES");
    if (where == nullptr) {
        MESSAGE("skipped: SYNTH_TEST_POSTGRES is not set");
        return nullptr;
    }
    connection server{PQconnectdb(where)};
    REQUIRE_MESSAGE(PQstatus(server.get()) == CONNECTION_OK, std::string{PQerrorMessage(server.get())});
    return server;
}

} // namespace postgres_session

#endif
