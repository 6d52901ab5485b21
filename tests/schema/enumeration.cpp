// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/schema/enumeration.hpp>

namespace {

enum class mood { sad, ok };
enum class unknown { something };

} // namespace

template<>
inline constexpr auto synth::labels<mood> = std::to_array<std::string_view>({"sad", "ok"});

namespace {

TEST_CASE("an enumeration with labels has a label for each enumerator") {
    static_assert(synth::labelled_enum<mood> && !synth::labelled_enum<unknown> && !synth::labelled_enum<int>);
    static_assert(synth::label_count<mood> == 2);
    CHECK(synth::label_of(mood::sad) == "sad");
    CHECK(synth::label_of(mood::ok) == "ok");
    CHECK(synth::enumeration_name<mood>.empty());
}

TEST_CASE("an enumerator outside the labels is written as a question mark") {
    CHECK(synth::label_of(static_cast<mood>(2)) == "?");
    CHECK(synth::label_of(static_cast<mood>(-1)) == "?");
}

} // namespace
