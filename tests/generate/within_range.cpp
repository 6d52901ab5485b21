// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <optional>
#include <utility>

#include <doctest/doctest.h>

#include <synth/core/plan_error.hpp>
#include <synth/generate/by_type.hpp>
#include <synth/generate/within_range.hpp>

namespace {

using days = synth::range<synth::date>;

// Checks that are sets: bounds, and the length from the lower to the upper one.
struct sets {
    synth::interval_set lowers = synth::interval_set::all();
    synth::interval_set uppers = synth::interval_set::all();
    synth::interval_set lengths = synth::interval_set::all();
    bool endless = false;

    [[nodiscard]] synth::allowed_values lower() const { return synth::allowed_values::in(lowers, endless); }
    [[nodiscard]] synth::allowed_values upper(const synth::possible_value& lower) const {
        synth::interval_set ends = uppers;
        if (lower.known() && lower.may_be_value && lengths.low() > synth::no_lower_bound) {
            ends = ends & synth::interval_set{lower.low + lengths.low(), lower.low + lengths.high()};
        }
        return synth::allowed_values::in(ends, endless);
    }
    [[nodiscard]] bool keeps(const synth::possible_value& range) const {
        const auto fits = [&](const synth::interval_set& set, const synth::possible_value& bound) {
            return bound.may_be_value ? set.contains(bound.low) : endless;
        };
        return fits(lowers, range.part_of(synth::column_part::lower)) &&
               fits(uppers, range.part_of(synth::column_part::upper)) &&
               lengths.contains(range.high - range.low);
    }
};

auto within(const sets& checks) {
    const synth::column_plan plan;
    return synth::bound_within_range<synth::date, synth::typical<days>, sets>{synth::typical<days>{plan},
                                                                              checks, plan};
}

synth::draw cell_of(std::uint64_t row) { return {synth::make_stream_key(1, {"t"}), row}; }

} // namespace

TEST_CASE("a range is known by the first value in it and the first behind it") {
    const synth::date first = synth::date::of(2025, 1, 1);
    const synth::date last = synth::date::of(2025, 1, 7);
    const auto bounds = [](const synth::possible_value& range) { return std::pair{range.low, range.high}; };
    CHECK(bounds(synth::known_range<synth::date>({first, last, true, true, false})) ==
          bounds(synth::known_range(days::of(first, {last.days + 1}))));
    CHECK(bounds(synth::known_range<synth::date>({first, last, false, false, false})) ==
          bounds(synth::known_range(days::of({first.days + 1}, last))));
    CHECK(synth::known_range<double>({1.5, 2.5, true, true, false}).high == 2'500'000);
    const synth::possible_value none = synth::known_range(days::nothing());
    CHECK_FALSE(none.part_of(synth::column_part::lower).may_be_value);
    CHECK_FALSE(none.part_of(synth::column_part::upper).may_be_value);
    const synth::possible_value open = synth::known_range<synth::date>({first, {}, true, false, false});
    CHECK(open.part_of(synth::column_part::lower).low == first.days);
    CHECK_FALSE(open.part_of(synth::column_part::upper).may_be_value);
}

TEST_CASE("both bounds are kept, however narrow they are") {
    const auto kept =
        within({.lowers = {18'000, synth::no_upper_bound}, .uppers = {synth::no_lower_bound, 18'002}});
    for (std::uint64_t row = 0; row < 200; ++row) {
        synth::draw cell = cell_of(row);
        const days made = kept(cell);
        CHECK(made.lower->days >= 18'000);
        CHECK(made.upper->days <= 18'002);
        CHECK(*made.lower < *made.upper);
    }
}

TEST_CASE("the upper bound follows the lower one") {
    const auto kept = within({.lengths = {365, 365}});
    for (std::uint64_t row = 0; row < 200; ++row) {
        synth::draw cell = cell_of(row);
        const days made = kept(cell);
        CHECK(made.upper->days - made.lower->days == 365);
    }
}

TEST_CASE("a bound is missing where only that is allowed") {
    const auto kept = within({.uppers = {}, .lengths = synth::interval_set::all(), .endless = true});
    synth::draw cell = cell_of(1);
    const days made = kept(cell);
    CHECK(made.lower);
    CHECK_FALSE(made.upper);
}

TEST_CASE("nothing allowed is refused when the plan is made") {
    CHECK_THROWS_AS(within({.lowers = {10, 20}, .uppers = {0, 5}}), synth::plan_error);
}
