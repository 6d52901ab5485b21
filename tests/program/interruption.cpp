// SPDX-License-Identifier: BSL-1.0
#include <csignal>

#include <doctest/doctest.h>

#include <synth/program/interruption.hpp>

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
        struct sigaction now{};
        sigaction(SIGTERM, nullptr, &now);
        const bool usual = now.sa_handler == SIG_DFL;
        CHECK(usual); // the second one would end the process
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
