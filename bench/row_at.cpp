// SPDX-License-Identifier: BSL-1.0
// row_at: nanoseconds for one whole row of sixteen columns, strings included, at random positions of a table
// of 10^9 rows; the best of several rounds.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <limits>

#include "lineitem.hpp"

int main() {
    constexpr std::uint64_t rows = 1'000'000'000;
    constexpr std::uint64_t calls = 1'000'000;
    const synth::dataset<bench::tpch> data = bench::plan(rows);
    const synth::stream_key key = synth::make_stream_key(1, {"bench", "row_at"});
    double best = std::numeric_limits<double>::max();
    std::int64_t sum = 0;
    for (int round = 0; round < 5; ++round) {
        const auto start = std::chrono::steady_clock::now();
        for (std::uint64_t call = 0; call < calls; ++call) {
            synth::draw words{key, call};
            sum += data.row<bench::lineitem>(words.below(rows)).l_orderkey;
        }
        const std::chrono::duration<double, std::nano> time = std::chrono::steady_clock::now() - start;
        best = std::min(best, time.count() / static_cast<double>(calls));
    }
    std::printf("row_at %.1f ns\n", best);
    return sum == 0 ? 1 : 0;
}
