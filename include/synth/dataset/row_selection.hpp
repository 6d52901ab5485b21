// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_ROW_SELECTION_HPP
#define SYNTH_DATASET_ROW_SELECTION_HPP

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include <synth/dataset/ownership.hpp>
#include <synth/schema/key_capacity.hpp>

namespace synth {

/// The kind of a row by a column, of so many: in turn, so that so many rows in a row have one of each,
/// wherever they begin; where other columns have kinds too, each after all combinations of those before it,
/// which are the stride.
[[nodiscard]] constexpr std::uint64_t kind_of_row(std::uint64_t row, std::uint64_t kinds,
                                                  std::uint64_t stride = 1) {
    return row / stride % kinds;
}

/// The kinds of a column that are selected, as bits: at least one of at least one.
struct selected_kinds {
    std::uint64_t kinds{1};
    std::uint64_t selected{~std::uint64_t{0}};

    [[nodiscard]] constexpr std::uint64_t all() const {
        return selected & (kinds == most_kinds ? ~std::uint64_t{0} : (std::uint64_t{1} << kinds) - 1);
    }
    [[nodiscard]] constexpr bool takes(std::uint64_t kind) const { return (selected >> kind & 1U) != 0; }
    [[nodiscard]] constexpr std::uint64_t count() const {
        return static_cast<std::uint64_t>(std::popcount(all()));
    }
    /// How many selected ones are less than a kind.
    [[nodiscard]] constexpr std::uint64_t below(std::uint64_t kind) const {
        return static_cast<std::uint64_t>(std::popcount(selected & ((std::uint64_t{1} << kind) - 1)));
    }
    [[nodiscard]] constexpr std::uint64_t at(std::uint64_t place) const {
        std::uint64_t left = selected;
        for (; place > 0; --place) {
            left &= left - 1; // without the lowest
        }
        return static_cast<std::uint64_t>(std::countr_zero(left));
    }
};

/// Rows of which the same places are selected in every round.
struct selection_rounds {
    std::uint64_t round{1};      ///< rows of one
    std::uint64_t each_round{1}; ///< of them selected, at least one

    /// Whether every row is selected.
    [[nodiscard]] constexpr bool is_all() const { return each_round == round; }
    /// How many are selected at least of so many rows in a row.
    [[nodiscard]] constexpr std::uint64_t fewest(std::uint64_t rows) const {
        return is_all() ? rows : rows / round * each_round;
    }
    /// How many rows in a row have this many among them, whatever the first is.
    [[nodiscard]] constexpr std::uint64_t rows_for(std::uint64_t selected) const {
        return is_all()
                   ? selected
                   : multiply_capacity(selected / each_round + (selected % each_round == 0 ? 0 : 1), round);
    }
};

/// The rows of some kinds by some columns, numbered: an index map both ways, so that nothing is searched. The
/// kinds of a row are the digits of its number, and the selected ones the digits of its rank.
template<std::size_t Columns>
class row_selection : public selection_rounds {
public:
    constexpr explicit row_selection(const std::array<selected_kinds, Columns>& columns) : columns_(columns) {
        for (const selected_kinds& each : columns) {
            round = multiply_capacity(round, each.kinds);
            each_round = multiply_capacity(each_round, each.count());
        }
    }

    [[nodiscard]] constexpr bool contains(std::uint64_t row) const {
        bool taken = true;
        for (const selected_kinds& each : columns_) {
            taken = taken && each.takes(row % each.kinds);
            row /= each.kinds;
        }
        return taken;
    }

    /// How many of the rows before this one are selected; of a table the number of its rows that are.
    [[nodiscard]] constexpr std::uint64_t rank(std::uint64_t row) const {
        std::uint64_t rank = 0;
        std::uint64_t combinations = 1; // of the columns so far
        for (const selected_kinds& each : columns_) {
            const std::uint64_t kind = row % each.kinds;
            rank = each.below(kind) * combinations + (each.takes(kind) ? rank : 0);
            combinations *= each.count();
            row /= each.kinds;
        }
        return row * combinations + rank;
    }

    /// The row of a rank.
    [[nodiscard]] constexpr std::uint64_t at(std::uint64_t rank) const {
        std::uint64_t row = 0;
        std::uint64_t stride = 1;
        for (const selected_kinds& each : columns_) {
            row += each.at(rank % each.count()) * stride;
            rank /= each.count();
            stride *= each.kinds;
        }
        return row + rank * stride;
    }

    /// The ranks of a range of rows.
    [[nodiscard]] constexpr owned_range ranks(const owned_range& rows) const {
        return {rows.parent, rank(rows.first), rank(rows.last)};
    }

private:
    std::array<selected_kinds, Columns> columns_;
};

/// All rows, where a reference takes any: costs nothing.
struct all_rows {
    [[nodiscard]] static constexpr bool contains(std::uint64_t) { return true; }
    [[nodiscard]] static constexpr std::uint64_t rank(std::uint64_t row) { return row; }
    [[nodiscard]] static constexpr std::uint64_t at(std::uint64_t rank) { return rank; }
    [[nodiscard]] static constexpr owned_range ranks(const owned_range& rows) { return rows; }
    [[nodiscard]] static constexpr bool is_all() { return true; }
    [[nodiscard]] static constexpr std::uint64_t fewest(std::uint64_t rows) { return rows; }
    [[nodiscard]] static constexpr std::uint64_t rows_for(std::uint64_t selected) { return selected; }
};

} // namespace synth

#endif
