// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_EXPRESSION_RESULT_HPP
#define SYNTH_SCHEMA_EXPRESSION_RESULT_HPP

#include <cstdint>

#include <synth/schema/expression_node.hpp>

namespace synth::detail {

// What SQL makes of two operands: dates move by days and by intervals, and differ by them.
constexpr value_kind kind_of_sum(value_kind left, value_kind right, bool minus) {
    const auto is_moment = [](value_kind kind) {
        return kind == value_kind::date || kind == value_kind::timestamp;
    };
    const bool moments = is_moment(left) && is_moment(right);
    if (minus && (moments || (left == value_kind::time && right == value_kind::time))) {
        return left == value_kind::date && right == value_kind::date ? value_kind::number
                                                                     : value_kind::interval;
    }
    const value_kind moment = is_moment(left) || left == value_kind::time ? left : right;
    const value_kind other = moment == left ? right : left;
    if (moment == value_kind::date && (other == value_kind::interval || other == value_kind::time)) {
        return value_kind::timestamp;
    }
    return moment == value_kind::time && other == value_kind::date ? value_kind::timestamp : moment;
}

// The kind, the scale and the width of a calculated number.
constexpr void calculated(expression_node& node, const expression_node& left, const expression_node& right) {
    const auto greater = [](auto one, auto other) { return one < other ? other : one; };
    node.kind = left.kind;
    node.real = left.real || right.real;
    node.scale = greater(left.scale, right.scale);
    node.width = left.width > 0 && right.width > 0 ? greater(left.width, right.width) : std::uint8_t{0};
    switch (node.what) {
    case operation::add:
    case operation::subtract:
        node.kind = kind_of_sum(left.kind, right.kind, node.what == operation::subtract);
        if (node.kind == value_kind::number && left.kind == value_kind::date) {
            node.width = 4; // days between
        }
        break;
    case operation::multiply:
        node.scale = static_cast<std::uint8_t>(left.scale + right.scale);
        node.kind = right.kind == value_kind::interval ? right.kind : left.kind;
        break;
    case operation::divide: // whole numbers have a whole quotient, others one of many digits
        node.scale = node.width > 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(left.scale + 6);
        break;
    case operation::rounded:
        node.scale = static_cast<std::uint8_t>(right.number);
        node.width = 0;
        break;
    case operation::coalesce:
        if (left.kind == value_kind::date && right.kind == value_kind::timestamp) {
            node.kind = right.kind;
        }
        break;
    default:
        break;
    }
    if (node.kind != value_kind::number) {
        node.scale = 0;
        node.width = 0;
    }
}

// What is known of a result before there are values.
constexpr expression_node node_of(operation what, const expression_node& left, const expression_node& right) {
    expression_node node;
    node.what = what;
    node.kind = value_kind::boolean;
    if (what <= operation::absolute || what == operation::coalesce) {
        calculated(node, left.kind == value_kind::null ? right : left,
                   right.kind == value_kind::null ? left : right);
        return node;
    }
    switch (what) {
    case operation::length:
    case operation::octet_length:
    case operation::cardinality:
    case operation::as_number:
        node.kind = value_kind::number;
        node.width = 4;
        break;
    case operation::epoch_of:
        node.scale = left.kind == value_kind::date ? 0 : 6;
        [[fallthrough]];
    case operation::year_of:
        node.kind = value_kind::number;
        break; // SQL's is numeric
    case operation::second_of:
        node.kind = value_kind::number;
        node.scale = 6;
        break;
    case operation::millisecond_of:
        node.kind = value_kind::number;
        node.scale = 3;
        break;
    case operation::time_of:
        node.kind = value_kind::time;
        break;
    case operation::lower:
    case operation::upper:
    case operation::trim:
    case operation::append:
    case operation::as_text:
    case operation::pad_zeros:
        node.kind = value_kind::text;
        break;
    case operation::date_of:
        node.kind = value_kind::date;
        break;
    default:
        if (what >= operation::start_of_millisecond) {
            node.kind = value_kind::timestamp;
        } else if (what > operation::cardinality) { // other parts
            node.kind = value_kind::number;
        }
        break;
    }
    return node;
}

} // namespace synth::detail

#endif
