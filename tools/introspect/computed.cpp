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
            take_in(one, carrier->column, value);
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

    void take_in(member& one, std::size_t carrier, const term& value) {
        one.left_out = false;
        one.computed_from = carrier;
        one.type = cpp_type(one.source->type, display);
        one.options = options_of(*one.source, false, one.type);
        if (one.source->nullable) {
            one.type = fmt::format("std::optional<{}>", one.type);
        }
        one.remark = fmt::format("computed by the database: {}", one_line(one.source->generated_expression));
        one.options.push_back(fmt::format("synth::computed({})", broken(value.text, line_length, 8)));
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
    for (const row_struct& child : all.rows) {
        for (const reference& each : child.source->references) {
            const auto parent = std::ranges::find(all.rows, each.parent,
                                                  [](const row_struct& one) { return one.source->name; });
            for (std::size_t at = 0; parent != all.rows.end() && at < parent->members.size(); ++at) {
                const column& source = parent->source->columns[at];
                if (!generation_of(source).empty() &&
                    std::ranges::find(each.parent_columns, source.name) != each.parent_columns.end()) {
                    keeper{all, *parent, from, name_space}.keep(at);
                }
            }
        }
    }
}

} // namespace synth::introspect
