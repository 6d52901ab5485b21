// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

#include <doctest/doctest.h>

#include <synth/schema/column_options.hpp>
#include <synth/schema/entry_options.hpp>

namespace {

struct generator {
    int number;
};
struct law {
    int number;
};
struct rate {
    double share;
};
struct parent {
    std::int64_t id{};
};
struct child {
    std::int64_t id{};
    std::optional<std::int64_t> first_id;
    std::int64_t second_id{};
    std::string text;
    std::optional<std::string> twice;
};

template<typename Value>
constexpr bool is_described = !std::is_same_v<std::remove_cvref_t<Value>, synth::not_described>;

} // namespace

template<>
inline constexpr auto synth::table<child> =
    synth::describe<child>(synth::column<&child::text>(synth::max_length(9), generator{5}, synth::named("T")),
                           synth::references<&child::first_id, &parent::id>(rate{0.25}),
                           synth::references<&child::second_id, &parent::id>(law{7}),
                           synth::column<&child::twice>(generator{1}),
                           synth::column<&child::twice>(rate{0.5}, generator{2}));

TEST_CASE("options are found by column and kind") {
    constexpr auto made = synth::find_column_option<child, 3, synth::value_option>();
    static_assert(made.number == 5);
    static_assert(!is_described<decltype(synth::find_column_option<child, 3, synth::null_option>())>);
    static_assert(!is_described<decltype(synth::find_column_option<child, 0, synth::value_option>())>);
    CHECK(synth::find_column_option<child, 4, synth::null_option>().share == 0.5);
}

TEST_CASE("options are found by reference and kind") {
    constexpr auto chosen = synth::find_reference_option<child, 1, synth::value_option>();
    static_assert(chosen.number == 7);
    static_assert(!is_described<decltype(synth::find_reference_option<child, 0, synth::value_option>())>);
    CHECK(synth::find_reference_option<child, 0, synth::null_option>().share == 0.25);
}

TEST_CASE("generators of a column are counted over all entries") {
    static_assert(synth::generator_count<child, 0> == 0);
    static_assert(synth::generator_count<child, 3> == 1);
    CHECK(synth::generator_count<child, 4> == 2);
}
