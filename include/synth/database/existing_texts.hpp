// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_EXISTING_TEXTS_HPP
#define SYNTH_DATABASE_EXISTING_TEXTS_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <synth/database/table_shape.hpp>

namespace synth {

/// What is wanted of a table that is filled outside: its names, and the columns of its keys by their
/// positions in the table. The shape has these columns only, and nothing of them but their names.
struct existing_request {
    std::size_t table{};
    std::vector<std::size_t> columns;
    table_shape shape;
};

/// The rows of a table that is filled outside as somebody showed them: texts in a few columns, all in one
/// buffer, at nine bytes a cell besides the text.
class existing_texts {
public:
    /// The columns by their positions in the table, and where the texts come from, for messages.
    existing_texts(std::size_t table, std::vector<std::size_t> columns, std::string source)
        : table_(table), columns_(std::move(columns)), source_(std::move(source)) {}

    /// The same rows for a schema that has the table at another position.
    [[nodiscard]] existing_texts of_table(std::size_t table) const {
        existing_texts moved = *this;
        moved.table_ = table;
        return moved;
    }

    /// Appends the cells of a row, one after the other.
    void add(std::string_view text) {
        bytes_ += text;
        ends_.push_back(bytes_.size());
        nulls_.push_back(false);
    }
    void add_null() {
        ends_.push_back(bytes_.size());
        nulls_.push_back(true);
    }

    [[nodiscard]] std::size_t table() const { return table_; }
    [[nodiscard]] const std::vector<std::size_t>& columns() const { return columns_; }
    [[nodiscard]] const std::string& source() const { return source_; }
    [[nodiscard]] std::size_t rows() const { return columns_.empty() ? 0 : ends_.size() / columns_.size(); }

    /// The text of a row in the column at a place of `columns()`; nothing for NULL.
    [[nodiscard]] std::optional<std::string_view> cell(std::size_t row, std::size_t place) const {
        const std::size_t index = row * columns_.size() + place;
        if (nulls_[index]) {
            return std::nullopt;
        }
        const std::size_t first = index == 0 ? 0 : ends_[index - 1];
        return std::string_view{bytes_}.substr(first, ends_[index] - first);
    }

private:
    std::size_t table_;
    std::vector<std::size_t> columns_;
    std::string source_;
    std::string bytes_;
    std::vector<std::size_t> ends_;
    std::vector<bool> nulls_;
};

} // namespace synth

#endif
