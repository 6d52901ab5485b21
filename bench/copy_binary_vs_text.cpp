// SPDX-License-Identifier: BSL-1.0
// copy_binary_vs_text, copy_binary_rows: rows a second of TPC-H's lineitem as binary COPY over those as COPY
// text, on one thread to /dev/null; in turns, the median of all rounds.
#include <cstdint>
#include <cstdio>
#include <string_view>

#include "lineitem.hpp"
#include "measure.hpp"

namespace {

constexpr std::uint64_t rows = 6'000'000;
constexpr std::uint64_t parts = 10;

template<typename Format>
auto a_part(const synth::dataset<bench::tpch>& data, bench::output& output) {
    return [&] {
        synth::write_table<bench::lineitem>(data, Format{}, {{4, parts}, 1},
                                            [&](std::string_view block) { output.write(block); });
    };
}

} // namespace

int main() {
    const synth::dataset<bench::tpch> data = bench::plan(rows);
    bench::output output;
    const bench::turns turns{25, a_part<synth::copy_binary_format>(data, output),
                             a_part<synth::copy_text_format>(data, output)};
    std::printf("copy_binary_vs_text %.2f x\n", turns.ratio(1, 0));
    std::printf("copy_binary_rows %.2f Mrows/s\n", static_cast<double>(rows / parts) / turns.best(0) / 1e6);
}
