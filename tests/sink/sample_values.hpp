// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_TESTS_SINK_SAMPLE_VALUES_HPP
#define SYNTH_TESTS_SINK_SAMPLE_VALUES_HPP

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <synth/schema/column_type.hpp>

// Edge values of every column type, and random ones, for the tests that compare forms.
namespace samples {

enum class mood { sad, ok, very_happy, odd, sly, nil };

} // namespace samples

template<>
inline constexpr auto synth::labels<samples::mood> =
    std::to_array<std::string_view>({"sad", "ok", "very happy", "o,d\"d", "back\\slash\t", "NULL"});
template<>
inline constexpr std::string_view synth::enumeration_name<samples::mood> = "mood";

namespace samples {

/// Steele, Lea, Flood 2014 (splitmix64): enough for a test, and the same everywhere.
struct random_words {
    std::uint64_t state;
    std::uint64_t operator()() {
        state += 0x9e37'79b9'7f4a'7c15U;
        std::uint64_t word = state;
        word = (word ^ (word >> 30U)) * 0xbf58'476d'1ce4'e5b9U;
        word = (word ^ (word >> 27U)) * 0x94d0'49bb'1331'11ebU;
        return word ^ (word >> 31U);
    }
    // Small and large numbers alike.
    std::uint64_t spread() {
        const std::uint64_t word = (*this)();
        return word >> ((*this)() % 64);
    }
    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>((*this)() % (static_cast<std::uint64_t>(high - low) + 1));
    }
};

template<typename Type>
struct values_of;

template<typename Type>
std::vector<Type> values(std::size_t random_count) {
    std::vector<Type> all = values_of<Type>::edges();
    random_words words{random_count + 1};
    for (std::size_t index = 0; index < random_count; ++index) {
        all.push_back(values_of<Type>::random(words));
    }
    return all;
}

template<>
struct values_of<bool> {
    static std::vector<bool> edges() { return {true, false}; }
    static bool random(random_words& words) { return (words() & 1U) != 0; }
};

template<std::signed_integral Integer>
struct values_of<Integer> {
    static std::vector<Integer> edges() {
        using limits = std::numeric_limits<Integer>;
        return {limits::min(), limits::min() + 1, -1, 0, 1, 9, 10, 99, 100, 999, 1000, 9999,
                10'000,        limits::max()};
    }
    static Integer random(random_words& words) {
        const auto value = static_cast<Integer>(words.spread());
        return (words() & 1U) != 0 ? value : static_cast<Integer>(0 - static_cast<std::uint64_t>(value));
    }
};

template<std::floating_point Float>
struct values_of<Float> {
    using bits = std::conditional_t<sizeof(Float) == 8, std::uint64_t, std::uint32_t>;
    static std::vector<Float> edges() {
        using limits = std::numeric_limits<Float>;
        std::vector<Float> all{0,
                               Float(-0.0),
                               limits::quiet_NaN(),
                               limits::infinity(),
                               -limits::infinity(),
                               limits::denorm_min(),
                               limits::min(),
                               limits::max(),
                               limits::lowest(),
                               limits::epsilon(),
                               Float(1e22),
                               Float(1e23),
                               Float(1e15),
                               Float(1e14),
                               Float(123456789012345678.0),
                               Float(1e5),
                               Float(1e6),
                               Float(123456.7),
                               Float(1234567),
                               Float(0.0001),
                               Float(0.00012345678901234567),
                               Float(0.00001),
                               Float(0.1),
                               Float(0.3),
                               Float(16777216),
                               Float(9007199254740993.0),
                               Float(2.5)};
        for (int exponent = limits::min_exponent - limits::digits; exponent < limits::max_exponent;
             ++exponent) {
            Float power = 1;
            for (int step = 0; step < (exponent < 0 ? -exponent : exponent); ++step) {
                power *= exponent < 0 ? Float(0.5) : Float(2);
            }
            all.push_back(power);
        }
        return all;
    }
    static Float random(random_words& words) {
        switch (words() % 4) {
        case 0:
            return static_cast<Float>(words.between(-1'000'000, 1'000'000)) / 100;
        case 1:
            return static_cast<Float>(words.spread());
        case 2:
            return static_cast<Float>(words.spread() % 1'000'000) / (Float(1ULL << (words() % 60)));
        default: {
            const auto value = std::bit_cast<Float>(static_cast<bits>(words()));
            return value == value ? value : Float(1);
        }
        }
    }
};

template<unsigned Precision, int Scale>
struct values_of<synth::decimal<Precision, Scale>> {
    using type = synth::decimal<Precision, Scale>;
    static std::vector<type> edges() {
        std::vector<type> all{type::largest(), type::lowest(), type{}, type{1}, type{-1}};
        typename type::storage power{1};
        for (unsigned digits = 1; digits < Precision; ++digits) {
            if constexpr (synth::any_integer<typename type::storage>) {
                power = static_cast<typename type::storage>(power * 10);
            } else {
                power.multiply_add(10, 0);
            }
            all.push_back(type{power});
            all.push_back(-type{power} + type{1});
        }
        return all;
    }
    static type random(random_words& words) {
        const std::uint64_t digits = words() % Precision + 1;
        typename type::storage units{};
        for (std::uint64_t digit = 0; digit < digits; ++digit) {
            const std::uint64_t next = words() % 3 == 0 ? 0 : words() % 10;
            if constexpr (synth::any_integer<typename type::storage>) {
                units = static_cast<typename type::storage>(units * 10 + static_cast<int>(next));
            } else {
                units.multiply_add(10, next);
            }
        }
        return (words() & 1U) != 0 ? type{units} : -type{units};
    }
};

inline std::string random_text(random_words& words, std::string_view letters, std::size_t longest) {
    std::string text;
    for (std::uint64_t size = words() % (longest + 1); size > 0; --size) {
        text.push_back(letters[words() % letters.size()]);
    }
    return text;
}

template<>
struct values_of<std::string> {
    static std::vector<std::string> edges() {
        std::vector<std::string> all{"",
                                     " ",
                                     "a",
                                     ",",
                                     "\"",
                                     "\\",
                                     "\\.",
                                     "\\N",
                                     "NULL",
                                     "null",
                                     "\n",
                                     "\r\n",
                                     "\t",
                                     "\v",
                                     "\f",
                                     "\b",
                                     "a\x01z",
                                     "a\x7fz",
                                     "{}",
                                     "{a,b}",
                                     "gr\xc3\xb6\xc3\x9f"
                                     "e",
                                     "it's",
                                     "\\.\nx",
                                     "x\n\\.\ny",
                                     "\"\"",
                                     "a;b|c",
                                     "12345678",
                                     "1234567,",
                                     ",2345678",
                                     "123456789012345",
                                     "1234567890123456,",
                                     "12345678901234567"};
        std::string longer;
        for (int size = 0; size < 70; ++size) {
            longer.push_back(static_cast<char>('a' + size % 26));
            all.push_back(longer);
            all.push_back(longer + ",");
            all.push_back("\n" + longer);
        }
        return all;
    }
    static std::string random(random_words& words) {
        return random_text(
            words, words() % 2 != 0 ? "ab ,;|\"\\\n\r\t\v\f\b{}xyzNULL'.-" : "abcdefghijklmnop qrst", 60);
    }
};

template<>
struct values_of<synth::bytes> {
    static std::vector<synth::bytes> edges() {
        std::vector<synth::bytes> all{{}};
        for (int size = 1; size < 20; ++size) {
            all.emplace_back(static_cast<std::size_t>(size), static_cast<std::byte>(size * 37));
        }
        return all;
    }
    static synth::bytes random(random_words& words) {
        synth::bytes all;
        for (std::uint64_t size = words() % 40; size > 0; --size) {
            all.push_back(static_cast<std::byte>(words()));
        }
        return all;
    }
};

template<>
struct values_of<synth::date> {
    static std::vector<synth::date> edges() {
        using synth::date;
        return {date{0},
                date{-1},
                date::of(-4712, 1, 1),
                date::of(5'874'897, 12, 31),
                date::of(1, 1, 1),
                date::of(0, 12, 31),
                date::of(0, 2, 29),
                date::of(-43, 3, 15),
                date::of(1900, 12, 31),
                date::of(1901, 1, 1),
                date::of(2000, 2, 29),
                date::of(2024, 2, 29),
                date::of(2099, 12, 31),
                date::of(2100, 1, 1),
                date::of(2100, 2, 28),
                date::of(9999, 12, 31),
                date::of(10'000, 1, 1),
                date::of(999, 6, 30),
                date::of(1582, 10, 10)};
    }
    static synth::date random(random_words& words) {
        const bool near = words() % 2 != 0;
        const std::int64_t low = near ? -40'000 : synth::date::of(-4712, 1, 1).days;
        const std::int64_t high = near ? 60'000 : synth::date::of(5'874'897, 12, 31).days;
        return {static_cast<std::int32_t>(words.between(low, high))};
    }
};

inline std::int64_t random_clock(random_words& words) {
    const std::int64_t seconds = words.between(0, 86'399) * 1'000'000;
    switch (words() % 4) {
    case 0:
        return seconds;
    case 1:
        return seconds + words.between(0, 999) * 1'000;
    case 2:
        return seconds + words.between(0, 9) * 100'000;
    default:
        return seconds + words.between(0, 999'999);
    }
}

template<>
struct values_of<synth::time_of_day> {
    static std::vector<synth::time_of_day> edges() {
        using synth::time_of_day;
        return {{0},
                {1},
                {10},
                {100'000},
                {999'999},
                {1'000'000},
                {86'399'999'999},
                {86'400'000'000},
                time_of_day::of(4, 5, 6, 789'000)};
    }
    static synth::time_of_day random(random_words& words) { return {random_clock(words)}; }
};

template<>
struct values_of<synth::time_of_day_tz> {
    static std::vector<synth::time_of_day_tz> edges() {
        return {{0, 0},
                {1, 3600},
                {86'400'000'000, -3600},
                {86'399'999'999, 57'599},
                {5, -57'599},
                {0, 19'800},
                {0, -12'600},
                {0, -1},
                {0, 60},
                {0, -59}};
    }
    static synth::time_of_day_tz random(random_words& words) {
        const std::int64_t unit = words() % 3 == 0 ? 1 : words() % 2 == 0 ? 900 : 3600;
        return {random_clock(words),
                static_cast<std::int32_t>(words.between(-57'599 / unit, 57'599 / unit) * unit)};
    }
};

template<typename Moment>
    requires std::same_as<Moment, synth::timestamp> || std::same_as<Moment, synth::timestamp_tz>
struct values_of<Moment> {
    static std::vector<Moment> edges() {
        using synth::date;
        using synth::time_of_day;
        return {{0},
                {-1},
                {1},
                {946'684'800'000'000},
                Moment::of(date::of(-4712, 1, 1)),
                Moment::of(date::of(294'246, 12, 31), {86'399'999'999}),
                Moment::of(date::of(0, 12, 31), {86'399'999'999}),
                Moment::of(date::of(1, 1, 1)),
                Moment::of(date::of(-43, 3, 15), {1}),
                Moment::of(date::of(9999, 12, 31), {86'399'999'990}),
                Moment::of(date::of(10'000, 1, 1)),
                Moment::of(date::of(2024, 2, 29), time_of_day::of(4, 5, 6, 789'000))};
    }
    static Moment random(random_words& words) {
        const bool near = words() % 2 != 0;
        const std::int64_t low = near ? -40'000 : synth::date::of(-4712, 1, 1).days;
        const std::int64_t high = near ? 60'000 : synth::date::of(294'246, 12, 30).days;
        return {words.between(low, high) * synth::microseconds_per_day + random_clock(words)};
    }
};

template<>
struct values_of<synth::interval> {
    static std::vector<synth::interval> edges() {
        constexpr std::int32_t low = std::numeric_limits<std::int32_t>::min();
        constexpr std::int32_t high = std::numeric_limits<std::int32_t>::max();
        return {{},
                {14, 3, 14'706'789'000},
                {1, 0, 0},
                {12, 0, 0},
                {-1, 0, 0},
                {0, 1, 0},
                {0, -1, 0},
                {0, -1, 7'380'000'000},
                {-14, 3, -1},
                {-14, 0, 1},
                {0, 0, 1},
                {0, 0, -1},
                {0, 0, std::numeric_limits<std::int64_t>::max()},
                {0, 0, std::numeric_limits<std::int64_t>::min() + 1},
                {high, high, 86'400'000'000},
                {low, low, -1},
                {11, -31, 3'600'000'000},
                {-12, 1, 0}};
    }
    static synth::interval random(random_words& words) {
        const auto small = [&] { return static_cast<std::int32_t>(words.between(-40, 40)); };
        return {words() % 2 != 0 ? small() : 0, words() % 2 != 0 ? small() : 0,
                words() % 3 == 0 ? 0 : random_clock(words) * words.between(-20, 20)};
    }
};

template<>
struct values_of<synth::uuid> {
    static std::vector<synth::uuid> edges() {
        return {{}, {{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0xab, 0xcd, 0xef, 0x9a, 0xa9, 0xff}}};
    }
    static synth::uuid random(random_words& words) {
        synth::uuid value;
        for (auto& byte : value.bytes) {
            byte = static_cast<std::uint8_t>(words());
        }
        return value;
    }
};

// Texts that jsonb shows unchanged.
template<typename Json>
    requires std::same_as<Json, synth::json> || std::same_as<Json, synth::jsonb>
struct values_of<Json> {
    static std::vector<Json> edges() {
        return {{"{}"},
                {"[]"},
                {"1"},
                {"null"},
                {"\"a\""},
                {"{\"a\": 1}"},
                {"{\"a\": \"x\\ny\", \"b\": [1, 2, null]}"},
                {"\"\\\\\""},
                {"\"a\\tb,c\""},
                {"true"}};
    }
    static Json random(random_words& words) {
        return {"{\"k\": " + std::to_string(words() >> 12U) + ", \"t\": \"" +
                random_text(words, "ab ,;|{}'.", 20) + "\"}"};
    }
};

template<typename Address>
    requires std::same_as<Address, synth::inet> || std::same_as<Address, synth::cidr>
struct values_of<Address> {
    static Address masked(Address value) {
        if constexpr (std::same_as<Address, synth::cidr>) {
            const unsigned bits = value.family == 6 ? 128 : 32;
            for (unsigned bit = value.prefix; bit < bits; ++bit) {
                value.address[bit / 8] =
                    static_cast<std::uint8_t>(value.address[bit / 8] & ~(0x80U >> (bit % 8)));
            }
        }
        return value;
    }
    static std::vector<Address> edges() {
        std::vector<Address> all{Address::v4(0, 0, 0, 0, 0),
                                 Address::v4(255, 255, 255, 255),
                                 Address::v4(10, 0, 0, 1, 8),
                                 Address::v4(192, 168, 100, 99, 31),
                                 Address::v6({}),
                                 Address::v6({}, 0),
                                 Address::v6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}),
                                 Address::v6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 1, 2, 3, 4}),
                                 Address::v6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4}),
                                 Address::v6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5}),
                                 Address::v6({0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0}),
                                 Address::v6({0x20, 1, 0x0d, 0xb8}, 64),
                                 Address::v6({0x20, 1, 0, 0, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 9}),
                                 Address::v6({0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 1, 2, 3, 4}),
                                 Address::v6({0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8})};
        for (auto& value : all) {
            value = masked(value);
        }
        return all;
    }
    static Address random(random_words& words) {
        Address value;
        value.family = words() % 2 != 0 ? 6 : 4;
        for (std::size_t index = 0; index < (value.family == 6 ? 16 : 4); ++index) {
            value.address[index] = words() % 2 != 0 ? static_cast<std::uint8_t>(words()) : 0;
        }
        value.prefix = static_cast<std::uint8_t>(words() % (value.family == 6 ? 129 : 33));
        return masked(value);
    }
};

template<typename Hardware>
    requires std::same_as<Hardware, synth::macaddr> || std::same_as<Hardware, synth::macaddr8>
struct values_of<Hardware> {
    static std::vector<Hardware> edges() { return {{}, {{8, 0, 0x2b, 1, 2, 0xff}}}; }
    static Hardware random(random_words& words) {
        Hardware value;
        for (auto& byte : value.bytes) {
            byte = static_cast<std::uint8_t>(words());
        }
        return value;
    }
};

template<>
struct values_of<synth::bit_string> {
    static std::vector<synth::bit_string> edges() {
        return {{""}, {"0"}, {"1"}, {"10110111"}, {"101101110"}, {"0000000000000001"}};
    }
    static synth::bit_string random(random_words& words) { return {random_text(words, "01", 70)}; }
};

template<>
struct values_of<mood> {
    static std::vector<mood> edges() {
        return {mood::sad, mood::ok, mood::very_happy, mood::odd, mood::sly, mood::nil};
    }
    static mood random(random_words& words) { return static_cast<mood>(words() % 6); }
};

// Ranges as PostgreSQL shows them: not empty unless they say so, and [a,b) where elements are whole.
template<typename Element>
struct values_of<synth::range<Element>> {
    using type = synth::range<Element>;
    static constexpr bool whole = std::integral<Element> || std::same_as<Element, synth::date>;
    static std::vector<type> edges() {
        std::vector<type> all{{{}, {}, false, false, false}, type{{}, {}, false, false, true}};
        for (const Element& each : values_of<Element>::edges()) {
            if (orders(each)) {
                all.push_back({each, {}, true, false, false});
                all.push_back({{}, each, false, false, false});
                if (!whole) {
                    all.push_back({each, each, true, true, false});
                    all.push_back({each, {}, false, false, false});
                    all.push_back({{}, each, false, true, false});
                }
            }
        }
        return all;
    }
    static type random(random_words& words) {
        const Element one = values_of<Element>::random(words);
        const Element other = values_of<Element>::random(words);
        if (!orders(one) || !orders(other) || one == other) {
            return {{}, {}, false, false, true};
        }
        type value = one < other ? type::of(one, other) : type::of(other, one);
        if (!whole) {
            value.lower_inclusive = words() % 2 == 0;
            value.upper_inclusive = words() % 2 == 0;
        }
        return value;
    }

private:
    static bool orders(const Element& value) { return value == value; } // NaN does not
};

template<typename Element>
struct values_of<synth::multirange<Element>> {
    using type = synth::multirange<Element>;
    static std::vector<type> edges() {
        std::vector<type> all{{}};
        for (const auto& each : values_of<synth::range<Element>>::edges()) {
            if (!each.empty) {
                all.push_back({{each}});
            }
        }
        return all;
    }
    static type random(random_words& words) {
        std::vector<Element> bounds;
        for (std::uint64_t left = 2 * (words() % 4); left > 0; --left) {
            bounds.push_back(values_of<Element>::random(words));
        }
        std::sort(bounds.begin(), bounds.end());
        type value;
        for (std::size_t index = 0; index + 1 < bounds.size(); index += 2) {
            const bool apart = value.ranges.empty() || *value.ranges.back().upper < bounds[index];
            if (apart && bounds[index] < bounds[index + 1]) {
                value.ranges.push_back(synth::range<Element>::of(bounds[index], bounds[index + 1]));
            }
        }
        return value;
    }
};

template<typename Element>
    requires synth::scalar_type<Element>
struct values_of<std::vector<std::optional<Element>>> {
    using type = std::vector<std::optional<Element>>;
    static std::vector<type> edges() {
        const std::vector<Element> edges = values_of<Element>::edges();
        std::vector<type> all{
            {}, {std::nullopt}, {std::nullopt, std::nullopt}, type(edges.begin(), edges.end())};
        for (std::size_t index = 0; index < edges.size(); ++index) {
            all.push_back({edges[index]});
            all.push_back({edges[index], std::nullopt});
        }
        return all;
    }
    static type random(random_words& words) {
        type value;
        for (std::uint64_t size = words() % 5; size > 0; --size) {
            value.push_back(words() % 5 == 0 ? std::nullopt
                                             : std::optional<Element>{values_of<Element>::random(words)});
        }
        return value;
    }
};

template<typename Element>
    requires synth::scalar_type<Element>
struct values_of<std::vector<Element>> {
    using type = std::vector<Element>;
    static std::vector<type> edges() { return {{}, values_of<Element>::edges()}; }
    static type random(random_words& words) {
        type value;
        for (std::uint64_t size = words() % 5; size > 0; --size) {
            value.push_back(values_of<Element>::random(words));
        }
        return value;
    }
};

} // namespace samples

#endif
