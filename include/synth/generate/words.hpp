// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_WORDS_HPP
#define SYNTH_GENERATE_WORDS_HPP

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <synth/generate/generator.hpp>
#include <synth/generate/inline_text.hpp>
#include <synth/generate/word_pool.hpp>
#include <synth/random/draw.hpp>

namespace synth {

namespace detail {

class bound_words {
public:
    static constexpr std::uint32_t longest = 255;
    // A word is written with one move of 16 bytes, of which up to 15 go beyond its end.
    static constexpr std::uint32_t capacity = longest + sizeof(pool_word);

    bound_words(std::uint32_t fewest, std::uint32_t most, std::uint32_t limit)
        : fewest_{fewest}, most_{most}, limit_{limit} {}

    inline_text<capacity> operator()(draw& cell) const {
        inline_text<capacity> text;
        write(text, cell);
        return text;
    }

    template<typename Text>
    void write(Text& text, draw& cell) const {
        std::uint32_t left = fewest_ == most_ ? most_ : cell.between(fewest_, most_);
        char* const begin = text.end();
        char* out = begin;
        std::uint64_t bits = 0;
        for (std::uint32_t count = 0; left > 0; --left, ++count) {
            bits = count % 8 == 0 ? cell.word() : bits >> 8U;
            const pool_word& word = word_pool[bits & 0xffU];
            const auto used = static_cast<std::uint32_t>(out - begin);
            const std::uint32_t gap = count == 0 ? 0 : 1;
            std::uint32_t size = word.size;
            if (used + gap + size > limit_) {
                if (count > 0) {
                    break;
                }
                size = limit_; // a column too short for the first word gets its beginning
            }
            *out = ' ';
            std::memcpy(out + gap, &word, sizeof word);
            out += gap + size;
        }
        text.finish(out);
    }

private:
    std::uint32_t fewest_;
    std::uint32_t most_;
    std::uint32_t limit_;
};

} // namespace detail

/// Text of min to max plain English words with a blank between two: `words(2, 5)` makes "gentle river
/// bottle". Words that would exceed the column's length or 255 bytes are left out; a column too short for one
/// word gets its beginning.
class words {
public:
    constexpr words(std::uint32_t min, std::uint32_t max) : min_{min}, max_{max} {}

    template<typename Value>
        requires std::same_as<Value, std::string>
    [[nodiscard]] detail::bound_words bind(const column_plan& plan) const {
        if (min_ > max_) {
            throw refusal(plan, describe() + " is an empty range; give the smaller number first");
        }
        constexpr std::uint32_t longest = detail::bound_words::longest;
        return {min_, max_, plan.max_length == 0 ? longest : std::min(plan.max_length, longest)};
    }

    [[nodiscard]] std::string describe() const {
        return std::to_string(min_) + " to " + std::to_string(max_) + " words";
    }

private:
    std::uint32_t min_;
    std::uint32_t max_;
};

} // namespace synth

#endif
