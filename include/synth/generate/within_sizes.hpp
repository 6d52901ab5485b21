// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_WITHIN_SIZES_HPP
#define SYNTH_GENERATE_WITHIN_SIZES_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

#include <synth/core/interval_set.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/long_text.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/within.hpp>
#include <synth/random/draw.hpp>
#include <synth/schema/bit_string.hpp>
#include <synth/schema/bytes.hpp>

namespace synth {

/// Values of which checks know nothing but the size: bytes and bits.
template<typename Value>
concept sized_value = std::is_same_v<Value, bytes> || std::is_same_v<Value, bit_string>;

/// What a generator of bytes or bits made, or random ones of a size.
template<typename Made>
class sized {
public:
    std::optional<Made> made;
    long_text text;

    explicit(false) operator std::string_view() const
        requires std::is_convertible_v<const Made&, std::string_view>
    {
        return made ? static_cast<std::string_view>(*made) : text.view();
    }
    explicit(false) operator std::span<const std::byte>() const
        requires std::is_convertible_v<const Made&, std::span<const std::byte>>
    {
        return made ? static_cast<std::span<const std::byte>>(*made)
                    : std::as_bytes(std::span{text.view().data(), text.view().size()});
    }
};

/// A generator of bytes or bits, asked again until their number keeps to the checks of the column; then a
/// number is drawn that does, near the least one if any is.
template<sized_value Value, typename Bound, typename Test = value_test>
class bound_within_sizes {
public:
    /// Without a test the sizes say all.
    bound_within_sizes(const Bound& base, const interval_set& sizes, const std::optional<Test>& test,
                       const column_plan& plan)
        : base_(base), test_(test), possible_(that_fit(sizes, plan)),
          near_(possible_ & interval_set{possible_.low(), possible_.low() + reach}),
          passing_(
              passing<Value>(possible_ & interval_set{possible_.low(), possible_.low() + most_drawn}, test)) {
        if (passing_.empty()) {
            throw refusal(plan, "no size up to " +
                                    std::to_string(static_cast<std::uint64_t>(possible_.low() + most_drawn)) +
                                    " was found that keeps to the checks of the column; loosen one of them");
        }
    }

    auto operator()(draw& cell) const {
        sized<std::remove_cvref_t<decltype(base_(cell))>> result;
        for (unsigned tries = 0; tries < tries_within; ++tries) {
            result.made.emplace(base_(cell));
            if (fits(static_cast<int128>(static_cast<view_of<Value>>(result).size()))) {
                return result;
            }
        }
        result.made.reset();
        int128 size = draw_from(near_, cell);
        for (unsigned draws = 1; draws < draws_near && !fits(size); ++draws) {
            size = draw_from(near_, cell);
        }
        size = fits(size) ? size : passing_.at(cell.below(passing_.count()));
        fill(result.text, static_cast<std::uint64_t>(size), cell);
        return result;
    }

private:
    static constexpr int128 reach = 16;
    static constexpr int most_drawn = 10'000; // above the least one
    static constexpr bool bits = std::is_same_v<Value, bit_string>;

    [[nodiscard]] static interval_set that_fit(const interval_set& sizes, const column_plan& plan) {
        const int128 most = plan.max_length == 0 ? no_upper_bound : int128{plan.max_length};
        const interval_set possible = sizes & interval_set{plan.fixed_length ? most : 0, most};
        if (possible.empty()) {
            throw refusal(plan, "the checks of the column allow no size that fits it; loosen one of them");
        }
        return possible;
    }

    [[nodiscard]] bool fits(int128 size) const {
        return possible_.contains(size) && (!test_ || (*test_)(possible_value::of(size)));
    }

    static void fill(long_text& text, std::uint64_t size, draw& cell) {
        char* out = text.begin(size);
        constexpr unsigned of_word = bits ? 64 : 8;
        std::uint64_t word = 0;
        for (std::uint64_t place = 0; place < size; ++place) {
            word = place % of_word == 0 ? cell.word() : word >> (64U / of_word);
            const auto letter = static_cast<unsigned char>(bits ? '0' + (word & 1U) : word);
            *out++ = static_cast<char>(letter);
        }
        text.finish(out);
    }

    Bound base_;
    std::optional<Test> test_;
    interval_set possible_;
    interval_set near_;
    passing_numbers<Value> passing_;
};

} // namespace synth

#endif
