// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/generate/text_search.hpp>
#include <synth/schema/expression_functions.hpp>

namespace {

using namespace synth;

struct person {
    std::string name{};
};

constexpr auto name = value<&person::name>;
constexpr std::array<std::string_view, 4> constants{"yes", "no", "YES", "yes"};

// Texts that begin as the pattern does.
bool begins(const void*, const expression_node& node, std::string_view text) {
    const std::string_view pattern = (&node - 1)->text;
    return text.starts_with(pattern.substr(0, 1));
}

TEST_CASE("a text is one of the constants or another") {
    static constexpr auto equality = name == "no";
    const text_search search{equality.nodes, {}, constants};
    const allowed_values one = search.solve_comparison(0, operation::equal, possible_value::of("no"), false);
    CHECK((one.complete && one.values.count() == 1 && one.values.contains(1)));
    const allowed_values other =
        search.solve_comparison(0, operation::unequal, possible_value::of("yes"), true);
    CHECK((other.complete && other.may_be_null && !other.values.contains(0) && !other.values.contains(3)));
    CHECK(other.values.contains(4));
    CHECK(!search.solve_comparison(0, operation::equal, possible_value::of("unheard"), false).complete);
}

TEST_CASE("a constant is tried in the letters that a function gives it") {
    static constexpr auto lowered = sql::lower(name) == "yes";
    const text_search search{lowered.nodes, {}, constants};
    CHECK(search.solves(1));
    const allowed_values found =
        search.solve_comparison(1, operation::equal, possible_value::of("yes"), false);
    CHECK((found.values.contains(0) && !found.values.contains(1) && found.values.contains(2) &&
           !found.complete));
}

TEST_CASE("a text that another column says is noted, where the functions of the column leave it as it is") {
    static constexpr auto plain = name == "no";
    static constexpr auto lowered = sql::lower(name) == "yes";
    static constexpr auto trimmed = sql::trim(name) == "yes";
    const auto wanted = [](const auto& condition, operation what, const possible_value& other) {
        const text_search search{condition.nodes, {}, constants};
        return search.solve_comparison(condition.nodes.size() - 3, what, other, false);
    };
    CHECK(wanted(plain, operation::equal, possible_value::of("Anna")).texts[0].text == "Anna");
    CHECK(wanted(plain, operation::unequal, possible_value::of("Anna")).text_count == 0);
    CHECK(wanted(plain, operation::equal, possible_value{}).text_count == 0);
    CHECK(wanted(lowered, operation::equal, possible_value::of("anna")).text_count == 1);
    CHECK_MESSAGE(wanted(lowered, operation::equal, possible_value::of("Anna")).text_count == 0, "never");
    CHECK(wanted(trimmed, operation::equal, possible_value::of(" anna")).text_count == 0);
    const possible_value small = function_of_text(operation::lower, possible_value::of("Anna"));
    CHECK(wanted(plain, operation::equal, small).texts[0].letters == letter_case::lower);
}

TEST_CASE("a pattern is a rule for other texts and a test for constants") {
    static constexpr auto like = sql::like(name, "y%");
    const text_search search{like.nodes, {begins, nullptr}, constants};
    const allowed_values found = search.solve_match(2, 0, true, false);
    CHECK((found.complete && found.pattern_count == 1 && found.patterns[0].positive));
    CHECK((found.values.contains(0) && !found.values.contains(1) && !found.values.contains(2)));
    const text_search blind{like.nodes, {}, constants};
    const allowed_values unknown = blind.solve_match(2, 0, false, false);
    CHECK((!unknown.complete && unknown.values.contains(0) && unknown.values.contains(1)));
}

TEST_CASE("a length is a rule for other texts and a test for constants") {
    static constexpr auto length = sql::length(name) == 2;
    const text_search search{length.nodes, {}, constants};
    const allowed_values found = search.solve_length(1, {2, 2}, false);
    CHECK((found.complete && found.length == number_range{2, 2}));
    CHECK((found.values.contains(1) && !found.values.contains(0)));
    static constexpr auto trimmed = sql::length(sql::trim(name)) == 2;
    CHECK(text_search{trimmed.nodes, {}, constants}.solve_length(2, {2, 2}, false).length.high ==
          no_upper_bound);
    static constexpr auto bytes_of = sql::octet_length(name) <= 8;
    const allowed_values few = text_search{bytes_of.nodes, {}, constants}.solve_length(1, {5, 8}, false);
    CHECK((few.length == number_range{2, 8} && !few.complete));
    CHECK(search.solve_length(1, {-5, -1}, true).may_be_null);
    CHECK(!search.solve_length(1, {-5, -1}, true).may_be_value());
}

} // namespace
