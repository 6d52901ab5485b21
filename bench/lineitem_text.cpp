// SPDX-License-Identifier: BSL-1.0
// lineitem_text_rows, lineitem_text_bytes: rows and bytes a second of TPC-H's lineitem in COPY text on one
// thread to /dev/null; the best of several rounds, since noise only adds.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <string_view>

#include "lineitem.hpp"
#include <fcntl.h>
#include <unistd.h>

int main() {
    constexpr std::uint64_t rows = 6'000'000;
    const synth::dataset<bench::tpch> data = bench::plan(rows);
    const int null = ::open("/dev/null", O_WRONLY);
    double rows_per_second = 0;
    double bytes_per_second = 0;
    for (int round = 0; round < 5; ++round) {
        std::uint64_t bytes = 0;
        const auto start = std::chrono::steady_clock::now();
        synth::write_table<bench::lineitem>(data, synth::copy_text_format{}, {}, [&](std::string_view block) {
            synth::write_block(null, block, "/dev/null");
            bytes += block.size();
        });
        const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
        rows_per_second = std::max(rows_per_second, static_cast<double>(rows) / time.count());
        bytes_per_second = std::max(bytes_per_second, static_cast<double>(bytes) / time.count());
    }
    ::close(null);
    std::printf("lineitem_text_rows %.2f Mrows/s\n", rows_per_second / 1e6);
    std::printf("lineitem_text_bytes %.0f MB/s\n", bytes_per_second / 1e6);
}
