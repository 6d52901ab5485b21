// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_OWNERSHIP_HPP
#define SYNTH_DATASET_OWNERSHIP_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

#include <synth/core/integer.hpp>
#include <synth/dataset/class_order.hpp>
#include <synth/dataset/degree_classes.hpp>
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

namespace detail {

// The order of the parents by their classes, for a law that has any.
template<typename Law>
struct parent_order {
    static constexpr std::size_t block = degree_block;

    constexpr parent_order(const Law&, std::uint64_t, std::uint64_t, stream_key) {}
};
template<class_law Law>
struct parent_order<Law> : class_order<class_count<Law>> {
    static constexpr std::size_t block = 64; // its borders cost as much as its parents

    parent_order(const Law& law, std::uint64_t parents, std::uint64_t children, stream_key key)
        : class_order<class_count<Law>>(law.classes(parents, children), key) {}
};

} // namespace detail

/// Which rows of a table belong to which parent, with nothing stored: the children of a parent are one range,
/// ranges lie in the order of the parents, and the total is exact. Borders of blocks of parents have a closed
/// form: those of `even`, or those that the classes of a law give. A law other than `even` deals the degrees
/// inside a block, so the rows of a parent cost one block whatever the size of the table; the parent of a row
/// costs one too, or O(log parents) borders for a law of classes.
template<typename Law>
class ownership {
    static constexpr std::size_t block_size = detail::parent_order<Law>::block;

public:
    constexpr ownership(std::uint64_t parents, std::uint64_t children, const Law& law, stream_key key)
        : parents_(parents), children_(children), law_(law), key_(key), order_(law, parents, children, key) {}

    [[nodiscard]] constexpr std::uint64_t parents() const { return parents_; }
    [[nodiscard]] constexpr std::uint64_t children() const { return children_; }
    [[nodiscard]] constexpr const Law& law() const { return law_; }

    /// The parents of one block and where their children end; it is kept while rows are walked.
    struct block {
        std::uint64_t first_parent{};
        std::uint64_t first_row{};
        std::size_t size{};
        std::array<std::uint64_t, block_size> ends{};

        [[nodiscard]] constexpr owned_range range(std::size_t index) const {
            return {first_parent + index, index == 0 ? first_row : ends[index - 1], ends[index]};
        }
        [[nodiscard]] constexpr owned_range owner(std::uint64_t row) const {
            std::size_t index = 0;
            while (ends[index] <= row) {
                ++index;
            }
            return range(index);
        }
    };

    /// A place among the rows that remembers what neighbours share.
    struct cursor {
        owned_range range{};
        std::conditional_t<std::is_same_v<Law, even>, std::array<block, 0>, std::array<block, 1>> dealt{};
    };

    /// Moves a cursor to a row; a few instructions when the row is the next one.
    constexpr void seek(cursor& place, std::uint64_t row) const {
        if (place.range.contains(row) || children_ == 0) {
            return;
        }
        if constexpr (std::is_same_v<Law, even>) {
            const std::uint64_t next = place.range.parent + 1;
            const owned_range following{next, place.range.last, next < parents_ ? even_start(next + 1) : 0};
            // A cursor that has not been anywhere has an empty range.
            place.range = place.range.size() > 0 && following.contains(row) ? following : owner(row);
        } else {
            block& dealt = place.dealt[0];
            if (dealt.size == 0 || row < dealt.first_row || row >= dealt.ends[dealt.size - 1]) {
                dealt = deal(block_of(row));
            }
            place.range = dealt.owner(row);
        }
    }

    /// The parent of a row and all of its children.
    [[nodiscard]] constexpr owned_range owner(std::uint64_t row) const {
        if (children_ == 0) { // asked for a reference that is always NULL
            return {};
        }
        if constexpr (std::is_same_v<Law, even>) {
            const std::uint64_t parent = even_owner(row);
            return {parent, even_start(parent), even_start(parent + 1)};
        } else {
            return deal(block_of(row)).owner(row);
        }
    }

    /// The children of a parent; an empty range where it has none.
    [[nodiscard]] constexpr owned_range children_of(std::uint64_t parent) const {
        if (children_ == 0) {
            return {parent, 0, 0};
        }
        if constexpr (std::is_same_v<Law, even>) {
            return {parent, even_start(parent), even_start(parent + 1)};
        } else {
            return deal(parent / block_size).range(parent % block_size);
        }
    }

private:
    // The last parent that would start at or before the row if all had as many children.
    [[nodiscard]] constexpr std::uint64_t even_owner(std::uint64_t row) const {
        const uint128 scaled = (static_cast<uint128>(row) + 1) * parents_ - 1;
        return static_cast<std::uint64_t>(scaled >> 64U) == 0
                   ? static_cast<std::uint64_t>(scaled) / children_
                   : static_cast<std::uint64_t>(scaled / children_);
    }

    [[nodiscard]] constexpr std::uint64_t even_start(std::uint64_t parent) const {
        return scale(parent, children_, parents_);
    }

    // The block in which a row lies.
    [[nodiscard]] constexpr std::uint64_t block_of(std::uint64_t row) const {
        if constexpr (class_law<Law>) {
            return order_.block_of(row, block_size);
        } else {
            return even_owner(row) / block_size;
        }
    }

    // Where the children of the first parent of a block start.
    [[nodiscard]] constexpr std::uint64_t border(std::uint64_t parent) const {
        if constexpr (class_law<Law>) {
            return order_.start(parent);
        } else {
            return even_start(parent);
        }
    }

    [[nodiscard]] constexpr block deal(std::uint64_t index) const {
        block dealt;
        dealt.first_parent = index * block_size;
        dealt.first_row = border(dealt.first_parent);
        dealt.size = std::min<std::uint64_t>(block_size, parents_ - dealt.first_parent);
        const std::span<std::uint64_t> degrees = std::span<std::uint64_t>{dealt.ends}.first(dealt.size);
        draw words{key_, index};
        if constexpr (class_law<Law>) {
            order_.deal(dealt.first_parent, degrees, words);
        } else {
            law_.deal(degrees, border(dealt.first_parent + dealt.size) - dealt.first_row, words);
        }
        std::uint64_t end = dealt.first_row;
        for (std::uint64_t& degree : degrees) {
            end += degree;
            degree = end;
        }
        return dealt;
    }

    std::uint64_t parents_{};
    std::uint64_t children_{};
    Law law_;
    stream_key key_;
    [[no_unique_address]] detail::parent_order<Law> order_;
};

} // namespace synth

#endif
