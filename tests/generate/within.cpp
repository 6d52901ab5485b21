// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <set>

#include <doctest/doctest.h>

#include <synth/core/plan_error.hpp>
#include <synth/generate/by_type.hpp>
#include <synth/generate/within.hpp>

namespace {

template<typename Value>
auto within(const synth::interval_set& allowed, std::optional<synth::value_test> test = std::nullopt) {
    const synth::column_plan plan;
    using base = synth::bound_to<synth::default_generator, Value>;
    return synth::bound_within<Value, base>{synth::bind_generator<Value>(synth::default_generator{}, plan),
                                            allowed, test, plan};
}

} // namespace

TEST_CASE("every value is allowed, and every allowed one of a few appears") {
    const auto generator = within<std::int32_t>({-3, 2});
    std::set<std::int32_t> met;
    for (std::uint64_t row = 0; row < 500; ++row) {
        synth::draw cell{synth::make_stream_key(1, {"t"}), row};
        met.insert(generator(cell));
    }
    CHECK(met == std::set<std::int32_t>{-3, -2, -1, 0, 1, 2});
}

TEST_CASE("beyond one bound values stay near it") {
    const auto generator = within<std::int64_t>({5'000'000, synth::no_upper_bound});
    for (std::uint64_t row = 0; row < 500; ++row) {
        synth::draw cell{synth::make_stream_key(1, {"t"}), row};
        const std::int64_t value = generator(cell);
        CHECK(value >= 5'000'000);
        CHECK(value <= 10'000'000);
    }
}

TEST_CASE("where few numbers are allowed, those among which the generator's lie come first") {
    const auto thousands = within<std::int32_t>(synth::interval_set::every(1'000, 0));
    const auto from_zero = within<std::int32_t>(synth::interval_set::every(1'000, 0) &
                                                synth::interval_set{0, synth::no_upper_bound});
    const synth::interval_set three = synth::interval_set{1, 2} | synth::interval_set{90'000'000, 90'000'000};
    const auto listed = within<std::int32_t>(three);
    std::set<std::int32_t> made;
    std::set<std::int32_t> great;
    for (std::uint64_t row = 0; row < 500; ++row) {
        synth::draw cell{synth::make_stream_key(1, {"t"}), row};
        for (const std::int32_t value : {thousands(cell), from_zero(cell)}) {
            CHECK(value % 1'000 == 0);
            CHECK(value >= 0);
            CHECK(value < 100'000);
            made.insert(value);
        }
        great.insert(listed(cell));
    }
    CHECK(made.size() > 90);
    CHECK_MESSAGE(great.size() == 3, "what is bounded on both sides is plausible as it is");
}

TEST_CASE("what a generator makes is kept where it is allowed") {
    const auto generator = within<std::int32_t>({0, 99'999});
    const auto plain = synth::bind_generator<std::int32_t>(synth::default_generator{}, synth::column_plan{});
    synth::draw cell{synth::make_stream_key(1, {"t"}), 7};
    synth::draw same{synth::make_stream_key(1, {"t"}), 7};
    CHECK(generator(cell) == plain(same));
}

TEST_CASE("a test decides where allowed values do not say it all, and gives up with a message") {
    const auto even =
        within<std::int32_t>({0, 9}, [](const synth::possible_value& value) { return value.low % 2 == 0; });
    synth::draw cell{synth::make_stream_key(1, {"t"}), 7};
    CHECK(even(cell) % 2 == 0);
    const auto never = within<std::int32_t>({0, 9}, [](const synth::possible_value&) { return false; });
    CHECK_THROWS_AS(never(cell), synth::plan_error);
}

TEST_CASE("nothing allowed is refused when the plan is made") {
    CHECK_THROWS_AS(within<std::int16_t>({100'000, 200'000}), synth::plan_error);
}
