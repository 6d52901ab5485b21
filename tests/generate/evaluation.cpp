// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <synth/generate/evaluation.hpp>
#include <synth/schema/expression_functions.hpp>

namespace {

using namespace synth;

struct row {
    std::int32_t a{};
    std::optional<std::int32_t> b{};
    std::string text{};
    double real{};
    std::optional<bool> flag{};
};

constexpr auto a = value<&row::a>;
constexpr auto b = value<&row::b>;
constexpr auto text = value<&row::text>;

using values = std::array<possible_value, 5>;
constexpr values known{possible_value::of(3), possible_value::null(), possible_value::of("Ab"),
                       possible_value::of(500'000), possible_value::of(1)};

template<std::size_t Size>
constexpr possible_value truth(const expression<row, Size>& condition, const values& columns = known) {
    return evaluation{condition.nodes, columns, {}}.at(Size - 1);
}

template<std::size_t Size>
constexpr bool is_true(const expression<row, Size>& condition) {
    const possible_value result = truth(condition);
    return result.may_be_true() && !result.may_be_false() && !result.may_be_null;
}

template<std::size_t Size>
constexpr bool is_unknown(const expression<row, Size>& condition) {
    const possible_value result = truth(condition);
    return result.may_be_null && !result.may_be_value;
}

TEST_CASE("NULL makes a comparison unknown, and what settles it is true or false") {
    static_assert(is_true(a > 2) && is_true(a == 3) && is_true(!(a < 3)));
    static_assert(is_unknown(b > 2) && is_unknown(!(b > 2)) && is_unknown(b > 2 && a == 3));
    static_assert(is_true(b > 2 || a == 3) && is_true(!(b > 2 && a == 4)));
    static_assert(is_true(sql::is_null(b)) && is_true(sql::is_distinct(b, 1)) &&
                  is_true(!sql::is_distinct(b, b)));
    static_assert(is_true(sql::coalesce(b, 7) == 7) && is_true(!sql::is_true(b > 1)));
    static_assert(is_true(sql::count_nonnull(a, b) == 1) && is_unknown(a == std::nullopt));
}

TEST_CASE("what comes first is calculated first") {
    static_assert(truth(a / (a - 3) > 1).is_error());
    static_assert(is_true(a == 3 || a / (a - 3) > 1));
    static_assert(truth(a / (a - 3) > 1 || a == 3).is_error());
    static_assert(truth(a + 2'147'483'647 > 1).is_error());
}

TEST_CASE("texts are compared by bytes and in the letters given") {
    static_assert(is_true(text == "Ab") && is_true(sql::lower(text) == "ab") &&
                  is_true(sql::length(text) == 2));
    static_assert(is_true(sql::coalesce(sql::lower(text), sql::upper(text)) == sql::lower(text)));
    static_assert(is_true(text < "B") && is_true(text > "AB"));
}

TEST_CASE("an open column makes possible what one of its values makes true") {
    values open = known;
    open[0] = {};
    open[0].low = 1;
    open[0].high = 5;
    const possible_value result = truth(a > 3, open);
    CHECK((result.may_be_true() && result.may_be_false() && !result.may_be_null));
    CHECK(!truth(a > 5, open).may_be_true());
    CHECK(!truth(a * 2 + 1 > 2, open).may_be_false());
}

TEST_CASE("calculated floating-point numbers are known up to a millionth") {
    static_assert(is_true(value<&row::real> == 0.5));
    const possible_value near = truth(value<&row::real> * 2 == 1);
    CHECK((near.may_be_true() && near.may_be_false()));
    CHECK(!truth(value<&row::real> * 2 > 1.1).may_be_true());
}

TEST_CASE("patterns are asked for texts as they stand") {
    const auto call = [](const void*, const expression_node&, std::string_view subject) {
        return subject == "ab";
    };
    static constexpr auto like = sql::like(sql::lower(text), "ab");
    const evaluation with{like.nodes, known, pattern_source{call, nullptr}};
    CHECK(with.at(3).holds());
    CHECK(!truth(like).holds()); // not known without patterns
    CHECK(truth(like).may_hold());
}

} // namespace
