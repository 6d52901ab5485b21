// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/existing_selection.hpp>
#include <synth/schema/check.hpp>

#include "outside.hpp"
#include "properties.hpp"

namespace {

struct price { // only in some currencies
    std::int64_t id{};
    std::string currency;
    std::optional<std::int64_t> number;
};
struct rate { // one for each of them
    std::string currency;
};
struct quarter { // four for each
    std::string currency;
    std::int32_t number{};
};
using prices = synth::schema<outside::country, price, rate, quarter>;

} // namespace

template<>
inline constexpr auto synth::table<price> = synth::describe<price>(
    synth::row_count(50), synth::references<&price::currency, &outside::country::code>(),
    synth::references<&price::number, &outside::country::number>(),
    synth::check("some", synth::sql::in(synth::value<&price::currency>, "FR", "AT", "XX")),
    synth::check("small", synth::value<&price::number> < 100));
template<>
inline constexpr auto synth::table<rate> =
    synth::describe<rate>(synth::row_count(3), synth::primary_key<&rate::currency>(),
                          synth::references<&rate::currency, &outside::country::code>(),
                          synth::check("few", synth::sql::length(synth::value<&rate::currency>) == 2));
template<>
inline constexpr auto synth::table<quarter> = synth::describe<quarter>(
    synth::row_count(8), synth::primary_key<&quarter::currency, &quarter::number>(),
    synth::references<&quarter::currency, &outside::country::code>(synth::children_between(4, 4)),
    synth::check("two", synth::sql::in(synth::value<&quarter::currency>, "FR", "AT")));

namespace {

synth::plan_options<prices> some() {
    synth::plan_options<prices> options;
    options.apply(synth::existing_rows<outside::country>{outside::countries()});
    return options;
}

} // namespace

TEST_CASE("a list of rows is numbered both ways") {
    const synth::existing_selection some_rows{{1, 4, 5}, 7};
    CHECK_FALSE(some_rows.is_all());
    CHECK(some_rows.rank(0) == 0);
    CHECK(some_rows.rank(5) == 2);
    CHECK(some_rows.rank(7) == 3);
    CHECK(some_rows.at(1) == 4);
    CHECK(some_rows.at(3) == 0);
    CHECK(some_rows.contains(5));
    CHECK_FALSE(some_rows.contains(6));
    CHECK(some_rows.ranks({0, 1, 5}).last == 2);
    CHECK(some_rows.fewest(7) == 0);
    const synth::existing_selection all{{0, 1}, 2};
    CHECK(all.is_all());
    CHECK(all.at(1) == 1);
    CHECK(all.rows_for(2) == 2);
    CHECK(all.contains(1));
}

TEST_CASE("a child with a check of its own takes the rows that are there and keep it") {
    CHECK(synth::existing_selection_of<prices, 0>(some()).rank(6) == 2);
    CHECK(properties::checker<prices>{some()}.run() == properties::findings{});
}

TEST_CASE("where no row keeps it, rows that need one are refused") {
    synth::plan_options<prices> none = some();
    none.apply(synth::existing_rows<outside::country>{{{"DE", 276, {}}}});
    CHECK_THROWS_WITH(
        synth::dataset<prices>{none},
        "synth: price(currency) -> country: 50 rows need a parent, but the parent has no row that "
        "the checks allow, and is filled outside; fill it first, or let the reference be NULL");
    none.rows[1] = 0;
    none.rows[3] = 0;
    none.rows[2] = 1;
    CHECK(synth::dataset<prices>{none}.row<rate>(0).currency == "DE");
}
