// SPDX-License-Identifier: BSL-1.0
#include <string_view>
#include <type_traits>

#include <doctest/doctest.h>

#include <synth/reflect/fields.hpp>
#include <synth/reflect/names.hpp>

namespace {

struct listed_row {
    int first{};
    long second{};
    int left_out{};
};
struct free_row {
    int first{};
};

} // namespace

template<>
inline constexpr auto synth::members<listed_row> =
    synth::member_list<&listed_row::second, &listed_row::first>{"second \"column\"", "type"};

TEST_CASE("a member list sets the columns, their order and their names") {
    static_assert(synth::listed<listed_row> && !synth::listed<free_row>);
    static_assert(synth::field_count<listed_row> == 2);
    static_assert(std::is_same_v<synth::field_type<listed_row, 0>, long>);
    static_assert(synth::member_index<&listed_row::first> == 1);
    CHECK(synth::field_name<listed_row, 0> == "second \"column\"");
    CHECK(synth::field_names<listed_row>[1] == "type");
}

TEST_CASE("a field of a member list is the member itself") {
    listed_row row;
    synth::field<0>(row) = 7;
    synth::field<1>(row) = 5;
    CHECK(row.second == 7);
    CHECK(row.first == 5);
    const listed_row& fixed = row;
    CHECK(synth::field<0>(fixed) == 7);
}
