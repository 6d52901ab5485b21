// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_OWNERSHIP_HPP
#define SYNTH_DATASET_OWNERSHIP_HPP

#include <algorithm>
#include <array>
#include <bit>
#include <concepts>
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
        : parents_(parents), children_(children), each_(equal_share(parents, children, law)),
          shift_(static_cast<unsigned>(std::bit_width(each_ | 1U)) - 1), law_(law), key_(key),
          order_(law, parents, children, key) {}

    [[nodiscard]] constexpr std::uint64_t parents() const { return parents_; }
    [[nodiscard]] constexpr std::uint64_t children() const { return children_; }
    [[nodiscard]] constexpr const Law& law() const { return law_; }

    /// The parents of one block and where their children start; it is kept while rows are walked.
    struct block {
        std::uint64_t first_parent{};
        std::size_t size{};
        std::array<std::uint64_t, block_size + 1> starts{}; // behind the last parent's is its end

        [[nodiscard]] constexpr owned_range range(std::size_t index) const {
            return {first_parent + index, starts[index], starts[index + 1]};
        }
        [[nodiscard]] constexpr bool contains(std::uint64_t row) const {
            return starts[0] <= row && row < starts[size];
        }
        [[nodiscard]] constexpr owned_range owner(std::uint64_t row) const {
            std::size_t index = 0; // counted rather than searched, since where it ends is as good as random
            for (std::size_t place = 1; place < size; ++place) {
                index += starts[place] <= row ? 1 : 0;
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
    [[gnu::always_inline]] constexpr void seek(cursor& place, std::uint64_t row) const {
        if constexpr (!std::is_same_v<Law, even>) {
            if (each_ == 0) {
                // The next row belongs to the same parent or to the next, which is as good as random: no
                // branch.
                const block& dealt = place.dealt[0];
                const std::uint64_t passed = row == place.range.last ? 1 : 0;
                const std::uint64_t index = place.range.parent - dealt.first_parent + passed;
                if (index < dealt.size) { // of this block, also where the range was set by somebody else
                    place.range = dealt.range(index);
                }
            }
        }
        if (!place.range.contains(row)) [[unlikely]] {
            move(place, row);
        }
    }

    /// The parent of a row and all of its children.
    [[nodiscard]] constexpr owned_range owner(std::uint64_t row) const {
        if (children_ == 0) { // asked for a reference that is always NULL
            return {};
        }
        if (each_ != 0) {
            return equal_owner(row);
        }
        if constexpr (std::is_same_v<Law, even>) {
            const std::uint64_t parent = even_owner(row);
            return {parent, even_start(parent), even_start(parent + 1)};
        } else {
            block dealt;
            deal(block_of(row), dealt);
            return dealt.owner(row);
        }
    }

    /// The children of a parent; an empty range where it has none.
    [[nodiscard]] constexpr owned_range children_of(std::uint64_t parent) const {
        if (children_ == 0) {
            return {parent, 0, 0};
        }
        if (each_ != 0) {
            return {parent, parent * each_, (parent + 1) * each_};
        }
        if constexpr (std::is_same_v<Law, even>) {
            return {parent, even_start(parent), even_start(parent + 1)};
        } else {
            if constexpr (std::equality_comparable<Law>) {
                if (!std::is_constant_evaluated()) {
                    return last_dealt(parent / block_size).range(parent % block_size);
                }
            }
            block dealt;
            deal(parent / block_size, dealt);
            return dealt.range(parent % block_size);
        }
    }

private:
    // A call, so that what walks rows has no more than a comparison in it.
    [[gnu::noinline]] constexpr void move(cursor& place, std::uint64_t row) const {
        if (children_ == 0) {
            return;
        }
        if (each_ != 0) {
            place.range = equal_owner(row);
        } else if constexpr (std::is_same_v<Law, even>) {
            const std::uint64_t next = place.range.parent + 1;
            const owned_range following{next, place.range.last, next < parents_ ? even_start(next + 1) : 0};
            // A cursor that has not been anywhere has an empty range.
            place.range = place.range.size() > 0 && following.contains(row) ? following : owner(row);
        } else {
            block& dealt = place.dealt[0];
            if (!dealt.contains(row)) {
                deal(block_of(row), dealt);
            }
            place.range = dealt.owner(row);
        }
    }

    // How many children each parent has where all have as many; 0 where they have not.
    [[nodiscard]] static constexpr std::uint64_t equal_share(std::uint64_t parents, std::uint64_t children,
                                                             const Law& law) {
        if constexpr (std::is_same_v<Law, even>) {
            return parents != 0 && children % parents == 0 ? children / parents : 0;
        } else if constexpr (std::is_same_v<Law, children_between>) {
            return law.low == law.high && children == multiply_wide(parents, law.low) ? law.low : 0;
        } else {
            return 0;
        }
    }

    [[nodiscard]] constexpr owned_range equal_owner(std::uint64_t row) const {
        // Four for each, say: a shift is a tenth of a division by what the compiler does not know.
        const std::uint64_t parent = (each_ & (each_ - 1)) == 0 ? row >> shift_ : row / each_;
        return {parent, parent * each_, (parent + 1) * each_};
    }

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

    // Sums over children ask for those of one parent after the other, so each thread keeps the block that it
    // has dealt last. It is known by all that it is a function of, and thus the same whoever has dealt it.
    [[nodiscard]] const block& last_dealt(std::uint64_t index) const {
        struct known_block {
            std::uint64_t index{};
            std::uint64_t parents{}; // 0: none
            std::uint64_t children{};
            stream_key key{};
            Law law;
            block dealt{};
        };
        static thread_local known_block last{0, 0, 0, {}, law_, {}};
        if (last.index != index || last.parents != parents_ || last.children != children_ ||
            last.key.start != key_.start || last.key.gamma != key_.gamma || !(last.law == law_)) {
            last = {index, parents_, children_, key_, law_, {}};
            deal(index, last.dealt);
        }
        return last.dealt;
    }

    constexpr void deal(std::uint64_t index, block& dealt) const {
        dealt.first_parent = index * block_size;
        dealt.size = std::min<std::uint64_t>(block_size, parents_ - dealt.first_parent);
        std::uint64_t end = border(dealt.first_parent);
        const std::span<std::uint64_t> degrees = std::span{dealt.starts}.subspan(1, dealt.size);
        draw words{key_, index};
        if constexpr (class_law<Law>) {
            order_.deal(dealt.first_parent, degrees, words);
        } else {
            law_.deal(degrees, border(dealt.first_parent + dealt.size) - end, words);
        }
        dealt.starts[0] = end;
        for (std::uint64_t& degree : degrees) {
            end += degree;
            degree = end;
        }
    }

    std::uint64_t parents_{};
    std::uint64_t children_{};
    std::uint64_t each_{};
    unsigned shift_{};
    Law law_;
    stream_key key_;
    [[no_unique_address]] detail::parent_order<Law> order_;
};

} // namespace synth

#endif
