// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/generate/whole_number.hpp>

namespace {

enum class size : std::uint8_t { small, large };

template<typename Value>
bool comes_back(synth::int128 number) {
    return synth::whole_number_of<Value>(synth::of_whole_number<Value>(number)) == number;
}

} // namespace

template<>
inline constexpr auto synth::labels<size> = std::to_array<std::string_view>({"small", "large"});

TEST_CASE("values and whole numbers are each other's inverse") {
    for (const int number : {-7, 0, 1, 86'399}) {
        CHECK(comes_back<std::int64_t>(number));
        CHECK(comes_back<std::int16_t>(number % 1'000));
        CHECK(comes_back<synth::decimal<12, 2>>(number));
        CHECK(comes_back<synth::decimal<25, 4>>(number));
        CHECK(comes_back<double>(number));
        CHECK(comes_back<float>(number));
        CHECK(comes_back<synth::date>(number));
        CHECK(comes_back<synth::timestamp>(number));
        CHECK(comes_back<synth::interval>(number));
    }
    CHECK(comes_back<size>(1));
    CHECK(comes_back<bool>(1));
}

TEST_CASE("a floating-point number counts in millionths and survives what is no number") {
    CHECK(synth::whole_number_of(0.1) == 100'000);
    CHECK(synth::whole_number_of(-2.5F) == -2'500'000);
    CHECK(synth::of_whole_number<double>(100'000) == 0.1);
    CHECK(synth::whole_number_of(1e300) == synth::no_upper_bound);
}

TEST_CASE("natural numbers keep to the type and to the digits of seconds") {
    synth::column_plan plan;
    plan.fraction_digits = 3;
    const synth::interval_set moments = synth::natural_numbers<synth::timestamp>(plan);
    CHECK(moments.contains(5'000));
    CHECK_FALSE(moments.contains(5'001));
    CHECK(synth::natural_numbers<std::int16_t>(plan).high() == 32'767);
    CHECK(synth::natural_numbers<synth::decimal<4, 2>>(plan).low() == -9'999);
    CHECK(synth::natural_numbers<size>(plan).count() == 2);
}
