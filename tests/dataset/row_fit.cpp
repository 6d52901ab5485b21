// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/children_geometric.hpp>
#include <synth/dataset/dataset.hpp>
#include <synth/dataset/row_fit.hpp>

namespace narrow {

struct flag { // two rows
    bool on{};
    std::int32_t weight{};
};
struct letter { // 26 rows by its unique column, and not by its primary key
    std::int64_t id{};
    std::string code{};
};
struct detail_of_flag { // one row each, by its key
    bool on{};
    std::int32_t note{};
};
struct pair { // a junction: 2 times 26 rows
    bool on{};
    std::int64_t letter_id{};
};
struct line { // one to three for each letter
    std::int64_t letter_id{};
    std::int32_t number{};
};
struct remark { // any number of rows, but it needs a line's parent
    std::int64_t id{};
    std::int64_t letter_id{};
};

} // namespace narrow

template<>
inline constexpr auto synth::table<narrow::flag> =
    synth::describe<narrow::flag>(synth::primary_key<&narrow::flag::on>());
template<>
inline constexpr auto synth::table<narrow::letter> = synth::describe<narrow::letter>(
    synth::unique<&narrow::letter::code>(), synth::column<&narrow::letter::code>(synth::fixed_length(1)));
template<>
inline constexpr auto synth::table<narrow::detail_of_flag> = synth::describe<narrow::detail_of_flag>(
    synth::primary_key<&narrow::detail_of_flag::on>(),
    synth::references<&narrow::detail_of_flag::on, &narrow::flag::on>());
template<>
inline constexpr auto synth::table<narrow::pair> =
    synth::describe<narrow::pair>(synth::primary_key<&narrow::pair::on, &narrow::pair::letter_id>(),
                                  synth::references<&narrow::pair::on, &narrow::flag::on>(),
                                  synth::references<&narrow::pair::letter_id, &narrow::letter::id>());
template<>
inline constexpr auto synth::table<narrow::line> = synth::describe<narrow::line>(
    synth::primary_key<&narrow::line::letter_id, &narrow::line::number>(),
    synth::references<&narrow::line::letter_id, &narrow::letter::id>(synth::children_between(1, 3)));
template<>
inline constexpr auto synth::table<narrow::remark> =
    synth::describe<narrow::remark>(synth::references<&narrow::remark::letter_id, &narrow::letter::id>());

namespace {

using schema = synth::schema<narrow::remark, narrow::line, narrow::pair, narrow::detail_of_flag,
                             narrow::letter, narrow::flag>;
enum table : std::size_t { remark, line, pair, detail_of_flag, letter, flag };

constexpr std::array<bool, 6> all_flexible{true, true, true, true, true, true};

} // namespace

TEST_CASE("tables that nobody counted have the rows that their keys and parents have room for") {
    synth::plan_options<schema> options;
    CHECK_THROWS_AS(synth::dataset<schema>{options}, synth::plan_error);
    const auto why = synth::fit_rows(options, all_flexible);
    CHECK(options.rows[flag] == 2);
    CHECK(why[flag] == "all that its key can hold (on)");
    CHECK(options.rows[letter] < 1'000);
    CHECK(options.rows[letter] >= 26);
    CHECK(why[letter] == "all that its key can hold (code)");
    CHECK(options.rows[detail_of_flag] == 2);
    CHECK(why[detail_of_flag].find("flag") != std::string::npos);
    CHECK(options.rows[pair] == 2 * options.rows[letter]);
    CHECK(options.rows[line] == 3 * options.rows[letter]);
    CHECK(why[line] == "1 to 3 for each parent, of letter");
    CHECK(options.rows[remark] == 1'000);
    CHECK(why[remark].empty());
    const synth::dataset<schema> data{options};
    CHECK(data.collect<narrow::pair>().size() == options.rows[pair]);
}

TEST_CASE("a count that somebody gave stays, and its children follow it") {
    synth::plan_options<schema> options;
    options.rows[letter] = 5;
    options.rows[flag] = 3;
    std::array<bool, 6> flexible = all_flexible;
    flexible[letter] = false;
    flexible[flag] = false;
    const auto why = synth::fit_rows(options, flexible);
    CHECK(options.rows[flag] == 3);
    CHECK(why[flag].empty());
    CHECK(options.rows[line] == 15);
    CHECK_THROWS_WITH_AS(synth::dataset<schema>{options},
                         doctest::Contains("flag.on: 3 rows need as many distinct values"),
                         synth::plan_error);
}

TEST_CASE("a table that is left out has no rows but those that a law demands, and then their parents") {
    synth::plan_options<schema> options;
    options.rows = {0, 0, 0, 0, 7, 0};
    std::array<bool, 6> flexible = all_flexible;
    flexible[letter] = false;
    synth::fit_rows(options, flexible);
    CHECK(options.rows == std::array<std::uint64_t, 6>{0, 7, 0, 0, 7, 0});
    const synth::dataset<schema> data{options};
    CHECK(data.size<narrow::line>() == 7);
}

TEST_CASE("the room of a table is that of its narrowest key") {
    const synth::plan_options<schema> options;
    CHECK(synth::room_of<schema, flag>(options).most == 2);
    CHECK(synth::room_of<schema, flag>(options).least == 0);
    CHECK(synth::room_of<schema, remark>(options).why.find("(id)") != std::string::npos);
}

namespace {

struct colour {
    std::int32_t id{};
    std::string kind;
};
struct shelf {
    std::int32_t id{};
};
struct tin { // of a dark colour; each shelf has some
    std::int32_t id{};
    std::int32_t shelf_id{};
    std::int32_t colour_id{};
    std::string kind;
};
using paints = synth::schema<colour, shelf, tin>;

} // namespace

template<>
inline constexpr auto synth::table<colour> = synth::describe<colour>(
    synth::unique<&colour::id, &colour::kind>(),
    synth::check("kinds", synth::sql::in(synth::value<&colour::kind>, "light", "dark", "clear", "matt")));
template<>
inline constexpr auto synth::table<tin> =
    synth::describe<tin>(synth::references<&tin::shelf_id, &shelf::id>(synth::children_between(1, 3)),
                         synth::references<synth::columns<&tin::colour_id, &tin::kind>,
                                           synth::columns<&colour::id, &colour::kind>>(),
                         synth::check("dark", synth::value<&tin::kind> == "dark"));

TEST_CASE("a table that a law raises above none gets as many parents as have one of its kind") {
    synth::plan_options<paints> options;
    options.rows = {0, 5, 0};
    synth::fit_rows(options, {true, true, true});
    CHECK(options.rows == std::array<std::uint64_t, 3>{4, 5, 5});
    CHECK(synth::dataset<paints>{options}.size<tin>() == 5);
}

namespace {

struct author {
    std::int32_t id{};
};
struct book { // by one of few laws, with numbers to 32767
    std::int32_t author_id{};
    std::int16_t number{};
};
using library = synth::schema<author, book>;

} // namespace

template<>
inline constexpr auto synth::table<book> =
    synth::describe<book>(synth::primary_key<&book::author_id, &book::number>(),
                          synth::references<&book::author_id, &author::id>(synth::children_geometric(1)));

TEST_CASE("an endless law has as many rows as its heaviest parent can number") {
    synth::plan_options<library> options;
    options.rows = {100, 10'000'000};
    const std::array<bool, 2> flexible{false, true};
    const auto why = synth::fit_rows(options, flexible);
    CHECK(why[1] == "all that can be numbered for each row of author, geometric, at least 1 for each parent");
    CHECK(options.rows[1] > 500'000);
    CHECK(options.rows[1] < 1'000'000);
    CHECK_NOTHROW(synth::dataset<library>{options});
    ++options.rows[1];
    CHECK_THROWS_AS(synth::dataset<library>{options}, synth::plan_error);
    options.rows[1] = 5;
    synth::fit_rows(options, flexible);
    CHECK(options.rows[1] == 100);
}
