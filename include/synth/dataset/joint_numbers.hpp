// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_JOINT_NUMBERS_HPP
#define SYNTH_DATASET_JOINT_NUMBERS_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <synth/dataset/joint_key.hpp>
#include <synth/dataset/pair_rule.hpp>
#include <synth/dataset/reference_values.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// What the joint keys of a table say of a row: which combination it has, and what each part takes from it.
/// `Maps` knows the tables, `Row` what is known of the row (its owner, its combinations).
template<typename Schema, std::size_t Table>
class joint_numbers {
public:
    /// The combination of a row in an attempt, which no other row has, or no other row of its owner.
    template<std::size_t Joint, typename Maps, typename Row>
    [[nodiscard]] static std::uint64_t number(const Maps& maps, std::uint64_t number, const Row& row,
                                              std::uint32_t attempt = 0) {
        const auto& state = maps.template state<Table>();
        if constexpr (derivation_of<Schema>.tables[Table].joints[Joint].of_owner) {
            return state.template joint_number<Joint>(number, row.owner(),
                                                      combinations(sizes<Joint>(maps, row)), attempt);
        } else {
            static_cast<void>(row);
            return state.template joint_number<Joint>(number, attempt);
        }
    }

    /// The value of a column, a part of its joint key.
    template<std::size_t Column, typename Maps, typename Row>
    [[nodiscard]] static auto value(const Maps& maps, const Row& row) {
        constexpr derived_column derived = detail::derived_of<Schema, Table, Column>;
        return maps.template state<Table>().template column<Column>().at(digit_of(
            row.template combination<derived.joint>(), sizes<derived.joint>(maps, row), derived.digit));
    }

    /// Which parent a reference takes: its row, or its place among those that the owner leaves.
    template<std::size_t Reference, typename Maps, typename Row>
    [[nodiscard]] static std::uint64_t parent(const Maps& maps, const Row& row) {
        constexpr derived_reference derived = derivation_of<Schema>.references[Reference];
        return digit_of(row.template combination<derived.joint>(), sizes<derived.joint>(maps, row),
                        derived.digit);
    }

    /// How many values each part has for a row.
    template<std::size_t Joint, typename Maps, typename Row>
    [[nodiscard]] static auto sizes(const Maps& maps, const Row& row) {
        auto sizes = maps.template state<Table>().template joint_sizes<Joint>();
        if constexpr (joint_has_choices<Schema, Table, Joint>()) {
            constexpr auto parts = joint_parts<Schema, Table, Joint>();
            const auto count = [&]<std::size_t Digit>(std::integral_constant<std::size_t, Digit>) {
                if constexpr (parts[Digit].of == joint_part::kind::choice) {
                    constexpr pair_rule rule = pair_of<Schema, Table>.rule_for(parts[Digit].index);
                    sizes[Digit] =
                        partners_of(rule, maps.template choices_of<parts[Digit].index>(row).size());
                }
            };
            [&]<std::size_t... Digits>(std::index_sequence<Digits...>) {
                (count(std::integral_constant<std::size_t, Digits>{}), ...);
            }(std::make_index_sequence<parts.size()>{});
        }
        static_cast<void>(row);
        return sizes;
    }
};

} // namespace synth

#endif
