// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/by_type.hpp>

#include "law_test.hpp"

using namespace synth;

namespace {
enum class mood { sad, ok };
}
template<>
inline constexpr auto synth::labels<mood> = std::to_array<std::string_view>({"sad", "ok"});

namespace {

template<typename... Values>
consteval bool all_served() {
    return (generator_for<default_generator, Values> && ...);
}
static_assert(
    all_served<bool, std::int16_t, std::int32_t, std::int64_t, float, double, decimal<5, 2>, decimal<90, 4>,
               std::string, bytes, json, jsonb, bit_string, date, time_of_day, time_of_day_tz, timestamp,
               timestamp_tz, interval, uuid, inet, cidr, macaddr, macaddr8, mood, std::vector<std::string>,
               std::vector<std::optional<std::int32_t>>, std::vector<bool>>());
static_assert(!generator_for<default_generator, std::optional<std::int32_t>>);

} // namespace

TEST_CASE("values by type are the same in every build") {
    CHECK(law_test::fingerprint<bool>(by_type{}) == 0x6861c355379e01d4U);
    CHECK(law_test::fingerprint<std::int16_t>(by_type{}) == 0x7955695965074f9aU);
    CHECK(law_test::fingerprint<float>(by_type{}) == 0x0b6df1c00480208cU);
    CHECK(law_test::fingerprint<double>(by_type{}) == 0x0b6df1c00480208cU);
    CHECK(law_test::fingerprint<decimal<12, 2>>(by_type{}) == 0x326210c15a1594d1U);
    CHECK(law_test::fingerprint<std::string>(by_type{}) == 0xdd14bb2f765711cdU);
    CHECK(law_test::fingerprint<bytes>(by_type{}) == 0xab3587b7bb025356U);
    CHECK(law_test::fingerprint<jsonb>(by_type{}) == 0x680b2287329c4ae7U);
    CHECK(law_test::fingerprint<bit_string>(by_type{}) == 0xbb1b386e2dfdd360U);
    CHECK(law_test::fingerprint<date>(by_type{}) == 0xebf0f7e64abeeae5U);
    CHECK(law_test::fingerprint<timestamp>(by_type{}) == 0x38f8901be26a91e7U);
    CHECK(law_test::fingerprint<interval>(by_type{}) == 0xf3bd390506886920U);
    CHECK(law_test::fingerprint<uuid>(by_type{}) == 0x986b6dd3cfdd1cbdU);
    CHECK(law_test::fingerprint<inet>(by_type{}) == 0x7bb27e2914093c1bU);
    CHECK(law_test::fingerprint<cidr>(by_type{}) == 0xc0cfd8c85ee87c3fU);
    CHECK(law_test::fingerprint<macaddr8>(by_type{}) == 0xd20fe49b9def250dU);
    CHECK(law_test::fingerprint<mood>(by_type{}) == 0x6861c355379e01d4U);
    CHECK(law_test::fingerprint<std::vector<std::optional<std::int32_t>>>(by_type{}) == 0xf384b8860a1c9186U);
    CHECK(law_test::fingerprint<std::vector<std::string>>(by_type{}) == 0x7c962a19ae39b5ddU);
}

TEST_CASE("the default generator describes itself") { CHECK(default_generator{}.describe() == "by type"); }
