// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/typical_number.hpp>

#include "law_test.hpp"

using namespace synth;

namespace {

enum class mood { sad, ok, happy };

template<typename Value>
void check_units(std::int64_t greatest) {
    const typical<Value> law{law_test::plan_for()};
    std::int64_t most = 0;
    for (std::uint64_t row = 0; row < 2'000; ++row) {
        draw cell = law_test::cell(row);
        const auto units = static_cast<std::int64_t>(static_cast<int128>(law(cell).units));
        REQUIRE((units >= 0 && units <= greatest));
        most = std::max(most, units);
    }
    CHECK(static_cast<double>(most) >= 0.99 * static_cast<double>(greatest));
}

} // namespace

template<>
inline constexpr auto synth::labels<mood> = std::to_array<std::string_view>({"sad", "ok", "happy"});

TEST_CASE("typical integers are moderate and not negative") {
    for (const double value : law_test::sample(typical<std::int16_t>{law_test::plan_for()}, 2'000)) {
        CHECK((value >= 0 && value < 1'000));
    }
    for (const double value : law_test::sample(typical<std::int64_t>{law_test::plan_for()}, 2'000)) {
        CHECK((value >= 0 && value < 1'000'000));
    }
}

TEST_CASE("typical reals have six binary places") {
    for (const double value : law_test::sample(typical<float>{law_test::plan_for()}, 2'000)) {
        CHECK((value >= 0 && value < 1'000));
        CHECK(std::floor(value * 64) == value * 64);
    }
}

TEST_CASE("typical decimals reach from zero to ten thousand or to their largest") {
    check_units<decimal<12, 2>>(1'000'000);
    check_units<decimal<3, 2>>(999);
    check_units<decimal<3, 3>>(999);
    check_units<decimal<1, 0>>(9);
    check_units<decimal<20, 4>>(100'000'000);
    check_units<decimal<60, 4>>(100'000'000);
    check_units<decimal<5, -2>>(100);
    check_units<decimal<5, -9>>(0);
}

TEST_CASE("typical booleans and labels are equally likely") {
    std::vector<double> truths(2);
    for (const double value : law_test::sample(typical<bool>{law_test::plan_for()})) {
        ++truths[value > 0 ? 1 : 0];
    }
    CHECK(law_test::misfit_of_even(truths) < 5);
    std::vector<double> moods(3);
    for (const double value : law_test::sample(typical<mood>{law_test::plan_for()})) {
        ++moods.at(static_cast<std::size_t>(value));
    }
    CHECK(law_test::misfit_of_even(moods) < 5);
}
