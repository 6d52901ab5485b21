// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/dataset/fewest_choices.hpp>

namespace {

struct tenant {
    std::int64_t id{};
};
struct person {
    std::int64_t tenant_id{};
    std::int64_t number{};
};
struct profile {
    std::int64_t tenant_id{};
};
using database = synth::schema<tenant, person, profile>;

} // namespace

template<>
inline constexpr auto synth::table<person> =
    synth::describe<person>(synth::primary_key<&person::tenant_id, &person::number>(),
                            synth::references<&person::tenant_id, &tenant::id>());
template<>
inline constexpr auto synth::table<profile> = synth::describe<profile>(
    synth::primary_key<&profile::tenant_id>(), synth::references<&profile::tenant_id, &tenant::id>());

TEST_CASE("a parent that owns rows has at least its even share") {
    synth::plan_options<database> options;
    options.rows = {4, 11, 4};
    CHECK(synth::fewest_children<database, 0>(options) == 2);
    constexpr synth::reference_path one{.references = {0}, .size = 1};
    CHECK(static_cast<std::uint64_t>(synth::fewest_choices<one>(options)) == 2);
    constexpr synth::reference_path nowhere{};
    CHECK(static_cast<std::uint64_t>(synth::fewest_choices<nowhere>(options)) == 1);
}

TEST_CASE("one to one there is a child for each parent, or for some none") {
    synth::plan_options<database> options;
    options.rows = {4, 11, 4};
    CHECK(synth::fewest_children<database, 1>(options) == 1);
    options.rows = {4, 11, 3};
    CHECK(synth::fewest_children<database, 1>(options) == 0);
}
