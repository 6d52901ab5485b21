// SPDX-License-Identifier: BSL-1.0
#include "conditions.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "selection.hpp"
#include "sql_tree.hpp"
#include "text.hpp"

namespace synth::introspect {

condition_row row_of_conditions(const model& all, const row_struct& row, engine from,
                                const std::string& name_space) {
    condition_row about{.from = from, .table = row.source->name.name};
    for (std::size_t at = 0; at < row.members.size(); ++at) {
        const member& each = row.members[at];
        condition_column next{
            .source = each.source, .cpp = pointer_to(name_space, row, at), .left_out = each.left_out};
        const auto found = std::ranges::find(all.enumerations, each.source->type.enumeration,
                                             [](const labelled& one) { return one.source->name; });
        if (each.source->type.of == kind::enumeration && found != all.enumerations.end()) {
            next.enumeration = fmt::format("{}::{}", name_space, found->name);
            next.labels = found->source->labels;
            next.enumerators = found->enumerators;
        }
        about.columns.push_back(std::move(next));
    }
    return about;
}

void add_check(model& all, row_struct& row, row_check wanted, const condition& known,
               const std::string& where, const std::string& text) {
    for (const std::string& each : known.remarks) {
        wanted.remark += (wanted.remark.empty() ? "" : "; ") + each;
        all.warnings.push_back(fmt::format("{}: {}: {}", where, one_line(text), each));
    }
    if (!known.text.empty()) {
        wanted.condition = known.text;
        wanted.columns = known.columns;
        row.checks.push_back(std::move(wanted));
    }
}

void add_checks(model& all, row_struct& row, engine from, const std::string& name_space) {
    const table& source = *row.source;
    condition_row about = row_of_conditions(all, row, from, name_space);
    std::size_t nodes = 0;
    for (const check& each : source.checks) {
        const auto of = std::ranges::find(source.columns, each.column, &column::name);
        const std::string text = each.name.empty() || each.partitions
                                     ? each.text
                                     : fmt::format("CONSTRAINT {} {}", each.name, each.text);
        const bool one_column = !each.column.empty() && of != source.columns.end();
        const auto index = static_cast<std::size_t>(of - source.columns.begin());
        about.partitioned = each.partitions;
        about.value = one_column ? std::optional{index} : std::nullopt;
        const std::string where = one_column
                                      ? fmt::format("{}.{}", display(source.name), one_line(each.column))
                                      : display(source.name);
        if (one_column && row.members[index].left_out) {
            continue; // its type or its default is a matter of the database
        }
        try {
            const condition known = translate(each.conditions, about);
            nodes += known.nodes;
            if (nodes > most_nodes) {
                throw untranslatable("the checks of the table are too large together");
            }
            add_check(all, row, {.name = each.name, .remark = each.remark}, known, where, text);
        } catch (const untranslatable& error) {
            not_represented(all, one_column ? row.members[index].notes : row.notes, where, text,
                            fmt::format("{}; {}", one_line(error.what()), each.consequence));
        }
    }
}

} // namespace synth::introspect
