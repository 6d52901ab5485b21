// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_ONE_ELEMENT_ARRAYS_HPP
#define SYNTH_GENERATE_ONE_ELEMENT_ARRAYS_HPP

#include <cstdint>
#include <optional>
#include <span>

#include <synth/generate/generator.hpp>
#include <synth/generate/inline_array.hpp>
#include <synth/schema/column_type.hpp>

namespace synth {

/// Arrays of one element each, numbered as their elements are: keys of arrays, all of them or those that
/// checks allow.
template<array_type Array, typename Elements>
class one_element_arrays {
public:
    using element = element_of<Array>;
    using value = value_type_of<element>;

    explicit one_element_arrays(const Elements& elements) : elements_(elements) {}

    [[nodiscard]] std::uint64_t last() const { return elements_.last(); }
    [[nodiscard]] inline_array<element, 1> at(std::uint64_t index) const {
        inline_array<element, 1> array;
        const auto one = elements_.at(index);
        array.append(from_view<value>(one));
        return array;
    }
    [[nodiscard]] std::optional<std::uint64_t> index_of(std::span<const element> array) const {
        if (array.size() != 1) {
            return std::nullopt;
        }
        if constexpr (nullable<element>) {
            return array.front() ? elements_.index_of(as_view(*array.front())) : std::nullopt;
        } else {
            return elements_.index_of(as_view(array.front()));
        }
    }

private:
    Elements elements_;
};

} // namespace synth

#endif
