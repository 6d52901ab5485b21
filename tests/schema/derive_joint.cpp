// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/schema/derive_joint.hpp>

#include "../dataset/joint_tables.hpp"
#include "derived.hpp"

using namespace derived_test;

namespace {

using database = joint::database;

struct wide_enough { // one column is enough
    std::int16_t number{};
    bool flag{};
    synth::uuid token{};
    joint::mood kind{};
};
struct widest_first {
    bool flag{};
    std::string code;
    std::string name;
    synth::date day;
};

} // namespace

template<>
inline constexpr auto synth::table<wide_enough> = synth::describe<wide_enough>(
    synth::primary_key<&wide_enough::number, &wide_enough::flag, &wide_enough::token, &wide_enough::kind>());
template<>
inline constexpr auto synth::table<widest_first> = synth::describe<widest_first>(
    synth::primary_key<&widest_first::flag, &widest_first::code, &widest_first::name, &widest_first::day>(),
    synth::column<&widest_first::code>(synth::max_length(3)),
    synth::column<&widest_first::name>(synth::max_length(3)));

TEST_CASE("a column of few values joins the reference of its key") {
    constexpr synth::derived_table translation = derived_table<database, joint::translation>;
    static_assert(translation.joint_count == 1 && translation.joints[0].of_owner);
    static_assert(derived_reference<database, joint::translation, 0>.mode == reference_mode::owned);
    CHECK(derived_column<database, &joint::translation::language>.source == column_source::joint);
}

TEST_CASE("columns without a reference join for the rows") {
    constexpr synth::derived_table switches = derived_table<database, joint::switches>;
    static_assert(switches.joint_count == 1 && !switches.joints[0].of_owner &&
                  switches.joints[0].digits == 3);
    CHECK(derived_column<database, &joint::switches::kind>.digit == 0);
}

TEST_CASE("a column that is wide enough carries the key alone") {
    using schema = synth::schema<wide_enough>;
    static_assert(derived_column<schema, &wide_enough::token>.source == column_source::key);
    CHECK(derived_table<schema, wide_enough>.joint_count == 0);
}

TEST_CASE("the widest columns join first, and no more than are needed") {
    using schema = synth::schema<widest_first>;
    static_assert(derived_column<schema, &widest_first::day>.digit == 0);
    static_assert(derived_column<schema, &widest_first::name>.digit == 1);
    static_assert(derived_column<schema, &widest_first::code>.source == column_source::generated);
    CHECK(derived_column<schema, &widest_first::flag>.source == column_source::generated);
}

TEST_CASE("references join where columns are not enough") {
    static_assert(derived_reference<database, joint::price, 1>.mode == reference_mode::partner);
    static_assert(derived_table<database, joint::price>.joints[0].digits == 2);
    constexpr synth::derived_reference project = derived_reference<database, joint::role, 1>;
    static_assert(project.mode == reference_mode::matched && project.distinct);
    CHECK(derived_table<database, joint::role>.joints[0].digits == 2);
}

TEST_CASE("a second key of references joins for the rows") {
    constexpr synth::derived_table pairs = derived_table<database, joint::two_pairs>;
    static_assert(pairs.joint_count == 2 && pairs.joints[0].of_owner && !pairs.joints[1].of_owner);
    CHECK(pairs.joints[1].digits == 2);
}
