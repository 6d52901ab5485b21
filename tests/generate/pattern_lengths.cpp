// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <vector>

#include <doctest/doctest.h>

#include <synth/core/plan_error.hpp>
#include <synth/generate/pattern_lengths.hpp>

namespace {

// A ring of states, of which the first accepts: the lengths are its multiples.
std::optional<std::uint64_t> in_ring(std::uint32_t states, std::uint64_t least, std::uint64_t most) {
    return synth::detail::length_search<>::shortest(
        states, least, most,
        [states](std::uint32_t state, const auto& visit) { visit((state + 1) % states); },
        [](std::uint32_t state) { return state == 0; });
}

} // namespace

TEST_CASE("the shortest length is the first between the bounds, however great they are") {
    constexpr std::uint64_t far = 1'000'000'000'000;
    for (const std::uint32_t states : {1U, 2U, 7U, 64U}) {
        for (std::uint64_t least = 0; least < 200; ++least) {
            const std::uint64_t wanted = (least + states - 1) / states * states;
            CHECK(in_ring(states, least, far) == wanted);
            CHECK(in_ring(states, least, wanted) == wanted);
            CHECK((wanted == least || !in_ring(states, least, wanted - 1)));
        }
        CHECK(in_ring(states, far, 2 * far) == (far + states - 1) / states * states);
    }
    CHECK(!in_ring(3, 2, 1));
}

TEST_CASE("states that lead nowhere have no length") {
    const auto found = synth::detail::length_search<>::shortest(
        2, 1, 100, [](std::uint32_t, const auto& visit) { visit(1); },
        [](std::uint32_t state) { return state == 0; });
    CHECK(!found);
}
