// SPDX-License-Identifier: BSL-1.0
#include "composite_parts.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "nulls.hpp"
#include "sql_tree.hpp"

namespace synth::introspect {

namespace {

using node = sql_tree::node;

// Whether an expression names an attribute of a column, or of VALUE, which a check of a domain is about.
bool names_attribute(const node& one, const std::string& column, bool is_value) { // NOLINT(misc-no-recursion)
    if (kind_of(one) == "A_Indirection") {
        const node& of = part(inside(one), "arg");
        const node& places = part(inside(one), "indirection");
        const dotted_name name = name_of(part(inside(of), "fields"));
        if (kind_of(of) == "ColumnRef" && name.last == (is_value ? "value" : column) && !places.empty() &&
            kind_of(places[0]) == "String") {
            return true;
        }
    }
    return one.is_structured() &&
           std::ranges::any_of(one, [&](const node& each) { // NOLINT(misc-no-recursion)
               return names_attribute(each, column, is_value);
           });
}

bool asks_for_parts(const table& of, const column& one) {
    return std::ranges::any_of(of.checks, [&](const check& each) {
        const bool is_value = !each.column.empty();
        if (each.of_elements || (is_value && each.column != one.name)) {
            return false;
        }
        return std::ranges::any_of(each.conditions, [&](const std::string& condition) {
            try {
                return names_attribute(sql_tree{condition}.root(), one.name, is_value);
            } catch (const untranslatable&) {
                return false;
            }
        });
    });
}

// Every attribute becomes a column, so all must be of types that columns have.
bool may_have_parts(const table& of, const column& one) {
    const value_type& type = one.type;
    return type.of == kind::composite && !type.array && one.generated_expression.empty() &&
           !of.filled_outside &&
           std::ranges::none_of(type.attributes,
                                [](const value_type& each) { return each.of == kind::unsupported; }) &&
           std::ranges::none_of(of.columns, [&](const column& each) {
               return std::ranges::any_of(type.attribute_names, [&](const std::string& name) {
                   return each.name == name_of_part(one, name);
               });
           });
}

} // namespace

void add_composite_parts(catalog& database) {
    for (table& each : database.tables) {
        std::vector<column> parts;
        for (std::size_t at = 0; at < each.columns.size(); ++at) {
            const column& one = each.columns[at];
            if (!may_have_parts(each, one) || !asks_for_parts(each, one)) {
                continue;
            }
            for (std::size_t place = 0; place < one.type.attributes.size(); ++place) {
                parts.push_back({.name = name_of_part(one, one.type.attribute_names[place]),
                                 .type = one.type.attributes[place],
                                 .part_of = at});
            }
        }
        each.columns.insert(each.columns.end(), std::make_move_iterator(parts.begin()),
                            std::make_move_iterator(parts.end()));
    }
}

std::string name_of_part(const column& composite, const std::string& attribute) {
    return composite.name + "." + attribute;
}

std::vector<std::size_t> parts_of_column(const std::vector<column>& columns, std::size_t index) {
    std::vector<std::size_t> result;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        if (columns[at].part_of == index) {
            result.push_back(at);
        }
    }
    return result;
}

void compose_parts(model& all, const std::string& name_space) {
    for (row_struct& row : all.rows) {
        for (std::size_t at = 0; at < row.members.size(); ++at) {
            const std::vector<std::size_t> parts = parts_of_column(row.source->columns, at);
            member& one = row.members[at];
            const bool asked = std::ranges::any_of(row.checks, [&](const row_check& each) {
                return std::ranges::any_of(parts,
                                           [&](std::size_t column) { return each.columns.contains(column); });
            });
            const bool null = std::ranges::find(one.options, always_null) != one.options.end();
            if (asked && !null && !one.left_out) {
                std::string names;
                for (const std::size_t each : parts) {
                    names += (names.empty() ? "" : ", ") + pointer_to(name_space, row, each);
                }
                one.options.push_back(fmt::format("synth::composed_of<{}>()", names));
            } else if (!asked) {
                for (const std::size_t each : parts) {
                    row.members[each].left_out = true;
                }
            }
        }
    }
}

} // namespace synth::introspect
