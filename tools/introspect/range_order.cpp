// SPDX-License-Identifier: BSL-1.0
#include "range_order.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "condition.hpp"
#include "conditions.hpp"
#include "sql_tree.hpp"

namespace synth::introspect {

namespace {

constexpr std::string_view makers[] = {"int4range", "int8range", "numrange",
                                       "tsrange",   "tstzrange", "daterange"};

bool is_of_name(char each) {
    return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z') || (each >= '0' && each <= '9') ||
           each == '_' || each == '$' || (static_cast<unsigned char>(each) & 0x80U) != 0;
}

// The place behind the bracket that closes the first one.
std::size_t end_of_call(std::string_view text) {
    int depth = 0;
    char quote = '\0';
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char each = text[at];
        if (quote != '\0') {
            quote = each == quote ? '\0' : quote;
        } else if (each == '\'' || each == '"') {
            quote = each;
        } else if (each == '(') {
            ++depth;
        } else if (each == ')' && --depth == 0) {
            return at + 1;
        }
    }
    return text.size();
}

void put_in_order(const model& all, row_struct& row, engine from, const std::string& name_space,
                  const std::string& expression) {
    for (const range_text& each : ranges_in(expression)) {
        try {
            const condition order = translate({fmt::format("({}) <= ({})", each.lower, each.upper)},
                                              row_of_conditions(all, row, from, name_space));
            const auto same = [&](const row_check& other) { return other.condition == order.text; };
            if (!order.text.empty() && std::ranges::none_of(row.checks, same)) {
                row.checks.push_back({.name = "range",
                                      .condition = order.text,
                                      .columns = order.columns,
                                      .remark = "the bounds of a range of the table are in order"});
            }
        } catch (const untranslatable&) {
            continue; // whether the database takes the rows is a matter of luck
        }
    }
}

} // namespace

std::vector<range_text> ranges_in(const std::string& expression) {
    std::vector<range_text> found;
    const std::string_view text{expression};
    char quote = '\0';
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char each = text[at];
        if (quote != '\0' || each == '\'' || each == '"') {
            quote = quote == '\0' ? each : each == quote ? '\0' : quote;
            continue;
        }
        for (const std::string_view name : makers) {
            const bool starts = at == 0 || !is_of_name(text[at - 1]);
            const std::string_view rest = text.substr(at);
            if (starts && rest.starts_with(name) && rest.substr(name.size()).starts_with('(')) {
                if (auto range = read_range(std::string{rest.substr(0, end_of_call(rest))}, name)) {
                    found.push_back(*std::move(range));
                }
            }
        }
    }
    return found;
}

void add_range_order(model& all, engine from, const std::string& name_space) {
    if (from != engine::postgresql) {
        return;
    }
    for (row_struct& row : all.rows) {
        if (row.source->filled_outside) {
            continue;
        }
        for (const column& each : row.source->columns) {
            put_in_order(all, row, from, name_space, each.generated_expression);
        }
        for (const std::string& each : row.source->index_expressions) {
            put_in_order(all, row, from, name_space, each);
        }
        for (const check& each : row.source->checks) {
            for (const std::string& condition :
                 each.column.empty() ? each.conditions : std::vector<std::string>{}) {
                put_in_order(all, row, from, name_space, condition);
            }
        }
    }
}

} // namespace synth::introspect
