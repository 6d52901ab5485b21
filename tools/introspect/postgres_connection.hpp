// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_POSTGRES_CONNECTION_HPP
#define SYNTH_INTROSPECT_POSTGRES_CONNECTION_HPP

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <libpq-fe.h>

namespace synth::introspect {

/// The rows of one query as text.
class postgres_result {
public:
    explicit postgres_result(PGresult* raw) : raw_(raw, PQclear) {}

    [[nodiscard]] int size() const { return PQntuples(raw_.get()); }
    [[nodiscard]] std::string text(int row, int column) const { return PQgetvalue(raw_.get(), row, column); }
    [[nodiscard]] bool null(int row, int column) const { return PQgetisnull(raw_.get(), row, column) != 0; }
    [[nodiscard]] bool yes(int row, int column) const { return text(row, column) == "t"; }
    [[nodiscard]] int number(int row, int column) const;
    [[nodiscard]] std::vector<int> numbers(int row, int column) const; ///< separated by spaces or commas

private:
    std::unique_ptr<PGresult, decltype(&PQclear)> raw_;
};

/// A connection inside one repeatable-read, read-only transaction in which names are printed with their
/// schema. Its errors are `failure`s that say what to do and never hold the password.
class postgres_connection {
public:
    explicit postgres_connection(const std::string& conninfo);

    [[nodiscard]] postgres_result query(const char* sql, std::optional<std::string> parameter = {}) const;
    [[nodiscard]] int version() const { return PQserverVersion(raw_.get()); }

private:
    [[noreturn]] void explain_refusal() const;

    std::unique_ptr<PGconn, decltype(&PQfinish)> raw_;
};

/// The text of a PostgreSQL array with these elements: `{"a","b\"c"}`.
[[nodiscard]] std::string array_text(const std::vector<std::string>& elements);

} // namespace synth::introspect

#endif
