// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_ROW_RANGE_HPP
#define SYNTH_DATASET_ROW_RANGE_HPP

#include <compare>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string> // and the tags of iterators, for a tenth of the time of <iterator>
#include <string_view>

#include <synth/dataset/row_frame.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

[[noreturn]] inline void refuse_row(std::string_view table, std::uint64_t row, std::uint64_t size) {
    std::string text{"synth: "};
    text.append(table).append(": there is no row ").append(std::to_string(row));
    text.append(" among ").append(std::to_string(size));
    throw std::out_of_range{text + "; rows are counted from 0, ask for one below the size or plan more"};
}

// Where a number comes from a user; rows that are walked have their numbers from the table itself.
inline void require_row(std::string_view table, std::uint64_t row, std::uint64_t size) {
    if (row >= size) [[unlikely]] {
        refuse_row(table, row, size);
    }
}

} // namespace detail

/// The rows [first, last) of a table as a random-access range; rows are made when they are looked at and not
/// kept. The dataset must outlive it. Its operator[] throws std::out_of_range behind the last row; an
/// iterator checks nothing, like a pointer.
template<typename Dataset, typename Row>
class row_range {
    using schema_type = typename Dataset::schema_type;
    static constexpr schema_index table = schema_type::template index_or_none<Row>();

    static Row make(const Dataset& data, std::uint64_t number) {
        row_frame<schema_type, table> frame;
        return data.template row<std::size_t{table}>(frame, number);
    }

public:
    class iterator {
    public:
        using value_type = Row;
        using difference_type = std::int64_t;
        using reference = Row;
        using iterator_concept = std::random_access_iterator_tag;
        using iterator_category = std::input_iterator_tag; // rows are values, not references

        iterator() = default;
        iterator(const Dataset* data, std::uint64_t number) : data_(data), number_(number) {}

        [[nodiscard]] Row operator*() const { return make(*data_, number_); }
        [[nodiscard]] Row operator[](difference_type offset) const { return *(*this + offset); }

        iterator& operator++() { return *this += 1; }
        iterator operator++(int) {
            const iterator before = *this;
            ++*this;
            return before;
        }
        iterator& operator--() { return *this -= 1; }
        iterator operator--(int) {
            const iterator before = *this;
            --*this;
            return before;
        }
        iterator& operator+=(difference_type offset) {
            number_ += static_cast<std::uint64_t>(offset);
            return *this;
        }
        iterator& operator-=(difference_type offset) {
            number_ -= static_cast<std::uint64_t>(offset);
            return *this;
        }

        [[nodiscard]] friend iterator operator+(iterator left, difference_type right) {
            return left += right;
        }
        [[nodiscard]] friend iterator operator+(difference_type left, iterator right) {
            return right += left;
        }
        [[nodiscard]] friend iterator operator-(iterator left, difference_type right) {
            return left -= right;
        }
        [[nodiscard]] friend difference_type operator-(const iterator& left, const iterator& right) {
            return static_cast<difference_type>(left.number_ - right.number_);
        }
        [[nodiscard]] friend bool operator==(const iterator& left, const iterator& right) {
            return left.number_ == right.number_;
        }
        [[nodiscard]] friend auto operator<=>(const iterator& left, const iterator& right) {
            return left.number_ <=> right.number_;
        }

    private:
        const Dataset* data_{};
        std::uint64_t number_{};
    };

    row_range(const Dataset& data, std::uint64_t first, std::uint64_t last)
        : data_(&data), first_(first), last_(last) {}

    [[nodiscard]] iterator begin() const { return {data_, first_}; }
    [[nodiscard]] iterator end() const { return {data_, last_}; }
    [[nodiscard]] std::uint64_t size() const { return last_ - first_; }
    [[nodiscard]] Row operator[](std::uint64_t offset) const {
        detail::require_row(catalog_of<schema_type>.tables[table].name, offset, size());
        return make(*data_, first_ + offset);
    }

private:
    const Dataset* data_;
    std::uint64_t first_;
    std::uint64_t last_;
};

} // namespace synth

#endif
