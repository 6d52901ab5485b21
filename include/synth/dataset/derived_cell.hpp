// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_DERIVED_CELL_HPP
#define SYNTH_DATASET_DERIVED_CELL_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <synth/core/integer.hpp>
#include <synth/core/plan_error.hpp>
#include <synth/dataset/column_values.hpp>
#include <synth/dataset/computed_cell.hpp>
#include <synth/dataset/own_checks.hpp>
#include <synth/dataset/pair_rule.hpp>
#include <synth/dataset/row_frame.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/schema/derived_value.hpp>

namespace synth {

/// Whether a column is made from others.
template<typename Schema, std::size_t Table, std::size_t Column>
inline constexpr bool is_derived_column =
    detail::derived_option<detail::stated_option<Schema, Table, Column>> &&
    detail::derived_of<Schema, Table, Column>.source == column_source::generated;

/// Makes the values of columns that depend on others, from the frame of a row. Every call works its sources
/// out again: a chain of derived columns costs their sum.
template<typename Dataset, std::size_t Table, std::size_t Column>
class derived_cell {
public:
    using schema = typename Dataset::schema_type;
    using row_type = typename schema::template row_at<Table>;
    using field = field_type<row_type, Column>;
    using value = value_type_of<field>;
    using option = detail::stated_option<schema, Table, Column>;

    derived_cell(const Dataset& data, const row_frame<schema, Table>& frame) : data_(data), frame_(frame) {}

    /// The value as the row has it.
    [[nodiscard]] field make() const { return make(find_column_option<row_type, Column, value_option>()); }

private:
    template<typename Function, auto... Sources>
    [[nodiscard]] field make(const derived_value<Function, Sources...>& given) const {
        if constexpr (requires(draw& cell) { given.function(cell, this->template source<Sources>()...); }) {
            draw cell = data_.template state<Table>().template column<Column>().words(frame_.row, 0);
            return as_field(given.function(cell, source<Sources>()...));
        } else {
            return as_field(given.function(source<Sources>()...));
        }
    }

    template<typename Row, std::size_t Size>
    [[nodiscard]] field make(const computed_value<Row, Size>& given) const {
        constexpr std::size_t from = detail::computed_from<schema, Table, Column>;
        if (data_.template is_null<Table, from>(frame_)) {
            return as_field(computed_cell<value>(given.from, possible_value::null()));
        }
        using source_value = typename column_values<schema, Table, from>::value;
        const auto made = data_.template cell<Table, from>(frame_);
        return as_field(computed_cell<value>(
            given.from, possible_value_of<source_value>(static_cast<view_of<source_value>>(made))));
    }

    // ---- sources ----

    template<auto Source>
    [[nodiscard]] auto source() const {
        if constexpr (std::is_member_object_pointer_v<std::remove_cv_t<decltype(Source)>>) {
            return data_.template field_value<Table, member_index<Source>>(frame_);
        } else {
            return of_parent_row(Source);
        }
    }

    // The reference of a table that has a column and leads to a parent.
    static consteval std::size_t reference_by(std::size_t child, std::size_t column, std::size_t parent) {
        for (std::size_t index = 0; index < catalog_of<schema>.references.size(); ++index) {
            const catalog_reference& each = catalog_of<schema>.references[index];
            if (each.child == child && each.parent == parent && each.child_columns.contains(column)) {
                return index;
            }
        }
        return no_index;
    }

    template<auto Reference, auto Member>
    [[nodiscard]] auto of_parent_row(parent_value<Reference, Member>) const {
        constexpr std::size_t parent = schema::template index_or_none<row_of_member<Member>>();
        constexpr std::size_t reference = reference_by(Table, member_index<Reference>, parent);
        static_assert(reference != no_index,
                      "synth: of_parent must name a column of a reference and a column of "
                      "its parent; add synth::references to the description");
        if constexpr (reference != no_index) {
            using parent_value_type = value_type_of<field_type<row_of_member<Member>, member_index<Member>>>;
            row_frame<schema, parent> frame;
            const std::size_t place = reference - catalog_of<schema>.tables[Table].first_reference;
            if constexpr (reference_values<schema, reference>::may_be_absent) {
                using result = std::optional<parent_value_type>;
                if (frame_.absent[place]) {
                    return result{};
                }
                data_.template seek<parent>(frame, frame_.parents[place]);
                return result{data_.template field_value<parent, member_index<Member>>(frame)};
            } else {
                data_.template seek<parent>(frame, frame_.parents[place]);
                return data_.template field_value<parent, member_index<Member>>(frame);
            }
        } else {
            return 0;
        }
    }

    // ---- children ----

    template<children_fold Fold, auto Reference, auto Member>
    [[nodiscard]] field make(const children_value<Fold, Reference, Member>&) const {
        constexpr std::size_t child = schema::template index_or_none<row_of_member<Reference>>();
        constexpr std::size_t reference = reference_by(child, member_index<Reference>, Table);
        constexpr bool owned =
            reference != no_index && derivation_of<schema>.tables[child].owner_reference == reference;
        static_assert(owned,
                      "synth: a value over children must go by a reference that owns its rows; give the "
                      "reference synth::even or synth::children_between");
        constexpr bool turned = [] {
            if constexpr (owned) {
                return pair_of<schema, child>.rule == pair_rule::ordered;
            } else {
                return false;
            }
        }();
        static_assert(!turned,
                      "synth: a value over children must not go by a reference that a check of pairs "
                      "exchanges with another; compare the pair by <>, or leave the value out");
        if constexpr (owned && !turned) {
            const owned_range range =
                data_.template state<child>().children_of({frame_.row, frame_.row, frame_.row + 1});
            if constexpr (Fold == children_fold::count) {
                return as_field(static_cast<std::int64_t>(range.last - range.first));
            } else {
                return fold<Fold, child, member_index<Member>>(range);
            }
        } else {
            return field{};
        }
    }

    template<children_fold Fold, std::size_t Child, std::size_t ChildColumn>
    [[nodiscard]] field fold(const owned_range& range) const {
        using child_value = typename column_values<schema, Child, ChildColumn>::value;
        row_frame<schema, Child> frame;
        int128 result = 0;
        bool found = false;
        for (std::uint64_t row = range.first; row < range.last; ++row) {
            data_.template seek<Child>(frame, row);
            if (!data_.template is_null<Child, ChildColumn>(frame)) {
                const int128 number =
                    whole_number_of<child_value>(data_.template cell<Child, ChildColumn>(frame));
                const bool better = Fold == children_fold::least ? number < result : number > result;
                if (Fold == children_fold::sum) {
                    result += number;
                } else if (!found || better) {
                    result = number;
                }
                found = true;
            }
        }
        if (!found && nullable<field> && Fold != children_fold::sum) {
            return field{};
        }
        constexpr expression_node from = detail::node_of_type<child_value>();
        constexpr expression_node to = detail::node_of_type<value>();
        return field{of_whole_number<value>(detail::rescale(result, from.scale, to.scale))};
    }

    // ---- results ----

    template<typename Result>
    [[nodiscard]] field as_field(Result&& result) const {
        if constexpr (nullable<std::remove_cvref_t<Result>>) {
            if (result) {
                return as_field(*std::forward<Result>(result));
            }
            if constexpr (!nullable<field>) {
                throw plan_error{catalog_of<schema>.tables[Table].shown() + "." +
                                 std::string{catalog_of<schema>.view().columns_of(Table)[Column].name} +
                                 ": the derived value is NULL in row " + std::to_string(frame_.row) +
                                 ", but the column must have one; make the member std::optional"};
            }
            return field{};
        } else {
            return field{as_value(std::forward<Result>(result))};
        }
    }

    template<typename Result>
    [[nodiscard]] static value as_value(Result&& result) {
        using given = std::remove_cvref_t<Result>;
        if constexpr (is_decimal<value> && is_decimal<given> && !std::is_same_v<value, given>) {
            return of_whole_number<value>(detail::rescale(result.units, given::scale, value::scale));
        } else if constexpr (std::is_constructible_v<value, Result> && !std::is_arithmetic_v<given>) {
            return value(std::forward<Result>(result));
        } else {
            return static_cast<value>(detail::as_result<value>(std::forward<Result>(result)));
        }
    }

    const Dataset& data_;
    const row_frame<schema, Table>& frame_;
};

namespace detail {

// Follows what derived columns need; true when a column needs itself in the end.
template<typename Schema>
class derived_circles {
public:
    static consteval bool exist() { return find(std::make_index_sequence<Schema::table_count>{}); }

private:
    struct edge {
        std::size_t from{};
        std::size_t to{};
    };

    template<std::size_t... Tables>
    static consteval bool find(std::index_sequence<Tables...>) {
        std::vector<edge> edges;
        (add_table<Tables>(edges, std::make_index_sequence<catalog_of<Schema>.tables[Tables].column_count>{}),
         ...);
        // Without a circle no way is longer than there are edges: columns that need nothing fall away, round
        // after round.
        bool changed = true;
        while (changed && !edges.empty()) {
            changed = false;
            for (std::size_t index = 0; index < edges.size();) {
                bool needs_more = false;
                for (const edge& other : edges) {
                    needs_more = needs_more || other.from == edges[index].to;
                }
                if (needs_more) {
                    ++index;
                } else {
                    edges.erase(edges.begin() + static_cast<std::ptrdiff_t>(index));
                    changed = true;
                }
            }
        }
        return !edges.empty();
    }

    template<std::size_t Table, std::size_t... Columns>
    static consteval void add_table(std::vector<edge>& edges, std::index_sequence<Columns...>) {
        (add_column<Table, Columns>(edges), ...);
    }

    template<std::size_t Table, std::size_t Column>
    static consteval void add_column(std::vector<edge>& edges) {
        if constexpr (derived_option<stated_option<Schema, Table, Column>>) {
            constexpr std::size_t first = catalog_of<Schema>.tables[Table].first_column;
            for (const needed_column& each : needs<Schema, stated_option<Schema, Table, Column>>::columns) {
                edges.push_back(
                    {first + Column, catalog_of<Schema>.tables[each.table].first_column + each.column});
            }
            if constexpr (catalog_of<Schema>.columns[first + Column].computed) {
                edges.push_back(
                    {first + Column, first + catalog_of<Schema>.columns[first + Column].computed_from});
            }
        }
    }
};

} // namespace detail

} // namespace synth

#endif
