// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include <synth/schema/expression_result.hpp>

namespace {

using namespace synth;

template<typename Left, typename Right>
constexpr expression_node result(operation what) {
    return detail::node_of(what, detail::node_of_type<Left>(), detail::node_of_type<Right>());
}

using money = decimal<12, 2>;

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
