// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include <doctest/doctest.h>

#include <synth/dataset/children_of_row.hpp>
#include <synth/dataset/dataset.hpp>
#include <synth/generate/nulls.hpp>
#include <synth/generate/uniform.hpp>

namespace {

struct order {
    std::int64_t id{};
};
struct line {
    std::int64_t order_id{};
    std::int32_t quantity{};
    std::optional<std::int32_t> rebate;
    std::int64_t order_again{};
};
using shop = synth::schema<order, line>;
using data_type = synth::dataset<shop>;
using lines = synth::children_of_row<data_type, 0, &line::order_id>;
using synth::children_fold;

} // namespace

template<>
inline constexpr auto synth::table<order> = synth::describe<order>(synth::row_count(40));
template<>
inline constexpr auto synth::table<line> = synth::describe<line>(
    synth::row_count(100), synth::references<&line::order_id, &order::id>(synth::children_between(0, 5)),
    synth::column<&line::quantity>(synth::uniform(1, 9)),
    synth::column<&line::rebate>(synth::uniform(10, 99), synth::nulls(0.7)),
    synth::column<&line::order_again>(
        synth::derive<synth::of_parent<&line::order_id, &order::id>>([](std::int64_t id) { return id; })));

TEST_CASE("the children of a row are those that refer to it, and folds go over their values") {
    static_assert(lines::are_known());
    const data_type data;
    const auto all = data.rows<line>();
    bool some_without = false;
    bool some_of_nulls = false;
    for (std::uint64_t parent = 0; parent < 40; ++parent) {
        const std::int64_t id = data.row<order>(parent).id;
        std::vector<line> wanted;
        for (const line& each : all) {
            if (each.order_id == id) {
                wanted.push_back(each);
            }
        }
        const lines found{data, parent};
        REQUIRE(found.size() == wanted.size());
        std::size_t next = 0;
        std::int64_t sum = 0;
        std::optional<std::int32_t> least;
        std::optional<std::int32_t> greatest;
        found.each<1, 3>([&](const lines::frame_type& frame) {
            const line& one = wanted[next++];
            CHECK(data.field_value<1, 1>(frame) == one.quantity);
            CHECK(data.field_value<1, 3>(frame) == id);
            sum += one.quantity;
            if (one.rebate) {
                least = std::min(least.value_or(100), *one.rebate);
                greatest = std::max(greatest.value_or(0), *one.rebate);
            }
        });
        CHECK(next == wanted.size());
        CHECK((found.fold<children_fold::sum, 1>().value_or(0) == sum));
        CHECK((found.fold<children_fold::least, 2>() == least));
        CHECK((found.fold<children_fold::greatest, 2>() == greatest));
        some_without = some_without || wanted.empty();
        some_of_nulls = some_of_nulls || (!wanted.empty() && !least);
    }
    CHECK(some_without);
    CHECK(some_of_nulls);
}
