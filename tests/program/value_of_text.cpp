// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <limits>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <synth/program/value_of_text.hpp>
#include <synth/sink/copy_text.hpp>

using synth::value_of_text;

namespace {

enum class mood { sad, ok };

template<typename Value>
std::string written(const Value& value) {
    constexpr synth::copy_text_format format{};
    synth::byte_buffer buffer;
    const auto view = synth::as_view(value);
    buffer.finish(format.put<Value>(buffer.reserve(format.cell_bound<Value>(view)), view));
    return std::string{buffer.view()};
}

// Whether a value is read back from what synth writes.
template<typename Value>
bool comes_back(const Value& value) {
    return value_of_text<Value>(written(value)) == value;
}

template<typename Value>
void refuses(const std::vector<std::string>& texts) {
    for (const std::string& each : texts) {
        CAPTURE(each);
        CHECK_FALSE(value_of_text<Value>(each).has_value());
    }
}

} // namespace

template<>
inline constexpr auto synth::labels<mood> = std::to_array<std::string_view>({"sad", "o k"});

TEST_CASE("values are read back from what synth writes") {
    CHECK(comes_back(true));
    CHECK(comes_back(std::numeric_limits<std::int64_t>::min()));
    CHECK(comes_back(std::int16_t{-7}));
    CHECK(comes_back(0.1));
    CHECK(comes_back(1e300));
    CHECK(comes_back(0.1F));
    CHECK(comes_back(synth::decimal<12, 2>{-1'950}));
    CHECK(comes_back(synth::decimal<38, 0>::largest()));
    CHECK(comes_back(synth::decimal<60, 20>::lowest()));
    CHECK(comes_back(synth::decimal<5, -2>{123}));
    CHECK(comes_back(synth::decimal<3, 5>{7}));
    CHECK(comes_back(std::string{"a b"}));
    CHECK(comes_back(synth::json{"{}"}));
    CHECK(comes_back(synth::bit_string{"0101"}));
    CHECK(value_of_text<synth::bytes>("\\x00fF") == synth::bytes{std::byte{0}, std::byte{255}});
    CHECK(comes_back(synth::uuid{{0xde, 0xad}}));
    CHECK(comes_back(synth::macaddr{{1, 2, 3, 4, 5, 255}}));
    CHECK(comes_back(synth::macaddr8{{1, 2, 3, 4, 5, 6, 7, 8}}));
    CHECK(comes_back(synth::inet::v4(192, 168, 0, 1, 24)));
    CHECK(comes_back(synth::inet::v4(192, 168, 0, 1)));
    CHECK(comes_back(synth::inet::v6({0x20, 0x01, 0x0d, 0xb8}, 32)));
    CHECK(comes_back(synth::cidr::v4(10, 0, 0, 0, 8)));
    CHECK(comes_back(synth::date::of(1999, 12, 31)));
    CHECK(comes_back(synth::time_of_day::of(23, 59, 59, 999'999)));
    CHECK(comes_back(synth::timestamp::of(synth::date::of(2025, 1, 2), synth::time_of_day::of(3, 4, 5, 6))));
    CHECK(comes_back(synth::timestamp_tz{1'735'689'600'000'001}));
    CHECK(comes_back(mood::ok));
}

TEST_CASE("other spellings of a value are read too") {
    CHECK(value_of_text<bool>("1") == true);
    CHECK(value_of_text<bool>("false") == false);
    CHECK(value_of_text<synth::decimal<12, 2>>("7") == synth::decimal<12, 2>{700});
    CHECK(value_of_text<synth::decimal<12, 2>>("+.5000") == synth::decimal<12, 2>{50});
    CHECK(value_of_text<synth::decimal<12, 2>>("-0.00") == synth::decimal<12, 2>{0});
    CHECK(value_of_text<synth::uuid>("DEAD0000000000000000000000000000") == synth::uuid{{0xde, 0xad}});
}

TEST_CASE("what is no value of the type is none") {
    refuses<bool>({"", "yes", "T"});
    refuses<std::int16_t>({"", "32768", "1.0", " 1", "0x1", "1e1", "+1"});
    refuses<double>({"", " 1", "1 ", "1x", "0x1p3"});
    refuses<synth::decimal<4, 2>>({"", ".", "-", "100", "1.234", "1e2", "NaN", "1.2.3"});
    refuses<synth::decimal<3, -2>>({"50", "150", "100000"});
    refuses<synth::bit_string>({"012"});
    refuses<synth::bytes>({"", "00", "\\x0", "\\xzz"});
    refuses<synth::uuid>({"", "dead", "dead0000-0000-0000-0000-00000000000g"});
    refuses<synth::inet>({"", "1.2.3", "1.2.3.4/33", "1.2.3.4/", "::1/129", "a"});
    refuses<mood>({"", "ok"});
    refuses<synth::interval>({"1 day"});
    refuses<std::vector<std::int32_t>>({"{1}"});
}
