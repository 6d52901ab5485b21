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
#include <synth/dataset/column_values.hpp>
#include <synth/dataset/degree_law.hpp>
#include <synth/dataset/ownership.hpp>
#include <synth/dataset/parent_selection.hpp>
#include <synth/generate/law.hpp>
#include <synth/random/draw.hpp>
#include <synth/random/permutation.hpp>
#include <synth/schema/entry_options.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// What a reference is planned with: who refers to whom, how many there are, and the stream of its draws.
struct reference_plan {
    std::string name; // "orders(customer_id) -> customer", for messages
    std::uint64_t children{};
    std::uint64_t parents{};
    stream_key key{};
};

namespace detail {

template<typename Schema, std::size_t Reference>
inline constexpr catalog_reference reference_at = catalog_of<Schema>.references[Reference];

template<typename Schema, std::size_t Reference>
inline constexpr reference_mode mode_of = derivation_of<Schema>.references[Reference].mode;

template<typename Schema, std::size_t Reference>
using child_row = typename Schema::template row_at<reference_at<Schema, Reference>.child>;

template<typename Schema, std::size_t Reference>
inline constexpr std::size_t position_in_child =
    Reference - catalog_of<Schema>.tables[reference_at<Schema, Reference>.child].first_reference;

// Whether a row may be without a parent: a column that this reference decides is nullable, and none of these
// columns is what another table refers to.
template<typename Schema>
constexpr bool may_be_absent(std::size_t index) {
    const catalog_reference& reference = catalog_of<Schema>.references[index];
    bool absent = false;
    for (const schema_index column : reference.child_columns) {
        const catalog_table& table = catalog_of<Schema>.tables[reference.child];
        if (catalog_of<Schema>.columns[table.first_column + column].nullable &&
            derivation_of<Schema>.columns[table.first_column + column].reference == index) {
            if (is_referenced<Schema>(reference.child, column)) {
                return false;
            }
            absent = true;
        }
    }
    return absent;
}

// Whether a row is without a parent where there is none to choose: nothing else follows the reference.
template<typename Schema>
constexpr bool may_lack_choice(std::size_t index) {
    const derived_reference& derived = derivation_of<Schema>.references[index];
    bool may = derived.mode == reference_mode::matched && !derived.distinct && may_be_absent<Schema>(index);
    for (const derived_reference& other : derivation_of<Schema>.references) {
        may = may && other.via != index;
        for (std::size_t step = 0; step < other.via_path.size; ++step) {
            may = may && other.via_path.references[step] != index;
        }
    }
    return may;
}

} // namespace detail

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

// What the description says of the columns that a reference decides, where it says nothing of the reference.
template<typename Schema, std::size_t Reference, std::size_t Position = 0>
constexpr double share_of_columns() {
    constexpr catalog_reference reference = reference_at<Schema, Reference>;
    if constexpr (Position == reference.child_columns.size()) {
        return default_null_share;
    } else {
        constexpr std::size_t column = reference.child_columns[Position];
        constexpr auto stated = find_column_option<child_row<Schema, Reference>, column, null_option>();
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(stated)>, not_described> ||
                      derived_of<Schema, reference.child, column>.reference != Reference) {
            return share_of_columns<Schema, Reference, Position + 1>();
        } else {
            return stated.share;
        }
    }
}

} // namespace detail

/// The share of rows without a parent, for a reference whose columns may be NULL: the one that the reference
/// states, else one of its columns.
template<typename Schema, std::size_t Reference>
[[nodiscard]] constexpr double absent_share() {
    constexpr auto stated =
        find_reference_option<detail::child_row<Schema, Reference>,
                              detail::position_in_child<Schema, Reference>, null_option>();
    if constexpr (detail::mode_of<Schema, Reference> == reference_mode::absent) {
        return 1.0;
    } else if constexpr (!detail::may_be_absent<Schema>(Reference)) {
        return 0.0;
    } else if constexpr (std::is_same_v<std::remove_cvref_t<decltype(stated)>, not_described>) {
        return detail::share_of_columns<Schema, Reference>();
    } else {
        return stated.share;
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

} // namespace detail

/// What one reference needs to find the parent of a row by itself: its stream, its law, its permutation.
/// Modes that depend on an owner or on another reference are completed by the dataset.
template<typename Schema, std::size_t Reference>
class reference_values {
public:
    static constexpr reference_mode mode = detail::mode_of<Schema, Reference>;
    static constexpr bool may_be_absent = detail::may_be_absent<Schema>(Reference);

    /// `plan.parents` are those of the selection.
    explicit reference_values(const reference_plan& plan,
                              const selection_type<Schema, Reference>& selection = {})
        : selection_(selection), key_(plan.key), absent_key_(plan.key.child("null")),
          absent_threshold_(probability(absent_share<Schema, Reference>())), parents_(plan.parents),
          shuffle_(std::max<std::uint64_t>(mode == reference_mode::dealt ? plan.children : plan.parents, 1) -
                       1,
                   plan.key.child("permutation")),
          dealt_(plan.parents, plan.children, even{}, plan.key),
          law_(detail::bind_law<Schema, Reference>(plan)) {
        const bool always_absent =
            mode == reference_mode::absent || (may_be_absent && absent_share<Schema, Reference>() >= 1.0);
        if (plan.parents == 0 && plan.children > 0 && !always_absent && mode != reference_mode::forest) {
            throw plan_error{plan.name + ": " + std::to_string(plan.children) +
                             " rows need a parent, but the parent has no " +
                             (selection_.is_all()
                                  ? std::string{"rows; plan at least one"}
                                  : "row of the kind that their checks ask for; plan at least " +
                                        std::to_string(selection_.rows_for(1)))};
        }
        if (mode == reference_mode::injective && plan.children > plan.parents) {
            throw plan_error{plan.name + ": " + std::to_string(plan.children) +
                             " rows need as many distinct parents, but there are " +
                             std::to_string(plan.parents) + "; plan at most " + std::to_string(plan.parents) +
                             " rows, or more parents"};
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
    [[nodiscard]] const selection_type<Schema, Reference>& selection() const { return selection_; }
    [[nodiscard]] draw words(std::uint64_t row) const { return draw{key_, row}; }
    /// The words with which a parent is drawn again, where checks refuse the first.
    [[nodiscard]] draw words(std::uint64_t row, std::uint32_t attempt) const {
        return draw{key_.child("attempt").child(std::uint64_t{attempt}), row};
    }

    /// drawn: the parent that the law gives a row.
    [[nodiscard]] std::uint64_t drawn(std::uint64_t row) const { return drawn(words(row)); }
    [[nodiscard]] std::uint64_t drawn(draw cell) const {
        if constexpr (is_ordered()) {
            return selection_.at(law_(cell));
        } else { // heavy parents lie anywhere in their table
            return selection_.at(shuffle_(law_(cell)));
        }
    }

    /// injective: a parent that no other row has.
    [[nodiscard]] std::uint64_t injective(std::uint64_t row) const { return selection_.at(shuffle_(row)); }

    /// injective: the row that has a parent; no row of the table where none has.
    [[nodiscard]] std::uint64_t row_of(std::uint64_t parent) const {
        return selection_.contains(parent) ? shuffle_.inverse(selection_.rank(parent))
                                           : std::numeric_limits<std::uint64_t>::max();
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

    /// forest: an earlier row among [first, row), each equally likely; the first row is a root and its own
    /// parent.
    [[nodiscard]] std::uint64_t earlier(std::uint64_t row, std::uint64_t first) const {
        return row == first ? row : first + words(row).below(row - first);
    }

    /// forest, as a list: the row before; where a row must have a parent, itself.
    [[nodiscard]] static std::uint64_t previous(std::uint64_t row, std::uint64_t first) {
        return row == first || !may_be_absent ? row : row - 1;
    }

private:
    static constexpr bool is_ordered() {
        using law = std::remove_cvref_t<decltype(law_of<Schema, Reference>())>;
        if constexpr (mode == reference_mode::drawn && reference_law<law>) {
            return law::ordered;
        } else {
            return true;
        }
    }

    [[no_unique_address]] selection_type<Schema, Reference> selection_;
    stream_key key_;
    stream_key absent_key_;
    std::uint64_t absent_threshold_;
    std::uint64_t parents_;
    permutation shuffle_; // injective, drawn, dealt
    ownership<even> dealt_;
    decltype(detail::bind_law<Schema, Reference>(std::declval<const reference_plan&>())) law_; // drawn
};

} // namespace synth

#endif
