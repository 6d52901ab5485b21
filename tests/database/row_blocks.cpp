// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/row_blocks.hpp>

#include "row_list.hpp"

namespace {

row_list numbers(std::size_t count, std::size_t width) {
    std::vector<row_list::row> rows;
    for (std::size_t index = 0; index < count; ++index) {
        rows.push_back({std::to_string(index), std::string(width, 'x')});
    }
    row_list source;
    source.add({"", "numbers", {bigint("id"), text("filler")}}, std::move(rows));
    return source;
}

std::uint64_t block_of(std::size_t count, std::size_t width) {
    const row_list source = numbers(count, width);
    return synth::rows_of_block(*source.writer(0, synth::row_form::copy_text, count), 0, count);
}

} // namespace

TEST_CASE("a block holds about 256 kB of rows, within bounds") {
    CHECK(block_of(100, 1'000) == 261);
    CHECK(block_of(100, 0) == 65'536);
    CHECK(block_of(100, 100'000) == 32);
    CHECK(block_of(0, 1) == 32);
}

TEST_CASE("blocks one behind the other are the rows, for any number of threads") {
    const row_list source = numbers(3'000, 500);
    synth::byte_buffer whole;
    source.write(0, synth::row_form::copy_text, 17, 2'900, whole);
    for (const unsigned threads : {1U, 2U, 7U}) {
        CAPTURE(threads);
        std::string joined;
        std::uint64_t told = 0;
        std::size_t blocks = 0;
        synth::write_blocks(source, 0, synth::row_form::copy_text, 17, 2'900, threads,
                            [&](std::string_view block, std::uint64_t rows) {
                                joined += block;
                                CHECK(rows > told);
                                told = rows;
                                ++blocks;
                            });
        CHECK(joined == whole.view());
        CHECK(told == 2'883);
        CHECK(blocks > 3);
    }
}

TEST_CASE("what the receiver of a block throws ends the writing") {
    const row_list source = numbers(3'000, 500);
    for (const unsigned threads : {1U, 4U}) {
        CAPTURE(threads);
        std::size_t blocks = 0;
        CHECK_THROWS_AS(synth::write_blocks(source, 0, synth::row_form::copy_text, 0, 3'000, threads,
                                            [&](std::string_view, std::uint64_t) {
                                                if (++blocks == 2) {
                                                    throw 7;
                                                }
                                            }),
                        int);
        CHECK(blocks == 2);
    }
}
