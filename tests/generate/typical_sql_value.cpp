// SPDX-License-Identifier: BSL-1.0
// tests/sink/postgres_forms.cpp has PostgreSQL read what is written here.
#include <cstdint>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/generate/by_type.hpp>

#include "law_test.hpp"

using namespace synth;

namespace {

template<fixed_string Type>
std::string first() {
    const typical<sql_value<Type>> law{law_test::plan_for()};
    draw cell = law_test::cell(1);
    const auto text = law(cell);
    return std::string{static_cast<std::string_view>(text)};
}

} // namespace

TEST_CASE("values of a type are spelled as the type asks") {
    CHECK(first<"xml">().starts_with("<item id="));
    CHECK(first<"point">().find_first_not_of("(),.-0123456789") == std::string::npos);
    CHECK(first<"hstore">().starts_with(R"("id"=>")"));
    CHECK(first<"tsvector">().front() == '\'');
    CHECK(first<"geometry(Point,4326)">().starts_with("SRID=4326;POINT("));
    CHECK(first<"geometry(MultiPolygon)">().starts_with("MULTIPOLYGON((("));
    CHECK(first<"geography">().starts_with("POINT("));
    CHECK(first<"vector(5)">().size() == 21);
    CHECK(first<"vector">().size() == 13);
    CHECK(first<"sparsevec(9)">().ends_with("}/9"));
}

TEST_CASE("of an unknown type small numbers are tried") {
    const std::string text = first<"nobody.knows(3)">();
    CHECK(!text.empty());
    CHECK(text.find_first_not_of("0123456789") == std::string::npos);
}

TEST_CASE("texts stay in the room that they have") {
    const auto check = [](const auto& law) {
        for (std::uint64_t row = 0; row < 5'000; ++row) {
            draw cell = law_test::cell(row);
            REQUIRE(law(cell).size() <= 160);
        }
    };
    check(typical<sql_value<"polygon">>{law_test::plan_for()});
    check(typical<sql_value<"path">>{law_test::plan_for()});
    check(typical<sql_value<"tsvector">>{law_test::plan_for()});
    check(typical<sql_value<"hstore">>{law_test::plan_for()});
    check(typical<sql_value<"geometry(LineString,4326)">>{law_test::plan_for()});
}
