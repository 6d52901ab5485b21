// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include "translation.hpp"

using namespace synth::introspect;

namespace {

std::string of(const std::string& sql) {
    static const introspect_test::translation made{
        {column{
             .name = "m", .type = {.of = kind::other, .sql = "money", .spelled = "money"}, .nullable = true},
         column{.name = "p", .type = {.of = kind::other, .sql = "point", .spelled = "point"}},
         column{.name = "b", .type = {.of = kind::other, .sql = "box", .spelled = "box"}}}};
    return made(sql);
}

} // namespace

TEST_CASE("what all generated amounts of money do is true") {
    for (const char* held :
         {"m >= 0::money", "m > '$1.50'::money", "'0'::money < m", "m < '1,000,000.00'::money", "m <> '-5'",
          "m BETWEEN '0'::money AND '$10,000.00'::money"}) {
        CAPTURE(held);
        CHECK(of(held) == "always");
    }
    for (const char* unsaid : {"m > '$1,000.00'::money", "m < 0::money", "m = '5'::money",
                               "NOT m < '0'::money", "m > 'much'::money", "m > n"}) {
        CAPTURE(unsaid);
        CHECK(of(unsaid).starts_with("no: "));
    }
}

TEST_CASE("points are a longitude and a latitude") {
    CHECK(of("p[0] BETWEEN -180 AND 180 AND p[1] >= -90") == "always");
    CHECK(of("abs(p[1]) <= 90").starts_with("no: "));
    CHECK(of("p[0] BETWEEN -90 AND 90").starts_with("no: "));
    CHECK(of("p[2] >= 0").starts_with("no: "));
    CHECK(of("b[0] >= -180").starts_with("no: "));
    CHECK(of("m IS NULL OR p[0] <= 180") == "always");
}
