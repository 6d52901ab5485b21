// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/generate/pattern_letters.hpp>

using synth::detail::letter_range;
using synth::detail::letter_set;
using synth::detail::put_letter;
using synth::detail::take_letter;

TEST_CASE("a set of letters is a list of ranges with gaps between") {
    const letter_set set{{{'c', 'f'}, {'a', 'b'}, {'x', 'x'}, {'e', 'h'}, {'z', 'y'}}};
    CHECK(set.ranges() == std::vector<letter_range>{{'a', 'h'}, {'x', 'x'}});
    CHECK(set.size() == 9);
    CHECK(set.contains('a'));
    CHECK(set.contains('h'));
    CHECK(!set.contains('i'));
    CHECK(!set.contains('y'));
    CHECK(letter_set{}.empty());
}

TEST_CASE("no set has U+0000 or a surrogate") {
    CHECK(letter_set{0}.empty());
    CHECK(letter_set{0xd800}.empty());
    CHECK(letter_set{0x110000}.empty());
    CHECK(letter_set::all().size() == 0x10ffff - 2'048);
    CHECK((!letter_set{}) == letter_set::all());
    CHECK((!letter_set::all()).empty());
    CHECK(!letter_set{{{0xd000, 0xf000}}}.contains(0xdfff));
}

TEST_CASE("sets of letters unite, meet and complement each other") {
    const letter_set left{{{'a', 'm'}, {'0', '9'}}};
    const letter_set right{{{'5', 'c'}, {'k', 'z'}}};
    for (std::uint32_t letter = 1; letter < 200; ++letter) {
        CHECK((left | right).contains(letter) == (left.contains(letter) || right.contains(letter)));
        CHECK((left & right).contains(letter) == (left.contains(letter) && right.contains(letter)));
        CHECK((!left).contains(letter) != left.contains(letter));
    }
    CHECK((left | !left) == letter_set::all());
    CHECK((left & !left).empty());
    CHECK(!!left == left);
}

TEST_CASE("folding adds the other case of ASCII letters alone") {
    CHECK(letter_set{'q'}.folded() == letter_set{{{'q', 'q'}, {'Q', 'Q'}}});
    CHECK(letter_set{{{'X', 'b'}}}.folded() == letter_set{{{'A', 'B'}, {'X', 'b'}, {'x', 'z'}}});
    CHECK(letter_set{0xe9}.folded() == letter_set{0xe9});
    CHECK(letter_set{'['}.folded() == letter_set{'['});
}

TEST_CASE("what is agreeable is plain, and there is some in every set") {
    CHECK(letter_set::all().agreeable() == letter_set::preferred());
    CHECK(letter_set{{{'A', 'z'}}}.agreeable() == letter_set{{{'a', 'z'}}});
    CHECK((!letter_set::preferred()).agreeable() == letter_set{{{'A', 'Z'}}});
    CHECK(letter_set{{{' ', '9'}}}.agreeable() == letter_set{{{'0', '9'}}});
    CHECK(letter_set{{{' ', '/'}}}.agreeable() == letter_set{{{'-', '.'}}});
    CHECK(letter_set{{{' ', '!'}}}.agreeable() == letter_set{'!'});
    CHECK(letter_set{{{'\t', ' '}}}.agreeable() == letter_set{' '});
    CHECK((!letter_set::printable()).agreeable() == letter_set::accented());
    CHECK(letter_set{{{0x430, 0x44f}}}.agreeable().size() == 32);
    CHECK(letter_set{'\n'}.agreeable() == letter_set{'\n'});
}

TEST_CASE("a set names its printable letters, unless they are thousands") {
    CHECK(letter_set{{{'\t', ' '}}}.named() == letter_set{' '});
    CHECK(letter_set{'\t'}.named() == letter_set{'\t'});
    CHECK(letter_set{{{'a', 'c'}, {0xe9, 0xe9}}}.named() == letter_set{{{'a', 'c'}, {0xe9, 0xe9}}});
    CHECK(letter_set::all().named() == letter_set::printable());
    CHECK((!letter_set::printable()).named().empty());
}

TEST_CASE("every character goes to UTF-8 and back") {
    std::uint64_t seen = 0;
    const letter_set all = letter_set::all();
    for (const letter_range& each : all.ranges()) {
        for (std::uint32_t letter = each.first; letter <= each.last; ++letter) {
            char bytes[4];
            std::string_view text{bytes, static_cast<std::size_t>(put_letter(bytes, letter) - bytes)};
            seen += take_letter(text) == letter && text.empty() ? 1U : 0U;
        }
    }
    CHECK(seen == letter_set::all().size());
    char bytes[4];
    CHECK(std::string_view{bytes, static_cast<std::size_t>(put_letter(bytes, 0x1f600) - bytes)} ==
          "\xf0\x9f\x98\x80");
}

TEST_CASE("bytes that are no UTF-8 are no letters") {
    for (const std::string_view wrong :
         {"", "\x80", "\xc0\x80", "\xc1\xbf", "\xc3", "\xc3(", "\xe0\x9f\xbf", "\xe2\x82", "\xed\xa0\x80",
          "\xf0\x8f\xbf\xbf", "\xf0\x9f\x98", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff"}) {
        std::string_view rest = wrong;
        CHECK(take_letter(rest) == 0);
    }
    std::string_view zero{"\0", 1};
    CHECK(take_letter(zero) == 0);
}
