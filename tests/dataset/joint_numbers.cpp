// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/joint_numbers.hpp>

#include "joint_tables.hpp"
#include "properties.hpp"
#include "refusal.hpp"

namespace {

template<typename Schema>
void check_all(const synth::plan_options<Schema>& options) {
    for (const std::string& each : properties::checker<Schema>{options}.run()) {
        FAIL_CHECK(each);
    }
}

} // namespace

TEST_CASE("narrow columns keep keys distinct together, with references and without") {
    check_all(synth::plan_options<joint::database>{});
    using namespace joint;
    const synth::dataset<database> data;
    for (const std::string& each :
         properties::check_members<&translation::language, &preferred::address_id, &switches::kind,
                                   &region::code, &price::kind, &price::shop_id, &two_pairs::c,
                                   &role::project_id, &role::what>(data)) {
        FAIL_CHECK(each);
    }
}

TEST_CASE("joint keys are filled up to their last combination, and refused beyond it") {
    using namespace joint;
    synth::plan_options<database> options;
    options.rows = {4, 5, 4 * 36, 5 * 2, 12, 1'000, 4 * 5 * 3, 12, 2, 6, 8, 6 * 4 * 3};
    check_all(options);
    const auto refused = [&](std::size_t table, std::uint64_t rows) {
        synth::plan_options<database> more = options;
        more.rows[table] = rows;
        return refusal_of<database>(more);
    };
    CHECK(
        refused(2, 4 * 36 + 1) ==
        "synth: translation(product_id, language): 145 rows need up to 37 distinct values of (language) for "
        "each of the 4 rows of product, but there are only 36; plan at most 144 rows, or widen a column");
    CHECK(refused(4, 13) ==
          "synth: switches(kind, on, off): 13 rows need up to 13 distinct values of (kind, off, "
          "on), but there are only 12; plan at most 12 rows, or widen a column");
    CHECK(refused(6, 61) ==
          "synth: price(product_id, shop_id, kind): 61 rows need up to 16 distinct values of (kind) with "
          "rows of "
          "shop for each of the 4 rows of product, but there are only 15; plan at most 60 rows, or widen a "
          "column");
    CHECK(refused(7, 21) ==
          "synth: two_pairs: 21 rows need up to 6 distinct rows of shop for each of the 4 rows of "
          "product, but there are only 5; plan at most 20 rows");
    CHECK(refused(11, 6 * 4 * 3 + 1)
              .starts_with("synth: role(tenant_id, project_id) -> project: up to 13 rows"));
}

TEST_CASE("what a joint key makes of a row does not depend on how many rows there are") {
    synth::plan_options<joint::database> options;
    const auto before = properties::checker<joint::database>::dump(synth::dataset<joint::database>{options});
    options.rows[5] *= 2; // region
    const auto after = properties::checker<joint::database>::dump(synth::dataset<joint::database>{options});
    CHECK(after[5].starts_with(before[5].substr(0, before[5].rfind("\\.\n"))));
}
