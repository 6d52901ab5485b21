// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_PAIR_SIDE_HPP
#define SYNTH_DATASET_PAIR_SIDE_HPP

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include <synth/dataset/column_values.hpp>
#include <synth/dataset/joint_numbers.hpp>
#include <synth/dataset/optional_parent.hpp>
#include <synth/dataset/ownership.hpp>
#include <synth/dataset/pair_rule.hpp>
#include <synth/dataset/path_walk.hpp>
#include <synth/dataset/reference_values.hpp>

namespace synth {

namespace detail {

// The partner of a parent, among all rows or among those of its group.
template<typename Schema, typename Maps, typename Row>
[[nodiscard]] std::uint64_t partner_of(const Maps& maps, const Row& row, std::uint64_t own) {
    constexpr std::size_t table = Row::table;
    constexpr pair_facts pair = pair_of<Schema, table>;
    const std::uint64_t place = joint_numbers<Schema, table>::template parent<pair.partner>(maps, row);
    if constexpr (pair.within_a_group) {
        constexpr reference_path path = derivation_of<Schema>.references[pair.partner].path;
        const owned_range group = maps.template choices_of<pair.partner>(row);
        const std::uint64_t within = path_walk<Schema>::template place_of<path>(maps, own) - group.first;
        return path_walk<Schema>::template at_place<path>(
            maps, group.first + partner_at(pair.rule, within, place, group.size()));
    } else {
        return partner_at(pair.rule, own, place,
                          maps.template state<table>().template reference<pair.partner>().parents());
    }
}

} // namespace detail

/// The parent on one side of a pair that a check compares: the owner or its partner, which change places
/// where the check asks for that.
template<typename Schema, std::size_t Reference, typename Maps, typename Row>
[[nodiscard]] std::uint64_t pair_side(const Maps& maps, const Row& row) {
    constexpr std::size_t table = detail::reference_at<Schema, Reference>.child;
    constexpr pair_facts pair = pair_of<Schema, table>;
    constexpr std::size_t parent = detail::reference_at<Schema, pair.owner>.parent;
    const std::uint64_t own = row.owner().parent;
    if constexpr (pair.rule == pair_rule::differ && Reference == pair.owner) {
        return own;
    } else {
        const std::uint64_t other = detail::partner_of<Schema>(maps, row, own);
        bool turned = false;
        if constexpr (pair.rule == pair_rule::ordered) {
            using view = view_of<typename column_values<Schema, parent, pair.key>::value>;
            const auto mine = maps.template key_value<parent, pair.key>(own);
            const auto theirs = maps.template key_value<parent, pair.key>(other);
            turned = (static_cast<view>(mine) < static_cast<view>(theirs)) != (pair.lesser == pair.owner);
        }
        return (Reference == pair.owner) != turned ? own : other;
    }
}

namespace detail {

// Whether a reference is drawn for its row alone, and no other table repeats what it decides.
template<typename Schema>
consteval bool is_redrawable(std::size_t reference) {
    bool free =
        derivation_of<Schema>.references[reference].chooses_freely() || has_open_forest<Schema>(reference);
    for (const schema_index column : decided_columns<Schema>(reference)) {
        free = free && !is_referenced<Schema>(catalog_of<Schema>.references[reference].child, column);
    }
    return free;
}

// Whether a reference leads where another one does, which gives all of its columns.
template<typename Schema>
consteval bool decides_nothing(std::size_t reference) {
    return derivation_of<Schema>.references[reference].mode == reference_mode::implied &&
           decided_columns<Schema>(reference).size() == 0;
}

} // namespace detail

/// Whether checks may draw a reference again: nothing else follows it or repeats its columns.
template<typename Schema, std::size_t Reference>
[[nodiscard]] consteval bool may_redraw() {
    return detail::is_redrawable<Schema>(Reference) && !detail::has_followers<Schema>(Reference);
}

/// Whether checks may draw a reference again together with all that follow it.
template<typename Schema, std::size_t Reference>
[[nodiscard]] consteval bool may_redraw_all() {
    bool good = detail::is_redrawable<Schema>(Reference) && detail::has_followers<Schema>(Reference);
    for (std::size_t other = 0; other < derivation_of<Schema>.references.size(); ++other) {
        if (derivation_of<Schema>.references[other].via == Reference) {
            good = good && !detail::has_followers<Schema>(other) &&
                   (detail::decides_nothing<Schema>(other) ||
                    (derivation_of<Schema>.references[other].mode == reference_mode::matched &&
                     detail::is_redrawable<Schema>(other) && !detail::may_lack_choice<Schema>(other)));
        }
    }
    return good;
}

namespace detail {

// What a check sets apart from a drawn reference: another one to the same parent, and the parent's column in
// which they must differ.
struct other_side {
    std::size_t reference{no_index};
    std::size_t column{};
};

// Without a reference where there is none, or where one of both can be drawn again for the check.
template<typename Schema, std::size_t Reference>
consteval other_side find_other_side() {
    constexpr catalog_reference mine = reference_at<Schema, Reference>;
    using row_type = typename Schema::template row_at<mine.child>;
    other_side found;
    if constexpr (checks_of<row_type>.checks.size() > 0 &&
                  derivation_of<Schema>.references[Reference].mode == reference_mode::drawn &&
                  !may_redraw<Schema, Reference>()) {
        const auto compare = [&](const catalog_reference& theirs, std::size_t index) {
            for (const check_facts& check : checks_of<row_type>.checks) {
                const auto nodes = checks_of<row_type>.nodes_of(check);
                if (!compares_columns(nodes) || nodes[2].what != operation::unequal) {
                    continue;
                }
                for (std::size_t place = 0; place < mine.child_columns.size(); ++place) {
                    const schema_index left = mine.child_columns[place];
                    const schema_index right = nodes[0].column == left ? nodes[1].column : nodes[0].column;
                    const std::size_t other = theirs.child_columns.position(right);
                    if ((nodes[0].column == left || nodes[1].column == left) &&
                        other < theirs.child_columns.size() &&
                        theirs.parent_columns[other] == mine.parent_columns[place]) {
                        found = {index, mine.parent_columns[place]};
                    }
                }
            }
        };
        const auto look = [&]<std::size_t Other>(std::integral_constant<std::size_t, Other>) {
            constexpr std::size_t index = catalog_of<Schema>.tables[mine.child].first_reference + Other;
            constexpr reference_mode mode = derivation_of<Schema>.references[index].mode;
            constexpr bool before = mode == reference_mode::owned || mode == reference_mode::injective ||
                                    (mode == reference_mode::drawn && index < Reference);
            if constexpr (index != Reference && before && !may_redraw<Schema, index>() &&
                          reference_at<Schema, index>.parent == mine.parent) {
                compare(reference_at<Schema, index>, index);
            }
        };
        [&]<std::size_t... Others>(std::index_sequence<Others...>) {
            (look(std::integral_constant<std::size_t, Others>{}), ...);
        }(std::make_index_sequence<catalog_of<Schema>.tables[mine.child].reference_count>{});
    }
    return found;
}

} // namespace detail

/// The parent that a reference draws, other than that of a reference from which a check sets it apart: home
/// and guest of a match that other tables name by both. It is drawn again until they differ, the same each
/// time; after 64 attempts it is left to the check to say so.
template<typename Schema, std::size_t Reference, typename Maps, typename Row>
[[nodiscard]] std::uint64_t drawn_apart(const Maps& maps, const Row& row, std::uint64_t number) {
    constexpr std::size_t table = detail::reference_at<Schema, Reference>.child;
    constexpr std::size_t parent = detail::reference_at<Schema, Reference>.parent;
    constexpr detail::other_side other = detail::find_other_side<Schema, Reference>();
    const auto& values = maps.template state<table>().template reference<Reference>();
    std::uint64_t drawn = values.drawn(number);
    if constexpr (other.reference != no_index) {
        constexpr std::uint32_t most_attempts = 64;
        using view = view_of<typename column_values<Schema, parent, other.column>::value>;
        const std::uint64_t taken = row.template parent<other.reference>();
        const auto are_same = [&](std::uint64_t mine) {
            if constexpr (detail::reference_at<Schema, Reference>.child_columns.size() == 1) {
                return mine == taken;
            } else {
                const auto left = maps.template key_value<parent, other.column>(mine);
                const auto right = maps.template key_value<parent, other.column>(taken);
                return static_cast<view>(left) == static_cast<view>(right);
            }
        };
        for (std::uint32_t attempt = 1; are_same(drawn) && attempt < most_attempts; ++attempt) {
            drawn = values.drawn(values.words(number, attempt));
        }
    }
    return drawn;
}

} // namespace synth

#endif
