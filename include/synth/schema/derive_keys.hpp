// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_DERIVE_KEYS_HPP
#define SYNTH_SCHEMA_DERIVE_KEYS_HPP

#include <cstddef>
#include <optional>

#include <synth/schema/derivation_work.hpp>
#include <synth/schema/derive_matches.hpp>
#include <synth/schema/path.hpp>

namespace synth {

/// Decides how the keys of a table are kept distinct: by a bijection, by numbers within an owner, by
/// one-to-one references or by distinct pairs (docs/design/derivation.md).
template<typename Work>
class key_derivation {
public:
    constexpr explicit key_derivation(Work& work) : work_(work), matches_(work) {}

    // Whether what is decided so far keeps these columns distinct.
    [[nodiscard]] constexpr bool is_distinct(const column_set& key) {
        for (const schema_index each : key) {
            if (work_.column(each).source == column_source::key) {
                return true;
            }
        }
        bool partners = work_.mine().partners > 0;
        bool owner = work_.mine().owner != no_index && work_.owner_columns.within(key);
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            if (work_.mode(index) == reference_mode::injective && work_.child_columns(index).within(key)) {
                return true;
            }
            if (work_.mode(index) == reference_mode::partner && !work_.child_columns(index).within(key)) {
                partners = false;
            }
            if (work_.result.references[index].distinct && owner && work_.child_columns(index).within(key)) {
                return true;
            }
        }
        return owner && (partners || work_.mine().one_each ||
                         (work_.mine().ordinal != no_index && key.contains(work_.mine().ordinal)));
    }

    constexpr bool make_distinct(const column_set& key) {
        const std::optional<std::size_t> number = free_column(key, true);
        if (work_.mine().owner == no_index && number && number_within_owner(key, *number)) {
            return true;
        }
        if (work_.mine().owner != no_index && work_.mine().ordinal == no_index && number &&
            work_.owner_columns.within(key)) {
            work_.set_ordinal(*number);
            return true;
        }
        if (const std::optional<std::size_t> free = free_column(key, false)) {
            work_.column(*free).source = column_source::key;
            return true;
        }
        return one_to_one(key) || pair_up(key) || pair_in_group(key) || one_for_each_group(key);
    }

private:
    [[nodiscard]] constexpr bool is_free(std::size_t column_index) {
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            if (work_.child_columns(index).contains(column_index)) {
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
            // A later column wins a tie: keys name the wider thing first.
            if (is_free(each) && usable && work_.column(each).source == column_source::generated &&
                (!best || rank_of(facts) >= rank_of(work_.column_facts_of(*best)))) {
                best = each;
            }
        }
        return best;
    }

    // (order, line): the rows of one owner are numbered, where the rest of the key names the owner.
    constexpr bool number_within_owner(const column_set& key, std::size_t number) {
        std::optional<std::size_t> chosen;
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            if (work_.mode(index) == reference_mode::drawn && work_.child_columns(index).within(key) &&
                (!chosen || work_.child_columns(index).size() > work_.child_columns(*chosen).size())) {
                chosen = index;
            }
        }
        if (chosen) {
            work_.own(*chosen);
            work_.set_ordinal(number);
            return true;
        }
        return group_by_ancestor(key, number, false);
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
                work_.require_ownership(group->path);
                work_.mine().owner = group->table;
                work_.mine().one_each = one_each;
                work_.owner_columns = shared;
                if (number) {
                    work_.set_ordinal(*number);
                }
                return true;
            }
        }
        return false;
    }

    constexpr bool one_to_one(const column_set& key) {
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            if (work_.mode(index) == reference_mode::drawn && work_.child_columns(index).within(key) &&
                work_.child_columns(index).same_columns(key)) {
                work_.mode(index) = reference_mode::injective;
                return true;
            }
        }
        return false;
    }

    // (member, organisation): one reference owns the row, the others are distinct among the owner's rows.
    constexpr bool pair_up(const column_set& key) {
        std::optional<std::size_t> owner;
        std::size_t usable = 0;
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            if (!work_.child_columns(index).within(key)) {
                continue;
            }
            const bool owns = work_.mode(index) == reference_mode::owned && work_.mine().partners == 0;
            if (owns || (work_.mode(index) == reference_mode::drawn && disjoint_from_others(index))) {
                owner = owns || !owner ? index : *owner;
                ++usable;
            }
        }
        if (!owner || usable < 2 ||
            (work_.mine().owner != no_index && work_.mode(*owner) != reference_mode::owned)) {
            return false;
        }
        work_.own(*owner);
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            if (work_.mode(index) == reference_mode::drawn && work_.child_columns(index).within(key) &&
                disjoint_from_others(index)) {
                work_.mode(index) = reference_mode::partner;
                work_.result.references[index].partner = work_.mine().partners++;
            }
        }
        return true;
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

    // (tenant, user, project): the user owns the row, the project is another of the tenant's each time.
    constexpr bool pair_in_group(const column_set& key) {
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            const bool owns = work_.mode(index) == reference_mode::owned && work_.mine().partners == 0;
            const bool may_own = work_.mode(index) == reference_mode::drawn && work_.mine().owner == no_index;
            if (!work_.child_columns(index).within(key) || !(owns || may_own)) {
                continue;
            }
            for (std::size_t other = work_.first(); other < work_.last(); ++other) {
                const column_set shared = work_.child_columns(other).shared_with(work_.child_columns(index));
                if (other != index && work_.mode(other) == reference_mode::drawn && !shared.empty() &&
                    work_.child_columns(other).within(key) && matches_.match(other, index, shared)) {
                    work_.result.references[other].distinct = true;
                    work_.own(index);
                    return true;
                }
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
    match_derivation<Work> matches_;
};

} // namespace synth

#endif
