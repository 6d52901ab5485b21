// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TEXT_HPP
#define SYNTH_GENERATE_TEXT_HPP

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <synth/core/known_text.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/word_pool.hpp>
#include <synth/random/draw.hpp>
#include <synth/random/mix.hpp>

namespace synth {

/// The longest piece that `text_pool` gives.
inline constexpr std::uint32_t longest_text = 65'536;

namespace detail {

inline constexpr std::size_t pool_size = std::size_t{2} * longest_text;

// A function of its own: a lambda would be constexpr, and g++ 12 then takes two seconds to make the pool at
// compile time.
inline std::string make_text_pool() {
    std::string pool;
    pool.reserve(pool_size + sizeof(pool_word));
    for (std::uint64_t count = 1; pool.size() < pool_size; ++count) {
        pool.append(word_pool[mix(count) & 0xffU].view()).push_back(' ');
    }
    pool.resize(pool_size);
    pool.append(known_text::padding, ' '); // which writers may read
    return pool;
}

} // namespace detail

/// 128 KiB of words with a blank between two, the same in every program; long texts are pieces of it, as in
/// the TPC-H specification (4.2.2.10), so that no byte is made or copied twice.
[[nodiscard]] inline std::string_view text_pool() {
    static const std::string pool = detail::make_text_pool();
    return std::string_view{pool}.substr(0, detail::pool_size);
}

namespace detail {

// How far it is from each byte of the pool to the start of the next word.
inline std::vector<std::uint8_t> make_word_distances() {
    const std::string_view pool = text_pool();
    std::vector<std::uint8_t> distances(pool.size());
    std::uint8_t distance = 1;
    for (std::size_t index = pool.size(); index-- > 0;) {
        distance = pool[index] == ' ' ? std::uint8_t{1} : static_cast<std::uint8_t>(distance + 1);
        distances[index] = distance;
    }
    return distances;
}

inline const std::uint8_t* word_distances() {
    static const std::vector<std::uint8_t> distances = make_word_distances();
    return distances.data();
}

} // namespace detail

/// Pieces of the pool that have exactly a wanted number of bytes, start with a word and do not end with a
/// blank; the end may cut a word.
class text_pieces {
public:
    text_pieces() : pool_{text_pool().data()}, distances_{detail::word_distances()} {}

    [[nodiscard]] known_text operator()(std::uint32_t length, draw& cell) const {
        std::size_t start = cell.below(longest_text - 512);
        if (length == 0) {
            return {pool_, 0, false};
        }
        // A fitting start is found after a few words; the space left out above is room enough for all of
        // them. One in seven does not fit, so the next is taken without a branch.
        start += distances_[start];
        start += distances_[start] & -static_cast<unsigned>(ends_with_blank(start, length));
        for (int attempt = 2; attempt < 32 && ends_with_blank(start, length); ++attempt) {
            start += distances_[start];
        }
        return {pool_ + start, length, true};
    }

private:
    [[nodiscard]] bool ends_with_blank(std::size_t start, std::uint32_t length) const {
        return pool_[start + length - 1] == ' ';
    }

    const char* pool_;
    const std::uint8_t* distances_;
};

namespace detail {

template<typename Law>
class bound_text {
public:
    bound_text(const Law& law, std::uint32_t limit) : law_{law}, limit_{limit} {}

    known_text operator()(draw& cell) const {
        const auto wanted = static_cast<std::int64_t>(law_(cell));
        const std::int64_t length = std::clamp(wanted, std::int64_t{0}, std::int64_t{limit_});
        return pieces_(static_cast<std::uint32_t>(length), cell);
    }

private:
    Law law_;
    std::uint32_t limit_;
    text_pieces pieces_;
};

} // namespace detail

/// Text whose length in bytes follows any law for integers: `text(uniform(10, 200))`, `text(lognormal(5.0,
/// 0.7))`. Lengths below 0 count as 0, those above the column's length or 65,536 as that.
template<generator_for<std::int64_t> Law>
class text {
public:
    constexpr explicit text(Law law) : law_{law} {}

    template<typename Value>
        requires std::same_as<Value, std::string>
    [[nodiscard]] auto bind(const column_plan& plan) const {
        const std::uint32_t limit =
            plan.max_length == 0 ? longest_text : std::min(plan.max_length, longest_text);
        return detail::bound_text{bind_generator<std::int64_t>(law_, plan), limit};
    }

    [[nodiscard]] std::string describe() const {
        if constexpr (requires { law_.describe(); }) {
            return "text, length " + law_.describe();
        } else {
            return "text";
        }
    }

private:
    Law law_;
};

} // namespace synth

#endif
