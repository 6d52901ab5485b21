// SPDX-License-Identifier: BSL-1.0
#include <array>

#include <doctest/doctest.h>

#include <synth/generate/literal.hpp>

#include "law_test.hpp"

using namespace synth;
using law_test::plan_for;
using law_test::refusal_by;

namespace {
enum class mood { sad, ok };
}
template<>
inline constexpr auto synth::labels<mood> = std::to_array<std::string_view>({"sad", "ok"});

static_assert(literal_for<std::string_view, json> && literal_for<std::string_view, mood> &&
              literal_for<int, float>);
static_assert(literal_for<mood, mood> && literal_for<json, json> && literal_for<date, date>);
static_assert(!literal_for<int, std::string> && !literal_for<std::string_view, int> &&
              !literal_for<int, mood>);
static_assert(std::same_as<literal<const char*>, std::string_view>);

TEST_CASE("a label stands for its enumerator") {
    CHECK(bind_literal<mood>(std::string_view{"ok"}, plan_for()) == mood::ok);
    CHECK(bind_literal<mood>(mood::sad, plan_for()) == mood::sad);
    CHECK(refusal_by([] { return bind_literal<mood>(std::string_view{"glad"}, plan_for()); }) ==
          "synth: shop.item: \"glad\" is no label of the column's enumeration");
}

TEST_CASE("lengths count characters, not bytes") {
    CHECK(bind_literal<std::string>(std::string_view{"gr\xc3\xb6\xc3\x9f"
                                                     "e"},
                                    plan_for(5))
              .size() == 7);
    CHECK(!refusal_by([] {
               return bind_literal<std::string>(std::string_view{"largest"}, plan_for(5));
           }).empty());
}

TEST_CASE("bits of a fixed length must have it") {
    CHECK(refusal_by([] {
              return bind_literal<bit_string>(std::string_view{"101"}, plan_for(3, true));
          }).empty());
    CHECK(!refusal_by([] {
               return bind_literal<bit_string>(std::string_view{"10"}, plan_for(3, true));
           }).empty());
    CHECK(refusal_by([] { return bind_literal<bit_string>(std::string_view{"10"}, plan_for(3)); }).empty());
}

TEST_CASE("a kept value shows its view") {
    CHECK(show_literal<json>(bind_literal<json>(json{"[]"}, plan_for())) == "[]");
    const bytes kept{std::byte{7}};
    CHECK(show_literal<bytes>(kept)[0] == std::byte{7});
}
