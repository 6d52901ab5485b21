// SPDX-License-Identifier: BSL-1.0
// memory: the most resident memory while the last million rows of a table of 10^12 rows, whose rows are
// owned by 2.5 * 10^11 others, are written.
#include <cstdint>
#include <cstdio>
#include <string_view>

#include "lineitem.hpp"
#include <sys/resource.h>

int main() {
    constexpr std::uint64_t rows = 1'000'000'000'000;
    const synth::dataset<bench::tpch> data = bench::plan(rows);
    std::uint64_t bytes = 0;
    const std::uint64_t parts = rows / 1'000'000;
    synth::write_table<bench::lineitem>(data, synth::copy_text_format{}, {{parts, parts}, 1},
                                        [&](std::string_view block) { bytes += block.size(); });
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    std::printf("memory %.1f MiB\n", static_cast<double>(usage.ru_maxrss) / 1024.0);
    return bytes == 0 ? 1 : 0;
}
