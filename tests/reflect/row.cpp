// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <synth/reflect/row.hpp>

namespace {

struct plain {
    std::int64_t id{};
    std::optional<std::string> name;
};
struct empty {};
struct derived : plain {
    int age{};
};
struct derived_from_empty : empty {
    int age{};
};
class with_constructor {
public:
    explicit with_constructor(int) {}
};
struct no_default {
    explicit no_default(int) {}
};
struct without_default {
    no_default value;
};
struct with_reference {
    int& value;
};
union variant_of_c {
    int whole;
    float real;
};
template<typename Value>
struct row_template {
    Value value{};
};

} // namespace

TEST_CASE("a row is an aggregate with a default value and no base") {
    static_assert(synth::row<plain> && synth::row<row_template<int>>);
    static_assert(!synth::row<derived> && !synth::row<derived_from_empty>);
    static_assert(!synth::row<with_constructor> && !synth::row<without_default> &&
                  !synth::row<with_reference>);
    static_assert(!synth::row<variant_of_c> && !synth::row<int>);
    struct local {
        int value{};
    };
    static_assert(synth::row<local>);
    CHECK(synth::row<plain>);
}

TEST_CASE("a base is seen even if it is empty") {
    static_assert(synth::has_base<derived> && synth::has_base<derived_from_empty>);
    static_assert(!synth::has_base<plain>);
    CHECK(synth::has_base<derived>);
}
