// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <doctest/doctest.h>

#include <synth/generate/sql_text.hpp>

#include "law_test.hpp"

using namespace synth;

namespace {

template<typename Write>
std::string written(Write write) {
    detail::sql_text text;
    write(text);
    return std::string{text.view()};
}

} // namespace

TEST_CASE("numbers are written without zeros that say nothing") {
    const auto decimal = [](std::int64_t units) {
        return written([&](detail::sql_text& text) { detail::append_decimal(text, units); });
    };
    CHECK(decimal(0) == "0");
    CHECK(decimal(-1'234'500) == "-123.45");
    CHECK(decimal(1) == "0.0001");
    CHECK(decimal(-10'000) == "-1");
    CHECK(decimal(10'203) == "1.0203");
    CHECK(written([](detail::sql_text& text) { detail::append_number(text, ~std::uint64_t{0}); }) ==
          "18446744073709551615");
}

TEST_CASE("article numbers end with the check digit of their kind") {
    const auto article = [](sql_kind kind, std::uint64_t number) {
        return written([&](detail::sql_text& text) { detail::append_article(text, kind, number); });
    };
    CHECK(article(sql_kind::isbn, 39'304'002) == "9780393040029");
    CHECK(article(sql_kind::ismn, 6'011'561) == "9790060115615");
    CHECK(article(sql_kind::issn, 1'436'452) == "9771436452008");
    CHECK(article(sql_kind::upc, 22'035'648'348) == "220356483481");
    CHECK(article(sql_kind::ean13, 0) == "4000000000006");
}

TEST_CASE("patterns leave what stands for nothing as it is") {
    draw cell = law_test::cell(1);
    CHECK(written([&](detail::sql_text& text) { detail::append_pattern(text, "<a b>", cell); }) == "<a b>");
}
