// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TYPICAL_ARRAY_HPP
#define SYNTH_GENERATE_TYPICAL_ARRAY_HPP

#include <algorithm>
#include <cstdint>

#include <synth/generate/generator.hpp>
#include <synth/generate/inline_array.hpp>
#include <synth/generate/typical_number.hpp>
#include <synth/random/draw.hpp>
#include <synth/schema/column_type.hpp>

namespace synth {

namespace detail {

[[nodiscard]] inline column_plan plan_of_elements(column_plan plan) {
    // Texts of this length are kept inside a std::string, so that making one does not allocate.
    constexpr std::uint32_t short_text = 12;
    if (!plan.fixed_length) {
        plan.max_length = plan.max_length == 0 ? short_text : std::min(plan.max_length, short_text);
    }
    return plan;
}

} // namespace detail

/// Arrays of up to four elements; where elements may be NULL, one in eight is.
template<array_type Array>
class typical<Array> {
public:
    static constexpr std::uint32_t most = 4;

    explicit typical(const column_plan& plan) : elements_{detail::plan_of_elements(plan)} {}

    inline_array<element_of<Array>, most> operator()(draw& cell) const {
        inline_array<element_of<Array>, most> array;
        for (std::uint64_t left = cell.below(most + 1); left > 0; --left) {
            if constexpr (nullable<element_of<Array>>) {
                if (cell.word() >> 61U == 0) {
                    array.append({});
                    continue;
                }
            }
            const auto element = elements_(cell);
            array.append(from_view<value>(element));
        }
        return array;
    }

private:
    using value = value_type_of<element_of<Array>>;
    typical<value> elements_;
};

} // namespace synth

#endif
