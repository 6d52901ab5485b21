// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_SQUARE_HPP
#define SYNTH_GENERATE_SQUARE_HPP

#include <cstddef>
#include <span>

#include <synth/core/integer.hpp>
#include <synth/core/interval_set.hpp>
#include <synth/core/number_range.hpp>
#include <synth/schema/expression_node.hpp>

namespace synth {

/// Whether two nodes end the same expression, word by word.
[[nodiscard]] constexpr bool are_same(std::span<const expression_node> nodes, std::size_t one,
                                      std::size_t other) {
    bool same = nodes[one].size == nodes[other].size;
    for (std::size_t index = 0; same && index < nodes[one].size; ++index) {
        const expression_node& mine = nodes[one - index];
        const expression_node& theirs = nodes[other - index];
        same = mine.what == theirs.what && mine.kind == theirs.kind && mine.column == theirs.column &&
               mine.part == theirs.part && mine.number == theirs.number && mine.months == theirs.months &&
               mine.text == theirs.text;
    }
    return same;
}

/// Whether a node is something times itself: what is known of the one factor is true of the other.
[[nodiscard]] constexpr bool is_square(std::span<const expression_node> nodes, std::size_t node) {
    return nodes[node].what == operation::multiply && nodes[node].kind == value_kind::number &&
           are_same(nodes, node - 1 - nodes[node - 1].size, node - 1);
}

/// The greatest whole number whose square is at most a number that is not negative: `root_below(17) == 4`.
/// Newton's method from above, on whole numbers.
[[nodiscard]] constexpr int128 root_below(int128 number) {
    if (number < 2) {
        return number;
    }
    int128 above = 1;
    while (above <= number / above) {
        above *= 2;
    }
    for (int128 next = (above + number / above) / 2; next < above; next = (above + number / above) / 2) {
        above = next;
    }
    return above;
}

/// The whole numbers whose squares are in a set: `roots_of({5, 16})` are -4, -3, 3 and 4.
[[nodiscard]] constexpr interval_set roots_of(const interval_set& squares) {
    interval_set found;
    for (std::size_t index = 0; index < squares.interval_count(); ++index) {
        const number_range range = squares[index];
        if (range.high >= 0) {
            const int128 least = range.low <= 0 ? 0 : root_below(range.low - 1) + 1;
            found = found | interval_set{least, range.high >= no_upper_bound ? no_upper_bound
                                                                             : root_below(range.high)};
        }
    }
    found = found | found.negated();
    return squares.exact() && squares.is_gapless() ? found : found.estimated();
}

} // namespace synth

#endif
