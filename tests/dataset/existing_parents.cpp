// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/dataset/existing_parents.hpp>
#include <synth/dataset/row_fit.hpp>
#include <synth/schema/check.hpp>

#include "outside.hpp"

namespace {

struct visit { // may be at home, alone in its country, or nowhere
    std::int64_t id{};
    std::optional<std::string> country;
    std::optional<std::string> only;
};
struct known_visit {
    std::int64_t id{};
    std::optional<std::string> country;
    bool known{};
};
using travels = synth::schema<outside::country, visit>;
using known_travels = synth::schema<outside::country, known_visit>;

std::string refused(const synth::plan_options<outside::database>& options) {
    try {
        synth::require_existing_parents(options);
    } catch (const synth::plan_error& error) {
        return error.what();
    }
    return {};
}

} // namespace

template<>
inline constexpr auto synth::table<visit> = synth::describe<visit>(
    synth::row_count(50), synth::references<&visit::country, &outside::country::code>(),
    synth::unique<&visit::only>(), synth::references<&visit::only, &outside::country::code>());
template<>
inline constexpr auto synth::table<known_visit> = synth::describe<known_visit>(
    synth::references<&known_visit::country, &outside::country::code>(),
    synth::check("known", !synth::value<&known_visit::known> ||
                              synth::sql::is_not_null(synth::value<&known_visit::country>)),
    synth::check("all", synth::value<&known_visit::known>));

TEST_CASE("rows that need a row of an empty table are refused, with the table and the remedy") {
    CHECK(refused(outside::options()).empty());
    synth::plan_options<outside::database> empty = outside::options();
    empty.apply(synth::existing_rows<outside::country>{});
    CHECK(refused(empty) ==
          "synth: customer(home) -> country: 300 rows need a parent, but the parent has no rows "
          "and is filled outside; fill it first, or let the reference be NULL");
    CHECK_THROWS_WITH(
        synth::dataset<outside::database>{empty},
        "synth: customer(home) -> country: 300 rows need a parent, but the parent has no rows and "
        "is filled outside; fill it first, or let the reference be NULL");
    // Fitted to no tenants there would be no users, silently.
    synth::plan_options<outside::database> without_tenants = outside::options();
    without_tenants.apply(synth::existing_rows<outside::tenant>{});
    CHECK_THROWS_WITH(
        synth::fit_rows(without_tenants,
                        {true, false, true, false, true, true, true, true, true, true, false}),
        "synth: user(tenant) -> tenant: 30 rows need a parent, but the parent has no rows and is filled "
        "outside; fill it first, or let the reference be NULL");
}

TEST_CASE("where nobody can be referred to, a reference that may be NULL is") {
    synth::plan_options<travels> options;
    options.rows[1] = 50;
    const synth::dataset<travels> data{options};
    CHECK(data.size<visit>() == 50);
    for (const visit& each : data.rows<visit>()) {
        CHECK_FALSE((each.country || each.only));
    }
    CHECK(synth::fit_rows(options, {false, true})[1].empty());
    CHECK(synth::fit_rows(options, {true, true})[1].empty()); // as programs ask
    CHECK(options.rows[0] == 0);
    CHECK(options.rows[1] == 50);
    const synth::dataset<travels> some{synth::existing_rows<outside::country>{outside::countries()},
                                       synth::count<visit>{6}};
    std::uint64_t alone = 0;
    for (const visit& each : some.rows<visit>()) {
        alone += each.only ? 1U : 0U;
    }
    CHECK(alone > 0);
}

TEST_CASE("a check that forbids that NULL is refused before the first row") {
    CHECK_THROWS_WITH(
        (synth::dataset<known_travels>{}),
        "synth: country: a check asks for a row of it, but it is filled outside and has none; fill "
        "it first, or loosen the check");
}

TEST_CASE("rows that are there are never made fewer, as programs ask for it") {
    std::vector<outside::tenant> tenants; // more than have a project
    for (std::int64_t id = 0; id < 100; ++id) {
        tenants.push_back({id});
    }
    synth::plan_options<outside::database> options = outside::options();
    options.apply(synth::existing_rows<outside::tenant>{tenants});
    std::array<bool, 11> all_flexible{};
    all_flexible.fill(true);
    const auto why = synth::fit_rows(options, all_flexible);
    CHECK(options.rows[10] == 100);
    CHECK(why[10].empty());
    CHECK(options.rows[9] == 0);
    CHECK(why[9] == "all that are distinct in (tenant, user, project)");
    CHECK_NOTHROW(synth::dataset<outside::database>{options});
}

TEST_CASE("rows that are counted are as many as there are") {
    synth::plan_options<outside::database> options = outside::options();
    options.rows[1] = 5;
    CHECK_THROWS_WITH(
        synth::dataset<outside::database>{options},
        "synth: country: 5 rows are planned, but it is filled outside and has 6; leave its count "
        "out");
}

TEST_CASE("a key that does not fit the column of a child is named") {
    synth::plan_options<outside::database> options = outside::options();
    std::vector<outside::country> rows = outside::countries();
    rows.push_back({"ZZ", 32'768, {}});
    options.apply(synth::existing_rows<outside::country>{rows});
    CHECK_THROWS_WITH(
        synth::dataset<outside::database>{options},
        "synth: customer(number) -> country: the key 32768 of the parent may not fit number; give "
        "both columns one type and length, or the parent a key of smaller values");
}
