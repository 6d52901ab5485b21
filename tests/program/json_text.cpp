// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/program/json_text.hpp>

TEST_CASE("a JSON string escapes what must not stand in it") {
    CHECK(synth::json_text("orders") == "\"orders\"");
    CHECK(synth::json_text("a\"b\\c\n\x01") == "\"a\\\"b\\\\c\\u000a\\u0001\"");
    CHECK(synth::json_text("\x7f") == "\"\\u007f\"");
    CHECK(synth::json_text("größe") == "\"größe\"");
}
