// SPDX-License-Identifier: BSL-1.0
#include <csignal>

#include <doctest/doctest.h>

#include <synth/program/interruption.hpp>
#include <synth/sink/output_file.hpp>

#include "../database/scratch.hpp"
#include <sys/wait.h>
#include <unistd.h>

TEST_CASE("the first signal is remembered, and the object restores what was before") {
    CHECK_FALSE(synth::interruption::happened());
    struct sigaction before{}; // doctest has its own
    sigaction(SIGINT, nullptr, &before);
    {
        const synth::interruption guard;
        std::raise(SIGPIPE); // harmless
        std::raise(SIGXFSZ); // harmless too: "ulimit -f" ends a file, not the program
        std::raise(SIGTERM);
        CHECK(synth::interruption::happened());
        CHECK(synth::interruption::signal() == SIGTERM);
    }
    struct sigaction after{};
    sigaction(SIGINT, nullptr, &after);
    const bool restored = after.sa_handler == before.sa_handler;
    CHECK(restored);
    {
        const synth::interruption another; // begins afresh
        CHECK_FALSE(synth::interruption::happened());
    }
}

TEST_CASE("the second signal ends the process, and the files that it has begun") {
    const scratch::folder where;
    const ::pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        std::signal(SIGINT, SIG_DFL); // doctest has its own
        const synth::interruption guard;
        synth::output_file file{(where.path / "a.csv").string(), synth::unfinished::hidden};
        file.write("half");
        std::raise(SIGINT);
        std::raise(SIGINT);
        ::_exit(3);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == SIGINT);
    CHECK(std::filesystem::is_empty(where.path));
}
