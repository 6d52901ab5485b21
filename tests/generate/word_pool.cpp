// SPDX-License-Identifier: BSL-1.0
#include <set>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/generate/word_pool.hpp>

TEST_CASE("the pool has 256 distinct words of small letters") {
    std::set<std::string_view> words;
    for (const synth::pool_word& word : synth::word_pool) {
        CHECK((word.size >= 2 && word.size <= 9));
        CHECK(word.view().find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos);
        words.insert(word.view());
    }
    CHECK(words.size() == 256);
}

TEST_CASE("the order of the words is part of the format") {
    CHECK(synth::word_pool[0].view() == "able");
    CHECK(synth::word_pool[128].view() == "flower");
    CHECK(synth::word_pool[255].view() == "road");
}
