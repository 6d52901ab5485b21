// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>

#include <doctest/doctest.h>

#include <synth/schema/derive_forests.hpp>

#include "../dataset/shapes.hpp"
#include "derived.hpp"

using namespace derived_test;
using shapes_database = shapes::database;

namespace {

struct folder {
    std::int32_t id{};
    std::int16_t depth{};
    std::optional<std::int32_t> above;
    std::optional<std::int16_t> above_depth;
};
using folders = synth::schema<folder>;

} // namespace

template<>
inline constexpr auto synth::table<folder> =
    synth::describe<folder>(synth::primary_key<&folder::id>(), synth::unique<&folder::id, &folder::depth>(),
                            synth::references<&folder::above, &folder::id>(),
                            synth::references<synth::columns<&folder::above, &folder::above_depth>,
                                              synth::columns<&folder::id, &folder::depth>>());

TEST_CASE("a self-reference leads where a wider one does") {
    constexpr synth::derived_reference narrow = derived_reference<folders, folder, 0>;
    static_assert(narrow.mode == reference_mode::implied && narrow.via == 1);
    static_assert(derived_reference<folders, folder, 1>.mode == reference_mode::forest);
    CHECK(derived_column<folders, &folder::above>.reference == 1);
}

TEST_CASE("a self-reference stays with the owner that it shares columns with") {
    static_assert(derived_table<tenants_database, tenants::comment>.owner == 0);
    constexpr synth::derived_reference above = derived_reference<tenants_database, tenants::comment, 1>;
    static_assert(above.mode == reference_mode::forest);
    CHECK(above.within_owner);
}

TEST_CASE("a key that is a self-reference makes it a list") {
    constexpr synth::derived_reference before = derived_reference<shapes_database, shapes::task, 2>;
    static_assert(before.mode == reference_mode::forest && before.distinct);
    CHECK_FALSE(before.within_owner);
}

TEST_CASE("columns that nobody decides leave roots only") {
    CHECK(derived_reference<shapes_database, shapes::message, 0>.roots_only);
    CHECK(derived_column<shapes_database, &shapes::message::room_id>.source == column_source::generated);
}
