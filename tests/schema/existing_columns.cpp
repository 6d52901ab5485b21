// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <synth/schema/existing_columns.hpp>
#include <synth/schema/schema.hpp>

namespace {

struct country {
    std::int64_t number{};
    std::string code;
    std::optional<std::string> name;
    std::string area;
};
struct customer {
    std::int64_t id{};
    std::string home;
};
struct keyless {
    std::int64_t number{};
};

using database = synth::schema<country, customer, keyless>;

} // namespace

template<>
inline constexpr auto synth::table<country> =
    synth::describe<country>(synth::filled_outside(), synth::unique<&country::name>(),
                             synth::unique<&country::code>(), synth::primary_key<&country::number>());
template<>
inline constexpr auto synth::table<keyless> = synth::describe<keyless>(synth::filled_outside());
template<>
inline constexpr auto synth::table<customer> =
    synth::describe<customer>(synth::references<&customer::home, &country::code>());

namespace {

constexpr synth::catalog_view catalog() { return synth::catalog_of<database>.view(); }

} // namespace

TEST_CASE("rows that are there are ordered by the primary key, else by the first one") {
    static_assert(synth::ordering_key(catalog(), 0) == 2);
    static_assert(synth::ordering_key(catalog(), 1) == 3);
    static_assert(synth::ordering_key(catalog(), 2) == synth::no_index);
}

TEST_CASE("only the key that orders the rows and those that references lead to count") {
    static_assert(!synth::is_existing_key(catalog(), 0) && synth::is_existing_key(catalog(), 1));
    static_assert(synth::is_existing_column(catalog(), 0, 0) && synth::is_existing_column(catalog(), 0, 1));
    static_assert(!synth::is_existing_column(catalog(), 0, 2) && !synth::is_existing_column(catalog(), 0, 3));
    static_assert(!synth::is_existing_column(catalog(), 2, 0));
}

TEST_CASE("a table that is filled outside has no rows to plan, and is not written") {
    static_assert(synth::facts_of<country>.filled_outside && synth::facts_of<country>.row_count == 0);
    static_assert(!catalog().tables[0].is_written() && catalog().tables[1].is_written());
    static_assert(synth::derivation_of<database>.columns[1].source == synth::column_source::existing);
    CHECK(synth::schema_error_of<database>.rule == synth::schema_rule::none);
}
