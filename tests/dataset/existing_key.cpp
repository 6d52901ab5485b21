// SPDX-License-Identifier: BSL-1.0
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/dataset/existing_key.hpp>

#include "outside.hpp"

namespace {

// By the place in the catalog: country has three keys, embassy two, city one.
using code = synth::existing_key<outside::database, 1>;
using number = synth::existing_key<outside::database, 2>;
using place = synth::existing_key<outside::database, 6>;

} // namespace

TEST_CASE("a key orders rows by its columns, the first before the second") {
    CHECK(code::compare({"AT", 2, {}}, {"DE", 1, {}}) < 0);
    CHECK(number::compare({"AT", 2, {}}, {"DE", 1, {}}) > 0);
    CHECK(code::compare({"AT", 2, {}}, {"AT", 1, {}}) == 0);
    CHECK(place::compare({{{1}}, "Ulm"}, {{{2}}, "Bonn"}) < 0);
    CHECK(place::compare({{{1}}, "Ulm"}, {{{1}}, "Bonn"}) > 0);
}

TEST_CASE("rows that a key does not tell apart are refused with their values") {
    CHECK_THROWS_WITH_AS(number::refuse_twice({"AT", 2, {}}),
                         "synth: country: two of the rows that are there have one key (number): 2; give each "
                         "row once",
                         synth::plan_error);
}

TEST_CASE("numbers that are no number have a place, and a message shows what it can") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK(synth::detail::key_order(nan, nan) == 0);
    CHECK(synth::detail::key_order(1.0, nan) < 0);
    CHECK(synth::detail::shown_value(true) == " true");
    CHECK(synth::detail::shown_value(std::string{"a"}) == " 'a'");
    CHECK(synth::detail::shown_value(synth::uuid{}).empty());
    static_assert(synth::detail::has_order<std::vector<std::int64_t>> && synth::detail::has_order<bool>);
    static_assert(!synth::detail::has_order<synth::range<std::int32_t>>);
}
