// SPDX-License-Identifier: BSL-1.0
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/domain.hpp>

#include "domain_test.hpp"

using namespace synth;

static_assert(has_domain<std::int64_t> && has_domain<std::string> && has_domain<bytes> && has_domain<uuid>);
static_assert(has_domain<date> && has_domain<interval> && has_domain<inet> && has_domain<macaddr8>);
static_assert(has_domain<decimal<100, 30>> && has_domain<bit_string> && has_domain<jsonb>);
static_assert(has_domain<std::vector<std::int32_t>> && !has_domain<sql_value<"xml">>);

TEST_CASE("domains of different types number their values from zero") {
    CHECK(domain<std::int32_t>{law_test::plan_for()}.at(0) == 1);
    CHECK(domain<std::string>{law_test::plan_for()}.at(0).view() == "000000000000");
    CHECK(domain<date>{law_test::plan_for()}.at(0) == date::of(1971, 1, 1));
}
