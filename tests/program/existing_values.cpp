// SPDX-License-Identifier: BSL-1.0
#include <vector>

#include <doctest/doctest.h>

#include <synth/program/existing_values.hpp>

#include "../database/scratch.hpp"
#include "outside.hpp"

namespace {

std::string refused(const char* code, const char* number) {
    synth::existing_texts texts{0, {0, 1}, "country.csv"};
    texts.add("DE");
    texts.add("1");
    texts.add(code);
    if (number == nullptr) {
        texts.add_null();
    } else {
        texts.add(number);
    }
    synth::plan_options<outside::schema> options;
    const std::vector<synth::existing_texts> all{texts};
    return scratch::thrown_by([&] { synth::set_existing(options, all); });
}

} // namespace

TEST_CASE("the columns of the keys are needed, and those of which others are made") {
    CHECK(synth::needed_of_existing<outside::schema>(0) == std::vector<std::size_t>{0, 1, 2});
    CHECK(synth::needed_of_existing<outside::schema>(2) == std::vector<std::size_t>{0, 1});
}

TEST_CASE("texts become the rows of a plan") {
    synth::existing_texts texts{2, {1, 0}, "city.csv"};
    texts.add("Ulm");
    texts.add("DE");
    synth::plan_options<outside::schema> options;
    const std::vector<synth::existing_texts> all{texts};
    synth::set_existing(options, all);
    CHECK(options.rows[2] == 1);
    const outside::city& row = synth::get_indexed<2>(options.existing)[0];
    CHECK(row.country == "DE");
    CHECK(row.name == "Ulm");
}

TEST_CASE("a text that is no value is named with its source, its column and its row") {
    CHECK(refused("FR", "2").empty());
    CHECK(refused("FR", "2x") ==
          "synth: country.csv: coun=try.number of row 2 is '2x', which is no integer that "
          "synth reads");
    CHECK(refused("FR", nullptr) ==
          "synth: country.csv: coun=try.number of row 2 is NULL, which is no integer that synth reads");
    CHECK(scratch::has(refused("DE", "2"), "two of the rows that are there have one key (code): 'DE'"));
}
