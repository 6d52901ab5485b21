// SPDX-License-Identifier: BSL-1.0
#include <string_view>
#include <type_traits>

#include <doctest/doctest.h>

#include <synth/dataset/existing_column.hpp>

#include "outside.hpp"

TEST_CASE("a column of a table that is filled outside shows what its rows have") {
    const synth::dataset<outside::database> data{outside::options()};
    const auto& code = data.state<1>().column<0>();
    static_assert(std::is_same_v<decltype(code.at(0)), std::string_view>, "nothing is copied");
    CHECK(code.at(1) == "AT");
    CHECK(code.row_of("AT") == 1);
    CHECK_FALSE(code.is_null(1));
    const auto& area = data.state<1>().column<2>();
    CHECK(area.is_null(1));
    CHECK_FALSE(area.is_null(5));
    CHECK(area.at(5) == 1.5);
    CHECK(data.row<outside::country>(5).area == 1.5);
    CHECK(data.state<1>().column<1>().generator().row_of(40) == 1);
}

TEST_CASE("a dataset and its copies share the rows") {
    const synth::dataset<outside::database> data{outside::options()};
    const synth::dataset<outside::database> copy =
        data; // NOLINT(performance-unnecessary-copy-initialization)
    CHECK(copy.state<1>().column<0>().at(4).data() == data.state<1>().column<0>().at(4).data());
}
