// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_PATTERN_LENGTHS_HPP
#define SYNTH_GENERATE_PATTERN_LENGTHS_HPP

#include <cstddef>
#include <cstdint>
#include <optional>

#include <synth/core/lazy_type.hpp>
#include <synth/core/plan_error.hpp>

namespace synth::detail {

// How long the texts of an automaton are, without an automaton that counts letters: it would have a state for
// each length.
template<typename Lazy = void>
class length_search {
    using numbers = lazy_list<std::uint32_t, Lazy>;

public:
    using length_or_none = lazily<std::optional<std::uint64_t>, Lazy>;

    // The length of the shortest text of least to most letters. `each_target(state, visit)` visits the states
    // that follow one, `accepts(state)` says where a text may end.
    template<typename EachTarget, typename Accepts>
    [[nodiscard]] static length_or_none shortest(std::size_t states, std::uint64_t least, std::uint64_t most,
                                                 const EachTarget& each_target, const Accepts& accepts) {
        if (least > most) {
            return std::nullopt;
        }
        numbers level = states_after(states, least, each_target);
        numbers met(states, 0);
        for (const std::uint32_t state : level) {
            met[state] = 1;
        }
        numbers next;
        for (std::uint64_t length = least; !level.empty() && length <= most; ++length) {
            next.clear();
            for (const std::uint32_t state : level) {
                if (accepts(state)) {
                    return length;
                }
                each_target(state, [&](std::uint32_t target) {
                    if (met[target]++ == 0) {
                        next.push_back(target);
                    }
                });
            }
            level.swap(next);
        }
        return std::nullopt;
    }

private:
    static constexpr std::uint64_t most_work = 100'000'000; // below a second

    // The states in which texts of a length may be. They come again after some lengths, which is found as by
    // Brent 1980, so that a great length costs no more than that.
    template<typename EachTarget>
    [[nodiscard]] static numbers states_after(std::size_t states, std::uint64_t length,
                                              const EachTarget& each_target) {
        numbers now = {0};
        numbers kept = now;
        numbers next;
        numbers met(states, 0);
        std::uint64_t power = 1;
        std::uint64_t since = 0;
        std::uint64_t work = 0;
        std::uint32_t round = 0;
        bool again = false;
        while (length > 0 && !now.empty()) {
            next.clear();
            ++round;
            for (const std::uint32_t state : now) {
                each_target(state, [&](std::uint32_t target) {
                    ++work;
                    if (met[target] != round) {
                        met[target] = round;
                        next.push_back(target);
                    }
                });
            }
            if (work > most_work) {
                throw plan_error{
                    "the lengths of a pattern's texts are too many to be counted; give the column "
                    "a generator of its own"};
            }
            now.swap(next);
            --length;
            ++since;
            if (!again && now.size() == kept.size() && all_met(kept, met, round)) {
                again = true;
                length %= since;
            } else if (since == power) {
                kept = now;
                power *= 2;
                since = 0;
            }
        }
        return now;
    }

    // Whether each of the states was met in a round.
    [[nodiscard]] static bool all_met(const numbers& states, const numbers& met, std::uint32_t round) {
        for (const std::uint32_t state : states) {
            if (met[state] != round) {
                return false;
            }
        }
        return true;
    }
};

} // namespace synth::detail

#endif
