// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/program/existing_table.hpp>
#include <synth/program/typed_schema.hpp>

#include "outside.hpp"

namespace {

std::vector<synth::existing_table> tables_of(const std::vector<outside::tenant>& tenants) {
    synth::plan_options<outside::schema> options;
    options.rows = {};
    options.apply(synth::existing_rows<outside::tenant>{tenants});
    return synth::existing_tables(synth::catalog_of<outside::schema>.view(),
                                  synth::typed_plan<outside::schema>{options});
}

} // namespace

TEST_CASE("the digest of keys is the same in any order, on any machine, and another of other keys") {
    const auto one = tables_of({{synth::uuid{{1}}}, {synth::uuid{{2}}}});
    REQUIRE(one.size() == 1);
    CHECK(one[0].name == "sales.te\"nant");
    CHECK(one[0].rows == 2);
    CHECK(one[0].digest == tables_of({{synth::uuid{{2}}}, {synth::uuid{{1}}}})[0].digest);
    CHECK(one[0].digest != tables_of({{synth::uuid{{3}}}, {synth::uuid{{1}}}})[0].digest);
    CHECK(one[0].digest != tables_of({{synth::uuid{{1}}}})[0].digest);
    CHECK(synth::existing_text(one) ==
          "synth: sales.te\"nant is filled outside: 2 rows, digest 64dd302743930bde\n");
    CHECK(synth::existing_text(one, "").starts_with("sales.te\"nant is "));
    CHECK(synth::existing_json(one).starts_with(
        R"(,"existing":[{"name":"sales.te\"nant","rows":2,"digest":")"));
    CHECK(synth::existing_json({}).empty());
    CHECK(tables_of({}).empty());
}
