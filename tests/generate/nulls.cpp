// SPDX-License-Identifier: BSL-1.0
#include <limits>
#include <optional>

#include <doctest/doctest.h>

#include <synth/generate/nulls.hpp>

#include "law_test.hpp"

static_assert(synth::nulls(0.1).share == 0.1);

TEST_CASE("NULL suits what is optional: a column, or one of the columns of a reference") {
    static_assert(synth::null_rate::suits<std::optional<int>>());
    CHECK(synth::null_rate::suits<int, std::optional<int>>());
}

TEST_CASE("a share of NULL lies between 0 and 1") {
    CHECK(synth::nulls(0).share == 0);
    CHECK(synth::nulls(1).share == 1);
    for (const double wrong : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()}) {
        CHECK(law_test::refusal_by([&] { return synth::nulls(wrong); }) ==
              "synth: nulls(share) must lie between 0 and 1");
    }
}
