// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/program/row_counts.hpp>

#include "outside.hpp"
#include "shop.hpp"

namespace {

struct tenant { // virtual
    std::int64_t id{};
};
struct user {
    std::int64_t id{};
    std::int64_t tenant_id{};
};

using counts = std::vector<std::uint64_t>;

counts read(const std::vector<std::string>& rows, const std::string& scale = {}) {
    return synth::row_counts(shop::described().catalog(), rows, scale).rows;
}

} // namespace

template<>
inline constexpr auto synth::table<tenant> = synth::describe<tenant>(synth::virtual_table(10));

TEST_CASE("a number for all tables is shared by the rows of a virtual one") {
    const auto rows = [](const std::vector<std::string>& words) {
        return synth::row_counts(synth::catalog_of<synth::schema<tenant, user>>.view(), words, "").rows;
    };
    CHECK(rows({}) == counts{100, 1'000});
    CHECK(rows({"5k"}) == counts{500, 5'000});
    CHECK(rows({"3"}) == counts{1, 3});
    CHECK(rows({"5k,tenant=7"}) == counts{7, 5'000});
    CHECK(rows({"*=1M"}) == counts{100'000, 1'000'000});
    CHECK(rows({"*=1M,ten*=3"}) == counts{3, 1'000'000});
    const auto given = [](const std::string& words) {
        return synth::row_counts(synth::catalog_of<synth::schema<tenant, user>>.view(), {words}, "").given;
    };
    CHECK(given("*=1M") == std::vector<bool>{false, true});
    CHECK(given("tenant=3") == std::vector<bool>{true, false});
}

TEST_CASE("the described counts are scaled, then replaced") {
    CHECK(read({}) == counts{900, 100, 300});
    CHECK(read({}, "10") == counts{9'000, 1'000, 3'000});
    CHECK(read({}, "0.001") == counts{1, 1, 1});
    CHECK(read({"5k"}) == counts{5'000, 5'000, 5'000});
    CHECK(read({"customer=1k,line=2M"}) == counts{2'000'000, 1'000, 300});
    CHECK(read({"customer=1k", "line=7"}, "2") == counts{7, 1'000, 600});
    CHECK(read({"10,orders=20"}) == counts{10, 10, 20});
    CHECK(read({"*=10,*rders=20"}) == counts{10, 10, 20});
    CHECK(read({"sales.orders=5"}) == counts{900, 100, 5});
}

TEST_CASE("what cannot be read is refused") {
    CHECK_THROWS_WITH_AS(static_cast<void>(read({"order=3"})),
                         "synth: --rows: there is no table order; did you mean orders?", synth::usage_error);
    CHECK_THROWS_AS(static_cast<void>(read({"customer="})), synth::usage_error);
    CHECK_THROWS_AS(static_cast<void>(read({"10,"})), synth::usage_error);
    CHECK_THROWS_AS(static_cast<void>(read({""})), synth::usage_error);
    for (const char* factor : {"0", "-1", "x", "0.0", "1k"}) {
        CAPTURE(factor);
        CHECK_THROWS_WITH_AS(
            static_cast<void>(read({}, factor)),
            (std::string{"synth: --scale "} + factor + ": no factor; write a number above 0 like 10 or 0.25")
                .c_str(),
            synth::usage_error);
    }
}

TEST_CASE("a count that is wrong is refused with the table that it was for") {
    const auto refused = [](const std::string& entry) {
        try {
            read({"line=5," + entry});
        } catch (const synth::usage_error& error) {
            return std::string{error.what()};
        }
        return std::string{};
    };
    CHECK(refused("orders=0") == "synth: --rows orders=0: the number of rows must be at least 1");
    CHECK(refused("orders=-5") == "synth: --rows orders=-5: the number of rows must be at least 1");
    CHECK(refused("orders=") ==
          "synth: --rows orders=: no number of rows; write it like 5000, 10k, 1.5M or 64Ki");
    CHECK(refused("orders=99999999999999999999") ==
          "synth: --rows orders=99999999999999999999: too many rows; the most is 9223372036854775807");
    CHECK(refused("order=0") == "synth: --rows: there is no table order; did you mean orders?");
}

TEST_CASE("a count is given where an entry names or fits its table") {
    using given = std::vector<bool>;
    const auto read_given = [](const std::vector<std::string>& rows) {
        return synth::row_counts(shop::described().catalog(), rows, "2").given;
    };
    CHECK(read_given({}) == given{false, false, false});
    CHECK(read_given({"orders=5"}) == given{false, false, true});
    CHECK(read_given({"*e=5"}) == given{true, false, false});
    CHECK(read_given({"5"}) == given{false, false, false});
}

TEST_CASE("tables that are filled outside are never counted") {
    const auto rows = [](const std::vector<std::string>& words) {
        return synth::row_counts(outside::described().catalog(), words, "3").rows;
    };
    CHECK(rows({}) == counts{0, 0, 0, 150, 210});
    CHECK(rows({"5k"}) == counts{0, 0, 0, 5'000, 5'000});
    CHECK(rows({"c*=7"}) == counts{0, 0, 0, 7, 210});
    CHECK_THROWS_WITH_AS(
        static_cast<void>(rows({"city=7"})),
        "synth: --rows city=7: city is filled outside and has the rows that are there; leave it out",
        synth::usage_error);
}

TEST_CASE("a schema may have a rule of its own for --scale, which --rows goes before") {
    const auto catalog = shop::described().catalog();
    const synth::scale_rule rule = [](const synth::catalog_table& table, synth::exact_number factor) {
        return table.name == "orders" ? 7 : synth::described_rows(table, factor);
    };
    CHECK(synth::row_counts(catalog, {}, "", rule).rows == counts{900, 100, 7});
    CHECK(synth::row_counts(catalog, {}, "0.5", rule).rows == counts{450, 50, 7});
    CHECK(synth::row_counts(catalog, {"orders=30"}, "2", rule).rows == counts{1'800, 200, 30});
}
