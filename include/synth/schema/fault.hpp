// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_FAULT_HPP
#define SYNTH_SCHEMA_FAULT_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <synth/schema/catalog.hpp>
#include <synth/schema/derivation.hpp>

namespace synth {

/// The rules that a schema can break, each with one message in schema/explain.hpp.
enum class schema_rule : std::uint8_t {
    none,
    nameless_table,
    table_twice,
    column_twice,
    computed_column,
    nullable_primary_key,
    two_primary_keys,
    rows_filled_outside,
    repeated_column,
    missing_table,
    reference_to_no_key,
    reference_type,
    reference_cycle,
    decided_column,
    key_without_derivation,
    shared_columns,
    ownership,
    self_reference,
    law_of_shared_columns,
    law_of_distinct_parents,
    law_of_self_reference,
};

/// The first broken rule of a schema and what it is about.
struct schema_fault {
    schema_rule rule{};
    std::string_view table;
    std::string_view column; // or the other table
};

namespace detail {

constexpr bool same_table(const catalog_table& left, const catalog_table& right) {
    return left.name == right.name && left.schema_name == right.schema_name;
}

constexpr std::string_view first_name(const catalog_view& schema, std::size_t table,
                                      const column_set& columns) {
    return columns.empty() ? std::string_view{} : schema.columns_of(table)[columns[0]].name;
}

constexpr schema_fault find_name_fault(const catalog_view& schema) {
    for (std::size_t table = 0; table < schema.tables.size(); ++table) {
        if (schema.tables[table].name.empty()) {
            return {schema_rule::nameless_table, {}, {}};
        }
        for (std::size_t other = 0; other < table; ++other) {
            if (same_table(schema.tables[table], schema.tables[other])) {
                return {schema_rule::table_twice, schema.tables[table].name, {}};
            }
        }
        const auto columns = schema.columns_of(table);
        for (std::size_t index = 0; index < columns.size(); ++index) {
            for (std::size_t other = 0; other < index; ++other) {
                if (columns[index].name == columns[other].name) {
                    return {schema_rule::column_twice, schema.tables[table].name, columns[index].name};
                }
            }
        }
    }
    return {};
}

// Computed columns are made of one that is not, and stand behind all that are written.
constexpr schema_fault find_computed_fault(const catalog_view& schema) {
    for (std::size_t table = 0; table < schema.tables.size(); ++table) {
        const auto columns = schema.columns_of(table);
        for (std::size_t index = 0; index < columns.size(); ++index) {
            const schema_index from = columns[index].computed_from;
            const bool first = !is_written(columns[index]) && index < schema.tables[table].written_count;
            const bool of_none = columns[index].computed && (from == no_index || columns[from].computed);
            if (!schema.tables[table].keys_only && (first || of_none)) {
                return {schema_rule::computed_column, schema.tables[table].name, columns[index].name};
            }
        }
    }
    return {};
}

// The first column that a set names twice, or no_index.
constexpr schema_index repeated_column(const column_set& columns) {
    for (std::size_t position = 0; position < columns.size(); ++position) {
        if (columns.position(columns[position]) != position) {
            return columns[position];
        }
    }
    return no_index;
}

constexpr schema_fault find_key_fault(const catalog_view& schema) {
    for (std::size_t table = 0; table < schema.tables.size(); ++table) {
        std::size_t primary_keys = 0;
        for (const catalog_key& key : schema.keys_of(table)) {
            primary_keys += key.primary ? 1 : 0;
            if (const schema_index twice = repeated_column(key.columns); twice != no_index) {
                return {schema_rule::repeated_column, schema.tables[table].name,
                        schema.columns_of(table)[twice].name};
            }
            for (const schema_index column : key.columns) {
                if (key.primary && schema.columns_of(table)[column].nullable) {
                    return {schema_rule::nullable_primary_key, schema.tables[table].name,
                            schema.columns_of(table)[column].name};
                }
            }
        }
        if (primary_keys > 1) {
            return {schema_rule::two_primary_keys, schema.tables[table].name, {}};
        }
    }
    return {};
}

// A table that is filled outside says nothing of rows, which nobody would make.
constexpr schema_fault find_outside_fault(const catalog_view& schema) {
    for (std::size_t index = 0; index < schema.tables.size(); ++index) {
        const catalog_table& table = schema.tables[index];
        if (!table.filled_outside) {
            continue;
        }
        if (table.makes_rows) {
            return {schema_rule::rows_filled_outside, table.name, {}};
        }
        for (const catalog_reference& reference : schema.references_of(index)) {
            return {schema_rule::rows_filled_outside, table.name,
                    first_name(schema, index, reference.child_columns)};
        }
        for (const catalog_column& column : schema.columns_of(index)) {
            if (column.described) {
                return {schema_rule::rows_filled_outside, table.name, column.name};
            }
        }
    }
    return {};
}

// What a column is made of keeps apart what the column does.
constexpr bool is_key_of_parent(const catalog_view& schema, const catalog_reference& reference) {
    column_set made_of;
    for (const schema_index each : reference.parent_columns) {
        const catalog_column& column = schema.columns_of(reference.parent)[each];
        made_of.add(column.computed ? column.computed_from : each);
    }
    bool found = false;
    for (const catalog_key& key : schema.keys_of(reference.parent)) {
        found =
            found || key.columns.same_columns(reference.parent_columns) || key.columns.same_columns(made_of);
    }
    return found;
}

constexpr schema_fault find_reference_fault(const catalog_view& schema) {
    for (const catalog_reference& reference : schema.references) {
        const std::string_view child = schema.tables[reference.child].name;
        const std::string_view column = first_name(schema, reference.child, reference.child_columns);
        if (reference.parent == no_index) {
            return {schema_rule::missing_table, child, column};
        }
        if (const schema_index twice = repeated_column(reference.child_columns); twice != no_index) {
            return {schema_rule::repeated_column, child, schema.columns_of(reference.child)[twice].name};
        }
        if (!is_key_of_parent(schema, reference)) {
            return {schema_rule::reference_to_no_key, child, column};
        }
        for (const schema_index each : reference.child_columns) {
            if (schema.columns_of(reference.child)[each].described) {
                return {schema_rule::decided_column, child, schema.columns_of(reference.child)[each].name};
            }
        }
    }
    return {};
}

template<typename Derivation>
constexpr schema_fault find_derivation_fault(const catalog_view& schema, const Derivation& derived) {
    const std::string_view table = schema.tables[derived.fault_table].name;
    const auto of_reference = [&](schema_rule rule) {
        const catalog_reference& reference = schema.references[derived.fault_item];
        return schema_fault{rule, table, first_name(schema, reference.child, reference.child_columns)};
    };
    switch (derived.fault) {
    case derivation_fault::none:
        return {};
    case derivation_fault::key:
        return {schema_rule::key_without_derivation, table,
                first_name(schema, derived.fault_table, schema.keys[derived.fault_item].columns)};
    case derivation_fault::shared_columns:
        return of_reference(schema_rule::shared_columns);
    case derivation_fault::ownership:
        return of_reference(schema_rule::ownership);
    case derivation_fault::self_reference:
        return of_reference(schema_rule::self_reference);
    case derivation_fault::circle:
        return of_reference(schema_rule::reference_cycle);
    }
    return {};
}

// The rule that a law breaks on a reference that has nothing to choose.
constexpr schema_rule rule_of_law(const derived_reference& derived) {
    switch (derived.mode) {
    case reference_mode::drawn:
    case reference_mode::owned:
    case reference_mode::absent:
        return schema_rule::none;
    case reference_mode::injective:
    case reference_mode::partner:
    case reference_mode::dealt:
        return schema_rule::law_of_distinct_parents;
    case reference_mode::matched:
        return derived.distinct ? schema_rule::law_of_distinct_parents : schema_rule::law_of_shared_columns;
    case reference_mode::implied:
        return schema_rule::law_of_shared_columns;
    case reference_mode::forest:
        return schema_rule::law_of_self_reference;
    }
    return schema_rule::none;
}

} // namespace detail

/// The first law that nobody would read; the derivation is one without a fault.
template<typename Derivation>
[[nodiscard]] constexpr schema_fault find_law_fault(const catalog_view& schema, const Derivation& derived) {
    for (std::size_t index = 0; index < schema.references.size(); ++index) {
        const catalog_reference& reference = schema.references[index];
        const schema_rule rule = detail::rule_of_law(derived.references[index]);
        if (reference.has_law && rule != schema_rule::none) {
            return {rule, schema.tables[reference.child].name,
                    detail::first_name(schema, reference.child, reference.child_columns)};
        }
    }
    return {};
}

/// The first rule that a catalog breaks before anything is derived from it.
[[nodiscard]] constexpr schema_fault find_catalog_fault(const catalog_view& schema) {
    schema_fault fault = detail::find_name_fault(schema);
    if (fault.rule == schema_rule::none) {
        fault = detail::find_computed_fault(schema);
    }
    if (fault.rule == schema_rule::none) {
        fault = detail::find_key_fault(schema);
    }
    if (fault.rule == schema_rule::none) {
        fault = detail::find_outside_fault(schema);
    }
    if (fault.rule == schema_rule::none) {
        fault = detail::find_reference_fault(schema);
    }
    return fault;
}

} // namespace synth

#endif
