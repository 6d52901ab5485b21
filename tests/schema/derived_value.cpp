// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/schema/derived_value.hpp>
#include <synth/schema/schema.hpp>

namespace {

struct item {
    std::int64_t id{};
    std::int32_t price{};
};
struct line {
    std::int64_t id{};
    std::int64_t item_id{};
    std::int32_t amount{};
};
using shop = synth::schema<item, line>;

} // namespace

TEST_CASE("a derived value knows the columns that it needs, of its row and of a parent") {
    const auto amount =
        synth::derive<&line::id, synth::of_parent<&line::item_id, &item::price>>([](auto...) { return 1; });
    using needs = synth::detail::needs<shop, std::remove_const_t<decltype(amount)>>;
    static_assert(needs::columns.size() == 2);
    CHECK(needs::columns[0].table == 1);
    CHECK(needs::columns[0].column == 0);
    CHECK(needs::columns[1].table == 0);
    CHECK(needs::columns[1].column == 1);
    CHECK(amount.describe() == "from other columns");
}

TEST_CASE("a value over children needs their column") {
    const auto sum = synth::sum_of<&line::item_id, &line::amount>();
    using needs = synth::detail::needs<shop, std::remove_const_t<decltype(sum)>>;
    CHECK(needs::columns[0].table == 1);
    CHECK(needs::columns[0].column == 2);
    CHECK(sum.describe() == "the sum over its children");
    CHECK(synth::count_of<&line::item_id>().describe() == "the number of its children");
    static_assert(synth::detail::derived_option<decltype(sum)> && !synth::detail::derived_option<int>);
}
