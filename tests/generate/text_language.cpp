// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/text_language.hpp>
#include <synth/schema/expression_functions.hpp>

namespace {

struct row {
    std::string text;
    std::string other;
};

struct kinded {
    std::string contact;
    std::string kind;
    std::int32_t level{};
};

constexpr auto text = synth::value<&row::text>;

template<std::size_t Size>
std::optional<synth::pattern> language(const synth::expression<row, Size>& condition) {
    return synth::text_language<>{condition.nodes}.whole();
}

template<std::size_t Size>
bool holds(const synth::expression<row, Size>& condition, std::string_view value) {
    const auto all = language(condition);
    REQUIRE(all);
    return all->matches(value);
}

} // namespace

TEST_CASE("patterns, equality and lists are languages") {
    CHECK(holds(synth::sql::like(text, "a%") || synth::sql::like(text, "b%"), "beta"));
    CHECK_FALSE(holds(synth::sql::like(text, "a%") && !synth::sql::like(text, "%z"), "az"));
    CHECK(holds(synth::sql::in(text, "x", "y"), "y"));
    CHECK_FALSE(holds(text != "x", "x"));
    CHECK(holds(synth::sql::imatches(text, "^ab$"), "AB"));
}

TEST_CASE("lengths are counted in characters, from either side of a comparison") {
    CHECK(holds(synth::sql::length(text) <= 3, "äöü"));
    CHECK_FALSE(holds(synth::sql::length(text) < 3, "abc"));
    CHECK(holds(synth::sql::length(text) != 3, "abcd"));
    CHECK_FALSE(holds(synth::sql::length(text) == 2, "abc"));
    CHECK(holds(4 > synth::sql::length(text), "abc"));
}

TEST_CASE("cases and blanks are languages") {
    CHECK(holds(text == synth::sql::lower(text), "ab1"));
    CHECK_FALSE(holds(text == synth::sql::lower(text), "aB"));
    CHECK(holds(synth::sql::upper(text) == text, "AB"));
    CHECK(holds(synth::sql::lower(text) == "yes", "YeS"));
    CHECK_FALSE(holds(synth::sql::lower(text) == "Yes", "yes"));
    CHECK_FALSE(holds(synth::sql::trim(text) == text, " a"));
    CHECK(holds(synth::sql::trim(text) != "", " a"));
    CHECK_FALSE(holds(synth::sql::trim(text) != "", "  "));
}

TEST_CASE("what says more than a language gives none") {
    CHECK_FALSE(language(text == synth::value<&row::other>));
    CHECK_FALSE(language(text < "m"));
    CHECK_FALSE(language(synth::sql::like(text, "a%") || text > "m"));
}

TEST_CASE("beside other columns it is the language that what is known of them leaves") {
    constexpr auto condition =
        (synth::value<&kinded::kind> == "phone" &&
         synth::sql::matches(synth::value<&kinded::contact>, "^[0-9]+$")) ||
        (synth::value<&kinded::kind> != "phone" &&
         synth::sql::length(synth::value<&kinded::contact>) == 2 * synth::value<&kinded::level>);
    const auto among = [&](synth::possible_value kind, synth::possible_value level) {
        const std::array<synth::possible_value, 3> known{synth::possible_value::anything(), kind, level};
        return synth::text_language<>{condition.nodes, 0, known, {}}.whole();
    };
    const synth::possible_value any{};
    const auto phone = among(synth::possible_value::of("phone"), synth::possible_value::of(1));
    REQUIRE(phone);
    CHECK(phone->matches("123"));
    CHECK_FALSE(phone->matches("ab"));
    const auto mail = among(synth::possible_value::of("mail"), synth::possible_value::of(1));
    REQUIRE(mail);
    CHECK(mail->matches("ab"));
    CHECK_FALSE(mail->matches("123"));
    CHECK_FALSE(among(synth::possible_value::of("mail"), any));
    CHECK_FALSE(among(any, synth::possible_value::of(1)));
    CHECK_FALSE(among(synth::possible_value::null(), synth::possible_value::of(1)));
}
