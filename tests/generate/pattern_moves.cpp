// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/generate/pattern_moves.hpp>

using namespace synth::detail;

TEST_CASE("the letters between two states are one move, numbered") {
    // From state 0 digits and small letters lead to state 1, all others back.
    const automaton from{{{1, 0}, {'0', 1}, {':', 0}, {'a', 2}, {'{', 0}}, 3, {0, 1}, {0, 1, 1, 1, 1, 1}};
    const letter_moves<> moves{from, letter_set{{{'5', 'c'}}}};
    std::uint32_t letters = 0;
    std::uint32_t found = 0;
    for (const letter_move& each : moves.from(0)) {
        letters += each.letters;
        ++found;
        for (std::uint32_t rank = 0; rank < each.letters; ++rank) {
            const std::uint32_t letter = moves.letter_at(each, rank);
            CHECK(from.next(0, from.column_of(letter)) == each.target);
            CHECK(moves.rank_of(each, letter) == rank);
        }
        CHECK(!moves.rank_of(each, 'd'));
        CHECK(moves.rank_of(each, '7').has_value() == (each.target == 1));
    }
    CHECK(found == 2);
    CHECK(letters == 'c' - '5' + 1);
    CHECK(moves.from(1).end() - moves.from(1).begin() == 1);
}

TEST_CASE("no allowed letters, no moves") {
    const letter_moves<> moves{automaton{true}, letter_set{}};
    CHECK(moves.from(0).begin() == moves.from(0).end());
}
