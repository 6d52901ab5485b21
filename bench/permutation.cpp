// SPDX-License-Identifier: BSL-1.0
// permutation_forward, permutation_inverse: nanoseconds for one call of synth::permutation over independent
// inputs, on a domain that is no power of two; the best of several rounds, since noise only adds.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <limits>

#include <synth/random/permutation.hpp>
#include <synth/random/stream_key.hpp>

namespace {

constexpr std::uint64_t domain = 1'000'000'007;
constexpr std::uint64_t calls = 4'000'000;
volatile std::uint64_t sink; // keeps the loop from being optimised away

template<class Function>
double nanoseconds(Function function) {
    double best = std::numeric_limits<double>::max();
    for (int round = 0; round < 7; ++round) {
        const auto start = std::chrono::steady_clock::now();
        std::uint64_t sum = 0;
        for (std::uint64_t index = 0; index < calls; ++index) {
            sum += function(index);
        }
        sink = sum;
        const std::chrono::duration<double, std::nano> time = std::chrono::steady_clock::now() - start;
        best = std::min(best, time.count() / static_cast<double>(calls));
    }
    return best;
}

} // namespace

int main() {
    const synth::permutation shuffle{domain - 1, synth::make_stream_key(42, {"bench", "permutation"})};
    std::printf("permutation_forward %.2f ns\n",
                nanoseconds([&](std::uint64_t row) { return shuffle(row); }));
    std::printf("permutation_inverse %.2f ns\n",
                nanoseconds([&](std::uint64_t row) { return shuffle.inverse(row); }));
}
