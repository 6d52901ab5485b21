// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <string>

#include <doctest/doctest.h>

#include <synth/core/byte_buffer.hpp>
#include <synth/dataset/computed_cell.hpp>
#include <synth/dataset/dataset.hpp>
#include <synth/generate/nulls.hpp>
#include <synth/schema/expression_functions.hpp>
#include <synth/sink/csv.hpp>
#include <synth/sink/write_rows.hpp>

namespace {

struct piece {
    std::int32_t number{};
    std::string code;
    std::optional<synth::decimal<8, 2>> price;
    std::int64_t twice{};
    std::string small;
    std::optional<synth::decimal<9, 3>> gross;
};

struct use {
    std::int64_t id{};
    std::int64_t twice{};
    std::string code;
    std::optional<std::int64_t> other;
};

struct single {
    std::int64_t twice{};
};

} // namespace

template<>
inline constexpr auto synth::table<piece> = synth::describe<piece>(
    synth::primary_key<&piece::number>(), synth::unique<&piece::code>(),
    synth::column<&piece::price>(synth::nulls(0.3)),
    synth::column<&piece::twice>(synth::computed(synth::value<&piece::number> * 2 - 7)),
    synth::column<&piece::small>(synth::computed(synth::sql::lower(synth::value<&piece::code>))),
    synth::column<&piece::gross>(synth::computed(synth::value<&piece::price>* synth::exact("1.5"))));
template<>
inline constexpr auto synth::table<use> =
    synth::describe<use>(synth::references<&use::twice, &piece::twice>(),
                         synth::references<&use::code, &piece::small>(),
                         synth::references<&use::other, &piece::twice>(synth::nulls(0.5)));
template<>
inline constexpr auto synth::table<single> = synth::describe<single>(
    synth::primary_key<&single::twice>(), synth::references<&single::twice, &piece::twice>());

namespace {

const synth::dataset<synth::schema<piece, use, single>> data{synth::count<piece>{200}, synth::count<use>{500},
                                                             synth::count<single>{200}};

} // namespace

TEST_CASE("rows have what the database will compute") {
    bool some_null = false;
    for (const piece& each : data.rows<piece>()) {
        REQUIRE(each.twice == std::int64_t{each.number} * 2 - 7);
        REQUIRE(each.small == each.code);
        REQUIRE(each.price.has_value() == each.gross.has_value());
        if (each.price) {
            REQUIRE(each.gross->units == each.price->units * 15);
        }
        some_null = some_null || !each.price;
    }
    CHECK(some_null);
}

TEST_CASE("references repeat computed columns of their parents") {
    bool some_null = false;
    for (std::uint64_t row = 0; row < data.size<use>(); ++row) {
        const use each = data.row<use>(row);
        REQUIRE(each.twice == data.row<piece>(data.parent<&use::twice>(row).value()).twice);
        REQUIRE(each.code == data.row<piece>(data.parent<&use::code>(row).value()).small);
        some_null = some_null || !each.other;
        if (each.other) {
            REQUIRE(*each.other == data.row<piece>(data.parent<&use::other>(row).value()).twice);
        }
        REQUIRE(data.value<&use::twice>(row) == each.twice);
    }
    CHECK(some_null);
}

TEST_CASE("a key that repeats a computed column stays distinct") {
    std::set<std::int64_t> seen;
    for (const single& each : data.rows<single>()) {
        REQUIRE(seen.insert(each.twice).second);
    }
    CHECK(seen.size() == 200);
}

TEST_CASE("what the database computes is not written") {
    synth::byte_buffer buffer;
    synth::write_rows<piece>(data, synth::csv_format{}, 0, 1, buffer);
    const piece first = data.row<piece>(0);
    const std::string line{buffer.view()};
    CHECK(line.starts_with(std::to_string(first.number) + "," + first.code + ","));
    CHECK(std::count(line.begin(), line.end(), ',') == 2);
}

TEST_CASE("NULL stays NULL, and what SQL raises an error for is none") {
    using synth::possible_value;
    const auto from = 12 / synth::value<&piece::number>;
    CHECK(synth::computed_cell<std::int64_t>(from, possible_value::of(synth::int128{5})) == 2);
    CHECK_FALSE(synth::computed_cell<std::int64_t>(from, possible_value::null()).has_value());
    CHECK_FALSE(synth::computed_cell<std::int64_t>(from, possible_value::of(synth::int128{0})).has_value());
}
