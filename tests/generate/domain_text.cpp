// SPDX-License-Identifier: BSL-1.0
#include <string>

#include <doctest/doctest.h>

#include <synth/generate/domain_text.hpp>

#include "domain_test.hpp"

using namespace synth;
using law_test::plan_for;

TEST_CASE("text keys have one width and no blanks") {
    const auto usual = domain_test::check_bijection<std::string>();
    CHECK(usual.last() == 4'738'381'338'321'616'895U); // 36^12 - 1
    CHECK(usual.at(usual.last()).view() == "zzzzzzzzzzzz");
    const auto narrow = domain_test::check_bijection<std::string>(plan_for(3));
    CHECK(narrow.last() == 46'655);
    CHECK(narrow.at(37).view() == "011");
    CHECK(domain_test::check_bijection<std::string>(plan_for(1, true)).last() == 35);
    const auto wide = domain_test::check_bijection<std::string>(plan_for(20, true));
    CHECK(wide.last() == usual.last());
    CHECK(wide.at(1).view() == "00000000000000000001");
    CHECK(domain_test::check_bijection<std::string>(plan_for(255, true)).at(0).size() == 255);
    CHECK(domain_test::check_bijection<std::string>(plan_for(255)).at(0).size() == 12);
}

TEST_CASE("no other text is found among the keys") {
    const domain<std::string> usual{plan_for()};
    for (const std::string_view other :
         {"", "1", "00000000000", "0000000000000", "00000000000A", "00000000000 ", "00000000000-",
          "0000000000\xc3\xa4", "00000000000{"}) {
        CHECK(!usual.index_of(other));
    }
    CHECK(!domain<std::string>{plan_for(20, true)}.index_of("10000000000000000001"));
    CHECK(!usual.index_of(std::string(1'000'000, 'z')));
}

TEST_CASE("a key of a very long fixed width is refused") {
    CHECK(law_test::refusal_by([] { return domain<std::string>{plan_for(256, true)}; }) ==
          "synth: shop.item: a key of a fixed length may have at most 255 places, not 256; give the column a "
          "key "
          "generator of its own");
}

TEST_CASE("keys of bytes are numbers of one width") {
    const auto usual = domain_test::check_bijection<bytes>();
    CHECK(usual.last() == ~std::uint64_t{0});
    CHECK(domain_test::check_bijection<bytes>(plan_for(2)).last() == 65'535);
    const auto wide = domain_test::check_bijection<bytes>(plan_for(16, true));
    CHECK(wide.last() == ~std::uint64_t{0});
    bytes other(16, std::byte{0});
    CHECK(wide.index_of(other) == 0);
    other[7] = std::byte{1};
    CHECK(!wide.index_of(other));
    other[7] = std::byte{0};
    other[0] = std::byte{1};
    CHECK(!wide.index_of(other));
    CHECK(!wide.index_of(bytes(15)));
    CHECK(!usual.index_of({}));
}

TEST_CASE("keys of bits are binary numbers of one width") {
    CHECK(domain_test::check_bijection<bit_string>(plan_for(3, true)).at(5).view() == "101");
    CHECK(domain_test::check_bijection<bit_string>().last() == 0xffff'ffffU);
    CHECK(domain_test::check_bijection<bit_string>(plan_for(100)).last() == ~std::uint64_t{0});
    const auto wide = domain_test::check_bijection<bit_string>(plan_for(100, true));
    CHECK(wide.at(0).size() == 100);
    CHECK(!wide.index_of(std::string(100, '1')));
    CHECK(!wide.index_of("1" + std::string(99, '0')));
    CHECK(!wide.index_of(std::string(99, '0') + "2"));
    CHECK(!wide.index_of(""));
}

TEST_CASE("keys of documents hold one number") {
    const auto documents = domain_test::check_bijection<json>();
    CHECK(documents.at(16).view() == "{\"id\": 17}");
    domain_test::check_bijection<jsonb>();
    CHECK(documents.at(documents.last()).view() == "{\"id\": 999999999999999999}");
    for (const std::string_view other :
         {"", "{}", "{\"id\": }", "{\"id\": 0}", "{\"id\": 017}", "{\"id\": -1}", "{\"id\": 1", "{\"id\":1}",
          "{\"id\": 1} ", "{\"id\": 1000000000000000000}", "{\"id\": 99999999999999999999999999}",
          "{\"id\": 1.5}"}) {
        CHECK(!documents.index_of(other));
    }
}
