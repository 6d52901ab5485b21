// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/generate/text_of_length.hpp>
#include <synth/random/draw.hpp>

namespace {

synth::draw words() { return synth::draw{synth::make_stream_key(1, {"t"}), 0}; }

std::string of_length(std::string_view made, std::size_t length) {
    synth::draw cell = words();
    return synth::text_of_length([made](synth::draw&) { return made; }, cell, length);
}

} // namespace

TEST_CASE("texts are cut, or follow each other, until they have so many characters") {
    CHECK(of_length("amber", 0).empty());
    CHECK(of_length("amber", 2) == "am");
    CHECK(of_length("amber", 5) == "amber");
    CHECK(of_length("amber", 9) == "amber amb");
    CHECK(of_length("", 3) == "xxx");
}

TEST_CASE("no text ends with a blank") {
    CHECK(of_length("amber", 6) == "amberx");
    CHECK(of_length("a b", 2) == "ax");
}

TEST_CASE("a character may have several bytes") {
    CHECK(of_length("äöü", 2) == "äö");
    CHECK(of_length("äöü", 5) == "äöü ä");
}

TEST_CASE("each piece is another of the generator's") {
    synth::draw cell = words();
    const std::string text = synth::text_of_length(
        [](synth::draw& each) { return std::string(1, static_cast<char>('a' + each.below(26))); }, cell, 400);
    CHECK(text.size() == 400);
    CHECK(text.find_first_not_of(text[0]) != std::string::npos);
    synth::draw again = words();
    CHECK(text ==
          synth::text_of_length(
              [](synth::draw& each) { return std::string(1, static_cast<char>('a' + each.below(26))); },
              again, 400));
}
