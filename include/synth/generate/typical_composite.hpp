// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TYPICAL_COMPOSITE_HPP
#define SYNTH_GENERATE_TYPICAL_COMPOSITE_HPP

#include <cstddef>
#include <tuple>
#include <utility>

#include <synth/generate/generator.hpp>
#include <synth/generate/typical_number.hpp>
#include <synth/random/draw.hpp>
#include <synth/schema/column_type.hpp>

namespace synth {

namespace detail {

template<typename Attribute>
[[nodiscard]] column_plan plan_of_attribute(column_plan plan) {
    plan.max_length = 0;
    plan.fixed_length = false;
    plan.fraction_digits = 6;
    if constexpr (requires { Attribute::max_length; }) {
        plan.max_length = Attribute::max_length;
        plan.fixed_length = Attribute::fixed_length;
        plan.fraction_digits = Attribute::fraction_digits;
    }
    return plan;
}

// What makes the values of an attribute, each with a plan of its own length and digits.
template<typename Attribute>
class typical_attribute {
public:
    using value = typename attribute_value<Attribute>::type;

    explicit typical_attribute(const column_plan& plan) : values_{plan_of_attribute<Attribute>(plan)} {}
    void fill(std::optional<value>& into, draw& cell) const {
        const auto made = values_(cell);
        into = from_view<value>(made);
    }

private:
    typical<value> values_;
};
template<>
class typical_attribute<null_attribute> {
public:
    explicit typical_attribute(const column_plan&) {}
    static void fill(std::optional<null_attribute>&, draw&) {}
};

} // namespace detail

/// Rows of typical values, none of them NULL but those of types that nobody knows.
template<fixed_string Type, typename... Attributes>
class typical<composite<Type, Attributes...>> {
public:
    explicit typical(const column_plan& plan) : attributes_{detail::typical_attribute<Attributes>{plan}...} {}

    composite<Type, Attributes...> operator()(draw& cell) const {
        composite<Type, Attributes...> value;
        [&]<std::size_t... Index>(std::index_sequence<Index...>) {
            (std::get<Index>(attributes_).fill(std::get<Index>(value.attributes), cell), ...);
        }(std::index_sequence_for<Attributes...>{});
        return value;
    }

private:
    std::tuple<detail::typical_attribute<Attributes>...> attributes_;
};

} // namespace synth

#endif
