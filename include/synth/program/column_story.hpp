// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_COLUMN_STORY_HPP
#define SYNTH_PROGRAM_COLUMN_STORY_HPP

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include <synth/dataset/column_values.hpp>
#include <synth/dataset/reference_values.hpp>
#include <synth/dataset/selective.hpp>
#include <synth/program/typical_story.hpp>
#include <synth/schema/check.hpp>
#include <synth/schema/entry_options.hpp>
#include <synth/schema/schema.hpp>

namespace synth {
namespace detail {

inline std::string null_story(double share) {
    return share > 0 ? fmt::format(", NULL in {:.3g} % of the rows", share * 100) : std::string{};
}

template<typename Schema>
std::string_view table_name(std::size_t table) {
    return catalog_of<Schema>.tables[table].name;
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
template<typename Row>
std::string check_story(std::size_t column) {
    std::string names;
    std::string_view last; // what SQL says of an array and of its elements are two checks of one name
    for (const check_facts& each : checks_of<Row>.checks) {
        if (each.columns.contains(column) && (each.name.empty() || each.name != last)) {
            last = each.name;
            names.append(names.empty() ? ", keeps to the check " : ", ")
                .append(each.name.empty() ? "without a name" : each.name);
        }
    }
    return names;
}

template<typename Schema, std::size_t Table, std::size_t Column>
std::string column_story_at() {
    using values = column_values<Schema, Table, Column>;
    constexpr derived_column derived = derived_of<Schema, Table, Column>;
    if constexpr (derived.source == column_source::reference) {
        constexpr catalog_reference reference = catalog_of<Schema>.references[derived.reference];
        return fmt::format("{} of its {}",
                           catalog_of<Schema>.view().columns_of(reference.parent)[derived.parent_column].name,
                           table_name<Schema>(reference.parent));
    } else if constexpr (derived.source == column_source::ordinal) {
        return fmt::format("1, 2, 3, ... within each {}",
                           table_name<Schema>(derivation_of<Schema>.tables[Table].owner));
    } else {
        constexpr catalog_column facts = catalog_of<Schema>.columns[first_column<Schema, Table> + Column];
        std::string text = typical_story<typename values::value>(facts) + " (by its type)";
        if (facts.described) {
            text = words_of(generator_of<Schema, Table, Column>()) + " (as described)";
        } else if (derived.source == column_source::key || derived.source == column_source::joint) {
            text = words_of(generator_of<Schema, Table, Column>()) + " (it is a key)";
        }
        if constexpr (is_selected_by<Schema, Table, Column>) {
            text = "its kinds in turn, so that references find rows of the kind that they ask for";
        }
        return text + check_story<typename Schema::template row_at<Table>>(Column) +
               null_story(values::null_share());
    }
}

template<typename Schema, std::size_t Reference>
std::string reference_story_at() {
    constexpr derived_reference derived = derivation_of<Schema>.references[Reference];
    constexpr catalog_reference reference = catalog_of<Schema>.references[Reference];
    const std::string_view parent = table_name<Schema>(reference.parent);
    std::string text;
    if constexpr (derived.mode == reference_mode::drawn) {
        text = "drawn, " + words_of(law_of<Schema, Reference>());
    } else if constexpr (derived.mode == reference_mode::owned) {
        text = "the rows of a parent lie together, " + words_of(law_of<Schema, Reference>());
    } else if constexpr (derived.mode == reference_mode::injective) {
        text = "no two rows have the same parent";
    } else if constexpr (derived.mode == reference_mode::partner) {
        constexpr derived_table table = derivation_of<Schema>.tables[reference.child];
        if constexpr (table.joints[derived.joint].of_owner) {
            text = fmt::format("distinct among the rows of one {}", table_name<Schema>(table.owner));
        } else {
            text = "distinct together with the rest of its key";
        }
    } else if constexpr (derived.mode == reference_mode::matched) {
        text = fmt::format("drawn among the rows of {} that agree in the shared columns", parent);
    } else if constexpr (derived.mode == reference_mode::implied) {
        text = "where another reference leads";
    } else if constexpr (derived.mode == reference_mode::dealt) {
        text = fmt::format("as many rows for each {}, scattered", parent);
    } else if constexpr (derived.mode == reference_mode::absent) {
        text = "none, it cannot agree with the others";
    } else if constexpr (derived.roots_only) {
        text = "every row is a root; roots have none or themselves";
    } else if constexpr (derived.distinct) {
        text = fmt::format("the row of {} before", parent);
    } else {
        text = fmt::format("an earlier row of {}; roots have none or themselves", parent);
    }
    return text + null_story(absent_share<Schema, Reference>());
}

} // namespace detail

/// How a column of a table is made, and why so: "sequence from 1 (by its key)".
template<typename Schema, std::size_t Table>
[[nodiscard]] std::string column_story(std::size_t column) {
    static constexpr auto stories = []<std::size_t... Columns>(std::index_sequence<Columns...>) {
        return std::array<std::string (*)(), sizeof...(Columns)>{
            &detail::column_story_at<Schema, Table, Columns>...};
    }(std::make_index_sequence<catalog_of<Schema>.tables[Table].column_count>{});
    return stories[column]();
}

/// How rows find their parents by a reference: "drawn, zipf 1.1".
template<typename Schema>
[[nodiscard]] std::string reference_story(std::size_t reference) {
    static constexpr auto stories = []<std::size_t... References>(std::index_sequence<References...>) {
        return std::array<std::string (*)(), sizeof...(References)>{
            &detail::reference_story_at<Schema, References>...};
    }(std::make_index_sequence<catalog_of<Schema>.references.size()>{});
    return stories[reference]();
}

} // namespace synth

#endif
