// SPDX-License-Identifier: BSL-1.0
// lineitem_vs_handwritten, handwritten_rows: rows a second of TPC-H's lineitem as COPY text to /dev/null on
// one thread, over those of the same row written by hand; in turns, the median of all rounds.
#include <cstdint>
#include <cstdio>
#include <string_view>

#include "handwritten_lineitem.hpp"
#include "lineitem.hpp"
#include "measure.hpp"

int main(int argc, char**) {
    constexpr std::uint64_t rows = 6'000'000;
    // A tenth of the table a turn: the shorter the turns, the less can change from one to the next.
    constexpr std::uint64_t parts = 10;
    const synth::dataset<bench::tpch> data = bench::plan(rows);
    const bench::handwritten::tables tables{synth::text_pool()};
    const bench::handwritten::place same_place{data.size<bench::part>(), data.size<bench::supplier>(),
                                               3 * data.size<bench::orders>() / parts};
    if (argc > 1) { // a look at rows written by hand
        bench::handwritten::write_rows(same_place, 1'000, tables, [](std::string_view block) {
            bench::output{"/dev/stdout"}.write(block);
        });
        return 0;
    }
    bench::output ours;
    bench::output theirs;
    const bench::turns turns{
        25,
        [&] {
            synth::write_table<bench::lineitem>(data, synth::copy_text_format{}, {{4, parts}, 1},
                                                [&](std::string_view block) { ours.write(block); });
        },
        [&] {
            bench::handwritten::write_rows(same_place, rows / parts, tables,
                                           [&](std::string_view block) { theirs.write(block); });
        }};
    const double bytes = static_cast<double>(ours.written()) / static_cast<double>(theirs.written());
    if (bytes < 0.99 || bytes > 1.01) {
        std::fprintf(stderr, "the rows differ in size: %.3f\n", bytes);
        return 1;
    }
    std::printf("lineitem_vs_handwritten %.2f x\n", turns.ratio(1, 0));
    std::printf("handwritten_rows %.2f Mrows/s\n", static_cast<double>(rows / parts) / turns.best(1) / 1e6);
}
