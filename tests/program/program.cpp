// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <doctest/doctest.h>

#include <synth/program/program.hpp>

namespace {

struct only {
    int id{};
};

} // namespace

TEST_CASE("a program is a whole main of one schema") {
    std::string name = "./only";
    std::string command = "graph";
    std::string wrong = "grpah";
    char* good[] = {name.data(), command.data(), nullptr};
    CHECK(synth::program<synth::schema<only>>(2, good) == 0);
    char* bad[] = {name.data(), wrong.data(), nullptr};
    CHECK(synth::program<synth::schema<only>>(2, bad) == 2);
}
