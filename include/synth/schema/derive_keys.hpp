// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_DERIVE_KEYS_HPP
#define SYNTH_SCHEMA_DERIVE_KEYS_HPP

#include <cstddef>
#include <cstdint>
#include <optional>

#include <synth/schema/derivation_work.hpp>
#include <synth/schema/derive_joint.hpp>
#include <synth/schema/path.hpp>

namespace synth {

/// Decides how the keys of a table are kept distinct: by a bijection, by numbers within an owner, by
/// one-to-one references or by joint keys (docs/design/derivation.md).
template<typename Work>
class key_derivation {
public:
    constexpr explicit key_derivation(Work& work) : work_(work), joint_(work) {}

    // Whether what is decided so far keeps these columns distinct.
    [[nodiscard]] constexpr bool is_distinct(const column_set& key) {
        for (const schema_index each : key) {
            if (work_.column(each).source == column_source::key) {
                return true;
            }
        }
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            const bool list =
                work_.mode(index) == reference_mode::forest && work_.result.references[index].distinct;
            const bool distinct = list || work_.mode(index) == reference_mode::injective ||
                                  work_.result.references[index].of_row; // no row has two groups
            if (distinct && work_.pins(key, index)) {
                return true;
            }
        }
        const bool owner = names_owner(key);
        for (std::size_t joint = 0; joint < work_.mine().joint_count; ++joint) {
            if ((owner || !work_.mine().joints[joint].of_owner) && has_parts(key, joint)) {
                return true;
            }
        }
        return owner && (work_.mine().one_each ||
                         (work_.mine().ordinal != no_index && key.contains(work_.mine().ordinal)));
    }

    constexpr bool make_distinct(std::size_t key_index) {
        const column_set& key = work_.schema.keys[key_index].columns;
        const std::optional<std::size_t> number = number_column(key);
        if (work_.mine().owner == no_index && number && number_within_owner(key, *number)) {
            return true;
        }
        if (work_.mine().ordinal == no_index && number && names_owner(key)) {
            work_.set_ordinal(*number);
            return true;
        }
        const std::optional<std::size_t> free = free_column(key, false);
        if (free && work_.column_facts_of(*free).capacity >= joint_derivation<Work>::enough_for_rows) {
            work_.column(*free).source = column_source::key;
            return true;
        }
        const column_set parts = joint_.parts_of(key);
        if (!parts.empty()) {
            return join(key_index, key, parts);
        }
        if (free) { // it has a generator of its own, which may be one of keys
            work_.column(*free).source = column_source::key;
            return true;
        }
        return one_to_one(key) || pair_up(key_index, key) || pair_in_group(key_index, key) ||
               one_for_each_group(key) || choose_in_group(key_index, key) ||
               joint_.join_rows(key_index, key, {});
    }

private:
    // Whether these columns say which row owns the row.
    [[nodiscard]] constexpr bool names_owner(const column_set& key) {
        const derived_table& mine = work_.mine();
        return mine.owner != no_index &&
               (work_.owner_columns.within(key) ||
                (mine.owner_reference != no_index && work_.pins(key, mine.owner_reference)));
    }

    // Whether a key has every part of a joint key.
    [[nodiscard]] constexpr bool has_parts(const column_set& key, std::size_t joint) {
        for (std::size_t index = 0; index < work_.schema.tables[work_.table].column_count; ++index) {
            if (work_.column(index).is_part_of(joint) && !key.contains(index)) {
                return false;
            }
        }
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            if (work_.result.references[index].is_part_of(joint) && !work_.pins(key, index)) {
                return false;
            }
        }
        return true;
    }

    // A column with a generator of its own is the last choice, before one that has but a few values.
    [[nodiscard]] static constexpr std::size_t rank_of(const catalog_column& facts) {
        const std::size_t rank = 2 * static_cast<std::size_t>(facts.ability);
        if (facts.described) {
            return rank + 1;
        }
        return facts.ability >= key_ability::wide ? rank + 16 : rank;
    }

    // The free column that can best carry a number, or any distinct value.
    [[nodiscard]] constexpr std::optional<std::size_t> free_column(const column_set& key, bool number) {
        std::optional<std::size_t> best;
        for (const schema_index each : key) {
            const catalog_column& facts = work_.column_facts_of(each);
            const bool integer = facts.ability == key_ability::integer16 ||
                                 facts.ability == key_ability::integer32 ||
                                 facts.ability == key_ability::integer64;
            const bool usable =
                number ? integer && !facts.described && !facts.nullable : facts.ability != key_ability::none;
            if (!joint_.is_free(each) || !usable || work_.column(each).source != column_source::generated) {
                continue;
            }
            // A later column wins a tie: keys name the wider thing first.
            if (!best || better(facts, work_.column_facts_of(*best))) {
                best = each;
            }
        }
        return best;
    }

    // The column that numbers the rows of an owner. One of few numbers beside two references, the circuits of
    // a line between two nodes, is a part of a joint key instead: more rows than it has numbers have an
    // owner.
    [[nodiscard]] constexpr std::optional<std::size_t> number_column(const column_set& key) {
        constexpr std::uint64_t few = 1000;
        const std::optional<std::size_t> number = free_column(key, true);
        const bool narrow = number && work_.column_facts_of(*number).capacity < few;
        return narrow && references_of_pair(key) > 1 ? std::nullopt : number;
    }

    // Whether a key names a reference that may own rows or be distinct among those of an owner.
    [[nodiscard]] constexpr bool may_pair(const column_set& key, std::size_t index) {
        return work_.pins(key, index) &&
               (work_.mode(index) == reference_mode::owned ||
                (work_.mode(index) == reference_mode::drawn && joint_.disjoint_from_others(index)));
    }

    [[nodiscard]] constexpr std::size_t references_of_pair(const column_set& key) {
        std::size_t usable = 0;
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            usable += may_pair(key, index) ? 1 : 0;
        }
        return usable;
    }

    // What can carry a key alone comes before what cannot, whatever its type.
    [[nodiscard]] static constexpr bool better(const catalog_column& facts, const catalog_column& best) {
        const auto alone = [](const catalog_column& each) {
            return !each.described && each.ability == key_ability::wide &&
                   each.capacity >= joint_derivation<Work>::enough_for_rows;
        };
        const bool both_wide = facts.ability == key_ability::wide && best.ability == key_ability::wide;
        if (both_wide && alone(facts) != alone(best)) {
            return alone(facts);
        }
        return rank_of(facts) >= rank_of(best);
    }

    // (order, line): the rows of one owner are numbered, where the rest of the key names the owner.
    constexpr bool number_within_owner(const column_set& key, std::size_t number) {
        if (own_within(key)) {
            work_.set_ordinal(number);
            return true;
        }
        return group_by_ancestor(key, number, false);
    }

    // The widest reference that the key names owns the rows.
    constexpr bool own_within(const column_set& key) {
        std::optional<std::size_t> chosen;
        for (const bool whole : {true, false}) {
            for (std::size_t index = work_.first(); index < work_.last(); ++index) {
                const bool named = whole ? work_.child_columns(index).within(key) : work_.pins(key, index);
                if (work_.mode(index) == reference_mode::drawn && named &&
                    (!chosen || work_.child_columns(index).size() > work_.child_columns(*chosen).size())) {
                    chosen = index;
                }
            }
            if (chosen) {
                work_.own(*chosen);
                return true;
            }
        }
        return false;
    }

    // (warehouse, district, order) with a reference (warehouse, district, customer): the district owns the
    // order, and the customer is drawn among those of the district.
    constexpr bool group_by_ancestor(const column_set& key, std::optional<std::size_t> number,
                                     bool one_each) {
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            const column_set shared = work_.child_columns(index).shared_with(key);
            if (work_.mode(index) != reference_mode::drawn || shared.empty()) {
                continue;
            }
            const catalog_reference& reference = work_.schema.references[index];
            if (const auto group =
                    find_group(work_.schema, reference.parent, columns_behind(reference, shared))) {
                work_.mode(index) = reference_mode::matched;
                work_.result.references[index].path = group->path;
                work_.own_by_group(*group, shared);
                work_.result.references[index].via = work_.mine().owner_reference;
                work_.mine().one_each = one_each;
                if (number) {
                    work_.set_ordinal(*number);
                }
                return true;
            }
        }
        return false;
    }

    // (product, language), (kind, flag): columns of few values, with the references of the key.
    constexpr bool join(std::size_t key_index, const column_set& key, const column_set& parts) {
        const bool may_own = work_.mine().owner == no_index;
        if (names_owner(key) || (may_own && own_within(key)) ||
            (may_own && group_by_ancestor(key, std::nullopt, false))) {
            return joint_.join_within_owner(key_index, key, parts);
        }
        return joint_.join_rows(key_index, key, parts);
    }

    constexpr bool one_to_one(const column_set& key) {
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            if (work_.mode(index) == reference_mode::drawn && key.within(work_.child_columns(index)) &&
                work_.pins(key, index)) {
                work_.mode(index) = reference_mode::injective;
                return true;
            }
        }
        return false;
    }

    // (member, organisation): one reference owns the row, the others are distinct among the owner's rows.
    constexpr bool pair_up(std::size_t key_index, const column_set& key) {
        std::optional<std::size_t> owner;
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            if (may_pair(key, index) && (!owner || work_.mode(index) == reference_mode::owned)) {
                owner = index;
            }
        }
        if (!owner || references_of_pair(key) < 2 ||
            (work_.mine().owner != no_index && work_.mode(*owner) != reference_mode::owned)) {
            return false;
        }
        work_.own(*owner);
        return joint_.join_within_owner(key_index, key, {});
    }

    // (tenant, user, project): the user owns the row, the project is another of the tenant's each time.
    constexpr bool pair_in_group(std::size_t key_index, const column_set& key) {
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            const bool owns = work_.mode(index) == reference_mode::owned;
            const bool may_own = work_.mode(index) == reference_mode::drawn && work_.mine().owner == no_index;
            if (!work_.pins(key, index) || !(owns || may_own)) {
                continue;
            }
            const reference_mode mode = work_.mode(index);
            const schema_index owner = work_.mine().owner;
            const schema_index owner_reference = work_.mine().owner_reference;
            const column_set columns = work_.owner_columns;
            work_.own(index);
            if (joint_.join_within_owner(key_index, key, {})) {
                return true;
            }
            work_.mode(index) = mode;
            work_.mine().owner = owner;
            work_.mine().owner_reference = owner_reference;
            work_.owner_columns = columns;
        }
        return false;
    }

    // (contest, candidate) beside the key (contest, seat): the parents that the rows of one owner choose are
    // distinct.
    constexpr bool choose_in_group(std::size_t key_index, const column_set& key) {
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            const derived_reference& reference = work_.result.references[index];
            if (reference.mode == reference_mode::matched && !reference.of_row && !reference.distinct &&
                reference.via == work_.mine().owner_reference && names_owner(key) && work_.pins(key, index) &&
                work_.may_join()) {
                work_.begin_joint(true, key_index);
                work_.join_reference(index);
                return true;
            }
        }
        return false;
    }

    // A key inside a longer reference: one row for each row of the group that the key names.
    constexpr bool one_for_each_group(const column_set& key) {
        return work_.mine().owner == no_index && group_by_ancestor(key, std::nullopt, true) &&
               work_.owner_columns.within(key);
    }

    Work& work_;
    joint_derivation<Work> joint_;
};

} // namespace synth

#endif
