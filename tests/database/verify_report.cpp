// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include <synth/database/verify_report.hpp>

TEST_CASE("a report is equal when no row differs and no rule is broken") {
    synth::verify_report report;
    synth::table_verdict table;
    table.made = 10;
    table.stored = 10;
    report.tables.push_back(table);
    CHECK(report.equal());
    report.broken.push_back({"orders", "check c", 1, "orders: 1 row breaks check c"});
    CHECK_FALSE(report.equal());
    report.broken.clear();
    report.tables[0].changed = 4;
    CHECK_FALSE(report.equal());
    CHECK(report.differences() == 4);
    CHECK_FALSE(report.tables[0].another_plan());
    report.tables[0].missing = 1;
    CHECK(report.tables[0].another_plan());
}

TEST_CASE("a rule that rows break says how many they are") {
    const auto broken = [](std::uint64_t rows) {
        return synth::counted_rule("orders", "foreign key f", rows, " to customer");
    };
    CHECK(broken(1).text == "orders: 1 row breaks foreign key f to customer");
    CHECK(broken(2).text == "orders: 2 rows break foreign key f to customer");
    CHECK(broken(2).table == "orders");
    CHECK(broken(2).rule == "foreign key f");
    CHECK(broken(2).rows == 2);
}
