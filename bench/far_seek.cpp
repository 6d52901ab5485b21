// SPDX-License-Identifier: BSL-1.0
// far_seek, far_seek_text: the time of a million rows from row 10^12 on over that of the million from row 0
// on, in one table; in turns, the median of all rounds. far_seek makes rows as objects, far_seek_text writes
// them as COPY text, where keys have more digits far out: that ratio is also one of bytes.
#include <cstdint>
#include <cstdio>
#include <string_view>

#include "lineitem.hpp"
#include "measure.hpp"

int main() {
    constexpr std::uint64_t million = 1'000'000;
    constexpr std::uint64_t far = 1'000'000 * million;
    constexpr std::uint64_t rows = 2 * far;
    const synth::dataset<bench::tpch> data = bench::plan(rows);
    std::uint64_t sum = 0;
    const auto objects = [&](std::uint64_t first) {
        return [&, first] {
            const auto all = data.rows<bench::lineitem>();
            auto each = all.begin() + static_cast<std::int64_t>(first);
            for (std::uint64_t count = 0; count < million; ++count, ++each) {
                sum += static_cast<std::uint64_t>((*each).l_quantity.units);
            }
        };
    };
    bench::output output;
    const auto text = [&](std::uint64_t first) {
        return [&, first] {
            synth::write_table<bench::lineitem>(data, synth::copy_text_format{},
                                                {{first / million + 1, rows / million}, 1},
                                                [&](std::string_view block) { output.write(block); });
        };
    };
    const bench::turns turns{15, objects(0), objects(far), text(0), text(far)};
    std::printf("far_seek %.3f x\n", turns.ratio(1, 0));
    std::printf("far_seek_text %.3f x\n", turns.ratio(3, 2));
    return sum == 0 ? 1 : 0;
}
