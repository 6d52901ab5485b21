// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/sink/text_form.hpp>

#include "forms_of.hpp"
#include "sample_values.hpp"

namespace {

using namespace synth;

template<typename... Types>
void check_plain() {
    const auto check = []<typename Type>(std::optional<Type>) {
        static_assert(text_form<Type>::plain && has_fixed_text<Type>);
        for (const Type& value : samples::values<Type>(1'000)) {
            const std::string written = forms::text<Type>(value);
            REQUIRE_FALSE(written.empty());
            REQUIRE(written.find_first_of(",;|\"\\\t\r\n\b\f\v") == std::string::npos);
        }
    };
    (check(std::optional<Types>{}), ...);
}

TEST_CASE("plain texts need no quotes and no escapes and have a fixed bound") {
    check_plain<bool, std::int16_t, std::int32_t, std::int64_t, float, double, decimal<12, 2>, decimal<50, 5>,
                date, time_of_day, time_of_day_tz, timestamp, timestamp_tz, interval, uuid, inet, cidr,
                macaddr, macaddr8>();
}

TEST_CASE("texts whose length is the value's have no fixed bound") {
    CHECK_FALSE(has_fixed_text<std::string>);
    CHECK_FALSE(has_fixed_text<std::optional<bytes>>);
    CHECK_FALSE(has_fixed_text<std::vector<bool>>);
    CHECK(has_fixed_text<std::optional<date>>);
    CHECK(has_fixed_text<samples::mood>);
}

} // namespace
