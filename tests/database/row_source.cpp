// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/database/row_source.hpp>

#include "row_list.hpp"

TEST_CASE("a source writes any range of rows, in any order") {
    row_list source;
    const std::size_t table = source.add({"", "t", {bigint("id")}}, {{"1"}, {"2"}, {std::nullopt}});
    synth::byte_buffer out;
    source.write(table, synth::row_form::copy_text, 2, 3, out);
    source.write(table, synth::row_form::copy_text, 0, 2, out);
    CHECK(out.view() == "\\N\n1\n2\n");
    CHECK(source.rows(table) == 3);
}
