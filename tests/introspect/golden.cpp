// SPDX-License-Identifier: BSL-1.0
// The headers that schemas/*.sql and the TPC-C schema give. When one changes on purpose, run the test with
// SYNTH_UPDATE_GOLDEN=1 and read the difference before it is committed.
#include <cstdlib>
#include <filesystem>
#include <string>

#include "fixture.hpp"
#include "header.hpp"
#include "postgres_catalog.hpp"
#include "sqlite_catalog.hpp"

using namespace synth::introspect;
using introspect_test::folder;
using introspect_test::postgres;

namespace {

void compare(const catalog& database, const std::string& name) {
    const std::filesystem::path path =
        std::filesystem::path{SYNTH_INTROSPECT_TESTS} / "golden" / (name + ".hpp");
    const std::string text = make_header(database, name).text;
    if (std::getenv("SYNTH_UPDATE_GOLDEN") != nullptr) { // NOLINT(concurrency-mt-unsafe): one thread
        introspect_test::write_file(path, text);
    }
    const std::string expected = introspect_test::read_file(path);
    const bool same = text == expected;
    CHECK_MESSAGE(same, name, ".hpp differs from what the tool writes now; it was\n", expected, "\nand is\n",
                  text);
}

std::string tpcc() { return introspect_test::read_file(SYNTH_TPCC_SQL); }

} // namespace

TEST_CASE("the headers of SQLite files are as before") {
    const folder place;
    compare(read_sqlite(place.sqlite(introspect_test::schema_text("shop.sqlite"), "shop.db")), "shop_sqlite");
    compare(read_sqlite(place.sqlite(introspect_test::schema_text("hostile.sqlite"), "hostile.db")),
            "hostile_sqlite");
    compare(read_sqlite(place.sqlite(introspect_test::schema_text("checks.sqlite"), "checks.db")),
            "checks_sqlite");
    compare(read_sqlite(place.sqlite(tpcc(), "tpcc.db")), "tpcc_sqlite");
}

TEST_CASE("the headers of PostgreSQL databases are as before") {
    if (!postgres::available()) {
        return;
    }
    for (const std::string name : {"checks", "shop", "hostile", "types"}) {
        const postgres server{introspect_test::schema_text(name + ".postgresql")};
        compare(read_postgres(server.conninfo(), {}), name + "_postgresql");
    }
    const postgres server{tpcc()};
    compare(read_postgres(server.conninfo(), {}), "tpcc_postgresql");
}

TEST_CASE("TPC-C has nine tables, ninety-two columns and ten references in both databases") {
    const folder place;
    const header made = make_header(read_sqlite(place.sqlite(tpcc())), "tpcc");
    CHECK(made.tables == 9);
    CHECK(made.columns == 92);
    CHECK(made.references == 10);
    CHECK(made.warnings.empty());
    if (postgres::available()) {
        const postgres server{tpcc()};
        const header other = make_header(read_postgres(server.conninfo(), {}), "tpcc");
        CHECK(other.columns == 92);
        CHECK(other.references == 10);
        CHECK(other.warnings.empty());
    }
}
