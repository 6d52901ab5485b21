// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_TABLE_STATE_HPP
#define SYNTH_DATASET_TABLE_STATE_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include <synth/core/indexed_set.hpp>
#include <synth/core/integer.hpp>
#include <synth/dataset/check_state.hpp>
#include <synth/dataset/column_values.hpp>
#include <synth/dataset/joint_key.hpp>
#include <synth/dataset/joint_redraw.hpp>
#include <synth/dataset/joint_round.hpp>
#include <synth/dataset/options.hpp>
#include <synth/dataset/owner_check.hpp>
#include <synth/dataset/owner_law.hpp>
#include <synth/dataset/ownership.hpp>
#include <synth/dataset/pair_rule.hpp>
#include <synth/dataset/parent_selection.hpp>
#include <synth/dataset/partner_rule.hpp>
#include <synth/dataset/planned_reference.hpp>
#include <synth/dataset/reference_values.hpp>
#include <synth/random/permutation.hpp>

namespace synth {

namespace detail {

template<typename Schema, std::size_t Table, typename Indices>
struct columns_of;
template<typename Schema, std::size_t Table, std::size_t... Columns>
struct columns_of<Schema, Table, std::index_sequence<Columns...>> {
    using type = indexed_set<std::index_sequence<Columns...>, column_values<Schema, Table, Columns>...>;
};
template<typename Schema, std::size_t Table, typename Indices>
using columns_of_table = typename columns_of<Schema, Table, Indices>::type;

template<typename Schema, std::size_t First, typename Indices>
struct references_of;
template<typename Schema, std::size_t First, std::size_t... Positions>
struct references_of<Schema, First, std::index_sequence<Positions...>> {
    using type =
        indexed_set<std::index_sequence<Positions...>, reference_values<Schema, First + Positions>...>;
};
template<typename Schema, std::size_t First, typename Indices>
using references_of_table = typename references_of<Schema, First, Indices>::type;

} // namespace detail

/// A table of a planned dataset: its rows, the generators of its columns, the maps of its references and its
/// owner.
template<typename Schema, std::size_t Table>
class table_state {
public:
    static constexpr catalog_table entry = catalog_of<Schema>.tables[Table];
    static constexpr derived_table derived = detail::derived_table_of<Schema, Table>;
    static constexpr bool has_owner = derived.owner != no_index;
    static constexpr bool shuffles_owners = derived.one_each && !derived.in_order;
    using row_type = typename Schema::template row_at<Table>;
    using owner_law = decltype(detail::owner_law<Schema, Table>());
    using column_indices = std::make_index_sequence<entry.column_count>;
    using reference_indices = std::make_index_sequence<entry.reference_count>;
    using joint_indices = std::make_index_sequence<derived.joint_count>;

    // Not inlined: it runs once. Not cold either, or loops over rows beside it would be compiled for size.
    [[gnu::noinline]] explicit table_state(const plan_options<Schema>& options)
        : rows_(options.rows[Table]), key_(detail::table_key(options.seed, entry)),
          owner_(make_owner(options)),
          owner_shuffle_(owner_.parents() == 0 ? 0 : owner_.parents() - 1, key_.child("one for each owner")),
          checks_([&](std::size_t column) { return plan_column(options, column); }),
          columns_(make_columns(options, column_indices{})),
          references_(make_indexed_set(reference_indices{},
                                       [&]<std::size_t Position>() {
                                           constexpr std::size_t reference = entry.first_reference + Position;
                                           return planned_reference<Schema, reference>(options);
                                       })),
          joints_(make_joints(joint_indices{})), joint_keys_(make_joint_keys(joint_indices{})) {
        owner_check<Schema, Table, table_state>{options, *this}.run();
    }

    [[nodiscard]] std::uint64_t rows() const { return rows_; }

    [[nodiscard]] const check_state<Schema, Table>& checks() const { return checks_; }

    template<std::size_t Column>
    [[nodiscard]] const auto& column() const {
        return static_cast<const indexed_value<Column, column_values<Schema, Table, Column>>&>(columns_)
            .value;
    }

    /// By the position of the reference in the whole schema.
    template<std::size_t Reference>
    [[nodiscard]] const auto& reference() const {
        using values = reference_values<Schema, Reference>;
        return static_cast<const indexed_value<Reference - entry.first_reference, values>&>(references_)
            .value;
    }

    /// Who owns how many rows; the owners are counted among those that may own any.
    [[nodiscard]] const ownership<owner_law>& owner() const { return owner_; }

    /// The rows that belong to a range of owners; to a single one where each has at most one.
    [[nodiscard]] owned_range children_of(const owned_range& owners) const {
        if constexpr (shuffles_owners) { // they do not lie in the order of their owners
            return single(row_of_owner(owners.first));
        }
        const owned_range places = owner_rows().ranks(owners);
        if (places.size() == 0) {
            return {owners.parent, 0, 0};
        }
        return {owners.parent, owner_.children_of(places.first).first,
                owner_.children_of(places.last - 1).last};
    }

    /// The range of rows that a row shares with the other children of its owner.
    [[nodiscard]] owned_range owner_of(std::uint64_t row) const {
        if constexpr (shuffles_owners) {
            return {owner_rows().at(owner_shuffle_(row)), row, row + 1};
        } else {
            owned_range range = owner_.owner(row);
            range.parent = owner_rows().at(range.parent);
            return range;
        }
    }

    /// The row that a parent has for itself where it has at most one.
    [[nodiscard]] std::uint64_t row_of_owner(std::uint64_t parent) const {
        if (!owner_rows().contains(parent)) {
            return rows_;
        }
        const std::uint64_t place = owner_rows().rank(parent);
        if constexpr (shuffles_owners) {
            return owner_shuffle_.inverse(place);
        } else {
            const owned_range range = owner_.children_of(place);
            return range.size() == 0 ? rows_ : range.first;
        }
    }

    /// A row as a range, which is empty where the table is shorter.
    [[nodiscard]] owned_range single(std::uint64_t row) const {
        return row < rows_ ? owned_range{0, row, row + 1} : owned_range{};
    }

    /// Moves a place among the owned rows to a row.
    void seek(typename ownership<owner_law>::cursor& place, std::uint64_t row) const {
        if constexpr (shuffles_owners || selects_owner) {
            if (!place.range.contains(row)) {
                place.range = owner_of(row);
            }
        } else if constexpr (has_owner) {
            owner_.seek(place, row);
        }
    }

    /// How many values each part of a joint key has; 0 for a choice, which depends on the owner.
    template<std::size_t Joint>
    [[nodiscard]] auto joint_sizes() const {
        constexpr auto parts = joint_parts<Schema, Table, Joint>();
        return [&]<std::size_t... Digits>(std::index_sequence<Digits...>) {
            return std::array<std::uint64_t, parts.size()>{part_size<Joint, Digits>()...};
        }(std::make_index_sequence<parts.size()>{});
    }

    /// The combination of a row that differs from those of all other rows, or of the other rows of its owner,
    /// in all attempts of theirs.
    template<std::size_t Joint>
    [[nodiscard]] std::uint64_t joint_number(std::uint64_t row, std::uint32_t attempt = 0) const {
        return joints_[Joint](place_of_attempt(row, rows_, joints_[Joint].last(), attempt));
    }
    template<std::size_t Joint>
    [[nodiscard]] std::uint64_t joint_number(std::uint64_t row, const owned_range& owner,
                                             std::uint64_t choices, std::uint32_t attempt = 0) const {
        const std::uint64_t ordinal = place_of_attempt(row - owner.first, owner.size(), choices, attempt);
        if constexpr (has_partner_rule<Schema, Table, Joint>) {
            return partner_rule_of<Schema, Table, Joint>().function(owner.parent, ordinal, choices);
        }
        constexpr std::uint64_t places = joint_round_of<Schema, Table, Joint>.places;
        const std::uint64_t place = places == 0 ? ordinal : (ordinal + places) % choices;
        return has_all<Joint>(choices) ? place : joint_order<Joint>(owner, choices)(place);
    }

    /// The row that has a combination, and its number within its owner: the inverses.
    template<std::size_t Joint>
    [[nodiscard]] std::uint64_t joint_place(std::uint64_t number) const {
        const std::uint64_t place = joints_[Joint].inverse(number);
        return is_redrawn_joint<Schema, Table, Joint>() ? place % std::max<std::uint64_t>(rows_, 1) : place;
    }
    template<std::size_t Joint>
    [[nodiscard]] std::uint64_t joint_place(std::uint64_t number, const owned_range& owner,
                                            std::uint64_t choices) const {
        if constexpr (has_partner_rule<Schema, Table, Joint>) {
            constexpr auto rule = partner_rule_of<Schema, Table, Joint>();
            std::uint64_t place = 0;
            while (place < owner.size() && rule.function(owner.parent, place, choices) != number) {
                ++place;
            }
            return place;
        }
        const std::uint64_t place =
            has_all<Joint>(choices) ? number : joint_order<Joint>(owner, choices).inverse(number);
        if constexpr (is_redrawn_joint<Schema, Table, Joint>()) {
            return place % owner.size();
        }
        const std::uint64_t back = joint_round_of<Schema, Table, Joint>.places % choices;
        return place < back ? place + (choices - back) : place - back;
    }

private:
    static_assert(entry.filled_outside || check_partner_rules<Schema, Table>());

    static constexpr bool selects_owner = [] {
        if constexpr (derived.owner_reference != no_index) {
            return is_selective<Schema, derived.owner_reference>;
        } else {
            return false;
        }
    }();

    // Where every owner has every combination there is nothing to choose, and key order loads fastest.
    template<std::size_t Joint>
    [[nodiscard]] bool has_all(std::uint64_t choices) const {
        return !joint_has_choices<Schema, Table, Joint>() &&
               multiply_wide(choices, owner_.parents()) == rows_;
    }
    template<std::size_t Joint>
    [[nodiscard]] permutation joint_order(const owned_range& owner, std::uint64_t choices) const {
        return permutation{choices - 1,
                           joint_keys_[joint_round_of<Schema, Table, Joint>.leader].child(owner.parent)};
    }

    // Which rows of the owner's table may own any.
    [[nodiscard]] auto owner_rows() const {
        if constexpr (selects_owner) {
            return reference<derived.owner_reference>().selection();
        } else {
            return all_rows{};
        }
    }

    template<std::size_t Joint, std::size_t Digit>
    [[nodiscard]] std::uint64_t part_size() const {
        constexpr joint_part part = joint_parts<Schema, Table, Joint>()[Digit];
        if constexpr (part.of == joint_part::kind::column) {
            return column<part.index>().generator().size();
        } else if constexpr (part.of == joint_part::kind::parent) {
            constexpr pair_rule rule = pair_of<Schema, Table>.rule_for(part.index);
            return partners_of(rule, reference<part.index>().parents());
        } else {
            return 0;
        }
    }

    template<std::size_t... Joints>
    [[nodiscard]] auto make_joint_keys(std::index_sequence<Joints...>) const {
        return std::array<stream_key, sizeof...(Joints)>{joint_stream(Joints)...};
    }

    ownership<owner_law> make_owner(const plan_options<Schema>& options) const {
        return {owners_of<Schema, Table>(options), rows_, detail::owner_law<Schema, Table>(),
                key_.child("owner")};
    }

    // Without a function for each column, which make_indexed_set would take.
    template<std::size_t... Columns>
    [[nodiscard]] auto make_columns(const plan_options<Schema>& options,
                                    std::index_sequence<Columns...>) const {
        using columns = detail::columns_of_table<Schema, Table, column_indices>;
        if constexpr (entry.filled_outside) {
            return columns{{column_values<Schema, Table, Columns>{get_indexed<Table>(options.existing)}}...};
        } else {
            return columns{{column_values<Schema, Table, Columns>{plan_column(options, Columns)}}...};
        }
    }

    [[nodiscard, gnu::noinline]] column_plan plan_column(const plan_options<Schema>& options,
                                                         std::size_t column) const {
        column_plan plan = detail::plan_of_column<Schema, Table>(column, options.now);
        plan.rows = rows_of_column(column);
        plan.table_rows = rows_;
        plan.key = key_.child("columns").child(plan.column);
        return plan;
    }

    // A column of a joint key needs as many values as the rows that differ in it.
    [[nodiscard]] std::uint64_t rows_of_column(std::size_t column) const {
        const derived_column& made = derivation_of<Schema>.columns[entry.first_column + column];
        if constexpr (has_owner) {
            if (made.source == column_source::joint && derived.joints[made.joint].of_owner) {
                return std::min(rows_, owner_.law().most(owner_.parents(), rows_));
            }
        }
        static_cast<void>(made);
        return rows_;
    }

    template<std::size_t... Joints>
    [[nodiscard]] auto make_joints(std::index_sequence<Joints...>) const {
        return std::array<permutation, sizeof...(Joints)>{make_joint<Joints>()...};
    }

    template<std::size_t Joint>
    [[nodiscard]] permutation make_joint() const {
        if constexpr (derived.joints[Joint].of_owner) { // each owner has its own
            return permutation{0, key_};
        } else {
            return permutation{combinations(joint_sizes<Joint>()) - 1, joint_stream(Joint)};
        }
    }

    // Partners alone were there before other joint keys, and keep their stream.
    [[nodiscard]] stream_key joint_stream(std::size_t joint) const {
        const auto of_partners = [](const derived_joint& each) { return each.of_owner && !each.of_columns; };
        if (std::ranges::find_if(derived.joints, of_partners) - derived.joints.begin() ==
            static_cast<std::ptrdiff_t>(joint)) {
            return key_.child("partners");
        }
        stream_key stream = key_.child("joint");
        for (const schema_index column : catalog_of<Schema>.keys[derived.joints[joint].key].columns) {
            stream = stream.child(catalog_of<Schema>.columns[entry.first_column + column].name);
        }
        return stream;
    }

    std::uint64_t rows_;
    stream_key key_;
    ownership<owner_law> owner_;
    permutation owner_shuffle_; // one_each, not in order
    check_state<Schema, Table> checks_;
    detail::columns_of_table<Schema, Table, column_indices> columns_;
    detail::references_of_table<Schema, entry.first_reference, reference_indices> references_;
    std::array<permutation, derived.joint_count> joints_; // those of the rows
    std::array<stream_key, derived.joint_count> joint_keys_;
};

} // namespace synth

#endif
