// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <vector>

#include <doctest/doctest.h>

#include <synth/dataset/exact_total.hpp>

namespace {

using classes_type = synth::degree_classes<8>;

// Classes of one number each.
struct fixed_class {
    std::uint64_t number{};
    std::uint64_t parents{};
};

classes_type classes_of(std::initializer_list<fixed_class> list) {
    classes_type classes;
    for (const fixed_class& each : list) {
        classes.add({each.parents, each.parents * each.number, each.number, each.number});
    }
    return classes;
}

std::uint64_t parents_in(const classes_type& classes) {
    std::uint64_t sum = 0;
    for (const synth::degree_class& each : classes.all()) {
        sum += each.parents;
    }
    return sum;
}

std::uint64_t children_in(const classes_type& classes) {
    std::uint64_t sum = 0;
    for (const synth::degree_class& each : classes.all()) {
        sum += each.children;
    }
    return sum;
}

std::vector<std::uint64_t> counts_of(const classes_type& classes) {
    std::vector<std::uint64_t> counts;
    for (const synth::degree_class& each : classes.all()) {
        counts.push_back(each.parents);
    }
    return counts;
}

classes_type met(classes_type classes, std::uint64_t total) {
    synth::meet_total(classes, total);
    return classes;
}

} // namespace

TEST_CASE("what lacks is first found within the bounds of a class, from the highest on") {
    classes_type classes;
    classes.add({10, 50, 2, 9});
    classes.add({10, 120, 10, 20});
    synth::meet_total(classes, 200);
    CHECK(classes.all()[1].children == 150);
    synth::meet_total(classes, 280);
    CHECK(classes.all()[1].children == 200);
    CHECK(classes.all()[0].children == 80);
    synth::meet_total(classes, 125);
    CHECK(classes.all()[1].children == 100);
    CHECK(classes.all()[0].children == 25);
    CHECK(parents_in(classes) == 20);
}

TEST_CASE("parents move from number to number by the widest steps that fit") {
    CHECK(counts_of(met(classes_of({{0, 10}, {1, 10}, {7, 10}}), 88)) ==
          std::vector<std::uint64_t>{8, 11, 11}); // 80 + 7 + 1
    CHECK(counts_of(met(classes_of({{0, 10}, {1, 10}, {7, 10}}), 80)) ==
          std::vector<std::uint64_t>{10, 10, 10});
    CHECK(counts_of(met(classes_of({{0, 10}, {1, 10}, {7, 10}}), 79)) ==
          std::vector<std::uint64_t>{11, 9, 10});
}

TEST_CASE("steps up and down together make what no single step does") {
    // 1 = 5 + 5 - 3 - 3 - 3 or 3 + 3 - 5: the fewest steps.
    const classes_type one = met(classes_of({{0, 10}, {3, 10}, {5, 10}}), 81);
    CHECK(one.all().size() == 3);
    CHECK(children_in(one) == 81);
    CHECK(parents_in(one) == 30);
    const classes_type two = met(classes_of({{2, 100}, {1'001, 100}, {2'500, 100}}), 350'301);
    CHECK(two.all().size() == 3); // two steps of 1,499 up and three of 999 down
    CHECK(children_in(two) == 350'301);
    CHECK(counts_of(two) == std::vector<std::uint64_t>{103, 95, 102});
}

TEST_CASE("where no numbers make the total one parent has another") {
    const classes_type odd = met(classes_of({{0, 10}, {4, 10}, {6, 10}}), 103);
    CHECK(odd.all().size() == 4);
    CHECK(odd.all()[3].parents == 1);
    CHECK(odd.all()[3].children % 2 == 1);
    CHECK(odd.all()[3].children < 6);
    CHECK(parents_in(odd) == 30);
    CHECK(children_in(odd) == 103);
    // A class of no parents cannot give any.
    const classes_type few = met(classes_of({{0, 0}, {3, 1}, {5, 0}}), 4);
    CHECK(parents_in(few) == 1);
    CHECK(children_in(few) == 4);
}

TEST_CASE("every total within the bounds is met, and numbers stay between them") {
    for (std::uint64_t total = 40; total <= 180; ++total) {
        for (const std::uint64_t parents : {0U, 1U, 10U}) {
            const classes_type classes = met(classes_of({{2, 20 - parents}, {5, parents}, {9, 0}}), total);
            CAPTURE(total);
            CHECK(parents_in(classes) == 20);
            CHECK(children_in(classes) == total);
            CHECK(classes.least() >= 2);
            CHECK(classes.most() <= 9);
            // 3, 4 and 7 make every number, where there are parents enough.
            const bool room = total >= 60 && total <= 160;
            CHECK((!room || classes.all().size() == 3));
        }
    }
}

TEST_CASE("a total beyond the highest bound is met by a parent beyond it") {
    const classes_type classes = met(classes_of({{0, 2}, {4, 1}}), 15);
    CHECK(children_in(classes) == 15);
    CHECK(parents_in(classes) == 3);
    CHECK(classes.most() == 7);
}
