// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TARGET_PLACES_HPP
#define SYNTH_GENERATE_TARGET_PLACES_HPP

#include <cstddef>
#include <span>

#include <synth/generate/arithmetic.hpp>
#include <synth/generate/moment_parts.hpp>
#include <synth/generate/square.hpp>
#include <synth/schema/column_set.hpp>
#include <synth/schema/expression_node.hpp>

namespace synth {

/// Where in an expression a column stands.
class target_places {
public:
    /// The operand of a node that has the column, and the other one.
    struct sides {
        std::size_t mine;
        std::size_t theirs;
        bool left; // mine is the left one
        bool both; // the other has it too
    };

    constexpr target_places(std::span<const expression_node> nodes, schema_index target)
        : nodes_(nodes), target_(target) {}

    /// Whether the expression that ends with a node names the column.
    [[nodiscard]] constexpr bool holds(std::size_t node) const {
        bool found = false;
        for (std::size_t index = first_of(node); index <= node && !found; ++index) {
            found = nodes_[index].what == operation::column && nodes_[index].column == target_;
        }
        return found;
    }

    [[nodiscard]] constexpr sides sides_of(std::size_t node) const {
        const std::size_t left = left_of(node);
        const bool here = holds(left);
        return {here ? left : node - 1, here ? node - 1 : left, here, here && holds(node - 1)};
    }

    /// A moment compared with what it is cut to: `start_of_hour(a) = a`.
    struct cut_moment {
        std::size_t start;  // the operation that cuts it; 0: there is none
        std::size_t moment; // its operand
        bool left;          // the start is the left side

        constexpr explicit operator bool() const { return start != 0; }
    };
    [[nodiscard]] constexpr cut_moment cut_in(std::size_t comparison) const {
        const std::size_t left = left_of(comparison);
        const std::size_t right = comparison - 1;
        for (const bool is_left : {true, false}) {
            std::size_t start = is_left ? left : right;
            if (nodes_[start].what == operation::date_of &&
                nodes_[start - 1].what >= operation::start_of_day) {
                --start; // whole days
            }
            if (is_start(nodes_[start].what) && are_same(nodes_, start - 1, is_left ? right : left)) {
                return cut_moment{start, start - 1, is_left};
            }
        }
        return {};
    }

    /// The node that ends the left operand of a node with two.
    [[nodiscard]] constexpr std::size_t left_of(std::size_t node) const {
        return node - 1 - nodes_[node - 1].size;
    }

    /// Whether a node is something with the column times itself, which is calculated with all its digits.
    [[nodiscard]] constexpr bool has_square(std::size_t node) const {
        return is_square(nodes_, node) && holds(node) && !has_long_quotient(node);
    }

    /// Whether a value has more digits than are counted (`is_long_quotient`).
    [[nodiscard]] constexpr bool has_long_quotient(std::size_t node) const {
        bool found = false;
        for (std::size_t index = first_of(node); index <= node && !found; ++index) {
            found = is_long_quotient(nodes_[index]);
        }
        return found;
    }

    /// Whether it is an interval other than a difference of moments: its parts count months as no comparison
    /// does.
    [[nodiscard]] constexpr bool may_have_months(std::size_t node) const {
        return nodes_[node].kind == value_kind::interval &&
               (nodes_[node].what != operation::subtract ||
                nodes_[left_of(node)].kind == value_kind::interval);
    }

    /// Whether numbers are calculated in it, which may run over.
    [[nodiscard]] constexpr bool is_calculated(std::size_t node) const {
        bool found = false;
        for (std::size_t index = first_of(node); index <= node && !found; ++index) {
            found = nodes_[index].what >= operation::add && nodes_[index].what <= operation::absolute;
        }
        return found;
    }

private:
    [[nodiscard]] constexpr std::size_t first_of(std::size_t node) const {
        return node + 1 - nodes_[node].size;
    }

    std::span<const expression_node> nodes_;
    schema_index target_;
};

} // namespace synth

#endif
