// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/sink/copy_text.hpp>
#include <synth/sink/csv.hpp>
#include <synth/sink/text_form.hpp>

#include "forms_of.hpp"

namespace {

using namespace synth;
using forms::text;

using pair = composite<"pair", std::int32_t, std::string>;

TEST_CASE("a row shows its attributes, NULL as nothing") {
    CHECK(text<pair>({{1, "word"}}) == "(1,word)");
    CHECK(text<pair>({{std::nullopt, "word"}}) == "(,word)");
    CHECK(text<pair>({}) == "(,)");
    CHECK(text<composite<"one", null_attribute>>({}) == "()");
    CHECK(text<composite<"none">>({}) == "()");
}

TEST_CASE("attributes stand in quotes where their text could be misread") {
    CHECK(text<pair>({{1, ""}}) == R"((1,""))");
    CHECK(text<pair>({{1, "two words"}}) == R"((1,"two words"))");
    CHECK(text<pair>({{1, "a\"b\\c"}}) == R"x((1,"a""b\\c"))x");
    CHECK(text<pair>({{1, "(,)"}}) == R"x((1,"(,)"))x");
    CHECK(text<pair>({{1, "NULL"}}) == "(1,NULL)");
}

TEST_CASE("rows hold rows, arrays and ranges") {
    using outer = composite<"outer", pair, std::vector<std::string>, range<timestamp>, sql_value<"point">>;
    const outer all{{pair{{1, "a b"}}, std::vector<std::string>{"c", "d e"},
                     range<timestamp>{timestamp{}, {}, true, false, false}, sql_value<"point">{"(1,2)"}}};
    CHECK(text<outer>(all) == R"x(("(1,""a b"")","{c,""d e""}","[""1970-01-01 00:00:00"",)","(1,2)"))x");
}

TEST_CASE("rows are escaped as any text is") {
    CHECK(forms::cell<pair>(copy_text_format{}, {{1, "a\\b"}}) == R"x((1,"a\\\\b"))x");
    CHECK(forms::cell<pair>(csv_format{}, {{1, "a b"}}) == R"x("(1,""a b"")")x");
    const std::vector<pair> list{{{1, "a"}}, {{2, "b c"}}};
    CHECK(text<std::vector<pair>>(list) == R"x({"(1,a)","(2,\"b c\")"})x");
}

} // namespace
