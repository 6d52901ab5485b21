// SPDX-License-Identifier: BSL-1.0
#include <vector>

#include <doctest/doctest.h>

#include <synth/generate/square.hpp>
#include <synth/schema/expression_result.hpp>

namespace {

using namespace synth;

std::vector<expression_node> product_of(const expression_node& left, const expression_node& right) {
    return {left, right, detail::node_of(operation::multiply, left, right)};
}

} // namespace

TEST_CASE("roots are the greatest numbers whose squares fit") {
    for (int128 number = 0; number < 2'000; ++number) {
        const int128 root = root_below(number);
        CHECK((root * root <= number && number < (root + 1) * (root + 1)));
    }
    for (const int128 root : {int128{3'037'000'499}, int128{9'223'372'036'854'775'807}}) {
        CHECK(root_below(root * root) == root);
        CHECK(root_below(root * root - 1) == root - 1);
        CHECK(root_below(root * root + 2 * root) == root);
    }
}

TEST_CASE("what is squared into a set is found exactly") {
    const interval_set row = interval_set::every(3, 1) & interval_set{-20, 200};
    for (const interval_set& squares :
         {interval_set{5, 16}, interval_set{-9, -1}, interval_set{-9, 0}, interval_set{0, 50}, row,
          interval_set{2, 3} | interval_set{9, 30}, interval_set{10, no_upper_bound}, interval_set::all()}) {
        const interval_set found = roots_of(squares);
        CHECK(found.exact() == squares.is_gapless());
        for (int number = -20; number <= 20; ++number) {
            const bool wanted = squares.contains(number * number);
            CHECK((!wanted || found.contains(number)));
            CHECK((wanted || !found.exact() || !found.contains(number)));
        }
    }
}

TEST_CASE("a square is something times the same") {
    expression_node a = detail::node_of_type<int>();
    a.what = operation::column;
    expression_node b = a;
    b.column = 1;
    CHECK(is_square(product_of(a, a), 2));
    CHECK(!is_square(product_of(a, b), 2));
    CHECK(!is_square(std::vector<expression_node>{a, a, detail::node_of(operation::add, a, a)}, 2));
    std::vector<expression_node> sum{a, b, detail::node_of(operation::add, a, b)};
    sum[2].size = 3;
    std::vector<expression_node> both{sum};
    both.insert(both.end(), sum.begin(), sum.end());
    both.push_back(detail::node_of(operation::multiply, sum[2], sum[2]));
    CHECK(is_square(both, 6));
    CHECK(are_same(both, 2, 5));
    both[4].column = 2;
    CHECK(!is_square(both, 6));
}
