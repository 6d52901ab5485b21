// SPDX-License-Identifier: BSL-1.0
#include <cstring>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/generate/long_text.hpp>

TEST_CASE("a text keeps its bytes, short or long, also in a copy") {
    for (const std::size_t size : {std::size_t{0}, std::size_t{5}, synth::long_text::inside,
                                   std::size_t{1'021}, std::size_t{70'000}}) {
        const std::string wanted(size, 'x');
        synth::long_text text;
        char* const out = text.begin(size);
        std::memcpy(out, wanted.data(), size);
        text.finish(out + size);
        CHECK(text.view() == wanted);
        const synth::long_text copy = text;
        CHECK(static_cast<std::string_view>(copy) == wanted);
    }
}

TEST_CASE("fewer bytes than there is room for are kept as they are") {
    synth::long_text text;
    char* const out = text.begin(5'000);
    out[0] = 'a';
    text.finish(out + 1);
    CHECK(text.view() == "a");
    synth::long_text none;
    none.finish(none.begin(5'000));
    CHECK(none.view().empty());
}
