// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_CLASS_ORDER_HPP
#define SYNTH_DATASET_CLASS_ORDER_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include <synth/core/integer.hpp>
#include <synth/dataset/degree_classes.hpp>
#include <synth/random/draw.hpp>
#include <synth/random/stream_key.hpp>

namespace synth {

/// Which class each parent has, and how many children the parents before it have, in a closed form of a few
/// divisions for each class, with nothing stored for a parent.
///
/// Of the first p parents, floor((p n + phase) / P) have the first class, if n of all P have it; the same
/// rule divides the rest among the other classes. Each count grows by one parent at a time, so this is an
/// order of the parents, in which every class is spread evenly (Beatty sequences, as in Bresenham's lines);
/// inside a block the parents are shuffled. Within a class the children of the first q parents are
/// floor(q children / parents), for an odd q moved by a draw from [-spread, spread]: what one parent has more
/// the next has less, so the sum over the class stays exact and each number is equally likely.
template<std::size_t Most>
class class_order {
public:
    constexpr class_order(const degree_classes<Most>& classes, stream_key key) : key_(key.child("spread")) {
        const stream_key phases = key.child("phase");
        for (const degree_class& each : classes.all()) {
            parents_ += each.parents;
            children_ += each.children;
        }
        std::uint64_t rest = parents_;
        for (const degree_class& each : classes.all()) {
            if (each.parents > 0) {
                draw words{phases, size_};
                classes_[size_++] = {each.parents, each.children, each.spread(), words.below(rest)};
                rest -= each.parents;
            }
        }
    }

    /// How many children the parents before this one have.
    [[nodiscard]] constexpr std::uint64_t start(std::uint64_t parent) const {
        std::uint64_t sum = 0;
        split(parent, [&](std::size_t index, std::uint64_t offset, std::uint64_t count) {
            sum += children_of(classes_[index], offset, count);
        });
        return sum;
    }

    /// The block of so many parents among whose children a row is, if the table has the row. A few borders
    /// where the order is even; each parent with many children costs the logarithm of what it shifts.
    [[nodiscard]] constexpr std::uint64_t block_of(std::uint64_t row, std::uint64_t block_size) const {
        const auto starts_before = [&](std::uint64_t block) { return start(block * block_size) <= row; };
        std::uint64_t low = 0; // it starts before the row, and the high one behind
        std::uint64_t high = parents_ / block_size + (parents_ % block_size == 0 ? 0 : 1);
        // Steps that double, from where the row is if all parents have as many (Bentley and Yao 1976).
        const std::uint64_t guess =
            std::min(scale(row, parents_, std::max<std::uint64_t>(children_, 1)) / block_size, high - 1);
        std::uint64_t step = 1;
        if (starts_before(guess)) {
            for (low = guess; step < high - low && starts_before(low + step); step *= 2) {
                low += step;
            }
            high = step < high - low ? low + step : high;
        } else {
            for (high = guess; step < high - low && !starts_before(high - step); step *= 2) {
                high -= step;
            }
            low = step < high - low ? high - step : low;
        }
        while (high - low > 1) {
            const std::uint64_t middle = low + (high - low) / 2;
            (start(middle * block_size) <= row ? low : high) = middle;
        }
        return low;
    }

    /// Fills the numbers of children of some parents in a row; the draw shuffles them.
    constexpr void deal(std::uint64_t first_parent, std::span<std::uint64_t> degrees, draw& words) const {
        std::array<std::uint64_t, Most> begins{};
        split(first_parent,
              [&](std::size_t index, std::uint64_t, std::uint64_t count) { begins[index] = count; });
        std::size_t place = 0;
        split(first_parent + degrees.size(), [&](std::size_t index, std::uint64_t offset, std::uint64_t end) {
            const placed_class& each = classes_[index];
            for (std::uint64_t count = begins[index]; count < end; ++count) {
                degrees[place++] = children_of(each, offset, count + 1) - children_of(each, offset, count);
            }
        });
        for (std::size_t index = degrees.size(); index > 1;
             --index) { // Fisher and Yates 1938, Durstenfeld 1964
            std::swap(degrees[index - 1], degrees[words.below(index)]);
        }
    }

private:
    struct placed_class {
        std::uint64_t parents{};
        std::uint64_t children{};
        std::uint64_t spread{};
        std::uint64_t phase{};
    };

    // How many of the first parents each class has, and how many parents the classes before it have in all.
    template<typename Visit>
    constexpr void split(std::uint64_t parent, const Visit& visit) const {
        std::uint64_t rest = parents_;
        for (std::size_t index = 0; index < size_; ++index) {
            const placed_class& each = classes_[index];
            const uint128 product = multiply_wide(parent, each.parents) + each.phase;
            const std::uint64_t count = static_cast<std::uint64_t>(product >> 64U) == 0
                                            ? static_cast<std::uint64_t>(product) / rest
                                            : static_cast<std::uint64_t>(product / rest);
            visit(index, parents_ - rest, count);
            parent -= count;
            rest -= each.parents;
        }
    }

    // The children of the first parents of a class.
    [[nodiscard]] constexpr std::uint64_t children_of(const placed_class& each, std::uint64_t offset,
                                                      std::uint64_t count) const {
        if (count == 0 || count == each.parents) {
            return count == 0 ? 0 : each.children;
        }
        const std::uint64_t even = scale(count, each.children, each.parents);
        return each.spread == 0 || count % 2 == 0
                   ? even
                   : even - each.spread + draw{key_, offset + count}.below(2 * each.spread + 1);
    }

    std::array<placed_class, Most> classes_{};
    std::size_t size_ = 0;
    std::uint64_t parents_ = 0;
    std::uint64_t children_ = 0;
    stream_key key_;
};

} // namespace synth

#endif
