// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/dataset/chosen_cell.hpp>

#include "checked_tables.hpp"

TEST_CASE("a chosen value is the same however often it is made") {
    const synth::dataset<checked::database> data;
    synth::row_frame<checked::database, 1> frame;
    for (std::uint64_t row = 0; row < 50; ++row) {
        data.seek<1>(frame, row);
        if (!data.is_null<1, 9>(frame)) {
            const auto first = data.cell<1, 9>(frame);
            const auto second = data.cell<1, 9>(frame);
            CHECK(std::string_view{first} == std::string_view{second});
        }
        CHECK(data.cell<1, 8>(frame).units == data.row<checked::sale>(row).total.units);
    }
}
