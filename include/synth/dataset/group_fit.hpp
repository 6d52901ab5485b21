// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_GROUP_FIT_HPP
#define SYNTH_DATASET_GROUP_FIT_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

#include <synth/core/integer.hpp>
#include <synth/dataset/degree_law.hpp>
#include <synth/dataset/fewest_choices.hpp>
#include <synth/dataset/options.hpp>
#include <synth/dataset/pair_rule.hpp>
#include <synth/dataset/parent_selection.hpp>
#include <synth/dataset/reference_values.hpp>
#include <synth/dataset/selective.hpp>
#include <synth/dataset/table_state.hpp>
#include <synth/dataset/told_apart.hpp>
#include <synth/schema/check.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// How many parents every group must have for a matched reference that chooses among them: one, or more where
/// a check tells the parent from others of the group; 0 where a row may be without.
template<typename Schema, std::size_t Reference>
[[nodiscard]] consteval std::uint64_t needed_choices() {
    constexpr std::size_t table = detail::reference_at<Schema, Reference>.child;
    constexpr derived_reference derived = derivation_of<Schema>.references[Reference];
    if (derived.mode != reference_mode::matched || detail::may_lack_choice<Schema>(Reference)) {
        return 0;
    }
    constexpr pair_rule rule = pair_of<Schema, table>.rule_for(Reference);
    if (rule != pair_rule::none) {
        // Of three rows each has a partner of its own behind it in the circle, (3 - 1) / 2.
        return rule == pair_rule::differ ? 2 : 3;
    }
    std::uint64_t needed = 1;
    for (std::size_t other = 0; other < catalog_of<Schema>.references.size(); ++other) {
        const bool beside = catalog_of<Schema>.references[other].child == table && other != Reference;
        const bool chosen = !derived.of_row || derivation_of<Schema>.references[other].of_row;
        if (beside && chosen &&
            (told_apart<Schema, table>(other, Reference) ||
             (!derived.distinct && columns_told_apart<Schema, table>(other, Reference)))) {
            ++needed;
        }
    }
    return needed;
}

/// A table that must not have more rows than this, so that each of them has enough rows of others.
struct group_limit {
    std::size_t table{};
    std::uint64_t most{};
};

namespace detail {

// How many rows in a row of the table so many steps up a path bring so many at its start; 0 where none do.
template<typename Schema, reference_path Path, std::size_t Steps>
std::uint64_t rows_above(const plan_options<Schema>& options, std::uint64_t wanted) {
    if constexpr (Steps == 0) {
        return wanted;
    } else {
        const std::uint64_t rows = rows_above<Schema, Path, Steps - 1>(options, wanted);
        return rows == 0 ? 0 : parents_for<Schema, Path.references[Steps - 1]>(options, rows);
    }
}

// From the group down: the table above the first step at which fewer rows help.
template<typename Schema, reference_path Path, std::size_t Steps>
std::optional<group_limit> limit_group(const plan_options<Schema>& options, std::uint64_t wanted) {
    if constexpr (Steps == 0) {
        return std::nullopt;
    } else {
        constexpr std::size_t step = Path.references[Steps - 1];
        constexpr catalog_reference reference = reference_at<Schema, step>;
        const std::uint64_t children = options.rows[reference.child];
        const std::uint64_t parents = options.rows[reference.parent];
        // One for each at most, so that fewer parents than children help no more.
        constexpr bool one_each =
            is_scattered<Schema, step> || derivation_of<Schema>.tables[reference.child].one_each;
        if constexpr (one_each || !is_even<Schema, step>) {
            if (fewest_children<Schema, step>(options) == 0 && children > 0) {
                const bool helps = !is_selective<Schema, step> && children < parents;
                return helps ? std::optional{group_limit{reference.parent, children}} : std::nullopt;
            }
        } else if constexpr (!is_selective<Schema, step>) {
            const uint128 range = fewest_choices<Path, Schema, Steps>(options);
            const std::uint64_t each = rows_above<Schema, Path, Steps - 1>(options, wanted);
            if (range > 0 && each > 0 && parents > 1) {
                const std::uint64_t most = as_count(std::max<uint128>(children * range / each, 1));
                return group_limit{reference.parent, std::min(most, parents - 1)};
            }
        }
        return limit_group<Schema, Path, Steps - 1>(options, wanted);
    }
}

} // namespace detail

/// The table that has too many rows for a matched reference to find enough parents in each group, and how
/// many rows are few enough; nothing where there are parents enough, or no number of rows would help. A table
/// that has no rows now may have been planned with some.
template<typename Schema, std::size_t Reference>
[[nodiscard]] std::optional<group_limit> limit_of_group(const plan_options<Schema>& options,
                                                        const plan_options<Schema>& planned) {
    constexpr std::uint64_t needed = needed_choices<Schema, Reference>();
    if constexpr (needed == 0) {
        return std::nullopt;
    } else {
        constexpr reference_path path = derivation_of<Schema>.references[Reference].path;
        if (planned.rows[detail::reference_at<Schema, Reference>.child] == 0 ||
            fewest_selected<Schema, Reference>(options) >= needed) {
            return std::nullopt;
        }
        // Where one parent is not enough, so that the choice is one.
        const std::uint64_t wanted =
            rows_for_selected<Schema, Reference>(options, needed == 1 ? 1 : 4 * needed);
        return detail::limit_group<Schema, path, path.size>(options, wanted);
    }
}

} // namespace synth

#endif
