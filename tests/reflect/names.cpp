// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <synth/reflect/names.hpp>

namespace shop {
namespace {

struct customer {
    std::int64_t id{};
    std::string name;
    std::optional<std::string> größe;
    int trailing_{};
    int value{}; // the name of PFR's and our own wrappers
    int address{};
};
template<typename Value>
struct box {
    Value content{};
};

} // namespace
} // namespace shop

TEST_CASE("a field has the name of its member") {
    static_assert(synth::field_name<shop::customer, 0> == "id");
    static_assert(synth::field_name<shop::customer, 1> == "name");
    static_assert(synth::field_name<shop::box<std::string>, 0> == "content");
    CHECK(synth::field_name<shop::customer, 2> == "größe");
    CHECK(synth::field_name<shop::customer, 3> == "trailing_");
    CHECK(synth::field_name<shop::customer, 4> == "value");
    CHECK(synth::field_name<shop::customer, 5> == "address");
    struct local {
        int inside{};
    };
    CHECK(synth::field_name<local, 0> == "inside");
    CHECK(synth::field_names<shop::customer>.size() == 6);
    CHECK(synth::field_names<shop::customer>[1] == "name");
}

TEST_CASE("a type has its name without its scope") {
    static_assert(synth::type_name<shop::customer> == "customer");
    CHECK(synth::type_name<shop::customer> == "customer");
    CHECK(synth::type_name<shop::box<int>>.empty());
}

TEST_CASE("a member knows its position and its row") {
    static_assert(synth::member_index<&shop::customer::id> == 0);
    static_assert(std::is_same_v<synth::row_of_member<&shop::customer::name>, shop::customer>);
    CHECK(synth::member_index<&shop::customer::größe> == 2);
    CHECK(synth::member_index<&shop::box<long>::content> == 0);
}
