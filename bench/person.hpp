// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_BENCH_PERSON_HPP
#define SYNTH_BENCH_PERSON_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <synth/synth.hpp>

// A row of a name, an e-mail address, a city, a number and a date, as bench/rivals/fakerjs/rows.mjs makes it
// with faker: the name is a first and a last name, the address has names of its own, digits at times, and a
// host.
namespace bench {

struct person {
    std::string name{};
    std::string email{};
    std::string city{};
    std::int32_t score{};
    synth::date joined{};
};

inline constexpr auto first_names = std::to_array<std::string_view>(
    {"Aaron",   "Abigail", "Adam",      "Adele",   "Agnes",    "Alan",      "Albert",   "Alice",
     "Amanda",  "Amelia",  "Amy",       "Andrea",  "Andrew",   "Angela",    "Anna",     "Anthony",
     "Arthur",  "Ashley",  "Audrey",    "Barbara", "Benjamin", "Bernard",   "Beth",     "Brian",
     "Bridget", "Bruce",   "Carl",      "Carla",   "Caroline", "Catherine", "Cecil",    "Charles",
     "Chloe",   "Claire",  "Clara",     "Colin",   "Connie",   "Craig",     "Cynthia",  "Daniel",
     "Daphne",  "David",   "Deborah",   "Dennis",  "Diana",    "Donald",    "Doris",    "Douglas",
     "Edgar",   "Edith",   "Edward",    "Elaine",  "Eleanor",  "Elizabeth", "Emily",    "Emma",
     "Eric",    "Ernest",  "Esther",    "Eugene",  "Evelyn",   "Felix",     "Fiona",    "Florence",
     "Frances", "Frank",   "Frederick", "Gareth",  "Gavin",    "George",    "Georgina", "Gerald",
     "Gilbert", "Gloria",  "Grace",     "Graham",  "Gregory",  "Hannah",    "Harold",   "Harriet",
     "Harry",   "Hazel",   "Heather",   "Helen",   "Henry",    "Herbert",   "Holly",    "Howard",
     "Hugh",    "Ian",     "Irene",     "Isaac",   "Isabel",   "Ivan",      "Ivy",      "Jack",
     "Jacob",   "James",   "Jane",      "Janet"});
inline constexpr auto last_names = std::to_array<std::string_view>(
    {"Abbott",   "Adams",    "Allen",    "Anderson", "Andrews", "Archer",   "Armstrong", "Arnold",
     "Ashworth", "Atkins",   "Austin",   "Bailey",   "Baker",   "Baldwin",  "Banks",     "Barker",
     "Barnes",   "Barrett",  "Bates",    "Baxter",   "Beck",    "Bell",     "Bennett",   "Benson",
     "Berry",    "Bishop",   "Black",    "Blake",    "Bolton",  "Booth",    "Bowen",     "Bradley",
     "Brooks",   "Brown",    "Bryant",   "Burgess",  "Burke",   "Burns",    "Burton",    "Butler",
     "Byrne",    "Campbell", "Carr",     "Carroll",  "Carter",  "Chambers", "Chapman",   "Clark",
     "Clarke",   "Cole",     "Coleman",  "Collins",  "Cook",    "Cooper",   "Cox",       "Crawford",
     "Cross",    "Curtis",   "Davidson", "Davies",   "Dawson",  "Day",      "Dean",      "Dixon",
     "Douglas",  "Doyle",    "Duncan",   "Edwards",  "Elliott", "Ellis",    "Evans",     "Ferguson",
     "Fisher",   "Fleming",  "Fletcher", "Ford",     "Foster",  "Fowler",   "Fox",       "Francis",
     "Fraser",   "Freeman",  "French",   "Fuller",   "Gardner", "George",   "Gibson",    "Gilbert",
     "Gordon",   "Graham",   "Grant",    "Gray",     "Green",   "Griffin",  "Griffith",  "Hale",
     "Hall",     "Hamilton", "Hansen",   "Harper"});
inline constexpr auto cities = std::to_array<std::string_view>(
    {"Aberdeen",    "Albany",    "Amarillo",  "Anaheim",    "Arlington",   "Atlanta",    "Augusta",
     "Aurora",      "Austin",    "Baltimore", "Bath",       "Baton Rouge", "Berkeley",   "Birmingham",
     "Boise",       "Boston",    "Boulder",   "Bristol",    "Brownsville", "Buffalo",    "Cambridge",
     "Carlisle",    "Chandler",  "Charlotte", "Chester",    "Chicago",     "Cincinnati", "Cleveland",
     "Columbus",    "Dallas",    "Dayton",    "Denver",     "Derby",       "Detroit",    "Dover",
     "Durham",      "El Paso",   "Eugene",    "Exeter",     "Fargo",       "Flagstaff",  "Fort Worth",
     "Fresno",      "Garland",   "Glasgow",   "Gloucester", "Greensboro",  "Hampton",    "Hartford",
     "Henderson",   "Honolulu",  "Houston",   "Inverness",  "Irvine",      "Jackson",    "Jacksonville",
     "Kansas City", "Knoxville", "Lakewood",  "Lancaster",  "Laredo",      "Las Vegas",  "Leeds",
     "Lexington"});
inline constexpr auto hosts = std::to_array<std::string_view>({"example.com", "example.org", "example.net"});

template<std::size_t Size>
std::string_view one_of(const std::array<std::string_view, Size>& texts, synth::draw& cell) {
    return texts[cell.below(Size)];
}

inline constexpr auto full_name = [](synth::draw& cell) {
    synth::inline_text<64> text;
    text.append(one_of(first_names, cell));
    text.append(' ');
    text.append(one_of(last_names, cell));
    return text;
};

inline constexpr auto email = [](synth::draw& cell) {
    synth::inline_text<64> text;
    text.append(one_of(first_names, cell));
    text.append("._"[cell.below(2)]);
    text.append(one_of(last_names, cell));
    if (const std::uint64_t number = cell.below(200); number < 100) {
        text.finish(synth::write_two_digits(text.end(), number));
    }
    text.append('@');
    text.append(one_of(hosts, cell));
    return text;
};

} // namespace bench

template<>
inline constexpr auto synth::table<bench::person> = synth::describe<bench::person>(
    synth::row_count(1'000'000), synth::column<&bench::person::name>(bench::full_name),
    synth::column<&bench::person::email>(bench::email),
    synth::column<&bench::person::city>(synth::choice(bench::cities)),
    synth::column<&bench::person::score>(synth::uniform(0, 1'000'000)),
    synth::column<&bench::person::joined>(
        synth::dates(synth::date::of(2020, 1, 1), synth::date::of(2025, 12, 31))));

#endif
