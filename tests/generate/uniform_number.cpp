// SPDX-License-Identifier: BSL-1.0
#include <limits>

#include <doctest/doctest.h>

#include <synth/generate/uniform_number.hpp>

#include "law_test.hpp"

using namespace synth;
using synth::detail::bound_uniform;

TEST_CASE("a uniform real keeps inside its bounds at every scale") {
    for (const double scale : {1e-320, 1e-300, 1e-10, 1.0, 1e10, 1e300}) {
        const bound_uniform<double> law{-0.3 * scale, 0.1 * scale};
        for (const double value : law_test::sample(law, 500)) {
            CHECK(value >= -0.3 * scale);
            CHECK(value <= 0.1 * scale);
        }
    }
    constexpr double most = std::numeric_limits<double>::max();
    const bound_uniform<double> widest{-most, most};
    double sum = 0;
    for (const double value : law_test::sample(widest, 1'000)) {
        CHECK(value - value == 0.0);
        sum += value > 0 ? 1 : -1;
    }
    CHECK((sum > -150 && sum < 150));
}

TEST_CASE("a uniform real may have one value") {
    for (const double only : {0.0, 0.1, -7.3, 5e-324}) {
        for (const double value : law_test::sample(bound_uniform<double>{only, only}, 10)) {
            CHECK(value == only);
        }
    }
}

TEST_CASE("uniform decimals of every storage keep inside their bounds") {
    const bound_uniform<decimal<30, 4>> large{decimal<30, 4>::lowest(), decimal<30, 4>::largest()};
    const bound_uniform<decimal<60, 4>> wide{decimal<60, 4>{-5}, decimal<60, 4>{5}};
    const bound_uniform<decimal<5, 2>> small{decimal<5, 2>{1}, decimal<5, 2>{3}};
    int negative = 0;
    for (std::uint64_t row = 0; row < 1'000; ++row) {
        draw cell = law_test::cell(row);
        negative += large(cell) < 0 ? 1 : 0;
        const auto units = static_cast<int128>(wide(cell).units);
        CHECK((units >= -5 && units <= 5));
        const auto cents = small(cell).units;
        CHECK((cents >= 1 && cents <= 3));
    }
    CHECK((negative > 420 && negative < 580));
}
