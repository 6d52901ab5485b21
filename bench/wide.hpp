// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_BENCH_WIDE_HPP
#define SYNTH_BENCH_WIDE_HPP

#include <cstdint>
#include <limits>
#include <string>

#include <synth/synth.hpp>

// The columns of the `wide` tables of Bloviate's benchmarks, with the ranges and lengths that its defaults
// give them: create table wide (c_int int, c_bigint bigint, c_name varchar(64), c_desc varchar(128), c_amount
// numeric(12, 2), c_score double precision, c_flag boolean, c_ts timestamp).
namespace bench {

template<int Kind>
struct wide_row {
    std::int32_t c_int{};
    std::int64_t c_bigint{};
    std::string c_name{};
    std::string c_desc{};
    synth::decimal<12, 2> c_amount{};
    double c_score{};
    bool c_flag{};
    synth::timestamp c_ts{};
};

// Bloviate fills texts to their full length, with random letters. `wide` has pieces of English text of these
// lengths, which is what synth has for long texts; `wide_letters` has random letters too.
using wide = wide_row<0>;
using wide_letters = wide_row<1>;

template<typename Row, typename Name, typename Description>
constexpr auto describe_wide(const Name& c_name, const Description& c_desc) {
    return synth::describe<Row>(
        synth::named("wide"),
        synth::column<&Row::c_int>(synth::uniform(0, std::numeric_limits<std::int32_t>::max())),
        synth::column<&Row::c_bigint>(
            synth::uniform(std::int64_t{0}, std::numeric_limits<std::int64_t>::max())),
        synth::column<&Row::c_name>(c_name, synth::max_length(64)),
        synth::column<&Row::c_desc>(c_desc, synth::max_length(128)),
        synth::column<&Row::c_amount>(synth::uniform(0.0, 100'000'000.0)),
        synth::column<&Row::c_score>(synth::uniform(0.0, std::numeric_limits<double>::max())),
        synth::column<&Row::c_ts>(synth::dates(synth::date::of(2019, 9, 23), synth::date::of(2020, 4, 10))));
}

inline constexpr const char* letters_of_both_cases = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

} // namespace bench

template<>
inline constexpr auto synth::table<bench::wide> =
    bench::describe_wide<bench::wide>(synth::text(synth::constant(64)), synth::text(synth::constant(128)));
template<>
inline constexpr auto synth::table<bench::wide_letters> =
    bench::describe_wide<bench::wide_letters>(synth::letters(64, 64, bench::letters_of_both_cases),
                                              synth::letters(128, 128, bench::letters_of_both_cases));

#endif
