// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/check_order.hpp>
#include <synth/dataset/dataset.hpp>
#include <synth/dataset/text_order.hpp>

namespace {

struct tag { // the same text twice, with room for more or less of it
    std::int32_t id{};
    std::string name;
    std::string code;
};
struct shelf { // its label is put together, and that of a crate says the rest
    std::int32_t id{};
    std::string label;
    std::string site;
    std::int16_t number{};
};
struct crate {
    std::int32_t id{};
    std::string site;
    std::int16_t number{};
    std::string label;
};
struct heading { // a code as long as its level says
    std::int32_t id{};
    std::string code;
    std::int16_t level{};
};

} // namespace

template<>
inline constexpr auto synth::table<tag> =
    synth::describe<tag>(synth::row_count(200), synth::column<&tag::code>(synth::max_length(4)),
                         synth::check(synth::value<&tag::name> == synth::value<&tag::code>));
template<>
inline constexpr auto synth::table<shelf> = synth::describe<shelf>(
    synth::row_count(200),
    synth::check(synth::sql::append(synth::sql::append(synth::value<&shelf::site>, "/"),
                                    synth::sql::as_text(synth::value<&shelf::number>)) ==
                 synth::value<&shelf::label>));
template<>
inline constexpr auto synth::table<crate> = synth::describe<crate>(
    synth::row_count(200),
    synth::check(synth::sql::matches(synth::value<&crate::label>, "^[A-F]{2}-[0-9]{4}$")),
    synth::check(
        synth::value<&crate::label> ==
        synth::sql::append(synth::sql::append(synth::value<&crate::site>, "-"),
                           synth::sql::pad_zeros(synth::sql::as_text(synth::value<&crate::number>), 4))));
template<>
inline constexpr auto synth::table<heading> = synth::describe<heading>(
    synth::row_count(200), synth::check(synth::sql::between(synth::value<&heading::level>, 1, 3)),
    synth::check(synth::sql::length(synth::value<&heading::code>) == 2 * synth::value<&heading::level>));

TEST_CASE("a text with less room comes before the one that is the same") {
    using tags = synth::schema<tag>;
    using tag_plan = synth::check_plan<tags, 0>;
    CHECK(synth::check_order<tags, 0>::of_group<0>() ==
          std::array{tag_plan::slot_of(2), tag_plan::slot_of(1)});
    const synth::dataset<tags> data;
    for (const tag& each : data.rows<tag>()) {
        CHECK(each.name == each.code);
        CHECK(each.code.size() <= 4);
    }
}

TEST_CASE("a text that is put together comes last, unless a pattern of its own says how it looks") {
    using shelves = synth::schema<shelf>;
    CHECK(synth::check_order<shelves, 0>::of_group<0>().back() == synth::check_plan<shelves, 0>::slot_of(1));
    const synth::dataset<shelves> data;
    for (const shelf& each : data.rows<shelf>()) {
        CHECK(each.label == each.site + "/" + std::to_string(each.number));
    }
    using crates = synth::schema<crate>;
    CHECK(synth::check_order<crates, 0>::of_group<0>().front() == synth::check_plan<crates, 0>::slot_of(3));
    const synth::dataset<crates> more;
    for (const crate& each : more.rows<crate>()) {
        const std::string digits = std::to_string(each.number);
        CHECK(each.label == each.site + "-" + std::string(4 - digits.size(), '0') + digits);
        CHECK(more.row<crate>(static_cast<std::uint64_t>(each.id - 1)).label == each.label);
    }
}

TEST_CASE("a text comes behind what says how long it is") {
    using headings = synth::schema<heading>;
    using heading_plan = synth::check_plan<headings, 0>;
    constexpr auto order = synth::check_order<headings, 0>::of_group<0>();
    CHECK(order.front() == heading_plan::slot_of(2));
    const synth::dataset<headings> data;
    for (const heading& each : data.rows<heading>()) {
        CHECK(each.code.size() == 2 * static_cast<std::size_t>(each.level));
    }
}
