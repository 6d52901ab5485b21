// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/schema/check.hpp>
#include <synth/schema/schema.hpp>

namespace check_test {

struct order {
    std::int32_t id{};
    std::optional<std::int32_t> low{};
    std::int32_t high{};
    std::string status{};
};

struct basket {
    std::vector<std::int32_t> sizes{};
    synth::range<synth::date> open{};
};

} // namespace check_test

template<>
inline constexpr auto synth::table<check_test::order> = synth::describe<check_test::order>(
    synth::check("id_range", synth::sql::between(synth::value<&check_test::order::id>, 1, 50)),
    synth::check(synth::value<&check_test::order::low> <= synth::value<&check_test::order::high>),
    synth::check<&check_test::order::status>("short", [](const auto& status) { return status.size() < 9; }));

template<>
inline constexpr auto synth::table<check_test::basket> = synth::describe<check_test::basket>(
    synth::check(synth::each_element<&check_test::basket::sizes> > 0),
    synth::check(synth::lower_of<&check_test::basket::open> < synth::upper_of<&check_test::basket::open>));

namespace {

using check_test::order;

TEST_CASE("the checks of a table are listed in order with the columns they read") {
    constexpr const auto& all = synth::checks_of<order>;
    static_assert(all.checks.size() == 3 && all.nodes.size() == 7 + 3);
    static_assert(all.checks[0].name == "id_range" && all.checks[0].columns.size() == 1);
    static_assert(all.checks[1].name.empty() && all.checks[1].columns.contains(1) &&
                  all.checks[1].columns.contains(2));
    static_assert(all.checks[2].size == 0 && all.checks[2].columns.contains(3) &&
                  all.checks[2].predicate == 0);
    CHECK(all.nodes_of(all.checks[1]).size() == 3);
    CHECK(all.nodes_of(all.checks[1]).back().what == synth::operation::less_equal);
}

TEST_CASE("a column is limited by its own checks and joined by those over others") {
    constexpr const auto& all = synth::checks_of<order>;
    static_assert(all.limits(0) && !all.limits(1) && !all.limits(3));
    static_assert(!all.joins(0) && all.joins(1) && all.joins(2) && all.joins(3));
}

TEST_CASE("a check of elements limits them and not their array, one of bounds limits the range") {
    constexpr const auto& all = synth::checks_of<check_test::basket>;
    static_assert(all.limits_elements(0) && !all.limits(0) && !all.joins(0));
    static_assert(all.limits(1) && !all.limits_elements(1));
    CHECK(all.checks[0].of_elements);
    CHECK_FALSE(all.checks[1].of_elements);
}

} // namespace
