// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_REFERENCE_VALUES_HPP
#define SYNTH_DATASET_REFERENCE_VALUES_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <synth/core/plan_error.hpp>
#include <synth/dataset/absent_share.hpp>
#include <synth/dataset/column_values.hpp>
#include <synth/dataset/degree_law.hpp>
#include <synth/dataset/kind_dealer.hpp>
#include <synth/dataset/kind_match.hpp>
#include <synth/dataset/own_checks.hpp>
#include <synth/dataset/ownership.hpp>
#include <synth/dataset/parent_selection.hpp>
#include <synth/dataset/reference_of_mode.hpp>
#include <synth/dataset/reference_plan.hpp>
#include <synth/generate/law.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/random/draw.hpp>
#include <synth/random/permutation.hpp>
#include <synth/schema/entry_options.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// The law of a reference: the one that its description states, else `uniform_law`, or `even` for an owner.
template<typename Schema, std::size_t Reference>
[[nodiscard]] constexpr auto law_of() {
    constexpr auto stated =
        find_reference_option<detail::child_row<Schema, Reference>,
                              detail::position_in_child<Schema, Reference>, value_option>();
    using law = std::remove_cvref_t<decltype(stated)>;
    constexpr bool owned = detail::mode_of<Schema, Reference> == reference_mode::owned;
    if constexpr (owned && !degree_law<law>) {
        static_assert(std::is_same_v<law, not_described>,
                      "synth: a reference that owns its rows must have a degree law; use "
                      "synth::even, synth::children_between, synth::children_histogram, "
                      "synth::children_geometric or synth::children_zipf, or leave the law out");
        return even{};
    } else if constexpr (std::is_same_v<law, not_described>) {
        return uniform_law{};
    } else {
        return stated;
    }
}

namespace detail {

struct no_law {
    static constexpr bool ordered = true;
    std::uint64_t operator()(draw&) const { return 0; }
};

// A law knows nothing of tables; what it refuses is said with the name of its reference.
template<typename Law>
auto bind_law(const Law& law, const reference_plan& plan) {
    try {
        return law.bind_law(std::max<std::uint64_t>(plan.parents, 1), plan.key);
    } catch (const plan_error& refused) {
        constexpr std::string_view prefix = "synth: ";
        throw plan_error{plan.name + ": " + std::string{refused.what()}.substr(prefix.size())};
    }
}

template<typename Schema, std::size_t Reference>
auto bind_law(const reference_plan& plan) {
    if constexpr (mode_of<Schema, Reference> == reference_mode::drawn) {
        using law = std::remove_cvref_t<decltype(law_of<Schema, Reference>())>;
        static_assert(reference_law<law>,
                      "synth: a reference must choose its parents by a law; use synth::uniform_law, "
                      "synth::weighted_law or synth::zipf, or leave the law out");
        if constexpr (reference_law<law>) {
            return bind_law(law_of<Schema, Reference>(), plan);
        } else {
            return no_law{};
        }
    } else {
        return no_law{};
    }
}

template<typename Schema, std::size_t Reference>
constexpr bool keeps_law_order() {
    using law = std::remove_cvref_t<decltype(law_of<Schema, Reference>())>;
    if constexpr (mode_of<Schema, Reference> == reference_mode::drawn && reference_law<law>) {
        return law::ordered;
    } else {
        return true;
    }
}

} // namespace detail

namespace detail {

inline no_law bind_no_law(const reference_plan&) { return {}; }
inline auto bind_uniform_law(const reference_plan& plan) { return bind_law(uniform_law{}, plan); }

// Most references share the function that binds their law.
template<typename Schema, std::size_t Reference>
consteval auto find_law_binding() {
    if constexpr (mode_of<Schema, Reference> != reference_mode::drawn) {
        return &bind_no_law;
    } else if constexpr (std::is_same_v<std::remove_cvref_t<decltype(law_of<Schema, Reference>())>,
                                        uniform_law>) {
        return &bind_uniform_law;
    } else {
        return &bind_law<Schema, Reference>;
    }
}

template<typename Schema, std::size_t Reference>
using reference_of_mode_at =
    reference_of_mode<mode_of<Schema, Reference>, may_be_absent<Schema>(Reference),
                      keeps_law_order<Schema, Reference>(), selection_type<Schema, Reference>,
                      std::remove_cvref_t<decltype(find_law_binding<Schema, Reference>()(
                          std::declval<const reference_plan&>()))>>;

// Whether the checks of a column that a reference decides leave it NULL, or a value.
template<typename Schema, std::size_t Reference, std::size_t Column>
double share_by_checks(double share) {
    if constexpr (derived_of<Schema, reference_at<Schema, Reference>.child, Column>.reference == Reference &&
                  nullable<field_type<child_row<Schema, Reference>, Column>> &&
                  has_own_checks<child_row<Schema, Reference>, Column>) {
        using checks = own_checks<child_row<Schema, Reference>, Column>;
        if (!checks::may_hold(possible_value::null())) {
            return 0.0;
        }
        return checks::may_hold(possible_value{}) ? share : 1.0;
    } else {
        return share;
    }
}

} // namespace detail

/// The share of rows without a parent that the checks of single columns leave of `absent_share`.
template<typename Schema, std::size_t Reference>
[[nodiscard]] double checked_absent_share() {
    double share = absent_share<Schema, Reference>();
    if constexpr (detail::may_be_absent<Schema>(Reference) &&
                  detail::mode_of<Schema, Reference> != reference_mode::absent) {
        constexpr column_set columns = detail::reference_at<Schema, Reference>.child_columns;
        [&]<std::size_t... Places>(std::index_sequence<Places...>) {
            ((share = detail::share_by_checks<Schema, Reference, columns[Places]>(share)), ...);
        }(std::make_index_sequence<columns.size()>{});
    }
    return share;
}

namespace detail {

// For the references that have nothing to do with kinds: types of one place each, so that both are empty.
template<int Place>
struct no_kinds {
    no_kinds() = default;
    template<typename Options>
    explicit no_kinds(const Options&) {}
};

template<typename Schema, std::size_t Reference>
using kinds_dealt =
    std::conditional_t<deals_kinds<Schema, Reference>, kind_dealer<Schema, Reference>, no_kinds<0>>;
template<typename Schema, std::size_t Reference>
using kinds_matched =
    std::conditional_t<matches_kinds<Schema, Reference>, kind_match<Schema, Reference>, no_kinds<1>>;

} // namespace detail

/// A reference of a schema by its position.
template<typename Schema, std::size_t Reference>
class reference_values : public detail::reference_of_mode_at<Schema, Reference> {
    using of_mode = detail::reference_of_mode_at<Schema, Reference>;

public:
    using kinds_dealt = detail::kinds_dealt<Schema, Reference>;
    using kinds_matched = detail::kinds_matched<Schema, Reference>;

    explicit reference_values(const reference_plan& plan,
                              const selection_type<Schema, Reference>& selection = {},
                              const kinds_dealt& dealt = {}, const kinds_matched& same_kinds = {})
        : of_mode(plan, selection, checked_absent_share<Schema, Reference>(),
                  detail::find_law_binding<Schema, Reference>()),
          dealt_kinds_(dealt), same_kinds_(same_kinds) {}

    /// drawn: the parent that the law gives a row, or the one of the kind that is dealt to it.
    [[nodiscard]] std::uint64_t drawn(std::uint64_t row) const {
        if constexpr (deals_kinds<Schema, Reference>) {
            return this->selection().at(dealt_kinds_(row));
        } else {
            return of_mode::drawn(row);
        }
    }
    [[nodiscard]] std::uint64_t drawn(draw cell) const { return of_mode::drawn(cell); }

    /// matched: the parents of the kind of another reference's.
    [[nodiscard]] const kinds_matched& same_kinds() const { return same_kinds_; }

private:
    [[no_unique_address]] kinds_dealt dealt_kinds_;
    [[no_unique_address]] kinds_matched same_kinds_;
};

} // namespace synth

#endif
