// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_DERIVE_JOINT_HPP
#define SYNTH_SCHEMA_DERIVE_JOINT_HPP

#include <cstddef>
#include <cstdint>

#include <synth/schema/derivation_work.hpp>
#include <synth/schema/derive_matches.hpp>
#include <synth/schema/key_capacity.hpp>

namespace synth {

/// Decides joint keys: narrow columns and references that keep a key distinct together, as digits of the
/// row's number or of its number within the owner (docs/design/derivation.md).
template<typename Work>
class joint_derivation {
public:
    // A joint key of this capacity takes no further part, so that what is left of its references stays drawn.
    static constexpr std::uint64_t enough_within_owner = std::uint64_t{1} << 20U;
    static constexpr std::uint64_t enough_for_rows = (std::uint64_t{1} << 31U) - 1;

    constexpr explicit joint_derivation(Work& work) : work_(work), matches_(work) {}

    // The free columns of a key that are not taken, without a generator of their own; widest first.
    [[nodiscard]] constexpr column_set parts_of(const column_set& key) {
        column_set parts;
        while (true) {
            schema_index widest = no_index; // the later column among equals
            for (const schema_index each : key) {
                if (usable(each) && !parts.contains(each) && capacity_of(each) > 1 &&
                    (widest == no_index || capacity_of(each) >= capacity_of(widest))) {
                    widest = each;
                }
            }
            if (widest == no_index) {
                return parts;
            }
            parts.add(widest);
        }
    }

    // (product, language): the rows of one owner differ in the parts.
    constexpr bool join_within_owner(std::size_t key_index, const column_set& key, const column_set& parts) {
        if (!work_.may_join()) {
            return false;
        }
        const std::uint8_t joint = work_.begin_joint(true, key_index);
        const std::uint64_t capacity = join_columns(parts, enough_within_owner);
        if (capacity < enough_within_owner) {
            join_references(key);
            join_choices(key);
        }
        return keep(joint);
    }

    // (kind, region): the rows of the table differ in the parts. One part alone needs no joint key.
    constexpr bool join_rows(std::size_t key_index, const column_set& key, const column_set& parts) {
        if (!work_.may_join()) {
            return false;
        }
        const std::uint8_t joint = work_.begin_joint(false, key_index);
        if (join_columns(parts, enough_for_rows) < enough_for_rows) {
            join_references(key);
        }
        return keep(joint) && simplify(joint);
    }

    [[nodiscard]] constexpr bool disjoint_from_others(std::size_t index) {
        for (std::size_t other = work_.first(); other < work_.last(); ++other) {
            if (other != index && work_.decides(other) &&
                !work_.child_columns(index).shared_with(work_.child_columns(other)).empty()) {
                return false;
            }
        }
        return true;
    }

    // No reference has the column; a self-reference may have it for itself.
    [[nodiscard]] constexpr bool is_free(std::size_t column) {
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            const catalog_reference& reference = work_.schema.references[index];
            const std::size_t position = reference.child_columns.position(column);
            if (position < reference.child_columns.size() && work_.child_columns(index).contains(column) &&
                !(work_.to_self(index) && reference.parent_columns[position] == column)) {
                return false;
            }
        }
        return true;
    }

private:
    [[nodiscard]] constexpr std::uint64_t capacity_of(std::size_t column) const {
        return work_.column_facts_of(column).capacity;
    }

    [[nodiscard]] constexpr bool usable(std::size_t column) {
        return is_free(column) && !work_.column_facts_of(column).described &&
               work_.column(column).source == column_source::generated;
    }

    constexpr std::uint64_t join_columns(const column_set& parts, std::uint64_t enough) {
        std::uint64_t capacity = 1;
        for (const schema_index each : parts) {
            if (capacity < enough) {
                work_.join_column(each);
                capacity = multiply_capacity(capacity, capacity_of(each));
            }
        }
        return capacity;
    }

    // References that share nothing with others: any of their parents will do.
    constexpr void join_references(const column_set& key) {
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            if (work_.mode(index) == reference_mode::drawn && work_.pins(key, index) &&
                disjoint_from_others(index)) {
                work_.join_reference(index);
            }
        }
    }

    // References that share columns with the owner's: those parents will do that agree with the owner.
    constexpr void join_choices(const column_set& key) {
        const schema_index owner = work_.mine().owner_reference;
        for (std::size_t index = work_.first(); index < work_.last() && owner != no_index; ++index) {
            const column_set shared = work_.child_columns(index).shared_with(work_.child_columns(owner));
            if (work_.mode(index) == reference_mode::drawn && !shared.empty() && work_.pins(key, index) &&
                only_meets(index, owner) && matches_.match(index, owner, shared)) {
                work_.join_reference(index);
            }
        }
    }

    // Whether what a reference shares with others it shares with the owner too.
    [[nodiscard]] constexpr bool only_meets(std::size_t index, std::size_t owner) {
        for (std::size_t other = work_.first(); other < work_.last(); ++other) {
            const column_set shared = work_.child_columns(index).shared_with(work_.child_columns(other));
            const bool settled =
                work_.mode(other) == reference_mode::matched || work_.mode(other) == reference_mode::partner;
            if (other != index && settled && !shared.within(work_.child_columns(owner))) {
                return false;
            }
        }
        return true;
    }

    // A joint key without parts is none.
    constexpr bool keep(std::uint8_t joint) {
        if (work_.mine().joints[joint].digits == 0) {
            --work_.mine().joint_count;
            return false;
        }
        return true;
    }

    constexpr bool simplify(std::uint8_t joint) {
        if (work_.mine().joints[joint].digits > 1) {
            return true;
        }
        --work_.mine().joint_count;
        for (std::size_t index = 0; index < work_.schema.tables[work_.table].column_count; ++index) {
            if (work_.column(index).is_part_of(joint)) {
                work_.column(index).source = column_source::key;
            }
        }
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            if (work_.result.references[index].is_part_of(joint)) {
                work_.mode(index) = reference_mode::injective;
            }
        }
        return true;
    }

    Work& work_;
    match_derivation<Work> matches_;
};

} // namespace synth

#endif
