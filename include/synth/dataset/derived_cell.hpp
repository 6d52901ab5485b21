// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_DERIVED_CELL_HPP
#define SYNTH_DATASET_DERIVED_CELL_HPP

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <synth/core/plan_error.hpp>
#include <synth/dataset/children_of_row.hpp>
#include <synth/dataset/column_values.hpp>
#include <synth/dataset/computed_cell.hpp>
#include <synth/dataset/frame_need.hpp>
#include <synth/dataset/own_checks.hpp>
#include <synth/dataset/row_frame.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/schema/derived_value.hpp>

namespace synth {

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
        constexpr std::size_t reference =
            detail::reference_by<schema>(Table, member_index<Reference>, parent);
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

    template<auto Reference>
    using children = children_of_row<Dataset, Table, Reference>;

    template<children_fold Fold, auto Reference, auto Member>
    [[nodiscard]] field make(const children_value<Fold, Reference, Member>&) const {
        if constexpr (!children<Reference>::are_known()) {
            return field{};
        } else if constexpr (Fold == children_fold::count) {
            return as_field(static_cast<std::int64_t>(children<Reference>{data_, frame_.row}.size()));
        } else {
            using child_value = value_type_of<field_type<row_of_member<Member>, member_index<Member>>>;
            constexpr expression_node from = detail::node_of_type<child_value>();
            constexpr expression_node to = detail::node_of_type<value>();
            const auto found =
                children<Reference>{data_, frame_.row}.template fold<Fold, member_index<Member>>();
            if (!found && nullable<field> && Fold != children_fold::sum) {
                return field{};
            }
            return field{of_whole_number<value>(detail::rescale(found.value_or(0), from.scale, to.scale))};
        }
    }

    template<typename Start, typename Step, typename Finish, auto Reference, auto... Members>
    [[nodiscard]] field
    make(const children_function<Start, Step, Finish, Reference, Members...>& given) const {
        if constexpr (children<Reference>::are_known()) {
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
        children<Reference>{data_, frame_.row}.template each<member_index<Members>...>(
            [&](const row_frame<schema, child>& frame) {
                known = given.step(known, data_.template field_value<child, member_index<Members>>(frame)...);
            });
        return take(given.finish(known));
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

} // namespace synth

#endif
