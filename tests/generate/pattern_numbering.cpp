// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/pattern.hpp>
#include <synth/generate/pattern_numbering.hpp>

#include "law_test.hpp"

using namespace synth::detail;

namespace {

automaton compiled(std::string_view expression) {
    const parsed_pattern parsed = regex_reader{expression, false}.read();
    return pattern_compiler{parsed.tree, false}.compile(parsed.root, pattern_reach::part);
}

text_numbering<> numbered(std::string_view expression, std::uint32_t least, std::uint32_t most,
                          const letter_set& letters = letter_set::printable()) {
    return {compiled(expression), letters, least, most};
}

} // namespace

TEST_CASE("the texts of an alphabet have one number each, shorter ones first") {
    const letter_set letters{{{'a', 'c'}}};
    for (const std::string_view expression :
         {"^[ab]*c?$", "^(a|bc)*$", "b", "^(ab?c?)*$", "aa|c$", "^$", "^abc$", "c[ab]{2}c"}) {
        CAPTURE(expression);
        const automaton language = compiled(expression);
        const text_numbering<> numbering{language, letters, 1, 6};
        std::uint64_t count = 0;
        std::vector<std::string> level = {""};
        std::vector<std::string> next;
        for (std::size_t length = 0; length <= 7; ++length) {
            next.clear();
            for (const std::string& text : level) {
                std::uint64_t size = 0;
                const bool inside = length >= 1 && length <= 6 && language.matches(text, size);
                const auto number = numbering.index_of(text);
                CHECK(number.has_value() == inside);
                if (number) {
                    CHECK(numbering.at(*number).view() == text);
                    CHECK(*number < numbering.size());
                }
                count += inside ? 1U : 0U;
                for (const char letter : {'a', 'b', 'c'}) {
                    next.push_back(text + letter);
                }
            }
            level.swap(next);
        }
        CHECK(numbering.size() == count);
    }
}

TEST_CASE("where there are more texts than numbers, the numbered ones differ from the first letter on") {
    const text_numbering<> hashes = numbered("^[0-9a-f]{64}$", 0, 255);
    CHECK(hashes.size() == most_count);
    std::vector<double> first(16);
    for (std::uint64_t step = 0; step < 4'000; ++step) {
        const std::uint64_t number = step * 4'611'686'018'427'387;
        const auto text = hashes.at(number);
        CHECK(text.size() == 64);
        CHECK(hashes.index_of(text.view()) == number);
        const char letter = text.view().front();
        ++first[static_cast<std::size_t>(letter <= '9' ? letter - '0' : letter - 'a' + 10)];
    }
    CHECK(law_test::misfit_of_even(first) < 5);
    CHECK(hashes.index_of(hashes.at(most_count - 1).view()) == most_count - 1);
    std::string other{hashes.at(7).view()};
    other[0] = other[0] == '0' ? '1' : '0';
    CHECK(!hashes.index_of(other)); // matches, but is none of the numbered ones
}

TEST_CASE("numbers end exactly where the texts do") {
    const text_numbering<> most = numbered("^[0-9a-f]{16}$", 0, 255); // 2^64 texts, one too many
    CHECK(most.size() == most_count);
    CHECK(most.at(most_count - 1).view() == "fffffffffffffffe");
    CHECK(!most.index_of("ffffffffffffffff"));
    const text_numbering<> half = numbered("^[0-7][0-9a-f]{15}$", 0, 255);
    CHECK(half.size() == 1ULL << 63U);
    CHECK(half.at(half.size() - 1).view() == "7fffffffffffffff");
    CHECK(half.index_of("7fffffffffffffff") == half.size() - 1);
    const text_numbering<> mixed = numbered("^([0-7]|[0-9a-f]{16})$", 0, 255);
    CHECK(mixed.at(8).view() == "0000000000000000");
    CHECK(!mixed.index_of("fffffffffffffffe"));
}

TEST_CASE("a text that has no number is not found") {
    const text_numbering<> codes = numbered("^[A-Z]{2}[0-9]$", 0, 255);
    for (const std::string_view other : {"", "A", "AB", "AB12", "ab1", "AB\xc3\xa9", "A\xff\x31", "AB "}) {
        CHECK(!codes.index_of(other));
    }
    CHECK(!codes.index_of(std::string(1'000'000, 'A')));
    CHECK(!text_numbering<>{}.index_of(""));
    CHECK(text_numbering<>{}.size() == 0);
    CHECK(numbered("^.{9}$", 0, 8).size() == 0);
    CHECK(numbered("^.*$", 9, 8).size() == 0);
}

TEST_CASE("texts of 255 characters of four bytes have room") {
    const text_numbering<> faces = numbered("^.*$", 255, 255, letter_set{0x1f600});
    CHECK(faces.size() == 1);
    CHECK(faces.at(0).size() == 1'020);
    CHECK(faces.index_of(faces.at(0).view()) == 0);
    CHECK(numbered("", 0, 1'000'000).size() == most_count);
}

TEST_CASE("counts take some 32 MB at most") {
    CHECK(numbered("^([a-z]{250}){4}$", 0, 1'000).size() == most_count);
    CHECK_THROWS_WITH_AS(
        numbered("^([a-z]{250}){6}$", 0, 2'000),
        "synth: texts of 1515 characters are too many to be counted; give the column a generator of its own",
        synth::plan_error);
}

TEST_CASE("few texts are drawn alike, many have moderate lengths") {
    const text_numbering<> few = numbered("^(new|paid|shipped|[0-9])$", 0, 255);
    std::vector<double> seen(few.size());
    for (std::uint64_t row = 0; row < 13'000; ++row) {
        synth::draw cell = law_test::cell(row);
        ++seen[few.index_of(few.draw_text(cell).view()).value()];
    }
    CHECK(law_test::misfit_of_even(seen) < 5);

    const text_numbering<> many = numbered("^[a-z]+$", 0, 255);
    std::vector<double> lengths(13);
    std::vector<double> letters(26);
    for (std::uint64_t row = 0; row < 13'000; ++row) {
        synth::draw cell = law_test::cell(row);
        const auto text = many.draw_text(cell);
        ++lengths.at(text.size() - 4);
        ++letters[static_cast<std::size_t>(text.view()[1] - 'a')];
    }
    CHECK(law_test::misfit_of_even(lengths) < 5);
    CHECK(law_test::misfit_of_even(letters) < 5);
}

TEST_CASE("lengths with gaps are drawn too") {
    for (const std::string_view expression :
         {"^(a{5}|a{40}[b-z]{10})$", "^([a-z]{5}|[a-z]{7}|[a-z]{40})$", "^([a-z]{40})?$"}) {
        const text_numbering<> gaps = numbered(expression, 0, 255);
        for (std::uint64_t row = 0; row < 100; ++row) {
            synth::draw cell = law_test::cell(row);
            std::uint64_t size = 0;
            CHECK(compiled(expression).matches(gaps.draw_text(cell).view(), size));
        }
    }
}
