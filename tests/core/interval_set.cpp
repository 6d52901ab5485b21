// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <cstdint>
#include <set>

#include <doctest/doctest.h>

#include <synth/core/interval_set.hpp>
#include <synth/random/mix.hpp>

namespace {

using synth::int128;
using synth::interval_set;

// Numbers beyond this are "no bound": sets are compared within it.
constexpr int reach = 40;

struct pair {
    interval_set set;
    std::set<int> numbers;
};

class maker {
public:
    explicit maker(std::uint64_t seed) : state_(seed * 1'000'003) {}

    int below(int bound) {
        return static_cast<int>(synth::mix(state_++) % static_cast<std::uint64_t>(bound));
    }

    // A set and the same numbers one by one.
    pair make() {
        pair result;
        for (int count = below(4); count > 0; --count) {
            const int low = below(2 * reach) - reach;
            const int high = low + below(10) - 1;
            result.set = result.set | interval_set{low, high};
            for (int number = low; number <= high; ++number) {
                result.numbers.insert(number);
            }
        }
        if (below(3) == 0) {
            const int step = 1 + below(7);
            const interval_set row = interval_set::every(step, below(step));
            result.set = result.set & row;
            std::erase_if(result.numbers, [&](int number) { return !row.contains(number); });
        }
        return result;
    }

private:
    std::uint64_t state_;
};

void check_same(const interval_set& set, const std::set<int>& numbers) {
    bool holds_all = true;
    bool holds_more = false;
    for (int number = -3 * reach; number <= 3 * reach; ++number) {
        const bool wanted = numbers.contains(number);
        holds_all = holds_all && (!wanted || set.contains(number));
        holds_more = holds_more || (!wanted && set.contains(number));
    }
    CHECK(holds_all);
    CHECK((!holds_more || !set.exact()));
}

TEST_CASE("a set counts its numbers and finds them by their index") {
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        const pair made = maker{seed}.make();
        check_same(made.set, made.numbers);
        REQUIRE(made.set.exact());
        REQUIRE(made.set.count() == made.numbers.size());
        CHECK(made.set.empty() == made.numbers.empty());
        std::uint64_t index = 0;
        for (const int number : made.numbers) {
            CHECK(made.set.at(index) == number);
            CHECK(made.set.index_of(number) == index);
            ++index;
        }
        CHECK(!made.set.index_of(2 * reach));
    }
}

TEST_CASE("sets meet, unite, move and turn as their numbers do") {
    for (std::uint64_t seed = 0; seed < 3000; ++seed) {
        maker random{seed + 10'000};
        const pair left = random.make();
        const pair right = random.make();
        const int by = random.below(21) - 10;
        std::set<int> both;
        std::set<int> either = left.numbers;
        std::set<int> moved;
        std::set<int> turned;
        std::set<int> others;
        for (const int number : right.numbers) {
            if (left.numbers.contains(number)) {
                both.insert(number);
            }
            either.insert(number);
        }
        for (const int number : left.numbers) {
            moved.insert(number + by);
            turned.insert(-number);
        }
        for (int number = -3 * reach; number <= 3 * reach; ++number) {
            if (!left.numbers.contains(number)) {
                others.insert(number);
            }
        }
        check_same(left.set & right.set, both);
        CHECK((left.set & right.set).exact());
        check_same(left.set | right.set, either);
        check_same(left.set.shifted(by), moved);
        CHECK(left.set.shifted(by).exact());
        check_same(left.set.negated(), turned);
        check_same(!left.set, others);
    }
}

TEST_CASE("a union with the row that single numbers are in is exact") {
    constexpr interval_set row = interval_set::every(5, 0) & interval_set{10, 20};
    constexpr interval_set more = row | interval_set{35, 35};
    static_assert(more.exact() && more.count() == 4 && more.at(3) == 35 && !more.contains(21));
    static_assert(!(row | interval_set{34, 34}).exact());
    static_assert((interval_set::all() | row).exact());
    static_assert(((interval_set::every(5, 3) & interval_set{4, 7}) | interval_set{20, 20}).exact());
}

TEST_CASE("days of the calendar end where none is counted, however short a day is") {
    constexpr synth::calendar_days firsts =
        synth::calendar_days::where([](unsigned, unsigned day) { return day == 1; });
    for (const int day : {1, 24}) {
        const synth::recurrence some = synth::recurrence{firsts, day}.shifted(5);
        const interval_set all = interval_set::every(some);
        CHECK(all.low() == all.at(0));
        CHECK((all.contains(all.low()) && all.contains(all.high())));
        CHECK(all.index_of(all.high()) == all.count() - 1);
        CHECK(all[0].low == 5 - day * synth::recurrence::most_days);
    }
}

TEST_CASE("more intervals than there is room for are taken too wide") {
    interval_set many;
    for (int number = 0; number <= 100; ++number) {
        many = many | interval_set{3 * number, 3 * number};
    }
    CHECK(!many.exact());
    CHECK(many.interval_count() == interval_set::capacity);
    for (int number = 0; number <= 100; ++number) {
        CHECK(many.contains(3 * number));
    }
    CHECK((!many).is_all()); // the complement would be too little
    CHECK(!(!many).exact());
}

TEST_CASE("the whole numbers have no end") {
    static_assert(interval_set::all().is_all());
    static_assert(interval_set::all().count() == ~std::uint64_t{0});
    static_assert(interval_set::all().shifted(5).is_all());
    static_assert((!interval_set{}).is_all() && (!interval_set::all()).empty());
    static_assert(interval_set{3, 2}.empty());
    static_assert(interval_set::floor_remainder(-7, 5) == 3);
    static_assert(!interval_set{1, 5}.estimated().exact());
}

TEST_CASE("a copy has the same numbers") {
    interval_set set{1, 3};
    const interval_set first = set;
    set = set | interval_set{7, 9};
    interval_set second;
    second = set;
    CHECK(first.count() == 3);
    CHECK(second.count() == 6);
    CHECK(second[1] == synth::number_range{7, 9});
    CHECK(second.high() == 9);
}

} // namespace
