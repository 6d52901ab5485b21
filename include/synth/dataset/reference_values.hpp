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
#include <synth/dataset/own_checks.hpp>
#include <synth/dataset/ownership.hpp>
#include <synth/dataset/parent_selection.hpp>
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

/// What one reference needs to find the parent of a row by itself: its stream, its law, its permutation.
/// Modes that depend on an owner or on another reference are completed by the dataset. It knows nothing of
/// its schema, so that references of one mode and law share their functions; `Ordered`: the law's parents lie
/// in its order.
template<reference_mode Mode, bool MayBeAbsent, bool Ordered, typename Selection, typename Law>
class reference_of_mode {
public:
    static constexpr reference_mode mode = Mode;
    static constexpr bool may_be_absent = MayBeAbsent;

    /// `plan.parents` are those of the selection, `share` that of the rows without a parent.
    [[gnu::noinline]] reference_of_mode(const reference_plan& plan, const Selection& selection, double share,
                                        Law (*bind)(const reference_plan&))
        : selection_(selection), key_(plan.key), absent_key_(plan.key.child("null")),
          absent_threshold_(probability(plan.has_nobody() ? 1.0 : share)), parents_(plan.parents),
          shuffle_(last_shuffled(plan), (plan.places == 0 ? plan.key : plan.order).child("permutation")),
          places_(plan.places % std::max<std::uint64_t>(plan.parents, 1)),
          dealt_(plan.parents, plan.children, even{}, plan.key), law_(bind(plan)) {
        const bool always_absent =
            mode == reference_mode::absent || (may_be_absent && (plan.has_nobody() || share >= 1.0));
        if (!always_absent && mode != reference_mode::forest) {
            require_parents(plan, selection_.is_all() ? 1 : selection_.rows_for(1));
        }
        if (mode == reference_mode::injective && !(may_be_absent && plan.has_nobody())) {
            require_distinct_parents(plan);
        }
    }

    [[nodiscard]] bool is_absent(std::uint64_t row) const {
        if constexpr (may_be_absent) {
            return draw{absent_key_, row}.chance(absent_threshold_);
        } else {
            return false;
        }
    }

    [[nodiscard]] std::uint64_t parents() const { return parents_; }
    [[nodiscard]] const Selection& selection() const { return selection_; }
    [[nodiscard]] draw words(std::uint64_t row) const { return draw{key_, row}; }
    /// The words with which a parent is drawn again, where checks refuse the first.
    [[nodiscard]] draw words(std::uint64_t row, std::uint32_t attempt) const {
        return draw{key_.child("attempt").child(std::uint64_t{attempt}), row};
    }

    /// drawn: the parent that the law gives a row.
    [[nodiscard]] std::uint64_t drawn(std::uint64_t row) const { return drawn(words(row)); }
    [[nodiscard]] std::uint64_t drawn(draw cell) const {
        if constexpr (Ordered) {
            return selection_.at(law_(cell));
        } else { // heavy parents lie anywhere in their table
            return selection_.at(shuffle_(law_(cell)));
        }
    }

    /// injective: a parent that no other row has.
    [[nodiscard]] std::uint64_t injective(std::uint64_t row) const {
        const std::uint64_t behind = parents_ - places_;
        return selection_.at(shuffle_(row < behind ? row + places_ : row - behind));
    }

    /// injective: the row that has a parent; no row of the table where none has.
    [[nodiscard]] std::uint64_t row_of(std::uint64_t parent) const {
        if (!selection_.contains(parent)) {
            return std::numeric_limits<std::uint64_t>::max();
        }
        const std::uint64_t place = shuffle_.inverse(selection_.rank(parent));
        return place < places_ ? place + (parents_ - places_) : place - places_;
    }

    /// dealt: the parent of a row, one of equally many rows.
    [[nodiscard]] std::uint64_t dealt(std::uint64_t row) const {
        return parents_ == 0 ? 0 : selection_.at(dealt_.owner(shuffle_(row)).parent);
    }

    /// dealt: the places of the children of some parents, and the row at a place.
    [[nodiscard]] owned_range places_of(const owned_range& parents) const {
        const owned_range places = selection_.ranks(parents);
        if (places.size() == 0) {
            return {parents.parent, 0, 0};
        }
        return {parents.parent, dealt_.children_of(places.first).first,
                dealt_.children_of(places.last - 1).last};
    }
    [[nodiscard]] std::uint64_t row_at(std::uint64_t place) const { return shuffle_.inverse(place); }
    [[nodiscard]] std::uint64_t place_of(std::uint64_t row) const { return shuffle_(row); }

    /// forest: an earlier row of the selection among [first, row), each equally likely. Where there is none
    /// the row is a root, and its own parent; of a selection it repeats what makes the kind from the first
    /// row.
    [[nodiscard]] std::uint64_t earlier(std::uint64_t row, std::uint64_t first) const {
        const owned_range before = selection_.ranks({row, first, row});
        return before.size() == 0 ? root(row) : selection_.at(before.first + words(row).below(before.size()));
    }
    [[nodiscard]] bool is_root(std::uint64_t row, std::uint64_t first) const {
        return selection_.ranks({row, first, row}).size() == 0;
    }
    [[nodiscard]] std::uint64_t root(std::uint64_t row) const {
        if constexpr (std::is_same_v<Selection, all_rows>) {
            return row;
        } else {
            return selection_.at(0);
        }
    }

    /// forest, as a list: the row before; where a row must have a parent, itself.
    [[nodiscard]] static std::uint64_t previous(std::uint64_t row, std::uint64_t first) {
        return row == first || !may_be_absent ? row : row - 1;
    }

private:
    [[nodiscard]] static std::uint64_t last_shuffled(const reference_plan& plan) {
        const bool children = mode == reference_mode::dealt || plan.has_nobody();
        return std::max<std::uint64_t>(children ? plan.children : plan.parents, 1) - 1;
    }

    [[no_unique_address]] Selection selection_;
    stream_key key_;
    stream_key absent_key_;
    std::uint64_t absent_threshold_;
    std::uint64_t parents_;
    permutation shuffle_;  // injective, drawn, dealt
    std::uint64_t places_; // injective: how far on in the order of its parents the first row is
    ownership<even> dealt_;
    Law law_; // drawn
};

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

/// A reference of a schema by its position.
template<typename Schema, std::size_t Reference>
class reference_values : public detail::reference_of_mode_at<Schema, Reference> {
    using of_mode = detail::reference_of_mode_at<Schema, Reference>;

public:
    explicit reference_values(const reference_plan& plan,
                              const selection_type<Schema, Reference>& selection = {})
        : of_mode(plan, selection, checked_absent_share<Schema, Reference>(),
                  detail::find_law_binding<Schema, Reference>()) {}
};

} // namespace synth

#endif
