// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include <doctest/doctest.h>

#include <synth/core/plan_error.hpp>
#include <synth/generate/by_type.hpp>
#include <synth/generate/within_array.hpp>

namespace {

using numbers = std::vector<std::int32_t>;
using base = synth::typical<numbers>;
using any = synth::any_elements<std::int32_t, synth::typical<std::int32_t>>;

// Elements that are 7, 14, 21 and so on.
struct sevens {
    std::int32_t operator()(synth::draw& cell) const { return 7 * cell.between(1, 9); }
    [[nodiscard]] static bool keeps(std::int32_t element) { return element % 7 == 0; }
};

synth::draw cell_of(std::uint64_t row) { return {synth::make_stream_key(1, {"t"}), row}; }

template<typename Elements>
auto within(const synth::interval_set& lengths, const Elements& elements,
            const std::optional<synth::value_test>& test = std::nullopt) {
    const synth::column_plan plan;
    return synth::bound_within_array<numbers, base, Elements>{base{plan}, lengths, test, elements, plan};
}

any any_numbers() { return {synth::typical<std::int32_t>{synth::column_plan{}}}; }

} // namespace

TEST_CASE("an array of a length begins as the generator makes it, and goes on with others") {
    const base generator{synth::column_plan{}};
    for (std::uint64_t row = 0; row < 50; ++row) {
        synth::draw first = cell_of(row);
        synth::draw second = cell_of(row);
        const auto made = generator(first);
        const auto sized = synth::array_of_length<numbers>(generator, second, 20);
        REQUIRE(sized.view().size() == 20);
        for (std::size_t index = 0; index < made.size(); ++index) {
            CHECK(sized.view()[index] == made.view()[index]);
        }
    }
    const auto nothing = [](synth::draw&) { return numbers{}; };
    synth::draw cell = cell_of(1);
    CHECK(synth::array_of_length<numbers>(nothing, cell, 3).view().size() == 3);
}

TEST_CASE("an array that is allowed stays as it was made") {
    const auto kept = within(synth::interval_set::all(), any_numbers());
    const base plain{synth::column_plan{}};
    for (std::uint64_t row = 0; row < 100; ++row) {
        synth::draw cell = cell_of(row);
        synth::draw same = cell_of(row);
        const auto made = kept(cell);
        const auto wanted = plain(same);
        CHECK(std::vector(made.view().begin(), made.view().end()) ==
              std::vector(wanted.view().begin(), wanted.view().end()));
    }
}

TEST_CASE("a length that no typical array has is made of more elements") {
    const auto exact = within({16, 16}, any_numbers());
    const auto open = within({20, synth::no_upper_bound}, any_numbers());
    for (std::uint64_t row = 0; row < 100; ++row) {
        synth::draw cell = cell_of(row);
        CHECK(exact(cell).view().size() == 16);
        const std::size_t size = open(cell).view().size();
        CHECK((size >= 20 && size <= 120));
    }
}

TEST_CASE("elements that are not allowed are replaced one by one") {
    const auto kept = within(synth::interval_set::all(), sevens{});
    std::set<std::size_t> sizes;
    for (std::uint64_t row = 0; row < 200; ++row) {
        synth::draw cell = cell_of(row);
        const auto made = kept(cell);
        sizes.insert(made.view().size());
        for (const std::int32_t each : made.view()) {
            CHECK(each % 7 == 0);
        }
    }
    CHECK(sizes.size() == 5);
}

TEST_CASE("a test decides where lengths do not say it all, and gives up with a message") {
    const auto even = [](const synth::possible_value& length) { return length.low % 2 == 0; };
    const auto never = [](const synth::possible_value&) { return false; };
    synth::draw cell = cell_of(1);
    const auto one = [](const synth::possible_value& length) { return length.low == 7'777; };
    CHECK(within({5, 9}, any_numbers(), even)(cell).view().size() % 2 == 0);
    CHECK(within({0, synth::no_upper_bound}, any_numbers(), one)(cell).view().size() == 7'777);
    CHECK_THROWS_WITH_AS(
        within({0, 9}, any_numbers(), never),
        "synth: .: the checks of the column allow no array of at most 10000 elements; loosen "
        "one of them",
        synth::plan_error);
    CHECK_THROWS_AS(within({-5, -1}, any_numbers()), synth::plan_error);
}

TEST_CASE("arrays of truth values and of elements that may be NULL are kept, too") {
    const synth::column_plan plan;
    const auto kept_of = [&]<typename Element>(Element, const synth::interval_set& lengths) {
        using value = synth::value_type_of<Element>;
        using made = synth::typical<std::vector<Element>>;
        using elements = synth::any_elements<Element, synth::typical<value>>;
        return synth::bound_within_array<std::vector<Element>, made, elements>{
            made{plan}, lengths, std::nullopt, {synth::typical<value>{plan}}, plan};
    };
    const auto flags = kept_of(bool{}, {10, 64});
    const auto perhaps = kept_of(std::optional<std::int32_t>{}, {3, 10});
    std::set<bool> truths;
    bool null = false;
    for (std::uint64_t row = 0; row < 100; ++row) {
        synth::draw cell = cell_of(row);
        const auto some = flags(cell);
        CHECK((some.view().size() >= 10 && some.view().size() <= 64));
        truths.insert(some.view().begin(), some.view().end());
        const auto others = perhaps(cell);
        CHECK((others.view().size() >= 3 && others.view().size() <= 10));
        for (const std::optional<std::int32_t>& each : others.view()) {
            null = null || !each;
        }
    }
    CHECK(truths.size() == 2);
    CHECK(null);
    CHECK_THROWS_WITH_AS(
        kept_of(bool{}, {65, 70}),
        "synth: .: the checks of the column allow no array of at most 64 elements; loosen one "
        "of them",
        synth::plan_error);
}
