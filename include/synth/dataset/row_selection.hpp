// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_ROW_SELECTION_HPP
#define SYNTH_DATASET_ROW_SELECTION_HPP

#include <bit>
#include <cstdint>

#include <synth/dataset/ownership.hpp>

namespace synth {

/// The kind of a row, of so many: in turn, so that so many rows in a row have one of each, wherever they
/// begin.
[[nodiscard]] constexpr std::uint64_t kind_of_row(std::uint64_t row, std::uint64_t kinds) {
    return row % kinds;
}

/// The most kinds that are told apart.
inline constexpr std::uint64_t most_kinds = 64;

/// The rows of some kinds, numbered: an index map both ways, so that nothing is searched.
class row_selection {
public:
    /// The selected kinds as bits, at least one.
    constexpr row_selection(std::uint64_t kinds, std::uint64_t selected)
        : kinds_(kinds), selected_(selected),
          each_round_(static_cast<std::uint64_t>(std::popcount(selected))) {}

    [[nodiscard]] constexpr bool contains(std::uint64_t row) const { return takes(kind_of_row(row, kinds_)); }

    /// How many of the rows before this one are selected; of a table the number of its rows that are.
    [[nodiscard]] constexpr std::uint64_t rank(std::uint64_t row) const {
        const std::uint64_t before = (std::uint64_t{1} << row % kinds_) - 1;
        return row / kinds_ * each_round_ + static_cast<std::uint64_t>(std::popcount(selected_ & before));
    }

    /// The row of a rank.
    [[nodiscard]] constexpr std::uint64_t at(std::uint64_t rank) const {
        std::uint64_t kinds = selected_;
        for (std::uint64_t left = rank % each_round_; left > 0; --left) {
            kinds &= kinds - 1; // without the lowest
        }
        return rank / each_round_ * kinds_ + static_cast<std::uint64_t>(std::countr_zero(kinds));
    }

    /// The ranks of a range of rows.
    [[nodiscard]] constexpr owned_range ranks(const owned_range& rows) const {
        return {rows.parent, rank(rows.first), rank(rows.last)};
    }

    /// How many are selected at least of so many rows in a row.
    [[nodiscard]] constexpr std::uint64_t fewest(std::uint64_t rows) const {
        return rows / kinds_ * each_round_;
    }
    /// How many rows in a row have this many among them, whatever the first is.
    [[nodiscard]] constexpr std::uint64_t rows_for(std::uint64_t selected) const {
        return (selected + each_round_ - 1) / each_round_ * kinds_;
    }

private:
    [[nodiscard]] constexpr bool takes(std::uint64_t kind) const { return (selected_ >> kind & 1U) != 0; }

    std::uint64_t kinds_;
    std::uint64_t selected_;
    std::uint64_t each_round_;
};

/// All rows, where a reference takes any: costs nothing.
struct all_rows {
    [[nodiscard]] static constexpr bool contains(std::uint64_t) { return true; }
    [[nodiscard]] static constexpr std::uint64_t rank(std::uint64_t row) { return row; }
    [[nodiscard]] static constexpr std::uint64_t at(std::uint64_t rank) { return rank; }
    [[nodiscard]] static constexpr owned_range ranks(const owned_range& rows) { return rows; }
    [[nodiscard]] static constexpr std::uint64_t fewest(std::uint64_t rows) { return rows; }
    [[nodiscard]] static constexpr std::uint64_t rows_for(std::uint64_t selected) { return selected; }
};

} // namespace synth

#endif
