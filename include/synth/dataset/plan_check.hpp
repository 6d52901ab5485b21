// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_PLAN_CHECK_HPP
#define SYNTH_DATASET_PLAN_CHECK_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>

#include <synth/core/integer.hpp>
#include <synth/core/plan_error.hpp>
#include <synth/dataset/fewest_choices.hpp>
#include <synth/dataset/joint_key.hpp>
#include <synth/dataset/kind_match.hpp>
#include <synth/dataset/options.hpp>
#include <synth/dataset/pair_rule.hpp>
#include <synth/dataset/parent_selection.hpp>
#include <synth/dataset/reference_fit.hpp>
#include <synth/dataset/table_state.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// What a plan must allow between tables, refused with a plan_error: a parent's keys fit the child's columns,
/// and every group from which a matched reference chooses has rows enough. What one table must allow, its own
/// state checks.
template<typename Schema, typename Maps>
class plan_check {
public:
    plan_check(const plan_options<Schema>& options, const Maps& maps) : options_(options), maps_(maps) {}

    [[gnu::noinline]] void run() const {
        [&]<std::size_t... References>(std::index_sequence<References...>) {
            (check_fit<References>(), ...);
            (check_group<References>(), ...);
        }(std::make_index_sequence<catalog_of<Schema>.references.size()>{});
    }

private:
    template<std::size_t Table>
    [[nodiscard]] const auto& state() const {
        return maps_.template state<Table>();
    }

    // A reference repeats its parent's values, so they must fit its columns.
    template<std::size_t Reference>
    [[gnu::noinline]] void check_fit() const {
        constexpr catalog_reference reference = detail::reference_at<Schema, Reference>;
        if (state<reference.child>().rows() > 0 && state<reference.parent>().rows() > 0) {
            [&]<std::size_t... Positions>(std::index_sequence<Positions...>) {
                (check_reference_fit<Schema, Reference, Positions>(
                     state<
                         origin_of<Schema>({reference.parent, reference.parent_columns[Positions]}).table>(),
                     detail::plan_reference<Schema>(options_, Reference).name),
                 ...);
            }(std::make_index_sequence<reference.child_columns.size()>{});
        }
    }

    // A matched reference needs a parent in every group that has rows.
    template<std::size_t Reference>
    void check_group() const {
        constexpr derived_reference derived = derivation_of<Schema>.references[Reference];
        constexpr std::size_t child = detail::reference_at<Schema, Reference>.child;
        if constexpr (derived.mode == reference_mode::matched) {
            // Where a row may be without a parent, nothing to choose from leaves it so.
            if (state<child>().rows() > 0 && !detail::may_lack_choice<Schema>(Reference)) {
                check_steps<Reference, derived.path.size>();
                check_kinds<Reference>();
            }
            if constexpr (derived.distinct) {
                if constexpr (derived.digit == first_choice<Reference>()) {
                    check_distinct<Reference>();
                }
            }
        }
    }

    // From the group down.
    template<std::size_t Reference, std::size_t Steps>
    void check_steps() const {
        constexpr reference_path path = derivation_of<Schema>.references[Reference].path;
        if constexpr (Steps > 0) {
            const std::uint64_t range = fewest_choices<path, Schema, Steps>(options_);
            if (fewest_children<Schema, path.references[Steps - 1]>(options_, range) == 0) {
                refuse_step<path.references[Steps - 1]>(
                    detail::plan_reference<Schema>(options_, Reference).name, range);
            }
            check_steps<Reference, Steps - 1>();
        }
    }

    // `range` parents in a row have no child.
    template<std::size_t Step>
    [[noreturn]] void refuse_step(const std::string& name, std::uint64_t range) const {
        constexpr catalog_reference step = detail::reference_at<Schema, Step>;
        const std::string parent = catalog_of<Schema>.tables[step.parent].shown();
        const std::string child = catalog_of<Schema>.tables[step.child].shown();
        const auto selection = selection_of<Schema, Step>(options_);
        const std::uint64_t parents = options_.rows[step.parent];
        const std::uint64_t children = options_.rows[step.child];
        // Rows that lie anywhere, and parents in the order of a law, leave any of them without.
        const std::uint64_t some = detail::is_even<Schema, Step> ? range : 1;
        std::string why;
        if (selection.fewest(some) == 0) {
            why = "the checks of " + child + " leave some without; loosen them, or let the columns be NULL";
        } else if (children < parents) {
            const std::string least = std::to_string(parents / some + (parents % some == 0 ? 0 : 1));
            why = std::to_string(children) + " rows are planned for " + std::to_string(parents) +
                  "; plan at least " + least + " rows of " + child;
        } else {
            why = "the degree law of " + child + " leaves some without; give it a law of at least one";
        }
        throw plan_error{name + ": every " +
                         (some == 1 ? "row of " + parent + " needs"
                                    : std::to_string(some) + " rows of " + parent + " need") +
                         " a row of " + child + " to choose from, but " + why};
    }

    // Each group has parents of each kind where it has a round of all kinds.
    template<std::size_t Reference>
    void check_kinds() const {
        if constexpr (is_selective<Schema, Reference> || matches_kinds<Schema, Reference>) {
            constexpr catalog_reference reference = detail::reference_at<Schema, Reference>;
            if (fewest_selected<Schema, Reference>(options_) == 0) {
                throw plan_error{detail::plan_reference<Schema>(options_, Reference).name +
                                 ": some rows have no parent of the kind that " +
                                 (matches_kinds<Schema, Reference> ? "they share" : "their checks ask for") +
                                 "; groups need " +
                                 std::to_string(rows_for_selected<Schema, Reference>(options_, 1)) +
                                 " rows of " + catalog_of<Schema>.tables[reference.parent].shown() +
                                 " each, so plan more of it, or fewer groups"};
            }
        }
    }

    // A joint key with choices is checked once, at its first choice.
    template<std::size_t Reference>
    static consteval std::size_t first_choice() {
        constexpr std::size_t child = detail::reference_at<Schema, Reference>.child;
        constexpr std::size_t joint = derivation_of<Schema>.references[Reference].joint;
        std::size_t digit = 0;
        while (joint_parts<Schema, child, joint>()[digit].of != joint_part::kind::choice) {
            ++digit;
        }
        return digit;
    }

    template<std::size_t Reference>
    void check_distinct() const {
        constexpr std::size_t child = detail::reference_at<Schema, Reference>.child;
        constexpr std::size_t joint = derivation_of<Schema>.references[Reference].joint;
        const auto& owner = state<child>().owner();
        const std::uint64_t most = owner.law().most(owner.parents(), owner.children());
        const std::uint64_t choices = fewest_combinations<child, joint>();
        if (most > choices) {
            throw plan_error{
                detail::plan_reference<Schema>(options_, Reference).name + ": up to " + std::to_string(most) +
                " rows of one owner need distinct parents, but some have " + std::to_string(choices) +
                " to choose from; plan fewer rows, or more of the parent"};
        }
    }

    template<std::size_t Table, std::size_t Joint>
    [[nodiscard]] std::uint64_t fewest_combinations() const {
        constexpr auto parts = joint_parts<Schema, Table, Joint>();
        auto sizes = state<Table>().template joint_sizes<Joint>();
        const auto count = [&]<std::size_t Digit>(std::integral_constant<std::size_t, Digit>) {
            if constexpr (parts[Digit].of == joint_part::kind::choice) {
                constexpr pair_rule rule = pair_of<Schema, Table>.rule_for(parts[Digit].index);
                sizes[Digit] = partners_of(rule, fewest_selected<Schema, parts[Digit].index>(options_));
            }
        };
        [&]<std::size_t... Digits>(std::index_sequence<Digits...>) {
            (count(std::integral_constant<std::size_t, Digits>{}), ...);
        }(std::make_index_sequence<parts.size()>{});
        return std::ranges::find(sizes, std::uint64_t{0}) != sizes.end() ? 0 : combinations(sizes);
    }

    const plan_options<Schema>& options_;
    const Maps& maps_;
};

} // namespace synth

#endif
