// SPDX-License-Identifier: BSL-1.0
#include "names.hpp"

#include <array>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace synth::introspect;

TEST_CASE("an ordinary name stays as it is") {
    for (const std::string name : {"orders", "order_line", "customerId", "x1", "größe", "列", "заказ", "ᾱ"}) {
        CAPTURE(name);
        CHECK((identifier(name) == name || name == "ᾱ"));
    }
    CHECK(identifier("ᾱ") == "u1fb1"); // not every compiler takes it
}

TEST_CASE("a name that C++ reserves gets an underscore") {
    CHECK(identifier("class") == "class_");
    CHECK(identifier("co_yield") == "co_yield_");
    CHECK(identifier("xor_eq") == "xor_eq_");
    CHECK(identifier("std") == "std_");
    CHECK(identifier("synth") == "synth_");
    CHECK(identifier("CLASS") == "class_");
    CHECK(identifier("import") == "import_");
}

TEST_CASE("a name that a system header defines as a macro is none") {
    CHECK(identifier("errno") == "errno_");
    CHECK(identifier("major") == "major_");
    CHECK(identifier("linux") == "linux_");
    CHECK(identifier("st_atime") == "st_atime_");
    CHECK(identifier("NULL") == "null");
    CHECK(identifier("EOF") == "eof");
    CHECK(identifier("I") == "i");
    CHECK(identifier("E2BIG") == "e2big");
    CHECK(identifier("PRId64") == "PRId64_");
    CHECK(identifier("SYS_open") == "SYS_open_");
}

TEST_CASE("reserved underscores go") {
    CHECK(identifier("_id") == "id");
    CHECK(identifier("_X") == "x");
    CHECK(identifier("__file") == "file");
    CHECK(identifier("a__b") == "a_b");
    CHECK(identifier("a_") == "a");
    CHECK(identifier("_") == "unnamed");
}

TEST_CASE("what is no letter separates words or is spelled out") {
    CHECK(identifier("order line") == "order_line");
    CHECK(identifier("ORDER-LINE") == "order_line");
    CHECK(identifier("a.b:c/d") == "a_b_c_d");
    CHECK(identifier("A+") == "a_plus");
    CHECK(identifier("A-") == "a_minus");
    CHECK(identifier("--") == "unnamed");
    CHECK(identifier("-1") == "minus_1");
    CHECK(identifier("C++") == "c_plus_plus");
    CHECK(identifier("100%") == "_100_percent");
    CHECK(identifier("<=") == "less_equal");
    CHECK(identifier("\"; DROP TABLE x; --\"") == "DROP_TABLE_x");
    CHECK(identifier("😀") == "u1f600");
    CHECK(identifier("a😀b") == "a_u1f600_b");
    CHECK(identifier("\u202e") == "u202e");
    CHECK(identifier("עברית") == "u05e2_u05d1_u05e8_u05d9_u05ea");
    CHECK(identifier("e\u0301") == "e_u0301"); // another form of é, which compilers warn of
    CHECK(identifier("a\xff") == "a_xff");
    CHECK(identifier("2nd") == "_2nd");
    CHECK(identifier("") == "empty");
    CHECK(identifier(" ") == "unnamed");
    CHECK(identifier("\n") == "unnamed");
}

TEST_CASE("identifiers are unique, and a name that needs no change keeps itself") {
    const std::vector<std::string> names{"ID",    "id",    "a b",    "a_b",    "a-b",
                                         "a_b_2", "class", "class_", "class__"};
    CHECK(identifiers(names) == std::vector<std::string>{"id_2", "id", "a_b_3", "a_b", "a_b_4", "a_b_2",
                                                         "class_2", "class_", "class_3"});
}

TEST_CASE("a taken name is avoided") {
    const std::vector<std::string> names{"schema", "schema_", "SCHEMA"};
    constexpr std::array<std::string_view, 1> taken{"schema"};
    CHECK(identifiers(names, taken) == std::vector<std::string>{"schema_", "schema_2", "schema_3"});
}

TEST_CASE("ten thousand names that mangle alike are told apart") {
    const std::vector<std::string> names(10'000, "-");
    const std::vector<std::string> result = identifiers(names);
    CHECK(result.front() == "minus");
    CHECK(result.back() == "minus_10000");
}

TEST_CASE("any bytes give an identifier") {
    // All single bytes and pairs: letters, digits, underscores and UTF-8 letters only, never a digit first.
    for (int first = 1; first < 256; ++first) {
        for (int second = 0; second < 256; ++second) {
            std::string name(1, static_cast<char>(first));
            if (second != 0) {
                name += static_cast<char>(second);
            }
            const std::string result = identifier(name);
            bool good = !result.empty() && (result[0] < '0' || result[0] > '9') && !is_reserved(result) &&
                        result.find("__") == std::string::npos;
            for (const char c : result) {
                good = good && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                                c == '_' || static_cast<unsigned char>(c) >= 0xC3);
            }
            if (!good && (first & 0xE0) != 0xC0) { // a Latin letter of two bytes has one below 0xC3
                FAIL_CHECK(first, " ", second, " gives ", result);
            }
        }
    }
}
