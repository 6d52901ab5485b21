// SPDX-License-Identifier: BSL-1.0
#include <memory>
#include <string>

#include <doctest/doctest.h>

#include <synth/sink/form.hpp>

TEST_CASE("texts of every length are copied and nothing behind them is touched") {
    for (std::size_t size = 0; size < 100; ++size) {
        const std::unique_ptr<char[]> source{new char[size]};
        for (std::size_t index = 0; index < size; ++index) {
            source[index] = static_cast<char>('a' + index % 26);
        }
        const std::unique_ptr<char[]> room{new char[size]};
        char* const end = synth::copy_bytes(room.get(), source.get(), size);
        REQUIRE(end == room.get() + size);
        REQUIRE(std::string(room.get(), size) == std::string(source.get(), size));
    }
}
