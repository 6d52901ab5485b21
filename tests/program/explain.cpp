// SPDX-License-Identifier: BSL-1.0
#include <memory>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/program/explain.hpp>

#include "odd.hpp"
#include "outside.hpp"
#include "shop.hpp"

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

} // namespace

TEST_CASE("an explanation has order, rows, sizes, types and reasons") {
    const auto plan = shop::described().plan({1, {900, 100, 300}, {}});
    const std::string text =
        synth::explain_plan(shop::described().catalog(), *plan, std::vector<std::size_t>{1, 2, 0});
    CHECK(has(text, "3 tables, parents first: 1 300 rows, about "));
    CHECK(has(text, "\n1. customer: 100 rows, about "));
    CHECK(has(text, "\n2. sales.orders: 300 rows, about "));
    CHECK(has(text, "   total        numeric(12,2) not null  lognormal, mu 3.2, sigma 0.9 (as described)\n"));
    CHECK(has(text, "   (customer_id) -> customer: drawn, zipf, exponent 1.1\n"));
}

TEST_CASE("the estimate of a small table is exact, that of a large one is near") {
    const auto small = shop::described().plan({1, {900, 50, 300}, {}});
    synth::byte_buffer all;
    small->write(1, synth::row_form::csv, 0, 50, all);
    CHECK(synth::estimated_bytes(*small, 1, synth::row_form::csv) ==
          doctest::Approx(static_cast<double>(all.size())));
    const auto large = shop::described().plan({1, {900, 5'000, 300}, {}});
    all.clear();
    large->write(1, synth::row_form::csv, 0, 5'000, all);
    CHECK(synth::estimated_bytes(*large, 1, synth::row_form::csv) ==
          doctest::Approx(static_cast<double>(all.size())).epsilon(0.2));
}

TEST_CASE("an explanation says why a table has fewer rows, and fixed lengths as such") {
    const auto plan = odd::described().plan({1, {1'000, 20, 1}, {}, {true, false, false}});
    const std::string text =
        synth::explain_plan(odd::described().catalog(), *plan, std::vector<std::size_t>{0, 1, 2});
    CHECK(has(text, "3 tables, parents first: 23 rows, about "));
    CHECK(has(text, "\n1. flag: 2 rows: all that its key can hold (on), about "));
    CHECK(has(text, "\n2. user: 20 rows, about "));
    CHECK(has(text, "   code   char(2) not null       2 letters (by its type)\n"));
    CHECK(has(text, "   bits   bit(4) not null        4 bits (by its type)\n"));
    CHECK(has(text, "   price  numeric(7,2) not null  uniform 0 to 10000.00 (by its type)\n"));
    CHECK(has(text, "   note   varchar(20) not null   1 to 5 words, 20 characters at most (by its type)\n"));
    CHECK(has(text, "   tags   char(3)[] not null     0 to 4 elements: 3 letters (by its type)\n"));
    CHECK(has(synth::explain_plan(odd::described().catalog(), *plan, std::vector<std::size_t>{2}),
              "1 table, parents first: 1 row, about "));
}

TEST_CASE("an explanation shows no name that a terminal would obey") {
    const auto plan = odd::described().plan({1, {2, 20, 1}, {}, {}});
    const std::string text =
        synth::explain_plan(odd::described().catalog(), *plan, std::vector<std::size_t>{2});
    CHECK(has(text, "1. ev\\x1b[2Jil: 1 row, "));
    CHECK(has(text, "us\\x9ber\\x0a  bigint"));
    CHECK(has(text, "(us\\x9ber\\x0a) -> user"));
    for (const char letter : text) {
        CHECK((letter == '\n' || static_cast<unsigned char>(letter) >= 0x20));
        CHECK(letter != '\x9b');
    }
}

TEST_CASE("an explanation names the tables that are filled outside, and makes no rows of them") {
    synth::plan_request request{1, {0, 0, 0, 5, 0}, {}};
    for (const std::size_t table : {std::size_t{0}, std::size_t{1}}) {
        synth::existing_texts& texts =
            request.existing.emplace_back(table, outside::described().existing_columns(table), "");
        texts.add(table == 0 ? "DE" : "00000000-0000-0000-0000-000000000001");
        if (table == 0) {
            texts.add("276");
            texts.add("1.5");
        }
    }
    const std::vector<std::size_t> tables{3};
    const std::string text =
        synth::explain_plan(outside::described().catalog(), *outside::described().plan(request), tables);
    CHECK(text.starts_with("coun=try is filled outside: 1 row, digest "));
    CHECK(text.find("\nsales.te\"nant is filled outside: 1 row, digest ") != std::string::npos);
    CHECK(text.find("\n1 table, parents first: 5 rows, ") != std::string::npos);
    CHECK(text.find("code of its coun=try") != std::string::npos);
}
