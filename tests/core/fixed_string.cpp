// SPDX-License-Identifier: BSL-1.0
#include <string_view>
#include <type_traits>

#include <doctest/doctest.h>

#include <synth/core/fixed_string.hpp>

namespace {

template<synth::fixed_string Name>
struct tagged {
    static constexpr std::string_view name = Name.view();
};

} // namespace

TEST_CASE("a string can be a template argument") {
    CHECK(tagged<"orders">::name == "orders");
    CHECK(tagged<"">::name.empty());
    static_assert(std::is_same_v<tagged<"a">, tagged<"a">>);
    static_assert(!std::is_same_v<tagged<"a">, tagged<"b">>);
    static_assert(!std::is_same_v<tagged<"a">, tagged<"ab">>);
}

TEST_CASE("a fixed string is made from a literal or a view of its size") {
    constexpr synth::fixed_string literal{"text"};
    static_assert(literal.view() == "text");
    constexpr synth::fixed_string<3> part{std::string_view{"abcdef"}.substr(1, 3)};
    static_assert(part.view() == "bcd");
    CHECK(part.text[3] == '\0');
    CHECK(synth::fixed_string<2>{}.view() == std::string_view("\0\0", 2));
    CHECK(synth::fixed_string{"a\0b"}.view().size() == 3);
}
