// SPDX-License-Identifier: BSL-1.0
// tpch: rows a second of each large table of TPC-H at scale factor 1 (examples/tpch), with all the rules of
// its specification, in COPY text on one thread to /dev/null, and the seconds of all eight tables; best of
// several rounds, since noise only adds.
#include "../examples/tpch/tpch.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string_view>

#include <fcntl.h>
#include <unistd.h>

namespace {

template<typename Row>
double seconds(const synth::dataset<tpch::schema>& data, int null, const char* name) {
    double best = 1e9;
    for (int round = 0; round < 5; ++round) {
        const auto start = std::chrono::steady_clock::now();
        synth::write_table<Row>(data, synth::copy_text_format{}, {}, [&](std::string_view block) {
            synth::write_block(null, block, "/dev/null");
        });
        const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
        best = std::min(best, time.count());
    }
    if (name != nullptr) {
        std::printf("tpch_%s_rows %.2f Mrows/s\n", name, static_cast<double>(data.size<Row>()) / best / 1e6);
    }
    return best;
}

} // namespace

int main() {
    const synth::dataset<tpch::schema> data;
    const int null = ::open("/dev/null", O_WRONLY);
    double all = seconds<tpch::region>(data, null, nullptr);
    all += seconds<tpch::nation>(data, null, nullptr);
    all += seconds<tpch::supplier>(data, null, nullptr);
    all += seconds<tpch::part>(data, null, "part");
    all += seconds<tpch::partsupp>(data, null, "partsupp");
    all += seconds<tpch::customer>(data, null, "customer");
    all += seconds<tpch::orders>(data, null, "orders");
    all += seconds<tpch::lineitem>(data, null, "lineitem");
    ::close(null);
    std::printf("tpch_all_tables %.3f s\n", all);
}
