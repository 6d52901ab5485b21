// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <synth/schema/expression_node.hpp>

namespace {

using namespace synth;
using detail::constant_node;
using detail::node_of;
using detail::node_of_type;

template<typename Left, typename Right>
constexpr expression_node result(operation what) {
    return node_of(what, node_of_type<Left>(), node_of_type<Right>());
}

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
    static_assert(constant_node(1e30).number == detail::no_number_above);
    static_assert(constant_node("a").text == "a");
    static_assert(constant_node(std::nullopt).kind == value_kind::null);
    static_assert(constant_node(date::of(1970, 1, 3)).number == 2);
    static_assert(constant_node(interval{1, 2, 3}).months == 1);
    static_assert(constant_node(interval{1, 2, 3}).number == 2 * detail::microseconds_in_day + 3);
}

TEST_CASE("a result has the kind that SQL gives it") {
    using enum operation;
    static_assert(result<date, date>(subtract).kind == value_kind::number);
    static_assert(result<date, date>(subtract).width == 4);
    static_assert(result<date, int>(add).kind == value_kind::date);
    static_assert(result<int, date>(add).kind == value_kind::date);
    static_assert(result<date, interval>(add).kind == value_kind::timestamp);
    static_assert(result<interval, date>(add).kind == value_kind::timestamp);
    static_assert(result<date, time_of_day>(add).kind == value_kind::timestamp);
    static_assert(result<time_of_day, date>(add).kind == value_kind::timestamp);
    static_assert(result<time_of_day, interval>(subtract).kind == value_kind::time);
    static_assert(result<time_of_day, time_of_day>(subtract).kind == value_kind::interval);
    static_assert(result<timestamp, date>(subtract).kind == value_kind::interval);
    static_assert(result<timestamp, interval>(subtract).kind == value_kind::timestamp);
    static_assert(result<interval, interval>(subtract).kind == value_kind::interval);
    static_assert(result<int, interval>(multiply).kind == value_kind::interval);
    static_assert(result<interval, money>(multiply).scale == 0);
    static_assert(result<date, timestamp>(coalesce).kind == value_kind::timestamp);
}

TEST_CASE("a result has the digits and the width that SQL gives it") {
    using enum operation;
    static_assert(result<std::int16_t, std::int32_t>(add).width == 4);
    static_assert(result<std::int16_t, std::int16_t>(multiply).width == 2);
    static_assert(result<std::int16_t, money>(add).width == 0 && result<std::int16_t, money>(add).scale == 2);
    static_assert(result<money, money>(multiply).scale == 4);
    static_assert(result<int, int>(divide).scale == 0 && result<money, int>(divide).scale == 8);
    static_assert(result<money, double>(add).real);
    static_assert(result<std::string, std::string>(length).width == 4);
    static_assert(result<date, date>(year_of).width == 0); // SQL's is numeric
    static_assert(result<int, int>(less).kind == value_kind::boolean);
}

} // namespace
