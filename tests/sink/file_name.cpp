// SPDX-License-Identifier: BSL-1.0
#include <set>
#include <string>

#include <doctest/doctest.h>

#include <synth/sink/file_name.hpp>

using synth::file_name;
using synth::safe_file_name;

TEST_CASE("a plain name is its own file name") {
    CHECK(file_name("", "orders", {}, "csv") == "orders.csv");
    CHECK(file_name("sales", "order_line-2", {}, "copy") == "sales.order_line-2.copy");
    CHECK(file_name("", "größe", {}, "csv") == "größe.csv");
}

TEST_CASE("what a folder or a shell would misread is percent-encoded") {
    CHECK(safe_file_name("a/b") == "a%2Fb");
    CHECK(safe_file_name("..") == "%2E%2E");
    CHECK(safe_file_name("-rf") == "%2Drf");
    CHECK(safe_file_name("a b\n'\"$;*?\\|<>&") == "a%20b%0A%27%22%24%3B%2A%3F%5C%7C%3C%3E%26");
    CHECK(safe_file_name("100%") == "100%25");
    CHECK(safe_file_name(std::string{"a\0b", 3}) == "a%00b");
    CHECK(safe_file_name("\x7F") == "%7F");
}

TEST_CASE("distinct names stay distinct") {
    const std::set<std::string> names{
        file_name("", "a.b.c", {}, "csv"), file_name("a", "b.c", {}, "csv"), file_name("a.b", "c", {}, "csv"),
        file_name("", "a%2Eb", {}, "csv"), file_name("", "a.b", {}, "csv"),  file_name("", "a/b", {}, "csv"),
        file_name("a", "b", {}, "csv"),    file_name("", "A", {}, "csv"),    file_name("", "a", {}, "csv"),
    };
    CHECK(names.size() == 9);
}

TEST_CASE("the parts of a table sort by name in their order") {
    CHECK(file_name("", "orders", {1, 1}, "csv") == "orders.csv");
    CHECK(file_name("", "orders", {3, 120}, "csv") == "orders.part-003-of-120.csv");
    CHECK(file_name("sales", "orders", {10, 10}, "copy") == "sales.orders.part-10-of-10.copy");
    std::string last;
    for (std::uint64_t index = 1; index <= 100; ++index) {
        const std::string name = file_name("", "orders", {index, 100}, "csv");
        CHECK(last < name);
        last = name;
    }
}
