// SPDX-License-Identifier: BSL-1.0
#include "catalog.hpp"

#include <algorithm>
#include <tuple>

namespace synth::introspect {

namespace {

void normalise(table& each) {
    std::ranges::sort(each.unique, {}, [](const key& one) { return std::tie(one.columns, one.exclusion); });
    const auto repeated = std::ranges::unique(each.unique);
    each.unique.erase(repeated.begin(), repeated.end());
    std::erase(each.unique, each.primary_key);
    std::erase_if(each.unique, [](const key& one) { return one.columns.empty(); });

    std::ranges::sort(each.indexes, {}, &unique_index::name);

    const auto meaning = [](const reference& one) {
        return std::tie(one.columns, one.parent, one.parent_columns);
    };
    std::ranges::sort(each.references, {},
                      [&](const reference& one) { return std::tuple_cat(meaning(one), std::tie(one.name)); });
    const auto same = std::ranges::unique(each.references, {}, meaning);
    each.references.erase(same.begin(), same.end());

    std::ranges::sort(each.checks, {},
                      [](const check& one) { return std::tie(one.column, one.name, one.text); });
    std::ranges::sort(each.notes, {},
                      [](const note& one) { return std::tie(one.column, one.text, one.consequence); });
}

} // namespace

void normalise(catalog& database) {
    std::ranges::sort(database.tables, {}, &table::name);
    std::ranges::sort(database.enumerations, {}, &enumeration::name);
    for (table& each : database.tables) {
        normalise(each);
    }
}

} // namespace synth::introspect
