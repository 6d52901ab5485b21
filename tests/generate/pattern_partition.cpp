// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/pattern_partition.hpp>

using synth::detail::sequence_table;
using synth::detail::state_partition;

TEST_CASE("sequences are numbered in the order in which they first come") {
    sequence_table<> table;
    std::vector<std::uint32_t> sequence;
    CHECK(table.number_of(sequence) == 0);
    for (std::uint32_t number = 1; number < 1'000; ++number) {
        sequence.assign(number % 7, number);
        sequence.push_back(number / 3);
        sequence.push_back(number);
        CHECK(table.number_of(sequence) == number);
    }
    for (std::uint32_t number = 1; number < 1'000; ++number) {
        sequence.assign(number % 7, number);
        sequence.push_back(number / 3);
        sequence.push_back(number);
        CHECK(table.number_of(sequence) == number);
        CHECK(std::ranges::equal(table[number], sequence));
    }
    CHECK(table.size() == 1'000);
    CHECK(table[0].empty());
}

TEST_CASE("a partition splits off the smaller part") {
    state_partition<> partition{5};
    CHECK(!partition.split(0)); // nothing is marked
    CHECK(partition.mark(3));
    CHECK(!partition.mark(3));
    CHECK(!partition.mark(1));
    CHECK(partition.split(0));
    CHECK(partition.size() == 2);
    CHECK(partition.block_of(3) == 1);
    CHECK(partition.block_of(1) == 1);
    CHECK(partition.block_of(0) == 0);
    CHECK(partition.states_of(1).size() == 2);
    for (const std::uint32_t state : {0U, 2U, 4U}) {
        partition.mark(state);
    }
    CHECK(!partition.split(0)); // all are marked
    partition.mark(0);
    partition.mark(2);
    CHECK(partition.split(0));
    CHECK(partition.block_of(4) == 2);
    CHECK(partition.block_of(0) == 0);
    CHECK(partition.block_of(2) == 0);
}
