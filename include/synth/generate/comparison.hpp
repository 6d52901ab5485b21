// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_COMPARISON_HPP
#define SYNTH_GENERATE_COMPARISON_HPP

#include <cstdint>

#include <synth/core/interval_set.hpp>
#include <synth/generate/arithmetic.hpp>
#include <synth/generate/evaluation.hpp>
#include <synth/generate/inversion.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/schema/expression_node.hpp>

namespace synth {

/// The comparison with its sides exchanged: `a < b` is `b > a`.
[[nodiscard]] constexpr operation mirrored(operation what) {
    switch (what) {
    case operation::less:
        return operation::greater;
    case operation::less_equal:
        return operation::greater_equal;
    case operation::greater:
        return operation::less;
    case operation::greater_equal:
        return operation::less_equal;
    default:
        return what;
    }
}

/// The comparison that holds where another does not: `a < b` and `a >= b`.
[[nodiscard]] constexpr operation contrary(operation what) {
    switch (what) {
    case operation::less:
        return operation::greater_equal;
    case operation::less_equal:
        return operation::greater;
    case operation::greater:
        return operation::less_equal;
    case operation::greater_equal:
        return operation::less;
    case operation::equal:
        return operation::unequal;
    default:
        return operation::equal;
    }
}

/// The numbers that compare with one between two bounds.
[[nodiscard]] constexpr interval_set numbers_beside(operation what, const number_range& other) {
    switch (what) {
    case operation::less:
        return {no_lower_bound, other.high - 1};
    case operation::less_equal:
        return {no_lower_bound, other.high};
    case operation::greater:
        return {other.low + 1, no_upper_bound};
    case operation::greater_equal:
        return {other.low, no_upper_bound};
    case operation::equal:
        return {other.low, other.high};
    default:
        return other.low == other.high ? !interval_set{other.low, other.low} : interval_set::all();
    }
}

/// A set of numbers of some kind and scale, as numbers of a node. The node is `cut` where a quotient in it
/// has more digits than are counted.
template<typename Lazy = void>
[[nodiscard]] constexpr interval_set in_units_of(const expression_node& node, const interval_set& set,
                                                 value_kind kind, int scale, bool cut) {
    if (node.kind == value_kind::date && kind == value_kind::timestamp) {
        return basic_inversion<Lazy>::divided(set, detail::microseconds_in_day, false);
    }
    return node.kind == value_kind::number
               ? basic_inversion<Lazy>::divided(set, detail::ten_to(scale - node.scale), cut)
               : set;
}

/// The numbers of one operand that compare as asked with what is known of the other.
template<typename Lazy = void>
[[nodiscard]] constexpr interval_set numbers_compared(operation what, const expression_node& mine,
                                                      const expression_node& theirs,
                                                      const possible_value& other, bool cut) {
    // NOLINTNEXTLINE(readability-suspicious-call-argument): of their value, in my units
    number_range bounds = evaluation::range(other, theirs, mine);
    const int128 slack = evaluation::slack_of(mine, theirs);
    bounds.low -= slack;
    bounds.high += slack;
    const int scale = mine.scale > theirs.scale ? mine.scale : theirs.scale;
    const interval_set set = in_units_of<Lazy>(mine, numbers_beside(what, bounds), theirs.kind, scale, cut);
    return bounds.low == bounds.high ? set : set.estimated();
}

/// Of a set what SQL has room for in a node; more is an error.
[[nodiscard]] constexpr interval_set within_room(const interval_set& set, const expression_node& node) {
    const number_range room = room_of(node);
    return detail::endless(room.high) ? set : set & interval_set{room.low, room.high};
}

} // namespace synth

#endif
