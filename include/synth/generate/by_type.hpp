// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_BY_TYPE_HPP
#define SYNTH_GENERATE_BY_TYPE_HPP

#include <string>

#include <synth/generate/generator.hpp>
#include <synth/generate/typical_array.hpp>
#include <synth/generate/typical_composite.hpp>
#include <synth/generate/typical_network.hpp>
#include <synth/generate/typical_number.hpp>
#include <synth/generate/typical_range.hpp>
#include <synth/generate/typical_sql_value.hpp>
#include <synth/generate/typical_temporal.hpp>
#include <synth/generate/typical_text.hpp>

namespace synth {

// Members as every specialisation has them. NOLINTBEGIN(readability-convert-member-functions-to-static)
/// The generator of a column that has no other: plausible values of its type that keep to its length, its
/// precision and its fraction digits.
struct by_type {
    template<column_type Value>
        requires(!nullable<Value>)
    [[nodiscard]] typical<Value> bind(const column_plan& plan) const {
        return typical<Value>{plan};
    }

    [[nodiscard]] std::string describe() const { return "by type"; }
};
// NOLINTEND(readability-convert-member-functions-to-static)

/// What the dataset takes where the description of a column names no generator.
using default_generator = by_type;

} // namespace synth

#endif
