// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_TESTS_GOLDEN_TABLES_HPP
#define SYNTH_TESTS_GOLDEN_TABLES_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <synth/synth.hpp>

// Tables whose bytes are golden: every column type by its default generator, every law, every kind of
// reference.
namespace golden {

enum class mood { sad, ok, happy };

struct every_type {
    std::int64_t id{};
    bool flag{};
    std::int16_t small{};
    std::int32_t medium{};
    std::int64_t large{};
    float single{};
    double real{};
    synth::decimal<5, 0> whole{};
    synth::decimal<12, 2> money{};
    synth::decimal<30, 10> wide{};
    synth::decimal<60, 20> widest{};
    std::string text{};
    std::string code{};
    synth::bytes blob{};
    synth::date day{};
    synth::time_of_day time{};
    synth::time_of_day_tz time_tz{};
    synth::timestamp moment{};
    synth::timestamp_tz instant{};
    synth::timestamp second{};
    synth::interval span{};
    synth::uuid identifier{};
    synth::json document{};
    synth::jsonb indexed_document{};
    mood feeling{};
    synth::inet host{};
    synth::cidr network{};
    synth::macaddr card{};
    synth::bit_string bits{};
    std::vector<std::int32_t> numbers{};
    std::vector<std::string> words{};
    std::optional<std::string> maybe_text{};
    std::optional<std::int64_t> maybe_number{};
};

struct every_range {
    std::int64_t id{};
    synth::range<std::int32_t> numbers{};
    synth::range<std::int64_t> wide_numbers{};
    synth::range<synth::decimal<12, 2>> money{};
    synth::range<double> reals{};
    synth::range<synth::date> days{};
    synth::range<synth::timestamp> moments{};
    synth::range<synth::timestamp_tz> instants{};
    synth::multirange<synth::date> stays{};
    std::vector<synth::range<std::int32_t>> several{};
    std::optional<synth::range<synth::date>> maybe_days{};
    synth::range<synth::timestamp_tz> apart{};
    synth::range<synth::date> days_apart{};
    std::vector<std::int32_t> list_apart{};
};

struct every_text_type {
    std::int64_t id{};
    synth::sql_value<"point"> point{};
    synth::sql_value<"line"> line{};
    synth::sql_value<"lseg"> segment{};
    synth::sql_value<"box"> box{};
    synth::sql_value<"path"> path{};
    synth::sql_value<"polygon"> polygon{};
    synth::sql_value<"circle"> circle{};
    synth::sql_value<"tsvector"> words{};
    synth::sql_value<"tsquery"> query{};
    synth::sql_value<"xml"> document{};
    synth::sql_value<"money"> price{};
    synth::sql_value<"pg_lsn"> position{};
    synth::sql_value<"regclass"> table{};
    synth::sql_value<"hstore"> pairs{};
    synth::sql_value<"ltree"> tree{};
    synth::sql_value<"isbn13"> book{};
    synth::sql_value<"vector(4)"> embedding{};
    synth::sql_value<"geometry(Polygon,4326)"> area{};
    synth::sql_value<"nobody.knows"> unknown{};
    std::vector<synth::sql_value<"box">> boxes{};
    synth::composite<"row", std::int32_t, mood, synth::attribute<std::string, 5>, synth::range<synth::date>>
        row{};
    synth::sql_value<"oid"> number_apart{};
    synth::sql_value<"circle"> circle_apart{};
};

struct every_law {
    std::int64_t id{};
    std::int32_t uniform_integer{};
    double uniform_real{};
    double normal_real{};
    std::int32_t normal_integer{};
    synth::decimal<12, 2> lognormal_money{};
    double exponential_real{};
    std::int64_t zipf_rank{};
    std::string chosen{};
    std::string weighted{};
    std::string some_words{};
    std::string some_letters{};
    std::string long_text{};
    synth::date day{};
    std::int32_t by_lambda{};
};

struct customer {
    synth::uuid id{};
    std::string email{};
};

struct profile {
    synth::uuid customer_id{};
    std::string about{};
};

struct category {
    std::int32_t id{};
    std::optional<std::int32_t> parent_id{};
};

struct orders {
    std::int64_t id{};
    synth::uuid customer_id{};
    std::optional<std::int32_t> category_id{};
};

struct line {
    std::int64_t order_id{};
    std::int16_t number{};
    std::int32_t quantity{};
};

struct histogram_line {
    synth::uuid customer_id{};
    std::int32_t number{};
};

struct geometric_line {
    synth::uuid customer_id{};
    std::int32_t number{};
};

struct zipf_line {
    synth::uuid customer_id{};
    std::int32_t number{};
};

struct favourite {
    synth::uuid customer_id{};
    std::int32_t category_id{};
};

} // namespace golden

template<>
inline constexpr auto synth::labels<golden::mood> =
    std::to_array<std::string_view>({"sad", "ok", "very happy"});
template<>
inline constexpr auto synth::table<golden::every_type> = synth::describe<golden::every_type>(
    synth::column<&golden::every_type::code>(synth::fixed_length(3)),
    synth::column<&golden::every_type::second>(synth::fraction_digits(0)),
    synth::column<&golden::every_type::maybe_text>(synth::nulls(0.3), synth::max_length(12)));
template<>
inline constexpr auto synth::table<golden::every_range> =
    synth::describe<golden::every_range>(synth::unique<&golden::every_range::apart>(),
                                         synth::unique<&golden::every_range::days_apart>(),
                                         synth::unique<&golden::every_range::list_apart>());
template<>
inline constexpr auto synth::table<golden::every_text_type> =
    synth::describe<golden::every_text_type>(synth::unique<&golden::every_text_type::number_apart>(),
                                             synth::unique<&golden::every_text_type::circle_apart>());
template<>
inline constexpr auto synth::table<golden::every_law> = synth::describe<golden::every_law>(
    synth::column<&golden::every_law::uniform_integer>(synth::uniform(-40, 60)),
    synth::column<&golden::every_law::uniform_real>(synth::uniform(-1.5, 2.5)),
    synth::column<&golden::every_law::normal_real>(synth::normal(10.0, 2.5)),
    synth::column<&golden::every_law::normal_integer>(synth::normal(100.0, 15.0)),
    synth::column<&golden::every_law::lognormal_money>(synth::lognormal(3.2, 0.9)),
    synth::column<&golden::every_law::exponential_real>(synth::exponential(4.0)),
    synth::column<&golden::every_law::zipf_rank>(synth::zipf(1.1, 1'000'000)),
    synth::column<&golden::every_law::chosen>(synth::choice("red", "green, or not", "")),
    synth::column<&golden::every_law::weighted>(
        synth::weighted(synth::share("often", 0.9), synth::share("seldom", 0.1))),
    synth::column<&golden::every_law::some_words>(synth::words(2, 5)),
    synth::column<&golden::every_law::some_letters>(synth::letters(2, 8)),
    synth::column<&golden::every_law::long_text>(synth::text(synth::uniform(10, 200))),
    synth::column<&golden::every_law::day>(
        synth::dates(synth::date::of(1992, 1, 1), synth::date::of(1998, 12, 31))),
    synth::column<&golden::every_law::by_lambda>([](synth::draw& words) { return words.between(1, 6); }));
template<>
inline constexpr auto synth::table<golden::customer> =
    synth::describe<golden::customer>(synth::unique<&golden::customer::email>(),
                                      synth::column<&golden::customer::email>(synth::max_length(20)));
template<>
inline constexpr auto synth::table<golden::profile> = synth::describe<golden::profile>(
    synth::primary_key<&golden::profile::customer_id>(),
    synth::references<&golden::profile::customer_id, &golden::customer::id>());
template<>
inline constexpr auto synth::table<golden::category> = synth::describe<golden::category>(
    synth::references<&golden::category::parent_id, &golden::category::id>(synth::nulls(0.05)));
template<>
inline constexpr auto synth::table<golden::orders> = synth::describe<golden::orders>(
    synth::references<&golden::orders::customer_id, &golden::customer::id>(synth::zipf(1.1)),
    synth::references<&golden::orders::category_id, &golden::category::id>());
template<>
inline constexpr auto synth::table<golden::line> = synth::describe<golden::line>(
    synth::primary_key<&golden::line::order_id, &golden::line::number>(),
    synth::references<&golden::line::order_id, &golden::orders::id>(synth::children_between(1, 7)));
template<>
inline constexpr auto synth::table<golden::favourite> = synth::describe<golden::favourite>(
    synth::primary_key<&golden::favourite::customer_id, &golden::favourite::category_id>(),
    synth::references<&golden::favourite::customer_id, &golden::customer::id>(),
    synth::references<&golden::favourite::category_id, &golden::category::id>());
template<>
inline constexpr auto synth::table<golden::histogram_line> = synth::describe<golden::histogram_line>(
    synth::primary_key<&golden::histogram_line::customer_id, &golden::histogram_line::number>(),
    synth::references<&golden::histogram_line::customer_id, &golden::customer::id>(
        synth::children_histogram({{0, 0.2}, {1, 0.5}, {4, 0.2}, {9, 0.1}})));
template<>
inline constexpr auto synth::table<golden::geometric_line> = synth::describe<golden::geometric_line>(
    synth::primary_key<&golden::geometric_line::customer_id, &golden::geometric_line::number>(),
    synth::references<&golden::geometric_line::customer_id, &golden::customer::id>(
        synth::children_geometric(1)));
template<>
inline constexpr auto synth::table<golden::zipf_line> = synth::describe<golden::zipf_line>(
    synth::primary_key<&golden::zipf_line::customer_id, &golden::zipf_line::number>(),
    synth::references<&golden::zipf_line::customer_id, &golden::customer::id>(synth::children_zipf(1.1)));

namespace golden {

using tables = synth::schema<every_type, every_law, customer, profile, category, orders, line, favourite,
                             every_range, every_text_type, histogram_line, geometric_line, zipf_line>;

inline synth::dataset<tables> plan() {
    return synth::dataset<tables>{synth::seed{2026},
                                  synth::count<every_type>{3'000},
                                  synth::count<every_law>{3'000},
                                  synth::count<customer>{700},
                                  synth::count<profile>{500},
                                  synth::count<category>{60},
                                  synth::count<orders>{2'003},
                                  synth::count<line>{8'009},
                                  synth::count<favourite>{2'500},
                                  synth::count<every_range>{3'000},
                                  synth::count<every_text_type>{3'000},
                                  synth::count<histogram_line>{1'501},
                                  synth::count<geometric_line>{20'000},
                                  synth::count<zipf_line>{3'003}};
}

} // namespace golden

#endif
