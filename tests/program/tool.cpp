// SPDX-License-Identifier: BSL-1.0
// tools/synth: what it says without a compiler, and with SYNTH_TEST_TOOL set the whole way, which takes
// minutes.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <doctest/doctest.h>

#include "../database/scratch.hpp"
#include <sys/wait.h>

#ifndef SYNTH_SOURCE_DIR
#    define SYNTH_SOURCE_DIR "."
#endif

using scratch::has;

namespace {

struct outcome {
    int code{};
    std::string text; // both outputs
};

outcome tool(const std::string& arguments) {
    const std::string command = std::string{SYNTH_SOURCE_DIR} + "/tools/synth " + arguments + " 2>&1";
    outcome result;
    FILE* pipe = ::popen(command.c_str(), "r"); // NOLINT(bugprone-command-processor,concurrency-mt-unsafe)
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> block{};
    for (std::size_t size = 0; (size = std::fread(block.data(), 1, block.size(), pipe)) > 0;) {
        result.text.append(block.data(), size);
    }
    const int status = ::pclose(pipe);
    result.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return result;
}

} // namespace

TEST_CASE("the tool explains itself") {
    const outcome help = tool("--help");
    CHECK(help.code == 0);
    CHECK(has(help.text, "tools/synth SOURCE gen"));
    CHECK(has(help.text, "Exit codes: 0 done, 1 failed, 2 not understood."));
}

TEST_CASE("what the tool does not understand exits with 2 and one line") {
    const scratch::folder where;
    const std::string database = scratch::sqlite(where, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
    CHECK(tool("").code == 2);
    CHECK(tool("--what").code == 2);
    const outcome command = tool(database + " gne");
    CHECK(command.code == 2);
    CHECK(command.text == "synth: there is no command gne; there are gen, load, explain and graph\n");
    const outcome missing = tool((where.path / "none.db").string() + " gen");
    CHECK(missing.code == 2);
    CHECK(has(missing.text,
              "synth: there is no file " + (where.path / "none.db").string() + "; give the path"));
    CHECK(tool(where.path.string() + " gen").code == 2);
    const outcome bare = tool("postgresql://ann:secret@host/shop");
    CHECK(bare.code == 2);
    CHECK(has(bare.text, "postgresql://ann:***@host/shop"));
    CHECK_FALSE(has(bare.text, "secret"));
    const outcome words = tool("'host=db password=secret dbname=shop'");
    CHECK_FALSE(has(words.text, "secret"));
}

TEST_CASE("the tool fills a database from nothing but the database") {
    if (std::getenv("SYNTH_TEST_TOOL") == nullptr) { // NOLINT(concurrency-mt-unsafe)
        MESSAGE("SKIPPED: SYNTH_TEST_TOOL is not set; with it this builds synth-introspect and compiles a "
                "schema");
        return;
    }
    const scratch::folder where;
    ::setenv("XDG_CACHE_HOME", where.path.c_str(), 1); // NOLINT(concurrency-mt-unsafe)
    const std::string database =
        scratch::sqlite(where, "CREATE TABLE a (id INTEGER PRIMARY KEY, name TEXT NOT NULL);"
                               "CREATE TABLE b (id INTEGER PRIMARY KEY, a INTEGER NOT NULL REFERENCES a)");
    const outcome first = tool(database + " load --rows a=10,b=1k");
    CHECK(first.code == 0);
    CHECK(has(first.text, "synth: 2 tables, 1 010 rows"));
    CHECK(has(first.text, "reproduce with: "));
    const outcome second = tool(database + " gen -t b --rows 2 -q"); // compiled already
    CHECK(second.code == 0);
    CHECK(has(second.text, "id,a\r\n1,"));
    CHECK_FALSE(has(second.text, "compiling"));
    synth::sqlite_connection connection{database};
    CHECK(scratch::cell(connection, "SELECT count(*) FROM b JOIN a ON a.id = b.a") == "1000");
}
