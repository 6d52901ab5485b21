// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/schema/derivation_work.hpp>
#include <synth/schema/schema.hpp>

#include "tpcc.hpp"

namespace {

constexpr const auto& facts = synth::catalog_of<tpcc::database>;
constexpr synth::table_components<facts.tables.size()> components{facts.view()};
using work = synth::derivation_work<facts.tables.size(), facts.columns.size(), facts.references.size()>;

} // namespace

TEST_CASE("the work looks at one table: its references, its columns, its owner") {
    work orders{.schema = facts.view(), .components = components};
    orders.table = tpcc::database::index_or_none<tpcc::orders>();
    REQUIRE(orders.last() - orders.first() == 1);
    CHECK(orders.decides(orders.first()));
    CHECK_FALSE(orders.to_self(orders.first()));
    orders.own(orders.first());
    CHECK(orders.mine().owner == tpcc::database::index_or_none<tpcc::customer>());
    CHECK(orders.mode(orders.first()) == synth::reference_mode::owned);
    orders.set_ordinal(2);
    CHECK(orders.column(2).source == synth::column_source::ordinal);
}

TEST_CASE("the first failure counts") {
    work orders{.schema = facts.view(), .components = components};
    orders.fail(synth::derivation_fault::key, 3);
    orders.fail(synth::derivation_fault::ownership, 4);
    CHECK(orders.result.fault == synth::derivation_fault::key);
    CHECK(orders.result.fault_item == 3);
}
