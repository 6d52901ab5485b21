// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/generate/pattern_automaton.hpp>

#include "law_test.hpp"

using synth::detail::automaton;
using synth::detail::letter_set;

namespace {

// Texts of which the number of letters from a range is divisible: states in a ring, and each twice.
automaton divisible(std::uint32_t first, std::uint32_t last, std::uint32_t by) {
    std::vector<std::uint32_t> accepts;
    std::vector<std::uint32_t> next;
    for (std::uint32_t state = 0; state < 2 * by; ++state) {
        accepts.push_back(state % by == 0 ? 1 : 0);
        next.push_back(state);
        next.push_back((state + 1) % (2 * by));
    }
    return {{{1, 0}, {first, 1}, {last + 1, 0}}, 2, accepts, next};
}

bool accepts(const automaton& from, std::string_view text) {
    std::uint64_t letters = 0;
    return from.matches(text, letters);
}

} // namespace

TEST_CASE("a minimal automaton has no two states of one language") {
    const automaton twelve = divisible('a', 'z', 6);
    CHECK(twelve.states() == 12);
    CHECK(twelve.minimal().states() == 6);
    CHECK(twelve.minimal() == divisible('a', 'z', 6).minimal().minimal());
    CHECK((!!twelve).minimal() == twelve.minimal());
    CHECK(automaton{true}.minimal().states() == 1);
    CHECK(!(automaton{true} == automaton{false}));
}

TEST_CASE("automata unite, meet and complement each other") {
    const automaton two = divisible('a', 'm', 2);
    const automaton three = divisible('k', 'z', 3);
    for (const std::string_view text :
         {"", "a", "ab", "abc", "kkk", "kkkk", "kkkkkk", "xyz", "axyz", "aaxyz", "-", "a-a"}) {
        CAPTURE(text);
        CHECK(accepts(two & three, text) == (accepts(two, text) && accepts(three, text)));
        CHECK(accepts(two | three, text) == (accepts(two, text) || accepts(three, text)));
        CHECK(accepts(!two, text) != accepts(two, text));
    }
    CHECK((two & three).states() == 6);
    CHECK((two & !two).empty());
    CHECK((two | !two) == automaton{true});
    CHECK((!(two & three)).minimal() == ((!two) | (!three)));
    CHECK((two & two) == two.minimal());
}

TEST_CASE("letters that no state tells apart share a column") {
    const automaton both = divisible('a', 'm', 2) & divisible('a', 'm', 3);
    CHECK(both.columns() == 2);
    CHECK(both.letters()[1] == letter_set{{{'a', 'm'}}});
    CHECK(both.letters()[0] == !letter_set{{{'a', 'm'}}});
    CHECK(both.column_of('a') == 1);
    CHECK(both.column_of('n') == 0);
    CHECK(both.column_of(1) == 0);
    CHECK(both.column_of(synth::detail::last_letter) == 0);
}

TEST_CASE("a text that no database holds is not accepted") {
    CHECK(!accepts(automaton{true}, "\xff"));
    CHECK(!accepts(automaton{true}, std::string_view{"\0", 1}));
    std::uint64_t letters = 0;
    CHECK(automaton{true}.matches("a\xc3\xa9", letters));
    CHECK(letters == 2);
}

TEST_CASE("a product of too many states is refused") {
    CHECK(law_test::refusal_by([] { return divisible('a', 'b', 71) & divisible('b', 'c', 73); }) ==
          "synth: the patterns of one column need an automaton of more than 5000 states, or too many moves; "
          "give the "
          "column a generator of its own");
}
