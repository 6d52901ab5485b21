// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <set>
#include <string>
#include <vector>

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

TEST_CASE("a name that is too long for a file is cut and keeps its table apart") {
    const std::string stem(300, 'x');
    const std::string name = file_name("", stem + "a", {}, "csv");
    CHECK(name.size() == 255);
    CHECK(name.starts_with("xxxxx"));
    CHECK(name.ends_with(".csv"));
    CHECK(name == file_name("", stem + "a", {}, "csv"));
    CHECK(name != file_name("", stem + "b", {}, "csv"));
    CHECK(file_name(stem, "a", {}, "csv") != file_name(stem, "b", {}, "csv"));
    CHECK(file_name("", std::string(251, 'x'), {}, "csv") == std::string(251, 'x') + ".csv");
    CHECK(file_name("", std::string(251, 'x'), {1, 9}, "csv").size() == 255);
    CHECK(file_name("", std::string(251, 'x'), {1, 9}, "csv").ends_with(".part-1-of-9.csv"));
}

TEST_CASE("a cut goes through no letter and no encoded one") {
    for (std::size_t before = 0; before < 4; ++before) {
        CAPTURE(before);
        std::string letters(before, 'x');
        for (int index = 0; index < 200; ++index) {
            letters += "\xE2\x82\xAC"; // a euro sign
        }
        const std::string euros = file_name("", letters, {}, "csv");
        CHECK(euros.size() > 250);
        CHECK(euros.size() <= 255);
        CHECK((euros.find("-") - before) % 3 == 0);
        const std::string blanks = file_name("", std::string(before, 'x') + std::string(200, ' '), {}, "csv");
        CHECK(blanks.size() <= 255);
        CHECK((blanks.find("-") - before) % 3 == 0);
    }
}

TEST_CASE("names that differ only in case are kept apart for file systems that do not") {
    std::array<synth::catalog_table, 5> tables{};
    tables[0].name = "orders";
    tables[1].name = "Orders";
    tables[2].name = "ORDERS";
    tables[3].name = "Item";
    tables[4].name = "a/b";
    const synth::catalog_view schema{tables, {}, {}, {}};
    std::set<std::string> folded;
    for (std::size_t table = 0; table < tables.size(); ++table) {
        folded.insert(synth::detail::without_case(file_name(schema, table, {}, "csv")));
    }
    CHECK(folded.size() == tables.size());
    CHECK(file_name(schema, 0, {}, "csv") == "orders.csv");
    CHECK(file_name(schema, 1, {}, "csv").starts_with("Orders-"));
    CHECK(file_name(schema, 3, {}, "csv") == "Item.csv");
    CHECK(file_name(schema, 4, {}, "csv") == "a%2Fb.csv");
}

TEST_CASE("the schema stands in a name always, or where two tables share the name") {
    std::array<synth::catalog_table, 3> tables{};
    tables[0] = {"orders", "old", 0, 0, 0, 0, 0, 0, 0};
    tables[1] = {"Orders", "new", 0, 0, 0, 0, 0, 0, 0};
    tables[2] = {"item", "new", 0, 0, 0, 0, 0, 0, 0};
    const synth::catalog_view schema{tables, {}, {}, {}};
    const auto short_name = [&](std::size_t table) {
        return file_name(schema, table, {}, "csv", synth::schema_in_name::where_needed);
    };
    CHECK(file_name(schema, 2, {}, "csv") == "new.item.csv");
    CHECK(short_name(2) == "item.csv");
    CHECK(short_name(0) == "old.orders.csv");
    CHECK(short_name(1) == "new.Orders.csv");
}
