// SPDX-License-Identifier: BSL-1.0
#include "bits_check.hpp"

#include "made_header.hpp"

using namespace synth::introspect;
using introspect_test::has;
using introspect_test::of_postgres;
using introspect_test::postgres;
using introspect_test::warns;

TEST_CASE("bits are kept from a constant by a lambda") {
    if (!postgres::available()) {
        return;
    }
    const header made =
        of_postgres("CREATE TABLE t (a bit(3) NOT NULL CONSTRAINT any_day CHECK (a <> B'000'),"
                    "b varbit CHECK (b <> B'1'), c bit(3) CHECK (c = B'101'),"
                    "d bit(3) CHECK (d <> B'000' OR d IS NULL));");
    CHECK(has(made.text, "synth::check<&d::t::a>(\"any_day\", [](const synth::bit_string& bits) { return "
                         "bits.digits != \"000\"; })"));
    CHECK(has(made.text, "[](const std::optional<synth::bit_string>& bits)"));
    CHECK(has(made.text, "!bits || (*bits).digits != \"1\""));
    CHECK(!has(made.text, "synth::check<&d::t::c>"));
    CHECK(!has(made.text, "synth::check<&d::t::d>"));
}
