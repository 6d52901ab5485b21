// SPDX-License-Identifier: BSL-1.0
// The messages are in tests/rejected; here is what a good schema gets.
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/schema/explain.hpp>
#include <synth/schema/schema.hpp>

#include "tpcc.hpp"

namespace {

consteval bool explain_nothing() {
    synth::explain_fault<synth::schema_rule::none, synth::fixed_string<0>{}, synth::fixed_string<0>{}>();
    return true;
}

} // namespace

TEST_CASE("a schema without a fault is not explained") {
    static_assert(explain_nothing());
    static_assert(synth::check_schema<tpcc::database>());
    CHECK(synth::check_schema<tpcc::database>());
}
