// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_INDEX_MAPS_HPP
#define SYNTH_DATASET_INDEX_MAPS_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <utility>

#include <synth/core/indexed_set.hpp>
#include <synth/core/integer.hpp>
#include <synth/dataset/options.hpp>
#include <synth/dataset/row_frame.hpp>
#include <synth/dataset/table_state.hpp>
#include <synth/random/permutation.hpp>
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
        return get_indexed<Table>(tables_);
    }

    /// Moves a frame to a row; cheap when it is the next one.
    template<std::size_t Table>
    void seek(row_frame<Schema, Table>& frame, std::uint64_t number) const {
        frame.row = number;
        if constexpr (table_state<Schema, Table>::has_owner) {
            state<Table>().seek(frame.owner, number);
        }
        constexpr auto order = order_references<Schema, Table>();
        find_parents<Table>(frame, std::make_index_sequence<order.size()>{});
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
        constexpr catalog_reference reference = detail::reference_at<Schema, Reference>;
        using values = reference_values<Schema, Reference>;
        if constexpr (!values::may_be_absent) {
            return false;
        } else if constexpr (values::mode == reference_mode::forest) { // a root has no parent
            return parent_of<Reference>(number) == number ||
                   state<reference.child>().template reference<Reference>().is_absent(number);
        } else {
            return state<reference.child>().template reference<Reference>().is_absent(number);
        }
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
            return static_cast<value>(number - state<Table>().owner_of(number).first + 1);
        } else {
            return state<Table>().template column<Column>().at(number);
        }
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
        const index_maps& maps;
        std::uint64_t number;

        [[nodiscard]] owned_range owner() const { return maps.template state<Table>().owner_of(number); }
        template<std::size_t Reference>
        [[nodiscard]] std::uint64_t parent() const {
            return maps.template parent_of<Reference>(number);
        }
    };

    template<std::size_t Table>
    struct known {
        const row_frame<Schema, Table>& frame;

        [[nodiscard]] const owned_range& owner() const { return frame.owner.range; }
        template<std::size_t Reference>
        [[nodiscard]] std::uint64_t parent() const {
            return frame.parents[Reference - table_state<Schema, Table>::entry.first_reference];
        }
    };

    template<std::size_t Table, std::size_t... Positions>
    void find_parents(row_frame<Schema, Table>& frame, std::index_sequence<Positions...>) const {
        constexpr auto order = order_references<Schema, Table>();
        constexpr std::size_t first = table_state<Schema, Table>::entry.first_reference;
        ((frame.parents[order[Positions] - first] =
              find_parent<order[Positions]>(frame.row, known<Table>{frame}),
          frame.absent[order[Positions] - first] = frame_absent<Table, order[Positions]>(frame)),
         ...);
        static_cast<void>(first);
        static_cast<void>(order);
        static_cast<void>(frame);
    }

    template<std::size_t Table, std::size_t Reference>
    [[nodiscard]] bool frame_absent(const row_frame<Schema, Table>& frame) const {
        using values = reference_values<Schema, Reference>;
        if constexpr (!values::may_be_absent) {
            return false;
        } else {
            const bool root = values::mode == reference_mode::forest &&
                              known<Table>{frame}.template parent<Reference>() == frame.row;
            return root || state<Table>().template reference<Reference>().is_absent(frame.row);
        }
    }

    template<std::size_t Reference, typename Known>
    [[nodiscard]] std::uint64_t find_parent(std::uint64_t number, const Known& row) const {
        constexpr derived_reference derived = derivation_of<Schema>.references[Reference];
        constexpr std::size_t table = detail::reference_at<Schema, Reference>.child;
        const auto& values = state<table>().template reference<Reference>();
        if constexpr (derived.mode == reference_mode::drawn) {
            return values.drawn(number);
        } else if constexpr (derived.mode == reference_mode::owned) {
            return row.owner().parent;
        } else if constexpr (derived.mode == reference_mode::injective) {
            return values.injective(number);
        } else if constexpr (derived.mode == reference_mode::partner) {
            return partner<Reference>(row.owner(), number);
        } else if constexpr (derived.mode == reference_mode::implied) {
            return follow<derived.via_path>(row.template parent<derived.via>());
        } else if constexpr (derived.mode == reference_mode::matched) {
            const owned_range choice = children_under<derived.path>(group_of<Reference>(row));
            const std::uint64_t size = std::max<std::uint64_t>(choice.size(), 1);
            if constexpr (derived.distinct) {
                const owned_range owner = row.owner();
                const permutation shuffle{size - 1, state<table>().partner_key(owner.parent)};
                return choice.first + shuffle(number - owner.first);
            } else {
                return choice.first + values.words(number).below(size);
            }
        } else {
            return values.earlier(number, derived.via == no_index ? 0 : row.owner().first);
        }
    }

    // The row of the ancestor that a matched reference has in common with what decides it.
    template<std::size_t Reference, typename Known>
    [[nodiscard]] std::uint64_t group_of(const Known& row) const {
        constexpr derived_reference derived = derivation_of<Schema>.references[Reference];
        if constexpr (derived.via == no_index) {
            return row.owner().parent;
        } else {
            return follow<derived.via_path>(row.template parent<derived.via>());
        }
    }

    template<reference_path Path, std::size_t Step = 0>
    [[nodiscard]] std::uint64_t follow(std::uint64_t number) const {
        if constexpr (Step == Path.size) {
            return number;
        } else {
            return follow<Path, Step + 1>(parent_of<Path.references[Step]>(number));
        }
    }

    // The rows at the start of a path whose way leads to one row at its end: ranges of ranges are ranges.
    template<reference_path Path>
    [[nodiscard]] owned_range children_under(std::uint64_t group) const {
        return descend<Path, Path.size>({group, group, group + 1});
    }

    template<reference_path Path, std::size_t Steps>
    [[nodiscard]] owned_range descend(owned_range range) const {
        if constexpr (Steps == 0) {
            return range;
        } else {
            if (range.size() == 0) {
                return {};
            }
            const auto& owner =
                state<detail::reference_at<Schema, Path.references[Steps - 1]>.child>().owner();
            return descend<Path, Steps - 1>(
                {range.parent, owner.children_of(range.first).first, owner.children_of(range.last - 1).last});
        }
    }

    // The n-th child of an owner has the n-th of a shuffle of all combinations of partners; the shuffle is
    // the owner's.
    template<std::size_t Reference>
    [[nodiscard]] std::uint64_t partner(const owned_range& owner, std::uint64_t number) const {
        constexpr std::size_t table = detail::reference_at<Schema, Reference>.child;
        constexpr std::size_t first = table_state<Schema, table>::entry.first_reference;
        constexpr std::size_t references = table_state<Schema, table>::entry.reference_count;
        constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
        std::uint64_t below = 1; // combinations of the partners before this one
        std::uint64_t choices = 1;
        const auto multiply = [&]<std::size_t Other>(std::integral_constant<std::size_t, Other>) {
            if constexpr (detail::mode_of<Schema, Other> == reference_mode::partner) {
                const std::uint64_t parents = state<table>().template reference<Other>().parents();
                if constexpr (derivation_of<Schema>.references[Other].partner <
                              derivation_of<Schema>.references[Reference].partner) {
                    below =
                        static_cast<std::uint64_t>(std::min<uint128>(multiply_wide(below, parents), most));
                }
                choices =
                    static_cast<std::uint64_t>(std::min<uint128>(multiply_wide(choices, parents), most));
            }
        };
        [&]<std::size_t... Positions>(std::index_sequence<Positions...>) {
            (multiply(std::integral_constant<std::size_t, first + Positions>{}), ...);
        }(std::make_index_sequence<references>{});
        const std::uint64_t ordinal = number - owner.first;
        // Where every owner has every combination there is nothing to choose, and key order loads fastest.
        const bool complete =
            multiply_wide(choices, state<table>().owner().parents()) == state<table>().rows();
        const std::uint64_t choice =
            complete ? ordinal : permutation{choices - 1, state<table>().partner_key(owner.parent)}(ordinal);
        return choice / below % state<table>().template reference<Reference>().parents();
    }

    tables tables_;
};

} // namespace synth

#endif
