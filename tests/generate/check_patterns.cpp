// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <string>
#include <type_traits>

#include <doctest/doctest.h>

#include <synth/generate/check_patterns.hpp>
#include <synth/schema/expression_functions.hpp>

namespace {

struct row {
    std::string mail;
    std::string code;
};

constexpr auto both = synth::sql::like(synth::value<&row::mail>, "%@%") &&
                      synth::sql::matches(synth::value<&row::code>, "^[0-9]+$");
constexpr auto none = synth::value<&row::mail> == "a@b";

} // namespace

TEST_CASE("each pattern answers for its own node") {
    const synth::check_patterns<> patterns{both.nodes};
    REQUIRE(patterns.size() == 2);
    const synth::expression_node& like = both.nodes[2];
    const synth::expression_node& matches = both.nodes[5];
    CHECK(patterns.source().matches(like, "a@b", false));
    CHECK_FALSE(patterns.source().matches(like, "17", true));
    CHECK(patterns.source().matches(matches, "17", false));
    CHECK(patterns[patterns.place_of(matches)].matches("18"));
    CHECK(patterns.place_of(both.nodes[0]) == 2);
}

TEST_CASE("nodes without patterns need none") {
    static_assert(std::is_same_v<synth::patterns_of_nodes<none.nodes>, synth::no_patterns>);
    static_assert(std::is_same_v<synth::patterns_of_nodes<both.nodes>, synth::check_patterns<>>);
    CHECK_FALSE(synth::no_patterns{none.nodes}.source().known());
    CHECK(synth::is_pattern(both.nodes[2]));
    CHECK_FALSE(synth::is_pattern(both.nodes[1]));
}
