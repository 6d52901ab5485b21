// SPDX-License-Identifier: BSL-1.0
#include "unordered_pair.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "condition_term.hpp"
#include "sql_tree.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

using node = sql_tree::node;

// A column, also as a text: each of its values is another text.
std::optional<std::size_t> column_of(const node& one, const table& of, engine from) {
    if (kind_of(one) == "TypeCast") {
        const node& type = part(inside(one), "typeName");
        const std::string to = name_of(part(type, "names")).last;
        const bool text = (to == "text" || to == "varchar") && !type.contains("typmods");
        return text && !type.contains("arrayBounds") ? column_of(part(inside(one), "arg"), of, from)
                                                     : std::nullopt;
    }
    return kind_of(one) == "ColumnRef" ? column_named(inside(one), of, from) : std::nullopt;
}

// The lesser of two numbers may be the greater of their texts, so that they are compared as one or the other.
bool is_compared_as_text(const node& one, const table& of, std::size_t column) {
    return kind_of(one) == "TypeCast" && of.columns[column].type.of != kind::text;
}

enum class extreme { none, least, greatest };

// LEAST and GREATEST, or SQLite's min and max, of two arguments.
extreme extreme_of(const node& one, engine from) {
    const node& content = inside(one);
    if (part(content, "args").size() != 2) {
        return extreme::none;
    }
    if (kind_of(one) == "MinMaxExpr") {
        return text_of(content, "op") == "IS_LEAST" ? extreme::least : extreme::greatest;
    }
    if (kind_of(one) == "FuncCall" && from == engine::sqlite) {
        const std::string name = lower(name_of(part(content, "funcname")).last);
        return name == "min" ? extreme::least : name == "max" ? extreme::greatest : extreme::none;
    }
    return extreme::none;
}

} // namespace

std::optional<unordered_pair> pair_of_index(const unique_index& index, const table& of, engine from) {
    std::optional<unordered_pair> least;
    std::optional<unordered_pair> greatest;
    bool least_of_texts = false;
    bool greatest_of_texts = false;
    member_list others;
    for (const std::string& each : index.parts) {
        try {
            const sql_tree tree{each};
            const extreme which = extreme_of(tree.root(), from);
            if (which == extreme::none) {
                const auto column = column_of(tree.root(), of, from);
                if (!column || kind_of(tree.root()) != "ColumnRef") {
                    return std::nullopt;
                }
                others.push_back(*column);
                continue;
            }
            const node& arguments = part(inside(tree.root()), "args");
            const auto one = column_of(arguments.at(0), of, from);
            const auto other = column_of(arguments.at(1), of, from);
            if (!one || !other || *one == *other) {
                return std::nullopt;
            }
            (which == extreme::least ? least : greatest) =
                unordered_pair{std::min(*one, *other), std::max(*one, *other), {}};
            (which == extreme::least ? least_of_texts : greatest_of_texts) =
                is_compared_as_text(arguments.at(0), of, *one) ||
                is_compared_as_text(arguments.at(1), of, *other);
        } catch (const untranslatable&) {
            return std::nullopt;
        }
    }
    if (!least || !greatest || least->left != greatest->left || least->right != greatest->right ||
        contains(others, least->left) || contains(others, least->right) ||
        least_of_texts != greatest_of_texts) {
        return std::nullopt;
    }
    least->key = others;
    least->key.push_back(least->left);
    least->key.push_back(least->right);
    return least;
}

bool may_be_ordered(const row_struct& row, const unordered_pair& pair) {
    const value_type& left = row.source->columns[pair.left].type;
    const value_type& right = row.source->columns[pair.right].type;
    if (row.members[pair.left].left_out || row.members[pair.right].left_out || left.array || right.array ||
        left.of != right.of) {
        return false;
    }
    switch (left.of) {
    case kind::int16:
    case kind::int32:
    case kind::int64:
    case kind::decimal:
    case kind::text:
    case kind::date:
    case kind::time_of_day:
    case kind::timestamp:
    case kind::timestamp_tz:
        return true;
    default:
        break;
    }
    const auto refers = [&](std::size_t column, std::size_t parent) {
        return std::ranges::any_of(row.references, [&](const row_reference& each) {
            return each.parent == parent && contains(each.members, column) && within(each.members, pair.key);
        });
    };
    return left.of == kind::uuid && std::ranges::any_of(row.references, [&](const row_reference& each) {
               return contains(each.members, pair.left) && refers(pair.left, each.parent) &&
                      refers(pair.right, each.parent);
           });
}

void order_pair(row_struct& row, const unordered_pair& pair, const std::string& name,
                const std::string& name_space) {
    const auto value = [&](std::size_t column) {
        return fmt::format("synth::value<{}>", pointer_to(name_space, row, column));
    };
    const auto compare = [&](std::size_t left, std::string_view how, std::size_t right) {
        return fmt::format("{} {} {}", value(left), how, value(right));
    };
    const bool ordered = std::ranges::any_of(row.checks, [&](const row_check& each) {
        std::string condition = each.condition;
        std::erase(condition, break_mark);
        return std::ranges::any_of(std::initializer_list<std::string_view>{"<", "<=", ">", ">="},
                                   [&](std::string_view how) {
                                       return condition == compare(pair.left, how, pair.right) ||
                                              condition == compare(pair.right, how, pair.left);
                                   });
    });
    if (!ordered) {
        row.checks.push_back(
            {.name = name,
             .condition = compare(pair.left, "<", pair.right),
             .columns = {pair.left, pair.right},
             .remark = fmt::format("stronger than unique index {}, which takes two columns in "
                                   "whatever order: the lesser comes first",
                                   name)});
    }
}

} // namespace synth::introspect
