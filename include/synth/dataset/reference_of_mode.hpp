// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_REFERENCE_OF_MODE_HPP
#define SYNTH_DATASET_REFERENCE_OF_MODE_HPP

#include <algorithm>
#include <cstdint>
#include <limits>
#include <type_traits>

#include <synth/dataset/degree_law.hpp>
#include <synth/dataset/ownership.hpp>
#include <synth/dataset/reference_plan.hpp>
#include <synth/dataset/row_selection.hpp>
#include <synth/generate/law.hpp>
#include <synth/random/draw.hpp>
#include <synth/random/permutation.hpp>
#include <synth/random/stream_key.hpp>
#include <synth/schema/derivation.hpp>

namespace synth {

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
    [[nodiscard]] std::uint64_t earlier(std::uint64_t row, std::uint64_t first, draw words) const {
        const owned_range before = selection_.ranks({row, first, row});
        return before.size() == 0 ? root(row) : selection_.at(before.first + words.below(before.size()));
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

} // namespace synth

#endif
