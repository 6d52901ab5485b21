// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cmath>
#include <limits>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/generate/domain_number.hpp>

#include "domain_test.hpp"

using namespace synth;

namespace {
enum class mood { sad, ok, happy };
}
template<>
inline constexpr auto synth::labels<mood> = std::to_array<std::string_view>({"sad", "ok", "happy"});

TEST_CASE("integer keys are positive and fill their type") {
    const auto small = domain_test::check_bijection<std::int16_t>();
    CHECK(small.last() == 32'766);
    CHECK(small.at(small.last()) == 32'767);
    CHECK(!small.index_of(0));
    CHECK(!small.index_of(-32'768));
    CHECK(domain_test::check_bijection<std::int32_t>().last() == 2'147'483'646);
    const auto large = domain_test::check_bijection<std::int64_t>();
    CHECK(large.at(large.last()) == std::numeric_limits<std::int64_t>::max());
    CHECK(!large.index_of(std::numeric_limits<std::int64_t>::min()));
}

TEST_CASE("integer keys may have a range of their own") {
    const domain<std::int32_t> values{law_test::plan_for(), -5, 5};
    CHECK(values.last() == 10);
    CHECK(values.at(0) == -5);
    CHECK(values.index_of(5) == 10);
    CHECK(!values.index_of(6));
    CHECK(!values.index_of(-6));
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    const domain<std::int64_t> all{law_test::plan_for(), least, most};
    CHECK(all.last() == ~std::uint64_t{0});
    CHECK(all.index_of(all.at(all.last())) == all.last());
    const std::string refused =
        "synth: shop.item: the range of a key must not be empty and must fit the column's type";
    CHECK(law_test::refusal_by([] { return domain<std::int16_t>{law_test::plan_for(), 1, 40'000}; }) ==
          refused);
    CHECK(law_test::refusal_by([] { return domain<std::int16_t>{law_test::plan_for(), 2, 1}; }) == refused);
}

TEST_CASE("keys of reals are whole numbers and nothing else is found among them") {
    const auto single = domain_test::check_bijection<float>();
    CHECK(single.last() == 16'777'215);
    const auto real = domain_test::check_bijection<double>();
    CHECK(real.last() == (std::uint64_t{1} << 53U) - 1);
    for (const double other :
         {0.0, -1.0, 0.5, 1.5, 1e300, -1e300, std::nan(""), double{INFINITY}, -double{INFINITY}}) {
        CHECK(!real.index_of(other));
    }
}

TEST_CASE("decimal keys are one unit apart") {
    CHECK(domain_test::check_bijection<decimal<4, 2>>().last() == 9'998);
    CHECK(domain_test::check_bijection<decimal<18, 2>>().last() == 999'999'999'999'999'998U);
    CHECK(domain_test::check_bijection<decimal<38, 10>>().last() == 9'223'372'036'854'775'806U);
    const auto wide = domain_test::check_bijection<decimal<100, 30>>();
    CHECK(wide.last() == 9'223'372'036'854'775'806U);
    CHECK(!wide.index_of(decimal<100, 30>{}));
    CHECK(!wide.index_of(decimal<100, 30>::lowest()));
    CHECK(!wide.index_of(decimal<100, 30>::largest()));
    CHECK(!domain<decimal<38, 0>>{law_test::plan_for()}.index_of(decimal<38, 0>::largest()));
}

TEST_CASE("booleans and enumerations have as many keys as values") {
    CHECK(domain_test::check_bijection<bool>().last() == 1);
    const auto moods = domain_test::check_bijection<mood>();
    CHECK(moods.last() == 2);
    CHECK(!moods.index_of(static_cast<mood>(3)));
    CHECK(!moods.index_of(static_cast<mood>(-1)));
}
