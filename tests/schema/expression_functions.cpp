// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <synth/schema/expression_functions.hpp>

namespace {

using namespace synth;

struct order {
    std::int32_t id{};
    std::optional<std::int32_t> parent{};
    std::string status{};
};

constexpr auto id = value<&order::id>;
constexpr auto status = value<&order::status>;

TEST_CASE("operators make nodes of their operation") {
    using enum operation;
    static_assert((id + 1).root().what == add && (id - 1).root().what == subtract);
    static_assert((id * 2).root().what == multiply && (id / 2).root().what == divide &&
                  (id % 2).root().what == remainder);
    static_assert((id == 1).root().what == equal && (1 != id).root().what == unequal);
    static_assert((id < 1).root().what == less && (id <= 1).root().what == less_equal);
    static_assert((id > 1).root().what == greater && (id >= 1).root().what == greater_equal);
    static_assert((id > 1 && id < 5).root().what == both && (id > 1 || id < 5).root().what == either);
    static_assert((-id).root().what == negate && (!(id > 1)).root().what == negation);
    static_assert((1 - id).nodes[0].what == constant); // the order of the operands stays
}

TEST_CASE("functions make nodes of their operation") {
    using enum operation;
    static_assert(sql::is_null(id).root().what == is_null && sql::is_not_null(id).root().what == negation);
    static_assert(sql::is_true(id > 1).root().what == is_true &&
                  sql::is_false(id > 1).nodes[3].what == negation);
    static_assert(sql::like(status, "a%").root().what == like &&
                  sql::ilike(status, "a%").root().what == like_ignoring_case);
    static_assert(sql::matches(status, "a").root().what == matches);
    static_assert(sql::imatches(status, "a").root().what == matches_ignoring_case);
    static_assert(sql::length(status).root().what == length && sql::trim(status).root().what == trim);
    static_assert(sql::mod(id, 5).root().what == remainder && sql::abs(id).root().what == absolute);
    static_assert(sql::round(id * 2, 3).root().what == rounded && sql::round(id * 2, 3).root().scale == 3);
    static_assert(sql::coalesce(value<&order::parent>, 0).root().what == coalesce);
    static_assert(sql::is_distinct(id, 5).root().what == is_distinct);
}

TEST_CASE("a range is two comparisons") {
    constexpr auto range = sql::between(id, 1, 50);
    static_assert(range.root().what == operation::both && range.nodes[2].what == operation::greater_equal);
    static_assert(range.nodes[5].what == operation::less_equal && range.nodes[5].size == 3);
}

TEST_CASE("a list is a chain of equalities with right sizes") {
    constexpr auto list = sql::in(status, "open", "paid", "shipped");
    static_assert(list.nodes.size() == 11);
    static_assert(list.nodes[6].what == operation::either && list.nodes[6].size == 7);
    static_assert(list.root().what == operation::either && list.root().size == 11);
    static_assert(list.nodes[8].text == "shipped" && list.nodes[9].size == 3);
    static_assert(sql::in(id, 7).root().what == operation::equal);
}

TEST_CASE("values that are not NULL are counted") {
    constexpr auto count = sql::count_nonnull(id, value<&order::parent>, status);
    static_assert(count.root().what == operation::add && count.root().kind == value_kind::number);
    static_assert(sql::count_null(id).root().what == operation::as_number);
}

struct shift {
    std::int32_t number{};
    date day{};
    std::optional<timestamp> start;
    time_of_day opens{};
    interval lasts{};
};

TEST_CASE("parts are taken of what has them") {
    const auto fit = [](const auto& inner) { return synth::detail::parts_fit(inner.nodes); };
    constexpr auto day = value<&shift::day>;
    constexpr auto start = value<&shift::start>;
    constexpr auto opens = value<&shift::opens>;
    constexpr auto lasts = value<&shift::lasts>;
    CHECK((fit(sql::month_of(day)) && fit(sql::hour_of(start)) && fit(sql::start_of_hour(start))));
    CHECK((fit(sql::month_of(start + lasts)) && fit(sql::month_of(sql::coalesce(day, start)))));
    CHECK((fit(sql::hour_of(opens)) && fit(sql::microsecond_of(opens)) && fit(sql::epoch_of(opens))));
    CHECK((!fit(sql::day_of(opens)) && !fit(sql::date_of(opens)) && !fit(sql::start_of_hour(opens))));
    CHECK((fit(sql::epoch_of(lasts)) && !fit(sql::hour_of(lasts)) && !fit(sql::year_of(lasts))));
    CHECK((!fit(sql::month_of(value<&shift::number>)) && !fit(sql::month_of(sql::month_of(day)) == 7)));
    CHECK(fit(sql::cardinality(value<&shift::number>)));
}

} // namespace
