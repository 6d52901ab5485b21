// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_DERIVE_PATHS_HPP
#define SYNTH_SCHEMA_DERIVE_PATHS_HPP

#include <cstddef>
#include <optional>

#include <synth/schema/derivation_work.hpp>
#include <synth/schema/path.hpp>

namespace synth {

/// Makes the paths of matched references ways that can be walked down: from a row of the group to all of its
/// descendants, which are one range where every step is owned.
template<typename Work>
class path_derivation {
public:
    constexpr explicit path_derivation(Work& work) : work_(work) {}

    // The references on the way become owned, or dealt where their table has another owner. Rows that are one
    // to one with their parents are put in the order of these only where there is no other way.
    constexpr void settle(std::size_t index) {
        derived_reference& reference = work_.result.references[index];
        for (const bool in_order : {false, true}) {
            if (const auto path = find_way(index, in_order)) {
                reference.path = *path;
                take(reference.path);
                return;
            }
        }
        refuse(index);
    }

private:
    [[nodiscard]] constexpr std::optional<reference_path> find_way(std::size_t index, bool in_order) const {
        const reference_path& known = work_.result.references[index].path;
        if (may_descend(known, in_order)) {
            return known;
        }
        const catalog_reference& to_group = work_.schema.references[known.references[known.size - 1]];
        return find_path(work_.schema, work_.schema.references[index].parent, columns_at_start(known),
                         to_group.parent, to_group.parent_columns,
                         [&](const reference_path& path) { return may_descend(path, in_order); });
    }

    // The columns of the first table of a path that become the key of the group at its end.
    [[nodiscard]] constexpr column_set columns_at_start(const reference_path& path) const {
        column_set columns = work_.schema.references[path.references[path.size - 1]].child_columns;
        for (std::size_t step = path.size - 1; step-- > 0;) {
            const catalog_reference& reference = work_.schema.references[path.references[step]];
            column_set before;
            for (const schema_index column : columns) {
                before.add(reference.child_columns[reference.parent_columns.position(column)]);
            }
            columns = before;
        }
        return columns;
    }

    // One row stays one row where a step is one to one; a dealt step leaves rows that are no range.
    [[nodiscard]] constexpr bool may_descend(const reference_path& path, bool in_order) const {
        bool one_row = true;
        for (std::size_t step = path.size; step-- > 0;) {
            const schema_index index = path.references[step];
            const derived_table& child = work_.result.tables[work_.schema.references[index].child];
            const reference_mode mode = work_.result.references[index].mode;
            const bool range = is_range(index) || (mode == reference_mode::drawn && child.owner == no_index);
            const bool dealt = mode == reference_mode::dealt || mode == reference_mode::drawn;
            const bool alone = is_one_to_one(index) && (one_row || (in_order && may_be_in_order(index)));
            const bool passable = range || alone || (dealt && step == 0);
            if (!passable) {
                return false;
            }
            one_row = one_row && is_one_to_one(index);
        }
        return true;
    }

    [[nodiscard]] constexpr bool is_one_to_one(std::size_t index) const {
        const reference_mode mode = work_.result.references[index].mode;
        return mode == reference_mode::injective ||
               (mode == reference_mode::owned &&
                work_.result.tables[work_.schema.references[index].child].one_each);
    }

    // Whether the children of a range of parents are one.
    [[nodiscard]] constexpr bool is_range(std::size_t index) const {
        const derived_table& child = work_.result.tables[work_.schema.references[index].child];
        return work_.result.references[index].mode == reference_mode::owned &&
               (!child.one_each || child.in_order);
    }

    // Two that give each parent once may have an order in common, by which they are told apart.
    [[nodiscard]] constexpr bool may_be_in_order(std::size_t index) const {
        const catalog_reference& reference = work_.schema.references[index];
        const catalog_table& child = work_.schema.tables[reference.child];
        bool alone = true;
        for (std::size_t other = child.first_reference;
             other < std::size_t{child.first_reference} + child.reference_count; ++other) {
            alone = alone && (other == index || work_.schema.references[other].parent != reference.parent ||
                              work_.result.references[other].mode != reference_mode::injective);
        }
        return alone && (work_.result.tables[reference.child].owner == no_index ||
                         work_.result.references[index].mode == reference_mode::owned);
    }

    constexpr void take(const reference_path& path) {
        bool one_row = true;
        for (std::size_t step = path.size; step-- > 0;) {
            const schema_index index = path.references[step];
            work_.table = work_.schema.references[index].child;
            const bool one_to_one = is_one_to_one(index);
            if (work_.mode(index) == reference_mode::drawn && work_.mine().owner != no_index) {
                work_.mode(index) = reference_mode::dealt;
            } else if (work_.mode(index) == reference_mode::drawn ||
                       (work_.mode(index) == reference_mode::injective && !one_row)) {
                work_.own(index);
            }
            if (one_to_one && !one_row) {
                work_.mine().one_each = work_.mine().in_order = true;
            }
            one_row = one_row && one_to_one;
        }
    }

    // It may be left NULL unless others follow it or a key needs it.
    constexpr void refuse(std::size_t index) {
        work_.table = work_.schema.references[index].child;
        const derived_reference& refused = work_.result.references[index];
        bool needed = refused.distinct || (refused.via == no_index && !refused.of_row);
        for (std::size_t other = work_.first(); other < work_.last(); ++other) {
            needed = needed || work_.result.references[other].via == index;
        }
        if (needed || !work_.leave_out(index)) {
            work_.fail(derivation_fault::ownership, index);
        }
    }

    Work& work_;
};

} // namespace synth

#endif
