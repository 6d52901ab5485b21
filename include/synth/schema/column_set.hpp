// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_COLUMN_SET_HPP
#define SYNTH_SCHEMA_COLUMN_SET_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace synth {

/// A table, a column or a reference of a schema, by its position.
using schema_index = std::uint16_t;

/// "None", where a position may be missing.
inline constexpr schema_index no_index = 0xffff;

/// The columns of a key or a reference, in their order; at most 32, as in PostgreSQL.
class column_set {
public:
    static constexpr std::size_t capacity = 32;

    constexpr column_set() = default;
    constexpr column_set(std::initializer_list<std::size_t> columns) {
        for (const std::size_t column : columns) {
            add(column);
        }
    }

    constexpr void add(std::size_t column) { columns_[size_++] = static_cast<schema_index>(column); }

    [[nodiscard]] constexpr std::size_t size() const { return size_; }
    [[nodiscard]] constexpr bool empty() const { return size_ == 0; }
    [[nodiscard]] constexpr schema_index operator[](std::size_t position) const { return columns_[position]; }
    [[nodiscard]] constexpr const schema_index* begin() const { return columns_.data(); }
    [[nodiscard]] constexpr const schema_index* end() const { return columns_.data() + size_; }

    /// Where a column stands in the set, or `size()`.
    [[nodiscard]] constexpr std::size_t position(std::size_t column) const {
        std::size_t found = 0;
        while (found < size_ && columns_[found] != column) {
            ++found;
        }
        return found;
    }

    [[nodiscard]] constexpr bool contains(std::size_t column) const { return position(column) < size_; }

    /// Whether all of these columns, in whatever order, are in the other set.
    [[nodiscard]] constexpr bool within(const column_set& other) const {
        std::size_t inside = 0;
        while (inside < size_ && other.contains(columns_[inside])) {
            ++inside;
        }
        return inside == size_;
    }

    [[nodiscard]] constexpr bool same_columns(const column_set& other) const {
        return size_ == other.size_ && within(other);
    }

    /// The columns that are in both, in the order of this set.
    [[nodiscard]] constexpr column_set shared_with(const column_set& other) const {
        column_set shared;
        for (const schema_index column : *this) {
            if (other.contains(column)) {
                shared.add(column);
            }
        }
        return shared;
    }

private:
    std::array<schema_index, capacity> columns_{};
    std::uint8_t size_ = 0;
};

} // namespace synth

#endif
