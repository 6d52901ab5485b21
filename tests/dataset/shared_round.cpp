// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <set>

#include <doctest/doctest.h>

#include <synth/dataset/dataset.hpp>
#include <synth/dataset/shared_round.hpp>

namespace {

struct plug {
    std::int32_t id{};
};
struct cable { // a plug is of one cable only
    std::int32_t id{};
    std::int32_t left{};
    std::int32_t right{};
    std::optional<std::int32_t> middle;
    std::int32_t other{};
};
using cables = synth::schema<plug, cable>;

} // namespace

template<>
inline constexpr auto synth::table<cable> = synth::describe<cable>(
    synth::unique<&cable::left>(), synth::unique<&cable::right>(), synth::unique<&cable::middle>(),
    synth::unique<&cable::other>(), synth::references<&cable::left, &plug::id>(),
    synth::references<&cable::right, &plug::id>(), synth::references<&cable::middle, &plug::id>(),
    synth::references<&cable::other, &plug::id>(),
    synth::check("apart", synth::value<&cable::left> != synth::value<&cable::right> &&
                              synth::value<&cable::middle> != synth::value<&cable::left>));

TEST_CASE("references that are told apart go round one order of their parents") {
    static_assert(synth::shared_round_of<cables, 0>.leader == 0);
    static_assert(synth::shared_round_of<cables, 1>.leader == 0 &&
                  synth::shared_round_of<cables, 1>.places == 1);
    static_assert(synth::shared_round_of<cables, 2>.leader == 0 &&
                  synth::shared_round_of<cables, 2>.places == 2);
    static_assert(synth::shared_round_of<cables, 3>.leader == 3, "no check is about it");
}

TEST_CASE("so no row has one parent twice, however few there are, and each parent leads back to its row") {
    for (const std::uint64_t rows : {3U, 4U, 17U, 1'000U}) {
        for (const std::uint64_t fewer : {0U, 1U, 2U}) {
            synth::plan_options<cables> options;
            options.rows[0] = rows;
            options.rows[1] = rows - fewer;
            const synth::dataset<cables> data{options};
            std::set<std::int32_t> left;
            std::set<std::int32_t> right;
            std::set<std::int32_t> middle;
            std::uint64_t row = 0;
            for (const cable& each : data.rows<cable>()) {
                CHECK(each.left != each.right);
                CHECK(left.insert(each.left).second);
                CHECK(right.insert(each.right).second);
                if (each.middle) {
                    CHECK(*each.middle != each.left);
                    CHECK(middle.insert(*each.middle).second);
                }
                CHECK(data.row_of<&cable::left>(each.left) == row);
                CHECK(data.row_of<&cable::right>(each.right) == row);
                ++row;
            }
        }
    }
}
