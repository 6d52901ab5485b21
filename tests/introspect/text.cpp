// SPDX-License-Identifier: BSL-1.0
#include "text.hpp"

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace synth::introspect;

TEST_CASE("a literal holds its bytes in ASCII and cannot be left") {
    CHECK(literal("plain") == R"("plain")");
    CHECK(literal("") == R"("")");
    CHECK(literal("a\"b\\c") == R"("a\"b\\c")");
    CHECK(literal("line\nbreak\t1") == R"("line\012break\0111")");
    CHECK(literal("größe") == R"("gr\303\266\303\237e")");
    CHECK(literal("?\?/") == R"("?\?/")");
    CHECK(literal("????") == R"("?\?\?\?")");
    CHECK(literal("\xff") == R"("\377")");
    CHECK(literal("%s {} */") == R"("%s {} */")");
    CHECK(literal("\u202e") == R"("\342\200\256")");
    for (const std::string text :
         {"", "a\"b\\c", "line\nbreak\t1", "gr\303\266\303\237e", "?\?/", "\377\\"}) {
        CHECK(text_of_literal(literal(text)) == text);
    }
    CHECK(!text_of_literal(""));
    CHECK(!text_of_literal("\""));
    CHECK(!text_of_literal("\"\\\""));
    CHECK(!text_of_literal("\"a\", \"b\""));
    CHECK(!text_of_literal("a"));
}

TEST_CASE("a line of comment stays one line, visible and whole") {
    CHECK(one_line("plain") == "plain");
    CHECK(one_line("a\nb\r\tc") == "a b  c");
    CHECK(one_line("ends \\") == "ends \\ .");
    CHECK(one_line("ends \\  ") == "ends \\ .");
    CHECK(one_line("trigraph ?\?/") == "trigraph ? ?/");
    CHECK(one_line("\u202eevil\u2028") == "<U+202E>evil<U+2028>");
    CHECK(one_line("\x1b[2J\a") == "<U+001B>[2J<U+0007>");
    CHECK(one_line("bad \xff\xc3") == "bad <FF><C3>");
    CHECK(one_line("größe 列 😀") == "größe 列 😀");
}

TEST_CASE("comments keep their lines") {
    CHECK(comment_lines("").empty());
    CHECK(comment_lines("\n\n").empty());
    CHECK(comment_lines("one\r\ntwo\n\nthree\n") == std::vector<std::string>{"one", "two", "", "three"});
    CHECK(comment_lines("\\\n#error */") == std::vector<std::string>{"\\ .", "#error */"});
}

TEST_CASE("code points are read strictly") {
    CHECK(first_code_point("é").code == 0xE9);
    CHECK(first_code_point("é").size == 2);
    CHECK(first_code_point("😀").code == 0x1F600);
    for (const std::string bad :
         {"\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\x80", "\xe2\x82", "\xff"}) {
        CAPTURE(one_line(bad));
        CHECK_FALSE(first_code_point(bad).valid);
        CHECK(first_code_point(bad).size == 1);
    }
}

TEST_CASE("constants are told from expressions") {
    for (const std::string each : {"0", "-1.5", "+3", "1e5", "0x1F", "'x'", "'it''s'::text",
                                   "'{}'::integer[]", "'a'::character varying(3)", "NULL", "null::text",
                                   "true", "FALSE", "(0)", "('-1'::integer)", "x'00'", "\"text\"", "''"}) {
        CAPTURE(each);
        CHECK(is_constant(each));
    }
    for (const std::string each : {"now()", "CURRENT_TIMESTAMP", "1 + 1", "'a' || 'b'",
                                   "'a'::text || 'b'::text", "('now'::text)::date + 1", "gen_random_uuid()",
                                   "nextval('x'::regclass)", "'unterminated", "-", "", "(1) + (2)"}) {
        CAPTURE(each);
        CHECK_FALSE(is_constant(each));
    }
}

TEST_CASE("patterns match whole names") {
    CHECK(matches("*", ""));
    CHECK(matches("orders", "orders"));
    CHECK_FALSE(matches("order", "orders"));
    CHECK(matches("order*", "orders"));
    CHECK(matches("*line", "order_line"));
    CHECK(matches("*_*_*", "a_b_c"));
    CHECK_FALSE(matches("*_*_*", "a_b"));
    CHECK(matches("gr??e", "größe"));
    CHECK_FALSE(matches("?", ""));
    CHECK(matches("a*b*c", "aXbXbXc"));
    CHECK_FALSE(matches(std::string(60, '*') + "x", std::string(10'000, 'y')));
}

TEST_CASE("every place of a text is replaced, and what was put there stays") {
    CHECK(with_replaced("a b a", "a", "aa") == "aa b aa");
    CHECK(with_replaced("aaa", "aa", "") == "a");
    CHECK(with_replaced("", "a", "b").empty());
    CHECK(with_replaced("b", "a", "c") == "b");
}
