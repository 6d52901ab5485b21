// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include <synth/sink/binary_form.hpp>

#include "forms_of.hpp"

namespace {

using namespace synth;
using forms::binary;

TEST_CASE("a range is its flags and the bounds that there are") {
    using numbers = range<std::int32_t>;
    CHECK(binary<numbers>(numbers::of(1, 5)) == "02"
                                                "0000000400000001"
                                                "0000000400000005");
    CHECK(binary<numbers>({1, 5, false, true, false}) == "04"
                                                         "0000000400000001"
                                                         "0000000400000005");
    CHECK(binary<numbers>({{}, 5, true, true, false}) == "0c0000000400000005");
    CHECK(binary<numbers>({-1, {}, true, true, false}) == "1200000004ffffffff");
    CHECK(binary<numbers>({}) == "18");
    CHECK(binary<numbers>(numbers::nothing()) == "01");
}

TEST_CASE("bounds have the form of their type") {
    CHECK(binary<range<date>>(range<date>::of(date::of(2000, 1, 1), date::of(2000, 1, 2))) ==
          "0200000004000000000000000400000001");
    CHECK(binary<range<decimal<12, 2>>>({decimal<12, 2>{50}, {}, true, false, false}) ==
          "120000000a0001ffff000000021388");
}

TEST_CASE("a multirange is the number of its ranges, and each with its length") {
    const multirange<std::int32_t> one{{{{}, 5, true, false, false}}};
    CHECK(binary<multirange<std::int32_t>>(as_view(one)) == "00000001"
                                                            "00000009"
                                                            "080000000400000005");
    CHECK(binary<multirange<std::int32_t>>({}) == "00000000");
}

TEST_CASE("arrays of ranges say the number of the range, or none for those of a user") {
    const std::vector<range<std::int32_t>> one{range<std::int32_t>{}};
    CHECK(binary<std::vector<range<std::int32_t>>>(one) == "00000001"
                                                           "00000000"
                                                           "00000f40"
                                                           "00000001"
                                                           "00000001"
                                                           "00000001"
                                                           "18");
    const std::vector<range<double>> other{range<double>{}};
    CHECK(binary<std::vector<range<double>>>(other).substr(16, 8) == "ffffffff");
}

TEST_CASE("what only the server can read has no binary form, nor have arrays of it") {
    static_assert(has_binary_form<range<date>> && has_binary_form<std::vector<multirange<date>>>);
    static_assert(!has_binary_form<sql_value<"point">> && !has_binary_form<std::vector<sql_value<"point">>>);
    static_assert(!has_binary_form<composite<"pair", std::int32_t>>);
}

} // namespace
