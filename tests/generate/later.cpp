// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>

#include <doctest/doctest.h>

#include <synth/generate/later.hpp>

namespace {

struct stay {
    synth::date arrives;
    synth::date leaves;
    std::optional<synth::timestamp> paid;
};

synth::draw cell(std::uint64_t row) { return {synth::make_stream_key(1, {"stay"}), row}; }

} // namespace

TEST_CASE("a later date lies between the two distances, an earlier one on the other side") {
    const auto later = synth::after<&stay::arrives>({0, 1, 0}, {0, 3, 0}).function;
    const auto earlier = synth::before<&stay::arrives>({0, 1, 0}, {0, 3, 0}).function;
    for (std::uint64_t row = 0; row < 200; ++row) {
        synth::draw words = cell(row);
        const synth::date day = later(words, synth::date{100});
        CHECK(day.days >= 101);
        CHECK(day.days <= 103);
        const synth::date before = earlier(words, synth::date{100});
        CHECK(before.days >= 97);
        CHECK(before.days <= 99);
    }
}

TEST_CASE("nothing is later than NULL") {
    const auto later = synth::after<&stay::paid>({0, 0, 1}, {0, 0, 9}).function;
    synth::draw words = cell(1);
    CHECK_FALSE(later(words, std::optional<synth::timestamp>{}));
    CHECK(later(words, std::optional{synth::timestamp{5}})->microseconds > 5);
}

TEST_CASE("a value between two columns is one of both or lies between them") {
    const auto middle = synth::between<&stay::arrives, &stay::leaves>().function;
    bool first = false;
    bool last = false;
    for (std::uint64_t row = 0; row < 200; ++row) {
        synth::draw words = cell(row);
        const synth::date day = middle(words, synth::date{10}, synth::date{12});
        CHECK(day.days >= 10);
        CHECK(day.days <= 12);
        first = first || day.days == 10;
        last = last || day.days == 12;
    }
    CHECK(first);
    CHECK(last);
    synth::draw words = cell(1);
    CHECK_FALSE(middle(words, synth::timestamp{1}, std::optional<synth::timestamp>{}));
}
