// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_EVALUATION_HPP
#define SYNTH_GENERATE_EVALUATION_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <synth/generate/arithmetic.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/square.hpp>
#include <synth/generate/text_functions.hpp>
#include <synth/schema/expression_node.hpp>

namespace synth {

/// Tells whether a text is in the pattern of a node, for the nodes that match patterns. They are built once,
/// when a dataset is planned.
class pattern_source {
public:
    using function = bool (*)(const void* patterns, const expression_node& node, std::string_view text);

    constexpr pattern_source() = default;
    constexpr pattern_source(function call, const void* patterns) : call_(call), patterns_(patterns) {}

    /// Nothing is known without patterns: `fallback` then.
    [[nodiscard]] constexpr bool matches(const expression_node& node, std::string_view text,
                                         bool fallback) const {
        return call_ == nullptr ? fallback : call_(patterns_, node, text);
    }
    [[nodiscard]] constexpr bool known() const { return call_ != nullptr; }

private:
    function call_ = nullptr;
    const void* patterns_ = nullptr;
};

/// Makes the texts that an expression calculates, `a || '-' || b`, and keeps their bytes as long as its store
/// (generate/text_store.hpp).
class text_source {
public:
    using function = std::string_view (*)(void* store, const expression_node& node,
                                          const possible_value& left, const possible_value& right);

    constexpr text_source() = default;
    constexpr text_source(function call, void* store) : call_(call), store_(store) {}

    /// The text of a node with such operands, which are known; nothing is known of it without a store.
    [[nodiscard]] constexpr possible_value make(const expression_node& node, const possible_value& left,
                                                const possible_value& right) const {
        return call_ == nullptr ? possible_value{} : possible_value::of(call_(store_, node, left, right));
    }

private:
    function call_ = nullptr;
    void* store_ = nullptr;
};

/// Calculates an expression for one row as SQL does, with NULL and the truth that is unknown: over values,
/// and over what values may still become. `columns` holds a value for each column that a node names. What
/// floating-point numbers were calculated to is known up to a millionth.
class evaluation {
public:
    constexpr evaluation(std::span<const expression_node> nodes, std::span<const possible_value> columns,
                         const pattern_source& patterns, const text_source& texts = {})
        : nodes_(nodes), columns_(columns), patterns_(patterns), texts_(texts) {}

    /// The value of the expression that ends with a node.
    [[nodiscard]] constexpr possible_value at(std::size_t node) const {
        const expression_node& root = nodes_[node];
        switch (root.what) {
        case operation::column:
            return columns_[root.column].part_of(root.part);
        case operation::constant:
            return constant(root);
        case operation::both:
        case operation::either:
            return connect(root.what, at(left_of(node)), at(node - 1));
        case operation::negation:
            return negated(at(node - 1));
        case operation::is_null:
            return is_null(at(node - 1));
        case operation::is_true:
            return is_true(at(node - 1));
        case operation::as_number:
            return at(node - 1);
        case operation::coalesce:
            return first_value(node, at(left_of(node)), at(node - 1));
        case operation::equal:
        case operation::unequal:
        case operation::less:
        case operation::less_equal:
        case operation::greater:
        case operation::greater_equal:
            return compare(root.what, node, at(left_of(node)), at(node - 1));
        case operation::is_distinct:
            return distinct(node, at(left_of(node)), at(node - 1));
        case operation::like:
        case operation::like_ignoring_case:
        case operation::matches:
        case operation::matches_ignoring_case:
            return match(node, at(left_of(node)), at(node - 1));
        case operation::starts_with:
            return begins(at(left_of(node)), at(node - 1));
        case operation::length:
        case operation::octet_length:
        case operation::lower:
        case operation::upper:
        case operation::trim:
            return function_of_text(root.what, at(node - 1));
        case operation::append:
        case operation::pad_zeros:
            return calculated_text(node, at(left_of(node)), at(node - 1));
        case operation::as_text:
            return calculated_text(node, at(node - 1), possible_value::of(0));
        default:
            break;
        }
        if (root.what <= operation::rounded) {
            const std::size_t left = left_of(node);
            possible_value result = calculate(root, nodes_[left], nodes_[node - 1], at(left), at(node - 1));
            if (result.low < 0 && result.may_be_value && is_square(nodes_, node)) {
                result.low = 0;
            }
            return result;
        }
        return calculate(root, nodes_[node - 1], at(node - 1));
    }

    /// The node that ends the left operand of a node with two.
    [[nodiscard]] constexpr std::size_t left_of(std::size_t node) const {
        return node - 1 - nodes_[node - 1].size;
    }

    /// The truth of a comparison of two operands of a node.
    [[nodiscard]] constexpr possible_value
    compare(operation what, std::size_t node, const possible_value& left, const possible_value& right) const {
        if (left.is_error() || right.is_error()) {
            return possible_value::error();
        }
        const bool unknown = left.may_be_null || right.may_be_null;
        if (!left.may_be_value || !right.may_be_value) {
            return possible_value::truth(false, false, true);
        }
        const expression_node& left_node = nodes_[left_of(node)];
        const expression_node& right_node = nodes_[node - 1];
        const bool identities = left.identity && right.identity;
        if (!identities && (left_node.kind == value_kind::text || left_node.kind == value_kind::other)) {
            if (!left.text_known || !right.text_known) {
                return possible_value::truth(true, true, unknown);
            }
            const bool holds = compare_texts(what, left, right);
            return possible_value::truth(holds, !holds, unknown);
        }
        number_range one = range(left, left_node, right_node);
        const number_range other = range(right, right_node, left_node);
        const int128 slack = slack_of(left_node, right_node);
        one.low -= slack;
        one.high += slack;
        const bool same = one.low == one.high && other.low == other.high && one.low == other.low;
        const bool overlap = one.low <= other.high && other.low <= one.high;
        switch (what) {
        case operation::equal:
            return possible_value::truth(overlap, !same, unknown);
        case operation::unequal:
            return possible_value::truth(!same, overlap, unknown);
        case operation::less:
            return possible_value::truth(one.low < other.high, one.high >= other.low, unknown);
        case operation::less_equal:
            return possible_value::truth(one.low <= other.high, one.high > other.low, unknown);
        case operation::greater:
            return possible_value::truth(one.high > other.low, one.low <= other.high, unknown);
        default:
            return possible_value::truth(one.high >= other.low, one.low < other.high, unknown);
        }
    }

    /// By how many of the units that are compared floating-point numbers may be off, where they are sums or
    /// products of others.
    [[nodiscard]] static constexpr int128 slack_of(const expression_node& left,
                                                   const expression_node& right) {
        const bool rough = (left.real && left.size > 1) || (right.real && right.size > 1);
        return rough ? detail::ten_to((left.scale > right.scale ? left.scale : right.scale) -
                                      detail::real_scale)
                     : 0;
    }

    /// The bounds of a value as numbers that compare with those of the other operand.
    [[nodiscard]] static constexpr number_range
    range(const possible_value& value, const expression_node& mine, const expression_node& other) {
        if (mine.kind == value_kind::interval) {
            const possible_value length = value.with_months_as_days();
            return {length.low, length.high};
        }
        const int scale = mine.scale > other.scale ? mine.scale : other.scale;
        return {detail::comparable(value.low, mine, other.kind, scale),
                detail::comparable(value.high, mine, other.kind, scale)};
    }

    [[nodiscard]] static constexpr possible_value constant(const expression_node& node) {
        if (node.kind == value_kind::text) {
            return possible_value::of(node.text);
        }
        if (node.kind == value_kind::null) {
            return possible_value::null();
        }
        possible_value result = possible_value::of(node.number);
        result.months = node.months;
        return result;
    }

private:
    [[nodiscard]] static constexpr possible_value connect(operation what, const possible_value& left,
                                                          const possible_value& right) {
        if (left.is_error()) { // what comes first is calculated first
            return left;
        }
        const bool either = what == operation::either;
        const bool both_true = left.may_be_true() && right.may_be_true();
        const bool both_false = left.may_be_false() && right.may_be_false();
        const bool one_true = left.may_be_true() || right.may_be_true();
        const bool one_false = left.may_be_false() || right.may_be_false();
        // Unknown beside what does not settle it.
        const auto stays = [either](const possible_value& one, const possible_value& other) {
            return one.may_be_null &&
                   (other.may_be_null || (either ? other.may_be_false() : other.may_be_true()));
        };
        if (right.is_error()) { // unless the left side settles it
            return possible_value::truth(either && left.may_be_true(), !either && left.may_be_false(), false);
        }
        return possible_value::truth(either ? one_true : both_true, either ? both_false : one_false,
                                     stays(left, right) || stays(right, left));
    }

    [[nodiscard]] static constexpr possible_value negated(const possible_value& inner) {
        return possible_value::truth(inner.may_be_false(), inner.may_be_true(), inner.may_be_null);
    }

    [[nodiscard]] static constexpr possible_value is_null(const possible_value& inner) {
        return possible_value::truth(inner.may_be_null, inner.may_be_value, false);
    }

    [[nodiscard]] static constexpr possible_value is_true(const possible_value& inner) {
        return possible_value::truth(inner.may_be_true(), inner.may_be_false() || inner.may_be_null, false);
    }

    [[nodiscard]] constexpr possible_value distinct(std::size_t node, const possible_value& left,
                                                    const possible_value& right) const {
        const possible_value same = compare(operation::equal, node, left, right);
        const bool one_null =
            (left.may_be_null && right.may_be_value) || (left.may_be_value && right.may_be_null);
        return same.is_error()
                   ? same
                   : possible_value::truth(one_null || same.may_be_false(),
                                           (left.may_be_null && right.may_be_null) || same.may_be_true(),
                                           false);
    }

    [[nodiscard]] constexpr possible_value first_value(std::size_t node, const possible_value& first,
                                                       const possible_value& second) const {
        const expression_node& root = nodes_[node];
        possible_value one = in_units_of(root, first, nodes_[left_of(node)]);
        possible_value other = in_units_of(root, second, nodes_[node - 1]);
        if (!first.may_be_null || !first.may_be_value) {
            return first.may_be_null ? other : one;
        }
        one = one.with_months_as_days();
        other = other.with_months_as_days();
        possible_value result;
        result.may_be_null = second.may_be_null;
        result.low = other.may_be_value && other.low < one.low ? other.low : one.low;
        result.high = other.may_be_value && other.high > one.high ? other.high : one.high;
        return result;
    }

    [[nodiscard]] static constexpr possible_value in_units_of(const expression_node& to, possible_value value,
                                                              const expression_node& from) {
        if (from.kind != value_kind::null && from.kind != value_kind::interval) {
            value.low = detail::comparable(value.low, from, to.kind, to.scale);
            value.high = detail::comparable(value.high, from, to.kind, to.scale);
        }
        return value;
    }

    [[nodiscard]] constexpr possible_value match(std::size_t node, const possible_value& subject,
                                                 const possible_value& wanted) const {
        if (subject.is_error() || wanted.is_error()) {
            return possible_value::error();
        }
        const bool unknown = subject.may_be_null || wanted.may_be_null;
        if (!subject.may_be_value || !wanted.may_be_value) {
            return possible_value::truth(false, false, true);
        }
        if (!subject.text_known || nodes_[node - 1].what != operation::constant || !patterns_.known()) {
            return possible_value::truth(true, true, unknown);
        }
        const bool holds = subject.letters == letter_case::kept
                               ? patterns_.matches(nodes_[node], subject.text, true)
                               : patterns_.matches(nodes_[node], in_its_letters(subject), true);
        return possible_value::truth(holds, !holds, unknown);
    }

    [[nodiscard]] static constexpr possible_value begins(const possible_value& text,
                                                         const possible_value& beginning) {
        if (text.is_error() || beginning.is_error()) {
            return possible_value::error();
        }
        const bool unknown = text.may_be_null || beginning.may_be_null;
        if (!text.may_be_value || !beginning.may_be_value) {
            return possible_value::truth(false, false, true);
        }
        if (!text.text_known || !beginning.text_known) {
            return possible_value::truth(true, true, unknown);
        }
        const bool kept = text.letters == letter_case::kept && beginning.letters == letter_case::kept;
        const bool holds = kept ? text.text.starts_with(beginning.text)
                                : in_its_letters(text).starts_with(in_its_letters(beginning));
        return possible_value::truth(holds, !holds, unknown);
    }

    [[nodiscard]] constexpr possible_value calculated_text(std::size_t node, const possible_value& left,
                                                           const possible_value& right) const {
        if (left.is_error() || right.is_error()) {
            return possible_value::error();
        }
        possible_value result;
        const expression_node& operand = nodes_[node - 1];
        const bool written =
            nodes_[node].what != operation::as_text || (operand.kind == value_kind::number && !operand.real);
        if (written && left.is_one_value() && right.is_one_value()) {
            result = texts_.make(nodes_[node], left, right);
        }
        result.may_be_null = left.may_be_null || right.may_be_null;
        result.may_be_value = left.may_be_value && right.may_be_value;
        return result;
    }

    std::span<const expression_node> nodes_;
    std::span<const possible_value> columns_;
    pattern_source patterns_;
    text_source texts_;
};

} // namespace synth

#endif
