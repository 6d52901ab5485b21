// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_RESULT_HPP
#define SYNTH_DATABASE_POSTGRES_RESULT_HPP

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include <libpq-fe.h>

namespace synth {

/// The answer of PostgreSQL to one statement: rows of text, freed with the object.
class postgres_result {
public:
    explicit postgres_result(PGresult* result) : result_(result, &PQclear) {}

    [[nodiscard]] int rows() const { return PQntuples(result_.get()); }
    [[nodiscard]] bool is_null(int row, int column) const {
        return PQgetisnull(result_.get(), row, column) != 0;
    }
    [[nodiscard]] std::string_view text(int row, int column) const {
        return {PQgetvalue(result_.get(), row, column),
                static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
    }
    [[nodiscard]] bool flag(int row, int column) const { return text(row, column) == "t"; }

    /// A whole number; 0 for NULL.
    [[nodiscard]] std::int64_t number(int row, int column) const {
        std::int64_t value = 0;
        const std::string_view digits = text(row, column);
        std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return value;
    }

    /// How many rows an INSERT, UPDATE or DELETE changed.
    [[nodiscard]] std::uint64_t changed() const {
        std::uint64_t rows = 0;
        const std::string_view digits{PQcmdTuples(result_.get())};
        std::from_chars(digits.data(), digits.data() + digits.size(), rows);
        return rows;
    }

    /// A field of the server's error report, as PQresultErrorField knows it; empty when there is none.
    [[nodiscard]] std::string_view error_field(int code) const {
        const char* field = PQresultErrorField(result_.get(), code);
        return field == nullptr ? std::string_view{} : std::string_view{field};
    }
    [[nodiscard]] ExecStatusType status() const { return PQresultStatus(result_.get()); }
    [[nodiscard]] const PGresult* get() const { return result_.get(); }

private:
    std::unique_ptr<PGresult, decltype(&PQclear)> result_;
};

} // namespace synth

#endif
