// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "condition.hpp"
#include "documents.hpp"

namespace synth::introspect {

namespace {

// What stays the same whatever the document is; in a condition NULL is as good as what breaks nothing.
std::optional<document_value> common_value(const std::vector<document_value>& all,
                                           translator::fails_if when) {
    const auto truth = [&](bool wanted) {
        return std::ranges::all_of(all, [&](const document_value& each) {
            return each.of == document_value::sort::null ||
                   (each.of == document_value::sort::truth && each.content == wanted);
        });
    };
    if (std::ranges::all_of(all, [&](const document_value& each) { return each == all.front(); })) {
        return all.front();
    }
    if (when != translator::fails_if::either) {
        const bool harmless = when == translator::fails_if::wrong;
        if (truth(harmless)) {
            return document_value{document_value::sort::truth, harmless};
        }
    }
    return std::nullopt;
}

term term_of(const document_value& one) {
    switch (one.of) {
    case document_value::sort::null:
        return constant_term({.of = sort::null});
    case document_value::sort::truth:
        return truth_term(one.content.get<bool>());
    default:
        return text_term(one.content.get<std::string>());
    }
}

} // namespace

// An expression over one document whose column holds some that are known.
std::optional<term> translator::known_by_documents(const node& one, fails_if when) const {
    constexpr auto calculated =
        std::to_array<std::string_view>({"A_Expr", "BoolExpr", "FuncCall", "NullTest", "TypeCast"});
    const auto has_documents = [](const condition_column& each) { return !each.documents.empty(); };
    if (std::ranges::none_of(row_.columns, has_documents) ||
        std::ranges::find(calculated, kind_of(one)) == calculated.end()) {
        return std::nullopt;
    }
    std::optional<std::size_t> column;
    std::optional<document_value> sample;
    bool several = false;
    const document_lookup look_up = [&](const node& reference) -> std::optional<document_value> {
        const std::optional<std::size_t> named = index_of(reference);
        if (!named || row_.columns[*named].documents.empty() || row_.of_elements) {
            return std::nullopt;
        }
        several = several || (column && column != named);
        column = named;
        return sample ? *sample : row_.columns[*named].documents.front();
    };
    const std::optional<document_value> first = calculate_document(tree_, one, look_up, row_.from);
    // A number for itself has lost its type, by which it would be divided.
    const auto is_known = [](const document_value& value) {
        return value.of == document_value::sort::null || value.of == document_value::sort::truth ||
               value.of == document_value::sort::text;
    };
    if (!first || !column || several || !is_known(*first)) {
        return std::nullopt;
    }
    std::vector<document_value> all{*first};
    const auto add = [&](const document_value& document) {
        sample = document;
        const std::optional<document_value> value = calculate_document(tree_, one, look_up, row_.from);
        if (value) {
            all.push_back(*value);
        }
        return value.has_value();
    };
    const condition_column& of = row_.columns[*column];
    if (!std::ranges::all_of(of.documents, add) || (of.source->nullable && !add({}))) {
        return std::nullopt;
    }
    const std::optional<document_value> value = common_value(all, when);
    return value ? std::optional{term_of(*value)} : std::nullopt;
}

} // namespace synth::introspect
