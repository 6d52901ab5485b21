// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/generate/allowed_values.hpp>

namespace {

using namespace synth;

constexpr expression_node first_pattern{};
constexpr expression_node second_pattern{};

// Of two constants some, and texts of a pattern.
constexpr allowed_values matching(const interval_set& constants, const expression_node& pattern) {
    allowed_values result = allowed_values::in(constants | interval_set{2, no_upper_bound}, false);
    result.add_pattern({&pattern, true});
    return result;
}

TEST_CASE("both conditions allow what each allows") {
    constexpr allowed_values both = allowed_values::in({1, 9}, true) & allowed_values::in({5, 20}, false);
    static_assert(!both.may_be_null && both.values.low() == 5 && both.values.high() == 9 && both.complete);
    static_assert((allowed_values::everything() & allowed_values::only_null()).may_be_null);
    static_assert((allowed_values::nothing() & allowed_values::everything()).is_nothing());
    static_assert(!(both & allowed_values::undecided()).complete);
    constexpr allowed_values texts = matching({0, 0}, first_pattern) & matching({0, 1}, second_pattern);
    static_assert(texts.pattern_count == 2 && texts.values.contains(0) && !texts.values.contains(1));
}

TEST_CASE("one of two conditions allows what either allows") {
    constexpr allowed_values either = allowed_values::in({1, 2}, true) | allowed_values::in({5, 6}, false);
    static_assert(either.may_be_null && either.values.count() == 4 && either.complete);
    static_assert((allowed_values::nothing() | allowed_values::only_null()).complete);
}

TEST_CASE("constants beside a pattern leave the pattern as it is") {
    constexpr allowed_values either = allowed_values::in({0, 0}, false) | matching({1, 1}, first_pattern);
    static_assert(either.pattern_count == 1 && either.complete && either.values.contains(0));
}

TEST_CASE("of two patterns either may hold, which is not said") {
    constexpr allowed_values either = matching({}, first_pattern) | matching({}, second_pattern);
    static_assert(either.pattern_count == 0 && !either.complete);
    constexpr allowed_values same = matching({}, first_pattern) | matching({}, first_pattern);
    static_assert(same.pattern_count == 1 && same.complete);
    constexpr allowed_values free = matching({}, first_pattern) | allowed_values::everything();
    static_assert(free.pattern_count == 0 && free.complete);
}

TEST_CASE("numbers that may be too many are to be tried") {
    static_assert(!allowed_values::in(interval_set{1, 5}.estimated(), false).complete);
    static_assert(!allowed_values::everything().estimated().complete);
}

} // namespace

TEST_CASE("texts that would do are gathered, unless any text does") {
    const auto wants = [](std::string_view text) {
        allowed_values result = allowed_values::undecided();
        result.add_text(possible_value::of(text));
        return result;
    };
    CHECK((wants("a") & wants("b")).text_count == 2);
    CHECK((wants("a") | wants("b")).text_count == 2);
    CHECK((wants("a") & allowed_values::everything()).texts[0].text == "a");
    CHECK((wants("a") | allowed_values::nothing()).text_count == 1);
    CHECK((allowed_values::nothing() | wants("a")).text_count == 1);
    CHECK_MESSAGE((wants("a") | allowed_values::everything()).text_count == 0, "any text will do");
    CHECK((allowed_values::everything() | wants("a")).text_count == 0);
    allowed_values many;
    for (std::size_t each = 0; each < 2 * allowed_values::most_texts; ++each) {
        many.add_text(possible_value::of(std::string_view{"a"}));
    }
    CHECK(many.text_count == allowed_values::most_texts);
}
