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
#include <synth/dataset/options.hpp>
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

    void run() const {
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
    void check_fit() const {
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
            if (state<child>().rows() > 0) {
                check_steps<Reference, 0>();
            }
            if constexpr (derived.distinct) {
                check_distinct<Reference>();
            }
        }
    }

    template<std::size_t Reference, std::size_t Step>
    void check_steps() const {
        constexpr reference_path path = derivation_of<Schema>.references[Reference].path;
        if constexpr (Step < path.size) {
            constexpr catalog_reference step = detail::reference_at<Schema, path.references[Step]>;
            const auto& owner = state<step.child>().owner();
            if (owner.law().least(owner.parents(), owner.children()) == 0) {
                throw plan_error{
                    detail::plan_reference<Schema>(options_, Reference).name + ": every row of " +
                    std::string{catalog_of<Schema>.tables[step.parent].name} + " needs a row of " +
                    std::string{catalog_of<Schema>.tables[step.child].name} + " to choose from, but " +
                    std::to_string(owner.children()) + " rows are planned for " +
                    std::to_string(owner.parents()) + "; plan at least " + std::to_string(owner.parents()) +
                    " rows of " + std::string{catalog_of<Schema>.tables[step.child].name}};
            }
            check_steps<Reference, Step + 1>();
        }
    }

    // How many parents a matched reference can choose from at least.
    template<reference_path Path, std::size_t Step = 0>
    [[nodiscard]] uint128 fewest_choices() const {
        if constexpr (Step == Path.size) {
            return 1;
        } else {
            constexpr std::size_t child = detail::reference_at<Schema, Path.references[Step]>.child;
            const auto& owner = state<child>().owner();
            return std::min<uint128>(fewest_choices<Path, Step + 1>() *
                                         owner.law().least(owner.parents(), owner.children()),
                                     std::numeric_limits<std::uint64_t>::max());
        }
    }

    template<std::size_t Reference>
    void check_distinct() const {
        constexpr std::size_t child = detail::reference_at<Schema, Reference>.child;
        const auto& owner = state<child>().owner();
        const std::uint64_t most = owner.law().most(owner.parents(), owner.children());
        const uint128 choices = fewest_choices<derivation_of<Schema>.references[Reference].path>();
        if (most > choices) {
            throw plan_error{detail::plan_reference<Schema>(options_, Reference).name + ": up to " +
                             std::to_string(most) +
                             " rows of one owner need distinct parents, but some have " +
                             std::to_string(static_cast<std::uint64_t>(choices)) +
                             " to choose from; plan fewer rows, or more of the parent"};
        }
    }

    const plan_options<Schema>& options_;
    const Maps& maps_;
};

} // namespace synth

#endif
