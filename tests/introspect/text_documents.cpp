// SPDX-License-Identifier: BSL-1.0
#include "text_documents.hpp"

#include "made_header.hpp"

using namespace synth::introspect;
using introspect_test::has;
using introspect_test::of_postgres;
using introspect_test::postgres;

TEST_CASE("a text that a check reads as JSON is a document") {
    if (!postgres::available()) {
        return;
    }
    const header made = of_postgres(
        "CREATE TABLE t (id integer PRIMARY KEY, a text CHECK (a::json IS NOT NULL), b varchar(1000) NOT "
        "NULL,"
        " CHECK (b = '' OR jsonb_typeof(b::jsonb) = 'object'), c text CHECK (c IS NULL OR c::jsonb ? 'k'),"
        " d varchar(20) CHECK (d::json IS NOT NULL), e text UNIQUE CHECK (e::json IS NOT NULL),"
        " f text CHECK (f <> 'x'), g text CHECK (f::json IS NOT NULL OR g <> 'y'));");
    CHECK(has(made.text, "std::optional<synth::json> a{};"));
    CHECK(has(made.text, "synth::column<&d::t::a>(synth::sql_type(\"text\")"));
    CHECK(has(made.text, "synth::json b{};"));
    CHECK(has(made.text, "synth::column<&d::t::b>(synth::sql_type(\"varchar\")"));
    CHECK(has(made.text, "std::optional<synth::json> c{};"));
    CHECK_MESSAGE(has(made.text, "std::optional<std::string> d{};"), "too short");
    CHECK_MESSAGE(has(made.text, "std::optional<std::string> e{};"), "a key");
    CHECK(has(made.text, "std::optional<synth::json> f{};"));
    CHECK(has(made.text, "std::optional<std::string> g{};"));
}
