// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_EXPLAIN_HPP
#define SYNTH_SCHEMA_EXPLAIN_HPP

#include <synth/core/fixed_string.hpp>
#include <synth/schema/entry.hpp>
#include <synth/schema/fault.hpp>

namespace synth {

// One rule, one function, one message: the compiler prints the template arguments, so their names are part of
// the text.

template<fixed_string Table>
consteval void explain_nameless_table() {
    static_assert(detail::never<Table>,
                  "synth: a table must have a name; give a row that is a template synth::named");
}

template<fixed_string Table>
consteval void explain_table_twice() {
    static_assert(detail::never<Table>,
                  "synth: a schema must not name a table twice; give one of the rows another synth::named");
}

template<fixed_string Table, fixed_string Column>
consteval void explain_column_twice() {
    static_assert(detail::never<Table>,
                  "synth: a table must not have two columns of one name; rename one in its description");
}

template<fixed_string Table, fixed_string Column>
consteval void explain_computed_column() {
    static_assert(
        detail::never<Table>,
        "synth: a computed column must be made of one column that is not, and stand behind all that "
        "are not; move its member to the end of the row");
}

template<fixed_string Table, fixed_string Column>
consteval void explain_column_type() {
    static_assert(detail::never<Table>,
                  "synth: a member must have a column type; see docs/types.md for the list, or specialise "
                  "synth::labels for an enumeration");
}

template<fixed_string Table, fixed_string Column>
consteval void explain_nullable_primary_key() {
    static_assert(
        detail::never<Table>,
        "synth: a column of a primary key must not be optional; remove std::optional, or use synth::unique");
}

template<fixed_string Table>
consteval void explain_two_primary_keys() {
    static_assert(detail::never<Table>,
                  "synth: a table must not have two primary keys; make one of them synth::unique");
}

template<fixed_string Table, fixed_string Column>
consteval void explain_rows_filled_outside() {
    static_assert(detail::never<Table>,
                  "synth: a table that is filled outside must not have references, checks, generators, "
                  "row_count or virtual_table; leave them out, its rows are there already");
}

template<fixed_string Table, fixed_string Column>
consteval void explain_repeated_column() {
    static_assert(detail::never<Table>,
                  "synth: a key or a reference must not name a column twice; leave out the second mention");
}

template<fixed_string Table, fixed_string Column>
consteval void explain_missing_table() {
    static_assert(detail::never<Table>,
                  "synth: a referenced table must be in the schema; add its row to synth::schema<...>");
}

template<fixed_string Table, fixed_string Column>
consteval void explain_reference_to_no_key() {
    static_assert(detail::never<Table>,
                  "synth: a reference must refer to a primary key or to unique columns; refer to the key, "
                  "or add synth::unique to the parent");
}

template<fixed_string Table, fixed_string Column, fixed_string Parent>
consteval void explain_reference_type() {
    static_assert(
        detail::never<Table>,
        "synth: a reference must have the type of the column that it refers to; change one of the members");
}

template<fixed_string Table, fixed_string Column>
consteval void explain_reference_cycle() {
    static_assert(detail::never<Table>,
                  "synth: a key must not take its values from itself through references; leave one reference "
                  "of the cycle out, or add a free column to a key");
}

template<fixed_string Table, fixed_string Column>
consteval void explain_decided_column() {
    static_assert(
        detail::never<Table>,
        "synth: a column of a reference must not have a generator of its own; remove the generator, "
        "the parent's key decides the value");
}

template<fixed_string Table, fixed_string Column>
consteval void explain_key_without_derivation() {
    static_assert(detail::never<Table>,
                  "synth: a key must be distinct by construction; add a free column to it, or make its "
                  "references disjoint");
}

template<fixed_string Table, fixed_string Column>
consteval void explain_shared_columns() {
    static_assert(detail::never<Table>,
                  "synth: references that share columns must meet in one ancestor; refer to it from both "
                  "parents, or leave one reference out");
}

template<fixed_string Table, fixed_string Column>
consteval void explain_ownership() {
    static_assert(detail::never<Table>,
                  "synth: a table must not be owned by two parents; leave out one of the degree laws, or of "
                  "the references that share columns further down");
}

template<fixed_string Table, fixed_string Column>
consteval void explain_self_reference() {
    static_assert(
        detail::never<Table>,
        "synth: a self-reference must not take a column that another reference decides; leave one of "
        "the two out, or give the self-reference an optional column of its own");
}

template<fixed_string Table, fixed_string Column>
consteval void explain_law_of_shared_columns() {
    static_assert(detail::never<Table>,
                  "synth: a reference that another one decides must not have a law; remove the law, the "
                  "columns that they share leave it no choice");
}

template<fixed_string Table, fixed_string Column>
consteval void explain_law_of_distinct_parents() {
    static_assert(detail::never<Table>,
                  "synth: a reference whose parents a key keeps distinct must not have a law; remove the "
                  "law, or the key");
}

template<fixed_string Table, fixed_string Column>
consteval void explain_law_of_self_reference() {
    static_assert(detail::never<Table>,
                  "synth: a reference of a table to itself must not have a law; remove the law, the parent "
                  "is any earlier row");
}

template<fixed_string Table, fixed_string Column>
consteval void explain_generator() {
    static_assert(detail::never<Table>,
                  "synth: a generator must yield values of its column; change the generator or the member");
}

template<fixed_string Table, fixed_string Column>
consteval void explain_key_generator() {
    static_assert(
        detail::never<Table>,
        "synth: a column that keeps a key distinct must have a key generator; use synth::sequence or "
        "synth::permuted_key, or remove the generator");
}

template<fixed_string Table, fixed_string Column>
consteval void explain_option() {
    static_assert(detail::never<Table>, "synth: a column must not have two generators; keep one of them");
}

/// Turns a fault into the one message of its rule; without a fault it does nothing.
template<schema_rule Rule, fixed_string Table, fixed_string Column>
consteval void explain_fault() {
    if constexpr (Rule == schema_rule::nameless_table) {
        explain_nameless_table<Table>();
    } else if constexpr (Rule == schema_rule::table_twice) {
        explain_table_twice<Table>();
    } else if constexpr (Rule == schema_rule::column_twice) {
        explain_column_twice<Table, Column>();
    } else if constexpr (Rule == schema_rule::computed_column) {
        explain_computed_column<Table, Column>();
    } else if constexpr (Rule == schema_rule::nullable_primary_key) {
        explain_nullable_primary_key<Table, Column>();
    } else if constexpr (Rule == schema_rule::two_primary_keys) {
        explain_two_primary_keys<Table>();
    } else if constexpr (Rule == schema_rule::rows_filled_outside) {
        explain_rows_filled_outside<Table, Column>();
    } else if constexpr (Rule == schema_rule::repeated_column) {
        explain_repeated_column<Table, Column>();
    } else if constexpr (Rule == schema_rule::missing_table) {
        explain_missing_table<Table, Column>();
    } else if constexpr (Rule == schema_rule::reference_to_no_key) {
        explain_reference_to_no_key<Table, Column>();
    } else if constexpr (Rule == schema_rule::reference_cycle) {
        explain_reference_cycle<Table, Column>();
    } else if constexpr (Rule == schema_rule::decided_column) {
        explain_decided_column<Table, Column>();
    } else if constexpr (Rule == schema_rule::key_without_derivation) {
        explain_key_without_derivation<Table, Column>();
    } else if constexpr (Rule == schema_rule::shared_columns) {
        explain_shared_columns<Table, Column>();
    } else if constexpr (Rule == schema_rule::ownership) {
        explain_ownership<Table, Column>();
    } else if constexpr (Rule == schema_rule::self_reference) {
        explain_self_reference<Table, Column>();
    } else if constexpr (Rule == schema_rule::law_of_shared_columns) {
        explain_law_of_shared_columns<Table, Column>();
    } else if constexpr (Rule == schema_rule::law_of_distinct_parents) {
        explain_law_of_distinct_parents<Table, Column>();
    } else if constexpr (Rule == schema_rule::law_of_self_reference) {
        explain_law_of_self_reference<Table, Column>();
    }
}

} // namespace synth

#endif
