// SPDX-License-Identifier: BSL-1.0
#include "letter_case.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

using namespace synth::introspect;

namespace {

letter_case of(const std::vector<std::string_view>& checks) { return case_of_checks(checks, "v"); }

} // namespace

TEST_CASE("only patterns with letters of both cases allow both") {
    CHECK(of({"synth::sql::matches(v, \"^[A-Za-z]{3}$\")"}).both);
    CHECK(of({"synth::sql::matches(v, \"^\\\\w+$\")"}).both);
    CHECK(of({"synth::sql::imatches(v,\x01\"^[a-z]{3}$\")"}).both);
    CHECK_FALSE(of({"synth::sql::matches(v, \"^[A-Z]\\\\d+$\")"}).both);
    CHECK_FALSE(of({"synth::sql::matches(v, \"^[a-z]+$\")"}).both);
    CHECK_FALSE(of({"v == \"aB\""}).both);
    CHECK_FALSE(of({"synth::sql::matches(v, \"^[A-Za-z]{3}$\")", "synth::sql::upper(v) == v"}).both);
    CHECK_FALSE(of({"matches("}).both);
    CHECK_FALSE(of({"synth::sql::matches(w, \"^[A-Za-z]{3}$\")"}).both);
    CHECK_FALSE(of({"synth::sql::matches(v, \"(a)\\\\1\")"}).both);
}

TEST_CASE("checks of lengths leave the letters of keys as they are") {
    CHECK(leaves_letters({}, "synth::value<v>"));
    CHECK(leaves_letters({"synth::sql::length(synth::value<v>) <= 255 && synth::value<v> != \"\"",
                          "synth::sql::length(synth::sql::trim(synth::value<v>)) > 0",
                          "synth::sql::trim(synth::value<v>) != \"\""},
                         "synth::value<v>"));
    CHECK_FALSE(leaves_letters({"synth::value<v> != \"x\""}, "synth::value<v>"));
    CHECK_FALSE(
        leaves_letters({"synth::sql::length(synth::value<v>) == synth::value<w>"}, "synth::value<v>"));
    CHECK_FALSE(leaves_letters({"synth::sql::matches(synth::value<v>, \"^ \")"}, "synth::value<v>"));
}

TEST_CASE("texts keep to the case that leaves more of them, if these are enough") {
    CHECK(of({"synth::sql::matches(v, \"^[A-Za-z]{3}$\")"}).condition == "synth::sql::lower(v) == v");
    CHECK(of({"synth::sql::matches(v, \"^[a-b]?[A-Z]{4}$\") && v != \"x\""}).condition ==
          "synth::sql::upper(v) == v");
    CHECK(
        of({"synth::sql::matches(v, \"^[A-Za-z]{3,4}$\")", "synth::sql::matches(v, \"^[A-Z]\")"}).condition ==
        "synth::sql::upper(v) == v");
    CHECK(of({"synth::sql::matches(v, \"^[A-Z][a-z]+$\")"}).condition.empty());
    CHECK(of({"synth::sql::matches(v, \"^[A-Za-z]{2}$\")"}).condition.empty());
}
