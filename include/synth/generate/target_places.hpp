// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TARGET_PLACES_HPP
#define SYNTH_GENERATE_TARGET_PLACES_HPP

#include <cstddef>
#include <span>

#include <synth/generate/arithmetic.hpp>
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

    /// The node that ends the left operand of a node with two.
    [[nodiscard]] constexpr std::size_t left_of(std::size_t node) const {
        return node - 1 - nodes_[node - 1].size;
    }

    /// Whether a value has more digits than are counted (`is_long_quotient`).
    [[nodiscard]] constexpr bool has_long_quotient(std::size_t node) const {
        bool found = false;
        for (std::size_t index = first_of(node); index <= node && !found; ++index) {
            found = is_long_quotient(nodes_[index]);
        }
        return found;
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
