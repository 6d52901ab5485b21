// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_DERIVE_FORESTS_HPP
#define SYNTH_SCHEMA_DERIVE_FORESTS_HPP

#include <cstddef>

#include <synth/schema/derivation_work.hpp>

namespace synth {

/// Decides the references of a table to itself: a row has an earlier row as its parent, among the rows of one
/// owner where columns are shared with it, or is a root.
template<typename Work>
class forest_derivation {
public:
    constexpr explicit forest_derivation(Work& work) : work_(work) {}

    constexpr void find() {
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            if (work_.to_self(index)) {
                work_.mode(index) = reference_mode::forest;
            }
        }
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            for (std::size_t other = work_.first(); other < work_.last(); ++other) {
                if (other != index && leads_along(index, other)) {
                    work_.mode(index) = reference_mode::implied;
                    reference_of(index).via = static_cast<schema_index>(other);
                    break;
                }
            }
        }
    }

    // A key that a self-reference carries: a list, each row behind the one before it.
    constexpr bool make_list(const column_set& key) {
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            if (work_.mode(index) == reference_mode::forest && work_.pins(key, index)) {
                reference_of(index).distinct = true;
                return true;
            }
        }
        return false;
    }

    // Parent and child agree in the columns that refer to themselves if these name the owner of both, or if
    // the parent is the row itself.
    constexpr void check() {
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            if (work_.mode(index) == reference_mode::forest) {
                check(index);
            }
        }
    }

private:
    // Whether a self-reference leads where a wider one does: (above) beside (above, above_level).
    [[nodiscard]] constexpr bool leads_along(std::size_t index, std::size_t other) const {
        const catalog_reference& narrow = work_.schema.references[index];
        const catalog_reference& wide = work_.schema.references[other];
        const bool wider = wide.child_columns.size() > narrow.child_columns.size() || other < index;
        if (work_.mode(index) != reference_mode::forest || work_.mode(other) != reference_mode::forest ||
            !wider || !narrow.child_columns.within(wide.child_columns) ||
            (work_.has_value(narrow) && !work_.has_value(wide))) {
            return false;
        }
        return same_columns_in_order(columns_behind(wide, narrow.child_columns), narrow.parent_columns);
    }

    constexpr void check(std::size_t index) {
        const catalog_reference& reference = work_.schema.references[index];
        for (std::size_t position = 0; position < reference.child_columns.size(); ++position) {
            const schema_index column = reference.child_columns[position];
            const std::size_t other = decider_of(column);
            if (column != reference.parent_columns[position]) {
                if (other < work_.last()) { // the other reference would have to lead where this one does
                    if (reference_of(index).distinct || !work_.leave_out(index)) {
                        work_.fail(derivation_fault::self_reference, index);
                    }
                    return;
                }
                continue;
            }
            if (other < work_.last() && work_.mine().owner == no_index &&
                work_.mode(other) == reference_mode::drawn) {
                work_.own(other);
            }
            if (work_.mine().owner != no_index && work_.owner_columns.contains(column)) {
                reference_of(index).within_owner = true;
            } else {
                reference_of(index).roots_only = true;
            }
        }
    }

    [[nodiscard]] constexpr derived_reference& reference_of(std::size_t index) {
        return work_.result.references[index];
    }

    // A reference to another table that decides a column.
    [[nodiscard]] constexpr std::size_t decider_of(std::size_t column) {
        std::size_t found = work_.last();
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            const bool decides = work_.decides(index) ||
                                 (work_.mode(index) == reference_mode::implied && !work_.to_self(index));
            if (found == work_.last() && decides && work_.child_columns(index).contains(column)) {
                found = index;
            }
        }
        return found;
    }

    Work& work_;
};

} // namespace synth

#endif
