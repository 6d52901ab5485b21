// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TEXT_OF_LENGTH_HPP
#define SYNTH_GENERATE_TEXT_OF_LENGTH_HPP

#include <cstddef>
#include <string>
#include <string_view>

#include <synth/random/draw.hpp>

namespace synth {

/// So many characters of what a generator of texts makes, one text after the other; none ends with a blank,
/// which columns of a fixed length would lose.
template<typename Generator>
[[nodiscard]] std::string text_of_length(const Generator& generator, draw& words, std::size_t length) {
    std::string text;
    std::size_t characters = 0;
    while (characters < length) {
        const auto made = generator(words);
        const std::string_view more = made;
        if (more.empty()) {
            text += 'x';
            ++characters;
        }
        for (const char each : more) {
            const bool begins = (static_cast<unsigned char>(each) & 0xC0U) != 0x80U; // of UTF-8
            if (begins && characters == length) {
                break;
            }
            characters += begins ? 1 : 0;
            text += each;
        }
        if (characters < length && !more.empty()) {
            text += ' ';
            ++characters;
        }
    }
    if (!text.empty() && text.back() == ' ') {
        text.back() = 'x';
    }
    return text;
}

} // namespace synth

#endif
