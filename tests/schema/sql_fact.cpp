// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/schema/sql_fact.hpp>

using namespace synth;

namespace {

template<typename Type>
bool is(std::string_view name, std::uint32_t oid) {
    return detail::sql_fact_of<Type>.name == name && detail::sql_fact_of<Type>.oid == oid;
}

} // namespace

TEST_CASE("the types of PostgreSQL have their names and numbers") {
    CHECK(is<bool>("boolean", 16));
    CHECK(is<std::int64_t>("bigint", 20));
    CHECK(is<std::string>("text", 25));
    CHECK(is<timestamp_tz>("timestamptz", 1184));
    CHECK(is<decimal<12, 2>>("numeric(12,2)", 1700));
    CHECK(is<decimal<5, -3>>("numeric(5,-3)", 1700));
}

TEST_CASE("a range is called by its element") {
    CHECK(is<range<std::int32_t>>("int4range", 3904));
    CHECK(is<range<std::int64_t>>("int8range", 3926));
    CHECK(is<range<decimal<18, 6>>>("numrange", 3906));
    CHECK(is<range<date>>("daterange", 3912));
    CHECK(is<range<timestamp>>("tsrange", 3908));
    CHECK(is<range<timestamp_tz>>("tstzrange", 3910));
    CHECK(is<multirange<std::int32_t>>("int4multirange", 4451));
    CHECK(is<multirange<std::int64_t>>("int8multirange", 4536));
    CHECK(is<multirange<decimal<4, 1>>>("nummultirange", 4532));
    CHECK(is<multirange<date>>("datemultirange", 4535));
    CHECK(is<multirange<timestamp>>("tsmultirange", 4533));
    CHECK(is<multirange<timestamp_tz>>("tstzmultirange", 4534));
}

TEST_CASE("a range of a user's own has no number, and of texts there is none") {
    CHECK(is<range<double>>("anyrange", 0));
    CHECK(is<multirange<interval>>("anymultirange", 0));
    CHECK(is<range<std::string>>("", 0));
    CHECK(is<range<bool>>("", 0));
}

TEST_CASE("texts and composites are called as they say") {
    CHECK(is<sql_value<"point">>("point", 0));
    CHECK(is<composite<"price", std::int64_t>>("price", 0));
    CHECK(is<void>("", 0));
}
