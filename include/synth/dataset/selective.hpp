// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_SELECTIVE_HPP
#define SYNTH_DATASET_SELECTIVE_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <type_traits>
#include <utility>

#include <synth/dataset/generator_of.hpp>
#include <synth/dataset/kind_key.hpp>
#include <synth/dataset/optional_parent.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/schema/check.hpp>
#include <synth/schema/derivation.hpp>
#include <synth/schema/entry_options.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

// Whether two steps do the same, whatever their column is called and however wide it is.
constexpr bool same_step(const expression_node& left, const expression_node& right) {
    return left.what == right.what && left.kind == right.kind && left.real == right.real &&
           left.part == right.part && left.scale == right.scale && left.size == right.size &&
           left.months == right.months && left.number == right.number && left.text == right.text;
}

// Whether the checks that a child's column has for itself ask something that those of the parent's column do
// not ask in the same words.
template<typename Child, typename Parent>
constexpr bool asks_more(std::size_t child_column, std::size_t parent_column) {
    const auto is_of = [](const check_facts& each, std::size_t column) {
        return each.size > 0 && each.columns.size() == 1 && each.columns[0] == column && !each.of_elements;
    };
    bool more = false;
    for (const check_facts& each : checks_of<Child>.checks) {
        bool asked = !is_of(each, child_column);
        for (const check_facts& other : checks_of<Parent>.checks) {
            asked = asked || (is_of(other, parent_column) &&
                              std::ranges::equal(checks_of<Child>.nodes_of(each),
                                                 checks_of<Parent>.nodes_of(other), same_step));
        }
        more = more || !asked;
    }
    return more;
}

// Whether the values of a column may be dealt out to rows: nobody else decides them, or it is, or repeats,
// the key of a table of kinds.
template<typename Schema, std::size_t Table, std::size_t Column>
consteval bool may_be_dealt() {
    using row_type = typename Schema::template row_at<Table>;
    return (derived_of<Schema, Table, Column>.source == column_source::generated &&
            generator_count<row_type, Column> == 0 &&
            has_kinds<value_type_of<field_type<row_type, Column>>>) ||
           is_kind_key<Schema, Table, Column> || is_repeated_kind<Schema, Table, Column>;
}

// Whether a reference finds its parents by itself, among rows that have numbers; of a self-reference, among
// the rows before.
template<typename Schema>
constexpr bool may_select(std::size_t reference) {
    const derived_reference& derived = derivation_of<Schema>.references[reference];
    const bool ties_rows =
        derived.mode == reference_mode::forest && (derived.distinct || !may_be_absent<Schema>(reference));
    return derived.mode != reference_mode::implied && !ties_rows && derived.mode != reference_mode::absent &&
           !(derived.mode == reference_mode::matched &&
             derivation_of<Schema>.references[derived.path.references[0]].mode == reference_mode::dealt);
}

// Whether a column that a reference decides has a check for itself.
template<typename Schema, std::size_t Reference, std::size_t Position>
consteval bool is_limited() {
    constexpr catalog_reference reference = catalog_of<Schema>.references[Reference];
    constexpr std::size_t column = reference.child_columns[Position];
    constexpr std::size_t place = catalog_of<Schema>.tables[reference.child].first_column + column;
    return checks_of<typename Schema::template row_at<reference.child>>.limits(column) &&
           derivation_of<Schema>.columns[place].reference == Reference;
}

// Whether it asks more than the parent does.
template<typename Schema, std::size_t Reference, std::size_t Position>
consteval bool is_narrowed() {
    constexpr catalog_reference reference = catalog_of<Schema>.references[Reference];
    if constexpr (is_limited<Schema, Reference, Position>()) {
        return asks_more<typename Schema::template row_at<reference.child>,
                         typename Schema::template row_at<reference.parent>>(
            reference.child_columns[Position], reference.parent_columns[Position]);
    } else {
        return false;
    }
}

template<typename Schema, std::size_t Reference, std::size_t Position>
consteval bool selects_by() {
    constexpr catalog_reference reference = catalog_of<Schema>.references[Reference];
    if constexpr (may_select<Schema>(Reference) && is_narrowed<Schema, Reference, Position>()) {
        return may_be_dealt<Schema, reference.parent, reference.parent_columns[Position]>();
    } else {
        return false;
    }
}

// Whether the parent repeats a column itself, or numbers its rows by it, so that no kind of it is dealt out,
// and parents may be drawn until one has a value that a check asks for.
template<typename Schema, std::size_t Reference, std::size_t Position>
consteval bool seeks_by() {
    constexpr catalog_reference reference = catalog_of<Schema>.references[Reference];
    constexpr std::size_t behind =
        catalog_of<Schema>.tables[reference.parent].first_column + reference.parent_columns[Position];
    constexpr column_source source = derivation_of<Schema>.columns[behind].source;
    // A key has values that its own checks do not ask for only where they are asked for by others.
    constexpr bool limited_key =
        source == column_source::key && checks_of<typename Schema::template row_at<reference.parent>>.limits(
                                            reference.parent_columns[Position]);
    if constexpr (derivation_of<Schema>.references[Reference].chooses_freely() &&
                  (source == column_source::reference || source == column_source::ordinal ||
                   source == column_source::joint || limited_key)) {
        return is_narrowed<Schema, Reference, Position>() && !selects_by<Schema, Reference, Position>();
    } else {
        return false;
    }
}

// The places of a reference's columns of which something is true, as bits.
template<typename Schema, std::size_t Reference, typename Holds>
consteval std::uint32_t places_where(const Holds& holds) {
    return [&]<std::size_t... Positions>(std::index_sequence<Positions...>) {
        std::uint32_t places = 0;
        ((places |= holds.template operator()<Positions>() ? std::uint32_t{1} << Positions : 0), ...);
        return places;
    }(std::make_index_sequence<catalog_of<Schema>.references[Reference].child_columns.size()>{});
}

} // namespace detail

/// The places of the columns by which a reference selects its parents, as bits: its own checks ask more of
/// them than the parent does, such as `CHECK (kind = 'car')` of a column that repeats `vehicle.kind`. None:
/// it takes any parent.
template<typename Schema, std::size_t Reference>
inline constexpr std::uint32_t selective_places = detail::places_where<Schema, Reference>(
    []<std::size_t Position>() { return detail::selects_by<Schema, Reference, Position>(); });

/// The places of the columns for which a reference seeks its parents, as bits: its own checks ask more of
/// them than the parent does, and the parent does not choose them.
template<typename Schema, std::size_t Reference>
inline constexpr std::uint32_t sought_places = detail::places_where<Schema, Reference>(
    []<std::size_t Position>() { return detail::seeks_by<Schema, Reference, Position>(); });

/// Whether a reference takes only some of the rows of a table that is filled outside: those that its own
/// checks allow.
template<typename Schema, std::size_t Reference>
inline constexpr bool selects_existing = []<std::size_t... Positions>(std::index_sequence<Positions...>) {
    constexpr catalog_reference reference = catalog_of<Schema>.references[Reference];
    if constexpr (catalog_of<Schema>.tables[reference.parent].filled_outside) {
        return (detail::is_limited<Schema, Reference, Positions>() || ...);
    } else {
        return false;
    }
}(std::make_index_sequence<catalog_of<Schema>.references[Reference].child_columns.size()>{});

/// Whether a reference selects its parents by a column.
template<typename Schema, std::size_t Reference>
inline constexpr bool is_selective =
    selective_places<Schema, Reference> != 0 || selects_existing<Schema, Reference>;

/// The places of all references.
template<typename Schema>
inline constexpr auto all_selective_places =
    []<std::size_t... References>(std::index_sequence<References...>) {
        return std::array<std::uint32_t, sizeof...(References)>{selective_places<Schema, References>...};
    }(std::make_index_sequence<catalog_of<Schema>.references.size()>{});

/// The place of a reference by which it selects the rows of a table by a column; `no_index`: it does not.
template<typename Schema>
[[nodiscard]] constexpr std::size_t selecting_place(std::size_t reference, std::size_t table,
                                                    std::size_t column) {
    const catalog_reference& each = catalog_of<Schema>.references[reference];
    for (std::size_t place = 0; each.parent == table && place < each.parent_columns.size(); ++place) {
        if (each.parent_columns[place] == column &&
            (all_selective_places<Schema>[reference] >> place & 1U) != 0) {
            return place;
        }
    }
    return no_index;
}

} // namespace synth

#endif
