// SPDX-License-Identifier: BSL-1.0
// Writes raw words to stdout for a statistical test: words STREAM [SEED], where STREAM is
//   rows      one column, the first word of row 0, 1, 2, ...
//   columns   the first word of row 0 of columns named c0, c1, c2, ...
//   seeds     the first word of row 0 of one column under seed 0, 1, 2, ...
//   stride    one column, rows 0, 2^32, 2 * 2^32, ...
//   second    one column, the second word of row 0, 1, 2, ...
//   cells     one column, eight words of each row
//   children  the first word of row 0 of the numbered children 0, 1, 2, ... of one column
//   weyl      one column whose step is the least random that the rule allows: many equal bits
//   shuffle   the images of 0, 1, 2, ... under a permutation of the 64-bit numbers
//   small     the same under a permutation of [0, 3 * 2^40 - 1], low 32 bits
// Then: words rows | dieharder -a -g 200
#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <string_view>
#include <vector>

#include <synth/random/draw.hpp>
#include <synth/random/permutation.hpp>

namespace {

std::string_view column_name(std::array<char, 24>& text, std::uint64_t number) {
    text[0] = 'c';
    const auto result = std::to_chars(text.data() + 1, text.data() + text.size(), number);
    return {text.data(), static_cast<std::size_t>(result.ptr - text.data())};
}

template<typename Word, typename Source>
void write(Source source) {
    std::vector<Word> words(1U << 13U);
    for (std::uint64_t index = 0;;) {
        for (Word& word : words) {
            word = static_cast<Word>(source(index++));
        }
        if (std::fwrite(words.data(), sizeof(Word), words.size(), stdout) != words.size()) {
            return;
        }
    }
}

} // namespace

int main(int count, char** arguments) {
    const std::string_view stream = count > 1 ? arguments[1] : "";
    std::uint64_t seed = 42;
    if (count > 2) {
        const std::string_view text = arguments[2];
        std::from_chars(text.data(), text.data() + text.size(), seed);
    }
    using synth::draw;
    const synth::stream_key key = synth::make_stream_key(seed, {"orders", "total"});
    const synth::stream_key table = synth::make_stream_key(seed, {"orders"});
    using word = std::uint64_t;
    if (stream == "rows") {
        write<word>([=](std::uint64_t index) { return draw{key, index}.word(); });
    } else if (stream == "columns") {
        std::array<char, 24> name{};
        write<word>(
            [&](std::uint64_t index) { return draw{table.child(column_name(name, index)), 0}.word(); });
    } else if (stream == "seeds") {
        write<word>([](std::uint64_t index) {
            return draw{synth::make_stream_key(index, {"orders", "total"}), 0}.word();
        });
    } else if (stream == "stride") {
        write<word>([=](std::uint64_t index) { return draw{key, index << 32U}.word(); });
    } else if (stream == "second") {
        write<word>([=](std::uint64_t index) {
            draw source{key, index};
            source.word();
            return source.word();
        });
    } else if (stream == "cells") {
        draw source{key, 0};
        write<word>([=](std::uint64_t index) mutable {
            if (index % 8 == 0) {
                source = draw{key, index / 8};
            }
            return source.word();
        });
    } else if (stream == "children") {
        write<word>([=](std::uint64_t index) { return draw{key.child(index), 0}.word(); });
    } else if (stream == "weyl") {
        const synth::stream_key regular{key.start, 0x0000'1249'2492'4925U ^ 0xaaaa'0000'0000'0000U};
        write<word>([=](std::uint64_t index) { return draw{regular, index}.word(); });
    } else if (stream == "shuffle") {
        const synth::permutation shuffle{~std::uint64_t{0}, key};
        write<word>([=](std::uint64_t index) { return shuffle(index); });
    } else if (stream == "small") {
        const synth::permutation shuffle{(std::uint64_t{3} << 40U) - 1, key};
        write<std::uint32_t>([=](std::uint64_t index) { return shuffle(index); });
    } else {
        std::fputs("usage: words rows|columns|seeds|stride|second|cells|children|weyl|shuffle|small [SEED]\n",
                   stderr);
        return 2;
    }
    return 0;
}
