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
    for (const member& each : row.members) {
        condition_column next{.source = each.source,
                              .cpp = fmt::format("&{}::{}::{}", name_space, row.name, each.name),
                              .left_out = each.left_out};
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

void add_checks(model& all, row_struct& row, engine from, const std::string& name_space) {
    const table& source = *row.source;
    condition_row about = row_of_conditions(all, row, from, name_space);
    constexpr std::size_t most_nodes = 65'000; // of a table, as schema/check.hpp counts them
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
            std::string remark = each.remark;
            for (const std::string& more : known.remarks) {
                remark += (remark.empty() ? "" : "; ") + more;
                all.warnings.push_back(fmt::format("{}: {}: {}", where, one_line(text), more));
            }
            if (!known.text.empty()) {
                row.checks.push_back({each.name, known.text, remark});
            }
        } catch (const untranslatable& error) {
            not_represented(all, one_column ? row.members[index].notes : row.notes, where, text,
                            fmt::format("{}; {}", one_line(error.what()), each.consequence));
        }
    }
}

} // namespace synth::introspect
