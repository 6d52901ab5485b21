// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <set>

#include <doctest/doctest.h>

#include <synth/dataset/dataset.hpp>
#include <synth/dataset/root_rule.hpp>
#include <synth/schema/check.hpp>

#include "refusal.hpp"

namespace {

struct task {
    std::int64_t id{};
    std::int64_t after_id{};
};
struct stop {
    std::int64_t id{};
    std::int64_t next_id{};
};
struct person {
    std::int64_t id{};
    std::optional<std::int64_t> boss_id;
};
struct folder {
    std::int64_t id{};
    std::int64_t parent_id{};
};

using database = synth::schema<task, stop, person, folder>;

} // namespace

template<>
inline constexpr auto synth::table<task> =
    synth::describe<task>(synth::references<&task::after_id, &task::id>(), synth::row_count(500),
                          synth::check(synth::value<&task::after_id> != synth::value<&task::id>));
template<>
inline constexpr auto synth::table<stop> =
    synth::describe<stop>(synth::references<&stop::next_id, &stop::id>(), synth::unique<&stop::next_id>(),
                          synth::row_count(500),
                          synth::check(synth::value<&stop::id> != synth::value<&stop::next_id>));
template<>
inline constexpr auto synth::table<person> =
    synth::describe<person>(synth::references<&person::boss_id, &person::id>(), synth::row_count(500),
                            synth::check(synth::value<&person::boss_id> != synth::value<&person::id>));
template<>
inline constexpr auto synth::table<folder> =
    synth::describe<folder>(synth::references<&folder::parent_id, &folder::id>(), synth::row_count(500));

TEST_CASE("no row is its own parent where a check says so, and the others are as they were") {
    static_assert(synth::has_no_roots<database, 0>);
    static_assert(!synth::has_no_roots<database, 2>, "a root is NULL there");
    static_assert(!synth::has_no_roots<database, 3>, "no check asks for it");
    const synth::dataset<database> data;
    for (const task& each : data.rows<task>()) {
        CHECK(each.after_id != each.id);
        CHECK((each.after_id < each.id || each.id == 1));
    }
    CHECK(data.row<folder>(0).parent_id == data.row<folder>(0).id);
}

TEST_CASE("a list without roots is a ring, and its rows are found") {
    const synth::dataset<database> data;
    std::set<std::int64_t> next;
    for (std::uint64_t row = 0; row < 500; ++row) {
        const stop one = data.row<stop>(row);
        CHECK(one.next_id != one.id);
        CHECK(data.row_of<&stop::next_id>(one.next_id) == row);
        next.insert(one.next_id);
    }
    CHECK(next.size() == 500);
}

TEST_CASE("of a single row nobody else can be the parent") {
    CHECK(refusal_of<database>(synth::count<task>{1}).find("task") != std::string::npos);
    CHECK(synth::parent_without_roots(7, 7, false, 7, 9) == 8);
    CHECK(synth::parent_without_roots(8, 7, false, 7, 9) == 7);
    CHECK(synth::parent_without_roots(7, 7, true, 7, 10) == 9);
    CHECK(synth::parent_without_roots(9, 9, true, 7, 10) == 8);
}
