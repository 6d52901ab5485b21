// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <doctest/doctest.h>

#include <synth/program/amount.hpp>

using synth::read_amount;

namespace {

std::string refused(std::string_view text) {
    try {
        static_cast<void>(read_amount(text, "--rows"));
    } catch (const synth::usage_error& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("an amount has a suffix of a thousand or of 1024") {
    CHECK(read_amount("7", "--rows") == 7);
    CHECK(read_amount("0010", "--rows") == 10);
    CHECK(read_amount("10k", "--rows") == 10'000);
    CHECK(read_amount("10K", "--rows") == 10'000);
    CHECK(read_amount("1.5M", "--rows") == 1'500'000);
    CHECK(read_amount("2G", "--rows") == 2'000'000'000);
    CHECK(read_amount("3T", "--rows") == 3'000'000'000'000);
    CHECK(read_amount("64Ki", "--rows") == 65'536);
    CHECK(read_amount("1Mi", "--rows") == 1'048'576);
    CHECK(read_amount("0.5Ki", "--rows") == 512);
    CHECK(read_amount("9223372036854775.807k", "--rows") == 9'223'372'036'854'775'807U);
}

TEST_CASE("what is no amount is refused with its remedy") {
    CHECK(refused("") == "synth: --rows '': no number of rows; write it like 5000, 10k, 1.5M or 64Ki");
    CHECK(refused("0") == "synth: --rows 0: the number of rows must be at least 1");
    CHECK(refused("0.0k") == "synth: --rows 0.0k: the number of rows must be at least 1");
    CHECK(refused("-5") == "synth: --rows -5: the number of rows must be at least 1");
    CHECK(refused("1.5") == "synth: --rows 1.5: part of a row; write a whole number");
    CHECK(refused("10000000T") == "synth: --rows 10000000T: too many rows; the most is 9223372036854775807");
    CHECK(refused("99999999999999999999") ==
          "synth: --rows 99999999999999999999: too many rows; the most is 9223372036854775807");
    for (const std::string wrong :
         {"", "k", "i", "ki", "many", "1e6", "5i", "1 000", ".5k", "5.", "1.2.3", "+5", "0x10", "5kk"}) {
        CAPTURE(wrong);
        CHECK(refused(wrong).find("no number of rows; write it like 5000, 10k, 1.5M or 64Ki") !=
              std::string::npos);
    }
}

TEST_CASE("a factor rounds down but leaves a row") {
    CHECK(synth::scaled(1'000, {25, 2}, "orders") == 250);
    CHECK(synth::scaled(3, {5, 1}, "orders") == 1);
    CHECK(synth::scaled(3, {1, 3}, "orders") == 1);
    CHECK(synth::scaled(10, {3, 0}, "orders") == 30);
    CHECK_THROWS_WITH_AS(static_cast<void>(synth::scaled(1'000'000'000'000, {100'000'000, 0}, "orders")),
                         "synth: --scale: too many rows of orders; the most is 9223372036854775807",
                         synth::usage_error);
}

TEST_CASE("a refusal repeats the entry, which names the table") {
    CHECK_THROWS_WITH_AS(static_cast<void>(read_amount("0", "--rows", "orders=0")),
                         "synth: --rows orders=0: the number of rows must be at least 1", synth::usage_error);
}
