// SPDX-License-Identifier: BSL-1.0
// tools/synth: what it says without a compiler, and with SYNTH_TEST_TOOL set the whole way, which takes
// minutes.
#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include <doctest/doctest.h>

#include "../database/scratch.hpp"
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

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
    CHECK(command.text == "synth: there is no command gne; there are gen, load, verify, explain and graph\n");
    const outcome missing = tool((where.path / "none.db").string() + " gen");
    CHECK(missing.code == 2);
    CHECK(has(missing.text,
              "synth: there is no file " + (where.path / "none.db").string() + "; give the path"));
    CHECK(tool(where.path.string() + " gen").code == 2);
    CHECK(tool(database + " --existing").text == "synth: --existing: name a table that is filled outside\n");
    CHECK(tool(database + " --existing t --existing=s gne").text == command.text);
    const outcome bare = tool("postgresql://ann:secret@host/shop");
    CHECK(bare.code == 2);
    CHECK(has(bare.text, "postgresql://ann:***@host/shop"));
    CHECK_FALSE(has(bare.text, "secret"));
    const outcome words = tool("'host=db password=secret dbname=shop'");
    CHECK_FALSE(has(words.text, "secret"));
}

namespace {

void write_program(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream{path} << "#!/bin/bash\n" << text;
    std::filesystem::permissions(path, std::filesystem::perms::owner_all);
}

// The tool among stand-ins: an introspect that writes a file and warns, and a compiler that never ends.
std::filesystem::path stand_ins(const scratch::folder& where) {
    const std::filesystem::path project = where.path / "project";
    write_program(project / "build/tools/synth-introspect",
                  "printf '// a header\\n' >\"$3/schema.hpp\"\nprintf 'warning: a\\033[2Jname\\n' >&2\n");
    write_program(where.path / "compiler", "[[ $1 == --version ]] && exit\necho $$ >\"" +
                                               (where.path / "pid").string() + ".$$\"\nmv \"" +
                                               (where.path / "pid").string() + ".$$\" \"" +
                                               (where.path / "pid").string() + "\"\nsleep 60\n");
    std::ofstream{project / "build/tools/build.ninja"} << "build synth-introspect: phony\n";
    std::filesystem::create_directories(project / "include");
    std::filesystem::create_directories(project / "tools");
    std::filesystem::copy(std::string{SYNTH_SOURCE_DIR} + "/tools/synth", project / "tools/synth");
    return project / "tools/synth";
}

} // namespace

TEST_CASE("a signal while the tool compiles ends the compiler and leaves nothing in the cache") {
    for (const int signal : {SIGINT, SIGTERM}) {
        CAPTURE(signal);
        const scratch::folder where;
        const std::string program = stand_ins(where).string();
        const std::string database = scratch::sqlite(where, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
        const ::pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            std::signal(SIGINT, SIG_DFL);
            ::setenv("XDG_CACHE_HOME", (where.path / "cache").c_str(), 1);
            ::setenv("CXX", (where.path / "compiler").c_str(), 1);
            const int log = ::open((where.path / "log").c_str(), O_WRONLY | O_CREAT, 0666);
            ::dup2(log, STDERR_FILENO);
            ::execl(program.c_str(), "synth", database.c_str(), "explain", nullptr);
            ::_exit(99);
        }
        const std::filesystem::path pid = where.path / "pid";
        for (int tries = 0; tries < 500 && !std::filesystem::exists(pid); ++tries) {
            ::usleep(20'000);
        }
        REQUIRE(std::filesystem::exists(pid));
        ::pid_t compiler = 0;
        std::ifstream{pid} >> compiler;
        ::kill(child, signal);
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(WIFEXITED(status));
        CHECK(WEXITSTATUS(status) == 128 + signal);
        CHECK(std::filesystem::is_empty(where.path / "cache/synth"));
        for (int tries = 0; tries < 250 && ::kill(compiler, 0) == 0; ++tries) {
            ::usleep(20'000); // until init has collected it
        }
        CHECK(::kill(compiler, 0) != 0);
        std::string log;
        std::getline(std::ifstream{where.path / "log"}, log, '\0');
        CHECK(log == "warning: a?[2Jname\nsynth: compiling a program for this schema, once ...\n");
    }
}

namespace {

// A program in two parts, as synth-introspect writes it.
void write_parts(const std::filesystem::path& folder) {
    for (const char* each : {"rows", "tables"}) {
        std::filesystem::create_directories(folder / each);
    }
    const auto write = [&](const std::string& name, const std::string& text) {
        std::ofstream{folder / name} << text;
    };
    write("types.hpp", "// types\n");
    for (const std::string name : {"a", "b", "c"}) {
        write("rows/" + name + ".hpp", name == "c" ? "#include \"../types.hpp\"\n" : "// a row\n");
        write("tables/" + name + ".hpp", "#include \"../rows/" + name + ".hpp\"\n");
    }
    write("part_1.cpp", "#include \"tables/a.hpp\"\n#include \"tables/b.hpp\"\n");
    write("part_2.cpp", "#include \"tables/b.hpp\"\n#include \"tables/c.hpp\"\n");
    write("parts.hpp", "// parts\n");
}

// A compiler that notes what it is to compile, and makes programs that say so; it fails where a file `fail`
// is.
std::string noting_compiler(const std::filesystem::path& where) {
    return "[[ $1 == --version ]] && exit\ncd \"" + where.string() +
           "\"\nfor each; do [[ $each != *.cpp ]] || basename \"$each\" >>compiled; done\n"
           "while [[ $1 != -o ]]; do shift; done\n"
           "printf '#!/bin/bash\\necho made\\n' >\"$2\" && chmod +x \"$2\"\n"
           "[[ ! -e fail ]] || { echo 'error: it fails'; exit 1; }\n";
}

} // namespace

TEST_CASE("a large schema is compiled in parts, and after a change only those that include it") {
    const scratch::folder where;
    const std::string program = stand_ins(where).string();
    write_program(where.path / "project/build/tools/synth-introspect",
                  "cp -R \"" + (where.path / "program").string() +
                      "/.\" \"$3\"\nprintf 'synth-introspect: 300 tables, 4500 columns, 0 references, 0 "
                      "warnings\\n' >&2\n");
    write_program(where.path / "compiler", noting_compiler(where.path));
    write_parts(where.path / "program");
    const std::string database = scratch::sqlite(where, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
    const std::filesystem::path cache = where.path / "cache/synth";
    // What the tool says, and then what it has compiled, in the order of names.
    const auto run = [&] {
        const std::string command = "XDG_CACHE_HOME='" + (where.path / "cache").string() + "' CXX='" +
                                    (where.path / "compiler").string() + "' '" + program + "' '" + database +
                                    "' explain >'" + (where.path / "said").string() + "' 2>&1; cd '" +
                                    where.path.string() +
                                    "'; { cat said; sort compiled; } >all; rm -f compiled; touch compiled";
        CHECK(std::system(command.c_str()) == 0); // NOLINT(concurrency-mt-unsafe)
        std::string text;
        std::getline(std::ifstream{where.path / "all"}, text, '\0');
        return text;
    };
    const std::string compiling = "synth: compiling ";
    const std::string of_two = " of 2 parts of a program for this schema ...\nmade\n";
    CHECK(run() == compiling + "2" + of_two + "main.cpp\npart_1.cpp\npart_2.cpp\nrun.cpp\n");
    CHECK(run() == "made\n");
    std::ofstream{where.path / "program/rows/a.hpp"} << "// another row\n";
    CHECK(run() == compiling + "1" + of_two + "main.cpp\npart_1.cpp\n");
    std::ofstream{where.path / "program/types.hpp"} << "// other types\n";
    CHECK(run() == compiling + "1" + of_two + "main.cpp\npart_2.cpp\n");
    std::ofstream{where.path / "program/tables/b.hpp", std::ios::app} << "// another description\n";
    CHECK(run() == compiling + "2" + of_two + "main.cpp\npart_1.cpp\npart_2.cpp\n");

    // What does not compile leaves nothing but its log.
    const auto entries = [&] {
        return std::distance(std::filesystem::directory_iterator{cache},
                             std::filesystem::directory_iterator{});
    };
    const auto before = entries();
    std::ofstream{where.path / "program/rows/a.hpp"} << "// a third row\n";
    std::ofstream{where.path / "fail"} << "";
    const std::string failed = run();
    CHECK(has(failed, "error: it fails\nsynth: the schema does not compile; the whole log is " +
                          (cache / "compile.log").string() + "\n"));
    CHECK(entries() == before + 1);
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
