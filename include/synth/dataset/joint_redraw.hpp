// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_JOINT_REDRAW_HPP
#define SYNTH_DATASET_JOINT_REDRAW_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <synth/dataset/check_plan.hpp>
#include <synth/dataset/joint_key.hpp>
#include <synth/dataset/joint_round.hpp>
#include <synth/dataset/pair_rule.hpp>
#include <synth/dataset/partner_rule.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// The place of a row in an attempt, among so many: no two rows ever meet, as attempts are as many places
/// apart as there are rows. `place_of_attempt(2, 3, 10, 1) == 5`
[[nodiscard]] constexpr std::uint64_t place_of_attempt(std::uint64_t row, std::uint64_t rows,
                                                       std::uint64_t places, std::uint32_t attempt) {
    return attempt == 0 ? row : row + attempt % std::max<std::uint64_t>(places / rows, 1) * rows;
}

namespace detail {

// Whether some keys of a table go round one order together: another combination of one would meet the other.
template<typename Schema, std::size_t Table>
consteval bool has_joint_rounds() {
    return []<std::size_t... Joints>(std::index_sequence<Joints...>) {
        return ((joint_round_of<Schema, Table, Joints>.places > 0) || ...);
    }(std::make_index_sequence<derivation_of<Schema>.tables[Table].joint_count>{});
}

// The columns that a joint key decides.
template<typename Schema, std::size_t Table, std::size_t Joint>
consteval column_set columns_of_joint() {
    column_set columns;
    for (const joint_part& part : joint_parts<Schema, Table, Joint>()) {
        if (part.of == joint_part::kind::column) {
            columns.add(part.index);
            continue;
        }
        for (const schema_index column : decided_columns<Schema>(part.index)) {
            columns.add(column);
        }
    }
    return columns;
}

// Whether nobody else repeats what a joint key decides, or follows it.
template<typename Schema, std::size_t Table, std::size_t Joint>
consteval bool is_joint_alone() {
    bool alone = !has_partner_rule<Schema, Table, Joint> && !has_joint_rounds<Schema, Table>();
    for (const joint_part& part : joint_parts<Schema, Table, Joint>()) {
        // Sides that change places take the owner with them.
        alone = alone && (part.of == joint_part::kind::column ||
                          (!has_followers<Schema>(part.index) &&
                           pair_of<Schema, Table>.rule_for(part.index) != pair_rule::ordered));
    }
    for (const schema_index column : columns_of_joint<Schema, Table, Joint>()) {
        alone = alone && !is_referenced<Schema>(Table, column);
    }
    return alone;
}

} // namespace detail

/// Whether the checks of a group may give a row another combination of a joint key: they are all that read
/// its columns.
template<typename Schema, std::size_t Table, std::size_t Joint, std::size_t Group>
[[nodiscard]] consteval bool may_redraw_joint() {
    using plan = check_plan<Schema, Table>;
    constexpr column_set columns = detail::columns_of_joint<Schema, Table, Joint>();
    return detail::is_joint_alone<Schema, Table, Joint>() && plan::reads_any(columns) &&
           plan::reads_alone(Group, columns);
}

/// The same of any group.
template<typename Schema, std::size_t Table, std::size_t Joint>
[[nodiscard]] consteval bool is_redrawn_joint() {
    return []<std::size_t... Slots>(std::index_sequence<Slots...>) {
        return ((check_plan<Schema, Table>::groups[Slots] == Slots &&
                 may_redraw_joint<Schema, Table, Joint, Slots>()) ||
                ...);
    }(std::make_index_sequence<check_plan<Schema, Table>::slots>{});
}

} // namespace synth

#endif
