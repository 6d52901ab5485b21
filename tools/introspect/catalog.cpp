// SPDX-License-Identifier: BSL-1.0
#include "catalog.hpp"

#include <algorithm>
#include <tuple>

#include "text.hpp"

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

std::string generation_of(const column& one) {
    return one.generated_expression.substr(0, one.generated_expression.rfind(')') + 1);
}

bool same_name(engine from, std::string_view left, std::string_view right) {
    return from == engine::sqlite ? lower(left) == lower(right) : left == right;
}

std::optional<std::size_t> find_column(const table& of, engine from, std::string_view name) {
    const auto found =
        std::ranges::find_if(of.columns, [&](const column& one) { return same_name(from, one.name, name); });
    return found == of.columns.end() ? std::nullopt
                                     : std::optional{static_cast<std::size_t>(found - of.columns.begin())};
}

void normalise(catalog& database) {
    std::ranges::sort(database.tables, {}, &table::name);
    std::ranges::sort(database.enumerations, {}, &enumeration::name);
    for (table& each : database.tables) {
        normalise(each);
    }
}

} // namespace synth::introspect
