// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/schema/column_set.hpp>

using synth::column_set;

TEST_CASE("a column set keeps its order") {
    constexpr column_set set{4, 2, 9};
    static_assert(set.size() == 3 && set[1] == 2 && !set.empty());
    static_assert(set.position(9) == 2 && set.position(5) == 3);
    CHECK(set.contains(4));
    CHECK(!set.contains(3));
    std::size_t sum = 0;
    for (const synth::schema_index column : set) {
        sum += column;
    }
    CHECK(sum == 15);
}

TEST_CASE("sets are compared whatever their order") {
    constexpr column_set set{4, 2, 9};
    static_assert(column_set{9, 4}.within(set) && !column_set{9, 5}.within(set) && column_set{}.within(set));
    static_assert(set.same_columns({2, 9, 4}) && !set.same_columns({2, 9}) && !set.same_columns({2, 9, 5}));
    CHECK(column_set{}.empty());
    CHECK(set.within(set));
}

TEST_CASE("shared columns come in the order of the first set") {
    constexpr column_set shared = column_set{4, 2, 9}.shared_with({9, 1, 4});
    static_assert(shared.size() == 2 && shared[0] == 4 && shared[1] == 9);
    CHECK(column_set{1}.shared_with({2}).empty());
}

TEST_CASE("a column set holds as many columns as a key of PostgreSQL") {
    column_set set;
    for (std::size_t column = 0; column < column_set::capacity; ++column) {
        set.add(100 + column);
    }
    CHECK(set.size() == 32);
    CHECK(set[31] == 131);
}
