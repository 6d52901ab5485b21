// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include <synth/dataset/selective.hpp>

#include "kinds.hpp"
#include "shop.hpp"

namespace {

using kinds::database;
constexpr const auto& of = synth::derivation_of<database>.references;

} // namespace

TEST_CASE("a reference selects its parents by a column of which its own checks ask something") {
    static_assert(synth::selective_places<database, 0> == 0);
    static_assert(synth::selective_places<database, 1> == 0b10, "car");
    static_assert(synth::selective_places<database, 8> == 0, "of a worker");
    static_assert(synth::selective_places<database, 9> == 0b100, "of a machine");
    static_assert(synth::selecting_place<database>(9, 7, 2) == 2);
    static_assert(synth::selecting_place<database>(9, 7, 1) == synth::no_index);
    static_assert(synth::selecting_place<database>(9, 1, 2) == synth::no_index);
    static_assert(!synth::is_selective<shop::database, 0>);
    CHECK(synth::is_selected_by<database, 1, 1>);
    CHECK(!synth::is_selected_by<database, 1, 0>);
    CHECK(synth::is_selected_by<database, 11, 1>);
    CHECK(synth::is_selected_by<database, 11, 2>);
}

TEST_CASE("the columns by which rows of a table are selected stand in the order of their names") {
    static_assert(synth::selected_of_table<database, 11> == std::array<std::size_t, 2>{1, 2});
    static_assert(synth::selected_of_table<database, 0>.empty());
    CHECK(synth::selected_of_table<database, 1>.size() == 1);
}

namespace {

struct price {
    std::int32_t id{};
    std::int32_t cents{};
    std::string currency;
};
struct discount { // asks what the price asks, in another order
    std::int32_t id{};
    std::optional<std::int16_t> cents;
    std::string currency;
};
struct bargain { // asks more
    std::int32_t id{};
    std::int32_t cents{};
    std::string currency;
};
using prices = synth::schema<price, discount, bargain>;

} // namespace

template<>
inline constexpr auto synth::table<price> = synth::describe<price>(
    synth::unique<&price::cents, &price::currency>(),
    synth::check("positive", synth::value<&price::cents> > 0),
    synth::check("much", synth::value<&price::cents> <= 1'000),
    synth::check("currency", synth::sql::in(synth::value<&price::currency>, "EUR", "SEK")));
template<>
inline constexpr auto synth::table<discount> = synth::describe<discount>(
    synth::references<synth::columns<&discount::cents, &discount::currency>,
                      synth::columns<&price::cents, &price::currency>>(),
    synth::check("much", synth::value<&discount::cents> <= 1'000),
    synth::check("positive", synth::value<&discount::cents> > 0),
    synth::check("currency", synth::sql::in(synth::value<&discount::currency>, "EUR", "SEK")));
template<>
inline constexpr auto synth::table<bargain> = synth::describe<bargain>(
    synth::references<synth::columns<&bargain::cents, &bargain::currency>,
                      synth::columns<&price::cents, &price::currency>>(),
    synth::check("cheap", synth::value<&bargain::cents> <= 100),
    synth::check("currency", synth::sql::in(synth::value<&bargain::currency>, "EUR", "SEK")));

TEST_CASE("a check that only repeats one of the parent's selects nothing") {
    const auto more = [](std::size_t column) {
        return std::pair{synth::detail::asks_more<discount, price>(column, column),
                         synth::detail::asks_more<bargain, price>(column, column)};
    };
    CHECK(more(1) == std::pair{false, true});
    CHECK(more(2) == std::pair{false, false});
    CHECK(!synth::is_selective<prices, 0>);
}

TEST_CASE("the tables of these tests have every way of finding a parent") {
    CHECK(of[1].mode == synth::reference_mode::injective);
    CHECK(of[2].mode == synth::reference_mode::drawn);
    CHECK(of[3].mode == synth::reference_mode::owned);
    CHECK(of[5].mode == synth::reference_mode::partner);
    CHECK(of[9].mode == synth::reference_mode::matched);
    CHECK(of[11].distinct);
}
