// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/generate/pattern_regex.hpp>

#include "law_test.hpp"

using namespace synth::detail;
using law_test::refusal_by;

namespace {

std::string refusal_of(std::string_view expression) {
    return refusal_by([&] { return regex_reader{expression, false}.read(); });
}

bool refused_for(std::string_view expression, std::string_view reason) {
    return refusal_of(expression).find(reason) != std::string::npos;
}

} // namespace

TEST_CASE("what a regular expression cannot be is refused with the reason") {
    CHECK(refusal_of("^(a)\\1$") ==
          "synth: the regular expression '^(a)\\1$' has a back reference, which no finite "
          "automaton can follow; give the column a generator of its own");
    CHECK(refused_for("a\\yb", "word boundary"));
    CHECK(refused_for("(?<=a)b", "looks ahead or back"));
    CHECK(refused_for("a(?=b)", "looks ahead or back"));
    CHECK(refused_for("(?=b)", "looks ahead or back"));
    CHECK(refused_for("^(?=a)b|c", "a | beside a lookahead"));
    CHECK(refused_for("(?x)a", "embedded option"));
    CHECK(refused_for("(?<name>a)", "looks ahead or back"));
    CHECK(refused_for("a(?i)b", "not understood"));
    CHECK(refused_for("(a", "( without its )"));
    CHECK(refused_for("a)", ") without its ("));
    CHECK(refused_for("*a", "nothing to repeat"));
    CHECK(refused_for("a**", "nothing to repeat"));
    CHECK(refused_for("^*", "nothing to repeat"));
    CHECK(refused_for("(|+)", "nothing to repeat"));
    CHECK(refused_for("{2}", "nothing to repeat"));
    CHECK(refused_for("a{2,1}", "{m,n}"));
    CHECK(refused_for("a{2", "{m,n}"));
    CHECK(refused_for("a{2,x}", "{m,n}"));
    CHECK(refused_for("a{256}", "more than 255 times"));
    CHECK(refused_for("a{99999999999999999999}", "more than 255 times"));
    CHECK(refused_for("[a", "[ without its ]"));
    CHECK(refused_for("[z-a]", "range"));
    CHECK(refused_for("\\", "escape"));
    CHECK(refused_for("\\q", "escape"));
    CHECK(refused_for("a\xff", "UTF-8"));
    CHECK(refused_for("(?i", "ends too early"));
}

TEST_CASE("hostile expressions neither overflow the stack nor take long") {
    CHECK(refused_for(std::string(9'000, '('), "more than 100 deep"));
    CHECK(refused_for(std::string(20'000, 'a'), "longer than 10000 bytes"));
    std::string nested = "a";
    for (int depth = 0; depth < 99; ++depth) {
        nested = "(" + nested + "|b)*";
    }
    CHECK(refusal_of(nested).empty());
    CHECK(refusal_of(std::string(9'000, '|')).empty());
}

TEST_CASE("braces that begin no repetition stand for themselves") {
    CHECK(refusal_of("a{x}").empty());
    CHECK(refusal_of("a{,2}").empty());
    CHECK(refusal_of("}").empty());
    CHECK(refusal_of("{").empty());
}
