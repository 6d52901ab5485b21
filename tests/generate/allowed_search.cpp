// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/allowed_search.hpp>
#include <synth/schema/expression_functions.hpp>

#include "random_expression.hpp"

namespace {

using namespace synth;

struct order {
    std::int32_t a{};
    std::optional<std::int32_t> b{};
    std::optional<std::int32_t> c{};
    decimal<12, 2> total{};
    decimal<12, 2> price{};
    date start{};
    date stop{};
    std::string status{};
    std::optional<bool> big{};
};

constexpr auto a = value<&order::a>;
constexpr auto b = value<&order::b>;
constexpr auto c = value<&order::c>;

using values = std::array<possible_value, 9>;
constexpr values known{possible_value::of(4),   possible_value::of(40),  possible_value::null(),
                       possible_value::of(800), possible_value::of(200), possible_value::of(100),
                       possible_value::of(200), possible_value::of("x"), possible_value::of(1)};
constexpr std::array<std::string_view, 2> constants{"open", "paid"};

template<std::size_t Size>
constexpr allowed_values allowed(schema_index target, const expression<order, Size>& condition) {
    values columns = known;
    columns[target] = {};
    columns[target].may_be_null = true;
    return allowed_search{condition.nodes, columns, {}, target, constants}.solve(Size - 1,
                                                                                 wanted_truth::not_false);
}

constexpr bool is_range(const allowed_values& found, int128 low, int128 high) {
    return found.complete && found.values.interval_count() == 1 && found.values.low() == low &&
           found.values.high() == high;
}

TEST_CASE("common conditions are solved completely") {
    static_assert(is_range(allowed(0, a >= 1 && a <= 9), 1, 9));
    static_assert(is_range(allowed(0, a + b <= 100), -2'147'483'688LL, 60)); // of what the sum has room for
    static_assert(is_range(allowed(0, 100 > a), no_lower_bound, 99));
    static_assert(allowed(0, sql::in(a, 1, 2, 4, 8)).values.count() == 4);
    static_assert(allowed(0, a != 7).complete && !allowed(0, a != 7).values.contains(7));
    static_assert(allowed(0, a % 5 == 0).complete && allowed(0, a % 5 == 0).values.widest_gap() == 5);
    static_assert(allowed(0, a % 2 != 0).complete && allowed(0, a % 2 != 0).values.contains(-3));
    static_assert(is_range(allowed(0, a / 10 == 4), 40, 49));
    static_assert(is_range(allowed(0, sql::abs(a) <= 12), -12, 12));
    static_assert(is_range(allowed(0, a * a <= 10'000), -100, 100));
    static_assert(allowed(0, a * a <= 10'000).complete && !allowed(0, a * a == 50).may_be_value());
    static_assert(is_range(allowed(3, value<&order::total> == value<&order::price> * a), 800, 800));
    static_assert(is_range(allowed(0, value<&order::total> == value<&order::price> * a), 4, 4));
    static_assert(is_range(allowed(4, value<&order::total> == value<&order::price> * a), 200, 200));
}

TEST_CASE("conditions on NULL are solved completely") {
    static_assert(allowed(1, sql::is_null(b) != sql::is_null(c)).complete);
    static_assert(!allowed(1, sql::is_null(b) != sql::is_null(c)).may_be_null);
    static_assert(!allowed(2, sql::is_null(b) != sql::is_null(c)).may_be_value());
    static_assert(allowed(2, sql::count_nonnull(b, c) == 1).complete);
    static_assert(!allowed(2, sql::count_nonnull(b, c) == 1).may_be_value());
    static_assert(allowed(1, b > 5).may_be_null && !allowed(1, sql::is_true(b > 5)).may_be_null);
    static_assert(is_range(allowed(1, c > 1 || b > 5), no_lower_bound, no_upper_bound)); // unknown will do
    static_assert(allowed(1, sql::is_not_null(c) || b > 5).values.low() == 6);
    static_assert(allowed(1, sql::is_distinct(b, 5)).may_be_null &&
                  !allowed(1, sql::is_distinct(b, 5)).values.contains(5));
    static_assert(allowed(1, sql::coalesce(b, 0) > 0).complete &&
                  !allowed(1, sql::coalesce(b, 0) > 0).may_be_null);
}

TEST_CASE("dates, texts and truth are solved completely") {
    constexpr auto start = value<&order::start>;
    constexpr auto stop = value<&order::stop>;
    static_assert(is_range(allowed(6, stop >= start), 100, no_upper_bound));
    static_assert(allowed(6, stop >= start + interval{1, 0, 0}).complete);
    static_assert(allowed(5, stop >= start + interval{1, 0, 0}).complete);
    static_assert(is_range(allowed(6, stop - start <= 30 && stop >= start), 100, 130));
    static_assert(is_range(allowed(5, sql::year_of(start) == 1970), 0, 364));
    constexpr auto status = value<&order::status>;
    static_assert(allowed(7, sql::in(status, "open", "paid")).values.count() == 2);
    static_assert(allowed(7, status != "open").complete && !allowed(7, status != "open").values.contains(0));
    static_assert(allowed(7, (status == "open") == sql::is_null(c)).values.count() == 1);
    static_assert(allowed(8, value<&order::big> == (a > 3)).values.low() == 1);
}

TEST_CASE("what cannot be solved is left open") {
    static_assert(!allowed(0, a * (a + 1) < 10).complete && allowed(0, a * (a + 1) < 10).values.is_all());
    static_assert(allowed(0, b == 41).is_nothing());
}

// ---- random conditions against one value after the other ----

using expression_test::columns;
using expression_test::written;

std::vector<possible_value> some_values(expression_test::generator& random, std::size_t column) {
    const expression_node& node = columns()[column].node;
    std::vector<possible_value> all;
    if (node.nullable) {
        all.push_back(possible_value::null());
    }
    for (int count = 0; count < 16; ++count) {
        all.push_back(random.value(node));
    }
    return all;
}

// What holds all of them.
possible_value open_over(const std::vector<possible_value>& all, std::size_t column) {
    possible_value open;
    open.may_be_null = all.front().may_be_null;
    if (columns()[column].node.kind != value_kind::text) {
        open.low = no_upper_bound;
        open.high = no_lower_bound;
        for (const possible_value& each : all) {
            const possible_value length = each.with_months_as_days();
            open.low = each.may_be_value ? std::min(open.low, length.low) : open.low;
            open.high = each.may_be_value ? std::max(open.high, length.high) : open.high;
        }
        open.high += open.low == open.high ? 1 : 0;
    }
    return open;
}

bool allows(const allowed_values& allowed, const possible_value& value, std::size_t column,
            const std::vector<std::string_view>& named) {
    if (!value.may_be_value) {
        return allowed.may_be_null;
    }
    if (columns()[column].node.kind != value_kind::text) {
        return allowed.values.contains(value.with_months_as_days().low);
    }
    const auto place = std::find(named.begin(), named.end(), value.text) - named.begin();
    const auto size = static_cast<std::int64_t>(value.text.size());
    const bool constant = place < static_cast<std::ptrdiff_t>(named.size());
    return allowed.values.contains(place) &&
           (constant || (allowed.length.low <= size && size <= allowed.length.high));
}

TEST_CASE("random conditions allow what satisfies them, and nothing else where they say all") {
    std::size_t complete = 0;
    std::size_t searches = 0;
    std::size_t too_little = 0;
    std::size_t too_much = 0;
    std::size_t impossible = 0;
    for (std::uint64_t seed = 0; seed < 8000; ++seed) {
        expression_test::generator random{seed};
        const written condition = random.condition(1 + static_cast<int>(random.below(3)));
        const std::size_t root = condition.nodes.size() - 1;
        std::vector<possible_value> row = random.row();
        std::vector<std::size_t> used;
        std::vector<std::string_view> named;
        for (const expression_node& node : condition.nodes) {
            if (node.what == operation::column &&
                std::find(used.begin(), used.end(), node.column) == used.end()) {
                used.push_back(node.column);
            } else if (node.what == operation::constant && node.kind == value_kind::text) {
                named.push_back(node.text);
            }
        }
        if (used.empty()) {
            continue;
        }
        const std::size_t target = used[random.below(used.size())];
        const std::size_t other = used[random.below(used.size())];
        const bool open = other != target && random.one_in(2);
        const std::vector<possible_value> mine = some_values(random, target);
        const std::vector<possible_value> theirs =
            open ? some_values(random, other) : std::vector<possible_value>{row[other]};
        row[target] = open_over(mine, target);
        row[other] = open ? open_over(theirs, other) : row[other];
        const possible_value before = evaluation{condition.nodes, row, {}}.at(root);
        for (const wanted_truth wanted : {wanted_truth::is_true, wanted_truth::not_false,
                                          wanted_truth::is_false, wanted_truth::not_true}) {
            const allowed_values found =
                allowed_search{condition.nodes, row, {}, static_cast<schema_index>(target), named}.solve(
                    root, wanted);
            ++searches;
            complete += found.complete ? 1 : 0;
            for (const possible_value& value : mine) {
                bool serves = false;
                bool fails = false;
                for (const possible_value& each : theirs) {
                    std::vector<possible_value> columns_now = row;
                    columns_now[other] = each;
                    columns_now[target] = value;
                    const possible_value truth = evaluation{condition.nodes, columns_now, {}}.at(root);
                    serves = serves || may_serve(truth, wanted);
                    fails = fails || may_fail(truth, wanted) || truth.is_error();
                    impossible += (truth.may_be_true() && !before.may_be_true()) ||
                                          (truth.may_be_false() && !before.may_be_false()) ||
                                          (truth.may_be_null && !before.may_be_null)
                                      ? 1
                                      : 0;
                }
                const bool allowed = allows(found, value, target, named);
                // Of intervals in sums those without months are sought.
                if ((serves && !allowed && value.months == 0) ||
                    (allowed && found.complete && !open && fails)) {
                    INFO(condition.sql << " for " << columns()[target].name << " = "
                                       << expression_test::literal(columns()[target].node, value));
                    CHECK((allowed || !serves));
                    CHECK((!allowed || !fails));
                    ++(allowed ? too_much : too_little);
                }
            }
        }
    }
    CHECK(too_little == 0);
    CHECK(too_much == 0);
    CHECK(impossible == 0);
    CHECK(complete > searches / 2);
}

} // namespace
