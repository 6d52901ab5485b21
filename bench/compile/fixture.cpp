// SPDX-License-Identifier: BSL-1.0
// What compile_fixture compiles: a file of unit tests as examples/doctest_fixture.cpp, with three tables. It
// is one of several: the main function and all of doctest that is compiled once, 3 s, are in another.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/synth.hpp>

struct author {
    std::int64_t id{};
    std::string name{};
};
struct book {
    std::int64_t id{};
    std::int64_t author_id{};
    std::string title{};
    synth::decimal<8, 2> price{};
};
struct loan {
    std::int64_t id{};
    std::int64_t book_id{};
    synth::date lent{};
    std::optional<synth::date> returned{};
};

template<>
inline constexpr auto synth::table<book> =
    synth::describe<book>(synth::references<&book::author_id, &author::id>(),
                          synth::column<&book::price>(synth::uniform(5.0, 80.0)));
template<>
inline constexpr auto synth::table<loan> = synth::describe<loan>(
    synth::references<&loan::book_id, &book::id>(), synth::column<&loan::returned>(synth::nulls(0.25)));

TEST_CASE("books are lent") {
    const synth::dataset<synth::schema<author, book, loan>> library{
        synth::count<author>{20}, synth::count<book>{100}, synth::count<loan>{300}};
    const std::vector<author> authors = library.collect<author>();
    const std::vector<book> books = library.collect<book>();
    std::map<std::int64_t, int> times;
    for (const loan& each : library.rows<loan>()) {
        CHECK(library.row_of<&book::id>(each.book_id).has_value());
        ++times[each.book_id];
    }
    CHECK(authors.size() == 20);
    CHECK(books[7].price >= synth::decimal<8, 2>{500});
    CHECK(times.size() <= books.size());
}
