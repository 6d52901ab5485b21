// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include <doctest/doctest.h>

#include <synth/dataset/class_order.hpp>

namespace {

const synth::stream_key stream = synth::make_stream_key(42, {"line", "owner"});

synth::degree_classes<8> some_classes() {
    synth::degree_classes<8> classes;
    classes.add({500, 0, 0, 0});
    classes.add({300, 3'000, 5, 15}); // spread over 5 to 15
    classes.add({0, 0, 7, 7});
    classes.add({199, 3'984, 20, 21}); // 20 or 21
    classes.add({1, 9'000, 9'000, 9'000});
    return classes;
}

template<std::size_t Most>
std::vector<std::uint64_t> dealt(const synth::class_order<Most>& order, std::uint64_t first,
                                 std::size_t count) {
    std::vector<std::uint64_t> degrees(count);
    synth::draw words{stream, first};
    order.deal(first, degrees, words);
    return degrees;
}

} // namespace

TEST_CASE("every class has its parents and its children, wherever the order is cut") {
    const synth::class_order<8> order{some_classes(), stream};
    for (const std::size_t block : {1U, 7U, 64U, 1'000U}) {
        std::map<std::uint64_t, std::uint64_t> seen;
        std::uint64_t sum = 0;
        std::uint64_t first = 0;
        while (first < 1'000) {
            CHECK(order.start(first) == sum);
            const std::size_t size = std::min<std::uint64_t>(block, 1'000 - first);
            for (const std::uint64_t degree : dealt(order, first, size)) {
                ++seen[degree];
                sum += degree;
            }
            first += size;
        }
        CHECK(sum == 15'984);
        CHECK(order.start(1'000) == 15'984);
        CHECK(seen[0] == 500);
        CHECK(seen[9'000] == 1);
        CHECK(seen[20] + seen[21] == 199);
        CHECK(seen[21] == 4);
        std::uint64_t spread = 0;
        for (std::uint64_t degree = 5; degree <= 15; ++degree) {
            CHECK(seen[degree] > 0);
            spread += seen[degree];
        }
        CHECK(spread == 300);
    }
}

TEST_CASE("classes are spread evenly over the parents, and blocks are shuffled") {
    const synth::class_order<8> order{some_classes(), stream};
    for (std::uint64_t first = 0; first + 100 <= 1'000; first += 50) {
        const std::vector<std::uint64_t> degrees = dealt(order, first, 100);
        const auto none = std::ranges::count(degrees, std::uint64_t{0});
        CHECK(none >= 48);
        CHECK(none <= 52);
    }
    const std::vector<std::uint64_t> block = dealt(order, 0, 64);
    CHECK_FALSE(std::ranges::is_sorted(block));
    CHECK(block != dealt(synth::class_order<8>{some_classes(), stream.child("other")}, 0, 64));
}

TEST_CASE("the heavy parent lies anywhere") {
    std::array<std::uint64_t, 4> quarters{};
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        const synth::class_order<8> order{some_classes(), stream.child(seed)};
        for (std::uint64_t quarter = 0; quarter < 4; ++quarter) {
            quarters[quarter] +=
                order.start(quarter * 250 + 250) - order.start(quarter * 250) >= 9'000 ? 1U : 0U;
        }
    }
    for (const std::uint64_t each : quarters) {
        CHECK(each > 60);
        CHECK(each < 140);
    }
}

TEST_CASE("the block of a row is the last one that starts before it") {
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
        const synth::class_order<8> order{some_classes(), stream.child(seed)};
        for (const std::uint64_t block : {1U, 7U, 64U, 2'000U}) {
            for (std::uint64_t row = 0; row < 15'984; row += 1 + row % 11) {
                const std::uint64_t found = order.block_of(row, block);
                CHECK(order.start(found * block) <= row);
                CHECK(order.start(std::min<std::uint64_t>(found * block + block, 1'000)) > row);
            }
            CHECK(order.block_of(15'983, block) < (1'000 + block - 1) / block);
        }
    }
}

TEST_CASE("numbers of 64 bits do not run over") {
    constexpr std::uint64_t quarter = std::uint64_t{1} << 62U;
    synth::degree_classes<2> classes;
    classes.add({quarter, 0, 0, 0});
    classes.add({quarter, 2 * quarter, 0, 4});
    const synth::class_order<2> order{classes, stream};
    CHECK(order.start(2 * quarter) == 2 * quarter);
    const std::uint64_t block = order.block_of(2 * quarter - 1, 64);
    CHECK(order.start(block * 64) <= 2 * quarter - 1);
    std::uint64_t sum = order.start(block * 64);
    for (const std::uint64_t degree : dealt(order, block * 64, 64)) {
        CHECK(degree <= 4);
        sum += degree;
    }
    CHECK(sum == order.start(block * 64 + 64));
}
