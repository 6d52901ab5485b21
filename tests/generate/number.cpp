// SPDX-License-Identifier: BSL-1.0
#include <cmath>

#include <doctest/doctest.h>

#include <synth/generate/number.hpp>

using namespace synth;

static_assert(number<std::int16_t> && number<float> && number<decimal<60, 4>>);
static_assert(!number<bool> && !number<const char*>);

TEST_CASE("the nearest number is rounded and stays inside the type") {
    CHECK(nearest_number<std::int32_t>(to_fixed(2.5)) == 3);
    CHECK(nearest_number<std::int32_t>(to_fixed(-2.4)) == -2);
    CHECK(nearest_number<std::int16_t>(to_fixed(1e9)) == 32'767);
    CHECK(nearest_number<std::int16_t>(to_fixed(-1e9)) == -32'768);
    CHECK(nearest_number<std::int64_t>(to_fixed(1e30)) == std::numeric_limits<std::int64_t>::max());
    CHECK(nearest_number<decimal<5, 2>>(to_fixed(19.996)).units == 2'000);
    CHECK(nearest_number<decimal<5, 2>>(to_fixed(1e6)).units == 99'999);
    CHECK(nearest_number<decimal<5, 2>>(to_fixed(-1e6)).units == -99'999);
    CHECK(nearest_number<decimal<5, -2>>(to_fixed(1'250.0)).units == 13);
    CHECK(nearest_number<decimal<60, 2>>(to_fixed(12.5)).units == 1'250);
    CHECK(nearest_number<double>(to_fixed(0.1)) == 0.1);
    CHECK(nearest_number<float>(to_fixed(1e300)) == std::numeric_limits<float>::max());
    CHECK(nearest_number<float>(to_fixed(-1e300)) == std::numeric_limits<float>::lowest());
    CHECK(nearest_number<double>({1, 5'000}) == std::numeric_limits<double>::max());
}

TEST_CASE("whole numbers go into a number type and come back") {
    CHECK(whole_numbers<decimal<5, 2>>::of(7).units == 700);
    CHECK(whole_numbers<decimal<5, 2>>::greatest == 999);
    CHECK(whole_numbers<decimal<2, 2>>::of(7).units == 7);
    CHECK(whole_numbers<decimal<3, -2>>::of(7).units == 7);
    CHECK(whole_numbers<std::int16_t>::least == -32'768);
    CHECK(whole_numbers<float>::greatest == 16'777'216);
    CHECK(*whole_numbers<decimal<40, 6>>::from(whole_numbers<decimal<40, 6>>::of(-12)) == -12);
    CHECK(*whole_numbers<double>::from(-8.0) == -8);
}

TEST_CASE("what is not whole or out of range is no whole number") {
    CHECK(!whole_numbers<decimal<5, 2>>::from(decimal<5, 2>{150}));
    CHECK(!whole_numbers<double>::from(0.5));
    CHECK(!whole_numbers<double>::from(std::nan("")));
    CHECK(!whole_numbers<double>::from(INFINITY));
    CHECK(!whole_numbers<double>::from(-INFINITY));
    CHECK(!whole_numbers<double>::from(1e300));
    CHECK(!whole_numbers<decimal<60, 0>>::from(decimal<60, 0>::largest()));
    CHECK(!whole_numbers<decimal<60, 0>>::from(decimal<60, 0>::lowest()));
    CHECK(!whole_numbers<decimal<38, 0>>::from(decimal<38, 0>::largest()));
}
