// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_GRAPH_HPP
#define SYNTH_PROGRAM_GRAPH_HPP

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include <synth/database/joined.hpp>
#include <synth/program/printable.hpp>
#include <synth/program/table_names.hpp>
#include <synth/schema/catalog.hpp>

namespace synth {
namespace detail {

// The text of an HTML-like label of Graphviz.
inline std::string html_text(std::string_view text) {
    std::string safe;
    for (const char letter : printable(text)) {
        switch (letter) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        default:
            safe += letter;
        }
    }
    return safe;
}

// The text of a quoted label of Mermaid, whose parser stumbles over more than its page says: everything but
// letters, digits and a few signs is written by number.
inline std::string mermaid_text(std::string_view text) {
    std::string safe;
    for (const char letter : printable(text)) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= '0' && byte <= '9') || byte >= 0x80 || letter == '_' || letter == '.' ||
                           letter == ' ' || letter == '(' || letter == ')' || letter == ',';
        if (plain) {
            safe += letter;
        } else {
            safe += fmt::format("#{};", byte);
        }
    }
    return safe;
}

inline bool in_primary_key(const catalog_view& catalog, std::size_t table, std::size_t column) {
    return std::ranges::any_of(catalog.keys_of(table), [&](const catalog_key& key) {
        return key.primary && key.columns.contains(column);
    });
}

inline std::string column_names(const catalog_view& catalog, std::size_t table, const column_set& columns) {
    return joined(columns, ", ", [&](schema_index column) { return catalog.columns_of(table)[column].name; });
}

} // namespace detail

/// The tables and their references for Graphviz: children point to parents, key columns are underlined.
/// Tables that are filled outside say so.
[[nodiscard]] inline std::string graph_dot(const catalog_view& catalog) {
    std::string text = "digraph {\n    rankdir=LR;\n    node [shape=plain, fontname=\"sans-serif\"];\n    "
                       "edge [fontname=\"sans-serif\", fontsize=10];\n";
    for (std::size_t table = 0; table < catalog.tables.size(); ++table) {
        const bool outside = catalog.tables[table].filled_outside;
        text += fmt::format("    t{} [label=<<table border=\"0\" cellborder=\"1\" cellspacing=\"0\">"
                            "<tr><td bgcolor=\"{}\"><b>{}</b>{}</td></tr>",
                            table, outside ? "white" : "lightgray",
                            detail::html_text(shown_name(catalog.tables[table])),
                            outside ? "<br/>filled outside" : "");
        const auto columns = catalog.columns_of(table);
        for (std::size_t column = 0; column < columns.size(); ++column) {
            const std::string name = detail::html_text(columns[column].name);
            text +=
                fmt::format("<tr><td align=\"left\">{}</td></tr>",
                            detail::in_primary_key(catalog, table, column) ? "<u>" + name + "</u>" : name);
        }
        text += "</table>>];\n";
    }
    for (const catalog_reference& reference : catalog.references) {
        const std::string names = detail::column_names(catalog, reference.child, reference.child_columns);
        text += fmt::format("    t{} -> t{} [label=<{}>];\n", reference.child, reference.parent,
                            detail::html_text(names));
    }
    return text + "}\n";
}

/// The same for Mermaid, which GitHub draws in Markdown.
[[nodiscard]] inline std::string graph_mermaid(const catalog_view& catalog) {
    std::string text = "flowchart LR\n";
    for (std::size_t table = 0; table < catalog.tables.size(); ++table) {
        const catalog_table& entry = catalog.tables[table];
        text += fmt::format("    t{}[\"{}{}\"]\n", table, detail::mermaid_text(shown_name(entry)),
                            entry.filled_outside ? "<br/>filled outside" : "");
    }
    for (const catalog_reference& reference : catalog.references) {
        const std::string names = detail::column_names(catalog, reference.child, reference.child_columns);
        text += fmt::format("    t{} -- \"{}\" --> t{}\n", reference.child, detail::mermaid_text(names),
                            reference.parent);
    }
    return text;
}

} // namespace synth

#endif
