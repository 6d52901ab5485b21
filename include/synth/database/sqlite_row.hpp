// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_SQLITE_ROW_HPP
#define SYNTH_DATABASE_SQLITE_ROW_HPP

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <synth/core/byte_buffer.hpp>
#include <synth/database/sqlite_connection.hpp>
#include <synth/schema/column_type.hpp>
#include <synth/sink/text_form.hpp>

namespace synth {

/// A format whose rows go into a prepared INSERT instead of bytes: integers, reals and blobs as such, all
/// else in its text form, so that a column's affinity turns decimals into numbers.
class sqlite_row {
public:
    explicit sqlite_row(sqlite_statement& insert) : insert_(&insert) {}

    static constexpr std::size_t row_overhead = 0;
    static constexpr std::size_t separator_bound = 0;
    static constexpr std::size_t null_bound = 0;

    void begin(byte_buffer&, std::span<const std::string_view>) const {}
    void end(byte_buffer&) const {}

    template<column_type Type>
    static constexpr std::size_t fixed_cell_bound = 0;

    template<column_type Type>
    [[nodiscard]] static constexpr std::size_t cell_bound(const view_of<Type>&) {
        return 0;
    }

    char* begin_row(char* out, std::uint16_t) const {
        column_ = 0;
        return out;
    }
    static char* separator(char* out) { return out; }
    char* end_row(char* out) const {
        insert_->run();
        return out;
    }

    char* put_null(char* out) const {
        insert_->bind_null(++column_);
        return out;
    }

    template<column_type Type>
    char* put(char* out, const view_of<Type>& value) const {
        using value_type = value_type_of<Type>;
        ++column_;
        if constexpr (std::integral<value_type>) {
            insert_->bind(column_, static_cast<std::int64_t>(value));
        } else if constexpr (std::floating_point<value_type>) {
            insert_->bind(column_, static_cast<double>(value));
        } else if constexpr (std::same_as<value_type, bytes> ||
                             std::same_as<view_of<Type>, std::string_view>) {
            insert_->bind(column_, value);
        } else if constexpr (labelled_enum<value_type>) {
            insert_->bind(column_, label_of(value));
        } else {
            text_.clear();
            char* text = text_.reserve(text_form<value_type>::bound(value));
            text_.finish(text_form<value_type>::write(text, value));
            insert_->bind(column_, text_.view());
        }
        return out;
    }

private:
    sqlite_statement* insert_;
    mutable byte_buffer text_;
    mutable int column_ = 0;
};

} // namespace synth

#endif
