// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/schema/catalog.hpp>
#include <synth/schema/schema.hpp>

#include "tpcc.hpp"

namespace {

enum class mood : std::uint8_t { sad, ok };

struct everything {
    std::int64_t id{};
    std::int32_t middle{};
    std::optional<std::int16_t> small;
    bool flag{};
    std::string text;
    std::vector<std::int32_t> list;
    double real{};
    synth::sql_value<"xml"> document;
    std::vector<std::optional<bool>> flags;
};

constexpr const auto& catalog = synth::catalog_of<tpcc::database>;

} // namespace

template<>
inline constexpr auto synth::table<everything> =
    synth::describe<everything>(synth::column<&everything::text>([](synth::column_facts&) { return "a"; }),
                                synth::column<&everything::real>(synth::named("REAL")));

TEST_CASE("a catalog holds every table, column, key and reference once") {
    static_assert(catalog.tables.size() == 9);
    static_assert(catalog.columns.size() == 2 + 2 + 4 + 5 + 4 + 3 + 6 + 1 + 2);
    static_assert(catalog.keys.size() == 8);
    static_assert(catalog.references.size() == 10);
    constexpr synth::catalog_view view = catalog.view();
    static_assert(view.columns_of(0).size() == 4 && view.columns_of(0)[3].name == "c_last");
    static_assert(view.keys_of(2).empty() && view.keys_of(8)[0].table == 8);
    CHECK(view.tables[6].name == "orders");
    CHECK(view.references_of(5).size() == 2);
    CHECK(view.references_of(5)[1].parent == 7);
    CHECK(view.references_of(3).empty());
}

TEST_CASE("a reference lists its columns beside its parent's") {
    constexpr synth::catalog_reference line = catalog.view().references_of(5)[0];
    static_assert(line.child == 5 && line.parent == 6 && !line.owned);
    CHECK(line.child_columns.same_columns({0, 1, 2}));
    CHECK(line.parent_columns[2] == 2);
}

TEST_CASE("a column's type says how well it can carry a key") {
    using synth::key_ability;
    constexpr auto columns = synth::catalog_of<synth::schema<everything>>.columns;
    static_assert(columns[0].ability == key_ability::integer64);
    static_assert(columns[1].ability == key_ability::integer32);
    static_assert(columns[2].ability == key_ability::integer16);
    static_assert(columns[3].ability == key_ability::narrow);
    static_assert(columns[4].ability == key_ability::wide);
    static_assert(columns[5].ability == key_ability::wide);
    static_assert(columns[7].ability == key_ability::none);
    static_assert(columns[8].ability == key_ability::narrow);
    static_assert(columns[4].described && !columns[6].described && !columns[0].described);
    CHECK(columns[6].name == "REAL");
}

TEST_CASE("a reference to a table outside has no parent") {
    constexpr auto alone = synth::catalog_of<synth::schema<tpcc::district>>;
    static_assert(alone.references[0].parent == synth::no_index);
    CHECK(alone.tables.size() == 1);
}
