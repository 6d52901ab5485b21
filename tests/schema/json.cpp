// SPDX-License-Identifier: BSL-1.0
#include <type_traits>

#include <doctest/doctest.h>

#include <synth/schema/json.hpp>

TEST_CASE("json and jsonb are different types that keep their text") {
    static_assert(!std::is_same_v<synth::json, synth::jsonb>);
    CHECK(synth::json{"[1]"}.text == "[1]");
    CHECK(synth::json{"[1]"} == synth::json{"[1]"});
    CHECK(synth::jsonb{"1"} < synth::jsonb{"2"});
}
