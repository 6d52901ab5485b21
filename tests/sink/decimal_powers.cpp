// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

#include <doctest/doctest.h>

#include <synth/sink/decimal_powers.hpp>

namespace {

// A natural number, the lowest 32 bits first.
using natural = std::vector<std::uint32_t>;

natural times(natural number, std::uint64_t factor) {
    natural product(number.size() + 3, 0);
    for (std::size_t index = 0; index < number.size(); ++index) {
        for (std::size_t half = 0; half < 2; ++half) {
            const std::uint64_t part = (factor >> (32 * half)) & 0xffff'ffffU;
            std::uint64_t carry = part * number[index];
            for (std::size_t place = index + half; carry != 0; ++place) {
                carry += product[place];
                product[place] = static_cast<std::uint32_t>(carry);
                carry >>= 32U;
            }
        }
    }
    while (!product.empty() && product.back() == 0) {
        product.pop_back();
    }
    return product;
}

natural shifted(const natural& number, std::size_t bits) {
    natural result(bits / 32, 0);
    const natural rest = times(number, std::uint64_t{1} << (bits % 32));
    result.insert(result.end(), rest.begin(), rest.end());
    return result;
}

natural sum(natural left, const natural& right) {
    left.resize(std::max(left.size(), right.size()) + 1);
    std::uint64_t carry = 0;
    for (std::size_t index = 0; index < left.size(); ++index) {
        carry += std::uint64_t{left[index]} + (index < right.size() ? right[index] : 0);
        left[index] = static_cast<std::uint32_t>(carry);
        carry >>= 32U;
    }
    while (!left.empty() && left.back() == 0) {
        left.pop_back();
    }
    return left;
}

bool less(const natural& left, const natural& right) {
    if (left.size() != right.size()) {
        return left.size() < right.size();
    }
    for (std::size_t index = left.size(); index-- > 0;) {
        if (left[index] != right[index]) {
            return left[index] < right[index];
        }
    }
    return false;
}

natural power_of_ten(int exponent) {
    natural power{1};
    for (int count = 0; count < exponent; ++count) {
        power = times(power, 10);
    }
    return power;
}

} // namespace

TEST_CASE("each power of ten is the least number of 128 bits that is not below it") {
    using namespace synth::detail;
    REQUIRE(std::size(decimal_powers) == highest_power - lowest_power + 1);
    for (int exponent = lowest_power; exponent <= highest_power; ++exponent) {
        CAPTURE(exponent);
        const decimal_power& power = decimal_power_of(exponent);
        REQUIRE((power.high >> 63U) == 1);
        const natural unit = power_of_ten(exponent < 0 ? -exponent : 0);
        const natural number = sum(shifted(times(unit, power.high), 64), times(unit, power.low));
        // Both sides in the same power of two: 10^exponent is 2^(up - down).
        const int scale = 127 - (exponent * 1'741'647 >> 19);
        const natural exact = shifted(power_of_ten(exponent < 0 ? 0 : exponent),
                                      static_cast<std::size_t>(scale < 0 ? 0 : scale));
        const natural given = shifted(number, static_cast<std::size_t>(scale < 0 ? -scale : 0));
        const natural step = shifted(unit, static_cast<std::size_t>(scale < 0 ? -scale : 0));
        REQUIRE_FALSE(less(given, exact));
        REQUIRE(less(given, sum(exact, step)));
    }
}
