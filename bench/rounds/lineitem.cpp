// SPDX-License-Identifier: BSL-1.0
// Prints the rows a second of one round: TPC-H's lineitem at scale factor 1 as text to /dev/null on one
// thread, the planning of the dataset included.
#include "../lineitem.hpp"

#include <cstdint>
#include <cstdio>
#include <string_view>

#include "../measure.hpp"

int main() {
    constexpr std::uint64_t rows = 6'001'215;
    bench::output null;
    const double time = bench::seconds([&] {
        const synth::dataset<bench::tpch> data = bench::plan(rows);
        synth::write_table<bench::lineitem>(data, synth::copy_text_format{}, {},
                                            [&](std::string_view block) { null.write(block); });
    });
    std::printf("%.0f\n", static_cast<double>(rows) / time);
}
