// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include <synth/reflect/fields.hpp>

namespace {

struct customer {
    std::int64_t id{};
    std::string name;
    std::optional<int> size;
};
struct nothing {};
struct single {
    std::optional<std::string> only;
};
struct nested {
    customer who;
    std::array<int, 3> three{};
    std::vector<std::string> list;
    [[maybe_unused]] static constexpr int constant = 7; // no column
};
struct with_array {
    int first{};
    char code[8]{};
};
struct long_with_array {
    int a0{}, a1{}, a2{}, a3{}, a4{}, a5{}, a6{}, a7{}, a8{}, a9{};
    int b0{}, b1{}, b2{}, b3{}, b4{}, b5{}, b6{}, b7{}, b8{}, b9{};
    int c0{}, c1{}, c2{}, c3{}, c4{}, c5{}, c6{}, c7{}, c8{}, c9{};
    int d0{}, d1{}, d2{}, d3{}, d4{}, d5{}, d6{}, d7{}, d8{}, d9{};
    char code[2]{};
    int last{};
};
struct wide {
    int a0{}, a1{}, a2{}, a3{}, a4{}, a5{}, a6{}, a7{}, a8{}, a9{};
    int b0{}, b1{}, b2{}, b3{}, b4{}, b5{}, b6{}, b7{}, b8{}, b9{};
    int c0{}, c1{}, c2{}, c3{}, c4{}, c5{}, c6{}, c7{}, c8{}, c9{};
    int d0{}, d1{}, d2{}, d3{}, d4{}, d5{}, d6{}, d7{}, d8{}, d9{};
    int e0{}, e1{}, e2{};
};

} // namespace

TEST_CASE("field_count counts the members of a row") {
    static_assert(synth::field_count<customer> == 3);
    static_assert(synth::field_count<nothing> == 0);
    static_assert(synth::field_count<single> == 1);
    static_assert(synth::field_count<nested> == 3);
    static_assert(synth::field_count<wide> == 43);
    CHECK(synth::field_count<customer> == 3);
}

TEST_CASE("a C array is found in a row of any length") {
    using boost::pfr::tuple_size_v;
    static_assert(!synth::detail::without_c_array<with_array, tuple_size_v<with_array>>());
    static_assert(!synth::detail::without_c_array<long_with_array, tuple_size_v<long_with_array>>());
    static_assert(synth::detail::without_c_array<wide, 43>());
    CHECK(synth::detail::without_c_array<nested, 3>());
}

TEST_CASE("field is a member by position") {
    customer row{1, "Ada", 3};
    synth::field<0>(row) = 7;
    synth::field<1>(row) += " L";
    CHECK(row.id == 7);
    CHECK(row.name == "Ada L");
    const customer& fixed = row;
    CHECK(&synth::field<2>(fixed) == &row.size);
    wide broad;
    synth::field<42>(broad) = 9;
    CHECK(broad.e2 == 9);
}

TEST_CASE("field_type is the type of a member without reference and const") {
    static_assert(std::is_same_v<synth::field_type<customer, 1>, std::string>);
    static_assert(std::is_same_v<synth::field_type<single, 0>, std::optional<std::string>>);
    static_assert(std::is_same_v<synth::field_type<nested, 0>, customer>);
    CHECK(std::is_same_v<synth::field_type<customer, 0>, std::int64_t>);
}
