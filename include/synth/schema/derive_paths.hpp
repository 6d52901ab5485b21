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

    // The references on the way become owned, or dealt where their table has another owner.
    constexpr void settle(std::size_t index) {
        derived_reference& reference = work_.result.references[index];
        const schema_index last = reference.path.references[reference.path.size - 1];
        const catalog_reference& to_group = work_.schema.references[last];
        if (!may_descend(reference.path)) {
            const std::optional<reference_path> other =
                find_path(work_.schema, work_.schema.references[index].parent,
                          columns_at_start(reference.path), to_group.parent, to_group.parent_columns,
                          [this](const reference_path& path) { return may_descend(path); });
            if (!other) {
                refuse(index);
                return;
            }
            reference.path = *other;
        }
        for (std::size_t step = reference.path.size; step-- > 0;) {
            take(reference.path.references[step]);
        }
    }

private:
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
    [[nodiscard]] constexpr bool may_descend(const reference_path& path) const {
        bool one_row = true;
        for (std::size_t step = path.size; step-- > 0;) {
            const schema_index index = path.references[step];
            const derived_table& child = work_.result.tables[work_.schema.references[index].child];
            const reference_mode mode = work_.result.references[index].mode;
            const bool one_to_one =
                mode == reference_mode::injective || (mode == reference_mode::owned && child.one_each);
            const bool range = (mode == reference_mode::owned && !child.one_each) ||
                               (mode == reference_mode::drawn && child.owner == no_index);
            const bool dealt = mode == reference_mode::dealt || mode == reference_mode::drawn;
            const bool passable = range || (one_to_one && one_row) || (dealt && step == 0);
            if (!passable) {
                return false;
            }
            one_row = one_row && one_to_one;
        }
        return true;
    }

    constexpr void take(std::size_t index) {
        if (work_.mode(index) == reference_mode::drawn) {
            work_.table = work_.schema.references[index].child;
            if (work_.mine().owner == no_index) {
                work_.own(index);
            } else {
                work_.mode(index) = reference_mode::dealt;
            }
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
