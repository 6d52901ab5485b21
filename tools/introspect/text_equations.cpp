// SPDX-License-Identifier: BSL-1.0
#include "text_equations.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "members.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

bool is_key(const row_struct& row, std::size_t column) {
    const auto holds = [column](const row_key& each) { return contains(each.members, column); };
    return holds(row.primary_key) || std::ranges::any_of(row.unique, holds);
}

bool is_referenced(const model& all, std::size_t table, std::size_t column) {
    return std::ranges::any_of(all.rows, [&](const row_struct& child) {
        return std::ranges::any_of(child.references, [&](const row_reference& each) {
            return each.parent == table && contains(each.parent_members, column);
        });
    });
}

bool has_own_checks(const row_struct& row, std::size_t column) {
    return std::ranges::any_of(row.checks, [column](const row_check& each) {
        return each.columns.size() == 1 && each.columns.contains(column);
    });
}

// ---- lower(name) = lower_name, and the same without lower ----

// The text whose key decides is one that its equal may be too: that becomes the same text.
void copy_checks(row_struct& row, std::size_t key, const text_piece& copy, const std::string& name_space) {
    const std::string value = fmt::format("synth::value<{}>", pointer_to(name_space, row, key));
    const std::string other = fmt::format("synth::value<{}>", pointer_to(name_space, row, *copy.column));
    std::vector<row_check> added;
    const auto add = [&](const std::string& condition) {
        added.push_back({.name = "text",
                         .condition = condition,
                         .columns = {key},
                         .remark = fmt::format("asked of {}, which is the same text",
                                               one_line(row.members[*copy.column].source->name))});
    };
    for (const row_check& each : row.checks) {
        if (each.columns == std::set<std::size_t>{*copy.column}) {
            add(with_replaced(each.condition, other, value));
        }
    }
    if (!copy.letters.empty()) {
        add(fmt::format("synth::sql::{}({}) == {}", copy.letters, value, value));
    }
    const unsigned mine = row.members[key].source->type.max_length;
    const unsigned limit = row.members[*copy.column].source->type.max_length;
    if (limit > 0 && (mine == 0 || mine > limit)) {
        add(fmt::format("synth::sql::length({}) <= {}", value, limit));
    }
    row.checks.insert(row.checks.end(), std::make_move_iterator(added.begin()),
                      std::make_move_iterator(added.end()));
}

// Whether keys of a column follow from those of another one, which is the same text or that in other letters:
// then they are given up.
bool give_up_keys(model& all, std::size_t table, std::size_t column, std::size_t other) {
    row_struct& row = all.rows[table];
    const auto follows = [&](const row_key& each) {
        member_list members = each.members;
        std::ranges::replace(members, column, other);
        const auto is_within = [&](const row_key& kept) {
            return !kept.members.empty() && !contains(kept.members, column) && within(kept.members, members);
        };
        return is_within(row.primary_key) || std::ranges::any_of(row.unique, is_within);
    };
    const auto has_it = [&](const row_key& each) { return contains(each.members, column); };
    if (is_referenced(all, table, column) || has_it(row.primary_key) ||
        !std::ranges::all_of(row.unique,
                             [&](const row_key& each) { return !has_it(each) || follows(each); })) {
        return false;
    }
    std::erase_if(row.unique, has_it);
    return true;
}

// ---- label = site || '-' || number ----

// Whether two rows with the same text have the same columns: a text ends where what stands behind it begins,
// which no such text has in it.
bool tells_columns_apart(const std::vector<text_piece>& pieces) {
    for (std::size_t at = 0; at + 1 < pieces.size(); ++at) {
        const text_piece& next = pieces[at + 1];
        const bool digit =
            !next.literal.empty() && next.literal.front() >= '0' && next.literal.front() <= '9';
        if (pieces[at].column && (next.column || next.literal.empty() || (pieces[at].number && digit))) {
            return false;
        }
    }
    return true;
}

// What makes it so: a number that is padded is not cut, and no text has the first letter of what follows it.
void keep_pieces_apart(row_struct& row, const std::vector<text_piece>& pieces,
                       const std::string& name_space) {
    const auto add = [&](std::size_t column, const std::string& condition) {
        row.checks.push_back({.name = "text",
                              .condition = condition,
                              .columns = {column},
                              .remark = "so that what is put together can be told apart"});
    };
    for (std::size_t at = 0; at < pieces.size(); ++at) {
        const text_piece& each = pieces[at];
        if (!each.column) {
            continue;
        }
        const std::string value = fmt::format("synth::value<{}>", pointer_to(name_space, row, *each.column));
        if (each.width > 0) {
            add(*each.column,
                fmt::format("synth::sql::between({}, 0, {})", value, std::string(each.width, '9')));
        } else if (!each.number && at + 1 < pieces.size()) {
            const std::string& next = pieces[at + 1].literal;
            const std::string first = next.substr(0, first_code_point(next).size);
            add(*each.column, fmt::format("!synth::sql::like({}, {})", value,
                                          literal("%" + escaped_for_like(first) + "%")));
        }
    }
}

// The key of a text is one of the columns that it is made of, unless these have one already.
void replace_key(row_struct& row, const text_equation& text, const std::string& name_space) {
    bool replaced = false;
    for (std::size_t at = row.unique.size(); at-- > 0;) {
        if (!contains(row.unique[at].members, text.column)) {
            continue;
        }
        row_key key = row.unique[at];
        std::erase(key.members, text.column);
        for (const text_piece& piece : text.pieces) {
            if (piece.column && !contains(key.members, *piece.column)) {
                key.members.push_back(*piece.column);
            }
        }
        const auto follows_from = [&](const row_key& other) {
            return !other.members.empty() && within(other.members, key.members);
        };
        row.unique.erase(row.unique.begin() + static_cast<std::ptrdiff_t>(at));
        if (!follows_from(row.primary_key) && std::ranges::none_of(row.unique, follows_from)) {
            key.remark = fmt::format("that {} is unique, which is made of these",
                                     one_line(row.members[text.column].source->name));
            row.unique.insert(row.unique.begin() + static_cast<std::ptrdiff_t>(at), std::move(key));
        }
        replaced = true;
    }
    if (replaced) {
        keep_pieces_apart(row, text.pieces, name_space);
    }
}

} // namespace

void keep_text_equations(model& all, const std::string& name_space) {
    for (std::size_t table = 0; table < all.rows.size(); ++table) {
        row_struct& row = all.rows[table];
        std::vector<text_equation> equations;
        for (const row_check& each : row.checks) {
            if (each.says_text) {
                equations.push_back(*each.says_text);
            }
        }
        for (const text_equation& each : equations) {
            const text_piece& first = each.pieces.front();
            const bool copy = each.pieces.size() == 1 && first.column && !first.number;
            if (copy && is_key(row, each.column) && is_key(row, *first.column)) {
                if (give_up_keys(all, table, *first.column, each.column)) {
                    copy_checks(row, each.column, first, name_space);
                } else if (give_up_keys(all, table, each.column, *first.column)) {
                    copy_checks(row, *first.column, {.column = each.column, .letters = first.letters},
                                name_space);
                }
            } else if (copy && is_key(row, each.column) && !is_key(row, *first.column)) {
                copy_checks(row, each.column, first, name_space);
            } else if (copy && first.letters.empty() && is_key(row, *first.column) &&
                       !is_key(row, each.column)) {
                copy_checks(row, *first.column, {.column = each.column}, name_space);
            } else if (!copy && !has_own_checks(row, each.column) &&
                       !is_referenced(all, table, each.column) && tells_columns_apart(each.pieces)) {
                replace_key(row, each, name_space);
            }
        }
    }
}

} // namespace synth::introspect
