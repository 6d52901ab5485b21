// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_DERIVED_CELL_HPP
#define SYNTH_DATASET_DERIVED_CELL_HPP

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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

namespace detail {

// A result that shows a text, or holds one in itself, without an allocation.
template<typename Result>
concept shows_text =
    std::convertible_to<const Result&, std::string_view> && !std::same_as<Result, std::string>;

// The same of results that no local variable can own.
template<typename Result>
concept keeps_text =
    shows_text<Result> && !std::same_as<Result, std::string_view> && !std::is_pointer_v<Result>;

} // namespace detail

namespace detail {

// What a column needs of the frame of its row: the number of the row, or the owner too, or all references.
enum class frame_need : std::uint8_t { row, owner, all };

template<typename Schema, std::size_t Table, std::size_t Column>
consteval frame_need need_of_column();

// The same of a source of a derived column: of a column of the row, or of its parents.
template<typename Schema, std::size_t Table, auto Source>
consteval frame_need need_of_source() {
    if constexpr (std::is_member_object_pointer_v<std::remove_cv_t<decltype(Source)>>) {
        return need_of_column<Schema, Table, member_index<Source>>();
    } else {
        constexpr std::size_t column = member_index<reference_of_source(Source)>;
        constexpr std::size_t reference = derived_of<Schema, Table, column>.reference;
        if constexpr (reference != no_index &&
                      reference == derivation_of<Schema>.tables[Table].owner_reference) {
            // Whether it leads anywhere is known of a row that has been looked for.
            return reference_values<Schema, reference>::may_be_absent ? frame_need::all : frame_need::owner;
        } else {
            return frame_need::all;
        }
    }
}

template<typename Schema, std::size_t Table, typename Function, auto... Sources>
consteval frame_need need_of_option(const derived_value<Function, Sources...>*) {
    return std::max({frame_need::row, need_of_source<Schema, Table, Sources>()...});
}
template<typename Schema, std::size_t Table>
consteval frame_need need_of_option(const void*) {
    return frame_need::all;
}

template<typename Schema, std::size_t Table, std::size_t Column>
consteval frame_need need_of_column() {
    using option = stated_option<Schema, Table, Column>;
    constexpr column_source source = derived_of<Schema, Table, Column>.source;
    if constexpr (check_plan<Schema, Table>::slots > 0 || catalog_of<Schema>.tables[Table].filled_outside) {
        return frame_need::all;
    } else if constexpr (is_derived_column<Schema, Table, Column>) {
        return need_of_option<Schema, Table>(static_cast<const option*>(nullptr));
    } else {
        return source == column_source::generated || source == column_source::key ? frame_need::row
                                                                                  : frame_need::all;
    }
}

} // namespace detail

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

    /// The value as a writer takes it: a text that the function only shows is not copied.
    [[nodiscard]] auto make_cell() const {
        if constexpr (requires { make_view(find_column_option<row_type, Column, value_option>()); }) {
            return make_view(find_column_option<row_type, Column, value_option>());
        } else if constexpr (nullable<field>) {
            return detail::kept<value>{std::move(*make())};
        } else {
            return detail::kept<value>{make()};
        }
    }

private:
    // What the function returns may show a part of its sources, so `take` has it while they live.
    template<typename Function, auto... Sources, typename Take>
    auto call(const derived_value<Function, Sources...>& given, const Take& take) const {
        if constexpr (requires(draw& cell) { given.function(cell, this->template source<Sources>()...); }) {
            draw cell = data_.template state<Table>().template column<Column>().words(frame_.row, 0);
            return take(given.function(cell, source<Sources>()...));
        } else {
            return take(given.function(source<Sources>()...));
        }
    }

    // Takes a result as it is.
    struct itself {
        template<typename Result>
        auto operator()(const Result& result) const {
            return result;
        }
    };

    template<typename Function, auto... Sources>
    [[nodiscard]] field make(const derived_value<Function, Sources...>& given) const {
        return call(given, [this](const auto& result) { return this->as_field(result); });
    }

    // Where no source owns a text, what is shown is none of theirs.
    template<typename Function, auto... Sources>
        requires(std::same_as<field, std::string> &&
                 (std::is_trivially_copyable_v<
                      decltype(std::declval<const derived_cell&>().template source<Sources>())> &&
                  ...) &&
                 detail::shows_text<decltype(std::declval<const derived_cell&>().call(
                     std::declval<const derived_value<Function, Sources...>&>(), itself{}))>)
    [[nodiscard]] auto make_view(const derived_value<Function, Sources...>& given) const {
        return call(given, itself{});
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

    // Whether the schema has a column of a row: of some rows it knows but the keys.
    template<typename Row>
    [[nodiscard]] static consteval bool has_column(std::size_t column) {
        if constexpr (outline_row<Row>) {
            return Row::keeps(column);
        } else {
            return true;
        }
    }

    template<auto Reference, auto Member>
    [[nodiscard]] auto of_parent_row(parent_value<Reference, Member>) const {
        constexpr std::size_t parent = schema::template index_or_none<row_of_member<Member>>();
        constexpr std::size_t reference = reference_by(Table, member_index<Reference>, parent);
        static_assert(reference != no_index,
                      "synth: of_parent must name a column of a reference and a column of "
                      "its parent; add synth::references to the description");
        constexpr bool known = [] {
            if constexpr (reference != no_index) {
                return has_column<typename schema::template row_at<parent>>(member_index<Member>);
            } else {
                return true; // explained already
            }
        }();
        static_assert(known,
                      "synth: of_parent must find its column in the schema; name the parent's row there "
                      "without synth::keys_of");
        if constexpr (reference != no_index && known) {
            using parent_value_type = value_type_of<field_type<row_of_member<Member>, member_index<Member>>>;
            row_frame<schema, parent> frame;
            const std::size_t place = reference - catalog_of<schema>.tables[Table].first_reference;
            const auto seek = [&] {
                if constexpr (detail::need_of_column<schema, parent, member_index<Member>>() ==
                              detail::frame_need::row) {
                    frame.row = frame_.parents[place];
                } else {
                    data_.template seek<parent>(frame, frame_.parents[place]);
                }
            };
            if constexpr (reference_values<schema, reference>::may_be_absent) {
                using result = std::optional<parent_value_type>;
                if (frame_.absent[place]) {
                    return result{};
                }
                seek();
                return result{data_.template field_value<parent, member_index<Member>>(frame)};
            } else {
                seek();
                return data_.template field_value<parent, member_index<Member>>(frame);
            }
        } else {
            return 0;
        }
    }

    // ---- children ----

    // Where the children by a reference lie; explains a reference that does not own them.
    template<auto Reference>
    [[nodiscard]] static consteval bool owns_children() {
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
        return owned && !turned;
    }

    template<std::size_t Child>
    [[nodiscard]] owned_range children() const {
        return data_.template state<Child>().children_of({frame_.row, frame_.row, frame_.row + 1});
    }

    // Calls `look(frame)` for each child, of which some columns are asked for. The range is known already, so
    // the owner is not looked for again, nor are other parents that these columns do without.
    template<std::size_t Child, std::size_t... ChildColumns, typename Look>
    void each_child(const owned_range& range, const Look& look) const {
        constexpr detail::frame_need need =
            std::max({detail::frame_need::row, detail::need_of_column<schema, Child, ChildColumns>()...});
        row_frame<schema, Child> frame;
        frame.owner.range = {frame_.row, range.first, range.last};
        if constexpr (need == detail::frame_need::owner) {
            constexpr std::size_t owner = derivation_of<schema>.tables[Child].owner_reference;
            frame.parents[owner - catalog_of<schema>.tables[Child].first_reference] = frame_.row;
        }
        for (std::uint64_t row = range.first; row < range.last; ++row) {
            if constexpr (need == detail::frame_need::all) {
                data_.template seek<Child>(frame, row);
            } else {
                frame.row = row;
            }
            look(frame);
        }
    }

    template<children_fold Fold, auto Reference, auto Member>
    [[nodiscard]] field make(const children_value<Fold, Reference, Member>&) const {
        if constexpr (owns_children<Reference>()) {
            constexpr std::size_t child = schema::template index_or_none<row_of_member<Reference>>();
            const owned_range range = children<child>();
            if constexpr (Fold == children_fold::count) {
                return as_field(static_cast<std::int64_t>(range.last - range.first));
            } else {
                return fold<Fold, child, member_index<Member>>(range);
            }
        } else {
            return field{};
        }
    }

    template<typename Start, typename Step, typename Finish, auto Reference, auto... Members>
    [[nodiscard]] field
    make(const children_function<Start, Step, Finish, Reference, Members...>& given) const {
        if constexpr (owns_children<Reference>()) {
            return call(given, [this](const auto& result) { return this->as_field(result); });
        } else {
            return field{};
        }
    }

    // A plain view could show what was found, which is gone with the call; a known_text is of static storage.
    template<typename Start, typename Step, typename Finish, auto Reference, auto... Members>
        requires(std::same_as<field, std::string> &&
                 detail::keeps_text<std::invoke_result_t<const Finish&, const Start&>>)
    [[nodiscard]] auto
    make_view(const children_function<Start, Step, Finish, Reference, Members...>& given) const {
        return call(given, itself{});
    }

    template<typename Start, typename Step, typename Finish, auto Reference, auto... Members, typename Take>
    [[nodiscard]] auto call(const children_function<Start, Step, Finish, Reference, Members...>& given,
                            const Take& take) const {
        constexpr std::size_t child = schema::template index_or_none<row_of_member<Reference>>();
        Start known = given.start;
        each_child<child, member_index<Members>...>(
            children<child>(), [&](const row_frame<schema, child>& frame) {
                known = given.step(known, data_.template field_value<child, member_index<Members>>(frame)...);
            });
        return take(given.finish(known));
    }

    template<children_fold Fold, std::size_t Child, std::size_t ChildColumn>
    [[nodiscard]] field fold(const owned_range& range) const {
        using child_value = typename column_values<schema, Child, ChildColumn>::value;
        int128 result = 0;
        bool found = false;
        each_child<Child, ChildColumn>(range, [&](const row_frame<schema, Child>& frame) {
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
        });
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
