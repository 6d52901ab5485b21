// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/generate/inline_text.hpp>

TEST_CASE("inline text grows at its end and converts to a view") {
    synth::inline_text<8> text;
    CHECK(text.view().empty());
    text.append('a');
    text.append("bcd");
    char* end = text.end();
    *end++ = 'e';
    text.finish(end);
    const std::string_view view = text;
    CHECK(view == "abcde");
    CHECK(text.size() == 5);
}

TEST_CASE("inline text fills its whole capacity") {
    synth::inline_text<3> text;
    text.append("xyz");
    CHECK(text.view() == "xyz");
}
