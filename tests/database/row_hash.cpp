// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include <synth/database/row_hash.hpp>

TEST_CASE("lines that differ have different hashes") {
    std::set<synth::row_hash> seen;
    const auto is_new = [&](const std::string& line) { return seen.insert(synth::hash_row(line)).second; };
    CHECK(is_new(""));
    for (std::size_t size = 1; size < 40; ++size) {
        CHECK(is_new(std::string(size, '\0')));
        for (std::size_t place = 0; place < size; ++place) {
            std::string line(size, '\0');
            line[place] = 'x';
            CHECK(is_new(line));
        }
    }
    CHECK(synth::hash_row("equal") == synth::hash_row("equal"));
}

TEST_CASE("the hash of cells depends on these cells alone") {
    constexpr std::array<std::size_t, 2> key{0, 2};
    const auto hash = [&](const char* line) { return synth::hash_cells(line, key); };
    CHECK(hash("1\ta\t3\tx") == hash("1\tb\t3\t"));
    CHECK(hash("1\ta\t3") != hash("1\ta\t4"));
    CHECK(hash("1\ta\t3") != hash("2\ta\t3"));
    CHECK(hash("1\t\t23") != hash("12\t\t3"));
    CHECK(hash("3\ta\t1") != hash("1\ta\t3"));
    CHECK(hash("") != hash("1\t\t"));
}
