// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_COLUMN_STORY_HPP
#define SYNTH_PROGRAM_COLUMN_STORY_HPP

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <synth/dataset/column_values.hpp>
#include <synth/dataset/kind_dealer.hpp>
#include <synth/dataset/reference_values.hpp>
#include <synth/dataset/selected_columns.hpp>
#include <synth/program/typical_story.hpp>
#include <synth/schema/check.hpp>
#include <synth/schema/entry_options.hpp>
#include <synth/schema/schema.hpp>

namespace synth {
namespace detail {

inline std::string null_story(double share) {
    return share > 0 ? fmt::format(", NULL in {:.3g} % of the rows", share * 100) : std::string{};
}

template<typename Generator>
std::string words_of(const Generator& generator) {
    if constexpr (requires { std::string{generator.describe()}; }) {
        return generator.describe();
    } else {
        return "a function of the program";
    }
}

// Which checks the values keep to.
inline std::string check_story(std::span<const check_facts> checks, std::size_t column) {
    std::string names;
    std::string_view last; // what SQL says of an array and of its elements are two checks of one name
    for (const check_facts& each : checks) {
        if (each.columns.contains(column) && (each.name.empty() || each.name != last)) {
            last = each.name;
            names.append(names.empty() ? ", keeps to the check " : ", ")
                .append(each.name.empty() ? "without a name" : each.name);
        }
    }
    return names;
}

// What only the types know of a column. The rest of its story is told without them, by one function for all
// columns of all schemas.
struct column_words {
    std::string (*typical)(const column_facts&);
    std::string (*generator)(); // none: not stated
    bool selected;
    double null_share;
};

template<typename Schema, std::size_t Table, std::size_t Column>
std::string generator_words() {
    return words_of(generator_of<Schema, Table, Column>());
}

template<typename Schema, std::size_t Table, std::size_t Column>
consteval column_words words_of_column() {
    using values = column_values<Schema, Table, Column>;
    constexpr column_source source = derived_of<Schema, Table, Column>.source;
    column_words words{&typical_story<typename values::value>, nullptr, is_selected_by<Schema, Table, Column>,
                       values::null_share()};
    if constexpr (catalog_of<Schema>.columns[first_column<Schema, Table> + Column].described ||
                  source == column_source::key || source == column_source::joint) {
        words.generator = &generator_words<Schema, Table, Column>;
    }
    return words;
}

[[gnu::cold]] inline std::string column_story_of(const catalog_view& schema, const derived_column& derived,
                                                 const derived_table& table, const catalog_column& facts,
                                                 const column_words& words, const std::string& checks) {
    if (derived.source == column_source::reference) {
        const std::size_t parent = schema.references[derived.reference].parent;
        return fmt::format("{} of its {}{}", schema.columns_of(parent)[derived.parent_column].name,
                           schema.tables[parent].name,
                           words.selected ? ", each in turn, so that references find rows of the kind that "
                                            "they ask for"
                                          : "");
    }
    if (derived.source == column_source::ordinal) {
        return fmt::format("1, 2, 3, ... within each {}", schema.tables[table.owner].name);
    }
    std::string text = "its kinds in turn, so that references find rows of the kind that they ask for";
    if (!words.selected) {
        text = words.generator == nullptr
                   ? words.typical(facts) + " (by its type)"
                   : words.generator() + (facts.described ? " (as described)" : " (it is a key)");
    }
    return text + checks + null_story(words.null_share);
}

// The words of a law, and the share of rows without a parent.
struct reference_words_of_type {
    std::string (*law)(); // none: the mode takes no law
    double (*absent_share)();
};

inline std::string kind_words() { return "its kinds in turn"; }

template<typename Schema, std::size_t Reference>
std::string law_words() {
    return words_of(law_of<Schema, Reference>());
}

template<typename Schema, std::size_t Reference>
consteval reference_words_of_type words_of_reference() {
    constexpr reference_mode mode = mode_of<Schema, Reference>;
    reference_words_of_type words{nullptr, &checked_absent_share<Schema, Reference>};
    if constexpr (deals_kinds<Schema, Reference>) {
        words.law = &kind_words;
    } else if constexpr (mode == reference_mode::drawn || mode == reference_mode::owned) {
        words.law = &law_words<Schema, Reference>;
    }
    return words;
}

[[gnu::cold]] inline std::string reference_story_of(const catalog_view& schema,
                                                    const catalog_reference& reference,
                                                    const derived_reference& derived,
                                                    const derived_table& table) {
    const std::string_view parent = schema.tables[reference.parent].name;
    switch (derived.mode) {
    case reference_mode::drawn:
        return "drawn, ";
    case reference_mode::owned:
        return "the rows of a parent lie together, ";
    case reference_mode::injective:
        return "no two rows have the same parent";
    case reference_mode::partner:
        return table.joints[derived.joint].of_owner
                   ? fmt::format("distinct among the rows of one {}", schema.tables[table.owner].name)
                   : "distinct together with the rest of its key";
    case reference_mode::matched:
        if (derived.of_row) {
            return fmt::format("drawn among its own rows of {}", parent);
        }
        return fmt::format("drawn among the rows of {} that agree in the shared columns", parent);
    case reference_mode::implied:
        return "where another reference leads";
    case reference_mode::dealt:
        return fmt::format("as many rows for each {}, scattered", parent);
    case reference_mode::absent:
        return "none, it cannot agree with the others";
    default:
        break;
    }
    if (derived.roots_only) {
        return "every row is a root; roots have none or themselves";
    }
    return derived.distinct ? fmt::format("the row of {} before", parent)
                            : fmt::format("an earlier row of {}; roots have none or themselves", parent);
}

} // namespace detail

/// How a column of a table is made, and why so: "sequence from 1 (by its key)".
template<typename Schema, std::size_t Table>
[[nodiscard]] std::string column_story(std::size_t column) {
    static constexpr auto words = []<std::size_t... Columns>(std::index_sequence<Columns...>) {
        return std::array<detail::column_words, sizeof...(Columns)>{
            detail::words_of_column<Schema, Table, Columns>()...};
    }(std::make_index_sequence<catalog_of<Schema>.tables[Table].column_count>{});
    constexpr std::size_t first = catalog_of<Schema>.tables[Table].first_column;
    return detail::column_story_of(
        catalog_of<Schema>.view(), derivation_of<Schema>.columns[first + column],
        derivation_of<Schema>.tables[Table], catalog_of<Schema>.columns[first + column], words[column],
        detail::check_story(checks_of<typename Schema::template row_at<Table>>.checks, column));
}

/// How rows find their parents by a reference: "drawn, zipf 1.1".
template<typename Schema>
[[nodiscard]] std::string reference_story(std::size_t reference) {
    static constexpr auto words = []<std::size_t... References>(std::index_sequence<References...>) {
        return std::array<detail::reference_words_of_type, sizeof...(References)>{
            detail::words_of_reference<Schema, References>()...};
    }(std::make_index_sequence<catalog_of<Schema>.references.size()>{});
    const catalog_reference& facts = catalog_of<Schema>.references[reference];
    return detail::reference_story_of(catalog_of<Schema>.view(), facts,
                                      derivation_of<Schema>.references[reference],
                                      derivation_of<Schema>.tables[facts.child]) +
           (words[reference].law == nullptr ? std::string{} : words[reference].law()) +
           detail::null_story(words[reference].absent_share());
}

} // namespace synth

#endif
