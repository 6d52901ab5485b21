// SPDX-License-Identifier: BSL-1.0
#include <set>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/schema/sql_value.hpp>

using namespace synth;

TEST_CASE("a value of an SQL type is its text") {
    CHECK(sql_value<"point">{"(1,2)"} == sql_value<"point">{"(1,2)"});
    CHECK(sql_value<"point">{"(1,2)"} != sql_value<"point">{"(1,3)"});
}

TEST_CASE("a type is known by its name, wherever it lives and whatever its modifiers are") {
    static_assert(plain_type_name("gis.geometry(Point,4326)") == "geometry");
    static_assert(sql_kind_of("point") == sql_kind::point);
    CHECK(sql_kind_of("ext.hstore") == sql_kind::hstore);
    CHECK(sql_kind_of("vector(3)") == sql_kind::vector);
    CHECK(sql_kind_of("mood") == sql_kind::other);
    CHECK(sql_kind_of("") == sql_kind::other);
}

TEST_CASE("no name stands twice in the list of types") {
    std::set<std::string_view> seen;
    for (const auto& each : detail::sql_kind_names) {
        CAPTURE(each.name);
        CHECK(seen.insert(each.name).second);
        CHECK(each.kind != sql_kind::other);
    }
}

TEST_CASE("what PostgreSQL does not keep distinct has no keys") {
    CHECK(key_capacity_of(sql_kind::xml) == 0);
    CHECK(key_capacity_of(sql_kind::line) == 0);
    CHECK(key_capacity_of(sql_kind::oid) == 4'294'967'294);
    CHECK(key_capacity_of(sql_kind::isbn) == 1'000'000'000);
    CHECK(key_capacity_of(sql_kind::other) == 2'147'483'647);
}
