// SPDX-License-Identifier: BSL-1.0
#include "amount_text.hpp"

#include <doctest/doctest.h>

using namespace synth::introspect;
using kinds = linear_form::kind_of_sum;

TEST_CASE("amounts are spelled as SQL does") {
    CHECK(number_text(12'500'000) == "12.5");
    CHECK(number_text(-250'000) == "-0.25");
    CHECK(number_text(0) == "0");
    CHECK(span_text(7 * units_of_day, kinds::days) == "7");
    CHECK(span_text(7 * units_of_day, kinds::span) == "'7 days'::interval");
    CHECK(span_text(1'500'000, kinds::span) == "'1.5 seconds'::interval");
    CHECK(value_text(-units_of_day, kind::date) == "'1969-12-31'::date");
    CHECK(value_text(units_of_day + 5, kind::timestamp) == "'1970-01-02'::timestamp");
    CHECK(value_text(-1, kind::timestamp_tz) == "'1969-12-31 00:00:00+00'::timestamptz");
    CHECK(value_text(3'000'000, kind::int32) == "3");
    CHECK(quoted_name(R"(a"b)") == R"("a""b")");
}

TEST_CASE("differences are compared as they are solved best") {
    CHECK(difference_text("b", "a", "<", 5'000'000, kinds::number) == "b - a < 5");
    CHECK(difference_text("b", "a", ">=", 0, kinds::number) == "b >= a");
    CHECK(difference_text("b", "a", "<=", units_of_day, kinds::span) == "b <= a + '1 days'::interval");
    CHECK(difference_text("n", "", "<=", 3'000'000, kinds::number) == "n <= 3");
}

TEST_CASE("numbers are cut to steps downwards and upwards") {
    CHECK(floor_of(-1, 7) == -7);
    CHECK(floor_of(14, 7) == 14);
    CHECK(ceiling_of(1, 7) == 7);
    CHECK(ceiling_of(-1, 7) == 0);
}
