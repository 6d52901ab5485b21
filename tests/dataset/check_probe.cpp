// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/core/plan_error.hpp>
#include <synth/dataset/check_probe.hpp>

#include "checked_tables.hpp"

namespace {

struct ticket {
    std::int64_t id{};
    std::int64_t person_id{};
};

struct post {
    std::int64_t id{};
    std::vector<std::string> tags{};
};

struct numbered {
    std::int64_t row{};
};

} // namespace

template<>
inline constexpr auto synth::table<numbered> = synth::describe<numbered>(
    synth::column<&numbered::row>([](synth::draw& cell) { return static_cast<std::int64_t>(cell.row()); }),
    synth::check<&numbered::row>("last", [](std::int64_t row) { return row != 59; }));

template<>
inline constexpr auto synth::table<ticket> =
    synth::describe<ticket>(synth::row_count(50),
                            synth::unique<&ticket::person_id>(), // so that none is drawn again
                            synth::references<&ticket::person_id, &checked::person::id>(),
                            synth::check("few_people", synth::value<&ticket::person_id> < 1'003));

template<>
inline constexpr auto synth::table<post> = synth::describe<post>(
    synth::column<&post::tags>([](synth::draw&) { return std::vector<std::string>{"a"}; }),
    synth::check("tag", synth::each_element<&post::tags> != "a"));

TEST_CASE("rows that keep to their checks break none") {
    const synth::dataset<checked::database> data;
    synth::row_frame<checked::database, 1> frame;
    for (std::uint64_t row = 0; row < 100; ++row) {
        data.seek<1>(frame, row);
        CHECK_FALSE(synth::broken_check<1>(data, frame));
    }
}

TEST_CASE("a frame with another value breaks the check that the value is under") {
    const synth::dataset<checked::database> data;
    synth::row_frame<checked::database, 1> frame;
    data.seek<1>(frame, 0);
    frame.checked_cells[synth::check_plan<checked::database, 1>::slot_of(2)].number = 7;
    CHECK(synth::broken_check<1>(data, frame) == std::string_view{"right"});
}

TEST_CASE("a check on a reference that its parents break is named before anything is written") {
    CHECK_THROWS_WITH_AS(
        (synth::dataset<synth::schema<checked::person, ticket>>{}),
        "synth: ticket: row 0 breaks the check few_people; give its columns generators, or their "
        "parents keys, that meet it",
        synth::plan_error);
}

TEST_CASE("an element breaks the check of elements, and no row's own expression") {
    using schema = synth::schema<post>;
    const std::vector<std::string> good{"b", "c"};
    const std::vector<std::string> bad{"b", "a"};
    const auto broken = [](const std::vector<std::string>& tags) {
        static constexpr const auto& nodes = synth::checks_of<post>.nodes;
        return synth::detail::broken_by_element<post, 1, std::vector<std::string>>(
            tags, synth::patterns_of_nodes<nodes>{nodes});
    };
    CHECK(broken(good) == nullptr);
    REQUIRE(broken(bad) != nullptr);
    CHECK(broken(bad)->name == "tag");
    const synth::dataset<schema> data;
    for (const post& row : data.rows<post>()) {
        REQUIRE(row.tags.size() == 1);
        CHECK(row.tags[0] != "a");
    }
}

TEST_CASE("a few rows are looked at up to the last") {
    using schema = synth::schema<numbered>;
    CHECK_NOTHROW((synth::dataset<schema>{synth::count<numbered>{59}}));
    CHECK_THROWS_AS((synth::dataset<schema>{synth::count<numbered>{60}}), synth::plan_error);
    CHECK_NOTHROW((synth::dataset<schema>{synth::count<numbered>{1'000'000'000'000}}));
}
