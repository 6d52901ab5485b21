// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

#include <boost/hana/basic_tuple.hpp>
#include <doctest/doctest.h>

#include <synth/generate/nulls.hpp>
#include <synth/schema/entry.hpp>

namespace {

struct customer {
    std::int64_t id{};
    std::string name;
};
struct order {
    std::int64_t warehouse{};
    std::int64_t id{};
    std::optional<std::int64_t> customer_id;
};

} // namespace

TEST_CASE("a reference of one column is one of a list of columns") {
    constexpr auto shorter = synth::references<&order::id, &customer::id>();
    constexpr auto longer = synth::references<synth::columns<&order::id>, synth::columns<&customer::id>>();
    static_assert(std::is_same_v<decltype(shorter), decltype(longer)>);
    CHECK(synth::columns<&order::warehouse, &order::id>::size == 2);
}

TEST_CASE("an entry keeps the options that suit its columns") {
    constexpr auto column = synth::column<&customer::name>(synth::max_length(7), synth::named("full name"));
    static_assert(boost::hana::at_c<0>(column.options).length == 7);
    CHECK(boost::hana::at_c<1>(column.options).name == "full name");
    constexpr auto reference =
        synth::references<synth::columns<&order::warehouse, &order::customer_id>,
                          synth::columns<&customer::id, &customer::id>>(synth::nulls(0.25));
    static_assert(decltype(reference)::kind == synth::entry_kind::reference);
    CHECK(boost::hana::at_c<0>(reference.options).share == 0.25);
}

TEST_CASE("an option without limits of its own suits every column") {
    static_assert(synth::detail::option_suits<synth::sql_type_option, &order::id>());
    CHECK(synth::detail::option_suits<synth::sql_type_option, &order::id>());
}
