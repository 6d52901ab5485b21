// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/generate/choice.hpp>
#include <synth/generate/constant.hpp>
#include <synth/generate/nulls.hpp>
#include <synth/generate/uniform.hpp>
#include <synth/generate/weighted.hpp>
#include <synth/sink/copy_binary.hpp>
#include <synth/sink/copy_text.hpp>
#include <synth/sink/csv.hpp>
#include <synth/sink/finished_cells.hpp>
#include <synth/sink/write_rows.hpp>

namespace {

enum class size { small, large };

struct item {
    synth::date made{}; // the first column, without a separator
    std::string label;
    std::optional<std::string> mark;
    std::string prose; // of texts of which one is longer than a finished cell
    synth::decimal<9, 2> price{};
    synth::decimal<9, 2> amount{};
    bool sold{};
    size how_large{};
    std::int64_t number{};
    std::string code;
    std::int32_t from_number{};
};
using items = synth::schema<item>;

// Rows that have less room than a finished cell overwrites.
struct flag {
    std::int64_t id{};
    bool set{};
};
struct only_flag {
    bool set{};
};
using flags = synth::schema<flag, only_flag>;

} // namespace

template<>
inline constexpr std::array<std::string_view, 2> synth::labels<size>{"small", "large, or so"};
template<>
inline constexpr auto synth::table<item> = synth::describe<item>(
    synth::column<&item::made>(synth::uniform(synth::date::of(2024, 1, 1), synth::date::of(2024, 12, 31))),
    synth::column<&item::label>(synth::choice("a,b", "c\td", "\"e\"", "", "\\.")),
    synth::column<&item::mark>(synth::weighted(synth::share{"yes", 3}, synth::share{"", 1}),
                               synth::nulls(0.3)),
    synth::column<&item::prose>(synth::choice("short", "longer than thirty-one bytes with all of it")),
    synth::column<&item::price>(synth::uniform(-2.00, 2.00)),
    synth::column<&item::amount>(synth::uniform(0.00, 99'999.99)),
    synth::column<&item::number>(synth::constant(std::int64_t{-7})),
    synth::column<&item::code>(
        synth::choice("\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac\xe2\x82\xac", "b"),
        synth::max_length(8)),
    synth::column<&item::from_number>(
        synth::derive<&item::number>([](std::int64_t number) { return static_cast<std::int32_t>(number); })));

namespace {

template<typename Format>
std::string by_row(const Format& format, std::uint64_t rows) {
    const synth::dataset<items> data{synth::count<item>{rows}};
    synth::byte_buffer out;
    for (std::uint64_t row = 0; row < rows; ++row) {
        synth::write_rows<item>(data, format, row, row + 1, out); // too few for any finished cell
    }
    return std::string{out.view()};
}

template<typename Format>
std::string at_once(const Format& format, std::uint64_t rows) {
    const synth::dataset<items> data{synth::count<item>{rows}};
    synth::byte_buffer out;
    synth::write_rows<item>(data, format, 0, rows, out);
    return std::string{out.view()};
}

template<typename Format, std::size_t... Columns>
std::array<bool, sizeof...(Columns)> finished(std::uint64_t rows, std::index_sequence<Columns...>) {
    const synth::finished_cells<items, 0, Format> cells{
        synth::dataset<items>{synth::count<item>{rows}}, {}, rows};
    return {cells.has(Columns)...};
}

} // namespace

TEST_CASE("finished cells are the bytes of cells that are written one by one") {
    constexpr std::uint64_t rows = 10'000;
    CHECK(at_once(synth::copy_text_format{}, rows) == by_row(synth::copy_text_format{}, rows));
    CHECK(at_once(synth::copy_binary_format{}, rows) == by_row(synth::copy_binary_format{}, rows));
    CHECK(at_once(synth::csv_format{}, rows) == by_row(synth::csv_format{}, rows));
    const synth::csv_format semicolons{.line_end = "\n", .delimiter = ';', .header = false};
    CHECK(at_once(semicolons, rows) == by_row(semicolons, rows));
}

TEST_CASE("short rows have room for all that a finished cell overwrites") {
    const synth::dataset<flags> data{synth::count<flag>{100}, synth::count<only_flag>{100}};
    const auto compare = [&]<typename Row, typename Format>(const Row&, const Format& format) {
        synth::byte_buffer by_row;
        for (std::uint64_t row = 0; row < 100; ++row) {
            synth::write_rows<Row>(data, format, row, row + 1, by_row);
        }
        synth::byte_buffer at_once; // empty, so that its first room is that of one row
        synth::write_rows<Row>(data, format, 0, 100, at_once);
        CHECK(at_once.view() == by_row.view());
    };
    compare(flag{}, synth::copy_binary_format{});
    compare(only_flag{}, synth::copy_binary_format{});
    compare(only_flag{}, synth::copy_text_format{});
    compare(only_flag{}, synth::csv_format{});
}

TEST_CASE("cells are finished where their values are few, short and drawn") {
    using columns = std::make_index_sequence<11>;
    CHECK(finished<synth::copy_text_format>(10'000, columns{}) ==
          std::array{true, true, true, false, true, false, true, true, true, false, false});
    // For 366 days of a hundred rows it does not pay.
    CHECK(finished<synth::copy_text_format>(100, columns{}) ==
          std::array{false, true, true, false, false, false, true, true, true, false, false});
    CHECK(finished<synth::copy_text_format>(0, columns{}) == std::array<bool, 11>{});
}
