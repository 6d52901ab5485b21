// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/generate/pattern_compile.hpp>
#include <synth/generate/pattern_regex.hpp>

#include "law_test.hpp"

using namespace synth::detail;

namespace {

automaton compiled(std::string_view expression, bool agreeable = false) {
    const parsed_pattern parsed = regex_reader{expression, false}.read();
    return pattern_compiler{parsed.tree, agreeable}.compile(parsed.root, pattern_reach::part);
}

std::string refusal_of(std::string_view expression) {
    return law_test::refusal_by([&] { return compiled(expression); });
}

} // namespace

TEST_CASE("expressions of one language make one automaton") {
    CHECK(compiled("^a*$") == compiled("^(a|aa)*?$"));
    CHECK(compiled("^(a|b)*c$") == compiled("^[ab]*?c{1}$"));
    CHECK(compiled("") == compiled("x*"));
    CHECK(compiled("a") == compiled("^.*a"));
    CHECK(compiled("^a{2,}$") == compiled("^aa+$"));
    CHECK(compiled("^(a?){3}$") == compiled("^a{0,3}$"));
    CHECK(compiled("^(a{0}|)$") == compiled("^$"));
    CHECK(compiled("^abc$").states() == 5);
    CHECK(!(compiled("a") == compiled("b")));
}

TEST_CASE("anchors hold at the ends of a text and nowhere else") {
    CHECK(compiled("a^b").empty());
    CHECK(compiled("a$b").empty());
    CHECK(compiled("^^a$$") == compiled("^a$"));
    CHECK(compiled("$^") == compiled("^$"));
    CHECK(compiled("(^a|b)c") == compiled("^ac|bc"));
    CHECK(compiled("(^)*a") == compiled("a"));
    CHECK(compiled("(a|^)(b|$)") == compiled("ab|a$|^b|^$"));
    CHECK(compiled("(a|$^)b*$") == compiled("ab*$|^$"));
}

TEST_CASE("agreeable texts are some of all") {
    for (const std::string_view expression :
         {"^[^@]+@[^@]+$", ".", "[A-Z]", "^\\W\\S\\D$", "^[A-Za-z_]{3}$"}) {
        const automaton all = compiled(expression);
        const automaton agreeable = compiled(expression, true);
        CHECK((agreeable & all) == agreeable);
        CHECK(!(agreeable == all));
        CHECK(!agreeable.empty());
    }
}

TEST_CASE("patterns that blow up are refused, soon") {
    CHECK(refusal_of("a.{5}").empty());
    CHECK(refusal_of("a.{20}$") == "synth: the patterns of one column need an automaton of more than 5000 "
                                   "states, or too many moves; give the "
                                   "column a generator of its own");
    CHECK(refusal_of("((a{255}){255}){255}") ==
          "synth: a pattern is too large or too ambiguous to be turned into an "
          "automaton; give the column a generator of its own");
    CHECK(refusal_of("(((((){255}){255}){255}){255}){255}").find("too large") != std::string::npos);
    CHECK(refusal_of("(x+x+)+y").empty()); // where backtracking takes for ever
    CHECK(refusal_of("^(a?){200}a{200}$").empty());
    CHECK(refusal_of("^(([a-z])+.)+[A-Z]([a-z])+$").empty());
}
