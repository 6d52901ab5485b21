// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/generate/domain.hpp>
#include <synth/generate/domain_sql_value.hpp>
#include <synth/schema/key_capacity.hpp>

#include "domain_test.hpp"

using namespace synth;

TEST_CASE("keys of types that are texts to synth are distinct, and lead back to their number") {
    domain_test::check_bijection<sql_value<"oid">>();
    domain_test::check_bijection<sql_value<"money">>();
    domain_test::check_bijection<sql_value<"pg_lsn">>();
    domain_test::check_bijection<sql_value<"ltree">>();
    domain_test::check_bijection<sql_value<"hstore">>();
    domain_test::check_bijection<sql_value<"tsvector">>();
    domain_test::check_bijection<sql_value<"cube">>();
    domain_test::check_bijection<sql_value<"seg">>();
    domain_test::check_bijection<sql_value<"tid">>();
    domain_test::check_bijection<sql_value<"xid8">>();
    domain_test::check_bijection<sql_value<"isbn13">>();
    domain_test::check_bijection<sql_value<"issn">>();
    domain_test::check_bijection<sql_value<"ismn">>();
    domain_test::check_bijection<sql_value<"upc">>();
    domain_test::check_bijection<sql_value<"ean13">>();
    domain_test::check_bijection<sql_value<"point">>();
    domain_test::check_bijection<sql_value<"box">>();
    domain_test::check_bijection<sql_value<"circle">>();
    domain_test::check_bijection<sql_value<"polygon">>();
    domain_test::check_bijection<sql_value<"nobody.knows">>();
}

TEST_CASE("keys are spelled as PostgreSQL spells them") {
    const column_plan plan = law_test::plan_for();
    CHECK(domain<sql_value<"oid">>{plan}.at(0).view() == "1");
    CHECK(domain<sql_value<"pg_lsn">>{plan}.at(123'456'789).view() == "1/23456789");
    CHECK(domain<sql_value<"ltree">>{plan}.at(6).view() == "n7");
    CHECK(domain<sql_value<"box">>{plan}.at(1).view() == "(3,1),(2,0)");
    CHECK(domain<sql_value<"circle">>{plan}.at(1).view() == "<(3,0),1>");
    CHECK(domain<sql_value<"polygon">>{plan}.at(1).view() == "((2,0),(3,0),(3,1))");
    CHECK(domain<sql_value<"isbn">>{plan}.at(39'304'002).view() == "9780393040029");
}

TEST_CASE("a text from elsewhere is no key") {
    const column_plan plan = law_test::plan_for();
    const domain<sql_value<"point">> points{plan};
    CHECK(points.index_of("(1,0)") == 1);
    CHECK(!points.index_of("(1,0)x"));
    CHECK(!points.index_of("(01,0)"));
    CHECK(!points.index_of("(99999999,0)"));
    CHECK(!points.index_of("("));
    CHECK(!points.index_of(""));
    CHECK(!domain<sql_value<"box">>{plan}.index_of("(4,1),(3,0)"));
    CHECK(!domain<sql_value<"oid">>{plan}.index_of("0"));
    CHECK(!domain<sql_value<"oid">>{plan}.index_of("99999999999999999999"));
    CHECK(!domain<sql_value<"isbn">>{plan}.index_of("9780393040020"));
}

TEST_CASE("the compiler knows how many keys there are") {
    CHECK(domain<sql_value<"oid">>{law_test::plan_for()}.last() + 1 == key_capacity<sql_value<"oid">>({}));
    CHECK(key_capacity<sql_value<"xml">>({}) == 0);
    static_assert(!has_domain<sql_value<"xml">>);
}
