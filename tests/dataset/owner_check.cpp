// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/owner_check.hpp>
#include <synth/dataset/table_state.hpp>

#include "../schema/tpcc.hpp"
#include "shop.hpp"

namespace {

using lines_state = synth::table_state<shop::database, 2>;

template<typename State, typename Options>
std::string refusal_of(const Options& options) {
    try {
        static_cast<void>(State{options});
    } catch (const synth::plan_error& refused) {
        return refused.what();
    }
    return {};
}

struct small_number {
    std::int64_t order_id{};
    std::int16_t number{};
};

} // namespace

template<>
inline constexpr auto synth::table<small_number> =
    synth::describe<small_number>(synth::primary_key<&small_number::order_id, &small_number::number>(),
                                  synth::references<&small_number::order_id, &shop::order::id>());

namespace {

struct triplet {
    std::int64_t order_id{};
    std::int16_t number{};
};

} // namespace

template<>
inline constexpr auto synth::table<triplet> = synth::describe<triplet>(
    synth::primary_key<&triplet::order_id, &triplet::number>(),
    synth::references<&triplet::order_id, &shop::order::id>(synth::children_fixed(3)));

TEST_CASE("a fixed number allows one total") {
    using fixed = synth::schema<shop::customer, shop::order, triplet>;
    synth::plan_options<fixed> options;
    options.rows = {1, 500, 499};
    CHECK(refusal_of<synth::table_state<fixed, 2>>(options) ==
          "synth: triplet: 499 rows cannot be 3 for each parent among 500 rows of sales.orders; plan 1500 "
          "rows");
    options.rows[2] = 1'500;
    CHECK(refusal_of<synth::table_state<fixed, 2>>(options).empty());
}

TEST_CASE("what an owner cannot give is refused with numbers and remedy") {
    synth::plan_options<shop::database> options;
    options.rows[1] = 100;
    CHECK(refusal_of<lines_state>(options) == "synth: line: 2000 rows cannot be 1 to 7 for each parent among "
                                              "100 rows of sales.orders; plan 100 to 700 "
                                              "rows");
    using numbered = synth::schema<shop::customer, shop::order, small_number>;
    synth::plan_options<numbered> many;
    many.rows = {1, 1, 32'768};
    CHECK(refusal_of<synth::table_state<numbered, 2>>(many) ==
          "synth: small_number.number: numbers up to 32768 for one row of sales.orders do not fit the "
          "column; plan "
          "fewer rows, or more of sales.orders");
    synth::plan_options<tpcc::database> stock;
    stock.rows[7] = 101;
    CHECK(refusal_of<synth::table_state<tpcc::database, 7>>(stock).find("plan at most 100 rows") !=
          std::string::npos);
}
