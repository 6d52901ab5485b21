// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <fstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/database/postgres_load.hpp>
#include <synth/database/postgres_parallel.hpp>

#include "row_list.hpp"
#include "scratch.hpp"
#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

using scratch::has;
using scratch::over;

namespace {

const std::vector<std::size_t> both{0, 1};
const std::string tables = "CREATE TABLE parent (id bigint PRIMARY KEY, note text);"
                           "CREATE TABLE child (id bigint PRIMARY KEY, parent bigint REFERENCES parent)";

row_list family(std::size_t rows) {
    row_list source;
    std::vector<row_list::row> parents;
    std::vector<row_list::row> children;
    for (std::size_t index = 1; index <= rows; ++index) {
        parents.push_back({std::to_string(index), "note"});
        children.push_back({std::to_string(index), std::to_string(rows + 1 - index)}); // of another part
    }
    source.add({"", "parent", {bigint("id"), text("note")}}, std::move(parents));
    source.add({"", "child", {bigint("id"), bigint("parent")}}, std::move(children));
    return source;
}

} // namespace

TEST_CASE("parts cover all rows") {
    static_assert(synth::first_of_part(10, 3, 1) == 3);
    static_assert(synth::first_of_part(10, 3, 3) == 10);
    static_assert(synth::first_of_part(2, 4, 1) == 0);
    static_assert(synth::first_of_part(~0ULL, 64, 64) == ~0ULL);
    CHECK(synth::first_of_part(10, 3, 2) == 6);
}

TEST_CASE("several connections load what one does, and more connections than rows too") {
    auto connection = scratch::postgres(tables);
    if (!connection) {
        return;
    }
    const std::string digest =
        "SELECT md5(string_agg(c::text || p::text, ' ' ORDER BY c.id)) FROM child c JOIN parent p ON"
        " p.id = c.parent";
    const row_list source = family(1'000);
    (void)synth::load_postgres(*connection, source, both);
    const std::string one = scratch::cell(*connection, digest);
    for (const unsigned connections : {2U, 3U, 7U}) {
        connection->query("test", "TRUNCATE parent, child");
        std::uint64_t told = 0;
        synth::load_options options = over(connections);
        options.progress = [&](std::size_t, std::uint64_t rows) { told = rows; };
        const synth::load_report report = synth::load_postgres(*connection, source, both, options);
        CHECK(report.rows == 2'000);
        CHECK(report.bytes > 0);
        CHECK(report.tables == both);
        CHECK(told == 1'000);
        CHECK(scratch::cell(*connection, digest) == one);
    }
    connection->query("test", "TRUNCATE parent, child");
    CHECK(synth::load_postgres(*connection, family(2), both, over(5)).rows == 4);
    CHECK(scratch::cell(*connection, "SELECT to_regclass('synth_unfinished_load') IS NULL") == "t");
}

TEST_CASE("when one connection fails nothing is there, and keys are") {
    auto connection = scratch::postgres(tables + "; ALTER TABLE child ADD CHECK (id <> 900)");
    if (!connection) {
        return;
    }
    const std::string error =
        scratch::thrown_by([&] { (void)synth::load_postgres(*connection, family(1'000), both, over(2)); });
    CHECK(has(error, "synth: cannot load child: new row for relation \"child\" violates check constraint"));
    CHECK(has(error, "; nothing was loaded"));
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM parent") == "0");
    CHECK(scratch::cell(*connection, "SELECT string_agg(conname, ' ' ORDER BY conname) FROM pg_constraint"
                                     " WHERE conrelid IN ('parent'::regclass, 'child'::regclass)") ==
          "child_id_check child_parent_fkey child_pkey parent_pkey");
    CHECK(scratch::cell(*connection, "SELECT to_regclass('synth_unfinished_load') IS NULL") == "t");
}

TEST_CASE("what the progress throws stops all connections") {
    auto connection = scratch::postgres(tables);
    if (!connection) {
        return;
    }
    synth::load_options options = over(2);
    options.progress = [](std::size_t, std::uint64_t) { throw synth::database_error{"interrupted"}; };
    CHECK(scratch::thrown_by([&] {
              (void)synth::load_postgres(*connection, family(1'000), both, options);
          }) == "synth: interrupted; nothing was loaded");
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM parent") == "0");
}

TEST_CASE("what several connections cannot do is refused before anything is done") {
    auto connection = scratch::postgres(tables);
    if (!connection) {
        return;
    }
    const row_list source = family(3);
    const auto refusal = [&](const synth::load_options& options) {
        return scratch::thrown_by([&] { (void)synth::load_postgres(*connection, source, both, options); });
    };
    synth::load_options options = over(2);
    options.truncate = true;
    CHECK(has(refusal(options), "synth: several connections cannot be one transaction"));
    connection->query("test", "ALTER TABLE child DROP CONSTRAINT child_parent_fkey");
    connection->query("test", "ALTER TABLE child ADD FOREIGN KEY (parent) REFERENCES parent NOT VALID");
    CHECK(refusal(over(2)) == "synth: foreign key child_parent_fkey of child keeps several connections from "
                              "loading: it is NOT VALID; leave --connections out");
    connection->query("test",
                      "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'");
    connection->query("test",
                      "CREATE TRIGGER audit BEFORE INSERT ON child FOR EACH ROW EXECUTE FUNCTION f()");
    CHECK(refusal(over(2)) ==
          "synth: trigger audit of child keeps several connections from loading; leave --connections out");
}

TEST_CASE("a role that could not undo the load is refused") {
    auto connection = scratch::postgres(tables);
    if (!connection) {
        return;
    }
    const std::string role = "synth_test_" + std::to_string(::getpid());
    connection->query("test", "CREATE ROLE " + role);
    connection->query("test", "GRANT USAGE ON SCHEMA public TO " + role);
    connection->query("test", "GRANT SELECT, INSERT, DELETE ON parent TO " + role);
    connection->query("test", "GRANT SELECT, INSERT ON child TO " + role);
    connection->query("test", "ALTER TABLE child DROP CONSTRAINT child_parent_fkey");
    const row_list source = family(3);
    const auto refusal = [&] {
        connection->query("test", "SET ROLE " + role);
        std::string error =
            scratch::thrown_by([&] { (void)synth::load_postgres(*connection, source, both, over(2)); });
        connection->query("test", "RESET ROLE");
        return error;
    };
    const std::string after = ", and could not undo a load over several connections; grant it, or leave "
                              "--connections out";
    CHECK(refusal() == "synth: role " + role + " may not DELETE on child" + after);
    connection->query("test", "GRANT DELETE ON child TO " + role);
    CHECK(refusal() == "synth: role " + role + " may not CREATE in schema public of parent" + after);
    connection->query("test", "GRANT CREATE ON SCHEMA public TO " + role);
    connection->query("test", "ALTER TABLE child ADD CHECK (current_user = '" + role + "')");
    CHECK(refusal().empty()); // the other connections have the role too
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM child") == "3");
    connection->query("test", "DROP OWNED BY " + role);
    connection->query("test", "DROP ROLE " + role);
}

TEST_CASE("further connections find the tables that the first one does") {
    auto connection = scratch::postgres("CREATE SCHEMA sales; " + tables +
                                        "; CREATE TABLE sales.parent (id bigint PRIMARY KEY, note text);"
                                        "CREATE TABLE sales.child (id bigint, parent bigint)");
    if (!connection) {
        return;
    }
    connection->query("test", "SET search_path = sales, public");
    CHECK(synth::load_postgres(*connection, family(10), both, over(2)).rows == 20);
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM sales.child") == "10");
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM public.child") == "0");
    connection->query("test", "TRUNCATE sales.parent");
    connection->query("test", "CREATE TEMP TABLE child (id bigint, parent bigint)");
    CHECK(scratch::thrown_by([&] { (void)synth::load_postgres(*connection, family(10), both, over(2)); }) ==
          "synth: child is another table, or none, for a further connection; leave --connections out, or "
          "describe the table with its schema; nothing was loaded");
    CHECK(scratch::cell(*connection, "SELECT to_regclass('sales.parent_pkey') IS NOT NULL") == "t");
}

#ifdef __GLIBC__
namespace {

// As long as it lives there is room for the stack of one more thread, but not of two.
class room_for_one_thread {
public:
    room_for_one_thread() {
        std::size_t pages = 0;
        std::ifstream{"/proc/self/statm"} >> pages;
        REQUIRE(pages > 0);
        REQUIRE(pthread_getattr_default_np(&usual_stack_) == 0);
        REQUIRE(getrlimit(RLIMIT_AS, &usual_) == 0);
        pthread_attr_t large{};
        REQUIRE(pthread_getattr_default_np(&large) == 0);
        REQUIRE(pthread_attr_setstacksize(&large, gigabyte) == 0);
        REQUIRE(pthread_setattr_default_np(&large) == 0);
        rlimit less = usual_;
        less.rlim_cur = pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE)) + gigabyte * 3 / 2;
        REQUIRE(setrlimit(RLIMIT_AS, &less) == 0);
    }
    room_for_one_thread(const room_for_one_thread&) = delete;
    room_for_one_thread& operator=(const room_for_one_thread&) = delete;
    ~room_for_one_thread() {
        setrlimit(RLIMIT_AS, &usual_);
        pthread_setattr_default_np(&usual_stack_);
    }

private:
    static constexpr std::size_t gigabyte = std::size_t{1} << 30U;
    pthread_attr_t usual_stack_{};
    rlimit usual_{};
};

} // namespace

TEST_CASE("where the second thread cannot be started nothing is loaded, and keys are there") {
    auto connection = scratch::postgres(tables);
    if (!connection) {
        return;
    }
    const row_list source = family(10);
    const std::string error = scratch::thrown_by([&] {
        const room_for_one_thread room;
        (void)synth::load_postgres(*connection, source, both, over(2));
    });
    CHECK(has(error, "Resource temporarily unavailable"));
    CHECK(scratch::cell(*connection, "SELECT count(*) FROM parent") == "0");
    CHECK(scratch::cell(*connection, "SELECT to_regclass('parent_pkey') IS NOT NULL") == "t");
    CHECK(scratch::cell(*connection, "SELECT to_regclass('synth_unfinished_load') IS NULL") == "t");
}
#endif
