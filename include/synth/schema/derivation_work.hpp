// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_DERIVATION_WORK_HPP
#define SYNTH_SCHEMA_DERIVATION_WORK_HPP

#include <array>
#include <cstddef>

#include <synth/schema/catalog.hpp>
#include <synth/schema/derivation.hpp>
#include <synth/schema/path.hpp>

namespace synth {

/// A derivation in the making: the schema, what is decided so far, and the table at hand.
template<std::size_t Tables, std::size_t Columns, std::size_t References>
struct derivation_work {
    catalog_view schema;
    derivation<Tables, Columns, References> result{};
    std::array<bool, References> must_own{}; // references that descendants need owned
    std::size_t table{};
    // NOLINTNEXTLINE(readability-redundant-member-init): g++ warns of a designated initializer otherwise
    column_set owner_columns{}; // of the table at hand: those that name its owner

    [[nodiscard]] constexpr std::size_t first() const { return schema.tables[table].first_reference; }
    [[nodiscard]] constexpr std::size_t last() const {
        return first() + schema.tables[table].reference_count;
    }
    [[nodiscard]] constexpr bool to_self(std::size_t index) const {
        return schema.references[index].parent == table;
    }
    [[nodiscard]] constexpr reference_mode& mode(std::size_t index) { return result.references[index].mode; }
    [[nodiscard]] constexpr const column_set& child_columns(std::size_t index) const {
        return schema.references[index].child_columns;
    }
    [[nodiscard]] constexpr derived_table& mine() { return result.tables[table]; }
    [[nodiscard]] constexpr derived_column& column(std::size_t index) {
        return result.columns[schema.tables[table].first_column + index];
    }
    [[nodiscard]] constexpr const catalog_column& column_facts_of(std::size_t index) const {
        return schema.columns[schema.tables[table].first_column + index];
    }

    // Whether a reference decides its own columns, as opposed to following another one or the table itself.
    [[nodiscard]] constexpr bool decides(std::size_t index) {
        return mode(index) != reference_mode::implied && mode(index) != reference_mode::forest;
    }

    constexpr void fail(derivation_fault fault, std::size_t item) {
        if (result.fault == derivation_fault::none) {
            result.fault = fault;
            result.fault_table = static_cast<schema_index>(table);
            result.fault_item = static_cast<schema_index>(item);
        }
    }

    constexpr void set_ordinal(std::size_t number) {
        mine().ordinal = static_cast<schema_index>(number);
        column(number).source = column_source::ordinal;
    }

    constexpr void own(std::size_t index) {
        mode(index) = reference_mode::owned;
        mine().owner = schema.references[index].parent;
        mine().owner_reference = static_cast<schema_index>(index);
        owner_columns = child_columns(index);
    }

    constexpr void require_ownership(const reference_path& path) {
        for (std::size_t step = 0; step < path.size; ++step) {
            must_own[path.references[step]] = true;
        }
    }
};

} // namespace synth

#endif
