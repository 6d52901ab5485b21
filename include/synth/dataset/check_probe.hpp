// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_CHECK_PROBE_HPP
#define SYNTH_DATASET_CHECK_PROBE_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <synth/core/plan_error.hpp>
#include <synth/dataset/check_plan.hpp>
#include <synth/dataset/column_values.hpp>
#include <synth/dataset/own_checks.hpp>
#include <synth/dataset/row_frame.hpp>
#include <synth/generate/check_patterns.hpp>
#include <synth/generate/evaluation.hpp>
#include <synth/schema/check.hpp>

namespace synth {

namespace detail {

// The first check of its elements that an array breaks.
template<typename Row, std::size_t Column, typename Value, typename Patterns>
[[nodiscard]] const check_facts* broken_by_element(view_of<Value> array, const Patterns& patterns) {
    static constexpr const auto& list = checks_of<Row>;
    using value = value_type_of<element_of<Value>>;
    for (const check_facts& each : list.checks) {
        for (std::size_t index = 0; each.of_elements && each.columns[0] == Column && index < array.size();
             ++index) {
            std::array<possible_value, Column + 1> known;
            if constexpr (nullable<element_of<Value>>) {
                known[Column] =
                    array[index] ? possible_value_of<value>(as_view(*array[index])) : possible_value::null();
            } else {
                known[Column] = possible_value_of<value>(as_view(array[index]));
            }
            if (!evaluation{list.nodes_of(each), known, patterns.source()}
                     .at(each.size - std::size_t{1})
                     .may_hold()) {
                return &each;
            }
        }
    }
    return nullptr;
}

} // namespace detail

/// The first check that a row breaks, whatever made its values: the proof of what generation should have
/// done. Nothing where all hold. `patterns` are those of all checks of the table, compiled once.
template<std::size_t Table, typename Dataset, typename Frame, typename Patterns>
[[nodiscard]] std::optional<std::string_view> broken_check(const Dataset& data, const Frame& frame,
                                                           const Patterns& patterns) {
    using schema = typename Dataset::schema_type;
    using row_type = typename schema::template row_at<Table>;
    static constexpr const auto& list = checks_of<row_type>;
    constexpr std::size_t columns = catalog_of<schema>.tables[Table].column_count;
    std::array<possible_value, columns> known{};
    std::array<std::string, columns> texts;
    const check_facts* by_element = nullptr;
    const auto look = [&]<std::size_t Column>(std::integral_constant<std::size_t, Column>) {
        if constexpr (list.limits(Column) || list.joins(Column) || list.limits_elements(Column)) {
            using value = typename column_values<schema, Table, Column>::value;
            if (data.template is_null<Table, Column>(frame)) {
                known[Column] = possible_value::null();
            } else {
                const auto made = data.template cell<Table, Column>(frame);
                if constexpr (list.limits_elements(Column)) {
                    const auto array = static_cast<view_of<value>>(made);
                    const check_facts* const broken =
                        detail::broken_by_element<row_type, Column, value>(array, patterns);
                    by_element = by_element == nullptr ? broken : by_element;
                }
                known[Column] = possible_value_of<value>(static_cast<view_of<value>>(made));
                if (known[Column].text_known) {
                    texts[Column].assign(known[Column].text);
                    known[Column].text = texts[Column];
                }
            }
        }
    };
    [&]<std::size_t... Columns>(std::index_sequence<Columns...>) {
        (look(std::integral_constant<std::size_t, Columns>{}), ...);
    }(std::make_index_sequence<columns>{});
    if (by_element != nullptr) {
        return by_element->name;
    }
    for (const check_facts& each : list.checks) {
        if (each.size > 0 && !each.of_elements) {
            const possible_value truth =
                evaluation{list.nodes_of(each), known, patterns.source()}.at(each.size - std::size_t{1});
            if (!truth.may_hold()) {
                return each.name;
            }
        }
    }
    std::optional<std::string_view> broken;
    static_cast<void>(all_predicates<row_type>([&](const auto& entry) {
        broken =
            detail::predicate_holds<Table>(data, frame, entry) ? std::nullopt : std::optional{entry.name};
        return !broken;
    }));
    return broken;
}

/// The same with patterns of its own.
template<std::size_t Table, typename Dataset, typename Frame>
[[nodiscard]] std::optional<std::string_view> broken_check(const Dataset& data, const Frame& frame) {
    static constexpr const auto& nodes =
        checks_of<typename Dataset::schema_type::template row_at<Table>>.nodes;
    return broken_check<Table>(data, frame, patterns_of_nodes<nodes>{nodes});
}

namespace detail {

template<std::size_t Table, typename Dataset>
void probe_table(const Dataset& data) {
    using schema = typename Dataset::schema_type;
    if constexpr (checks_of<typename schema::template row_at<Table>>.checks.size() > 0) {
        constexpr std::uint64_t first_rows = 32;
        constexpr std::uint64_t spread_rows = 32;
        const std::uint64_t rows = data.template state<Table>().rows();
        static constexpr const auto& nodes = checks_of<typename schema::template row_at<Table>>.nodes;
        const patterns_of_nodes<nodes> patterns{nodes};
        row_frame<schema, Table> frame;
        const auto look = [&](std::uint64_t row) {
            data.template seek<Table>(frame, row);
            if (const auto name = broken_check<Table>(data, frame, patterns)) {
                throw plan_error{catalog_of<schema>.tables[Table].shown() + ": row " + std::to_string(row) +
                                 " breaks the check " +
                                 std::string{name->empty() ? "without a name" : *name} +
                                 "; give its columns generators, or their parents keys, that meet it"};
            }
        };
        for (std::uint64_t row = 0; row < rows && row < first_rows; ++row) {
            look(row);
        }
        const std::uint64_t left = rows - std::min(rows, first_rows);
        for (std::uint64_t place = 1; left > 0 && place <= spread_rows; ++place) { // to the last row
            look(first_rows - 1 + left / spread_rows * place + left % spread_rows * place / spread_rows);
        }
    }
}

template<typename Dataset, std::size_t... Tables>
void probe_tables(const Dataset& data, std::index_sequence<Tables...>) {
    (probe_table<Tables>(data), ...);
}

} // namespace detail

/// Refuses a plan where one of a few dozen rows of a table breaks a check: what no construction meets is
/// named before anything is written.
template<typename Dataset>
void probe_checks(const Dataset& data) {
    detail::probe_tables(data, std::make_index_sequence<Dataset::schema_type::table_count>{});
}

} // namespace synth

#endif
