// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include <synth/dataset/dataset.hpp>
#include <synth/schema/check_choices.hpp>

using namespace synth;

namespace {

struct page {
    std::int64_t id{};
};
struct translation {
    std::int64_t page_id{};
    std::int64_t source_id{};
    std::string language;
    std::string kind;
    std::int32_t rank{};
    std::int32_t month{};
    date day;
};

constexpr auto kind = value<&translation::kind>;

struct many {
    std::int32_t one{};
};

// As many choices as a list of them may have.
template<std::size_t... Choices>
constexpr auto list_of(std::index_sequence<Choices...>) {
    return sql::in(value<&many::one>, static_cast<int>(Choices * 7)...);
}

} // namespace

template<>
inline constexpr auto synth::table<many> =
    synth::describe<many>(synth::check(list_of(std::make_index_sequence<1'000>{})));
template<>
inline constexpr auto synth::table<page> =
    synth::describe<page>(synth::row_count(100), synth::primary_key<&page::id>());
template<>
inline constexpr auto synth::table<translation> = synth::describe<translation>(
    synth::row_count(5'000),
    synth::unique<&translation::page_id, &translation::source_id, &translation::language>(),
    synth::references<&translation::page_id, &page::id>(),
    synth::references<&translation::source_id, &page::id>(),
    synth::check(synth::sql::in(synth::value<&translation::language>, "de", "en", "fr")),
    synth::check(kind == "a" || (kind == "b" && kind != "c") || synth::sql::length(kind) == 1),
    synth::check(kind == "x" || kind == "y"), synth::check(synth::value<&translation::rank> > 0),
    synth::check(synth::value<&translation::month> > 0 && synth::value<&translation::month> <= 12),
    synth::check(synth::sql::between(synth::value<&translation::day>, synth::date::of(2024, 1, 1),
                                     synth::date::of(2024, 12, 31)) ||
                 synth::value<&translation::day> == synth::date::of(2020, 1, 1)));

TEST_CASE("the values that checks list are counted, others are endless") {
    constexpr const auto& checks = checks_of<translation>;
    CHECK(choices_of_checks(checks, 2) == 3);
    CHECK(choices_of_checks(checks, 3) == 2); // the shorter list
    CHECK(choices_of_checks(checks, 4) == endless_capacity);
    CHECK(choices_of_checks(checks, 5) == 12);
    CHECK(choices_of_checks(checks, 6) == 367);
    CHECK(choices_of_checks(checks, 0) == endless_capacity);
}

TEST_CASE("long lists are counted") { CHECK(choices_of_checks(checks_of<many>, 0) == 1'000); }

TEST_CASE("a column of few listed values keeps no key alone") {
    const dataset<schema<page, translation>> data;
    CHECK(data.rows<translation>().size() == 5'000);
    CHECK(data.row<translation>(4'999).language.size() == 2);
}
