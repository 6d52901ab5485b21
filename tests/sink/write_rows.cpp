// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/generate/constant.hpp>
#include <synth/generate/nulls.hpp>
#include <synth/sink/copy_binary.hpp>
#include <synth/sink/copy_text.hpp>
#include <synth/sink/csv.hpp>
#include <synth/sink/write_rows.hpp>

namespace {

struct note {
    std::int32_t id{};
    std::string text;
    std::optional<std::string> nothing;
    std::string empty;
};
using notes = synth::schema<note>;

} // namespace

template<>
inline constexpr auto synth::table<note> =
    synth::describe<note>(synth::named("notes"),
                          synth::column<&note::text>(synth::constant("a,\"b\"\n"), synth::named("the, text")),
                          synth::column<&note::nothing>(synth::nulls(1.0)),
                          synth::column<&note::empty>(synth::constant("")));

namespace {

std::string written(const auto& format, const synth::write_options& options, std::uint64_t rows) {
    std::string all;
    synth::write_table<note>(synth::dataset<notes>{synth::count<note>{rows}}, format, options,
                             [&](std::string_view bytes) { all += bytes; });
    return all;
}

} // namespace

TEST_CASE("columns are written in the order of the members with their SQL names") {
    CHECK(synth::column_names<notes, 0>[1] == "the, text");
    CHECK(written(synth::csv_format{}, {}, 2) ==
          "id,\"the, text\",nothing,empty\r\n1,\"a,\"\"b\"\"\n\",,\"\"\r\n2,\"a,\"\"b\"\"\n\",,\"\"\r\n");
    CHECK(written(synth::copy_text_format{}, {}, 1).starts_with("1\ta,\"b\"\\n\t\\N\t\n"));
}

TEST_CASE("a table without rows has its beginning and its end") {
    CHECK(written(synth::csv_format{}, {}, 0) == "id,\"the, text\",nothing,empty\r\n");
    CHECK(written(synth::copy_binary_format{}, {}, 0).size() == 21);
}

TEST_CASE("parts and threads leave the bytes as they are, over the borders of blocks") {
    const std::string whole = written(synth::copy_binary_format{}, {}, 20'000);
    CHECK(written(synth::copy_binary_format{}, {{}, 3}, 20'000) == whole);
    std::string parts;
    for (std::uint64_t part = 1; part <= 5; ++part) {
        parts += written(synth::copy_binary_format{}, {{part, 5}, 2}, 20'000);
    }
    CHECK(parts == whole);
}

TEST_CASE("rows are appended to a buffer by row type and by position") {
    const synth::dataset<notes> data;
    synth::byte_buffer by_type;
    synth::byte_buffer by_position;
    synth::write_rows<note>(data, synth::csv_format{}, 5, 9, by_type);
    synth::write_rows<0>(data, synth::csv_format{}, 5, 7, by_position);
    synth::write_rows<0>(data, synth::csv_format{}, 7, 9, by_position);
    CHECK(by_type.view() == by_position.view());
    CHECK(by_type.view().starts_with("6,"));
}
