// SPDX-License-Identifier: BSL-1.0
// libFuzzer: the fast forms against writers that are as plain as can be.
//   tests/fuzz/run SECONDS
#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include <synth/sink/copy_binary.hpp>
#include <synth/sink/copy_text.hpp>
#include <synth/sink/csv.hpp>

namespace {

using wide = __int128;

// ---- what the fuzzer gives ----

class input {
public:
    input(const std::uint8_t* data, std::size_t size) : rest_{data, size} {}

    template<typename Integer>
    Integer take() {
        Integer value{};
        const std::size_t size = std::min(sizeof value, rest_.size());
        if (size > 0) {
            std::memcpy(&value, rest_.data(), size);
        }
        rest_ = rest_.subspan(size);
        return value;
    }
    std::string take_text() {
        const std::size_t size = std::min<std::size_t>(take<std::uint8_t>(), rest_.size());
        std::string text(reinterpret_cast<const char*>(rest_.data()), size);
        rest_ = rest_.subspan(size);
        return text;
    }

private:
    std::span<const std::uint8_t> rest_;
};

[[noreturn]] void fail(std::string_view what, std::string_view fast, std::string_view plain) {
    std::fprintf(stderr, "%.*s: fast \"%.*s\", plain \"%.*s\"\n", static_cast<int>(what.size()), what.data(),
                 static_cast<int>(fast.size()), fast.data(), static_cast<int>(plain.size()), plain.data());
    std::abort();
}

void compare(std::string_view what, std::string_view fast, std::string_view plain) {
    if (fast != plain) {
        fail(what, fast, plain);
    }
}

// Into exactly the room that the format asks for.
template<typename Type, typename Format = synth::copy_text_format>
std::string written(const synth::view_of<Type>& value, const Format& format = {}) {
    constexpr std::size_t fixed = Format::template fixed_cell_bound<Type>;
    std::size_t bound = fixed;
    if constexpr (fixed == 0) {
        bound = format.template cell_bound<Type>(value);
    }
    const std::unique_ptr<char[]> room{new char[bound]};
    const char* const end = format.template put<Type>(room.get(), value);
    return {room.get(), static_cast<std::size_t>(end - room.get())};
}

// ---- plain writers ----

std::string digits_of(wide number) {
    std::string text;
    do {
        const auto digit = static_cast<int>(number % 10);
        text.insert(text.begin(), static_cast<char>('0' + (digit < 0 ? -digit : digit)));
        number /= 10;
    } while (number != 0);
    return text;
}

std::string plain_integer(wide number) { return (number < 0 ? "-" : "") + digits_of(number); }

std::string padded(wide number, std::size_t size) {
    const std::string digits = digits_of(number);
    return std::string(size - std::min(size, digits.size()), '0') + digits;
}

std::string plain_decimal(wide units, int scale) {
    std::string digits = digits_of(units);
    if (scale <= 0) {
        digits += units == 0 ? "" : std::string(static_cast<std::size_t>(-scale), '0');
    } else {
        const auto fraction = static_cast<std::size_t>(scale);
        digits = padded(units, fraction + 1);
        digits.insert(digits.size() - fraction, ".");
    }
    return (units < 0 ? "-" : "") + digits;
}

std::string big_endian(std::uint64_t number, unsigned bytes) {
    std::string text;
    for (unsigned index = bytes; index-- > 0;) {
        text.push_back(static_cast<char>(number >> (8 * index)));
    }
    return text;
}

// PostgreSQL's numeric_send: groups of four digits from the decimal point on, without zeros at either end.
std::string plain_numeric(wide units, int scale) {
    std::string digits = digits_of(units);
    int low = -scale;
    while (low % 4 != 0) {
        digits += '0';
        --low;
    }
    digits.insert(0, (4 - digits.size() % 4) % 4, '0');
    std::string groups = digits;
    int weight = low / 4 + static_cast<int>(groups.size() / 4) - 1;
    while (groups.starts_with("0000")) {
        groups.erase(0, 4);
        --weight;
    }
    while (groups.ends_with("0000")) {
        groups.erase(groups.size() - 4);
    }
    weight = groups.empty() ? 0 : weight;
    std::string cell = big_endian(groups.size() / 4, 2) + big_endian(static_cast<std::uint16_t>(weight), 2) +
                       big_endian(units < 0 ? 0x4000 : 0, 2) +
                       big_endian(static_cast<std::uint64_t>(scale > 0 ? scale : 0), 2);
    for (std::size_t place = 0; place < groups.size(); place += 4) {
        cell += big_endian(static_cast<std::uint64_t>(std::stoi(groups.substr(place, 4))), 2);
    }
    return big_endian(cell.size(), 4) + cell;
}

// By counting years and months; the era repeats every 400 years.
std::string plain_date(std::int64_t days, bool& before_christ) {
    const std::int64_t eras = days / 146'097 - (days % 146'097 < 0 ? 1 : 0);
    std::int64_t rest = days - eras * 146'097;
    std::int64_t year = 1970;
    const auto leap = [](std::int64_t each) { return each % 4 == 0 && (each % 100 != 0 || each % 400 == 0); };
    while (rest >= (leap(year) ? 366 : 365)) {
        rest -= leap(year) ? 366 : 365;
        ++year;
    }
    std::array<int, 12> months{31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    std::size_t month = 0;
    while (rest >= months[month]) {
        rest -= months[month];
        ++month;
    }
    year += 400 * eras;
    before_christ = year <= 0;
    return padded(before_christ ? 1 - year : year, 4) + "-" + padded(static_cast<int>(month) + 1, 2) + "-" +
           padded(rest + 1, 2);
}

std::string plain_clock(std::int64_t microseconds) {
    const std::int64_t seconds = microseconds / 1'000'000;
    std::string text =
        padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" + padded(seconds % 60, 2);
    if (microseconds % 1'000'000 != 0) {
        text += "." + padded(microseconds % 1'000'000, 6);
        text.erase(text.find_last_not_of('0') + 1);
    }
    return text;
}

std::string plain_timestamp(std::int64_t microseconds) {
    constexpr std::int64_t day = 86'400'000'000;
    const std::int64_t days = microseconds / day - (microseconds % day < 0 ? 1 : 0);
    bool before_christ = false;
    const std::string date = plain_date(days, before_christ);
    return date + " " + plain_clock(microseconds - days * day) + (before_christ ? " BC" : "");
}

std::string plain_copy(std::string_view text) {
    std::string cell;
    for (const char letter : text) {
        const std::size_t place = std::string_view{"\b\f\n\r\t\v\\"}.find(letter);
        cell += place == std::string_view::npos ? std::string{letter} : std::string{'\\', "bfnrtv\\"[place]};
    }
    return cell;
}

std::string plain_csv(std::string_view text, char delimiter) {
    if (!text.empty() && text != "\\." &&
        text.find_first_of(std::string{"\"\r\n"} + delimiter) == std::string_view::npos) {
        return std::string{text};
    }
    std::string cell = "\"";
    for (const char letter : text) {
        cell += letter == '"' ? "\"\"" : std::string{letter};
    }
    return cell + "\"";
}

// ---- comparisons ----

template<typename Integer>
void compare_integer(Integer value) {
    compare("integer", written<Integer>(value), plain_integer(value));
    compare("integer in binary", written<Integer>(value, synth::copy_binary_format{}),
            big_endian(sizeof value, 4) + big_endian(static_cast<std::uint64_t>(value), sizeof value));
}

template<unsigned Precision, int Scale>
void compare_decimal(wide number) {
    using type = synth::decimal<Precision, Scale>;
    wide limit = 1;
    for (unsigned digit = 0; digit < Precision; ++digit) {
        limit *= 10;
    }
    const wide units = number % limit;
    const type value{static_cast<typename type::storage>(units)};
    compare("decimal", written<type>(value), plain_decimal(units, Scale));
    compare("decimal in binary", written<type>(value, synth::copy_binary_format{}),
            plain_numeric(units, Scale));
}

std::size_t digits_in(const std::string& text) {
    std::string digits;
    for (const char letter : text.substr(0, text.find('e'))) {
        if (letter >= '0' && letter <= '9') {
            digits += letter;
        }
    }
    digits.erase(0, digits.find_first_not_of('0'));
    digits.erase(digits.find_last_not_of('0') + 1);
    return digits.size();
}

template<typename Float>
Float parsed(const std::string& text) {
    if constexpr (sizeof(Float) == 8) {
        return std::strtod(text.c_str(), nullptr);
    } else {
        return std::strtof(text.c_str(), nullptr);
    }
}

// The fewest digits of printf that read back as the number, also when they are a little more or a little
// less: digits half-way to a neighbour are not taken.
template<typename Float>
std::string fewest_digits(Float value) {
    std::array<char, 64> text{};
    for (int precision = 0; precision < 20; ++precision) {
        std::snprintf(text.data(), text.size(), "%.*e", precision, static_cast<double>(value));
        const std::string digits = text.data();
        const std::size_t mark = digits.find('e');
        std::string more = digits;
        more.insert(mark, precision == 0 ? ".00000000000000000000000001" : "00000000000000000000000001");
        std::string less = digits;
        for (std::size_t place = mark; place-- > 0;) { // one less in the last place, and nines behind it
            if (less[place] >= '1' && less[place] <= '9') {
                --less[place];
                break;
            }
            less[place] = less[place] == '0' ? '9' : less[place];
        }
        less.insert(mark, precision == 0 ? ".99999999999999999999999999" : "99999999999999999999999999");
        if (parsed<Float>(digits) == value && parsed<Float>(more) == value && parsed<Float>(less) == value) {
            return digits;
        }
    }
    return text.data();
}

template<typename Float>
void compare_real(Float value) {
    const std::string fast = written<Float>(value);
    if (!(value - value == 0)) {
        compare("real", fast, value != value ? "NaN" : value < 0 ? "-Infinity" : "Infinity");
        return;
    }
    if (std::memcmp(&value, std::array{parsed<Float>(fast)}.data(), sizeof value) != 0) {
        fail("real", fast, "reads back as another number");
    }
    if (value == 0) {
        return;
    }
    const std::string plain = fewest_digits(value);
    // One digit more or less: the shortest need not be the nearest, which is all that printf tries.
    if (digits_in(fast) > digits_in(plain) + 1 || digits_in(fast) + 1 < digits_in(plain)) {
        fail("real", fast, plain);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    input from{data, size};
    const auto number = from.take<std::uint64_t>();
    const auto upper = from.take<std::int64_t>();
    compare_integer(static_cast<std::int16_t>(number));
    compare_integer(static_cast<std::int32_t>(number));
    compare_integer(static_cast<std::int64_t>(number));
    const auto whole = static_cast<wide>(
        (static_cast<unsigned __int128>(static_cast<std::uint64_t>(upper)) << 64U) | number);
    const auto narrow = static_cast<std::int64_t>(number);
    compare_decimal<9, 2>(narrow);
    compare_decimal<18, 0>(narrow);
    compare_decimal<18, 18>(narrow);
    compare_decimal<15, 4>(narrow);
    compare_decimal<18, 10>(narrow);
    compare_decimal<18, 11>(narrow);
    compare_decimal<5, -3>(narrow);
    compare_decimal<30, 10>(whole);
    compare_real(std::bit_cast<double>(number));
    compare_real(static_cast<double>(narrow % 1'000'000'000) / 100);
    compare_real(std::bit_cast<float>(static_cast<std::uint32_t>(number)));

    const auto days = static_cast<std::int32_t>(static_cast<std::int64_t>(number % 4'000'000) - 2'000'000);
    bool before_christ = false;
    const std::string date = plain_date(days, before_christ) + (before_christ ? " BC" : "");
    compare("date", written<synth::date>(synth::date{days}), date);
    compare("date in binary", written<synth::date>(synth::date{days}, synth::copy_binary_format{}),
            big_endian(4, 4) + big_endian(static_cast<std::uint32_t>(days - 10'957), 4));
    const std::int64_t moment = upper % 200'000'000'000'000'000;
    compare("timestamp", written<synth::timestamp>(synth::timestamp{moment}), plain_timestamp(moment));
    const auto time = static_cast<std::int64_t>(number % 86'400'000'001);
    compare("time", written<synth::time_of_day>(synth::time_of_day{time}), plain_clock(time));

    const std::string text = from.take_text();
    compare("text", written<std::string>(text), plain_copy(text));
    compare("text in CSV", written<std::string>(text, synth::csv_format{}), plain_csv(text, ','));
    compare("text in CSV with tabs", written<std::string>(text, synth::csv_format{.delimiter = '\t'}),
            plain_csv(text, '\t'));
    compare("text in binary", written<std::string>(text, synth::copy_binary_format{}),
            big_endian(text.size(), 4) + text);
    return 0;
}
