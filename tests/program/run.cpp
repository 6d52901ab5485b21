// SPDX-License-Identifier: BSL-1.0
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/program/run.hpp>

#include "../database/scratch.hpp"
#include "odd.hpp"
#include "shop.hpp"
#include <fcntl.h>
#include <unistd.h>

namespace {

// Runs a command line with both outputs in files.
struct outcome {
    int code{};
    std::string out;
    std::string err;
};

std::string content(const std::string& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

outcome run(std::vector<std::string> arguments, const char* output = nullptr,
            const synth::program_schema& schema = shop::described()) {
    const scratch::folder where;
    const std::string out = output != nullptr ? output : (where.path / "out").string();
    const std::string err = (where.path / "err").string();
    std::fflush(nullptr);
    const int kept_out = ::dup(STDOUT_FILENO);
    const int kept_err = ::dup(STDERR_FILENO);
    const auto redirect = [](const std::string& path, int descriptor) {
        const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0666);
        ::dup2(file, descriptor);
        ::close(file);
    };
    redirect(out, STDOUT_FILENO);
    redirect(err, STDERR_FILENO);
    arguments.insert(arguments.begin(), "./shop");
    outcome result;
    result.code = synth::run(schema, arguments);
    std::fflush(nullptr);
    ::dup2(kept_out, STDOUT_FILENO);
    ::dup2(kept_err, STDERR_FILENO);
    ::close(kept_out);
    ::close(kept_err);
    result.out = output != nullptr ? std::string{} : content(out);
    result.err = content(err);
    return result;
}

using scratch::has;

} // namespace

TEST_CASE("rows go to standard output, everything else to standard error") {
    const outcome done = run({"gen", "-t", "customer", "--rows", "3", "--seed", "7"});
    CHECK(done.code == 0);
    CHECK(has(done.out, "id,name,email,joined_at\r\n1,"));
    CHECK(has(done.err, "synth: 1 table, 3 rows, "));
    CHECK(has(done.err, "synth: reproduce with: ./shop gen -t customer --rows 3 --seed 7\n"));
    CHECK(run({"gen", "-t", "customer", "--rows", "3", "-s", "7", "--quiet"}).out == done.out);
    CHECK(run({"gen", "-t", "customer", "--rows", "3", "-s", "7", "--quiet"}).err.empty());
    CHECK(run({"gen", "-t", "customer", "--rows", "3", "-s", "8", "-q"}).out != done.out);
    CHECK(has(run({"gen", "-t", "customer", "--rows", "3", "--random", "-q"}).err, "synth: seed "));
}

TEST_CASE("what is not understood exits with 2, one message and a suggestion") {
    const std::vector<std::pair<std::vector<std::string>, std::string>> wrong{
        {{}, "synth: no command; give gen, load, verify, explain or graph, or --help\n"},
        {{"gne"}, "synth: there is no command gne; did you mean gen?\n"},
        {{"foo"}, "synth: there is no command foo; there are gen, load, verify, explain and graph\n"},
        {{"gen", "--zzz"}, "synth: there is no option --zzz; see --help\n"},
        {{"gen", "--sed", "3"}, "synth: there is no option --sed; did you mean --seed?\n"},
        {{"gen", "--sed=3"}, "synth: there is no option --sed=3; did you mean --seed?\n"},
        {{"gen", "extra"}, "synth: unexpected extra; see --help\n"},
        {{"gen", "-t", "custmer"}, "synth: --table: there is no table custmer; did you mean customer?\n"},
        {{"gen", "-t", "line", "-r", "0"}, "synth: --rows 0: the number of rows must be at least 1\n"},
        {{"LOAD"}, "synth: there is no command LOAD; did you mean load?\n"},
        {{"gen", "--SEED=3"}, "synth: there is no option --SEED=3; did you mean --seed?\n"},
        {{"gen", "-t", "Customers"}, "synth: --table: there is no table Customers; did you mean customer?\n"},
        {{"gen", "-t", "line", "-r", "orders=0"},
         "synth: --rows orders=0: the number of rows must be at least 1\n"},
        {{"gen", "-o", ""}, "synth: --output '': empty; give a value or leave the option out\n"},
        {{"gen", "--output="}, "synth: --output: 1 required DIR missing; see --help\n"},
        {{"gen", "-t", "line", "--seed", ""},
         "synth: --seed '': empty; give a value or leave the option out\n"},
        {{"load", ""}, "synth: target '': empty; give a value\n"},
        {{"gen", "-t", "a\x1b[2J"}, "synth: --table: there is no table a\\x1b[2J\n"},
        {{"gen"},
         "synth: standard output takes one table, but there are 3; name one with --table, or give a folder "
         "with -o\n"},
        {{"gen", "-t", "line", "--json"},
         "synth: --json needs a folder (-o): standard output holds the rows\n"},
    };
    for (const auto& [arguments, message] : wrong) {
        const outcome done = run(arguments);
        CHECK(done.code == 2);
        CHECK(done.err == message);
        CHECK(done.out.empty());
    }
    CHECK(has(run({"gen", "--format", "xml"}).err,
              "synth: --format: xml not in {csv,copy,copy-binary,tbl}; see --help\n"));
    CHECK(has(run({"load"}).err, "target is required; see --help\n"));
    CHECK(run({"gen", "--rows"}).code == 2);
}

TEST_CASE("help and version exit with 0") {
    CHECK(has(run({"--help"}).out, "Exit codes: 0 done, 1 failed, 2 not understood"));
    CHECK(has(run({"gen", "--help"}).out, "--rows"));
    CHECK(has(run({"--version"}).out, "synth 0."));
    CHECK(run({"--help"}, "/dev/full").code == 1);
}

TEST_CASE("what fails exits with 1 and one message") {
    const outcome plan = run({"gen", "-t", "line", "-r", "line=1,orders=9223372036854775807"});
    CHECK(plan.code <= 1); // a plan that can or cannot be met, but never a crash
    const outcome missing = run({"load", "/nowhere/shop.db"});
    CHECK(missing.code == 1);
    CHECK(has(missing.err,
              "synth: cannot open /nowhere/shop.db: unable to open database file; check the path"));
    const outcome full = run({"gen", "-t", "line", "-q"}, "/dev/full");
    CHECK(full.code == 1);
    CHECK(full.err ==
          "synth: cannot write standard output: No space left on device; make room, or write fewer rows\n");
}

TEST_CASE("a summary for machines goes to standard output") {
    const scratch::folder where;
    const outcome done = run({"gen", "-o", (where.path / "out").string(), "--json", "--random"});
    CHECK(done.code == 0);
    CHECK(done.err.empty());
    CHECK(has(done.out, "{\"command\":\"gen\",\"target\":"));
    CHECK(has(done.out, "\"rows\":1300,"));
    CHECK_FALSE(has(done.out, "--random"));
}

TEST_CASE("a database is loaded, checked and described from one command line") {
    const scratch::folder where;
    const std::string target = scratch::sqlite(where, shop::sqlite_tables);
    CHECK(run({"load", target, "--dry-run"}).err == "synth: " + target + " fits; nothing was loaded\n");
    CHECK(run({"load", "-t", "customer", "--scale", "2", target}).code == 0);
    const outcome again = run({"load", target});
    CHECK(again.code == 1);
    CHECK(has(again.err, "synth: not empty: customer; give --truncate"));
    CHECK(has(run({"load", target, "--truncate", "--rows", "customer=7"}).err,
              "synth: 3 tables, 1 207 rows in "));
    CHECK(has(run({"explain"}).out, "3 tables, parents first: 1 300 rows"));
    CHECK(has(run({"graph"}).out, "digraph {"));
    CHECK(has(run({"graph", "-f", "mermaid"}).out, "flowchart LR"));
}

TEST_CASE("no name reaches the terminal that it would obey") {
    const std::vector<std::vector<std::string>> lines{
        {"explain"},
        {"graph"},
        {"graph", "-f", "mermaid"},
        {"gen", "-t", "ev?[2Jil", "-q", "-f", "copy-binary", "-o", ""},
        {"gen", "-t", "ev?2Jil"},
        {"explain", "-r", "ev\x1b[2Jil=99999999999999999999"},
        {"load", "/nowhere/\x1b[2J.db"},
    };
    for (const std::vector<std::string>& line : lines) {
        const outcome done = run(line, nullptr, odd::described());
        CAPTURE(line.front());
        CHECK_FALSE((done.out + done.err).empty());
        for (const char letter : done.out + done.err) {
            CHECK((static_cast<unsigned char>(letter) >= 0x20 || letter == '\n'));
            CHECK(letter != '\x9b');
        }
    }
    CHECK(has(run({"graph"}, nullptr, odd::described()).out, "<b>ev\\x1b[2Jil</b>"));
    CHECK(has(run({"explain", "-t", "ev*l"}, nullptr, odd::described()).out, "1. ev\\x1b[2Jil: "));
}

TEST_CASE("a table with a narrow key stops nobody, and a count that somebody gave does") {
    const outcome all = run({"explain"}, nullptr, odd::described());
    CHECK(all.code == 0);
    CHECK(has(all.out, "flag: 2 rows: all that its key can hold (on)"));
    CHECK(run({"gen", "-t", "user", "-q"}, nullptr, odd::described()).code == 0);
    const outcome given = run({"explain", "--rows", "flag=3"}, nullptr, odd::described());
    CHECK(given.code == 1);
    CHECK(has(given.err, "synth: flag.on: 3 rows need as many distinct values, but the column has only 2"));
}

TEST_CASE("verify exits with 0 when all is equal, and with 1 and a report when not") {
    const scratch::folder where;
    const std::string path = scratch::sqlite(where, shop::sqlite_tables);
    CHECK(run({"load", path, "-q"}).code == 0);
    const outcome equal = run({"verify", path});
    CHECK(equal.code == 0);
    CHECK(equal.out.empty());
    CHECK(has(equal.err, "synth: equal: 3 tables, 1 300 rows in "));
    {
        synth::sqlite_connection connection{path};
        connection.execute("test", "UPDATE line SET weight = -1 WHERE gift = 1 AND order_id = "
                                   "(SELECT min(order_id) FROM line WHERE gift = 1)");
    }
    const outcome differs = run({"verify", path});
    CHECK(differs.code == 1);
    CHECK(has(differs.out, "customer: equal, 100 rows\nsales.orders: equal, 300 rows\nline: "));
    CHECK(has(differs.out, "): weight is -1.0, not "));
    CHECK(has(differs.err, "synth: " + path + " is not what the plan makes: "));
    const outcome machine = run({"verify", path, "--json"});
    CHECK(machine.code == 1);
    CHECK(has(machine.out, R"("command":"verify")"));
    CHECK(run({"verify", path, "-q"}).out.empty());
    CHECK(run({"verify", path, "-t", "customer"}).code == 0);
    CHECK(run({"verify"}).code == 2);
    CHECK(run({"verify", path, "--random"}).code == 2);
    CHECK(run({"verify", (where.path / "none.db").string()}).code == 1);
}
