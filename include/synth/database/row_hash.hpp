// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_ROW_HASH_HPP
#define SYNTH_DATABASE_ROW_HASH_HPP

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>

#include <synth/random/mix.hpp>

namespace synth {

/// 128 bits that stand for a line: two lines with the same bits are taken for the same. They are never kept
/// beyond a run, so that they may depend on the order of bytes of the machine.
struct row_hash {
    std::uint64_t low{};
    std::uint64_t high{};

    friend constexpr auto operator<=>(const row_hash&, const row_hash&) = default;
};

/// The hash of a line: two chains of a 64-bit mixer over its words, which a processor works on side by side.
[[nodiscard]] inline row_hash hash_row(std::string_view line) {
    constexpr std::uint64_t odd = 0x9e3779b97f4a7c15U;
    row_hash hash{mix(line.size() + odd), mix(~line.size() * odd)};
    while (!line.empty()) {
        std::uint64_t word = 0;
        const std::size_t taken = std::min(line.size(), sizeof word);
        std::memcpy(&word, line.data(), taken);
        hash.low = mix(hash.low ^ word);
        hash.high = mix(hash.high + word * odd);
        line.remove_prefix(taken);
    }
    return hash;
}

/// The hash of some cells of a line of COPY text; their positions ascend.
[[nodiscard]] inline std::uint64_t hash_cells(std::string_view line, std::span<const std::size_t> positions) {
    std::uint64_t hash = positions.size();
    std::size_t column = 0;
    for (const std::size_t position : positions) {
        for (; column < position; ++column) {
            line.remove_prefix(std::min(line.find('\t'), line.size() - 1) + 1);
        }
        hash = mix(hash) + hash_row(line.substr(0, line.find('\t'))).low;
    }
    return hash;
}

} // namespace synth

#endif
