// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>

#include <doctest/doctest.h>

#include <synth/schema/composite.hpp>

using namespace synth;

TEST_CASE("a composite holds its attributes, each of which may be NULL") {
    using price = composite<"price", std::int64_t, attribute<std::string, 3, true>, null_attribute>;
    static_assert(std::is_same_v<decltype(price::attributes),
                                 std::tuple<std::optional<std::int64_t>, std::optional<std::string>,
                                            std::optional<null_attribute>>>);
    const price one{{12, "EUR", std::nullopt}};
    CHECK(std::get<0>(one.attributes) == 12);
    CHECK(std::get<1>(one.attributes) == "EUR");
    CHECK(!std::get<0>(price{}.attributes));
}

TEST_CASE("an attribute keeps its length and its digits") {
    using code = attribute<std::string, 3, true>;
    static_assert(code::max_length == 3 && code::fixed_length && code::fraction_digits == 6);
    CHECK(attribute<std::int64_t, 0, false, 2>::fraction_digits == 2);
}
