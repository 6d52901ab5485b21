// SPDX-License-Identifier: BSL-1.0
// threads_2: rows a second of TPC-H's lineitem as COPY text to /dev/null on two threads over those on one; in
// turns, the best round of each, since the two need both cores of a small machine for themselves.
#include <cstdint>
#include <cstdio>
#include <string_view>

#include "lineitem.hpp"
#include "measure.hpp"

int main() {
    constexpr std::uint64_t rows = 6'000'000;
    constexpr std::uint64_t parts = 3;
    const synth::dataset<bench::tpch> data = bench::plan(rows);
    bench::output output;
    const auto on = [&](unsigned threads) {
        return [&, threads] {
            synth::write_table<bench::lineitem>(data, synth::copy_text_format{}, {{2, parts}, threads},
                                                [&](std::string_view block) { output.write(block); });
        };
    };
    const bench::turns turns{15, on(1), on(2)};
    std::printf("threads_2 %.2f x\n", turns.best(0) / turns.best(1));
}
