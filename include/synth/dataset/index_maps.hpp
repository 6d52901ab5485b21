// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_INDEX_MAPS_HPP
#define SYNTH_DATASET_INDEX_MAPS_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include <synth/core/indexed_set.hpp>
#include <synth/dataset/computed_cell.hpp>
#include <synth/dataset/joint_numbers.hpp>
#include <synth/dataset/kind_match.hpp>
#include <synth/dataset/options.hpp>
#include <synth/dataset/pair_side.hpp>
#include <synth/dataset/path_walk.hpp>
#include <synth/dataset/root_rule.hpp>
#include <synth/dataset/row_frame.hpp>
#include <synth/dataset/table_state.hpp>
#include <synth/schema/derived_value.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

template<typename Schema, bool Good, typename Indices>
struct tables_of {
    using type = indexed_set<std::index_sequence<>>;
};
template<typename Schema, std::size_t... Tables>
struct tables_of<Schema, true, std::index_sequence<Tables...>> {
    using type = indexed_set<std::index_sequence<Tables...>, table_state<Schema, Tables>...>;
};

} // namespace detail

/// The tables of a plan and the maps between their rows: from a row to its owner, to its parents, and through
/// them to the keys that it repeats. Every map is a function of row numbers; nothing is stored or looked up
/// (contract 2).
template<typename Schema, bool Good>
class index_maps {
    using table_indices = std::make_index_sequence<Schema::table_count>;

public:
    explicit index_maps(const plan_options<Schema>& options) : tables_(plan(options)) {}

    template<std::size_t Table>
    [[nodiscard]] const table_state<Schema, Table>& state() const {
        return static_cast<const indexed_value<Table, table_state<Schema, Table>>&>(tables_).value;
    }

    /// Moves a frame to a row; cheap when it is the next one.
    template<std::size_t Table>
    void seek(row_frame<Schema, Table>& frame, std::uint64_t number) const {
        frame.row = number;
        if constexpr (table_state<Schema, Table>::has_owner) {
            state<Table>().seek(frame.owner, number);
        }
        find_combinations<Table>(frame, typename table_state<Schema, Table>::joint_indices{});
        constexpr auto order = order_references<Schema, Table>();
        find_parents<Table>(frame, std::make_index_sequence<order.size()>{});
    }

    /// Draws the parent of a frame's row again, with the words of an attempt.
    template<std::size_t Table, std::size_t Reference>
    void redraw(row_frame<Schema, Table>& frame, std::uint32_t attempt) const {
        const auto& values = state<Table>().template reference<Reference>();
        std::uint64_t& parent = frame.parents[Reference - table_state<Schema, Table>::entry.first_reference];
        if constexpr (derivation_of<Schema>.references[Reference].mode == reference_mode::drawn) {
            parent = values.drawn(values.words(frame.row, attempt));
        } else if constexpr (derivation_of<Schema>.references[Reference].mode == reference_mode::forest) {
            parent = values.earlier(frame.row, first_of_forest<Reference>(known<Table>{frame}),
                                    values.words(frame.row, attempt));
        } else if constexpr (derivation_of<Schema>.references[Reference].mode == reference_mode::implied) {
            parent = find_parent<Reference>(frame.row, known<Table>{frame});
        } else {
            parent = chosen<Reference>(known<Table>{frame}, values.words(frame.row, attempt));
        }
    }

    /// Gives a frame's row the combination of a joint key in an attempt, and the parents that it says.
    template<std::size_t Table, std::size_t Joint>
    void redraw_joint(row_frame<Schema, Table>& frame, std::uint32_t attempt) const {
        constexpr catalog_table entry = table_state<Schema, Table>::entry;
        frame.combinations[Joint] = joint_numbers<Schema, Table>::template number<Joint>(
            *this, frame.row, known<Table>{frame}, attempt);
        const auto find = [&]<std::size_t Position>(std::integral_constant<std::size_t, Position>) {
            constexpr std::size_t reference = entry.first_reference + Position;
            if constexpr (derivation_of<Schema>.references[reference].is_part_of(Joint)) {
                frame.parents[Position] = find_parent<reference>(frame.row, known<Table>{frame});
            }
        };
        [&]<std::size_t... Positions>(std::index_sequence<Positions...>) {
            (find(std::integral_constant<std::size_t, Positions>{}), ...);
        }(std::make_index_sequence<entry.reference_count>{});
    }

    /// Whether there is no parent to which a nullable reference of a frame's row could lead.
    template<std::size_t Reference, std::size_t Table>
    [[nodiscard]] bool lacks_parent(const row_frame<Schema, Table>& frame) const {
        return reference_values<Schema, Reference>::mode == reference_mode::absent ||
               has_no_choice<Reference>(frame.row, known<Table>{frame});
    }

    /// The row of the parent to which a reference of a row leads, without a frame.
    template<std::size_t Reference>
    [[nodiscard]] std::uint64_t parent_of(std::uint64_t number) const {
        constexpr std::size_t table = detail::reference_at<Schema, Reference>.child;
        return find_parent<Reference>(number, unknown<table>{*this, number});
    }

    /// Whether a reference of a row leads nowhere.
    template<std::size_t Reference>
    [[nodiscard]] bool absent(std::uint64_t number) const {
        constexpr std::size_t table = detail::reference_at<Schema, Reference>.child;
        return find_absent<Reference>(number, unknown<table>{*this, number});
    }

    /// A key column of any row, without a frame: what the children of the row repeat.
    template<std::size_t Table, std::size_t Column>
    [[nodiscard]] auto key_value(std::uint64_t number) const {
        using value = typename column_values<Schema, Table, Column>::value;
        constexpr derived_column derived = detail::derived_of<Schema, Table, Column>;
        if constexpr (derived.source == column_source::reference) {
            constexpr std::size_t parent = detail::reference_at<Schema, derived.reference>.parent;
            return of_type<value>(
                key_value<parent, derived.parent_column>(parent_of<derived.reference>(number)));
        } else if constexpr (derived.source == column_source::ordinal) {
            return state<Table>().template column<Column>().at(number -
                                                               state<Table>().owner_of(number).first);
        } else if constexpr (derived.source == column_source::joint) {
            return joint_numbers<Schema, Table>::template value<Column>(*this, unknown<Table>{*this, number});
        } else if constexpr (detail::computed_from<Schema, Table, Column> != no_index) {
            return computed_key<Schema, Table, Column>(
                key_value<Table, detail::computed_from<Schema, Table, Column>>(number));
        } else if constexpr (is_dealt_by_owner<Schema, Table, Column>) {
            return state<Table>().template column<Column>().at(
                number, number - state<Table>().owner_of(number).first);
        } else {
            static_assert(!detail::derived_option<detail::stated_option<Schema, Table, Column>>,
                          "synth: a derived column must not be what a reference repeats; give it a "
                          "generator, or leave the reference out");
            return state<Table>().template column<Column>().at(number);
        }
    }

    /// The same for a column of a joint key in the row of a frame.
    template<std::size_t Table, std::size_t Column>
    [[nodiscard]] auto joint_value(const row_frame<Schema, Table>& frame) const {
        return joint_numbers<Schema, Table>::template value<Column>(*this, known<Table>{frame});
    }

    /// Integers may be of another width than their parent's; everything else has its type.
    template<typename Value, typename Produced>
    [[nodiscard]] static auto of_type(Produced&& produced) {
        if constexpr (std::is_integral_v<Value>) {
            return static_cast<Value>(produced);
        } else {
            return std::forward<Produced>(produced);
        }
    }

    /// The parents among which a matched reference chooses, as numbers of those that it may select.
    template<std::size_t Reference, typename Known>
    [[nodiscard]] owned_range choices_of(const Known& row) const {
        return selection_for<Reference>(row).ranks(
            path_walk<Schema>::template children_under<derivation_of<Schema>.references[Reference].path>(
                *this, group_of<Reference>(row)));
    }

private:
    using tables = typename detail::tables_of<Schema, Good, table_indices>::type;

    static tables plan(const plan_options<Schema>& options) {
        if constexpr (Good) {
            return make_indexed_set(table_indices{},
                                    [&]<std::size_t Table>() { return table_state<Schema, Table>{options}; });
        } else {
            return {};
        }
    }

    // What a single reference may ask for when no frame holds it: worked out again.
    template<std::size_t Table>
    struct unknown {
        static constexpr std::size_t table = Table;
        const index_maps& maps;
        std::uint64_t row;

        [[nodiscard]] std::uint64_t number() const { return row; }
        [[nodiscard]] owned_range owner() const { return maps.template state<Table>().owner_of(row); }
        template<std::size_t Reference>
        [[nodiscard]] std::uint64_t parent() const {
            return maps.template parent_of<Reference>(row);
        }
        template<std::size_t Joint>
        [[nodiscard]] std::uint64_t combination() const {
            return joint_numbers<Schema, Table>::template number<Joint>(maps, row, *this);
        }
    };

    template<std::size_t Table>
    struct known {
        static constexpr std::size_t table = Table;
        const row_frame<Schema, Table>& frame;

        [[nodiscard]] std::uint64_t number() const { return frame.row; }
        [[nodiscard]] const owned_range& owner() const { return frame.owner.range; }
        template<std::size_t Reference>
        [[nodiscard]] std::uint64_t parent() const {
            return frame.parents[Reference - table_state<Schema, Table>::entry.first_reference];
        }
        template<std::size_t Joint>
        [[nodiscard]] std::uint64_t combination() const {
            return frame.combinations[Joint];
        }
    };

    // Parts of joint keys depend on the owner alone, so their combinations come before the parents.
    template<std::size_t Table, std::size_t... Joints>
    void find_combinations(row_frame<Schema, Table>& frame, std::index_sequence<Joints...>) const {
        ((frame.combinations[Joints] =
              joint_numbers<Schema, Table>::template number<Joints>(*this, frame.row, known<Table>{frame})),
         ...);
    }

    template<std::size_t Table, std::size_t... Positions>
    void find_parents(row_frame<Schema, Table>& frame, std::index_sequence<Positions...>) const {
        constexpr auto order = order_references<Schema, Table>();
        constexpr std::size_t first = table_state<Schema, Table>::entry.first_reference;
        ((frame.parents[order[Positions] - first] =
              find_parent<order[Positions]>(frame.row, known<Table>{frame}),
          frame.absent[order[Positions] - first] =
              find_absent<order[Positions]>(frame.row, known<Table>{frame})),
         ...);
        static_cast<void>(first);
        static_cast<void>(order);
        static_cast<void>(frame);
    }

    template<std::size_t Reference, typename Known>
    [[nodiscard]] bool find_absent(std::uint64_t number, const Known& row) const {
        using values = reference_values<Schema, Reference>;
        constexpr std::size_t table = detail::reference_at<Schema, Reference>.child;
        if constexpr (!values::may_be_absent || values::mode == reference_mode::absent) {
            return values::may_be_absent;
        } else {
            return state<table>().template reference<Reference>().is_absent(number) ||
                   has_no_choice<Reference>(number, row);
        }
    }

    // Whether there is no row to which a reference that may lead nowhere could lead.
    template<std::size_t Reference, typename Known>
    [[nodiscard]] bool has_no_choice(std::uint64_t number, const Known& row) const {
        constexpr derived_reference derived = derivation_of<Schema>.references[Reference];
        constexpr std::size_t table = detail::reference_at<Schema, Reference>.child;
        if constexpr (derived.mode == reference_mode::forest) { // a root has no parent
            return derived.roots_only || state<table>().template reference<Reference>().is_root(
                                             number, first_of_forest<Reference>(row));
        } else if constexpr (detail::may_lack_choice<Schema>(Reference)) {
            return choices_of<Reference>(row).size() == 0;
        } else {
            return false;
        }
    }

    template<std::size_t Reference, typename Known>
    [[nodiscard]] std::uint64_t find_parent(std::uint64_t number, const Known& row) const {
        constexpr derived_reference derived = derivation_of<Schema>.references[Reference];
        constexpr std::size_t table = detail::reference_at<Schema, Reference>.child;
        constexpr pair_facts pair = pair_of<Schema, table>;
        const auto& values = state<table>().template reference<Reference>();
        if constexpr (pair.rule != pair_rule::none &&
                      (Reference == pair.owner || Reference == pair.partner)) {
            return pair_side<Schema, Reference>(*this, row);
        } else if constexpr (derived.mode == reference_mode::drawn) {
            return drawn_apart<Schema, Reference>(*this, row, number);
        } else if constexpr (derived.mode == reference_mode::owned) {
            return row.owner().parent;
        } else if constexpr (derived.mode == reference_mode::injective) {
            return values.injective(number);
        } else if constexpr (derived.mode == reference_mode::partner) {
            return values.selection().at(
                joint_numbers<Schema, table>::template parent<Reference>(*this, row));
        } else if constexpr (derived.mode == reference_mode::implied) {
            return path_walk<Schema>::template follow<derived.via_path>(*this,
                                                                        row.template parent<derived.via>());
        } else if constexpr (derived.mode == reference_mode::matched) {
            if constexpr (derived.distinct) {
                return at_choice<Reference>(
                    row, choices_of<Reference>(row).first +
                             joint_numbers<Schema, table>::template parent<Reference>(*this, row));
            } else {
                return chosen<Reference>(row, values.words(number));
            }
        } else if constexpr (derived.mode == reference_mode::dealt) {
            return values.dealt(number);
        } else if constexpr (derived.mode == reference_mode::absent) {
            return 0;
        } else if constexpr (derived.roots_only) {
            return values.root(number);
        } else {
            const std::uint64_t first = first_of_forest<Reference>(row);
            const std::uint64_t parent = derived.distinct
                                             ? values.previous(number, first)
                                             : values.earlier(number, first, values.words(number));
            if constexpr (has_no_roots<Schema, Reference>) {
                const std::uint64_t last = derived.within_owner ? row.owner().last : state<table>().rows();
                return parent_without_roots(number, parent, derived.distinct, first, last);
            }
            return parent;
        }
    }

    // The first row of the forest of which a row is: that of its owner, or of the table.
    template<std::size_t Reference, typename Known>
    [[nodiscard]] static std::uint64_t first_of_forest(const Known& row) {
        return derivation_of<Schema>.references[Reference].within_owner ? row.owner().first : 0;
    }

    // One of the parents among which a matched reference chooses.
    template<std::size_t Reference, typename Known>
    [[nodiscard]] std::uint64_t chosen(const Known& row, draw words) const {
        const owned_range choice = choices_of<Reference>(row);
        return at_choice<Reference>(row,
                                    choice.first + words.below(std::max<std::uint64_t>(choice.size(), 1)));
    }

    // The row at a place of `choices_of`.
    template<std::size_t Reference, typename Known>
    [[nodiscard]] std::uint64_t at_choice(const Known& row, std::uint64_t place) const {
        return path_walk<Schema>::template at_place<derivation_of<Schema>.references[Reference].path>(
            *this, selection_for<Reference>(row).at(place));
    }

    // The parents that a reference may select for a row, those of one kind where it shares it.
    template<std::size_t Reference, typename Known>
    [[nodiscard]] const auto& selection_for(const Known& row) const {
        constexpr derived_reference derived = derivation_of<Schema>.references[Reference];
        constexpr std::size_t table = detail::reference_at<Schema, Reference>.child;
        const auto& values = state<table>().template reference<Reference>();
        if constexpr (!matches_kinds<Schema, Reference>) {
            return values.selection();
        } else if constexpr (detail::mode_of<Schema, derived.via> == reference_mode::owned) {
            return values.same_kinds().selection(row.owner().parent);
        } else {
            return values.same_kinds().selection(row.template parent<derived.via>());
        }
    }

    // The row of the ancestor that a matched reference has in common with what decides it, or the row itself.
    template<std::size_t Reference, typename Known>
    [[nodiscard]] std::uint64_t group_of(const Known& row) const {
        constexpr derived_reference derived = derivation_of<Schema>.references[Reference];
        if constexpr (derived.of_row) {
            return row.number();
        } else if constexpr (derived.via == no_index) {
            return row.owner().parent;
        } else if constexpr (detail::mode_of<Schema, derived.via> == reference_mode::owned) {
            return path_walk<Schema>::template follow<derived.via_path>(*this, row.owner().parent);
        } else {
            return path_walk<Schema>::template follow<derived.via_path>(*this,
                                                                        row.template parent<derived.via>());
        }
    }

    tables tables_;
};

} // namespace synth

#endif
