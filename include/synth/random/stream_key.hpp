// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_RANDOM_STREAM_KEY_HPP
#define SYNTH_RANDOM_STREAM_KEY_HPP

#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include <synth/random/mix.hpp>

namespace synth {

namespace detail {

// Where the words of a name are absorbed; the length goes in first, so no name is a prefix of another.
[[nodiscard]] constexpr std::uint64_t absorb(std::uint64_t state, std::uint64_t word) {
    return mix(std::rotl(state, 23) * 0x9e3779b97f4a7c15U + mix(word + 0xd1b54a32d192ed03U));
}

// A step must be odd to visit every state, and must not have long runs of equal bits, which would give
// neighbouring rows nearly equal states. Rule and constants: Steele, Lea, Flood 2014, section 4 (mixGamma).
[[nodiscard]] constexpr std::uint64_t step_from(std::uint64_t state) {
    const std::uint64_t step = mix(state) | 1U;
    return std::popcount(step ^ (step >> 1U)) < 24 ? step ^ 0xaaaaaaaaaaaaaaaaU : step;
}

} // namespace detail

/// The identity of a stream of random words: where it starts and the odd step from row to row.
struct stream_key {
    std::uint64_t start{};
    std::uint64_t gamma{1};

    /// An independent stream for a named part of this one: `key.child("orders").child("total")`.
    /// Plans ask for it, rows do not, so there is one for all of them.
    [[nodiscard, gnu::noinline]] constexpr stream_key child(std::string_view name) const {
        std::uint64_t state = absorb_own(name.size());
        std::uint64_t word = 0;
        // Bytes are gathered by value, not by memory order: the key is the same on big endian machines.
        for (std::size_t index = 0; index < name.size(); ++index) {
            word |= static_cast<std::uint64_t>(static_cast<unsigned char>(name[index]))
                    << (8U * (index % 8U));
            if (index % 8U == 7U || index + 1 == name.size()) {
                state = detail::absorb(state, word);
                word = 0;
            }
        }
        return from_state(state);
    }

    /// An independent stream for a numbered part, such as one owner among many; never equal to a named one by
    /// construction of its input.
    [[nodiscard]] constexpr stream_key child(std::uint64_t number) const {
        return from_state(detail::absorb(absorb_own(~std::uint64_t{0}), number));
    }

    /// The stream that a state of 64 bits stands for.
    [[nodiscard]] static constexpr stream_key from_state(std::uint64_t state) {
        return {mix(state + 0x2545f4914f6cdd1dU), detail::step_from(state + 0x632be59bd9b4e019U)};
    }

    constexpr bool operator==(const stream_key&) const = default;

private:
    [[nodiscard]] constexpr std::uint64_t absorb_own(std::uint64_t tag) const {
        return detail::absorb(detail::absorb(start, gamma), tag);
    }
};

/// The stream of a seed and a path of names: `make_stream_key(42, {"orders", "total"})`. Order, number and
/// borders of the names count: {"a", "b"}, {"b", "a"} and {"ab"} are three streams.
[[nodiscard]] constexpr stream_key make_stream_key(std::uint64_t seed,
                                                   std::initializer_list<std::string_view> path) {
    stream_key key = stream_key::from_state(mix(seed + 0x9e3779b97f4a7c15U));
    for (const std::string_view name : path) {
        key = key.child(name);
    }
    return key;
}

} // namespace synth

#endif
