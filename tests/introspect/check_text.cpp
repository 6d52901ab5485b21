// SPDX-License-Identifier: BSL-1.0
#include "check_text.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace synth::introspect;

TEST_CASE("lists, constants, short ranges and patterns of one length leave few values") {
    const auto few = [](std::string_view check) {
        return leaves_few_values({check}, "synth::value<&d::a::b>");
    };
    CHECK(few("synth::sql::in(synth::value<&d::a::b>, \"x\", \"y\")"));
    CHECK(few("synth::value<&d::a::b> == 7 || synth::value<&d::a::c> > 1"));
    CHECK(few("synth::sql::between(synth::value<&d::a::b>, -1, 99)"));
    CHECK(few("synth::sql::matches(synth::value<&d::a::b>, \"^[NS][EW]$\")"));
    CHECK_FALSE(few("synth::sql::between(synth::value<&d::a::b>, 1, 2000000000)"));
    CHECK_FALSE(few("synth::sql::between(synth::value<&d::a::b>, synth::exact(\"0.5\"), 9)"));
    CHECK_FALSE(few("synth::sql::matches(synth::value<&d::a::b>, \"^[a-z]+@[a-z]+$\")"));
    CHECK_FALSE(few("synth::value<&d::a::b> > 0"));
    CHECK_FALSE(few("synth::sql::in(synth::value<&d::a::c>, 1, 2)"));
}

TEST_CASE("conditions that must all hold are told apart") {
    CHECK(conjuncts("").empty());
    CHECK(conjuncts("a > 0") == std::vector<std::string>{"a > 0"});
    CHECK(conjuncts("a > 0 &&\x01"
                    "(b && c) &&\x01"
                    "x == \"&& \\\" (\"") ==
          std::vector<std::string>{"a > 0", "(b && c)", "x == \"&& \\\" (\""});
}
