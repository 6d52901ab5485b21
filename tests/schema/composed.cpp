// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

#include <doctest/doctest.h>

#include <synth/dataset/dataset.hpp>
#include <synth/schema/composed.hpp>

namespace {

using price = synth::composite<"price", synth::decimal<10, 2>, synth::attribute<std::string, 3, true>>;

struct offer {
    std::int64_t id{};
    price of{};
    std::optional<price> before{};
    std::int32_t pieces{};
    std::optional<synth::decimal<10, 2>> amount{};
    std::optional<std::string> currency{};
};
using shop = synth::schema<offer>;

} // namespace

template<>
inline constexpr auto synth::table<offer> = synth::describe<offer>(
    synth::row_count(500), synth::column<&offer::amount>(synth::not_written()),
    synth::column<&offer::currency>(synth::not_written(), synth::fixed_length(3)),
    synth::column<&offer::of>(synth::composed_of<&offer::amount, &offer::currency>()),
    synth::column<&offer::before>(synth::composed_of<&offer::amount, &offer::currency>()),
    synth::check(synth::value<&offer::amount> > 0 && synth::sql::is_not_null(synth::value<&offer::amount>)),
    synth::check(synth::value<&offer::amount> <= synth::value<&offer::pieces> * 10),
    synth::check(synth::sql::between(synth::value<&offer::pieces>, 1, 9)),
    synth::check(synth::sql::in(synth::value<&offer::currency>, "EUR", "USD")));

TEST_CASE("a composite is made of columns that checks speak of and nobody writes") {
    const synth::dataset<shop> data;
    int without = 0;
    for (const offer& each : data.rows<offer>()) {
        CHECK(std::get<0>(each.of.attributes) == each.amount);
        CHECK(std::get<1>(each.of.attributes) == each.currency);
        CHECK(each.before == each.of);
        CHECK(each.amount->units > 0);
        CHECK(each.amount->units <= each.pieces * 1'000);
        CHECK((!each.currency || *each.currency == "EUR" || *each.currency == "USD"));
        without += each.currency ? 0 : 1;
    }
    CHECK(without > 10);
    CHECK(without < 200);
    CHECK(synth::catalog_of<shop>.tables[0].written_count == 4);
}
