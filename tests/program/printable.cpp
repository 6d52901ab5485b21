// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <doctest/doctest.h>

#include <synth/program/printable.hpp>

using synth::printable;

TEST_CASE("what a terminal shows stays as it is") {
    CHECK(printable("orders.total, 100 %") == "orders.total, 100 %");
    CHECK(printable("größe 東京 🙂") == "größe 東京 🙂");
    CHECK(printable("").empty());
}

TEST_CASE("what a terminal would obey is escaped") {
    CHECK(printable("a\x1b[2J") == "a\\x1b[2J");
    CHECK(printable("a\r\n\tb\a\b") == "a\\x0d\\x0a\\x09b\\x07\\x08");
    CHECK(printable(std::string{"\0\x7f", 2}) == "\\x00\\x7f");
    CHECK(printable("\xC2\x9B"
                    "2J") == "\\xc2\\x9b2J"); // CSI in one character
    CHECK(printable("\xE2\x80\xAE"            // right to left from here
                    "x") == "\\xe2\\x80\\xaex");
}

TEST_CASE("what is no UTF-8 is escaped byte by byte") {
    CHECK(printable("\x9B"
                    "2J") == "\\x9b2J");
    CHECK(printable("\xC0\x9B") == "\\xc0\\x9b");          // overlong
    CHECK(printable("\xE0\x80\x9B") == "\\xe0\\x80\\x9b"); // overlong
    CHECK(printable("\xED\xA0\x80") == "\\xed\\xa0\\x80"); // a surrogate
    CHECK(printable("\xF4\x90\x80\x80") == "\\xf4\\x90\\x80\\x80");
    CHECK(printable("\xC3") == "\\xc3");
    CHECK(printable("\xE2\x82x") == "\\xe2\\x82x");
}
