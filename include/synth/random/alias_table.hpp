// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_RANDOM_ALIAS_TABLE_HPP
#define SYNTH_RANDOM_ALIAS_TABLE_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <type_traits>
#include <vector>

#include <synth/core/integer.hpp>
#include <synth/core/plan_error.hpp>

namespace synth {

/// Picks indices in proportion to integer weights, one word and one look-up a pick:
/// `alias_table<2>{std::array<std::uint64_t, 2>{3, 1}}.pick(word)` is 0 three times out of four.
/// With a size it is a constant expression; without, it holds as many weights as it is given.
/// Method: Walker 1977, built as in Vose 1991, in exact integers.
template<std::size_t Size = std::dynamic_extent>
class alias_table {
public:
    /// At least one weight must be above 0, and their sum below 2^64.
    constexpr explicit alias_table(std::span<const std::uint64_t, Size> weights) {
        if constexpr (Size == std::dynamic_extent) {
            slots_.resize(weights.size());
        }
        build(weights);
    }

    [[nodiscard]] constexpr std::size_t size() const { return slots_.size(); }

    /// The index that a random word stands for; an index of weight 0 never comes.
    [[nodiscard]] constexpr std::size_t pick(std::uint64_t word) const {
        // The upper half of the product is the slot, the lower half a fresh fraction inside it.
        const uint128 product = multiply_wide(word, slots_.size());
        const auto index = static_cast<std::size_t>(product >> 64U);
        const slot& chosen = slots_[index];
        return static_cast<std::uint64_t>(product) < chosen.threshold ? index : chosen.other;
    }

private:
    struct slot {
        std::uint64_t threshold{};
        std::size_t other{};
    };
    template<typename Element>
    using storage =
        std::conditional_t<Size == std::dynamic_extent, std::vector<Element>, std::array<Element, Size>>;

    constexpr void build(std::span<const std::uint64_t, Size> weights) {
        uint128 total = 0;
        for (const std::uint64_t weight : weights) {
            total += weight;
        }
        if (total == 0 || total > std::numeric_limits<std::uint64_t>::max()) {
            throw plan_error{"weights must have a sum above 0 and below 2^64; change or scale them"};
        }
        // Shares are weights times the size, so that the average share is the total: slots under it are
        // filled up from slots above it. Two stacks in one array, from both ends.
        const std::size_t count = weights.size();
        storage<uint128> shares{};
        storage<std::size_t> stack{};
        if constexpr (Size == std::dynamic_extent) {
            shares.resize(count);
            stack.resize(count);
        }
        std::size_t under = 0;
        std::size_t over = count;
        for (std::size_t index = 0; index < count; ++index) {
            shares[index] = static_cast<uint128>(weights[index]) * count;
            stack[shares[index] < total ? under++ : --over] = index;
        }
        while (under > 0) {
            const std::size_t poor = stack[--under];
            const std::size_t rich = stack[over];
            slots_[poor] = {static_cast<std::uint64_t>((shares[poor] << 64U) / total), rich};
            shares[rich] -= total - shares[poor];
            if (shares[rich] < total) {
                ++over;
                stack[under++] = rich;
            }
        }
        for (; over < count; ++over) {
            slots_[stack[over]] = {std::numeric_limits<std::uint64_t>::max(), stack[over]};
        }
    }

    storage<slot> slots_{};
};

alias_table(const std::vector<std::uint64_t>&) -> alias_table<>;
template<std::size_t Size>
alias_table(const std::array<std::uint64_t, Size>&) -> alias_table<Size>;

} // namespace synth

#endif
