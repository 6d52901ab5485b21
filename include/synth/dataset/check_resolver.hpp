// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_CHECK_RESOLVER_HPP
#define SYNTH_DATASET_CHECK_RESOLVER_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

#include <synth/core/plan_error.hpp>
#include <synth/dataset/attempt_redraw.hpp>
#include <synth/dataset/check_order.hpp>
#include <synth/dataset/check_plan.hpp>
#include <synth/dataset/check_state.hpp>
#include <synth/dataset/pair_side.hpp>
#include <synth/dataset/row_frame.hpp>
#include <synth/dataset/value_choice.hpp>
#include <synth/generate/allowed_search.hpp>
#include <synth/generate/text_functions.hpp>
#include <synth/generate/text_store.hpp>
#include <synth/generate/within.hpp>
#include <synth/random/draw.hpp>

namespace synth {

/// Chooses the values of one row that checks tie together: column by column, each among what its checks leave
/// for it, and anew with other words where they leave nothing. What it chooses is kept in the row's frame.
template<typename Dataset, std::size_t Table>
class check_resolver {
public:
    using schema = typename Dataset::schema_type;
    using plan = check_plan<schema, Table>;
    using frame_type = row_frame<schema, Table>;

    check_resolver(const Dataset& data, frame_type& frame)
        : data_(data), frame_(frame), state_(data.template state<Table>().checks()),
          patterns_(state_.patterns().source()), absent_before_(frame.absent) {}

    /// Throws plan_error if no values are found that meet the checks.
    void run() { run_groups(std::make_index_sequence<plan::slots>{}); }

private:
    template<std::size_t Group>
    static constexpr auto order_of = check_order<schema, Table>::template of_group<Group>();

    static constexpr std::uint32_t quick_attempts = 16;
    static constexpr std::uint32_t sure_attempts = 64;
    static constexpr std::uint32_t most_attempts = 4'096;

    template<std::size_t... Slots>
    void run_groups(std::index_sequence<Slots...>) {
        (run_group<Slots>(), ...);
    }

    // A group has the number of its first slot.
    template<std::size_t Group>
    void run_group() {
        if constexpr (plan::groups[Group] == Group) {
            for (attempt_ = 0; attempt_ < most_attempts; ++attempt_) {
                for (const std::size_t slot : order_of<Group>) {
                    known_[slot] = state_.slot(slot).open;
                }
                texts_.clear();
                if (attempt_ > 0) {
                    attempt_redraw<Dataset, Table, Group>{data_, frame_, attempt_}.run();
                }
                if (choose<Group, 0>()) {
                    return;
                }
            }
            throw_unmet<Group>();
        }
    }

    template<std::size_t Group, std::size_t Position>
    [[nodiscard]] bool choose() { // NOLINT(misc-no-recursion): as deep as the group is large
        if constexpr (Position == order_of<Group>.size()) {
            return holds<Group>();
        } else {
            constexpr std::size_t slot = order_of<Group>[Position];
            constexpr column_freedom freedom = plan::freedom_of(plan::columns[slot]);
            if constexpr (freedom == column_freedom::chosen) {
                return choose_value<Group, Position, slot>();
            } else {
                return take_value<Group, Position, slot>();
            }
        }
    }

    // ---- columns whose values are given: keys, references ----

    template<std::size_t Group, std::size_t Position, std::size_t Slot>
    [[nodiscard]] bool take_value() { // NOLINT(misc-no-recursion)
        constexpr std::size_t column = plan::columns[Slot];
        using values = column_values<schema, Table, column>;
        if constexpr (plan::freedom_of(column) == column_freedom::reference) {
            constexpr schema_index reference = detail::derived_of<schema, Table, column>.reference;
            constexpr std::size_t place = reference - catalog_of<schema>.tables[Table].first_reference;
            if (attempt_ > 0) {
                attempt_redraw<Dataset, Table, Group>{data_, frame_, attempt_}
                    .template run_reference<reference>();
            }
            if constexpr (decides_absence<Group, Position, reference>()) {
                const absence allowed = absence_for<Group, reference>();
                if (!allowed.may_be_null || !allowed.may_be_value) {
                    frame_.absent[place] = allowed.may_be_null;
                } else if (attempt_ > 0) { // no parent at all is the way out where few are to be had
                    frame_.absent[place] =
                        attempt_ % 4 == 3 ||
                        (absent_before_[place] &&
                         (attempt_ % 4 != 1 || data_.maps().template lacks_parent<reference>(frame_)));
                }
            }
        }
        if constexpr (plan::freedom_of(column) == column_freedom::optional) {
            const allowed_values allowed = allowed_for<Slot>();
            const auto& values_of_key = data_.template state<Table>().template column<column>();
            frame_.checked_cells[Slot].null =
                allowed.may_be_null &&
                (!allowed.may_be_value() || values_of_key.is_null(frame_.row, attempt_));
        }
        if (data_.template is_null<Table, column>(frame_)) {
            known_[Slot] = possible_value::null();
            return choose<Group, Position + 1>();
        }
        const auto made = data_.template cell<Table, column>(frame_);
        known_[Slot] =
            possible_value_of<typename values::value>(static_cast<view_of<typename values::value>>(made));
        return choose<Group, Position + 1>();
    }

    // Whether the column of a slot is NULL where a reference leads nowhere.
    template<std::size_t Slot, std::size_t Reference>
    [[nodiscard]] static consteval bool is_absent_with() {
        constexpr std::size_t column = plan::columns[Slot];
        if constexpr (plan::freedom_of(column) == column_freedom::reference) {
            return detail::derived_of<schema, Table, column>.reference == Reference &&
                   nullable<typename column_values<schema, Table, column>::field> &&
                   reference_values<schema, Reference>::may_be_absent;
        } else {
            return false;
        }
    }

    // Whether a reference has a parent is decided once for all of its columns, at the first of them.
    template<std::size_t Group, std::size_t Position, std::size_t Reference>
    [[nodiscard]] static consteval bool decides_absence() {
        return []<std::size_t... Before>(std::index_sequence<Before...>) {
            return is_absent_with<order_of<Group>[Position], Reference>() &&
                   !(is_absent_with<order_of<Group>[Before], Reference>() || ...);
        }(std::make_index_sequence<Position>{});
    }

    struct absence {
        bool may_be_null{true};
        bool may_be_value{true};
    };

    // What the checks of all its columns say to that.
    template<std::size_t Group, std::size_t Reference>
    [[nodiscard]] absence absence_for() {
        absence all;
        const auto look_at = [&]<std::size_t Slot>(std::integral_constant<std::size_t, Slot>) {
            if constexpr (is_absent_with<Slot, Reference>()) {
                const allowed_values allowed = allowed_for<Slot>();
                all.may_be_null = all.may_be_null && allowed.may_be_null;
                all.may_be_value = all.may_be_value && allowed.may_be_value();
            }
        };
        [&]<std::size_t... Positions>(std::index_sequence<Positions...>) {
            (look_at(std::integral_constant<std::size_t, order_of<Group>[Positions]> {}), ...);
        }(std::make_index_sequence<order_of<Group>.size()>{});
        return all;
    }

    // ---- columns that are chosen ----

    template<std::size_t Slot>
    [[nodiscard]] allowed_values allowed_for() {
        constexpr std::size_t column = plan::columns[Slot];
        allowed_values allowed = state_.slot(Slot).own;
        for (const check_facts& check : plan::joint.checks) {
            if (check.columns.contains(column)) {
                const detail::lazily<allowed_search, plan> search{
                    plan::joint.nodes_of(check),
                    known_,
                    patterns_,
                    Slot,
                    own_checks<typename plan::row_type, column>::constants,
                    texts_.source()};
                allowed = allowed & search.solve(check.size - std::size_t{1}, wanted_truth::not_false);
            }
        }
        return allowed;
    }

    // Where attempts go wrong it helps to know what is settled of later columns, above all whether they are
    // NULL: of five values of which one must be there, and a kind that says which.
    template<std::size_t Group>
    [[nodiscard]] bool settle_from(std::size_t position) {
        static constexpr auto order = check_order<schema, Table>::template of_group<Group>();
        bool possible = true;
        const auto settle_at = [&]<std::size_t Place>(std::integral_constant<std::size_t, Place>) {
            constexpr std::size_t slot = order[Place];
            if constexpr (plan::freedom_of(plan::columns[slot]) == column_freedom::chosen) {
                possible = possible && (Place < position || settle<slot>());
            }
        };
        for (unsigned round = 0; round < settling_rounds; ++round) {
            [&]<std::size_t... Places>(std::index_sequence<Places...>) {
                (settle_at(std::integral_constant<std::size_t, Places>{}), ...);
            }(std::make_index_sequence<order.size()>{});
        }
        return possible;
    }
    template<std::size_t Slot>
    [[nodiscard]] bool settle() {
        const allowed_values allowed = allowed_for<Slot>();
        possible_value& open = known_[Slot];
        open.may_be_null = open.may_be_null && allowed.may_be_null;
        open.may_be_value = open.may_be_value && allowed.may_be_value();
        if (open.may_be_value && state_.slot(Slot).is_whole) {
            const interval_set numbers =
                allowed.values & state_.slot(Slot).natural & interval_set{open.low, open.high};
            open.may_be_value = !numbers.empty();
            open.low = numbers.empty() ? open.low : numbers.low();
            open.high = numbers.empty() ? open.high : numbers.high();
        }
        return open.may_be_null || open.may_be_value;
    }
    static constexpr unsigned settling_rounds = 2;

    template<std::size_t Group, std::size_t Position, std::size_t Slot>
    [[nodiscard]] bool choose_value() { // NOLINT(misc-no-recursion)
        constexpr std::size_t column = plan::columns[Slot];
        using values = column_values<schema, Table, column>;
        const auto& generator = data_.template state<Table>().template column<column>();
        if (attempt_ >= quick_attempts && !settle_from<Group>(Position)) {
            return false;
        }
        const allowed_values allowed = allowed_for<Slot>();
        checked_cell& cell = frame_.checked_cells[Slot];
        cell = {};
        cell.attempt = attempt_;
        const bool may_be_null = nullable<typename values::field> && allowed.may_be_null;
        if (allowed.is_nothing() || (!may_be_null && !allowed.may_be_value())) {
            return false;
        }
        cell.null = may_be_null && (!allowed.may_be_value() || generator.is_null(frame_.row, attempt_));
        if (cell.null) {
            known_[Slot] = possible_value::null();
            return choose<Group, Position + 1>();
        }
        const auto then = [this](const possible_value& chosen) {
            known_[Slot] = chosen;
            return choose<Group, Position + 1>();
        };
        const auto copied = [&](const possible_value& text) -> std::string_view {
            if constexpr (frame_type::copies) {
                return frame_.copied_texts[Slot] = in_its_letters(text);
            } else {
                return text.text;
            }
        };
        value_choice<schema, Table, Slot> choice{state_, cell, attempt_ >= sure_attempts};
        return choice.make(generator.generator(), allowed, generator.words(frame_.row, attempt_), copied,
                           then);
    }

    // ---- whether all holds ----

    template<std::size_t Group>
    [[nodiscard]] bool holds() {
        for (const check_facts& check : plan::joint.checks) {
            if (plan::template is_of<Group>(check)) {
                const evaluation calculation{plan::joint.nodes_of(check), known_, patterns_, texts_.source()};
                const possible_value truth = calculation.at(check.size - std::size_t{1});
                // What cannot be told for sure, such as sums of floating-point numbers, serves if nothing
                // better comes.
                if (attempt_ < sure_attempts ? !truth.holds() : !truth.may_hold()) {
                    return false;
                }
            }
        }
        return all_predicates<typename plan::row_type>(
            [&](const auto& entry) { return predicate_holds<Group>(entry); });
    }

    template<std::size_t Group, typename Predicate, auto First, auto... Rest>
    [[nodiscard]] bool predicate_holds(const predicate_entry<Predicate, First, Rest...>& entry) const {
        if constexpr (plan::groups[plan::slot_of(member_index<First>)] == Group) {
            return detail::predicate_holds<Table>(data_, frame_, entry);
        } else {
            return true;
        }
    }

    template<std::size_t Group>
    [[noreturn]] void throw_unmet() const {
        std::string names;
        for (const check_facts& check : plan::list.checks) {
            if (plan::is_joint(check) && plan::template is_of<Group>(check)) {
                names.append(names.empty() ? "" : " and ")
                    .append(check.name.empty() ? "without a name" : check.name);
            }
        }
        throw plan_error{catalog_of<schema>.tables[Table].shown() + ": no values were found in row " +
                         std::to_string(frame_.row) + " that meet the check " + names +
                         "; loosen it, or give its columns generators that meet it"};
    }

    using text_store =
        std::conditional_t<calculates_text(plan::nodes), basic_text_store<Dataset>, no_text_store>;

    const Dataset& data_;
    frame_type& frame_;
    const check_state<schema, Table>& state_;
    pattern_source patterns_;
    text_store texts_;
    decltype(frame_type::absent) absent_before_; // as drawn, before checks had a say
    std::array<possible_value, plan::slots == 0 ? 1 : plan::slots> known_{};
    std::uint32_t attempt_ = 0;
};

} // namespace synth

#endif
