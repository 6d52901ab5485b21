// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/bound_kind_key.hpp>

#include "kind_tables.hpp"
#include "refusal.hpp"

TEST_CASE("each row of a table of kinds has the kind of its number") {
    using namespace kind_tables;
    const synth::dataset<database> data;
    CHECK(data.row<kind>(0).code == "club");
    CHECK(data.row<kind>(1).code == "firm");
    CHECK(data.row<kind>(2).code == "person");
    for (std::uint64_t row = 0; row < 4; ++row) {
        CHECK(data.row<grade>(row).id == static_cast<std::int16_t>(10 + row));
    }
}

TEST_CASE("a kind tells its row") {
    using namespace kind_tables;
    const synth::bound_kind_key<database, 0, 0> key{
        synth::detail::plan_of_column<database, 0>(0, synth::plan_options<database>{}.now)};
    CHECK(key.last() == 2);
    CHECK(key.row_of("firm") == std::optional<std::uint64_t>{1});
    CHECK(key.at(1) == "firm");
    CHECK_FALSE(key.row_of("ship"));
    const synth::dataset<database> data;
    CHECK(data.row_of<&kind::code>("person") == std::optional<std::uint64_t>{2});
    CHECK(data.row_of<&grade::id>(std::int16_t{13}) == std::optional<std::uint64_t>{3});
    CHECK_FALSE(data.row_of<&grade::id>(std::int16_t{14}));
}

TEST_CASE("more rows than kinds are refused, with both numbers") {
    using namespace kind_tables;
    const synth::plan_options<database> options{.rows = {4, 4, 126, 40, 40, 200, 50, 50}};
    CHECK(refusal_of<database>(options) == "synth: kind.code: 4 rows need as many distinct values, but the "
                                           "column has only 3; plan at most 3 rows "
                                           "or widen the column");
}
