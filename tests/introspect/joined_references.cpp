// SPDX-License-Identifier: BSL-1.0
#include "joined_references.hpp"

#include <string>

#include "made_header.hpp"

using introspect_test::has;

namespace {

std::string text_of(const std::string& sql) { return introspect_test::of_sqlite(sql).text; }

const std::string orders = "CREATE TABLE orders (id INTEGER PRIMARY KEY, market INTEGER NOT NULL, side TEXT "
                           "NOT NULL, UNIQUE (id, market), UNIQUE (side, id), UNIQUE (market, side));";

std::string trades(const std::string& columns, const std::string& references) {
    return text_of(orders + "CREATE TABLE trade (" + columns + ", " + references + ");");
}

const std::string to_one_order = "FOREIGN KEY (buy, market) REFERENCES orders (id, market), "
                                 "FOREIGN KEY (buy, side) REFERENCES orders (id, side)";

} // namespace

TEST_CASE("references that lead to one row are one") {
    const std::string text = trades("buy INTEGER, market INTEGER NOT NULL, side TEXT NOT NULL", to_one_order);
    CHECK(has(text, "// two references, which lead to one row: (buy, market) and (buy, side)\n"));
    CHECK(has(text, "synth::columns<&d::trade::buy, &d::trade::market, &d::trade::side>,"));
    CHECK(has(text, "synth::columns<&d::orders::id, &d::orders::market, &d::orders::side>>"));
    CHECK(has(text, "// for trade, of which two references lead to one row\n"));
    CHECK(has(text, "synth::unique<&d::orders::id, &d::orders::market, &d::orders::side>()"));
}

TEST_CASE("references that may lead to two rows, or of which one has all columns, stay two") {
    // The shared column is no key of the parent.
    CHECK_FALSE(has(trades("buy INTEGER NOT NULL, market INTEGER NOT NULL, side TEXT NOT NULL",
                           "FOREIGN KEY (buy, market) REFERENCES orders (id, market), FOREIGN KEY (market, "
                           "side) REFERENCES orders (market, side)"),
                    "lead to one row"));
    CHECK_FALSE(has(trades("buy INTEGER NOT NULL, market INTEGER NOT NULL",
                           "FOREIGN KEY (buy, market) REFERENCES orders (id, market), FOREIGN KEY (buy) "
                           "REFERENCES orders"),
                    "lead to one row"));
    // The same column stands for two of the parent.
    CHECK_FALSE(has(trades("buy INTEGER NOT NULL, market INTEGER NOT NULL, side TEXT NOT NULL",
                           "FOREIGN KEY (buy, market) REFERENCES orders (id, market), FOREIGN KEY (side, "
                           "buy) REFERENCES orders (side, market)"),
                    "lead to one row"));
}

TEST_CASE("where only one of them could lead nowhere, it does not") {
    const std::string text = trades("buy INTEGER NOT NULL, market INTEGER, side TEXT NOT NULL", to_one_order);
    CHECK(has(text, "// two references, which lead to one row: (buy, market) and (buy, side)\n"));
    CHECK(has(text, "// no nulls: of two references, which lead to one row\n"));
    CHECK(has(text, "synth::column<&d::trade::market>(synth::nulls(0.0))"));
}
