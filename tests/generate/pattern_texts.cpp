// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/pattern_texts.hpp>

#include "law_test.hpp"

using synth::pattern;
using synth::pattern_texts;

namespace {

// Numbers and texts are inverse, different and of the pattern; and so are drawn texts.
pattern_texts check(const pattern& from, std::uint32_t most_length, std::uint64_t wanted = 16) {
    pattern_texts texts{from, most_length, wanted};
    REQUIRE(!texts.empty());
    std::string previous;
    const std::uint64_t step = texts.last() / 200 + 1;
    for (std::uint64_t number = 0, row = 0; row < 200 && number <= texts.last(); ++row) {
        const auto text = texts.at(number);
        CHECK(texts.matches(text.view()));
        CHECK(from.matches(text.view()));
        CHECK(texts.index_of(text.view()) == number);
        CHECK((row == 0 || text.view() != previous));
        previous = text.view();
        synth::draw cell = law_test::cell(row);
        const auto drawn = texts.draw_text(cell);
        CHECK(texts.matches(drawn.view()));
        if (texts.last() - number < step) {
            break;
        }
        number += step;
    }
    CHECK(texts.index_of(texts.at(texts.last()).view()) == texts.last());
    return texts;
}

std::string drawn(const pattern_texts& texts, std::uint64_t row) {
    synth::draw cell = law_test::cell(row);
    return std::string{texts.draw_text(cell).view()};
}

} // namespace

TEST_CASE("the patterns of real schemas have texts") {
    for (const std::string_view expression :
         {"^[^@]+@[^@]+\\.[^@]+$",
          "^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$",
          "^[a-zA-Z0-9.!#$%&'*+/"
          "=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-"
          "zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$",
          "^\\+?[0-9() -]{7,20}$",
          "^\\(\\d{3}\\) \\d{3}-\\d{4}$",
          "^https?://[^\\s/$.?#].[^\\s]*$",
          "^[A-Z]{1,2}[0-9R][0-9A-Z]? [0-9][A-Z]{2}$",
          "^\\d{5}(-\\d{4})?$",
          "^[A-Z]{3}-[0-9]{4,8}$",
          "^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
          "^#[0-9a-fA-F]{6}$",
          "^[0-9a-f]{40}$",
          "^[a-z0-9]+(-[a-z0-9]+)*$",
          "^(?!-)[a-z0-9-]{1,63}(?<!-)$",
          "\\S",
          "^(?=.*[A-Z])(?=.*\\d)(?=.*[!@#$%]).{8,}$",
          "^[A-Z][a-z]+( [A-Z][a-z]+)*$",
          "^(new|paid|shipped)$",
          "^(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}$",
          "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$",
          "^[A-Z]{2}\\d{2}[A-Z0-9]{11,30}$",
          "^\\w+$",
          "^[[:alpha:]][[:alnum:]_]*$",
          "^v?\\d+\\.\\d+\\.\\d+(-[a-z]+)?$",
          "^[^[:space:]].*[^[:space:]]$"}) {
        CAPTURE(expression);
        if (expression.find("(?<!") == std::string_view::npos) {
            check(pattern::from_regex(expression), 100);
            check(pattern::from_regex(expression, true), 100, 1ULL << 40U);
        }
    }
}

TEST_CASE("texts are counted and numbered from the shortest") {
    const pattern_texts codes = check(pattern::from_regex("^[A-Z]{2}$"), 2);
    CHECK(codes.last() == 675);
    CHECK(codes.at(0).view() == "AA");
    CHECK(codes.at(27).view() == "BB");
    CHECK(codes.size() == 676);
    const pattern_texts any = check(pattern::any(), 3);
    CHECK(any.size() == 1 + 36 + 36 * 36 + 36 * 36 * 36);
    CHECK(any.at(0).view().empty());
    CHECK(any.at(1).view() == "0");
    CHECK(pattern_texts{pattern::from_regex("^[A-Z]{3}$"), 2}.empty());
}

TEST_CASE("texts keep to small letters and digits as far as enough of them match") {
    CHECK(pattern_texts{pattern::from_like("%"), 2}.index_of("z9"));
    CHECK(!pattern_texts{pattern::from_like("%"), 2}.index_of("Z"));
    CHECK(pattern_texts{pattern::from_like("_"), 2}.size() == 36);
    CHECK(pattern_texts{pattern::from_like("_"), 2, 37}.size() == 94); // without the blank
    CHECK(pattern_texts{pattern::from_like("_"), 2, 95}.size() == 95);
    CHECK(pattern_texts{pattern::from_regex("^[A-Za-z]$"), 2}.size() == 26);
    CHECK(pattern_texts{pattern::from_regex("^[A-Za-z]$"), 2, 27}.size() == 52);
    const pattern at = pattern::from_like("%@%") & pattern::from_like("%.%");
    const pattern_texts addresses = check(at, 20);
    CHECK(addresses.index_of("a@b.c"));
    CHECK(!addresses.index_of("A@b.c"));
    CHECK(pattern_texts{pattern::from_regex("^[^ -~]$"), 1}.index_of("\xc3\xa9"));
}

TEST_CASE("texts have no blank at an end unless they must") {
    const pattern_texts words = check(pattern::from_regex("^[ _]+$"), 10);
    for (std::uint64_t row = 0; row < 200; ++row) {
        const std::string text = drawn(words, row);
        CHECK(text.front() != ' ');
        CHECK(text.back() != ' ');
    }
    CHECK(pattern_texts{pattern::from_regex("^ +$"), 3}.size() == 3);
    const pattern_texts names = check(pattern::from_regex("^[A-Z]+( [A-Z]*)*$"), 30);
    for (std::uint64_t row = 0; row < 200; ++row) {
        CHECK(drawn(names, row).back() != ' ');
    }
}

TEST_CASE("other letters come if the pattern names them") {
    const pattern_texts names = check(pattern::from_regex("^[\xd0\xb0-\xd1\x8f]{2}$"), 2);
    CHECK(names.size() == 32 * 32);
    CHECK(names.at(0).size() == 4);
    CHECK(check(pattern::from_like("caf\xc3\xa9%"), 6).size() == 1 + 36 + 36 * 36);
    CHECK(check(pattern::from_regex("^a\\tb$"), 6).at(0).view() == "a\tb");
}

TEST_CASE("the length is of the column and of the pattern, in characters") {
    const pattern two = pattern::any().with_length(2, 5);
    CHECK(check(two, 100).at(0).size() == 2);
    CHECK(check(two, 3).size() == 36 * 36 + 36 * 36 * 36);
    CHECK(pattern_texts{two, 1}.empty());
    const pattern_texts texts{two, 3};
    CHECK(texts.matches("\xc3\xa9\xc3\xa9\xc3\xa9"));
    CHECK(!texts.matches("\xc3\xa9"));
    CHECK(!texts.matches("abcd"));
    for (const std::uint32_t least : {256U, 1'000U, 5'000U}) {
        const pattern_texts longer{pattern::from_like("a%z").with_length(least, 100'000), pattern::unlimited};
        for (std::uint64_t row = 0; row < 5; ++row) {
            synth::draw cell = law_test::cell(row);
            const auto drawn = longer.draw_text(cell);
            CHECK(longer.matches(drawn.view()));
            CHECK(drawn.size() >= least);
            CHECK(drawn.size() < least + 20);
            CHECK(longer.index_of(longer.at(row).view()) == row);
        }
    }
    CHECK(pattern_texts{pattern::any().with_length(256, 1'000), 255}.empty());
}

TEST_CASE("texts are the same on every machine") {
    const pattern_texts mail{pattern::from_regex("^[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}$"), 60};
    CHECK(drawn(mail, 0) == "mtd7bxfp@zw.ci");
    CHECK(drawn(mail, 1) == "b@qpb6k.zn");
    CHECK(mail.at(1'000'000'007).view() == "5@mox.yt");
    const pattern_texts hash{pattern::from_regex("^[0-9a-f]{40}$"), 40};
    CHECK(hash.at(1'000'000'007).view() == "84544766a98c33cbeb589421000000003b9aca07");
    const pattern_texts password{pattern::from_regex("^(?=.*[A-Z])(?=.*\\d)(?=.*[!@#$%]).{8,}$"), 40};
    CHECK(drawn(password, 2) == "3!QVRVncAuBSY8@g8sXU");
}
