// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_TESTS_SCHEMA_DERIVED_HPP
#define SYNTH_TESTS_SCHEMA_DERIVED_HPP

#include <cstddef>

#include <synth/schema/schema.hpp>

#include "tenants.hpp"
#include "tpcc.hpp"

// What the derivation says of a table, a column or a reference, by row and member.
namespace derived_test {

using synth::column_source;
using synth::reference_mode;

template<typename Schema, typename Row>
constexpr synth::derived_table derived_table =
    synth::derivation_of<Schema>.tables[Schema::template index_or_none<Row>()];

template<typename Schema, auto Member>
constexpr synth::derived_column derived_column =
    synth::derivation_of<Schema>.columns
        [synth::catalog_of<Schema>.tables[Schema::template index_or_none<synth::row_of_member<Member>>()].first_column +
         synth::member_index<Member>];

template<typename Schema, typename Row, std::size_t Position>
constexpr synth::derived_reference derived_reference =
    synth::derivation_of<Schema>.references
        [synth::catalog_of<Schema>.tables[Schema::template index_or_none<Row>()].first_reference + Position];

template<typename Schema>
constexpr synth::schema_rule rule_of = synth::schema_error_of<Schema>.rule;

using tpcc_database = tpcc::database;
using tenants_database = tenants::database;

} // namespace derived_test

#endif
