// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <set>
#include <span>
#include <string>

#include <doctest/doctest.h>

#include <synth/dataset/dataset.hpp>
#include <synth/generate/within_sizes.hpp>

#include "law_test.hpp"

namespace {

struct account {
    std::int64_t id{};
    synth::bytes secret{};
    synth::bytes salt{};
    synth::bytes photo{};
    synth::bit_string flags{};
};

} // namespace

template<>
inline constexpr auto synth::table<account> = synth::describe<account>(
    synth::row_count(200),
    synth::check("secret", synth::sql::cardinality(synth::value<&account::secret>) == 32),
    synth::check("salt", synth::sql::cardinality(synth::value<&account::salt>) > 5 &&
                             synth::sql::cardinality(synth::value<&account::salt>) % 2 == 0),
    synth::check("photo", synth::sql::cardinality(synth::value<&account::photo>) >= 2'000),
    synth::check("flags", synth::sql::cardinality(synth::value<&account::flags>) >= 20),
    synth::column<&account::flags>(synth::max_length(30)));

TEST_CASE("bytes and bits have as many as their checks ask for, and differ") {
    std::set<synth::bytes> secrets;
    std::set<std::size_t> sizes;
    const synth::dataset<synth::schema<account>> data;
    for (const account& each : data.rows<account>()) {
        CHECK(each.secret.size() == 32);
        secrets.insert(each.secret);
        CHECK(each.salt.size() > 5);
        CHECK(each.salt.size() % 2 == 0);
        sizes.insert(each.salt.size());
        CHECK(each.photo.size() >= 2'000);
        CHECK(each.photo.size() < 2'100);
        CHECK(each.flags.digits.size() >= 20);
        CHECK(each.flags.digits.size() <= 30);
    }
    CHECK(secrets.size() == 200);
    CHECK(sizes.size() > 3);
}

TEST_CASE("sizes that do not fit the column are refused with its name") {
    synth::column_plan plan = law_test::plan_for();
    plan.max_length = 8;
    const auto base = [](synth::draw&) { return std::string{"0101"}; };
    const auto any = [](const synth::possible_value&) { return true; };
    using kept = synth::bound_within_sizes<synth::bit_string, decltype(base), decltype(any)>;
    CHECK(law_test::refusal_by([&] { return kept{base, {9, 20}, any, plan}; }) ==
          "synth: shop.item: the checks of the column allow no size that fits it; loosen one of them");
    const auto none = [](const synth::possible_value&) { return false; };
    using never = synth::bound_within_sizes<synth::bit_string, decltype(base), decltype(none)>;
    CHECK(law_test::refusal_by([&] {
              return never{base, synth::interval_set::all(), none, law_test::plan_for()};
          }) == "synth: shop.item: no size up to 10000 was found that keeps to the checks of the column; "
                "loosen one of them");
}

TEST_CASE("a size far from the least one is found") {
    const auto base = [](synth::draw&) { return std::string{"0101"}; };
    const auto one = [](const synth::possible_value& size) { return size.low == 7'777; };
    const synth::bound_within_sizes<synth::bit_string, decltype(base), decltype(one)> kept{
        base, {0, synth::no_upper_bound}, one, law_test::plan_for()};
    synth::draw cell = law_test::cell(1);
    CHECK(static_cast<std::string_view>(kept(cell)).size() == 7'777);
}
