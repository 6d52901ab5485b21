// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_DEGREE_LAW_HPP
#define SYNTH_DATASET_DEGREE_LAW_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include <synth/random/draw.hpp>

namespace synth {

/// A degree law says how many children each parent has. It is dealt in blocks of this many parents.
inline constexpr std::size_t degree_block = 16;

/// Every parent has as many children as any other, give or take one: the law of an owner without another.
struct even {
    using degree_law = even;

    [[nodiscard]] static constexpr std::uint64_t least(std::uint64_t parents, std::uint64_t children) {
        return parents == 0 ? 0 : children / parents;
    }
    [[nodiscard]] static constexpr std::uint64_t most(std::uint64_t parents, std::uint64_t children) {
        return parents == 0 ? 0 : children / parents + (children % parents == 0 ? 0 : 1);
    }
    [[nodiscard]] std::string describe() const { return "evenly"; }
};

/// Every parent has between `low` and `high` children, each number equally often; the total is exact:
/// `references<&line::order_id, &order::id>(children_between(5, 15))`.
struct children_between {
    using degree_law = children_between;

    std::uint64_t low{};
    std::uint64_t high{};

    constexpr children_between(std::uint64_t least_children, std::uint64_t most_children)
        : low(least_children), high(most_children) {}

    [[nodiscard]] constexpr std::uint64_t least(std::uint64_t, std::uint64_t) const { return low; }
    [[nodiscard]] constexpr std::uint64_t most(std::uint64_t, std::uint64_t) const { return high; }
    [[nodiscard]] std::string describe() const {
        return std::to_string(low) + " to " + std::to_string(high) + " for each parent";
    }

    /// Fills the degrees of one block: stratified quantiles of the law, corrected to the total, dealt by the
    /// draw.
    constexpr void deal(std::span<std::uint64_t> degrees, std::uint64_t total, draw& words) const {
        const std::uint64_t width = high - low + 1;
        const std::uint64_t offset = words.below(width);
        std::uint64_t sum = 0;
        for (std::size_t index = 0; index < degrees.size(); ++index) {
            degrees[index] = low + (index * width + offset) / degrees.size();
            sum += degrees[index];
        }
        for (std::size_t index = degrees.size(); index > 1;
             --index) { // Fisher and Yates 1938, Durstenfeld 1964
            const std::size_t other = words.below(index);
            const std::uint64_t kept = degrees[index - 1];
            degrees[index - 1] = degrees[other];
            degrees[other] = kept;
        }
        // The plan has made sure that the total lies within the law, so the loop ends.
        for (std::size_t index = 0; sum != total; index = (index + 1) % degrees.size()) {
            if (sum < total && degrees[index] < high) {
                ++degrees[index];
                ++sum;
            } else if (sum > total && degrees[index] > low) {
                --degrees[index];
                --sum;
            }
        }
    }
};

/// A law that fixes how many children each parent has.
template<typename Law>
concept degree_law = requires { typename Law::degree_law; };

} // namespace synth

#endif
