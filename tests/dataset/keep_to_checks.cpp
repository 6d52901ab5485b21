// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/core/plan_error.hpp>
#include <synth/dataset/dataset.hpp>
#include <synth/dataset/keep_to_checks.hpp>
#include <synth/generate/choice.hpp>
#include <synth/generate/constant.hpp>

namespace {

enum class mood : std::uint8_t { sad, ok, happy };

struct arrays {
    std::int32_t id{};
    std::vector<std::int32_t> shares;
    std::vector<std::int32_t> color;
    std::vector<mood> moods;
    std::vector<std::string> codes;
    std::vector<std::optional<bool>> flags;
    std::optional<std::vector<std::string>> never;
    std::vector<std::int32_t> chosen;
    std::vector<std::int64_t> many;
};
struct ranges {
    std::int32_t id{};
    synth::range<synth::date> stay;
    std::optional<synth::range<synth::timestamp_tz>> shift;
    synth::range<synth::decimal<12, 2>> price;
    synth::range<std::int32_t> week;
    synth::range<synth::date> open;
    std::optional<synth::range<std::int64_t>> present;
};
struct booking {
    std::int32_t id{};
    synth::date made{};
    synth::range<synth::date> during;
};
struct hashed {
    synth::bytes hash;
    std::optional<synth::bytes> token;
    synth::bytes tag;
};
struct contradictory {
    synth::bytes hash;
};
struct papers {
    std::int32_t id{};
    std::vector<std::string> kinds;
};
struct keyed {
    std::vector<std::int32_t> numbers;
    std::vector<std::string> codes;
};
struct identified {
    std::int32_t id{};
    synth::uuid one_of_two{};
    std::optional<synth::uuid> none_of_one;
};
struct absent {
    std::int32_t id{};
    std::optional<synth::bytes> secret;
    std::optional<synth::range<synth::date>> stay;
    std::optional<std::vector<bool>> flags;
    std::optional<std::int32_t> number;
};
struct squares {
    std::int32_t id{};
    synth::bytes secret;
    std::vector<std::int32_t> numbers;
};
struct too_long {
    std::int32_t id{};
    std::vector<std::int32_t> numbers;
};
struct nowhere {
    std::int32_t id{};
    synth::range<std::int32_t> range;
};

} // namespace

template<>
inline constexpr auto synth::labels<mood> = std::to_array<std::string_view>({"sad", "ok", "happy"});

using synth::each_element;
using synth::lower_of;
using synth::upper_of;
using synth::value;

template<>
inline constexpr auto synth::table<hashed> =
    synth::describe<hashed>(synth::row_count(500), synth::primary_key<&hashed::hash>(),
                            synth::unique<&hashed::token>(), synth::unique<&hashed::tag>(),
                            synth::column<&hashed::tag>(synth::max_length(40)),
                            synth::check(synth::sql::cardinality(synth::value<&hashed::hash>) == 32),
                            synth::check(synth::sql::cardinality(synth::value<&hashed::token>) >= 12 &&
                                         synth::sql::cardinality(synth::value<&hashed::token>) != 12),
                            synth::check(synth::sql::cardinality(synth::value<&hashed::tag>) < 4));
template<>
inline constexpr auto synth::table<contradictory> = synth::describe<contradictory>(
    synth::primary_key<&contradictory::hash>(), synth::column<&contradictory::hash>(synth::max_length(16)),
    synth::check(synth::sql::cardinality(synth::value<&contradictory::hash>) == 32));
template<>
inline constexpr auto synth::table<arrays> = synth::describe<arrays>(
    synth::row_count(300),
    synth::check(each_element<&arrays::shares> > 0 && each_element<&arrays::shares> <= 5),
    synth::check(synth::sql::cardinality(value<&arrays::color>) == 3),
    synth::check(synth::sql::between(each_element<&arrays::color>, 0, 255)),
    synth::check(synth::sql::in(each_element<&arrays::moods>, mood::sad, mood::ok)),
    synth::check(synth::sql::matches(each_element<&arrays::codes>, "^[A-Z]{3}$")),
    synth::check(synth::sql::is_not_null(each_element<&arrays::flags>)),
    synth::check(synth::sql::is_null(value<&arrays::never>)),
    synth::check(each_element<&arrays::chosen> != 7 && each_element<&arrays::chosen> < 10),
    synth::column<&arrays::chosen>([](synth::draw&) { return std::vector<std::int32_t>{1, 7, 2, 70}; }),
    synth::check(synth::sql::cardinality(value<&arrays::many>) >= 20));
template<>
inline constexpr auto synth::table<ranges> = synth::describe<ranges>(
    synth::row_count(300),
    synth::check(lower_of<&ranges::stay> >= synth::date::of(2020, 1, 1) &&
                 upper_of<&ranges::stay> <= synth::date::of(2020, 1, 4)),
    synth::check(synth::sql::is_not_null(lower_of<&ranges::shift>) &&
                 synth::sql::is_not_null(upper_of<&ranges::shift>)),
    synth::check(lower_of<&ranges::price> >= 0 && upper_of<&ranges::price> < 100),
    synth::check(upper_of<&ranges::week> - lower_of<&ranges::week> == 7),
    synth::check(synth::sql::is_null(upper_of<&ranges::open>)),
    synth::check(synth::sql::is_null(value<&ranges::present>) || lower_of<&ranges::present> > 1'000'000));
template<>
inline constexpr auto synth::table<booking> =
    synth::describe<booking>(synth::row_count(300),
                             synth::check(value<&booking::made> < lower_of<&booking::during>),
                             synth::check(upper_of<&booking::during> <= synth::date::of(2025, 6, 1)));
template<>
inline constexpr auto synth::table<papers> = synth::describe<papers>(
    synth::row_count(50), synth::check(each_element<&papers::kinds> == "facility report"));
template<>
inline constexpr auto synth::table<keyed> =
    synth::describe<keyed>(synth::row_count(300), synth::unique<&keyed::numbers>(),
                           synth::unique<&keyed::codes>(), synth::check(each_element<&keyed::numbers> > 500),
                           synth::check(synth::sql::matches(each_element<&keyed::codes>, "^[A-Z]{2}$")));
template<>
inline constexpr auto synth::table<identified> = synth::describe<identified>(
    synth::row_count(100),
    synth::check(synth::sql::in(value<&identified::one_of_two>, "00000000-0000-0000-0000-000000000001",
                                "00000000-0000-0000-0000-000000000002")),
    synth::check(value<&identified::none_of_one> != "00000000-0000-0000-0000-000000000001"));
template<>
inline constexpr auto synth::table<absent> =
    synth::describe<absent>(synth::row_count(20), synth::check(synth::sql::is_null(value<&absent::secret>)),
                            synth::check(synth::sql::is_null(value<&absent::stay>)),
                            synth::check(synth::sql::is_null(value<&absent::flags>)),
                            synth::check(synth::sql::is_null(value<&absent::number>)));
template<>
inline constexpr auto synth::table<squares> =
    synth::describe<squares>(synth::row_count(20),
                             synth::check(synth::sql::cardinality(value<&squares::secret>) *
                                              synth::sql::cardinality(value<&squares::secret>) ==
                                          10'000),
                             synth::check(synth::sql::cardinality(value<&squares::numbers>) *
                                              synth::sql::cardinality(value<&squares::numbers>) ==
                                          10'000));
template<>
inline constexpr auto synth::table<too_long> =
    synth::describe<too_long>(synth::check(synth::sql::cardinality(value<&too_long::numbers>) >= 20'000));
template<>
inline constexpr auto synth::table<nowhere> =
    synth::describe<nowhere>(synth::check(synth::sql::is_not_null(lower_of<&nowhere::range>) &&
                                          lower_of<&nowhere::range> > 10 && upper_of<&nowhere::range> < 5));

TEST_CASE("each element of an array keeps to the checks of elements") {
    const synth::dataset<synth::schema<arrays>> data;
    std::set<std::size_t> lengths;
    std::set<std::int32_t> shares;
    for (const arrays& row : data.rows<arrays>()) {
        lengths.insert(row.shares.size());
        shares.insert(row.shares.begin(), row.shares.end());
        REQUIRE(row.color.size() == 3);
        for (const std::int32_t each : row.color) {
            CHECK((each >= 0 && each <= 255));
        }
        for (const mood each : row.moods) {
            CHECK(each != mood::happy);
        }
        for (const std::string& each : row.codes) {
            CHECK(each.size() == 3);
            CHECK((each[0] >= 'A' && each[0] <= 'Z'));
        }
        for (const std::optional<bool>& each : row.flags) {
            CHECK(each.has_value());
        }
        CHECK_FALSE(row.never);
        CHECK(row.many.size() >= 20);
    }
    CHECK(lengths == std::set<std::size_t>{0, 1, 2, 3, 4});
    CHECK(shares == std::set<std::int32_t>{1, 2, 3, 4, 5});
}

TEST_CASE("what a generator makes stays where elements are allowed, others take their places") {
    const synth::dataset<synth::schema<arrays>> data;
    for (const arrays& row : data.rows<arrays>()) {
        REQUIRE(row.chosen.size() == 4);
        CHECK(row.chosen[0] == 1);
        CHECK(row.chosen[1] != 7);
        CHECK(row.chosen[2] == 2);
        CHECK(row.chosen[3] < 10);
    }
}

TEST_CASE("ranges keep to the checks of their bounds") {
    const synth::dataset<synth::schema<ranges>> data;
    bool null = false;
    for (const ranges& row : data.rows<ranges>()) {
        CHECK(*row.stay.lower >= synth::date::of(2020, 1, 1));
        CHECK(*row.stay.upper <= synth::date::of(2020, 1, 4));
        CHECK(*row.stay.lower < *row.stay.upper);
        REQUIRE(row.shift);
        CHECK(row.price.lower->units >= 0);
        CHECK(row.price.upper->units < 10'000);
        CHECK(*row.week.upper - *row.week.lower == 7);
        CHECK_FALSE(row.open.upper);
        null = null || !row.present;
        CHECK((!row.present || *row.present->lower > 1'000'000));
    }
    CHECK(null);
}

TEST_CASE("bounds of ranges are compared with other columns") {
    const synth::dataset<synth::schema<booking>> data;
    for (const booking& row : data.rows<booking>()) {
        CHECK(row.made < *row.during.lower);
        CHECK(*row.during.upper <= synth::date::of(2025, 6, 1));
    }
}

TEST_CASE("keys that are arrays keep to the checks of elements and are distinct") {
    const synth::dataset<synth::schema<keyed>> data;
    std::set<std::int32_t> numbers;
    std::set<std::string> codes;
    for (const keyed& row : data.rows<keyed>()) {
        REQUIRE(row.numbers.size() == 1);
        REQUIRE(row.codes.size() == 1);
        CHECK(row.numbers[0] > 500);
        CHECK(row.codes[0].size() == 2);
        numbers.insert(row.numbers[0]);
        codes.insert(row.codes[0]);
    }
    CHECK(numbers.size() == 300);
    CHECK(codes.size() == 300);
    CHECK_THROWS_AS((synth::dataset<synth::schema<keyed>>{synth::count<keyed>{677}}), synth::plan_error);
}

TEST_CASE("of uuids only those are made that a list allows") {
    const synth::dataset<synth::schema<identified>> data;
    std::set<int> lasts;
    std::set<synth::uuid> others;
    for (const identified& row : data.rows<identified>()) {
        lasts.insert(row.one_of_two.bytes[15]);
        if (row.none_of_one) {
            others.insert(*row.none_of_one);
        }
    }
    CHECK(lasts == std::set<int>{1, 2});
    CHECK(others.size() > 80);
}

TEST_CASE("a range whose checks allow none is refused") {
    CHECK_THROWS_WITH_AS((synth::dataset<synth::schema<nowhere>>{}),
                         "synth: nowhere.range: the checks of the column allow no value; loosen one of them",
                         synth::plan_error);
}

TEST_CASE("a column that must be NULL is NULL, whatever its type is") {
    const synth::dataset<synth::schema<absent>> data;
    for (const absent& row : data.rows<absent>()) {
        CHECK_FALSE(row.secret);
        CHECK_FALSE(row.stay);
        CHECK_FALSE(row.flags);
        CHECK_FALSE(row.number);
    }
}

TEST_CASE("sizes are found that checks name in a way nobody solves") {
    const synth::dataset<synth::schema<squares>> data;
    for (const squares& row : data.rows<squares>()) {
        CHECK(row.secret.size() == 100);
        CHECK(row.numbers.size() == 100);
    }
}

TEST_CASE("arrays that are longer than any is made are refused with the limit") {
    CHECK_THROWS_WITH_AS((synth::dataset<synth::schema<too_long>>{}),
                         "synth: too_long.numbers: the checks of the column allow no array of at most 10000 "
                         "elements; loosen one of them",
                         synth::plan_error);
}

TEST_CASE("keys of bytes have the sizes that checks ask for") {
    const synth::dataset<synth::schema<hashed>> data;
    std::set<synth::bytes> hashes;
    for (const hashed& each : data.rows<hashed>()) {
        CHECK(each.hash.size() == 32);
        CHECK(each.token.value_or(synth::bytes(13)).size() == 13);
        CHECK(each.tag.size() == 3);
        hashes.insert(each.hash);
    }
    CHECK(hashes.size() == 500);
    CHECK(data.row_of<&hashed::hash>(data.row<hashed>(77).hash) == 77);
    CHECK_THROWS_WITH_AS(
        synth::dataset<synth::schema<contradictory>>{},
        doctest::Contains("contradictory.hash: the checks of the column allow no size that fits a key"),
        synth::plan_error);
}

TEST_CASE("elements are longer than usual where checks ask for that") {
    std::size_t count = 0;
    const synth::dataset<synth::schema<papers>> data;
    for (const papers& each : data.rows<papers>()) {
        for (const std::string& kind : each.kinds) {
            CHECK(kind == "facility report");
            ++count;
        }
    }
    CHECK(count > 0);
}
