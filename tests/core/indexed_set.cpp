// SPDX-License-Identifier: BSL-1.0
#include <atomic>
#include <string>
#include <type_traits>
#include <utility>

#include <doctest/doctest.h>

#include <synth/core/indexed_set.hpp>

TEST_CASE("an indexed set holds values of different types by position") {
    auto set = synth::make_indexed_set(std::make_index_sequence<3>{}, []<std::size_t Index>() {
        if constexpr (Index == 1) {
            return std::string{"one"};
        } else {
            return static_cast<int>(10 * Index);
        }
    });
    CHECK(synth::get_indexed<0>(set) == 0);
    CHECK(synth::get_indexed<1>(set) == "one");
    synth::get_indexed<2>(set) += 1;
    const auto& fixed = set;
    CHECK(synth::get_indexed<2>(fixed) == 21);
    static_assert(std::is_same_v<decltype(synth::get_indexed<2>(fixed)), const int&>);
}

TEST_CASE("an indexed set is built in order and in constant expressions") {
    int calls = 0;
    const auto set =
        synth::make_indexed_set(std::make_index_sequence<4>{}, [&]<std::size_t>() { return ++calls; });
    CHECK(synth::get_indexed<0>(set) == 1);
    CHECK(synth::get_indexed<3>(set) == 4);
    constexpr auto fixed =
        synth::make_indexed_set(std::make_index_sequence<2>{}, []<std::size_t Index>() { return Index + 5; });
    static_assert(synth::get_indexed<1>(fixed) == 6);
}

TEST_CASE("an indexed set holds values that cannot be moved, and none") {
    const auto set = synth::make_indexed_set(std::make_index_sequence<2>{}, []<std::size_t Index>() {
        return std::atomic<int>{static_cast<int>(Index)};
    });
    CHECK(synth::get_indexed<1>(set).load() == 1);
    const auto none = synth::make_indexed_set(std::index_sequence<>{}, []<std::size_t>() { return 0; });
    static_assert(std::is_empty_v<decltype(none)>);
}
