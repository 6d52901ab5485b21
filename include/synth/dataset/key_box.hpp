// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_KEY_BOX_HPP
#define SYNTH_DATASET_KEY_BOX_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <synth/core/integer.hpp>
#include <synth/core/interval_set.hpp>
#include <synth/core/number_range.hpp>
#include <synth/dataset/check_plan.hpp>
#include <synth/dataset/check_state.hpp>
#include <synth/dataset/generator_of.hpp>
#include <synth/dataset/options.hpp>
#include <synth/dataset/own_checks.hpp>
#include <synth/generate/allowed_box.hpp>
#include <synth/generate/allowed_key.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/schema/check.hpp>
#include <synth/schema/key_capacity.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

// Whether a column keeps a key distinct by whole numbers that nobody described.
template<typename Schema, std::size_t Table, std::size_t Column>
inline constexpr bool is_key_number =
    is_undescribed<Schema, Table, Column> &&
    whole_numbered<value_type_of<field_type<typename Schema::template row_at<Table>, Column>>> &&
    (derived_of<Schema, Table, Column>.source == column_source::key ||
     derived_of<Schema, Table, Column>.source == column_source::joint);

// Whether a text keeps a key distinct together with other columns.
template<typename Schema, std::size_t Table, std::size_t Column>
inline constexpr bool is_listed_key =
    is_undescribed<Schema, Table, Column> &&
    std::is_same_v<value_type_of<field_type<typename Schema::template row_at<Table>, Column>>, std::string> &&
    derived_of<Schema, Table, Column>.source == column_source::joint;

// The columns of a table that are so, and those that are listed texts.
template<typename Schema, std::size_t Table>
inline constexpr auto key_numbers = []<std::size_t... Columns>(std::index_sequence<Columns...>) {
    return std::array<bool, sizeof...(Columns)>{is_key_number<Schema, Table, Columns>...};
}(std::make_index_sequence<catalog_of<Schema>.tables[Table].column_count>{});

template<typename Schema, std::size_t Table>
inline constexpr auto listed_keys = []<std::size_t... Columns>(std::index_sequence<Columns...>) {
    return std::array<bool, sizeof...(Columns)>{is_listed_key<Schema, Table, Columns>...};
}(std::make_index_sequence<catalog_of<Schema>.tables[Table].column_count>{});

// Whether a check ties a key to another one, or to any column where its numbers are not counted from one.
template<typename Schema, std::size_t Table, std::size_t Column>
consteval bool find_tied_key() {
    constexpr const auto& list = checks_of<typename Schema::template row_at<Table>>;
    if constexpr (!list.joins(Column)) {
        return false;
    } else {
        bool tied = false;
        const bool counted = std::is_same_v<decltype(generator_of<Schema, Table, Column>()), sequence>;
        for (const check_facts& check : list.checks) {
            if (check.size == 0 || check.columns.size() < 2 || !check.columns.contains(Column)) {
                continue;
            }
            tied = tied || !counted;
            for (const schema_index other : check.columns) {
                tied = tied || (other != Column &&
                                (key_numbers<Schema, Table>[other] || listed_keys<Schema, Table>[other]));
            }
        }
        return tied && key_numbers<Schema, Table>[Column];
    }
}

} // namespace detail

/// Whether the numbers of a key column are bound by checks that tie it to other columns.
template<typename Schema, std::size_t Table, std::size_t Column>
inline constexpr bool is_tied_key = detail::find_tied_key<Schema, Table, Column>();

/// The numbers that the keys of a table are made of where checks tie them together: keys are bijections of
/// the row number and cannot heed each other, so each gets an interval of its own, and every combination of
/// these keeps the checks (docs/design/checks.md). A check that also reads other columns stays possible
/// only; those are chosen for each row.
template<typename Schema, std::size_t Table>
class key_box {
    using checks = check_plan<Schema, Table>;
    using box = allowed_box<checks::slots>;
    using sides = typename box::sides;
    using tied = tied_columns<Schema, Table>;
    using given_list = std::vector<typename box::given_value>;

public:
    /// `plan`: of any column of the table. Without rows, the most that there can be.
    explicit key_box(const column_plan& plan) {
        const tied known{
            [&plan](std::size_t column) { return detail::plan_of_column<Schema, Table>(column, plan.now); }};
        box search{varied(), known.patterns().source()};
        for (const check_facts& check : checks::joint.checks) {
            add<0>(search, check, {});
        }
        sides all;
        for (std::size_t slot = 0; slot < checks::slots; ++slot) {
            all[slot] = known.slot(slot).open;
        }
        if (plan.table_rows > 0) {
            found_ = search.widest(usual(all, std::make_index_sequence<checks::slots>{}));
        }
        if (!found_ || !has_room(known, plan.table_rows)) {
            const std::optional<sides> widest = search.widest(all);
            found_ = widest ? widest : found_;
        }
    }

    /// What a tied key column may be; all where no box was found, which the probe of the plan will tell.
    [[nodiscard]] interval_set numbers(std::size_t column) const {
        if (!found_) {
            return interval_set::all();
        }
        const possible_value& side = (*found_)[checks::slot_of(column)];
        return {side.low, side.high};
    }

private:
    [[nodiscard]] static constexpr std::array<bool, checks::slots> varied() {
        std::array<bool, checks::slots> all{};
        for (std::size_t slot = 0; slot < checks::slots; ++slot) {
            all[slot] = detail::key_numbers<Schema, Table>[checks::columns[slot]];
        }
        return all;
    }

    // A text of the same key is each of those that its checks list: the numbers go with all of them.
    template<std::size_t Slot>
    void add(box& search, const check_facts& check, const given_list& given) const {
        if constexpr (Slot == checks::slots) {
            search.add(checks::joint.nodes_of(check), given);
        } else if constexpr (!detail::is_listed_key<Schema, Table, checks::columns[Slot]>) {
            add<Slot + 1>(search, check, given);
        } else {
            using own = own_checks<typename Schema::template row_at<Table>, checks::columns[Slot]>;
            const bool named = check.columns.contains(checks::columns[Slot]) && own::allows_constants_only();
            if (!named) {
                add<Slot + 1>(search, check, given);
                return;
            }
            for (const std::string_view text : own::allowed_constants()) {
                given_list more = given;
                more.push_back({Slot, possible_value::of(text)});
                add<Slot + 1>(search, check, more);
            }
        }
    }

    // Numbers as keys without checks have them, where there are any.
    template<std::size_t... Slots>
    [[nodiscard]] static sides usual(sides all, std::index_sequence<Slots...>) {
        const auto limit = [&]<std::size_t Slot>(std::integral_constant<std::size_t, Slot>) {
            if constexpr (varied()[Slot]) {
                using field = field_type<typename Schema::template row_at<Table>, checks::columns[Slot]>;
                constexpr number_range keys = detail::usual_key_numbers<value_type_of<field>>();
                const interval_set some =
                    interval_set{all[Slot].low, all[Slot].high} & interval_set{keys.low, keys.high};
                if (!some.empty()) {
                    all[Slot].low = some.low();
                    all[Slot].high = some.high();
                }
            }
        };
        (limit(std::integral_constant<std::size_t, Slots>{}), ...);
        return all;
    }

    // Whether each key alone, and those of each joint key together, have as many values as there are rows; by
    // its own checks a column may have but few of its interval.
    [[nodiscard]] bool has_room(const tied& known, std::uint64_t rows) const {
        constexpr auto& derived = derivation_of<Schema>.columns;
        std::array<std::uint64_t, derivation_of<Schema>.tables[Table].joint_count> joints{};
        joints.fill(1);
        bool room = true;
        for (std::size_t slot = 0; slot < checks::slots; ++slot) {
            const std::size_t column = checks::columns[slot];
            const derived_column& made = derived[detail::first_column<Schema, Table> + column];
            const std::uint64_t count =
                (known.slot(slot).own.values & known.slot(slot).natural & numbers(column)).count();
            if (varied()[slot] && made.source == column_source::joint) {
                joints[made.joint] = multiply_capacity(joints[made.joint], count);
            } else if (varied()[slot]) {
                room = room && count >= rows;
            }
        }
        for (const std::uint64_t count : joints) {
            room = room && (count == 1 || count >= rows);
        }
        return room;
    }

    std::optional<sides> found_;
};

} // namespace synth

#endif
