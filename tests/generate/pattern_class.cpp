// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/generate/pattern_class.hpp>

using synth::detail::letter_set;
using synth::detail::named_class;
using synth::detail::take_class;
using synth::detail::take_escape;

namespace {

letter_set class_of(std::string_view text, bool fold = false) {
    const auto result = take_class(text, fold);
    CHECK(result.fault.empty());
    CHECK(text.empty());
    return result.letters;
}

bool refused(std::string_view text) { return !take_class(text, false).fault.empty(); }

std::uint32_t escaped(std::string_view text) {
    const auto result = take_escape(text);
    CHECK(result.fault.empty());
    CHECK(text.empty());
    return result.letter;
}

} // namespace

TEST_CASE("a class lists letters, ranges and other classes") {
    CHECK(class_of("abc]") == letter_set{{{'a', 'c'}}});
    CHECK(class_of("a-cx]") == letter_set{{{'a', 'c'}, {'x', 'x'}}});
    CHECK(class_of("]a]") == letter_set{{{']', ']'}, {'a', 'a'}}});
    CHECK(class_of("a-]") == letter_set{{{'a', 'a'}, {'-', '-'}}});
    CHECK(class_of("-a]") == letter_set{{{'a', 'a'}, {'-', '-'}}});
    CHECK(class_of("+--]") == letter_set{{{'+', '-'}}});
    CHECK(class_of("--/]") == letter_set{{{'-', '/'}}});
    CHECK(class_of("[:alpha:]_]") == letter_set{{{'A', 'Z'}, {'a', 'z'}, {'_', '_'}}});
    CHECK(class_of("\\d.]") == letter_set{{{'0', '9'}, {'.', '.'}}});
    CHECK(class_of("\\w.-]") == (named_class("word") | letter_set{{{'-', '.'}}}));
    CHECK(class_of("\\]\\\\]") == letter_set{{{'\\', ']'}}});
    CHECK(class_of("[]") == letter_set{'['});
    CHECK(class_of("\\x00-\\x1f]") == letter_set{{{1, 31}}});
    CHECK(class_of("\xd0\xb0-\xd1\x8f]").size() == 32);
}

TEST_CASE("a class may be turned around") {
    CHECK(class_of("^a]") == !letter_set{'a'});
    CHECK(class_of("^^]") == !letter_set{'^'});
    CHECK(class_of("^]]") == !letter_set{']'});
    CHECK(class_of("a^]") == letter_set{{{'a', 'a'}, {'^', '^'}}});
    CHECK(class_of("^a]", true) == !letter_set{{{'a', 'a'}, {'A', 'A'}}});
    CHECK(class_of("[:upper:]]", true) == named_class("alpha"));
}

TEST_CASE("what depends on the locale is neither in a class nor outside") {
    CHECK(!class_of("[:alpha:]]").contains(0xe9));
    CHECK(!class_of("^[:alpha:]]").contains(0xe9));
    CHECK(!class_of("^\\w]").contains(0xe9));
    CHECK(class_of("^\\d]").contains(0xe9));
    CHECK(class_of("^\\s]").contains(0xe9));
    CHECK(!class_of("^\\s]").contains(0xa0));
}

TEST_CASE("a class that is not well formed is refused") {
    for (const std::string_view wrong :
         {"", "a", "^", "]", "b-a]", "a-c-e]", "[:none:]]", "[:alpha", "[.x.]]", "[=x=]]", "a-[:digit:]]",
          "a-\\d]", "\\d-z]", "\\q]", "\\", "\xff]", "a-\xff]", "\\y]"}) {
        CAPTURE(wrong);
        CHECK(refused(wrong));
    }
}

TEST_CASE("an escape is a letter or a class") {
    CHECK(escaped("n") == '\n');
    CHECK(escaped("b") == '\b');
    CHECK(escaped("B") == '\\');
    CHECK(escaped(".") == '.');
    CHECK(escaped("cA") == 1);
    CHECK(escaped("x41") == 'A');
    CHECK(escaped("u20ac") == 0x20ac);
    CHECK(escaped("U0001F600") == 0x1f600);
    CHECK(escaped("012") == '\n');
    CHECK(escaped("0") == 0);
    CHECK(escaped("\xc3\xa9") == 0xe9);
    std::string_view word = "W";
    CHECK(take_escape(word).letters == (letter_set{{{1, 127}}} & !named_class("word")));
}

TEST_CASE("an escape that is not understood is refused") {
    for (std::string_view wrong :
         {"", "1", "9", "y", "m", "M", "Y", "q", "E", "x", "xg", "u12", "u12g4", "U0011ffff", "xfffffff"}) {
        CAPTURE(wrong);
        CHECK(!take_escape(wrong).fault.empty());
    }
}
