// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_TABLE_NAMES_HPP
#define SYNTH_PROGRAM_TABLE_NAMES_HPP

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <synth/database/near_name.hpp>
#include <synth/database/table_shape.hpp>
#include <synth/program/usage_error.hpp>
#include <synth/schema/catalog.hpp>

namespace synth {

/// Whether a name fits a pattern in which * stands for any letters and ? for one: `fits("orders", "order*")`.
[[nodiscard]] constexpr bool fits(std::string_view name, std::string_view wanted) {
    std::size_t at = 0;
    std::size_t in_pattern = 0;
    std::size_t star = std::string_view::npos; // the last * seen, and where the name was then
    std::size_t resume = 0;
    while (at < name.size()) {
        if (in_pattern < wanted.size() && wanted[in_pattern] == '*') {
            star = in_pattern++;
            resume = at;
        } else if (in_pattern < wanted.size() &&
                   (wanted[in_pattern] == '?' || wanted[in_pattern] == name[at])) {
            ++in_pattern;
            ++at;
        } else if (star != std::string_view::npos) {
            in_pattern = star + 1;
            at = ++resume;
        } else {
            return false;
        }
    }
    while (in_pattern < wanted.size() && wanted[in_pattern] == '*') {
        ++in_pattern;
    }
    return in_pattern == wanted.size();
}

/// "sales.orders", or "orders" for a table without a schema.
[[nodiscard]] inline std::string shown_name(const catalog_table& table) {
    return shown_name(table.schema_name, table.name);
}

/// The tables that a name or pattern means, with or without their schema: `find_tables(catalog, "order*",
/// "--table")`. A name that is there is never a pattern. Throws with a suggestion when there is none.
[[nodiscard]] inline std::vector<std::size_t>
find_tables(const catalog_view& catalog, std::string_view wanted, const std::string& option) {
    std::vector<std::size_t> exact;
    std::vector<std::size_t> fitting;
    for (std::size_t table = 0; table < catalog.tables.size(); ++table) {
        const std::string full = shown_name(catalog.tables[table]);
        const std::string_view bare = catalog.tables[table].name;
        if (bare == wanted || full == wanted) {
            exact.push_back(table);
        } else if (fits(bare, wanted) || fits(full, wanted)) {
            fitting.push_back(table);
        }
    }
    if (!exact.empty() || !fitting.empty()) {
        return exact.empty() ? fitting : exact;
    }
    std::vector<std::string> shown;
    for (const catalog_table& table : catalog.tables) {
        shown.push_back(shown_name(table));
        shown.emplace_back(table.name);
    }
    const std::vector<std::string_view> names(shown.begin(), shown.end());
    const std::string_view near = near_name(wanted, names);
    throw usage_error{option + ": there is no table " + (wanted.empty() ? "''" : std::string{wanted}) +
                      (near.empty() ? "" : "; did you mean " + std::string{near} + "?")};
}

} // namespace synth

#endif
