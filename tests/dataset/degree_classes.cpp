// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <synth/dataset/degree_classes.hpp>
#include <synth/dataset/degree_law.hpp>

using synth::degree_class;

TEST_CASE("the numbers of a class stray from their mean as far as its nearer bound") {
    CHECK(degree_class{10, 50, 2, 9}.spread() == 3);
    CHECK(degree_class{10, 55, 2, 9}.spread() == 3); // 5 or 6
    CHECK(degree_class{10, 55, 2, 9}.least() == 2);
    CHECK(degree_class{10, 55, 2, 9}.most() == 9);
    CHECK(degree_class{10, 85, 2, 9}.spread() == 0);
    CHECK(degree_class{10, 20, 2, 2}.spread() == 0);
    CHECK(degree_class{1, 5, 2, 9}.spread() == 0); // one parent has what the class has
    CHECK(degree_class{1, 5, 2, 9}.most() == 5);
    CHECK(degree_class{10, 100, 2, 9}.spread() == 0); // a mean beyond the bounds
}

TEST_CASE("the fewest and the most children are those of classes that have parents") {
    synth::degree_classes<4> classes;
    CHECK(classes.least() == 0);
    CHECK(classes.most() == 0);
    classes.add({0, 0, 1, 1});
    classes.add({10, 55, 2, 9});
    classes.add({4, 40, 10, 10});
    CHECK(classes.all().size() == 3);
    CHECK(classes.least() == 2);
    CHECK(classes.most() == 10);
}

TEST_CASE("a law of classes is one that divides the parents") {
    static_assert(!synth::class_law<synth::even> && !synth::class_law<synth::children_between>);
}
