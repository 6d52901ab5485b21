// SPDX-License-Identifier: BSL-1.0
#include "selection.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include <synth/core/nearest.hpp>

#include "failure.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

bool chosen_by(const std::vector<std::string>& patterns, const qualified_name& name) {
    return std::ranges::any_of(patterns, [&](const std::string& each) { return chosen_by(each, name); });
}

bool chosen_any(const std::string& pattern, const std::vector<table>& tables) {
    return std::ranges::any_of(tables, [&](const table& each) { return chosen_by(pattern, each.name); });
}

} // namespace

bool chosen_by(const std::string& pattern, const qualified_name& name) {
    return matches(pattern, name.name) || matches(pattern, name.schema + "." + name.name);
}

std::string display(const qualified_name& name) {
    return one_line(name.schema == "main" ? name.name : name.schema + "." + name.name);
}

std::vector<std::string> select(catalog& database, const selection& wanted) {
    if (database.tables.empty()) {
        throw failure("there are no tables in it; create them first, or give the right database or --schema");
    }
    std::vector<std::string_view> names;
    for (const table& each : database.tables) {
        names.emplace_back(each.name.name);
    }
    const auto require_match = [&](const std::string& pattern, std::string_view option) {
        if (!chosen_any(pattern, database.tables)) {
            throw misuse(fmt::format("no table matches {} {}; did you mean {}?", option, one_line(pattern),
                                     one_line(nearest(pattern, names))));
        }
    };
    for (const std::string& pattern : wanted.include) {
        require_match(pattern, "--include");
    }
    for (const std::string& pattern : wanted.existing) {
        require_match(pattern, "--existing");
    }
    std::vector<std::string> warnings;
    for (const std::string& pattern : wanted.exclude) {
        if (!chosen_any(pattern, database.tables)) {
            warnings.push_back(fmt::format("--exclude {}: matches no table; did you mean {}?",
                                           one_line(pattern), one_line(nearest(pattern, names))));
        }
    }
    std::vector<table> kept;
    for (table& each : database.tables) {
        if ((wanted.include.empty() || chosen_by(wanted.include, each.name) ||
             chosen_by(wanted.existing, each.name)) &&
            !chosen_by(wanted.exclude, each.name)) {
            kept.push_back(std::move(each));
        }
    }
    if (kept.empty()) {
        throw failure("no table is left; --exclude takes every one that is included");
    }
    database.tables = std::move(kept);
    return warnings;
}

} // namespace synth::introspect
