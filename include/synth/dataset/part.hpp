// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_PART_HPP
#define SYNTH_DATASET_PART_HPP

#include <cstdint>

#include <synth/core/integer.hpp>

namespace synth {

/// One of several parts of every table. The parts of a table, one behind the other, are the table, whatever
/// their number: `part{3, 10}` is the third of ten.
struct part {
    std::uint64_t index{1}; // from 1 to parts
    std::uint64_t parts{1};

    /// Where the part begins in a table of some rows; it ends where the next one begins.
    [[nodiscard]] constexpr std::uint64_t first(std::uint64_t rows) const {
        return scale(index - 1, rows, parts);
    }
    [[nodiscard]] constexpr std::uint64_t last(std::uint64_t rows) const { return scale(index, rows, parts); }

    /// Whether the part holds what stands before the first row, or behind the last one.
    [[nodiscard]] constexpr bool begins() const { return index == 1; }
    [[nodiscard]] constexpr bool ends() const { return index == parts; }
};

} // namespace synth

#endif
