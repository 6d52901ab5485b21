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

struct refined {
    std::int64_t parent_id{};
    std::optional<std::string> both;
    std::optional<std::string> stated;
    std::optional<std::string> added;
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

template<>
inline constexpr auto synth::table<refined> =
    synth::describe<refined>(synth::references<&refined::parent_id, &parent::id>(law{1}),
                             synth::column<&refined::both>(generator{1}, rate{0.25}),
                             synth::column<&refined::stated>(generator{2}, rate{0.75}));
template<>
inline constexpr auto synth::refinement<refined> =
    synth::describe<refined>(synth::references<&refined::parent_id, &parent::id>(law{10}, rate{0.5}),
                             synth::column<&refined::both>(generator{11}),
                             synth::column<&refined::added>(generator{12}, rate{1.0}));

TEST_CASE("what a refinement says of a column or a reference is found before what the table says") {
    static_assert(synth::find_column_option<refined, 1, synth::value_option>().number == 11);
    static_assert(synth::find_column_option<refined, 3, synth::value_option>().number == 12);
    static_assert(synth::find_column_option<refined, 3, synth::null_option>().share == 1.0);
    static_assert(synth::find_reference_option<refined, 0, synth::value_option>().number == 10);
    static_assert(synth::find_reference_option<refined, 0, synth::null_option>().share == 0.5);
    CHECK(synth::find_column_option<refined, 1, synth::value_option>().number == 11);
}

TEST_CASE("what a refinement leaves out is found in the table") {
    static_assert(synth::find_column_option<refined, 1, synth::null_option>().share == 0.25);
    static_assert(synth::find_column_option<refined, 2, synth::value_option>().number == 2);
    CHECK(synth::find_column_option<refined, 2, synth::null_option>().share == 0.75);
}

TEST_CASE("a generator of a refinement is no second one beside that of the table") {
    static_assert(synth::generator_count<refined, 1> == 1);
    static_assert(synth::generator_count<refined, 2> == 1);
    static_assert(synth::generator_count<refined, 3> == 1);
    CHECK(synth::generator_count<refined, 0> == 0);
}

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
