// SPDX-License-Identifier: BSL-1.0
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/constant.hpp>
#include <synth/generate/text.hpp>
#include <synth/generate/uniform.hpp>

#include "law_test.hpp"

using namespace synth;
using law_test::plan_for;

TEST_CASE("the pool is words with one blank between two") {
    const std::string_view pool = text_pool();
    CHECK(pool.size() == 2 * longest_text);
    CHECK(pool.front() != ' ');
    CHECK(pool.find("  ") == std::string_view::npos);
    CHECK(pool.find_first_not_of("abcdefghijklmnopqrstuvwxyz ") == std::string_view::npos);
}

TEST_CASE("the length of a text follows its law exactly") {
    std::vector<double> lengths(21);
    const auto law = bind_generator<std::string>(text(uniform(10, 30)), plan_for());
    for (std::uint64_t row = 0; row < 20'000; ++row) {
        draw cell = law_test::cell(row);
        const std::string_view piece = law(cell);
        ++lengths.at(piece.size() - 10);
        CHECK(piece.front() != ' ');
        CHECK(piece.back() != ' ');
        CHECK(synth::is_clean(piece));
    }
    CHECK(law_test::misfit_of_even(lengths) < 5);
}

TEST_CASE("a text starts with a whole word") {
    const auto law = bind_generator<std::string>(text(constant(40)), plan_for());
    for (std::uint64_t row = 0; row < 1'000; ++row) {
        draw cell = law_test::cell(row);
        const std::string_view piece = law(cell);
        CHECK((piece.data() == text_pool().data() || piece.data()[-1] == ' '));
    }
}

TEST_CASE("lengths stay inside the column and the pool") {
    draw cell = law_test::cell(0);
    CHECK(bind_generator<std::string>(text(constant(-5)), plan_for())(cell).size == 0);
    CHECK(bind_generator<std::string>(text(constant(1'000'000)), plan_for(70))(cell).size == 70);
    const auto longest = bind_generator<std::string>(text(constant(1'000'000)), plan_for());
    for (std::uint64_t row = 0; row < 1'000; ++row) {
        cell = law_test::cell(row);
        const std::string_view piece = longest(cell);
        CHECK(piece.size() == longest_text);
        CHECK(piece.data() + piece.size() <= text_pool().data() + text_pool().size());
    }
}

TEST_CASE("a text takes any law, a lambda too") {
    const auto law =
        bind_generator<std::string>(text([](draw& cell) { return cell.between(3, 4); }), plan_for());
    draw cell = law_test::cell(0);
    const std::size_t size = law(cell).size;
    CHECK((size == 3 || size == 4));
}

TEST_CASE("texts are the same in every build") {
    CHECK(law_test::fingerprint<std::string>(text(uniform(0, 300))) == 0x4db2f35215fadd46U);
}

TEST_CASE("a text describes its law") {
    CHECK(text(uniform(1, 9)).describe() == "text, length uniform 1 to 9");
}
