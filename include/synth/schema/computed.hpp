// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_COMPUTED_HPP
#define SYNTH_SCHEMA_COMPUTED_HPP

#include <array>
#include <cstddef>
#include <string>

#include <synth/schema/column_options.hpp>
#include <synth/schema/derived_value.hpp>
#include <synth/schema/expression.hpp>

namespace synth {

namespace detail {

// The one column that an expression is made of; no_index where there are none or several.
template<std::size_t Size>
constexpr schema_index only_column(const std::array<expression_node, Size>& nodes) {
    schema_index found = no_index;
    for (const expression_node& each : nodes) {
        if (each.what == operation::column) {
            if (!is_whole(each) || (found != no_index && found != each.column)) {
                return no_index;
            }
            found = each.column;
        }
    }
    return found;
}

} // namespace detail

/// A column that the database computes from another one.
template<typename Row, std::size_t Size>
struct computed_value {
    static constexpr bool is_derived = true;
    expression<Row, Size> from;

    template<typename Type>
    static consteval bool suits() {
        constexpr value_kind kind = detail::node_of_type<value_type_of<Type>>().kind;
        static_assert(kind != value_kind::other,
                      "synth: a computed column must hold a text, a number, a date or "
                      "a time; leave the member out");
        return kind != value_kind::other;
    }

    /// The column that it is computed from.
    [[nodiscard]] constexpr schema_index source() const { return detail::only_column(from.nodes); }

    constexpr void apply(column_facts& facts) const {
        facts.computed = true;
        facts.computed_from = source();
    }

    [[nodiscard]] static std::string describe() { return "computed by the database"; }
};

/// A column that is GENERATED ALWAYS AS an expression over one other column of its row: rows have its value,
/// it is not written, and references may lead to it where that other column is a key. Whether the expression
/// keeps apart what the key keeps apart is not looked at: `column<&part::twice>(computed(value<&part::number>
/// * 2))`.
template<typename Row, std::size_t Size>
[[nodiscard]] constexpr computed_value<Row, Size> computed(const expression<Row, Size>& from) {
    return {from};
}

namespace detail {

// Its source is known by value: what the schema needs of it is in the catalog.
template<typename Schema, typename Row, std::size_t Size>
struct needs<Schema, computed_value<Row, Size>> {
    static constexpr std::array<needed_column, 0> columns{};
};

} // namespace detail

} // namespace synth

#endif
