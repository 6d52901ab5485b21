// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/pattern.hpp>
#include <synth/generate/pattern_texts.hpp>

#include "law_test.hpp"

using synth::pattern;

namespace {

bool matches(std::string_view expression, std::string_view text, bool ignore_case = false) {
    return pattern::from_regex(expression, ignore_case).matches(text);
}

bool like(std::string_view pattern_text, std::string_view text, bool ignore_case = false) {
    return pattern::from_like(pattern_text, ignore_case).matches(text);
}

// What LIKE is, in a few slow lines.
bool reference_like(std::string_view pattern_text, std::string_view text) {
    if (pattern_text.empty()) {
        return text.empty();
    }
    if (pattern_text[0] == '%') {
        return reference_like(pattern_text.substr(1), text) ||
               (!text.empty() && reference_like(pattern_text, text.substr(1)));
    }
    if (text.empty()) {
        return false;
    }
    const bool escaped = pattern_text[0] == '\\';
    const char letter = pattern_text[escaped ? 1 : 0];
    return ((!escaped && letter == '_') || letter == text[0]) &&
           reference_like(pattern_text.substr(escaped ? 2 : 1), text.substr(1));
}

// Random expressions that ECMAScript and PostgreSQL read alike.
class expressions {
public:
    explicit expressions(std::uint64_t seed) : words_{law_test::cell(seed)} {}

    std::string expression(int depth) {
        std::string text;
        for (std::uint64_t part = words_.below(4); part > 0; --part) {
            text += atom(depth);
        }
        return words_.below(5) == 0 ? text + "|" + (depth > 0 ? expression(depth - 1) : "b") : text;
    }

    std::string text() {
        std::string made;
        for (std::uint64_t length = words_.below(6); length > 0; --length) {
            made += "abcABC12_. "[words_.below(11)];
        }
        return made;
    }

private:
    std::string atom(int depth) {
        static constexpr const char* atoms[] = {"a",   "b",   "A",    ".",      "[a-b]", "[^ab]", "\\d",
                                                "\\w", "\\S", "[b-]", "[\\d_]", "\\.",   "^",     "$"};
        static constexpr const char* repeats[] = {"*", "+", "?", "{2}", "{1,}", "{0,2}", "*?", "+?"};
        const std::uint64_t choice = words_.below(depth > 0 ? 18 : 14);
        if (choice == 12 || choice == 13) {
            return atoms[choice];
        }
        const std::string inner = choice < 14 ? atoms[choice] : "(" + expression(depth - 1) + ")";
        return words_.below(3) == 0 ? inner + repeats[words_.below(8)] : inner;
    }

    synth::draw words_;
};

} // namespace

TEST_CASE("regular expressions match what they do in PostgreSQL") {
    struct example {
        const char* expression;
        const char* text;
        bool matches;
    };
    // As PostgreSQL 15 answers SELECT text ~ expression.
    static constexpr example examples[] = {{"b", "abc", true},
                                           {"^b", "abc", false},
                                           {"^a.c$", "a\nc", true},
                                           {"^abc$", "abc\n", false},
                                           {"", "", true},
                                           {"^$", "a", false},
                                           {"a|b$", "ac", true},
                                           {"^(a|b)$", "ab", false},
                                           {"a{2,3}", "caac", true},
                                           {"^a{2}$", "aaa", false},
                                           {"a{,2}", "a", false},
                                           {"a{,2}", "a{,2}", true},
                                           {"x{", "x{", true},
                                           {"^[]a]+$", "]a]", true},
                                           {"[a-]", "-", true},
                                           {"^[^-a]$", "b", true},
                                           {"\\Aab\\Z", "ab", true},
                                           {"\\.", "a", false},
                                           {"^\\w\\s\\d$", "_ 5", true},
                                           {"^[\\w.]+$", "a.b", true},
                                           {"^\\u0062\\x63$", "bc", true},
                                           {"(?i)ABC", "abc", true},
                                           {"***=a.c", "abc", false},
                                           {"***=a.c", "a.c", true},
                                           {"***:a.c", "abc", true},
                                           {"(?q)a.c", "a.c", true},
                                           {"^[[:alpha:]]+$", "ab1", false},
                                           {"\\Bd", "\\d", true},
                                           {"^(?:a|)b$", "b", true},
                                           {"a||b", "", true},
                                           {"()", "x", true},
                                           {"^.$", "\xc3\xa9", true},
                                           {"^[\xc3\xa0-\xc3\xbf]$", "\xc3\xa9", true},
                                           {"^(?=.*a)(?!.*b).{2,}$", "ca", true},
                                           {"^(?=.*a)(?!.*b).{2,}$", "cab", false},
                                           {"^(?!admin)", "administrator", false},
                                           {"a$b", "a$b", false}};
    for (const example& each : examples) {
        CAPTURE(each.expression);
        CHECK(matches(each.expression, each.text) == each.matches);
    }
    CHECK(matches("^[a-f]+$", "BEEF", true));
    CHECK(!matches("^[^a]$", "A", true));
    CHECK(!matches("(?c)^abc$", "ABC", true));
    CHECK(!matches("^[a-f]+$", "BEEF"));
    CHECK(!matches("", "\xff"));
}

TEST_CASE("random expressions match as std::regex says") {
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        expressions random{seed};
        const std::string expression = random.expression(3);
        const pattern ours = pattern::from_regex(expression);
        const std::regex theirs{expression};
        CAPTURE(expression);
        for (int each = 0; each < 20; ++each) {
            const std::string text = random.text();
            CAPTURE(text);
            CHECK(ours.matches(text) == std::regex_search(text, theirs));
        }
        const synth::pattern_texts texts{ours, 12};
        for (std::uint64_t row = 0; row < 5 && !texts.empty(); ++row) {
            synth::draw cell = law_test::cell(row);
            const std::string text{texts.draw_text(cell).view()};
            CAPTURE(text);
            CHECK(std::regex_search(text, theirs));
            const std::uint64_t number = texts.last() / 5 * row;
            CHECK(std::regex_search(std::string{texts.at(number).view()}, theirs));
            CHECK(texts.index_of(texts.at(number).view()) == number);
        }
    }
}

TEST_CASE("LIKE matches whole texts") {
    CHECK(like("a%", "abc"));
    CHECK(!like("a", "abc"));
    CHECK(like("a_c", "a\xc3\xa9"
                      "c"));
    CHECK(like("50\\%", "50%"));
    CHECK(!like("50\\%", "50x"));
    CHECK(like("\\a", "a"));
    CHECK(like("", ""));
    CHECK(like("A%Z", "axyz", true));
    CHECK(!like("A%Z", "axyz"));
    CHECK(like("%.[a]*$", "x.[a]*$"));
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        synth::draw words = law_test::cell(seed);
        const auto letters = [&](std::string_view from, std::uint64_t most) {
            std::string text;
            for (std::uint64_t length = words.below(most); length > 0; --length) {
                text += from[words.below(from.size())];
            }
            return text;
        };
        const std::string pattern_text = letters("ab%_", 6) + (seed % 4 == 0 ? "\\%" : "");
        const pattern ours = pattern::from_like(pattern_text);
        for (int each = 0; each < 20; ++each) {
            const std::string text = letters("ab%", 7);
            CAPTURE(pattern_text);
            CAPTURE(text);
            CHECK(ours.matches(text) == reference_like(pattern_text, text));
        }
    }
}

TEST_CASE("a list of texts has no others") {
    const std::vector<std::string_view> words = {"new", "paid", "new", "", "caf\xc3\xa9"};
    const pattern list = pattern::one_of(words);
    for (const std::string_view word : words) {
        CHECK(list.matches(word));
    }
    CHECK(!list.matches("ne"));
    CHECK(!list.matches("New"));
    CHECK(synth::pattern_texts{list, 10}.size() == 4);
    CHECK(pattern::one_of({}).empty());
}

TEST_CASE("patterns unite, meet and complement each other") {
    const std::vector<pattern> patterns = {
        pattern::from_regex("^a"),        pattern::from_like("%b").with_length(0, 3),
        pattern::any().with_length(2, 4), pattern::from_regex("A", true),
        !pattern::from_like("%a%"),       pattern::any()};
    for (const pattern& left : patterns) {
        for (const pattern& right : patterns) {
            const pattern both = left & right;
            const pattern either = left | right;
            const pattern neither = !(left | right);
            for (const std::string_view text :
                 {"", "a", "b", "ab", "A", "aab", "aabb", "xyzab", "\xc3\xa9", "caaab"}) {
                CHECK(both.matches(text) == (left.matches(text) && right.matches(text)));
                CHECK(either.matches(text) == (left.matches(text) || right.matches(text)));
                CHECK(neither.matches(text) == (!left.matches(text) && !right.matches(text)));
            }
            for (const pattern& each : {both, either, neither}) {
                const synth::pattern_texts texts{each, 8};
                CHECK(texts.empty() == each.empty());
                for (std::uint64_t row = 0; row < 5 && !texts.empty(); ++row) {
                    synth::draw cell = law_test::cell(row);
                    CHECK(each.matches(texts.draw_text(cell).view()));
                    CHECK(each.matches(texts.at(texts.last() / 7 * row).view()));
                }
            }
        }
    }
}

TEST_CASE("lengths may be beyond what an automaton holds, unless a gap in them does not end before it") {
    const pattern books = pattern::any().with_length(0, 1'000'000);
    CHECK(books.matches(std::string(1'000, 'x')));
    CHECK((books & pattern::from_like("a%")).matches("ab"));
    CHECK((books | books).matches("ab"));
    CHECK((!books).shortest() == 1'000'001);
    CHECK(!(!books).matches("ab"));
    CHECK((!!books).matches("ab"));
    const pattern tomes = pattern::any().with_length(1'000'000, pattern::unlimited);
    CHECK((!tomes).matches("ab"));
    CHECK((books | tomes).matches("ab"));
    CHECK((pattern::any().with_length(0, 9'999) | pattern::any().with_length(10'000, 20'000)).matches("ab"));
    CHECK(!(books & pattern::from_like("a%") & tomes).empty());
    CHECK((books & pattern::from_regex("^(ab)*$") & pattern::any().with_length(999'999, 999'999)).empty());
    const pattern middle = pattern::any().with_length(10'000, 20'000);
    CHECK(law_test::refusal_by([&] { return !middle; }).find("more than 5000 states") != std::string::npos);
    CHECK(!(!pattern::any().with_length(3, 10)).matches("abc"));
    CHECK((!pattern::any().with_length(3, 10)).matches("ab"));
    CHECK(pattern::any().with_length(3, 2).empty());
    CHECK((!pattern::any().with_length(3, 2)).matches(""));
}

TEST_CASE("texts of one case are what lower() and upper() leave alone") {
    CHECK(pattern::lower_case().matches("abc-1 \xc3\xa9"));
    CHECK(!pattern::lower_case().matches("aBc"));
    CHECK(!pattern::lower_case().matches("\xc3\x89"));
    CHECK(pattern::upper_case().matches("ABC-1 \xc3\x89"));
    CHECK(!pattern::upper_case().matches("ABc"));
    CHECK(!pattern::upper_case().matches("\xc3\xa9"));
    const synth::pattern_texts codes{pattern::upper_case() & pattern::from_like("%-%"), 10};
    CHECK(codes.index_of("A-7"));
    CHECK(!codes.index_of("a-7"));
}

TEST_CASE("the shortest text has a length") {
    CHECK(pattern::from_regex("^[A-Z]{2}-\\d{3,}$").shortest() == 6);
    CHECK(pattern::any().shortest() == 0);
    CHECK(pattern::any().with_length(300, 400).shortest() == 300);
    CHECK(!(pattern::from_regex("^a") & pattern::from_regex("^b")).shortest());
}

TEST_CASE("a pattern that is none is refused") {
    CHECK(law_test::refusal_by([] { return pattern::from_regex("a("); }) ==
          "synth: the regular expression 'a(' has a ( without its ); give the column a generator of its own");
    CHECK(law_test::refusal_by([] { return pattern::one_of(std::vector<std::string_view>{"\xff"}); }) ==
          "synth: the text '\xff' is not valid UTF-8; give the column a generator of its own");
}
