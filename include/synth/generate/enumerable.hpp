// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_ENUMERABLE_HPP
#define SYNTH_GENERATE_ENUMERABLE_HPP

#include <concepts>
#include <cstdint>

#include <synth/random/draw.hpp>

namespace synth {

/// A bound generator that draws which of its values a cell has: `value_count()` tells how many there are, 0
/// for more than 2^64 - 1, and `generator(cell)` is `generator.value(generator.draw_index(cell))`. Where the
/// values are few, a writer has each of them written once and copies it from then on.
template<typename Generator>
concept enumerable_generator = requires(const Generator& generator, draw& cell, std::uint64_t index) {
    { generator.value_count() } -> std::same_as<std::uint64_t>;
    { generator.draw_index(cell) } -> std::same_as<std::uint64_t>;
    generator.value(index);
};

} // namespace synth

#endif
