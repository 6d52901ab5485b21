// SPDX-License-Identifier: BSL-1.0
#include <type_traits>

#include <doctest/doctest.h>

#include <synth/dataset/generator_of.hpp>

#include "shop.hpp"

TEST_CASE("a column's generator is the stated one, or one for its key, or one for its type") {
    using database = shop::database;
    CHECK(std::is_same_v<decltype(synth::generator_of<database, 1, 0>()), synth::sequence>);
    CHECK(std::is_same_v<decltype(synth::generator_of<database, 1, 4>()), synth::permuted_key>);
    CHECK(std::is_same_v<decltype(synth::generator_of<database, 0, 1>()), synth::default_generator>);
}

TEST_CASE("what a description states of a column is found by its position") {
    using database = shop::database;
    CHECK(std::is_same_v<synth::detail::stated_option<database, 1, 4>, synth::not_described>);
    CHECK_FALSE(std::is_same_v<synth::detail::stated_option<database, 1, 3>, synth::not_described>);
    CHECK(synth::detail::is_key_column<database, 1, 4>());
    CHECK_FALSE(synth::detail::is_key_column<database, 1, 3>());
    CHECK(synth::detail::is_only_primary_key<database, 1, 0>());
    CHECK_FALSE(synth::detail::is_only_primary_key<database, 1, 4>());
    CHECK(synth::detail::is_referenced<database>(0, 0));
    CHECK_FALSE(synth::detail::is_referenced<database>(0, 1));
}
