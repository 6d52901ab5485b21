// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_DEGREE_LAW_HPP
#define SYNTH_DATASET_DEGREE_LAW_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <string>

#include <synth/core/integer.hpp>
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
    [[nodiscard]] static std::string describe() { return "evenly"; }
};

/// Every parent has between `low` and `high` children, each number equally often; the total is exact:
/// `references<&line::order_id, &order::id>(children_between(5, 15))`.
struct children_between {
    using degree_law = children_between;

    std::uint64_t low{};
    std::uint64_t high{};

    constexpr children_between(std::uint64_t least_children, std::uint64_t most_children)
        : low(least_children), high(most_children) {}

    bool operator==(const children_between&) const = default;

    [[nodiscard]] constexpr std::uint64_t least(std::uint64_t, std::uint64_t) const { return low; }
    [[nodiscard]] constexpr std::uint64_t most(std::uint64_t, std::uint64_t) const { return high; }
    [[nodiscard]] std::string describe() const {
        return std::to_string(low) + (low == high ? "" : " to " + std::to_string(high)) + " for each parent";
    }

    /// Fills the degrees of one block: stratified quantiles of the law, corrected to the total, dealt by the
    /// draw.
    constexpr void deal(std::span<std::uint64_t> degrees, std::uint64_t total, draw words) const {
        const std::uint64_t width = high - low + 1;
        const std::uint64_t offset = words.below(width);
        std::uint64_t sum = 0;
        if (degrees.size() == degree_block &&
            width <= std::numeric_limits<std::uint64_t>::max() / degree_block) {
            std::uint64_t place = offset;
            for (std::size_t index = 0; index < degree_block; ++index, place += width) {
                degrees[index] = low + place / degree_block;
                sum += degrees[index];
            }
        } else {
            for (std::size_t index = 0; index < degrees.size(); ++index) {
                degrees[index] = low + quantile(index, width, offset, degrees.size());
                sum += degrees[index];
            }
        }
        for (std::size_t index = degrees.size(); index > 1;
             --index) { // Fisher and Yates 1938, Durstenfeld 1964
            const std::size_t other = words.below(index);
            const std::uint64_t kept = degrees[index - 1];
            degrees[index - 1] = degrees[other];
            degrees[other] = kept;
        }
        correct(degrees, sum, total);
    }

private:
    [[nodiscard]] static constexpr std::uint64_t quantile(std::uint64_t index, std::uint64_t width,
                                                          std::uint64_t offset, std::uint64_t size) {
        return static_cast<std::uint64_t>((multiply_wide(index, width) + offset) / size);
    }

    // What a round of single steps does, where one is enough, without its division and minima: most blocks
    // are a few children away from their total.
    [[nodiscard]] constexpr bool meet_by_ones(std::span<std::uint64_t> degrees, std::uint64_t sum,
                                              std::uint64_t total) const {
        const bool up = sum < total;
        const std::uint64_t limit = up ? high : low;
        std::uint64_t rest = up ? total - sum : sum - total;
        std::uint64_t open = 0;
        for (const std::uint64_t degree : degrees) {
            open += degree != limit ? 1 : 0;
        }
        if (rest > open) {
            return false;
        }
        const std::uint64_t step = up ? 1 : ~std::uint64_t{0};
        for (std::size_t index = 0; rest > 0; ++index) {
            if (degrees[index] != limit) {
                degrees[index] += step;
                --rest;
            }
        }
        return true;
    }

    // Raises or lowers all degrees alike until they meet the total. The plan has made sure that it lies
    // within the law, so each round either ends or brings a degree to its limit.
    constexpr void correct(std::span<std::uint64_t> degrees, std::uint64_t sum, std::uint64_t total) const {
        const auto room = [&](std::uint64_t degree) { return sum < total ? high - degree : degree - low; };
        if (meet_by_ones(degrees, sum, total)) {
            return;
        }
        while (sum != total) {
            std::uint64_t open = 0;
            for (const std::uint64_t degree : degrees) {
                open += room(degree) > 0 ? 1 : 0;
            }
            std::uint64_t rest = sum < total ? total - sum : sum - total;
            // NOLINTNEXTLINE(clang-analyzer-core.DivideZero): within the law some degree has room
            const std::uint64_t share = std::max<std::uint64_t>(rest / open, 1);
            const bool up = sum < total;
            for (std::uint64_t& degree : degrees) {
                const std::uint64_t step = std::min({share, rest, up ? high - degree : degree - low});
                degree = up ? degree + step : degree - step;
                rest -= step;
            }
            sum = up ? total - rest : total + rest;
        }
    }
};

/// Every parent has as many children as the number says, neither more nor fewer:
/// `references<&line::order_id, &order::id>(children_fixed(3))`.
[[nodiscard]] constexpr children_between children_fixed(std::uint64_t number) { return {number, number}; }

/// A law that fixes how many children each parent has.
template<typename Law>
concept degree_law = requires { typename Law::degree_law; };

/// A degree law for which no number of rows is too much.
template<typename Law>
concept endless_law = degree_law<Law> && Law::endless;

/// The most rows with which an endless law gives no parent more than so many.
template<endless_law Law>
[[nodiscard]] std::uint64_t most_owned_rows(const Law& law, std::uint64_t parents, std::uint64_t each) {
    std::uint64_t fits = 0;
    for (std::uint64_t step = std::uint64_t{1} << 63U; step > 0; step /= 2) {
        if (fits + step <= multiply_wide(parents, each) && law.most(parents, fits + step) <= each) {
            fits += step;
        }
    }
    return fits;
}

} // namespace synth

#endif
