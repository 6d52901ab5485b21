// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <synth/schema/expression_node.hpp>

namespace {

using namespace synth;
using detail::constant_node;
using detail::node_of_type;

using money = decimal<12, 2>;

TEST_CASE("the values of a type are numbers of a kind, a scale and a width") {
    static_assert(node_of_type<std::int16_t>().width == 2 && node_of_type<std::int64_t>().width == 8);
    static_assert(node_of_type<money>().scale == 2 && node_of_type<money>().width == 0);
    static_assert(node_of_type<std::optional<double>>().real);
    static_assert(node_of_type<timestamp_tz>().kind == value_kind::timestamp);
    static_assert(node_of_type<std::string>().kind == value_kind::text);
    static_assert(node_of_type<uuid>().kind == value_kind::other);
}

TEST_CASE("constants keep their number") {
    static_assert(constant_node(7).number == 7 && constant_node(7).width == 4);
    static_assert(constant_node(4'000'000'000U).width == 8);
    static_assert(constant_node(true).number == 1 && constant_node(true).kind == value_kind::boolean);
    static_assert(constant_node(exact("-12.50")).number == -1250 &&
                  constant_node(exact("-12.50")).scale == 2);
    static_assert(constant_node(0.5).number == 500'000 && !constant_node(0.5).real);
    static_assert(constant_node(1e30).number == no_upper_bound);
    static_assert(constant_node("a").text == "a");
    static_assert(constant_node(std::nullopt).kind == value_kind::null);
    static_assert(constant_node(date::of(1970, 1, 3)).number == 2);
    static_assert(constant_node(interval{1, 2, 3}).months == 1);
    static_assert(constant_node(interval{1, 2, 3}).number == 2 * microseconds_per_day + 3);
}

} // namespace
