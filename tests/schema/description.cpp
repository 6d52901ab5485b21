// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>
#include <type_traits>

#include <boost/hana/basic_tuple.hpp>
#include <doctest/doctest.h>

#include <synth/schema/column_options.hpp>
#include <synth/schema/description.hpp>

namespace {

struct customer {
    std::int64_t id{};
    std::string name;
};
struct order {
    std::int64_t warehouse{};
    std::int64_t id{};
    std::int64_t customer_id{};
};

constexpr auto order_description = synth::describe<order>(
    synth::named("orders"), synth::in_schema("sales"), synth::row_count(30'000),
    synth::primary_key<&order::warehouse, &order::id>(), synth::unique<&order::customer_id>(),
    synth::references<&order::customer_id, &customer::id>(), synth::column<&order::id>(synth::identity()));

} // namespace

template<>
inline constexpr auto synth::table<customer> = synth::describe<customer>(synth::row_count(7));
template<>
inline constexpr auto synth::refinement<customer> =
    synth::describe<customer>(synth::row_count(500), synth::column<&customer::name>(synth::max_length(9)));

TEST_CASE("a refinement stands before the description that it adds to") {
    using boost::hana::at_c;
    CHECK(at_c<0>(synth::description_of<customer>.entries).rows == 500);
    CHECK(at_c<2>(synth::description_of<customer>.entries).rows == 7);
    static_assert(at_c<1>(synth::description_of<customer>.entries).kind == synth::entry_kind::column);
    CHECK(std::is_same_v<decltype(synth::description_of<order>), decltype(synth::table<order>)>);
}

TEST_CASE("a description keeps its entries in their order") {
    using boost::hana::at_c;
    static_assert(std::is_same_v<decltype(order_description)::row_type, order>);
    static_assert(at_c<0>(order_description.entries).kind == synth::entry_kind::table_name);
    CHECK(at_c<0>(order_description.entries).name == "orders");
    CHECK(at_c<1>(order_description.entries).name == "sales");
    CHECK(at_c<2>(order_description.entries).rows == 30'000);
    static_assert(at_c<3>(order_description.entries).kind == synth::entry_kind::primary_key);
    static_assert(at_c<4>(order_description.entries).kind == synth::entry_kind::unique);
    static_assert(at_c<5>(order_description.entries).kind == synth::entry_kind::reference);
    static_assert(at_c<6>(order_description.entries).kind == synth::entry_kind::column);
}

TEST_CASE("a row without a description has an empty one") {
    using description = std::remove_cvref_t<decltype(synth::table<order>)>;
    static_assert(std::is_same_v<description, synth::table_description<order>>);
    CHECK(std::is_same_v<description::row_type, order>);
}

TEST_CASE("what may stand in a description is told from what may not") {
    static_assert(synth::detail::is_entry<synth::table_name_entry>);
    static_assert(synth::detail::is_entry<decltype(synth::unique<&order::customer_id>())>);
    static_assert(!synth::detail::is_entry<decltype(synth::unique<&order::customer_id>)>);
    static_assert(!synth::detail::is_entry<decltype(synth::max_length(3))>);
    CHECK(!synth::detail::is_entry<int>);
}
