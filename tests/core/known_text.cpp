// SPDX-License-Identifier: BSL-1.0
#include <string_view>

#include <doctest/doctest.h>

#include <synth/core/known_text.hpp>

TEST_CASE("a clean text has letters, digits, blanks and harmless signs only") {
    static_assert(synth::is_clean("TAKE BACK RETURN"));
    CHECK(synth::is_clean("a-b_c.d #7"));
    for (const std::string_view marked :
         {"", "a,b", "a;b", "a|b", "a\"b", "a'b", "a\\b", "\\.", "a\tb", "a\nb", "\x7f", "é"}) {
        CHECK_FALSE(synth::is_clean(marked));
    }
}

TEST_CASE("a known text is its view") {
    constexpr synth::known_text text{"abc", 2, true};
    static_assert(std::string_view{text} == "ab");
    CHECK(std::string_view{text} == "ab");
}
