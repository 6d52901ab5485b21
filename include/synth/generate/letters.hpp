// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_LETTERS_HPP
#define SYNTH_GENERATE_LETTERS_HPP

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include <synth/core/integer.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/inline_text.hpp>
#include <synth/random/draw.hpp>

namespace synth {

namespace detail {

class bound_letters {
public:
    static constexpr std::uint32_t longest = 255;

    bound_letters(std::uint32_t shortest, std::uint32_t most, std::string_view alphabet)
        : shortest_{shortest}, most_{most}, alphabet_{alphabet} {}

    inline_text<longest> operator()(draw& cell) const {
        inline_text<longest> text;
        write(text, cell);
        return text;
    }

    template<typename Text>
    void write(Text& text, draw& cell) const {
        std::uint32_t left = shortest_ == most_ ? most_ : cell.between(shortest_, most_);
        char* out = text.end();
        while (left > 0) {
            // The fraction of a word times the size of the alphabet: the whole part is a letter, the fraction
            // serves for the next one. Four letters of an alphabet of 256 leave 32 bits, a bias below 2^-24.
            std::uint64_t word = cell.word();
            const std::uint32_t run = left < 4 ? left : 4;
            for (std::uint32_t place = 0; place < run; ++place) {
                const uint128 product = multiply_wide(word, alphabet_.size());
                *out++ = alphabet_[static_cast<std::uint64_t>(product >> 64U)];
                word = static_cast<std::uint64_t>(product);
            }
            left -= run;
        }
        text.finish(out);
    }

private:
    std::uint32_t shortest_;
    std::uint32_t most_;
    std::string_view alphabet_;
};

} // namespace detail

/// Text of min to max letters, each length and each letter equally likely: `letters(2, 8)`. Other alphabets
/// of up to 256 bytes: `letters(10, 10, "0123456789")`. The column's length caps max; 255 is the most.
class letters {
public:
    constexpr letters(std::uint32_t min, std::uint32_t max,
                      std::string_view alphabet = "abcdefghijklmnopqrstuvwxyz")
        : min_{min}, max_{max}, alphabet_{alphabet} {}

    template<typename Value>
        requires std::same_as<view_of<Value>, std::string_view>
    [[nodiscard]] detail::bound_letters bind(const column_plan& plan) const {
        if (min_ > max_ || max_ > detail::bound_letters::longest) {
            throw refusal(plan,
                          describe() + " must have min <= max <= 255; longer texts come from text(law)");
        }
        if (alphabet_.empty() || alphabet_.size() > 256) {
            throw refusal(plan,
                          "an alphabet must have 1 to 256 letters, not " + std::to_string(alphabet_.size()));
        }
        if (plan.max_length != 0 && min_ > plan.max_length) {
            throw refusal(plan, describe() + " does not fit the column's length " +
                                    std::to_string(plan.max_length) + "; ask for fewer letters");
        }
        return {min_, plan.max_length != 0 && max_ > plan.max_length ? plan.max_length : max_, alphabet_};
    }

    [[nodiscard]] std::string describe() const {
        return std::to_string(min_) + " to " + std::to_string(max_) + " letters";
    }

private:
    std::uint32_t min_;
    std::uint32_t max_;
    std::string_view alphabet_;
};

} // namespace synth

#endif
