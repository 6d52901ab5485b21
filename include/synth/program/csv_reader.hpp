// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_CSV_READER_HPP
#define SYNTH_PROGRAM_CSV_READER_HPP

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <synth/program/usage_error.hpp>

namespace synth {

/// The rows of a CSV file after RFC 4180, one at a time: lines end with "\r\n" or "\n", an empty cell is
/// NULL, an empty text is `""`. Throws usage_error with the line where the file is no such thing; a cell has
/// a megabyte at most, so that no file takes the machine's memory.
class csv_reader {
public:
    using cells = std::vector<std::optional<std::string>>;

    /// `shown` begins the messages: "--existing country=country.csv".
    csv_reader(const std::string& path, std::string shown)
        : shown_(std::move(shown)), file_(std::fopen(path.c_str(), "rb"), &std::fclose) {
        if (!file_) {
            throw usage_error{shown_ + ": cannot open the file: " + reason()};
        }
        constexpr std::string_view mark{"\xEF\xBB\xBF"}; // of UTF-8, which some programs write
        if (peek() != end && std::string_view{buffer_.data(), size_}.starts_with(mark)) {
            at_ = mark.size();
        }
    }

    /// Reads the next row; false behind the last one.
    bool next(cells& row) {
        row.clear();
        if (peek() == end) {
            return false;
        }
        ++line_;
        row_line_ = line_;
        while (true) {
            row.push_back(peek() == '"' ? quoted() : plain());
            const int letter = get();
            if (letter == '\r' && peek() == '\n') {
                get();
                return true;
            }
            if (letter == '\n' || letter == end) {
                return true;
            }
            if (letter == '\r') {
                throw refusal("a line must end with LF or CR LF; write a lone CR within quotes");
            }
            if (letter != ',') {
                throw refusal("a quoted cell must end with its quote");
            }
        }
    }

    /// What is wrong with the row that was read last.
    [[nodiscard]] usage_error refusal(const std::string& what) const {
        return usage_error{shown_ + ": line " + std::to_string(row_line_) + ": " + what};
    }

private:
    static constexpr int end = -1;
    static constexpr std::size_t longest = std::size_t{1} << 20U;

    std::string quoted() {
        std::string text;
        get();
        while (true) {
            const int letter = get();
            if (letter == end) {
                throw refusal("a quote is never closed");
            }
            if (letter == '"' && peek() != '"') {
                return text;
            }
            if (letter == '"') {
                get();
            }
            line_ += letter == '\n' ? 1U : 0U;
            add(text, letter);
        }
    }

    std::optional<std::string> plain() {
        std::string text;
        while (peek() != ',' && peek() != '\n' && peek() != '\r' && peek() != end) {
            if (peek() == '"') {
                throw refusal("a quote within a cell that does not begin with one; write the cell in quotes "
                              "and the quote twice");
            }
            add(text, get());
        }
        return text.empty() ? std::nullopt : std::optional{std::move(text)};
    }

    void add(std::string& text, int letter) const {
        if (letter == 0 || text.size() == longest) {
            throw refusal(letter == 0 ? "a byte that is 0; is this a text file?"
                                      : "a cell is longer than a megabyte; is a quote not closed?");
        }
        text += static_cast<char>(static_cast<unsigned char>(letter));
    }

    int peek() {
        if (at_ == size_) {
            at_ = 0;
            size_ = std::fread(buffer_.data(), 1, buffer_.size(), file_.get());
            if (size_ == 0 && std::ferror(file_.get()) != 0) {
                throw usage_error{shown_ + ": cannot read the file: " + reason()};
            }
        }
        return size_ == 0 ? end : static_cast<unsigned char>(buffer_[at_]);
    }
    int get() {
        const int letter = peek();
        at_ += letter == end ? 0U : 1U;
        return letter;
    }

    [[nodiscard]] static std::string reason() {
        return std::strerror(errno); // NOLINT(concurrency-mt-unsafe)
    }

    std::string shown_;
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
    std::array<char, 65'536> buffer_{};
    std::size_t at_{};
    std::size_t size_{};
    std::uint64_t line_{};
    std::uint64_t row_line_{};
};

} // namespace synth

#endif
