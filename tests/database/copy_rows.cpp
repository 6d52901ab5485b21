// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/core/byte_buffer.hpp>
#include <synth/database/copy_rows.hpp>

#include "row_list.hpp"

namespace {

row_list three_rows() {
    row_list source;
    source.add({"", "t", {bigint("id"), text("a", true), text("b", true)}},
               {{"1", "one", "x"}, {"2", std::nullopt, "y"}, {"3", std::nullopt, std::nullopt}});
    return source;
}

row_list other_rows(std::vector<row_list::row> rows, std::vector<synth::column_shape> columns) {
    row_list source;
    source.add({"", "t", std::move(columns)}, std::move(rows));
    return source;
}

std::string bytes(const row_list& source, synth::row_form form) {
    synth::byte_buffer out;
    source.write(0, form, 0, source.rows(0), out);
    return std::string{out.view()};
}

constexpr auto forms = {synth::row_form::copy_text, synth::row_form::copy_binary};

} // namespace

TEST_CASE("the columns of a second pass are NULL at first") {
    const row_list expected = other_rows(
        {{"1", "one", std::nullopt}, {"2", std::nullopt, std::nullopt}, {"3", std::nullopt, std::nullopt}},
        {bigint("id"), text("a", true), text("b", true)});
    for (const synth::row_form form : forms) {
        synth::byte_buffer out;
        synth::put_without(bytes(three_rows(), form), form, std::vector<std::size_t>{2}, out);
        CHECK(out.view() == bytes(expected, form));
    }
}

TEST_CASE("a second pass takes the key and its columns of the rows that have something there") {
    const row_list expected =
        other_rows({{"1", "x", "one"}, {"2", "y", std::nullopt}}, {bigint("id"), text("b"), text("a")});
    for (const synth::row_form form : forms) {
        synth::byte_buffer out;
        CHECK(synth::put_only(bytes(three_rows(), form), form, std::vector<std::size_t>{0},
                              std::vector<std::size_t>{2, 1}, out) == 2);
        CHECK(out.view() == bytes(expected, form));
    }
}

TEST_CASE("no rows are no bytes") {
    for (const synth::row_form form : forms) {
        synth::byte_buffer out;
        CHECK(synth::put_only("", form, std::vector<std::size_t>{0}, std::vector<std::size_t>{1}, out) == 0);
        CHECK(out.empty());
    }
}
