// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_JOINT_KEY_HPP
#define SYNTH_DATASET_JOINT_KEY_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include <synth/generate/domain.hpp>
#include <synth/generate/generator.hpp>
#include <synth/schema/key_capacity.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

template<typename Domain>
class bound_joint_column {
public:
    explicit bound_joint_column(const Domain& values) : values_{values} {}

    [[nodiscard]] auto at(std::uint64_t digit) const { return values_.at(digit); }
    [[nodiscard]] auto index_of(const auto& value) const { return values_.index_of(value); }
    [[nodiscard]] std::uint64_t last() const { return values_.last(); }
    [[nodiscard]] auto least(std::uint64_t) const { return values_.at(0); }
    [[nodiscard]] auto greatest(std::uint64_t) const { return values_.at(values_.last()); }
    /// How many values there are.
    [[nodiscard]] std::uint64_t size() const { return std::min(values_.last(), endless_capacity - 1) + 1; }
    auto operator()(const draw& cell) const { return at(cell.row() % size()); }

private:
    Domain values_;
};

} // namespace detail

/// A column that keeps a key distinct together with others: the values of its domain, by their digit.
class joint_column {
public:
    template<has_domain Value>
    [[nodiscard]] detail::bound_joint_column<domain<Value>> bind(const column_plan& plan) const {
        return detail::bound_joint_column<domain<Value>>{domain<Value>{plan}};
    }

    [[nodiscard]] static std::string describe() { return "distinct together with the rest of its key"; }
};

/// What a digit of a joint key chooses: a value of a column, any parent of a reference, or one of the parents
/// that agree with the owner.
struct joint_part {
    enum class kind : std::uint8_t { column, parent, choice };

    kind of{};
    std::size_t index{}; // of the column in its table, of the reference in the schema
};

/// The parts of a joint key, in the order of their digits.
template<typename Schema, std::size_t Table, std::size_t Joint>
[[nodiscard]] consteval auto joint_parts() {
    constexpr catalog_table entry = catalog_of<Schema>.tables[Table];
    constexpr derived_joint joint = derivation_of<Schema>.tables[Table].joints[Joint];
    std::array<joint_part, joint.digits> parts{};
    for (std::size_t column = 0; column < entry.column_count; ++column) {
        const derived_column& derived = derivation_of<Schema>.columns[entry.first_column + column];
        if (derived.source == column_source::joint && derived.joint == Joint) {
            parts[derived.digit] = {joint_part::kind::column, column};
        }
    }
    for (std::size_t index = entry.first_reference;
         index < std::size_t{entry.first_reference} + entry.reference_count; ++index) {
        const derived_reference& derived = derivation_of<Schema>.references[index];
        if (derived.is_part() && derived.joint == Joint) {
            parts[derived.digit] = {derived.distinct ? joint_part::kind::choice : joint_part::kind::parent,
                                    index};
        }
    }
    return parts;
}

/// Whether some parts of a joint key are chosen among parents whose number depends on the owner.
template<typename Schema, std::size_t Table, std::size_t Joint>
[[nodiscard]] consteval bool joint_has_choices() {
    bool found = false;
    for (const joint_part& each : joint_parts<Schema, Table, Joint>()) {
        found = found || each.of == joint_part::kind::choice;
    }
    return found;
}

/// The number of combinations of so many values each, or `endless_capacity`; one where a part is empty, so
/// that it can be divided by.
template<std::size_t Parts>
[[nodiscard]] constexpr std::uint64_t combinations(const std::array<std::uint64_t, Parts>& sizes) {
    std::uint64_t product = 1;
    for (const std::uint64_t each : sizes) {
        product = multiply_capacity(product, std::max<std::uint64_t>(each, 1));
    }
    return product;
}

/// One digit of a number in the mixed radix of these sizes; the first digit counts least. Numbers below
/// `combinations(sizes)` differ in a digit.
template<std::size_t Parts>
[[nodiscard]] constexpr std::uint64_t
digit_of(std::uint64_t number, const std::array<std::uint64_t, Parts>& sizes, std::size_t position) {
    for (std::size_t below = 0; below < position; ++below) {
        number /= std::max<std::uint64_t>(sizes[below], 1);
    }
    // The highest digit, and a key of one part has no other, is what is left.
    return number < sizes[position] ? number : number % std::max<std::uint64_t>(sizes[position], 1);
}

} // namespace synth

#endif
