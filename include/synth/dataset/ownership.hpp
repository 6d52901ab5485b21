// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_OWNERSHIP_HPP
#define SYNTH_DATASET_OWNERSHIP_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <synth/core/integer.hpp>
#include <synth/dataset/degree_law.hpp>
#include <synth/random/draw.hpp>
#include <synth/random/stream_key.hpp>

namespace synth {

/// The rows [first, last) of a table that belong to one parent.
struct owned_range {
    std::uint64_t parent{};
    std::uint64_t first{};
    std::uint64_t last{};

    [[nodiscard]] constexpr bool contains(std::uint64_t row) const { return first <= row && row < last; }
    [[nodiscard]] constexpr std::uint64_t size() const { return last - first; }
};

/// Which rows of a table belong to which parent, with nothing stored: the children of a parent are one range,
/// ranges lie in the order of the parents, and the total is exact. Borders of blocks of parents have a closed
/// form; a law other than `even` deals the degrees inside a block, so a look-up costs one block whatever the
/// size of the table.
template<typename Law>
class ownership {
public:
    constexpr ownership(std::uint64_t parents, std::uint64_t children, const Law& law, stream_key key)
        : parents_(parents), children_(children), law_(law), key_(key) {}

    [[nodiscard]] constexpr std::uint64_t parents() const { return parents_; }
    [[nodiscard]] constexpr std::uint64_t children() const { return children_; }
    [[nodiscard]] constexpr const Law& law() const { return law_; }

    /// The parent of a row and all of its children.
    [[nodiscard]] constexpr owned_range owner(std::uint64_t row) const {
        // The largest parent whose even start is not behind the row.
        const auto even_parent =
            static_cast<std::uint64_t>(((static_cast<uint128>(row) + 1) * parents_ - 1) / children_);
        if constexpr (std::is_same_v<Law, even>) {
            return {even_parent, even_start(even_parent), even_start(even_parent + 1)};
        } else {
            const block dealt = deal(even_parent / degree_block);
            std::size_t index = 0;
            while (dealt.ends[index] <= row) {
                ++index;
            }
            return dealt.range(index);
        }
    }

    /// The children of a parent; an empty range where it has none.
    [[nodiscard]] constexpr owned_range children_of(std::uint64_t parent) const {
        if constexpr (std::is_same_v<Law, even>) {
            return {parent, even_start(parent), even_start(parent + 1)};
        } else {
            return deal(parent / degree_block).range(parent % degree_block);
        }
    }

    /// The owner of a row that most often lies in a known range or just behind it, as when rows are walked in
    /// order.
    [[nodiscard]] constexpr owned_range owner_after(std::uint64_t row, const owned_range& known) const {
        return known.contains(row) ? known : owner(row);
    }

private:
    struct block {
        std::uint64_t first_parent{};
        std::uint64_t first_row{};
        std::array<std::uint64_t, degree_block> ends{};

        [[nodiscard]] constexpr owned_range range(std::size_t index) const {
            return {first_parent + index, index == 0 ? first_row : ends[index - 1], ends[index]};
        }
    };

    [[nodiscard]] constexpr std::uint64_t even_start(std::uint64_t parent) const {
        return scale(parent, children_, parents_);
    }

    [[nodiscard]] constexpr block deal(std::uint64_t index) const {
        block dealt;
        dealt.first_parent = index * degree_block;
        dealt.first_row = even_start(dealt.first_parent);
        const std::size_t size = std::min<std::uint64_t>(degree_block, parents_ - dealt.first_parent);
        const std::uint64_t total = even_start(dealt.first_parent + size) - dealt.first_row;
        draw words{key_, index};
        law_.deal(std::span<std::uint64_t>{dealt.ends}.first(size), total, words);
        std::uint64_t end = dealt.first_row;
        for (std::size_t parent = 0; parent < size; ++parent) {
            end += dealt.ends[parent];
            dealt.ends[parent] = end;
        }
        return dealt;
    }

    std::uint64_t parents_{};
    std::uint64_t children_{};
    Law law_;
    stream_key key_;
};

} // namespace synth

#endif
