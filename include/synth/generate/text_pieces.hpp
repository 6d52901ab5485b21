// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TEXT_PIECES_HPP
#define SYNTH_GENERATE_TEXT_PIECES_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <synth/generate/evaluation.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/target_places.hpp>
#include <synth/generate/text_numbers.hpp>
#include <synth/schema/expression_node.hpp>

namespace synth {

/// The part of a text that is put together, `site || '-' || lpad(number::text, 4, '0')`, that a column makes.
struct text_piece {
    enum class outcome : std::uint8_t { found, impossible, unknown };

    outcome what{outcome::unknown};
    std::size_t node{}; // no longer put together: a column, a function of it, a number as a text
    std::string_view text;
};

/// What a column must make of a text so that the whole is a known one: what stands beside it tells where its
/// part ends, or a constant between them does, where it is found last. `node` ends the whole.
[[nodiscard]] constexpr text_piece piece_of(std::span<const expression_node> nodes,
                                            const target_places& places, const evaluation& values,
                                            std::size_t node, std::string_view whole) {
    using enum text_piece::outcome;
    while (nodes[node].what == operation::append || nodes[node].what == operation::pad_zeros) {
        const std::size_t left = places.left_of(node);
        if (nodes[node].what == operation::pad_zeros) {
            node = left;
            whole = without_zeros(whole);
            continue;
        }
        const target_places::sides side = places.sides_of(node);
        const possible_value other = side.both ? possible_value{} : values.at(side.theirs);
        if (side.both || other.letters != letter_case::kept || !other.may_be_value) {
            return {};
        }
        if (other.text_known) {
            if (side.left ? !whole.ends_with(other.text) : !whole.starts_with(other.text)) {
                return {.what = impossible, .node = node, .text = whole};
            }
            const std::size_t size = whole.size() - other.text.size();
            whole = side.left ? whole.substr(0, size) : whole.substr(other.text.size());
        } else {
            const expression_node& between = nodes[nodes[left].what == operation::append ? left - 1 : left];
            const std::size_t found =
                between.what == operation::constant ? whole.rfind(between.text) : std::string_view::npos;
            if (found == std::string_view::npos) {
                return {};
            }
            const std::size_t end = found + between.text.size();
            whole = side.left ? whole.substr(0, end) : whole.substr(end);
        }
        node = side.mine;
    }
    return {.what = found, .node = node, .text = whole};
}

} // namespace synth

#endif
