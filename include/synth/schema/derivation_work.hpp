// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_DERIVATION_WORK_HPP
#define SYNTH_SCHEMA_DERIVATION_WORK_HPP

#include <array>
#include <cstddef>
#include <cstdint>

#include <synth/schema/catalog.hpp>
#include <synth/schema/derivation.hpp>
#include <synth/schema/path.hpp>
#include <synth/schema/table_components.hpp>

namespace synth {

/// A derivation in the making: the schema, what is decided so far, and the table at hand.
template<std::size_t Tables, std::size_t Columns, std::size_t References>
struct derivation_work {
    static constexpr std::size_t reference_count = References;

    catalog_view schema;
    const table_components<Tables>& components; // which tables form cycles
    derivation<Tables, Columns, References> result{};
    std::size_t table{};
    // NOLINTNEXTLINE(readability-redundant-member-init): g++ warns of a designated initializer otherwise
    column_set owner_columns{}; // of the table at hand: those that name its owner

    // A reference of the table at hand that chooses among the row's own descendants, and its columns but
    // those of the row's key.
    struct choice_of_row {
        std::size_t reference{};
        column_set columns;
    };
    static constexpr std::size_t most_choices_of_row = 8;
    std::array<choice_of_row, most_choices_of_row> choices_of_row{};
    std::size_t choice_of_row_count{};

    [[nodiscard]] constexpr std::size_t first() const { return schema.tables[table].first_reference; }
    [[nodiscard]] constexpr std::size_t last() const {
        return first() + schema.tables[table].reference_count;
    }
    [[nodiscard]] constexpr bool to_self(std::size_t index) const {
        return schema.references[index].parent == table;
    }
    [[nodiscard]] constexpr reference_mode& mode(std::size_t index) { return result.references[index].mode; }
    // The columns of a reference that are its own to decide.
    [[nodiscard]] constexpr const column_set& child_columns(std::size_t index) const {
        for (std::size_t choice = 0; choice < choice_of_row_count; ++choice) {
            if (choices_of_row[choice].reference == index) {
                return choices_of_row[choice].columns;
            }
        }
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
        return mode(index) != reference_mode::implied && mode(index) != reference_mode::forest &&
               mode(index) != reference_mode::absent;
    }

    // Whether no column of a reference may be NULL, so that every row has a parent.
    [[nodiscard]] constexpr bool has_value(const catalog_reference& reference) const {
        bool always = true;
        for (const schema_index each : reference.child_columns) {
            always = always && !schema.columns[schema.tables[reference.child].first_column + each].nullable;
        }
        return always;
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

    // ---- joint keys ----

    [[nodiscard]] constexpr bool may_join() { return mine().joint_count < derived_table::most_joints; }

    constexpr std::uint8_t begin_joint(bool of_owner, std::size_t key) {
        mine().joints[mine().joint_count] = {of_owner, false, 0, static_cast<schema_index>(key)};
        return mine().joint_count++;
    }

    constexpr void join_column(std::size_t index) {
        const auto joint = static_cast<std::uint8_t>(mine().joint_count - 1);
        column(index).source = column_source::joint;
        column(index).joint = joint;
        column(index).digit = mine().joints[joint].digits++;
        mine().joints[joint].of_columns = true;
    }

    // A reference keeps its mode where it is matched already.
    constexpr void join_reference(std::size_t index) {
        const auto joint = static_cast<std::uint8_t>(mine().joint_count - 1);
        derived_reference& reference = result.references[index];
        if (reference.mode == reference_mode::matched) {
            reference.distinct = true;
        } else {
            reference.mode = reference_mode::partner;
        }
        reference.joint = joint;
        reference.digit = mine().joints[joint].digits++;
    }

    // Whether two rows with equal key columns have the same parent: these are a key of the parent.
    [[nodiscard]] constexpr bool pins(const column_set& key, std::size_t index) const {
        const catalog_reference& reference = schema.references[index];
        return reference.child_columns.within(key) ||
               detail::tells_rows_apart(schema, reference.parent,
                                        columns_behind(reference, reference.child_columns.shared_with(key)));
    }

    constexpr void own(std::size_t index) {
        mode(index) = reference_mode::owned;
        mine().owner = schema.references[index].parent;
        mine().owner_reference = static_cast<schema_index>(index);
        owner_columns = child_columns(index);
    }

    // Forgets what was decided of a reference, member by member for g++ 12 (derive.hpp).
    constexpr void draw_again(std::size_t index) {
        derived_reference& reference = result.references[index];
        reference.mode = reference_mode::drawn;
        reference.via = no_index;
        reference.via_path.size = 0;
        reference.path.size = 0;
        reference.same_kinds = 0;
    }

    // A table that owns the rows through columns of a longer reference; a shorter one to the same rows says
    // so itself.
    constexpr void own_by_group(const column_group& group, const column_set& columns) {
        mine().owner = group.table;
        owner_columns = columns;
        for (std::size_t index = first(); index < last(); ++index) {
            const catalog_reference& reference = schema.references[index];
            if (reference.parent == group.table && mode(index) == reference_mode::implied &&
                reference.child_columns.same_columns(columns) &&
                same_columns_in_order(columns_behind(reference, columns), group.columns)) {
                draw_again(index);
                mode(index) = reference_mode::owned;
                mine().owner_reference = static_cast<schema_index>(index);
                return;
            }
        }
    }

    // Leaves a reference NULL in every row where a column of its own allows that; what followed it has to
    // decide for itself.
    constexpr bool leave_out(std::size_t index) {
        bool possible = false;
        for (const schema_index each : child_columns(index)) {
            possible = possible || (column_facts_of(each).nullable && is_alone_in(index, each));
        }
        if (possible) {
            if (!result.references[index].of_row) { // its way says which columns are not its own
                draw_again(index);
            }
            mode(index) = reference_mode::absent;
            for (std::size_t other = first(); other < last(); ++other) {
                if (mode(other) == reference_mode::implied && result.references[other].via == index) {
                    draw_again(other);
                }
            }
        }
        return possible;
    }

    // Whether a column of a reference is in no other one, of the table or to it.
    [[nodiscard]] constexpr bool is_alone_in(std::size_t index, std::size_t column_index) const {
        bool shared = schema.columns_of(table)[column_index].referenced;
        for (std::size_t other = first(); other < last(); ++other) {
            shared = shared || (other != index && child_columns(other).contains(column_index));
        }
        for (const catalog_reference& other : schema.references) {
            shared = shared || (other.parent == table && other.parent_columns.contains(column_index));
        }
        return !shared;
    }
};

} // namespace synth

#endif
