// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_DERIVED_VALUE_HPP
#define SYNTH_SCHEMA_DERIVED_VALUE_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>

#include <synth/reflect/names.hpp>
#include <synth/schema/column_set.hpp>

namespace synth {

/// A column of the row to which a reference leads, as a source of `derive`.
template<auto Reference, auto Column>
struct parent_value {
    [[nodiscard]] friend constexpr bool operator==(const parent_value&, const parent_value&) = default;
};

/// `of_parent<&line::item_id, &item::price>`: the price of the item of a line; std::optional where the line
/// may have no item.
template<auto Reference, auto Column>
inline constexpr parent_value<Reference, Column> of_parent{};

/// What is made of the children that a parent owns.
enum class children_fold : std::uint8_t { count, sum, least, greatest };

template<children_fold Fold, auto Reference, auto Column>
struct children_value {
    static constexpr bool is_derived = true;

    [[nodiscard]] static std::string describe() {
        switch (Fold) {
        case children_fold::count:
            return "the number of its children";
        case children_fold::sum:
            return "the sum over its children";
        case children_fold::least:
            return "the least of its children";
        default:
            return "the greatest of its children";
        }
    }
};

/// The sum of a column over the rows that refer to this one: `column<&order::total>(sum_of<&line::order_id,
/// &line::amount>())`. The reference must own its rows (`even`, `children_between`); NULL counts as nothing.
template<auto Reference, auto Column>
[[nodiscard]] constexpr auto sum_of() {
    return children_value<children_fold::sum, Reference, Column>{};
}

/// How many rows refer to this one: `count_of<&line::order_id>()`.
template<auto Reference>
[[nodiscard]] constexpr auto count_of() {
    return children_value<children_fold::count, Reference, Reference>{};
}

/// The least value of a column over the rows that refer to this one; NULL, or the type's zero, without any.
template<auto Reference, auto Column>
[[nodiscard]] constexpr auto least_of() {
    return children_value<children_fold::least, Reference, Column>{};
}

/// The greatest one.
template<auto Reference, auto Column>
[[nodiscard]] constexpr auto greatest_of() {
    return children_value<children_fold::greatest, Reference, Column>{};
}

/// What functions make of the rows that a parent owns, one after another.
template<typename Start, typename Step, typename Finish, auto Reference, auto... Columns>
struct children_function {
    static constexpr bool is_derived = true;
    Start start;
    Step step;
    Finish finish;

    [[nodiscard]] static std::string describe() { return "from its children"; }
};

/// Any value over the rows that refer to this one, in their order: `step(known, columns...)` is called for
/// each of them and returns what is known then, beginning with `start`; `finish(known)` is the value. Columns
/// that may be NULL arrive as std::optional; the reference must own its rows: `column<&order::total>(
/// over_children<&line::order_id, &line::price, &line::count>(std::int64_t{0}, step, finish))`.
template<auto Reference, auto... Columns, typename Start, typename Step, typename Finish>
[[nodiscard]] constexpr auto over_children(const Start& start, const Step& step, const Finish& finish) {
    return children_function<Start, Step, Finish, Reference, Columns...>{start, step, finish};
}

template<typename Function, auto... Sources>
struct derived_value {
    static constexpr bool is_derived = true;
    Function function;

    [[nodiscard]] static std::string describe() { return "from other columns"; }
};

/// The generator of a column that depends on others: on columns of its row, and by `of_parent` on those of
/// its parents. Columns that may be NULL arrive as std::optional. The function may take the words of the cell
/// first: `column<&line::amount>(derive<&line::price, &line::quantity>([](auto price, auto quantity) { …
/// }))`.
template<auto... Sources, typename Function>
[[nodiscard]] constexpr auto derive(const Function& function) {
    static_assert(sizeof...(Sources) > 0,
                  "synth: derive must name columns; write derive<&row::a, &row::b>(function)");
    return derived_value<Function, Sources...>{function};
}

namespace detail {

template<typename Option>
concept derived_option = requires { requires std::remove_cvref_t<Option>::is_derived; };

// The member that a source names, of its row or of a parent.
template<typename Row, typename Field>
consteval auto member_of_source(Field Row::* member) {
    return member;
}
template<auto Reference, auto Column>
consteval auto member_of_source(parent_value<Reference, Column>) {
    return Column;
}

// The column by which a source of a parent leads there.
template<auto Reference, auto Column>
consteval auto reference_of_source(parent_value<Reference, Column>) {
    return Reference;
}

// A column of the schema that another needs.
struct needed_column {
    std::size_t table{};
    std::size_t column{};
};

template<typename Schema, auto Source>
consteval needed_column needed_by() {
    constexpr auto member = member_of_source(Source);
    return {Schema::template index_or_none<row_of_member<member>>(), member_index<member>};
}

template<typename Schema, typename Option>
struct needs {
    static constexpr std::array<needed_column, 0> columns{};
};
template<typename Schema, typename Function, auto... Sources>
struct needs<Schema, derived_value<Function, Sources...>> {
    static constexpr std::array<needed_column, sizeof...(Sources)> columns{needed_by<Schema, Sources>()...};
};
template<typename Schema, children_fold Fold, auto Reference, auto Column>
struct needs<Schema, children_value<Fold, Reference, Column>> {
    static constexpr std::array<needed_column, 1> columns{needed_by<Schema, Column>()};
};
template<typename Schema, typename Start, typename Step, typename Finish, auto Reference, auto... Columns>
struct needs<Schema, children_function<Start, Step, Finish, Reference, Columns...>> {
    static constexpr std::array<needed_column, sizeof...(Columns) + 1> columns{
        needed_by<Schema, Reference>(), needed_by<Schema, Columns>()...};
};

} // namespace detail

} // namespace synth

#endif
