// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/sink/string_text.hpp>

#include "forms_of.hpp"
#include "sample_values.hpp"

namespace {

using namespace synth;
using forms::text;

enum class level { low, high };

TEST_CASE("texts are written as they are") {
    for (const std::string& value : samples::values<std::string>(1'000)) {
        REQUIRE(text<std::string>(value) == value);
        REQUIRE(text<json>(value) == value);
        REQUIRE(text<jsonb>(value) == value);
    }
    CHECK(text<bit_string>("0101") == "0101");
    CHECK(text<std::string>(std::string_view{"a\0b", 3}) == std::string{"a\0b", 3});
}

TEST_CASE("bytes are written in hexadecimal digits") {
    for (const bytes& value : samples::values<bytes>(1'000)) {
        std::string characters;
        for (const std::byte byte : value) {
            characters.push_back(static_cast<char>(byte));
        }
        REQUIRE(text<bytes>(value) == "\\x" + forms::hexadecimal(characters));
    }
    CHECK(text<bytes>({}) == "\\x");
}

TEST_CASE("an enumerator is written as its label") {
    using samples::mood;
    CHECK(text<mood>(mood::sad) == "sad");
    CHECK(text<mood>(mood::odd) == "o,d\"d");
    CHECK(text<mood>(static_cast<mood>(6)) == "?");
    CHECK(text<mood>(static_cast<mood>(-1)) == "?");
    CHECK_FALSE(text_form<mood>::plain);
}

} // namespace

template<>
inline constexpr auto synth::labels<level> = std::to_array<std::string_view>({"low", "very high"});

TEST_CASE("labels without special characters are plain") {
    CHECK(text_form<level>::plain);
    CHECK(text<level>(level::high) == "very high");
}
