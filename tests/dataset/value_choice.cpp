// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <synth/dataset/check_order.hpp>
#include <synth/dataset/dataset.hpp>
#include <synth/dataset/value_choice.hpp>

#include "checked_tables.hpp"

namespace {

using plan = synth::check_plan<checked::database, 1>;
constexpr std::size_t mail = plan::slot_of(9);
constexpr std::size_t left = plan::slot_of(1);

struct area { // its code is as long as its level says
    std::int32_t id{};
    std::string code;
    std::int16_t level{};
    std::optional<std::int32_t> parent;
};

struct customer { // its tax number begins with its country, but for one
    std::int32_t id{};
    std::string country;
    std::optional<std::string> tax_number;
    std::string kind;
    std::string prefix; // of the tax number, of two letters or three
};

struct meter_day { // has a value for each slot of the day
    std::int32_t id{};
    std::int16_t slot_minutes{};
    std::vector<synth::decimal<9, 3>> values;
    std::int16_t missing{};
};

constexpr auto kept = [](const synth::possible_value& text) { return text.text; };

synth::draw words(std::uint64_t row) { return {synth::make_stream_key(1, {"t"}), row}; }

} // namespace

template<>
inline constexpr auto synth::table<area> = synth::describe<area>(
    synth::row_count(500), synth::primary_key<&area::id>(), synth::references<&area::parent, &area::id>(),
    synth::column<&area::code>(synth::max_length(14)),
    synth::check(synth::sql::length(synth::value<&area::code>) == 2 + 4 * synth::value<&area::level>),
    synth::check((synth::value<&area::level> == 0) == synth::sql::is_null(synth::value<&area::parent>)),
    synth::check(synth::sql::between(synth::value<&area::level>, 0, 5)));

template<>
inline constexpr auto synth::table<customer> = synth::describe<customer>(
    synth::row_count(400), synth::column<&customer::country>(synth::max_length(2)),
    synth::column<&customer::tax_number>(synth::max_length(14)),
    synth::check(synth::sql::matches(synth::value<&customer::country>, "^[A-Z]{2}$")),
    synth::check(synth::sql::matches(synth::value<&customer::tax_number>, "^[A-Z]{2}[0-9A-Z]{2,12}$")),
    synth::check(synth::sql::in(synth::value<&customer::kind>, "free", "reverse")),
    synth::check(synth::value<&customer::kind> != "reverse" ||
                 !synth::sql::is_null(synth::value<&customer::tax_number>)),
    synth::check(
        synth::sql::is_null(synth::value<&customer::tax_number>) ||
        synth::sql::starts_with(synth::value<&customer::tax_number>, synth::value<&customer::country>) ||
        (synth::value<&customer::country> == "GR" &&
         synth::sql::starts_with(synth::value<&customer::tax_number>, "EL"))),
    synth::check(synth::sql::between(synth::sql::length(synth::value<&customer::prefix>), 2, 3)),
    synth::check(
        synth::sql::starts_with(synth::value<&customer::tax_number>, synth::value<&customer::prefix>)));

template<>
inline constexpr auto synth::table<meter_day> = synth::describe<meter_day>(
    synth::row_count(60), synth::check(synth::sql::in(synth::value<&meter_day::slot_minutes>, 30, 360, 720)),
    synth::check(synth::sql::cardinality(synth::value<&meter_day::values>) ==
                 1440 / synth::value<&meter_day::slot_minutes>),
    synth::check(synth::sql::between(synth::value<&meter_day::missing>, 0,
                                     synth::sql::cardinality(synth::value<&meter_day::values>))));

TEST_CASE("a number that the generator makes is taken where it is allowed, else one near the bound") {
    const synth::dataset<checked::database> data;
    synth::checked_cell cell;
    synth::value_choice<checked::database, 1, left> choice{data.state<1>().checks(), cell, false};
    synth::int128 chosen = 0;
    const auto take = [&](const synth::possible_value& value) {
        chosen = value.low;
        return true;
    };
    const auto seven = [](synth::draw&) { return 7; };
    CHECK(choice.make(seven, synth::allowed_values::in({0, 10}, false), words(1), kept, take));
    CHECK(chosen == 7);
    CHECK(choice.make(seven, synth::allowed_values::in({20, 30}, false), words(1), kept, take));
    CHECK(chosen >= 20);
    CHECK(chosen <= 30);
    CHECK(cell.number == chosen);
    CHECK_FALSE(choice.make(seven, synth::allowed_values::in({}, false), words(1), kept, take));
}

TEST_CASE("a text of the pattern is made where the generator has none that fits") {
    const synth::dataset<checked::database> data;
    synth::checked_cell cell;
    synth::value_choice<checked::database, 1, mail> choice{data.state<1>().checks(), cell, false};
    synth::allowed_values allowed = synth::allowed_values::everything();
    for (const synth::expression_node& node : plan::nodes) {
        if (synth::is_pattern(node)) {
            allowed.add_pattern({&node, true});
        }
    }
    std::string chosen;
    const auto take = [&](const synth::possible_value& value) {
        chosen = value.text;
        return true;
    };
    const auto plain = [](synth::draw&) { return std::string_view{"plain"}; };
    CHECK(choice.make(plain, allowed, words(1), kept, take));
    CHECK(chosen.ends_with(".org"));
    CHECK(cell.from == synth::checked_cell::source::matching);
    CHECK(choice.make(plain, synth::allowed_values::everything(), words(1), kept, take));
    CHECK(chosen == "plain");
}

TEST_CASE("a text of a length is cut where the generator has none that fits") {
    using areas = synth::schema<area>;
    static_assert(synth::check_order<areas, 0>::of_group<0>().back() == 0, "the code comes last");
    const synth::dataset<areas> data;
    std::size_t longest = 0;
    for (const area& each : data.rows<area>()) {
        CHECK(each.code.size() == 2 + 4 * static_cast<std::size_t>(each.level));
        CHECK(each.code.back() != ' ');
        CHECK((each.level == 0) == !each.parent);
        longest = std::max(longest, each.code.size());
    }
    CHECK(longest == 14);
}

TEST_CASE("a text begins with another one, or is the beginning of another one, where checks ask for that") {
    const synth::dataset<synth::schema<customer>> data;
    std::size_t numbers = 0;
    std::size_t three = 0;
    for (std::uint64_t row = 0; row < 400; ++row) {
        const customer one = data.row<customer>(row);
        if (one.tax_number) {
            ++numbers;
            CHECK((one.tax_number->starts_with(one.country) || one.country == "GR"));
            CHECK(one.tax_number->starts_with(one.prefix));
            CHECK(one.tax_number->size() <= 14);
        } else {
            CHECK(one.kind == "free");
        }
        CHECK((one.prefix.size() == 2 || one.prefix.size() == 3));
        three += one.prefix.size() == 3 ? 1 : 0;
    }
    CHECK(numbers > 200);
    CHECK(three > 50);
    CHECK(three < 350);
}

TEST_CASE("an array has as many elements as other columns say, and the same ones each time") {
    const synth::dataset<synth::schema<meter_day>> data;
    std::size_t large = 0;
    for (std::uint64_t row = 0; row < 60; ++row) {
        const meter_day one = data.row<meter_day>(row);
        CHECK(one.values.size() == static_cast<std::size_t>(1440 / one.slot_minutes));
        CHECK(static_cast<std::size_t>(one.missing) <= one.values.size());
        large += one.values.size() == 48 ? 1 : 0;
        CHECK(data.row<meter_day>(row).values == one.values);
    }
    CHECK(large > 5);
}
