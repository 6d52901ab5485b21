// SPDX-License-Identifier: BSL-1.0
#include <csignal>
#include <set>
#include <stdexcept>
#include <string>

#include <doctest/doctest.h>

#include <synth/sink/output_file.hpp>

#include "scratch_folder.hpp"
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using names = std::set<std::string>;

// What `action` throws as an output_error; empty where it throws nothing.
template<typename Action>
std::string refusal(Action action) {
    try {
        action();
    } catch (const synth::output_error& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("a file has its name only when it is complete") {
    const scratch_folder folder;
    {
        synth::output_file file{folder / "orders.csv"};
        file.write("id\n");
        file.write("");
        CHECK(folder.files().empty()); // it has no name at all, so nothing can stay
        file.write("1\n");
        file.publish();
        CHECK(folder.files() == names{"orders.csv"});
    }
    CHECK(folder.files() == names{"orders.csv"});
    CHECK(folder.text("orders.csv") == "id\n1\n");
}

TEST_CASE("a file that is there is replaced as a whole") {
    const scratch_folder folder;
    for (const std::string text : {"a long text of before", "new"}) {
        synth::output_file file{folder / "a.csv"};
        file.write(text);
        file.publish();
    }
    CHECK(folder.text("a.csv") == "new");
}

TEST_CASE("an exception leaves nothing, and what was there stays") {
    const scratch_folder folder;
    {
        synth::output_file file{folder / "a.csv"};
        file.write("before");
        file.publish();
    }
    CHECK_THROWS_AS(
        [&] {
            synth::output_file again{folder / "a.csv"};
            synth::output_file other{folder / "b.csv"};
            again.write("after");
            other.write("half");
            throw std::runtime_error{"stopped"};
        }(),
        std::runtime_error);
    CHECK(folder.files() == names{"a.csv"});
    CHECK(folder.text("a.csv") == "before");
}

TEST_CASE("a killed process leaves nothing") {
    const scratch_folder folder;
    const ::pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        synth::output_file file{folder / "orders.csv"};
        file.write("half");
        ::kill(::getpid(), SIGKILL);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WTERMSIG(status) == SIGKILL);
    CHECK(folder.files().empty());
}

TEST_CASE("where files need a name, it is hidden, and a signal handler can remove it") {
    const scratch_folder folder;
    {
        synth::output_file file{folder / "orders.csv", synth::unfinished::hidden};
        file.write("id\n");
        CHECK(folder.files().size() == 1);
        CHECK(folder.files().begin()->starts_with(".synth-"));
        file.publish();
        CHECK(folder.files() == names{"orders.csv"});
        synth::remove_begun_files(); // no longer one of them
    }
    CHECK(folder.files() == names{"orders.csv"});
    {
        const synth::output_file begun{folder / "a.csv", synth::unfinished::hidden};
        const synth::output_file other{folder / "b.csv", synth::unfinished::hidden};
        CHECK(folder.files().size() == 3);
        synth::remove_begun_files();
        CHECK(folder.files() == names{"orders.csv"});
    }
    {
        const synth::output_file dropped{folder / "a.csv", synth::unfinished::hidden};
    }
    CHECK(folder.files() == names{"orders.csv"});
}

TEST_CASE("a name that no file can have is refused before anything is written") {
    const scratch_folder folder;
    const std::string name(256, 'x');
    CHECK(refusal([&] { synth::output_file{folder / name}; }) ==
          "synth: cannot write " + (folder / name) +
              ": File name too long; choose a folder with a shorter path");
    synth::output_file{folder / std::string(255, 'x')}.publish();
    CHECK(folder.files().size() == 1);
    synth::make_folder(folder / "a");
    CHECK(refusal([&] { synth::output_file{folder / "a"}; }).find("there is a folder of this name") !=
          std::string::npos);
}

TEST_CASE("a full disk is named with the remedy") {
    const int full = ::open("/dev/full", O_WRONLY | O_CLOEXEC);
    REQUIRE(full >= 0);
    CHECK(refusal([&] { synth::write_block(full, "x", "out/orders.csv"); }) ==
          "synth: cannot write out/orders.csv: No space left on device; make room, or write fewer rows");
    CHECK(refusal([&] { synth::write_block(full, "", "nothing to write"); }).empty());
    ::close(full);
}

TEST_CASE("a block that is taken in pieces is written until nothing is left or nothing fits") {
    const scratch_folder folder;
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{1'000, before.rlim_max};
    const std::string message = refusal([&] {
        synth::output_file file{folder / "a.csv"};
        REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
        file.write(std::string(999, 'x'));
        file.write("yz"); // one byte fits
        file.publish();
    });
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
    std::signal(SIGXFSZ, handler);
    CHECK(message ==
          "synth: cannot write " + (folder / "a.csv") + ": File too large; write it in several parts");
    CHECK(folder.files().empty());
}

TEST_CASE("a reader that has gone is an error of its own") {
    int ends[2]{};
    REQUIRE(::pipe(ends) == 0);
    ::close(ends[0]);
    const auto handler = std::signal(SIGPIPE, SIG_IGN);
    CHECK_THROWS_AS(synth::write_block(ends[1], "x", "standard output"), synth::closed_pipe);
    std::signal(SIGPIPE, handler);
    ::close(ends[1]);
}

TEST_CASE("folders are made with those above them") {
    const scratch_folder folder;
    synth::make_folder(folder / "a/b/c");
    synth::make_folder(folder / "a/b/c");
    synth::make_folder(folder / "a//d/");
    synth::make_folder("/");
    synth::make_folder("");
    for (const std::string path : {"a/b/c/1", "a/d/2"}) {
        synth::output_file file{folder / path};
        file.publish();
    }
    CHECK(folder.files() == names{"a/b/c/1", "a/d/2"});
}

TEST_CASE("a file in the place of a folder is refused") {
    const scratch_folder folder;
    synth::output_file{folder / "a"}.publish();
    CHECK(refusal([&] { synth::make_folder(folder / "a/b"); }) ==
          "synth: cannot write " + (folder / "a/b") +
              ": Not a directory; choose a folder that you may write to");
    CHECK(refusal([&] { synth::output_file{folder / "a/x.csv"}; }).find("Not a directory") !=
          std::string::npos);
    CHECK(refusal([&] { synth::output_file{folder / "none/x.csv"}; }).find("No such file") !=
          std::string::npos);
    CHECK(folder.files() == names{"a"});
}
