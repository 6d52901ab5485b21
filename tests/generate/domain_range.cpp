// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/domain_range.hpp>
#include <synth/schema/key_capacity.hpp>

#include "domain_test.hpp"

using namespace synth;

namespace {

// Every range leads back to its index, is not empty, and overlaps no other one.
template<typename Element>
domain<range<Element>> check_apart(const column_plan& plan) {
    const domain<range<Element>> values{plan};
    std::vector<std::uint64_t> indices = domain_test::indices_of(values.last());
    std::sort(indices.begin(), indices.end());
    indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
    range<Element> before = values.at(indices.front());
    CHECK(values.index_of(before) == indices.front());
    for (std::size_t next = 1; next < indices.size(); ++next) {
        const range<Element> value = values.at(indices[next]);
        REQUIRE(values.index_of(value) == indices[next]);
        REQUIRE((value.lower_inclusive && !value.upper_inclusive && !value.empty));
        REQUIRE(*value.lower < *value.upper);
        REQUIRE(!(*value.lower < *before.upper)); // [a,b) and [b,c) touch without overlapping
        before = value;
    }
    CHECK(values.last() < key_capacity<range<Element>>({}));
    return values;
}

column_plan plan_of(std::uint64_t rows) {
    column_plan plan = law_test::plan_for();
    plan.rows = rows;
    return plan;
}

} // namespace

TEST_CASE("keys of a range type do not overlap, so they keep UNIQUE and EXCLUDE WITH && alike") {
    for (const std::uint64_t rows : {0U, 1'000U, 20'000U, 3'000'000U}) {
        CAPTURE(rows);
        CHECK(check_apart<date>(plan_of(rows)).last() + 1 >= rows);
        CHECK(check_apart<timestamp>(plan_of(rows)).last() + 1 >= rows);
        CHECK(check_apart<timestamp_tz>(plan_of(rows)).last() + 1 >= rows);
        CHECK(check_apart<std::int32_t>(plan_of(rows)).last() + 1 >= rows);
        CHECK(check_apart<std::int64_t>(plan_of(rows)).last() + 1 >= rows);
        CHECK(check_apart<decimal<18, 6>>(plan_of(rows)).last() + 1 >= rows);
        CHECK(check_apart<double>(plan_of(rows)).last() + 1 >= rows);
        CHECK(check_apart<interval>(plan_of(rows)).last() + 1 >= rows);
        CHECK(check_apart<time_of_day>(plan_of(rows)).last() + 1 >= rows);
    }
}

TEST_CASE("narrow elements leave narrow ranges") {
    CHECK(check_apart<decimal<1, 0>>(plan_of(5)).last() == 7);
    CHECK(check_apart<decimal<4, 4>>(plan_of(0)).at(0).lower->units == 1);
    CHECK(check_apart<date>(plan_of(0)).last() == 3'652'057); // as many as there can be
    check_apart<std::int16_t>(plan_of(30'000));
    column_plan seconds = plan_of(1'000);
    seconds.fraction_digits = 0;
    const auto hours = check_apart<timestamp>(seconds);
    CHECK(hours.at(7).lower->microseconds % (3'600 * microseconds_per_second) == 0);
    CHECK(hours.at(7).upper->microseconds % (900 * microseconds_per_second) == 0);
}

TEST_CASE("a range from elsewhere is no key") {
    const domain<range<std::int32_t>> values{plan_of(10)};
    range<std::int32_t> value = values.at(3);
    CHECK(values.index_of(value) == 3);
    value.upper_inclusive = true;
    CHECK(!values.index_of(value));
    CHECK(!values.index_of(range<std::int32_t>{}));
    CHECK(!values.index_of(range<std::int32_t>::nothing()));
    CHECK(!values.index_of(range<std::int32_t>::of(2, 3)));
    CHECK(!values.index_of(range<std::int32_t>::of(-5, 3)));
}

TEST_CASE("keys of a multirange type have one range") {
    const domain<multirange<date>> values{plan_of(10)};
    const auto value = values.at(17);
    CHECK(value.view().size() == 1);
    CHECK(values.index_of(value.view()) == 17);
    CHECK(!values.index_of({}));
}
