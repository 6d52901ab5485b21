// SPDX-License-Identifier: BSL-1.0
#include <cstdlib>

#include <doctest/doctest.h>

#include <synth/program/command_line.hpp>

TEST_CASE("a word is quoted where a shell would take it apart") {
    CHECK(synth::shell_word("orders") == "orders");
    CHECK(synth::shell_word("--rows=customer=1k") == "--rows=customer=1k");
    CHECK(synth::shell_word("two words") == "'two words'");
    CHECK(synth::shell_word("it's") == "'it'\\''s'");
    CHECK(synth::shell_word("") == "''");
    CHECK(synth::shell_word("order*") == "'order*'");
    CHECK(synth::shell_word("größe") == "'größe'");
    CHECK(synth::shell_word("a\x1b[2J 'b'\\\n") == "$'a\\033[2J \\'b\\'\\\\\\012'");
}

TEST_CASE("the command to repeat a run has its seed and no password") {
    CHECK(synth::reproduction({"./shop", "gen", "-t", "order*"}, 7) == "./shop gen -t 'order*' --seed 7");
    CHECK(synth::reproduction({"./shop", "gen", "--random"}, 7) == "./shop gen --seed 7");
    CHECK(synth::reproduction({"./shop", "gen", "--seed", "7"}, 7) == "./shop gen --seed 7");
    CHECK(synth::reproduction({"./shop", "gen", "-s7"}, 7) == "./shop gen -s7");
    CHECK(synth::reproduction({"./shop", "load", "postgresql://a:pw@h/d"}, 1) ==
          "./shop load 'postgresql://a:***@h/d' --seed 1");
    ::setenv("SYNTH_COMMAND", "tools/synth shop.db", 1);
    CHECK(synth::reproduction({"synth", "gen"}, 1) == "tools/synth shop.db gen --seed 1");
    ::unsetenv("SYNTH_COMMAND");
}
