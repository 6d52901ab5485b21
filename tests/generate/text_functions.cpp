// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/generate/text_functions.hpp>

namespace {

using namespace synth;
using enum operation;

constexpr possible_value of(operation what, std::string_view text) {
    return function_of_text(what, possible_value::of(text));
}

TEST_CASE("lengths count characters, or bytes") {
    static_assert(of(length, "aé").low == 2 && of(octet_length, "aé").high == 3);
    static_assert(function_of_text(length, possible_value{}).low == 0);
    static_assert(of(length, of(lower, "AB").text).low == 2);
}

TEST_CASE("texts compare in the letters and without the blanks that functions gave them") {
    static_assert(compare_texts(equal, of(lower, "AbZ"), possible_value::of("abz")));
    static_assert(compare_texts(equal, of(upper, "abz"), of(upper, "ABZ")));
    static_assert(compare_texts(equal, of(trim, "  a b "), possible_value::of("a b")));
    static_assert(compare_texts(less, possible_value::of("B"), possible_value::of("a"))); // by bytes
    static_assert(compare_texts(less, possible_value::of("a"), possible_value::of("ab")));
    static_assert(compare_texts(greater, possible_value::of("é"), possible_value::of("z")));
    static_assert(compare_texts(unequal, possible_value::of(""), possible_value::of(" ")));
    CHECK(in_its_letters(of(upper, "a-z")) == "A-Z");
}

TEST_CASE("letters beyond A to Z change as the database has it") {
    static_assert(!of(lower, "É").text_known && of(trim, " É").text_known);
    static_assert(of(trim, "   ").text.empty());
}

} // namespace
