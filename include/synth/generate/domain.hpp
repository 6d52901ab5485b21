// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_DOMAIN_HPP
#define SYNTH_GENERATE_DOMAIN_HPP

#include <concepts>
#include <cstdint>
#include <optional>

#include <synth/generate/domain_array.hpp>
#include <synth/generate/domain_network.hpp>
#include <synth/generate/domain_number.hpp>
#include <synth/generate/domain_range.hpp>
#include <synth/generate/domain_sql_value.hpp>
#include <synth/generate/domain_temporal.hpp>
#include <synth/generate/domain_text.hpp>
#include <synth/generate/generator.hpp>

namespace synth {

/// A type whose values can be keys: `domain<Value>` numbers them. `at(index)` is the value of an index in
/// [0, last()], and `index_of(value)` its inverse, empty for a value that the domain does not hold.
template<typename Value>
concept has_domain = requires(const column_plan& plan, const domain<Value>& values, std::uint64_t index,
                              view_of<Value> value) {
    domain<Value>{plan};
    static_cast<view_of<Value>>(values.at(index));
    { values.index_of(value) } -> std::same_as<std::optional<std::uint64_t>>;
    { values.last() } -> std::same_as<std::uint64_t>;
};

} // namespace synth

#endif
