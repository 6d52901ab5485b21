// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/domain.hpp>
#include <synth/generate/one_element_arrays.hpp>

#include "domain_test.hpp"

TEST_CASE("arrays have the numbers of their elements") {
    const synth::domain<std::string> elements{law_test::plan_for()};
    const synth::one_element_arrays<std::vector<std::optional<std::string>>, synth::domain<std::string>>
        arrays{elements};
    CHECK(arrays.last() == elements.last());
    for (const std::uint64_t index : {std::uint64_t{0}, std::uint64_t{7}, elements.last()}) {
        const auto array = arrays.at(index);
        CHECK(arrays.index_of(array) == index);
    }
    using list = std::vector<std::optional<std::string>>;
    CHECK(!arrays.index_of(list{}));
    CHECK(!arrays.index_of(list{std::nullopt}));
}
