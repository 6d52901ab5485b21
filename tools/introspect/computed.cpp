// SPDX-License-Identifier: BSL-1.0
#include "computed.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "amount_text.hpp"
#include "condition.hpp"
#include "condition_term.hpp"
#include "condition_types.hpp"
#include "conditions.hpp"
#include "cpp_type.hpp"
#include "key_carrier.hpp"
#include "selection.hpp"
#include "sql_tree.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

class keeper {
public:
    keeper(model& all, row_struct& row, engine from, const std::string& name_space)
        : all_(all), row_(row), from_(from), name_space_(name_space) {}

    void keep(std::size_t at) {
        member& one = row_.members[at];
        const std::optional<key_carrier> carrier =
            carrier_of(quoted_name(one.source->name), *row_.source, from_);
        if (!one.left_out || !carrier || !may_carry(*carrier)) {
            return;
        }
        const condition_row about = row_of_conditions(all_, row_, from_, name_space_);
        std::set<std::string> remarks;
        try {
            const sql_tree made{generation_of(*one.source)};
            const term value = translator{about, made, remarks}.generated(at);
            if (!remarks.empty() || value.columns != std::set{carrier->column} ||
                !is_computable(*one.source)) {
                return;
            }
            take_in(one, fmt::format("synth::computed({})", broken(value.text, line_length, 8)));
            one.computed_from = carrier->column;
            if (one.source->nullable) {
                one.type = fmt::format("std::optional<{}>", one.type);
            }
        } catch (const untranslatable&) { // it stays left out
        }
    }

    // kind text GENERATED ALWAYS AS ('car') STORED, by which a reference finds parents of its kind or a key
    // shows its own.
    void keep_constant(std::size_t at) {
        member& one = row_.members[at];
        const bool may_be_said = is_computable(*one.source) || sort_of(one.source->type) == sort::enumeration;
        if (!one.left_out || generation_of(*one.source).empty() || !may_be_said) {
            return;
        }
        condition_row about = row_of_conditions(all_, row_, from_, name_space_);
        column plain = *one.source;
        plain.generated_expression.clear();
        plain.nullable = false;
        about.columns[at].source = &plain;
        about.columns[at].left_out = false;
        try {
            const condition known = translate(
                {fmt::format("{} = {}", quoted_name(one.source->name), generation_of(*one.source))}, about);
            if (known.columns != std::set{at} || !known.remarks.empty()) {
                return;
            }
            take_in(one, {});
            if (!about.columns[at].enumeration.empty()) {
                one.type = "::" + about.columns[at].enumeration;
            }
            one.not_written = true;
            one.options.emplace_back("synth::not_written()");
            row_.checks.push_back({.name = "generated",
                                   .condition = known.text,
                                   .columns = known.columns,
                                   .remark = "the database fills it in",
                                   .choices = known.choices});
        } catch (const untranslatable&) { // it stays left out
        }
    }

private:
    // Whether distinct values of the column make distinct values, and there is one in each row.
    [[nodiscard]] bool may_carry(const key_carrier& carrier) const {
        const bool checked = std::ranges::any_of(
            row_.checks, [&](const row_check& each) { return each.columns.contains(carrier.column); });
        return !row_.members[carrier.column].left_out && !carrier.counts_nulls &&
               may_be_key(row_.source->columns[carrier.column].type) &&
               !((carrier.needs_letters || carrier.folds_case) && checked);
    }

    // Whether synth::computed takes the type.
    static bool is_computable(const column& one) {
        constexpr auto known =
            std::to_array<sort>({sort::boolean, sort::number, sort::text, sort::date, sort::time,
                                 sort::timestamp, sort::timestamp_tz, sort::interval});
        return std::ranges::find(known, sort_of(one.type)) != known.end();
    }

    void take_in(member& one, const std::string& option) {
        one.left_out = false;
        one.type = cpp_type(one.source->type, display);
        one.options = options_of(*one.source, false, one.type);
        one.remark = fmt::format("computed by the database: {}", one_line(one.source->generated_expression));
        if (!option.empty()) {
            one.options.push_back(option);
        }
        one.notes.clear();
        std::erase_if(all_.warnings, [&](const std::string& each) {
            return each.starts_with(fmt::format("{}.{}: {} ", display(row_.source->name),
                                                one_line(one.source->name), one_line(one.source->name)));
        });
    }

    static constexpr std::size_t line_length = 110;

    model& all_;
    row_struct& row_;
    engine from_;
    const std::string& name_space_;
};

} // namespace

member_list made_of(const row_struct& row, const member_list& members) {
    member_list result;
    for (const std::size_t each : members) {
        const std::size_t source = row.members[each].computed_from.value_or(each);
        if (!contains(result, source)) {
            result.push_back(source);
        }
    }
    return result;
}

void keep_computed(model& all, engine from, const std::string& name_space) {
    for (row_struct& child : all.rows) {
        for (const reference& each : child.source->references) {
            for (const std::size_t at : each.columns) {
                keeper{all, child, from, name_space}.keep_constant(at);
            }
            const auto parent = std::ranges::find(all.rows, each.parent,
                                                  [](const row_struct& one) { return one.source->name; });
            for (std::size_t at = 0; parent != all.rows.end() && at < parent->members.size(); ++at) {
                const column& source = parent->source->columns[at];
                if (!generation_of(source).empty() &&
                    std::ranges::find(each.parent_columns, source.name) != each.parent_columns.end()) {
                    keeper{all, *parent, from, name_space}.keep_constant(at);
                    keeper{all, *parent, from, name_space}.keep(at);
                }
            }
        }
    }
}

} // namespace synth::introspect
