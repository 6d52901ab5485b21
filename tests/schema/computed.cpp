// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include <synth/schema/computed.hpp>
#include <synth/schema/expression_functions.hpp>
#include <synth/schema/schema.hpp>

namespace {

struct piece {
    std::int32_t number{};
    std::int32_t weight{};
    std::int64_t twice{};
};

struct of_two {
    std::int32_t id{};
    std::int32_t weight{};
    std::int32_t sum{};
};

struct of_computed {
    std::int32_t id{};
    std::int32_t more{};
    std::int32_t most{};
};

struct use {
    std::int64_t id{};
    std::int64_t twice{};
};

struct car { // the database fills in what it is
    std::int32_t id{};
    std::string name;
    std::string kind;
};

struct first_filled { // in the wrong order
    std::string kind;
    std::int32_t id{};
};

struct wrong_use {
    std::int64_t id{};
    std::int32_t weight{};
};

} // namespace

template<>
inline constexpr auto synth::table<piece> =
    synth::describe<piece>(synth::primary_key<&piece::number>(),
                           synth::column<&piece::twice>(synth::computed(synth::value<&piece::number> * 2)));
template<>
inline constexpr auto synth::table<of_two> = synth::describe<of_two>(
    synth::column<&of_two::sum>(synth::computed(synth::value<&of_two::id> + synth::value<&of_two::weight>)));
template<>
inline constexpr auto synth::table<of_computed> = synth::describe<of_computed>(
    synth::column<&of_computed::more>(synth::computed(synth::value<&of_computed::id> + 1)),
    synth::column<&of_computed::most>(synth::computed(synth::value<&of_computed::more> + 1)));
template<>
inline constexpr auto synth::table<use> =
    synth::describe<use>(synth::references<&use::twice, &piece::twice>());
template<>
inline constexpr auto synth::table<wrong_use> =
    synth::describe<wrong_use>(synth::references<&wrong_use::weight, &piece::weight>());

TEST_CASE("the catalog knows what a computed column is made of, and that it is not written") {
    constexpr auto catalog = synth::catalog_of<synth::schema<piece>>;
    CHECK(catalog.tables[0].column_count == 3);
    CHECK(catalog.tables[0].written_count == 2);
    CHECK_FALSE(catalog.columns[0].computed);
    CHECK(catalog.columns[2].computed);
    CHECK(catalog.columns[2].computed_from == 0);
    CHECK(synth::computed(synth::value<&piece::number> * 2).describe() == "computed by the database");
}

template<>
inline constexpr auto synth::table<car> =
    synth::describe<car>(synth::primary_key<&car::id>(), synth::check(synth::value<&car::kind> == "car"),
                         synth::column<&car::kind>(synth::not_written()));
template<>
inline constexpr auto synth::table<first_filled> =
    synth::describe<first_filled>(synth::column<&first_filled::kind>(synth::not_written()));

TEST_CASE("what the database fills in stands behind what is written") {
    static_assert(synth::catalog_of<synth::schema<car>>.tables[0].written_count == 2);
    static_assert(synth::schema_error_of<synth::schema<car>>.rule == synth::schema_rule::none);
    CHECK(synth::schema_error_of<synth::schema<first_filled>>.rule == synth::schema_rule::computed_column);
}

TEST_CASE("a reference may lead to what is computed from a key, and to nothing else that is no key") {
    static_assert(synth::schema_error_of<synth::schema<piece, use>>.rule == synth::schema_rule::none);
    static_assert(synth::schema_error_of<synth::schema<piece, wrong_use>>.rule ==
                  synth::schema_rule::reference_to_no_key);
}

TEST_CASE("a computed column has one source, which is not computed") {
    static_assert(synth::schema_error_of<synth::schema<of_two>>.rule == synth::schema_rule::computed_column);
    static_assert(synth::schema_error_of<synth::schema<of_computed>>.rule ==
                  synth::schema_rule::computed_column);
    static_assert(synth::schema_error_of<synth::schema<of_computed>>.column == "most");
}
