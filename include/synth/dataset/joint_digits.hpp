// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_JOINT_DIGITS_HPP
#define SYNTH_DATASET_JOINT_DIGITS_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

#include <synth/core/integer.hpp>
#include <synth/dataset/joint_key.hpp>
#include <synth/dataset/joint_numbers.hpp>
#include <synth/dataset/ownership.hpp>
#include <synth/dataset/pair_rule.hpp>
#include <synth/dataset/path_walk.hpp>
#include <synth/dataset/reference_values.hpp>
#include <synth/dataset/table_state.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// A joint key read backwards: from the values and parents of a row to its digits, from these to its
/// combination, and from that to the row; among some rows, all those of an owner or of the table. Nothing
/// where a value or a parent is none that the key can have.
template<typename Schema, std::size_t Table, std::size_t Joint, typename Maps>
class joint_digits {
    static constexpr auto parts = joint_parts<Schema, Table, Joint>();
    static constexpr bool of_owner = derivation_of<Schema>.tables[Table].joints[Joint].of_owner;

public:
    /// The rows of an owner are not empty.
    joint_digits(const Maps& maps, const owned_range& rows)
        : maps_(maps), rows_{rows, maps}, sizes_(count()) {}

    template<std::size_t Digit, typename View>
    [[nodiscard]] std::optional<std::uint64_t> digit_of_value(const View& value) const {
        return state().template column<parts[Digit].index>().generator().index_of(value);
    }

    template<std::size_t Digit>
    [[nodiscard]] std::optional<std::uint64_t> digit_of_parent(std::uint64_t parent) const {
        constexpr std::size_t reference = parts[Digit].index;
        constexpr pair_rule rule = pair_of<Schema, Table>.rule_for(reference);
        const auto& values = state().template reference<reference>();
        if constexpr (parts[Digit].of == joint_part::kind::parent) {
            if constexpr (rule != pair_rule::none) {
                return partner_place(rule, rows_.range.parent, parent, values.parents());
            } else {
                return values.selection().contains(parent) ? std::optional{values.selection().rank(parent)}
                                                           : std::nullopt;
            }
        } else {
            constexpr reference_path path = derivation_of<Schema>.references[reference].path;
            const owned_range choices = maps_.template choices_of<reference>(rows_);
            const std::uint64_t place = path_walk<Schema>::template place_of<path>(maps_, parent);
            if (!values.selection().contains(place)) {
                return std::nullopt;
            }
            const std::uint64_t rank = values.selection().rank(place);
            if (!choices.contains(rank)) {
                return std::nullopt;
            }
            if constexpr (rule != pair_rule::none) {
                const std::uint64_t own =
                    path_walk<Schema>::template place_of<path>(maps_, rows_.range.parent);
                return partner_place(rule, own - choices.first, rank - choices.first, choices.size());
            } else {
                return rank - choices.first;
            }
        }
    }

    /// The combination of the digits that a function gives for each part.
    template<typename Digits>
    [[nodiscard]] std::optional<std::uint64_t> number(const Digits& digits) const {
        uint128 number = 0;
        uint128 scale = 1;
        bool good = true;
        const auto add = [&]<std::size_t Digit>(std::integral_constant<std::size_t, Digit> which) {
            const std::optional<std::uint64_t> digit = good ? digits(which) : std::nullopt;
            // Beyond 64 bits of combinations all digits are zero.
            good = digit && *digit < sizes_[Digit] && (*digit == 0 || scale <= combinations(sizes_));
            if (good) {
                number += scale * *digit;
                scale *= scale <= combinations(sizes_) ? sizes_[Digit] : 1;
            }
        };
        [&]<std::size_t... Places>(std::index_sequence<Places...>) {
            (add(std::integral_constant<std::size_t, Places>{}), ...);
        }(std::make_index_sequence<parts.size()>{});
        return good && number < combinations(sizes_) ? std::optional{static_cast<std::uint64_t>(number)}
                                                     : std::nullopt;
    }

    /// The row that has a combination, below the number of combinations.
    [[nodiscard]] std::optional<std::uint64_t> row(std::uint64_t number) const {
        if constexpr (of_owner) {
            const std::uint64_t place =
                state().template joint_place<Joint>(number, rows_.range, combinations(sizes_));
            return place < rows_.range.size() ? std::optional{rows_.range.first + place} : std::nullopt;
        } else {
            return state().template joint_place<Joint>(number);
        }
    }

private:
    // What the rows of one owner have in common, which is all that their choices depend on.
    struct owned_rows {
        static constexpr std::size_t table = Table;
        owned_range range;
        const Maps& maps;

        [[nodiscard]] const owned_range& owner() const { return range; }
        template<std::size_t Reference>
        [[nodiscard]] std::uint64_t parent() const {
            return maps.template parent_of<Reference>(range.first);
        }
    };

    [[nodiscard]] const auto& state() const { return maps_.template state<Table>(); }

    [[nodiscard]] auto count() const {
        if constexpr (of_owner) {
            return joint_numbers<Schema, Table>::template sizes<Joint>(maps_, rows_);
        } else {
            return state().template joint_sizes<Joint>();
        }
    }

    const Maps& maps_;
    owned_rows rows_;
    std::array<std::uint64_t, parts.size()> sizes_;
};

} // namespace synth

#endif
