// SPDX-License-Identifier: BSL-1.0
// Tables with checks for the tests of the dataset's parts.
#ifndef SYNTH_TESTS_DATASET_CHECKED_TABLES_HPP
#define SYNTH_TESTS_DATASET_CHECKED_TABLES_HPP

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <synth/dataset/dataset.hpp>
#include <synth/schema/check.hpp>

namespace checked {

enum class status : std::uint8_t { open, paid, shipped };

struct person {
    std::int64_t id{};
    std::string code;
};
struct sale {
    std::int64_t id{};
    std::int32_t left{};
    std::int32_t right{};
    status state{};
    synth::timestamp placed;
    std::optional<synth::timestamp> shipped;
    synth::decimal<12, 2> price{};
    std::int32_t quantity{};
    synth::decimal<14, 2> total{};
    std::optional<std::string> mail;
    std::string kind;
    std::optional<std::int64_t> buyer_id;
    std::optional<std::int64_t> seller_id;
    std::int16_t month{};
    double share{};
    std::vector<std::int32_t> tags;
};
struct game {
    std::int64_t id{};
    std::int64_t home_id{};
    std::int64_t guest_id{};
};

using database = synth::schema<person, sale, game>;

} // namespace checked

template<>
inline constexpr auto synth::labels<checked::status> =
    std::to_array<std::string_view>({"open", "paid", "shipped"});

template<>
inline constexpr auto synth::table<checked::person> = synth::describe<checked::person>(
    synth::row_count(200), synth::unique<&checked::person::code>(),
    synth::check("id_is_large", synth::value<&checked::person::id> > 1'000),
    synth::check("code_has_form",
                 synth::sql::matches(synth::value<&checked::person::code>, "^[A-Z]{2}-[0-9]{4}$")));

template<>
inline constexpr auto synth::table<checked::sale> = synth::describe<checked::sale>(
    synth::row_count(500), synth::references<&checked::sale::buyer_id, &checked::person::id>(),
    synth::references<&checked::sale::seller_id, &checked::person::id>(),
    synth::check("sum", synth::value<&checked::sale::left> + synth::value<&checked::sale::right> <= 100),
    synth::check("left", synth::value<&checked::sale::left> >= 0),
    synth::check("right",
                 synth::value<&checked::sale::right> >= 0 && synth::value<&checked::sale::right> % 5 == 0),
    synth::check("shipping", (synth::value<&checked::sale::state> == checked::status::shipped) ==
                                 synth::sql::is_not_null(synth::value<&checked::sale::shipped>)),
    synth::check("order", synth::value<&checked::sale::shipped> > synth::value<&checked::sale::placed>),
    synth::check("total", synth::value<&checked::sale::total> ==
                              synth::value<&checked::sale::price> * synth::value<&checked::sale::quantity>),
    synth::check("quantity", synth::sql::between(synth::value<&checked::sale::quantity>, 1, 20)),
    synth::check("mail", synth::value<&checked::sale::kind> != "mail" ||
                             synth::sql::like(synth::value<&checked::sale::mail>, "%@%.org")),
    synth::check("kind", synth::sql::in(synth::value<&checked::sale::kind>, "mail", "phone")),
    synth::check("one_party", synth::sql::count_nonnull(synth::value<&checked::sale::buyer_id>,
                                                        synth::value<&checked::sale::seller_id>) == 1),
    synth::check<&checked::sale::month>("even", [](std::int16_t month) { return month % 2 == 0; }),
    synth::check("month", synth::sql::between(synth::value<&checked::sale::month>, 1, 12)),
    synth::check("share", synth::value<&checked::sale::share> > 0 && synth::value<&checked::sale::share> < 1),
    synth::check("tags", synth::sql::cardinality(synth::value<&checked::sale::tags>) > 0 ||
                             synth::value<&checked::sale::quantity> > 10));

template<>
inline constexpr auto synth::table<checked::game> = synth::describe<checked::game>(
    synth::row_count(300), synth::references<&checked::game::home_id, &checked::person::id>(),
    synth::references<&checked::game::guest_id, &checked::person::id>(),
    synth::check("differ", synth::value<&checked::game::home_id> != synth::value<&checked::game::guest_id>));

#endif
