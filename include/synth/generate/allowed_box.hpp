// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_ALLOWED_BOX_HPP
#define SYNTH_GENERATE_ALLOWED_BOX_HPP

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include <synth/core/integer.hpp>
#include <synth/generate/evaluation.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/schema/expression_node.hpp>

namespace synth {

/// Finds intervals of whole numbers for some columns in which checks hold whatever number each of them takes:
/// of `a < b` the lower half for a, the upper one for b. It halves sides and looks at the widest box first,
/// so that the first in which all checks hold is the widest there is of such halves (branch and bound: Land
/// and Doig, 1960).
template<std::size_t Columns>
class allowed_box {
public:
    /// What each column may be.
    using sides = std::array<possible_value, Columns>;

    /// `varied`: the columns whose intervals are looked for. The others stay as they are.
    allowed_box(const std::array<bool, Columns>& varied, const pattern_source& patterns)
        : varied_(varied), patterns_(patterns) {}

    /// A value that a column has while a condition is looked at.
    struct given_value {
        std::size_t column;
        possible_value value;
    };

    /// A condition over columns that are all varied or given must hold in the whole box, another one must be
    /// possible.
    // NOLINTNEXTLINE(misc-no-recursion): as deep as the expression
    void add(std::span<const expression_node> check, const std::vector<given_value>& given = {}) {
        const expression_node& root = check.back();
        if (root.what == operation::both) { // each side for itself, and which columns it is about
            const std::size_t right = check[check.size() - 2].size;
            add(check.first(check.size() - 1 - right), given);
            add(check.subspan(check.size() - 1 - right, right), given);
            return;
        }
        bool sure = true;
        for (const expression_node& node : check) {
            const auto is_given = [&node](const given_value& each) { return each.column == node.column; };
            sure = sure && (node.what != operation::column || varied_[node.column] ||
                            std::ranges::any_of(given, is_given));
        }
        checks_.push_back({check, given, sure});
    }

    /// The widest box within these sides; nothing where none was found.
    [[nodiscard]] std::optional<sides> widest(const sides& within) const {
        std::optional<box> start = judged(within, 0);
        std::uint64_t steps = most_steps;
        while (start) {
            if (const auto found = widest(*start, steps)) {
                return grown(*found, within);
            }
            // Where too many wide boxes are undecided, as along a narrow band, it is looked for in a part.
            steps = few_steps;
            start = start->longest == Columns ? std::nullopt : first_half(*start);
        }
        return std::nullopt;
    }

private:
    static constexpr std::uint64_t most_steps = 4'096;
    static constexpr std::uint64_t few_steps = 64;

    struct sure_check {
        std::span<const expression_node> nodes;
        std::vector<given_value> given;
        bool sure;
    };

    struct box {
        sides all;
        std::uint64_t size;   // a logarithm of the numbers of its combinations
        std::size_t longest;  // of the sides that a check is not sure of; none where all hold
        std::uint64_t before; // how many were found before it
    };

    // Of two boxes of one size the one that is good, then the one that was found first.
    [[nodiscard]] static std::array<std::uint64_t, 3> rank_of(const box& one) {
        return {one.size, std::uint64_t{one.longest == Columns},
                std::numeric_limits<std::uint64_t>::max() - one.before};
    }

    // In 64ths of a bit, near enough for an order; the same on every machine.
    [[nodiscard]] static std::uint64_t size_of(const possible_value& side) {
        const int128 count = side.high - side.low + 1;
        const uint128 capped = std::min<uint128>(static_cast<uint128>(count), uint128{1} << 63U);
        const auto number = static_cast<std::uint64_t>(capped);
        const auto bits = static_cast<unsigned>(std::bit_width(number));
        const std::uint64_t rest = (number << (64U - bits)) >> 57U; // the leading one and six bits
        return std::uint64_t{bits} * 64 + (rest & 63U);
    }

    [[nodiscard]] std::optional<sides> widest(const box& start, std::uint64_t steps) const {
        std::vector<box> boxes{start};
        for (std::uint64_t step = 0; step < steps && !boxes.empty(); ++step) {
            std::ranges::pop_heap(boxes, {}, rank_of);
            const box one = boxes.back();
            boxes.pop_back();
            if (one.longest == Columns) {
                return one.all;
            }
            for (const bool upper : {false, true}) {
                if (const auto half = judged(half_of(one, upper), 2 * step + (upper ? 2 : 1))) {
                    boxes.push_back(*half);
                    std::ranges::push_heap(boxes, {}, rank_of);
                }
            }
        }
        return std::nullopt;
    }

    // Its sides as long as the checks hold, one after another; halves rarely end where a check does.
    [[nodiscard]] sides grown(sides found, const sides& within) const {
        for (std::size_t column = 0; column < Columns; ++column) {
            for (const bool upper : {false, true}) {
                const auto bound = [upper](possible_value& of) -> int128& {
                    return upper ? of.high : of.low;
                };
                int128 good = bound(found[column]);
                int128 bad = upper ? within[column].high + 1 : within[column].low - 1; // not reached
                while (varied_[column] && (upper ? bad - good : good - bad) > 1) {
                    const int128 next = good + (bad - good) / 2;
                    sides wider = found;
                    bound(wider[column]) = next;
                    const std::optional<box> one = judged(wider, 0);
                    (one && one->longest == Columns ? good : bad) = next;
                }
                bound(found[column]) = good;
            }
        }
        return found;
    }

    [[nodiscard]] std::optional<box> first_half(const box& one) const {
        const std::optional<box> lower = judged(half_of(one, false), 0);
        return lower ? lower : judged(half_of(one, true), 0);
    }

    [[nodiscard]] static sides half_of(const box& one, bool upper) {
        sides half = one.all;
        possible_value& side = half[one.longest];
        const int128 middle = side.low + (side.high - side.low) / 2;
        (upper ? side.low : side.high) = upper ? middle + 1 : middle;
        return half;
    }

    // Nothing where a check cannot hold, or nothing is left to make it sure.
    [[nodiscard]] std::optional<box> judged(const sides& all, std::uint64_t before) const {
        std::array<bool, Columns> unsure{};
        bool good = true;
        for (const sure_check& check : checks_) {
            sides known = all;
            for (const given_value& each : check.given) {
                known[each.column] = each.value;
            }
            const possible_value truth = evaluation{check.nodes, known, patterns_}.at(check.nodes.size() - 1);
            if (!truth.may_hold()) {
                return std::nullopt;
            }
            if (check.sure && !truth.holds()) {
                good = false;
                for (const expression_node& node : check.nodes) {
                    if (node.what == operation::column && varied_[node.column]) {
                        unsure[node.column] = true;
                    }
                }
            }
        }
        box one{all, 0, Columns, before};
        std::uint64_t longest = 0;
        for (std::size_t column = 0; column < Columns; ++column) {
            const std::uint64_t size = varied_[column] ? size_of(all[column]) : 0;
            one.size += size;
            if (unsure[column] && size > longest && all[column].low < all[column].high) {
                longest = size;
                one.longest = column;
            }
        }
        return good || one.longest < Columns ? std::optional{one} : std::nullopt;
    }

    std::array<bool, Columns> varied_;
    pattern_source patterns_;
    std::vector<sure_check> checks_;
};

} // namespace synth

#endif
