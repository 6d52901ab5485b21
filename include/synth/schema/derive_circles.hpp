// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_DERIVE_CIRCLES_HPP
#define SYNTH_SCHEMA_DERIVE_CIRCLES_HPP

#include <array>
#include <cstddef>

#include <synth/schema/derivation_work.hpp>

namespace synth {

/// Refuses what would never come to an end: a column whose value is repeated from itself through references,
/// and a reference that is found by following itself. Tables may refer to each other as they like.
template<typename Work>
class circle_derivation {
public:
    constexpr explicit circle_derivation(Work& work) : work_(work) {}

    constexpr void check() {
        check_columns();
        check_references();
    }

private:
    constexpr void check_columns() {
        const std::size_t columns = work_.schema.columns.size();
        for (std::size_t start = 0; start < columns; ++start) {
            std::size_t column = start;
            std::size_t steps = 0;
            while (work_.result.columns[column].source == column_source::reference && steps <= columns) {
                const derived_column& derived = work_.result.columns[column];
                const schema_index parent = work_.schema.references[derived.reference].parent;
                column = std::size_t{work_.schema.tables[parent].first_column} + derived.parent_column;
                ++steps;
            }
            if (steps > columns) {
                refuse(work_.result.columns[start].reference);
                return;
            }
        }
    }

    // A reference is settled when those that it follows are.
    constexpr void check_references() {
        std::array<bool, Work::reference_count> settled{};
        std::size_t unsettled = work_.schema.references.size();
        bool progress = true;
        while (progress) {
            progress = false;
            unsettled = work_.schema.references.size();
            for (std::size_t index = 0; index < work_.schema.references.size(); ++index) {
                if (!settled[index] && ready(index, settled)) {
                    settled[index] = progress = true;
                }
                if (!settled[index]) {
                    unsettled = index;
                }
            }
        }
        if (unsettled < work_.schema.references.size()) {
            refuse(unsettled);
        }
    }

    [[nodiscard]] constexpr bool ready(std::size_t index,
                                       const std::array<bool, Work::reference_count>& settled) const {
        const derived_reference& derived = work_.result.references[index];
        bool all = derived.via == no_index || settled[derived.via];
        for (std::size_t step = 0; step < derived.via_path.size; ++step) {
            all = all && settled[derived.via_path.references[step]];
        }
        return all;
    }

    constexpr void refuse(std::size_t index) {
        work_.table = work_.schema.references[index].child;
        work_.fail(work_.to_self(index) ? derivation_fault::self_reference : derivation_fault::circle, index);
    }

    Work& work_;
};

} // namespace synth

#endif
