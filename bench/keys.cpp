// SPDX-License-Identifier: BSL-1.0
// key_of, row_of, parent_key, owner_key: nanoseconds for one call at random rows of tables of 10^9 and 10^8
// rows, the best of several rounds. key_of is the key of a row, a shuffled one; row_of the row of such a key;
// parent_key the key that a row refers to, to any of the other table's; owner_key the same where parents own
// one to seven rows each.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <vector>

#include <synth/synth.hpp>

#include "measure.hpp"

namespace {

struct customer {
    std::int64_t id{};
};
struct order {
    std::int64_t id{};
};
struct line {
    std::int64_t order_id{};
    std::int32_t number{};
};
struct visit {
    std::int64_t id{};
    std::int64_t customer_id{};
};

} // namespace

template<>
inline constexpr auto synth::table<customer> =
    synth::describe<customer>(synth::column<&customer::id>(synth::permuted_key(1, 1'000'000'007)));
template<>
inline constexpr auto synth::table<order> =
    synth::describe<order>(synth::column<&order::id>(synth::permuted_key(1, 1'000'000'007)));
template<>
inline constexpr auto synth::table<line> =
    synth::describe<line>(synth::primary_key<&line::order_id, &line::number>(),
                          synth::references<&line::order_id, &order::id>(synth::children_between(1, 7)));
template<>
inline constexpr auto synth::table<visit> =
    synth::describe<visit>(synth::references<&visit::customer_id, &customer::id>());

namespace {

constexpr std::size_t calls = 1'000'000;

template<typename Function>
void measure(const char* name, const std::vector<std::uint64_t>& inputs, const Function& function) {
    double best = std::numeric_limits<double>::max();
    std::uint64_t sum = 0;
    for (int round = 0; round < 9; ++round) {
        best = std::min(best, bench::seconds([&] {
                            for (const std::uint64_t input : inputs) {
                                sum += static_cast<std::uint64_t>(function(input));
                            }
                        }));
    }
    volatile std::uint64_t sink = sum; // keeps the loop from being optimised away
    static_cast<void>(sink);
    std::printf("%s %.1f ns\n", name, best * 1e9 / static_cast<double>(inputs.size()));
}

} // namespace

int main() {
    constexpr std::uint64_t customers = 100'000'000;
    constexpr std::uint64_t orders = 250'000'000;
    constexpr std::uint64_t lines = 1'000'000'000;
    const synth::dataset<synth::schema<line, visit, order, customer>> data{
        synth::count<customer>{customers}, synth::count<order>{orders}, synth::count<line>{lines},
        synth::count<visit>{lines}};
    // Drawn beforehand, so that only the calls are measured.
    synth::draw words{synth::make_stream_key(1, {"bench", "keys"}), 0};
    std::vector<std::uint64_t> order_rows(calls);
    std::vector<std::uint64_t> order_keys(calls);
    std::vector<std::uint64_t> line_rows(calls);
    for (std::size_t index = 0; index < calls; ++index) {
        order_rows[index] = words.below(orders);
        order_keys[index] = static_cast<std::uint64_t>(data.value<&order::id>(order_rows[index]));
        line_rows[index] = words.below(lines);
    }
    measure("key_of", order_rows, [&](std::uint64_t row) { return data.value<&order::id>(row); });
    measure("row_of", order_keys, [&](std::uint64_t key) {
        return data.row_of<&order::id>(static_cast<std::int64_t>(key)).value_or(0);
    });
    measure("parent_key", line_rows, [&](std::uint64_t row) { return data.value<&visit::customer_id>(row); });
    measure("owner_key", line_rows, [&](std::uint64_t row) { return data.value<&line::order_id>(row); });
}
