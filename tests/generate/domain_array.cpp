// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/domain.hpp>
#include <synth/generate/domain_array.hpp>
#include <synth/schema/key_capacity.hpp>

#include "domain_test.hpp"

using namespace synth;

TEST_CASE("keys of an array type are arrays of one key") {
    domain_test::check_bijection<std::vector<std::int32_t>>();
    domain_test::check_bijection<std::vector<std::string>>();
    domain_test::check_bijection<std::vector<std::optional<date>>>();
    domain_test::check_bijection<std::vector<std::optional<bool>>>();
    domain_test::check_bijection<std::vector<sql_value<"oid">>>();
    CHECK(domain<std::vector<std::int32_t>>{law_test::plan_for()}.last() + 1 ==
          key_capacity<std::vector<std::int32_t>>({}));
    static_assert(!has_domain<std::vector<sql_value<"xml">>>);
}

TEST_CASE("arrays of another size are no keys") {
    const domain<std::vector<std::optional<std::int32_t>>> values{law_test::plan_for()};
    using list = std::vector<std::optional<std::int32_t>>;
    CHECK(values.index_of(list{5}) == 4);
    CHECK(!values.index_of(list{}));
    CHECK(!values.index_of(list{5, 6}));
    CHECK(!values.index_of(list{std::nullopt}));
}
