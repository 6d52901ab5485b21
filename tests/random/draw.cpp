// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

#include <doctest/doctest.h>

#include <synth/core/integer.hpp>
#include <synth/random/draw.hpp>

using synth::draw;
using synth::int128;
using synth::uint128;

namespace {

constexpr synth::stream_key key = synth::make_stream_key(42, {"t", "c"});

// Chi-square of counts that should be equal, in standard deviations from its mean.
template<std::size_t Size>
double excess(const std::array<std::uint64_t, Size>& counts) {
    double total = 0;
    for (const std::uint64_t count : counts) {
        total += static_cast<double>(count);
    }
    const double expected = total / static_cast<double>(Size);
    double sum = 0;
    for (const std::uint64_t count : counts) {
        const double difference = static_cast<double>(count) - expected;
        sum += difference * difference / expected;
    }
    const auto freedom = static_cast<double>(Size - 1);
    return (sum - freedom) / std::sqrt(2 * freedom);
}

constexpr std::uint64_t third_word(std::uint64_t row) {
    draw source{key, row};
    source.word();
    source.word();
    return source.word();
}

template<typename Integer>
void stays_inside(Integer low, Integer high) {
    bool lowest = false;
    bool highest = false;
    for (std::uint64_t row = 0; row < 20'000; ++row) {
        const Integer value = draw{key, row}.between(low, high);
        REQUIRE((value >= low && value <= high));
        lowest = lowest || value == low;
        highest = highest || value == high;
    }
    CHECK(lowest);
    CHECK(highest);
}

template<typename Integer>
void fills_its_range() {
    constexpr Integer low = std::numeric_limits<Integer>::min();
    constexpr Integer high = std::numeric_limits<Integer>::max();
    std::array<std::uint64_t, 16> counts{};
    for (std::uint64_t row = 0; row < 100'000; ++row) {
        const Integer value = draw{key, row}.between(low, high);
        const auto offset = static_cast<std::uint64_t>(value) - static_cast<std::uint64_t>(low);
        ++counts[offset >> (sizeof(Integer) * 8 - 4) & 15U];
    }
    CHECK(std::abs(excess(counts)) < 4);
}

} // namespace

TEST_CASE("words have known answers at compile time and at run time") {
    static_assert(draw{key, 0}.word() == 0x1c3d17eaff8ccd23U);
    CHECK(draw{key, 0}.word() == 0x1c3d17eaff8ccd23U);
    CHECK(draw{key, 1}.word() == 0x340bb1d391194eccU);
    CHECK(third_word(1) == 0xe21ad6d54dfa52eeU);
    CHECK(draw{key, std::numeric_limits<std::uint64_t>::max()}.word() == 0x8cb22d79e79eecf2U);
    draw source{key, 5};
    CHECK(source.row() == 5);
    CHECK(source.below(1'000'000) == 613459);
    CHECK(source.between(-1'000, 1'000) == 922);
    CHECK(source.real() == 0x8e6f817655e65p-53);
}

TEST_CASE("a number below a bound is below it") {
    for (const std::uint64_t bound : {std::uint64_t{1}, std::uint64_t{2}, std::uint64_t{3}, std::uint64_t{10},
                                      std::uint64_t{1} << 63U, std::numeric_limits<std::uint64_t>::max()}) {
        for (std::uint64_t row = 0; row < 1000; ++row) {
            CHECK(draw{key, row}.below(bound) < bound);
        }
    }
    CHECK(draw{key, 0}.below(1) == 0);
}

TEST_CASE("numbers below a bound are equally likely") {
    std::array<std::uint64_t, 3> three{};
    std::array<std::uint64_t, 12> large{};
    std::array<std::uint64_t, 1000> thousand{};
    for (std::uint64_t row = 0; row < 300'000; ++row) {
        ++three[draw{key, row}.below(3)];
        ++thousand[draw{key, row}.below(1000)];
        // Without rejection every third of these would come twice as often.
        ++large[draw{key, row}.below(std::uint64_t{3} << 62U) % 12];
    }
    CHECK(std::abs(excess(three)) < 4);
    CHECK(std::abs(excess(thousand)) < 4);
    CHECK(std::abs(excess(large)) < 4);
}

TEST_CASE("a wide number below a bound is below it and equally likely") {
    const uint128 three_quarters = uint128{3} << 126U;
    std::array<std::uint64_t, 12> by_upper{};
    std::array<std::uint64_t, 16> by_lower{};
    std::array<std::uint64_t, 5> fifths{};
    for (std::uint64_t row = 0; row < 100'000; ++row) {
        const uint128 value = draw{key, row}.below_wide(three_quarters);
        REQUIRE((value < three_quarters));
        ++by_upper[static_cast<std::size_t>(value >> 124U)];
        ++by_lower[static_cast<std::size_t>(value & 15U)];
        ++fifths[static_cast<std::size_t>(draw{key, row}.below_wide(uint128{5} << 64U) >> 64U)];
    }
    CHECK(std::abs(excess(by_upper)) < 4);
    CHECK(std::abs(excess(by_lower)) < 4);
    CHECK(std::abs(excess(fifths)) < 4);
    CHECK((draw{key, 3}.below_wide(1) == 0));
    CHECK((draw{key, 3}.below_wide(1000) == draw{key, 3}.below(1000)));
    CHECK((draw{key, 3}.below_wide(uint128{1} << 64U) == draw{key, 3}.word()));
}

TEST_CASE("between gives both ends and nothing outside for every width") {
    stays_inside<signed char>(-3, 4);
    stays_inside<char>('a', 'z');
    stays_inside<char8_t>(u8'a', u8'c');
    stays_inside<wchar_t>(L'a', L'c');
    stays_inside<std::uint8_t>(250, 255);
    stays_inside<std::int8_t>(-128, 127);
    stays_inside<std::int16_t>(-32768, -32760);
    stays_inside<std::uint16_t>(65530, 65535);
    stays_inside<std::int32_t>(std::numeric_limits<std::int32_t>::max() - 9,
                               std::numeric_limits<std::int32_t>::max());
    stays_inside<std::uint32_t>(0, 9);
    stays_inside<std::int64_t>(std::numeric_limits<std::int64_t>::min(),
                               std::numeric_limits<std::int64_t>::min() + 9);
    stays_inside<std::uint64_t>(std::numeric_limits<std::uint64_t>::max() - 9,
                                std::numeric_limits<std::uint64_t>::max());
    const auto most = static_cast<int128>(~uint128{0} >> 1U);
    stays_inside<int128>(-most - 1, -most + 8);
    stays_inside<int128>(-5, 4);
    stays_inside<uint128>(~uint128{0} - 9, ~uint128{0});
    CHECK(draw{key, 0}.between(7, 7) == 7);
}

TEST_CASE("between covers the full range of a type evenly") {
    fills_its_range<std::int8_t>();
    fills_its_range<std::int16_t>();
    fills_its_range<std::uint16_t>();
    fills_its_range<std::int32_t>();
    fills_its_range<std::uint32_t>();
    fills_its_range<std::int64_t>();
    fills_its_range<std::uint64_t>();
    CHECK(draw{key, 9}.between<std::uint64_t>(0, ~std::uint64_t{0}) == draw{key, 9}.word());

    const auto most = static_cast<int128>(~uint128{0} >> 1U);
    std::array<std::uint64_t, 16> signed_counts{};
    std::array<std::uint64_t, 16> unsigned_counts{};
    for (std::uint64_t row = 0; row < 100'000; ++row) {
        const auto value = static_cast<uint128>(draw{key, row}.between<int128>(-most - 1, most));
        ++signed_counts[static_cast<std::size_t>(value >> 124U)];
        const uint128 other = draw{key, row}.between<uint128>(0, ~uint128{0});
        ++unsigned_counts[static_cast<std::size_t>(other >> 60U & 15U)];
    }
    CHECK(std::abs(excess(signed_counts)) < 4);
    CHECK(std::abs(excess(unsigned_counts)) < 4);
}

TEST_CASE("a probability becomes the nearest threshold below") {
    static_assert(synth::probability(0.5) == std::uint64_t{1} << 63U);
    CHECK(synth::probability(0.0) == 0);
    CHECK(synth::probability(-1.0) == 0);
    CHECK(synth::probability(std::numeric_limits<double>::quiet_NaN()) == 0);
    CHECK(synth::probability(0x1p-64) == 1);
    CHECK(synth::probability(0x1p-65) == 0);
    CHECK(synth::probability(1.0 - 0x1p-53) == ~std::uint64_t{0} - 2047);
    CHECK(synth::probability(1.0) == ~std::uint64_t{0});
    CHECK(synth::probability(7.0) == ~std::uint64_t{0});
}

TEST_CASE("a chance comes as often as its probability says") {
    for (const double wanted : {0.0, 0.001, 0.25, 0.5, 0.9, 1.0}) {
        const std::uint64_t threshold = synth::probability(wanted);
        int hits = 0;
        for (std::uint64_t row = 0; row < 100'000; ++row) {
            hits += draw{key, row}.chance(threshold) ? 1 : 0;
        }
        const double deviation = std::sqrt(100'000 * wanted * (1 - wanted));
        CHECK(std::abs(hits - 100'000 * wanted) <= 4 * deviation);
    }
    // The word 2^64 - 1, the only one that is not below the largest threshold, comes from this state.
    constexpr synth::stream_key last{0x5ca470d875749348U, 1};
    CHECK(draw{last, 0}.word() == ~std::uint64_t{0});
    CHECK(draw{last, 0}.chance(synth::probability(1.0)));
}

TEST_CASE("a real number lies in the unit interval and has the mean and variance of the uniform law") {
    double sum = 0;
    double squares = 0;
    constexpr int rows = 200'000;
    for (std::uint64_t row = 0; row < rows; ++row) {
        const double value = draw{key, row}.real();
        REQUIRE((value >= 0 && value < 1));
        sum += value - 0.5;
        squares += (value - 0.5) * (value - 0.5);
    }
    CHECK(std::abs(sum / rows) < 4 * std::sqrt(1.0 / 12 / rows));
    CHECK(std::abs(squares / rows - 1.0 / 12) < 4 * std::sqrt(1.0 / 180 / rows));
}
