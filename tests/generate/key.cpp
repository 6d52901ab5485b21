// SPDX-License-Identifier: BSL-1.0
#include <set>
#include <string>

#include <doctest/doctest.h>

#include <synth/generate/key.hpp>

#include "law_test.hpp"

using namespace synth;
using law_test::plan_for;
using law_test::refusal_by;

static_assert(key_for<permuted_key, std::int32_t> && key_for<permuted_key, std::string>);
static_assert(generator_for<permuted_key, uuid> && !generator_for<permuted_key, sql_value<"xml">>);

TEST_CASE("a permuted key gives every row a value of its own and finds the row again") {
    const auto key = permuted_key().bind<std::string>(plan_for());
    std::set<std::string> seen;
    for (std::uint64_t row = 0; row < 5'000; ++row) {
        const auto value = key.at(row);
        CHECK(key.row_of(value) == row);
        seen.insert(std::string{value.view()});
    }
    CHECK(seen.size() == 5'000);
    CHECK(!key.row_of("no key"));
}

TEST_CASE("a permuted key fills a small domain") {
    const auto key = permuted_key().bind<std::string>([] {
        column_plan plan = plan_for(2);
        plan.rows = 1'296;
        return plan;
    }());
    std::set<std::string> seen;
    for (std::uint64_t row = 0; row <= key.last(); ++row) {
        seen.insert(std::string{key.at(row).view()});
    }
    CHECK(seen.size() == 1'296);
}

TEST_CASE("a permuted key stays as it is when the table grows") {
    column_plan more = plan_for();
    more.rows = 1'000'000;
    const auto key = permuted_key().bind<uuid>(plan_for());
    const auto grown = permuted_key().bind<uuid>(more);
    CHECK(key.at(7) == grown.at(7));
}

TEST_CASE("the order of a permuted key depends on its column's stream") {
    column_plan other = plan_for();
    other.key = make_stream_key(42, {"shop", "price"});
    CHECK(permuted_key().bind<std::int64_t>(plan_for()).at(7) !=
          permuted_key().bind<std::int64_t>(other).at(7));
}

TEST_CASE("a permuted key may have a range of integers") {
    const auto key = permuted_key(1'000, 9'999).bind<std::int32_t>(plan_for());
    CHECK(key.last() == 8'999);
    for (std::uint64_t row = 0; row < 9'000; ++row) {
        const std::int32_t value = key.at(row);
        CHECK((value >= 1'000 && value <= 9'999));
    }
    CHECK(!key.row_of(999));
    CHECK(refusal_by([] { return permuted_key(1, 5'000).bind<date>(plan_for()); }) ==
          "synth: shop.item: permuted_key(low, high) is for integers; use permuted_key() here");
}

TEST_CASE("a bound key is a generator of its cells") {
    const auto key = permuted_key().bind<std::int64_t>(plan_for());
    CHECK(key(law_test::cell(11)) == key.at(11));
}

TEST_CASE("more rows than values are refused with both numbers and the remedy") {
    CHECK(
        refusal_by([] { return permuted_key(1, 9).bind<std::int32_t>(plan_for()); }) ==
        "synth: shop.item: 1000 rows need as many distinct values, but the column has only 9; plan at most 9 "
        "rows or "
        "widen the column");
    CHECK(refusal_by([] { return permuted_key().bind<bool>(plan_for()); }) != "");
    column_plan plan = plan_for();
    plan.rows = 9;
    CHECK(refusal_by([&] { return permuted_key(1, 9).bind<std::int32_t>(plan); }) == "");
    plan.rows = 0;
    CHECK(refusal_by([&] { return permuted_key().bind<bool>(plan); }) == "");
}

TEST_CASE("keys are the same in every build") {
    CHECK(law_test::fingerprint<std::int64_t>(permuted_key()) == 0xb2430a1d6b198fbdU);
    CHECK(law_test::fingerprint<std::string>(permuted_key()) == 0xffae614645460835U);
    CHECK(law_test::fingerprint<uuid>(permuted_key()) == 0x598bdc4ad64799f3U);
    CHECK(law_test::fingerprint<timestamp>(permuted_key()) == 0x21dacf1d6f959a98U);
    CHECK(law_test::fingerprint<bytes>(permuted_key()) == 0x7c0714c1851e80ffU);
}

TEST_CASE("keys describe themselves") {
    CHECK(permuted_key().describe() == "permuted key");
    CHECK(permuted_key(1, 9).describe() == "permuted key of 1 to 9");
}
