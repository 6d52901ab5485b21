// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_SQLITE_LINES_HPP
#define SYNTH_DATABASE_SQLITE_LINES_HPP

#include <array>
#include <charconv>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <synth/database/copy_line.hpp>
#include <synth/database/sqlite_connection.hpp>

#include <sqlite3.h>

namespace synth {
namespace detail {

inline void append_real(std::string& line, double value) {
    std::array<char, 32> digits{};
    const char* end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    const std::string_view text{digits.data(), static_cast<std::size_t>(end - digits.data())};
    line += text;
    if (text.find_first_not_of("-0123456789") == std::string_view::npos) {
        line += ".0"; // no integer
    }
}

inline void append_blob(std::string& line, std::string_view bytes) {
    constexpr std::string_view digits{"0123456789abcdef"};
    line += "x'";
    for (const char byte : bytes) {
        line += digits[static_cast<unsigned char>(byte) >> 4U];
        line += digits[static_cast<unsigned char>(byte) & 0xfU];
    }
    line += '\'';
}

} // namespace detail

/// The rows of a query as lines of COPY text that also tell the types of the values: 1, 1.0, '1' and '\x31'
/// are four things to SQLite. Texts and blobs are in quotes.
class sqlite_lines {
public:
    sqlite_lines(sqlite_connection& connection, std::string while_doing, const std::string& query)
        : connection_(connection), while_doing_(std::move(while_doing)) {
        sqlite3_stmt* prepared = nullptr;
        const int code = sqlite3_prepare_v2(connection.get(), query.c_str(), -1, &prepared, nullptr);
        statement_.reset(prepared);
        if (code != SQLITE_OK) {
            throw connection_.failure(while_doing_, code);
        }
    }

    /// Reads the next row into `line`, which holds until the call after; false behind the last one, and then
    /// from the first again.
    bool next(std::string_view& line) {
        const int code = sqlite3_step(statement_.get());
        if (code == SQLITE_DONE) {
            sqlite3_reset(statement_.get());
            return false;
        }
        if (code != SQLITE_ROW) {
            throw connection_.failure(while_doing_, code);
        }
        line_.clear();
        for (int column = 0; column < sqlite3_column_count(statement_.get()); ++column) {
            line_ += column == 0 ? "" : "\t";
            append(column);
        }
        line = line_;
        return true;
    }

private:
    void append(int column) {
        switch (sqlite3_column_type(statement_.get(), column)) {
        case SQLITE_NULL:
            line_ += copy_null;
            break;
        case SQLITE_INTEGER:
            line_ += std::to_string(sqlite3_column_int64(statement_.get(), column));
            break;
        case SQLITE_FLOAT:
            detail::append_real(line_, sqlite3_column_double(statement_.get(), column));
            break;
        case SQLITE_BLOB:
            detail::append_blob(line_, bytes(column, sqlite3_column_blob(statement_.get(), column)));
            break;
        default:
            line_ += '\'';
            append_cell(line_, bytes(column, sqlite3_column_text(statement_.get(), column)));
            line_ += '\'';
        }
    }

    [[nodiscard]] std::string_view bytes(int column, const void* data) const {
        const int size = sqlite3_column_bytes(statement_.get(), column);
        return data == nullptr
                   ? std::string_view{}
                   : std::string_view{static_cast<const char*>(data), static_cast<std::size_t>(size)};
    }

    sqlite_connection& connection_;
    std::string while_doing_;
    std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement_{nullptr, &sqlite3_finalize};
    std::string line_;
};

} // namespace synth

#endif
