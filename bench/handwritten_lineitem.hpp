// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_BENCH_HANDWRITTEN_LINEITEM_HPP
#define SYNTH_BENCH_HANDWRITTEN_LINEITEM_HPP

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

// The row of lineitem.hpp as one would write it by hand for speed: one loop, no description of anything.
// Columns, ranges and formats are the same, and so are the random words: a word for each cell, from the same
// function. What a library for all tables cannot know is used: how many digits a number has at most, which
// small ranges fit a table of finished cells, which separator follows. Orders are counted along, so rows can
// only be made from the first line of an order on, one after the other.
namespace bench::handwritten {

// ---- random words ----

__extension__ using wide = unsigned __int128;

[[gnu::always_inline]] inline std::uint64_t mix(std::uint64_t value) {
    value ^= value >> 27U;
    value *= 0x3c79ac492ba7b653U;
    value ^= value >> 33U;
    value *= 0x1c69b3f74ac4ae35U;
    value ^= value >> 27U;
    return value;
}

// Each column has its own start and odd step from row to row.
enum class column : unsigned {
    lines,
    part,
    supplier,
    quantity,
    price,
    discount,
    tax,
    return_flag,
    status,
    ship_date,
    commit_date,
    receipt_date,
    instruction,
    mode,
    comment
};

[[gnu::always_inline]] inline std::uint64_t word(column which, std::uint64_t row) {
    constexpr auto streams = [] {
        std::array<std::array<std::uint64_t, 2>, 15> all{};
        std::uint64_t state = 42;
        for (auto& stream : all) {
            for (std::uint64_t& number : stream) {
                // SplitMix64
                state += 0x9e3779b97f4a7c15U;
                std::uint64_t next = state;
                next = (next ^ next >> 30U) * 0xbf58476d1ce4e5b9U;
                next = (next ^ next >> 27U) * 0x94d049bb133111ebU;
                number = next ^ next >> 31U;
            }
            stream[1] |= 1U;
        }
        return all;
    }();
    const auto& [start, step] = streams[static_cast<std::size_t>(which)];
    return mix(start + row * step);
}

// A number in [0, bound). The bounds are so far below 2^64 that refusing the few surplus words, as
// synth::draw does, changes nothing that can be seen; without it there is no branch.
[[gnu::always_inline]] inline std::uint64_t below(column which, std::uint64_t row, std::uint64_t bound) {
    return static_cast<std::uint64_t>(static_cast<wide>(word(which, row)) * bound >> 64U);
}

// ---- finished cells, their separator included ----

struct cell {
    std::array<char, 31> bytes{};
    std::uint8_t size{};
};
struct small_cell {
    std::array<char, 15> bytes{};
    std::uint8_t size{};
};

template<typename Cell>
Cell finished(const std::string& text) {
    Cell made;
    text.copy(made.bytes.data(), made.bytes.size());
    made.size = static_cast<std::uint8_t>(text.size());
    return made;
}

template<typename Cell>
[[gnu::always_inline]] inline char* put(char* out, const Cell& from) {
    std::memcpy(out, &from, sizeof(Cell)); // always the whole of it: what is behind the size is overwritten
    return out + from.size;
}

template<typename... Arguments>
std::string formatted(const char* format, Arguments... arguments) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), format, arguments...);
    return text.data();
}

struct tables {
    std::array<std::array<char, 4>, 10'000> digits{}; // "0000" to "9999"
    std::vector<small_cell> quantities;               // 1.00 to 50.00
    std::vector<small_cell> hundredths;               // 0.00 to 0.10
    std::vector<small_cell> dates;                    // 1992-01-02 to 1998-12-31
    std::array<cell, 4> instructions{};
    std::array<small_cell, 7> modes{};
    std::string pool; // words with a blank between two
    std::vector<std::uint32_t> word_starts;

    explicit tables(std::string_view words) : pool{words} {
        for (unsigned number = 0; number < digits.size(); ++number) {
            formatted("%04u", number).copy(digits[number].data(), 4);
        }
        for (unsigned hundredth = 100; hundredth <= 5'000; ++hundredth) {
            quantities.push_back(
                finished<small_cell>(formatted("%u.%02u\t", hundredth / 100, hundredth % 100)));
        }
        for (unsigned hundredth = 0; hundredth <= 10; ++hundredth) {
            hundredths.push_back(finished<small_cell>(formatted("0.%02u\t", hundredth)));
        }
        for (unsigned year = 1992; year <= 1998; ++year) {
            for (unsigned month = 1; month <= 12; ++month) {
                const unsigned days = month == 2 ? (year % 4 == 0 ? 29 : 28) : 30 + (month + month / 8) % 2;
                for (unsigned day = year == 1992 && month == 1 ? 2 : 1; day <= days; ++day) {
                    dates.push_back(finished<small_cell>(formatted("%u-%02u-%02u\t", year, month, day)));
                }
            }
        }
        const std::array<const char*, 4> instruction_texts{"DELIVER IN PERSON\t", "COLLECT COD\t", "NONE\t",
                                                           "TAKE BACK RETURN\t"};
        for (std::size_t index = 0; index < instructions.size(); ++index) {
            instructions[index] = finished<cell>(instruction_texts[index]);
        }
        const std::array<const char*, 7> mode_texts{"REG AIR\t", "AIR\t",  "RAIL\t", "SHIP\t",
                                                    "TRUCK\t",   "MAIL\t", "FOB\t"};
        for (std::size_t index = 0; index < modes.size(); ++index) {
            modes[index] = finished<small_cell>(mode_texts[index]);
        }
        for (std::size_t place = 1; place + 256 < pool.size(); ++place) {
            if (pool[place - 1] == ' ') {
                word_starts.push_back(static_cast<std::uint32_t>(place));
            }
        }
        pool.append(64, ' ');
    }
};

// ---- numbers ----

// Below 10^8 without leading zeros and without a branch; at least `Least` digits.
template<unsigned Least = 1>
[[gnu::always_inline]] inline char* put_number(char* out, std::uint32_t value, const tables& all) {
    static_assert(std::endian::native == std::endian::little);
    std::uint64_t text = 0;
    std::memcpy(&text, all.digits[value / 10'000].data(), 4);
    std::uint32_t low = 0;
    std::memcpy(&low, all.digits[value % 10'000].data(), 4);
    text |= std::uint64_t{low} << 32U;
    // The digits without the bits of '0'; one bit in the last that must stay makes it the end of the zeros.
    const std::uint64_t nonzero = (text ^ 0x3030303030303030U) | std::uint64_t{1} << (8U * (8U - Least));
    const auto zeros = static_cast<unsigned>(std::countr_zero(nonzero)) & ~7U;
    text >>= zeros;
    std::memcpy(out, &text, 8);
    return out + (8U - zeros / 8U);
}

/// How large the table is and where in it to begin.
struct place {
    std::uint64_t parts{};
    std::uint64_t suppliers{};
    std::uint64_t first_order{}; // counted from 1
};

/// Writes so many rows in COPY text: `write(bytes)` takes blocks of them.
template<typename Write>
void write_rows(const place& begin_at, std::uint64_t rows, const tables& all, Write&& write) {
    // It stays in the cache of the second level, and one look at its end serves the next row whole.
    constexpr std::size_t size = 256 * 1024;
    constexpr std::size_t longest_row = 512;
    std::vector<char> buffer(size);
    char* const begin = buffer.data();
    char* const full = begin + size - longest_row;
    char* out = begin;
    std::uint64_t order = begin_at.first_order;
    std::uint64_t line = 0;
    std::uint64_t lines = 1 + below(column::lines, order, 7);
    for (std::uint64_t row = 0; row < rows; ++row) {
        // Without a branch, which would be predicted badly; the next order's lines are drawn for each row.
        const std::uint64_t next_lines = 1 + below(column::lines, order + 1, 7);
        const std::uint64_t ended = line == lines ? 1 : 0;
        order += ended;
        line = (line & (ended - 1)) + 1;
        lines += (next_lines - lines) & (0 - ended);
        out = put_number(out, static_cast<std::uint32_t>(order), all);
        *out++ = '\t';
        out = put_number(out, static_cast<std::uint32_t>(1 + below(column::part, row, begin_at.parts)), all);
        *out++ = '\t';
        out = put_number(
            out, static_cast<std::uint32_t>(1 + below(column::supplier, row, begin_at.suppliers)), all);
        *out++ = '\t';
        *out++ = static_cast<char>('0' + line);
        *out++ = '\t';
        out = put(out, all.quantities[below(column::quantity, row, 4'901)]);
        // 900.00 to 104950.00: all digits, then the last two moved behind the point.
        const auto price = static_cast<std::uint32_t>(90'000 + below(column::price, row, 10'405'001));
        out = put_number<3>(out, price, all);
        out[0] = out[-1];
        out[-1] = out[-2];
        out[-2] = '.';
        out[1] = '\t';
        out += 2;
        out = put(out, all.hundredths[below(column::discount, row, 11)]);
        out = put(out, all.hundredths[below(column::tax, row, 9)]);
        *out++ = "RAN"[below(column::return_flag, row, 3)];
        *out++ = '\t';
        *out++ = "OF"[below(column::status, row, 2)];
        *out++ = '\t';
        // To 1998-12-01, from 1992-01-31 to 1998-10-31, and from 1992-01-03 on.
        out = put(out, all.dates[below(column::ship_date, row, 2'526)]);
        out = put(out, all.dates[29 + below(column::commit_date, row, 2'466)]);
        out = put(out, all.dates[1 + below(column::receipt_date, row, 2'555)]);
        out = put(out, all.instructions[below(column::instruction, row, 4)]);
        out = put(out, all.modes[below(column::mode, row, 7)]);
        // A word gives the length, 10 to 43, and what is left of it where the text begins.
        const wide drawn = static_cast<wide>(word(column::comment, row)) * 34;
        std::size_t length = 10 + static_cast<std::size_t>(drawn >> 64U);
        const auto rest = static_cast<wide>(static_cast<std::uint64_t>(drawn));
        const char* const text =
            all.pool.data() + all.word_starts[static_cast<std::size_t>(rest * all.word_starts.size() >> 64U)];
        // No text ends with a blank.
        const std::size_t blank = text[length - 1] == ' ' ? 1 : 0;
        length = length > 10 ? length - blank : length + blank;
        std::memcpy(out, text, 44);
        out += length;
        *out++ = '\n';
        if (out > full) {
            write(std::string_view{begin, static_cast<std::size_t>(out - begin)});
            out = begin;
        }
    }
    write(std::string_view{begin, static_cast<std::size_t>(out - begin)});
}

} // namespace bench::handwritten

#endif
