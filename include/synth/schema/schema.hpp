// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_SCHEMA_HPP
#define SYNTH_SCHEMA_SCHEMA_HPP

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

#include <synth/schema/catalog.hpp>
#include <synth/schema/derivation.hpp>
#include <synth/schema/derive.hpp>
#include <synth/schema/explain.hpp>
#include <synth/schema/fault.hpp>
#include <synth/schema/fill_order.hpp>
#include <synth/schema/keys_of.hpp>
#include <synth/schema/table_components.hpp>

namespace synth {

namespace detail {

template<std::size_t Index, typename Row>
struct indexed_row {};

template<typename Indices, typename... Rows>
struct row_set;
template<std::size_t... Indices, typename... Rows>
struct row_set<std::index_sequence<Indices...>, Rows...> : indexed_row<Indices, Rows>... {};

template<std::size_t Index, typename Row>
std::type_identity<Row> row_at(const indexed_row<Index, Row>*);

template<typename Row, std::size_t Index>
std::integral_constant<std::size_t, Index> index_of_row(const indexed_row<Index, Row>*);

// A class, so that the compiler looks among the rows once for each position and not at every use.
template<typename Set, std::size_t Index>
struct indexed_row_of {
    using type = typename decltype(row_at<Index>(static_cast<const Set*>(nullptr)))::type;
};

template<typename Row, std::size_t... Indices>
consteval std::size_t first_bad_column(std::index_sequence<Indices...>) {
    std::size_t bad = field_count<Row>;
    (static_cast<void>(!column_type<field_type<Row, Indices>> && bad == field_count<Row> ? (bad = Indices)
                                                                                         : 0),
     ...);
    return bad;
}

template<typename Row>
inline constexpr std::size_t bad_column = first_bad_column<Row>(std::make_index_sequence<field_count<Row>>{});

// A row that is no row, or has a member that is no column, is explained before anything else looks at it.
template<typename Row>
consteval bool check_row() {
    if constexpr (outline_row<Row>) {
        return check_row<outlined_row_of<Row>>();
    } else if constexpr (!listed<Row> && !row<Row>) {
        explain_row<Row>();
        return false;
    } else if constexpr (field_count<Row> == 0 && !std::is_empty_v<Row>) {
        return false; // its members cannot be read, which is said already
    } else if constexpr (bad_column<Row> < field_count<Row>) {
        constexpr std::string_view table_name = type_name<Row>;
        constexpr std::string_view column_name = field_names<Row>[bad_column<Row>];
        explain_column_type<fixed_string<table_name.size()>{table_name},
                            fixed_string<column_name.size()>{column_name}>();
        return false;
    } else {
        return true;
    }
}

template<typename Child, typename Parent>
inline constexpr bool may_refer =
    std::is_same_v<value_type_of<Child>, value_type_of<Parent>> ||
    (std::is_integral_v<value_type_of<Child>> && std::is_integral_v<value_type_of<Parent>> &&
     !std::is_same_v<value_type_of<Child>, bool> && !std::is_same_v<value_type_of<Parent>, bool>);

template<typename Entry>
inline constexpr bool reference_types_agree = true;
template<auto... Children, auto... Parents, typename... Options>
inline constexpr bool
    reference_types_agree<reference_entry<columns<Children...>, columns<Parents...>, Options...>> =
        (may_refer<field_type<row_of_member<Children>, member_index<Children>>,
                   field_type<row_of_member<Parents>, member_index<Parents>>> &&
         ...);

template<typename Entry>
struct reference_words {};
template<auto Child, auto... Children, auto Parent, auto... Parents, typename... Options>
struct reference_words<
    reference_entry<columns<Child, Children...>, columns<Parent, Parents...>, Options...>> {
    static constexpr std::string_view table_name = facts_of<row_of_member<Child>>.name;
    static constexpr std::string_view column_name =
        facts_of<row_of_member<Child>>.columns[member_index<Child>].name;
    static constexpr std::string_view parent_name = facts_of<row_of_member<Parent>>.name;
};

template<typename Entry>
consteval bool check_reference() {
    if constexpr (!reference_types_agree<Entry>) {
        using words = reference_words<Entry>;
        explain_reference_type<fixed_string<words::table_name.size()>{words::table_name},
                               fixed_string<words::column_name.size()>{words::column_name},
                               fixed_string<words::parent_name.size()>{words::parent_name}>();
        return false;
    }
    return true;
}

template<typename Row, typename... Entries>
consteval bool check_references(const table_description<Row, Entries...>*) {
    return (check_reference<Entries>() && ...);
}

template<typename Catalog>
struct catalog_sizes;
template<std::size_t Tables, std::size_t Columns, std::size_t Keys, std::size_t References>
struct catalog_sizes<catalog<Tables, Columns, Keys, References>> {
    using derivation_type = derivation<Tables, Columns, References>;
    using deriver_type = deriver<Tables, Columns, References>;
};

} // namespace detail

/// A set of tables: `using shop = synth::schema<customer, order>;`. Its facts are constants: the catalog, the
/// order in which tables are filled, and how keys and references are met. A schema that breaks a rule does
/// not compile and says why in one message (docs/limits.md).
template<typename... Rows>
struct schema {
    static constexpr std::size_t table_count = sizeof...(Rows);

    /// The row of a table by its position.
    template<std::size_t Index>
    using row_at = typename detail::indexed_row_of<detail::row_set<std::index_sequence_for<Rows...>, Rows...>,
                                                   Index>::type;

    /// The position of a row's table, or `no_index`.
    template<typename Row>
    [[nodiscard]] static consteval schema_index index_or_none() {
        // Among the bases of a class the compiler finds a row faster than a comparison with each does: that
        // is quadratic in schemas of hundreds of tables, and only needed where a row stands there twice or
        // not.
        using rows = detail::row_set<std::index_sequence_for<Rows...>, Rows...>;
        schema_index index = no_index;
        if constexpr (requires { detail::index_of_row<Row>(static_cast<const rows*>(nullptr)); }) {
            using found = decltype(detail::index_of_row<Row>(static_cast<const rows*>(nullptr)));
            index = static_cast<schema_index>(found::value);
        } else if constexpr (requires {
                                 detail::index_of_row<keys_of<Row>>(static_cast<const rows*>(nullptr));
                             }) {
            using found = decltype(detail::index_of_row<keys_of<Row>>(static_cast<const rows*>(nullptr)));
            index = static_cast<schema_index>(found::value);
        } else {
            schema_index next = 0;
            (static_cast<void>((std::is_same_v<Row, Rows> && index == no_index ? (index = next) : index),
                               ++next),
             ...);
        }
        return index;
    }
};

namespace detail {

template<typename... Rows>
schema<Rows...> listed_schema(const schema<Rows...>*);

template<typename Schema, typename Listed = decltype(listed_schema(static_cast<const Schema*>(nullptr)))>
struct facts_of_schema;

template<typename Schema, typename... Rows>
struct facts_of_schema<Schema, schema<Rows...>> {
    static consteval bool check_rows() {
        static_assert(sizeof...(Rows) > 0,
                      "synth: a schema must have a table; name at least one row in synth::schema<...>");
        if constexpr (sizeof...(Rows) > 0 && (check_row<Rows>() && ...)) {
            return (check_references(
                        static_cast<const std::remove_cvref_t<decltype(description_of<Rows>)>*>(nullptr)) &&
                    ...);
        } else {
            return false;
        }
    }
    static constexpr bool rows_are_good = check_rows();

    static consteval auto gather() {
        if constexpr (rows_are_good) {
            return gather_catalog<Schema, Rows...>();
        } else {
            return catalog<sizeof...(Rows), 0, 0, 0>{};
        }
    }
    static constexpr auto gathered = gather();
    using sizes = catalog_sizes<std::remove_const_t<decltype(gathered)>>;

    static constexpr schema_fault catalog_fault =
        rows_are_good ? find_catalog_fault(gathered.view()) : schema_fault{};
    static constexpr bool catalog_is_good = rows_are_good && catalog_fault.rule == schema_rule::none;

    static constexpr table_components<sizeof...(Rows)> components{gathered.view()};

    static consteval auto order() {
        return catalog_is_good ? order_tables(gathered.view(), components) : fill_order<sizeof...(Rows)>{};
    }
    static constexpr auto fill = order();
    static constexpr auto late = find_late<gathered.references.size()>(gathered.view(), fill);

    static consteval auto derive() {
        if constexpr (catalog_is_good) {
            return typename sizes::deriver_type{gathered.view(), components}.run();
        } else {
            return typename sizes::derivation_type{};
        }
    }
    static constexpr auto derived = derive();

    static consteval schema_fault first_fault() {
        if (!catalog_is_good) {
            return catalog_fault; // none where the rows are bad, which is said already
        }
        const schema_fault underivable = find_derivation_fault(gathered.view(), derived);
        return underivable.rule != schema_rule::none ? underivable : find_law_fault(gathered.view(), derived);
    }
    static constexpr schema_fault fault = first_fault();
};

template<typename Type>
inline constexpr bool is_schema = requires(const Type* given) { listed_schema(given); };

// What is meant where a row stands in place of a schema: once that is said, nothing else needs to be.
template<typename Given>
using schema_given = std::conditional_t<is_schema<Given>, Given, schema<Given>>;

} // namespace detail

/// The catalog of a schema: `catalog_of<shop>.tables[0].name`.
template<typename Schema>
inline constexpr const auto& catalog_of = detail::facts_of_schema<Schema>::gathered;

/// The tables in the order in which they are filled, parents first.
template<typename Schema>
inline constexpr const auto& fill_order_of = detail::facts_of_schema<Schema>::fill;

/// For each reference whether its parent is filled after its child, because the tables form a cycle: loaders
/// defer it, or fill its columns by a second pass.
template<typename Schema>
inline constexpr const auto& late_references_of = detail::facts_of_schema<Schema>::late;

/// How keys are kept distinct and references agree.
template<typename Schema>
inline constexpr const auto& derivation_of = detail::facts_of_schema<Schema>::derived;

/// The first rule that the schema breaks, for tests of schemas; `schema_rule::none` for a good one.
template<typename Schema>
inline constexpr schema_fault schema_error_of = detail::facts_of_schema<Schema>::fault;

/// Whether a schema is complete and consistent; a schema that is not stops the compiler with its one message.
template<typename Schema>
[[nodiscard]] consteval bool check_schema() {
    if constexpr (!detail::facts_of_schema<Schema>::rows_are_good) {
        return false; // said already
    } else {
        constexpr schema_fault fault = schema_error_of<Schema>;
        explain_fault<fault.rule, fixed_string<fault.table.size()>{fault.table},
                      fixed_string<fault.column.size()>{fault.column}>();
        return fault.rule == schema_rule::none;
    }
}

namespace detail {

// In a function: a class whose own assertion fails loses its members to clang.
template<typename Given>
consteval bool check_schema_given() {
    static_assert(is_schema<Given>,
                  "synth: a dataset must be of a schema; write synth::dataset<synth::schema<...>>");
    return check_schema<schema_given<Given>>();
}

} // namespace detail

} // namespace synth

#endif
