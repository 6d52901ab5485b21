// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_PATTERN_MOVES_HPP
#define SYNTH_GENERATE_PATTERN_MOVES_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

#include <synth/core/lazy_type.hpp>
#include <synth/generate/pattern_automaton.hpp>
#include <synth/generate/pattern_letters.hpp>

namespace synth::detail {

// From one state to another by any of some letters, which are numbered.
struct letter_move {
    std::uint32_t target;
    std::uint32_t letters; // how many
    std::uint32_t begin;   // their ranges
    std::uint32_t end;
};

// The moves of an automaton by the letters that are allowed: at most one between two states.
template<typename Lazy = void>
class letter_moves {
    using letter_set = basic_letter_set<Lazy>;

public:
    using rank_or_none = lazily<std::optional<std::uint32_t>, Lazy>;

    struct list {
        const letter_move* first;
        const letter_move* last;
        [[nodiscard]] const letter_move* begin() const { return first; }
        [[nodiscard]] const letter_move* end() const { return last; }
    };

    letter_moves() = default;
    letter_moves(const basic_automaton<Lazy>& from, const letter_set& letters) {
        lazy_list<letter_set, Lazy> columns = from.letters();
        for (letter_set& each : columns) {
            each = each & letters;
        }
        lazy_list<std::uint64_t, Lazy> targets; // and their columns
        ends_.push_back(0);
        for (std::uint32_t state = 0; state < from.states(); ++state) {
            targets.clear();
            for (std::size_t column = 0; column < columns.size(); ++column) {
                if (!columns[column].empty()) {
                    targets.push_back(std::uint64_t{from.next(state, column)} << 32U | column);
                }
            }
            std::ranges::sort(targets);
            for (std::size_t place = 0; place < targets.size();) {
                letter_move next{static_cast<std::uint32_t>(targets[place] >> 32U), 0,
                                 static_cast<std::uint32_t>(ranges_.size()), 0};
                for (; place < targets.size() && targets[place] >> 32U == next.target; ++place) {
                    for (const letter_range& each :
                         columns[static_cast<std::uint32_t>(targets[place])].ranges()) {
                        ranges_.push_back({each.first, each.last, next.letters});
                        next.letters += each.last - each.first + 1;
                    }
                }
                next.end = static_cast<std::uint32_t>(ranges_.size());
                moves_.push_back(next);
            }
            ends_.push_back(moves_.size());
            require_few_states<Lazy>(1, ranges_.size());
        }
    }

    [[nodiscard]] list from(std::uint32_t state) const {
        return {moves_.data() + ends_[state], moves_.data() + ends_[state + 1]};
    }

    [[nodiscard]] std::uint32_t letter_at(const letter_move& from, std::uint32_t rank) const {
        std::uint32_t place = from.begin;
        while (place + 1 < from.end && ranges_[place + 1].rank <= rank) {
            ++place;
        }
        return ranges_[place].first + (rank - ranges_[place].rank);
    }

    [[nodiscard]] rank_or_none rank_of(const letter_move& from, std::uint32_t letter) const {
        for (std::uint32_t place = from.begin; place < from.end; ++place) {
            if (letter >= ranges_[place].first && letter <= ranges_[place].last) {
                return ranges_[place].rank + (letter - ranges_[place].first);
            }
        }
        return std::nullopt;
    }

private:
    struct ranked_range {
        std::uint32_t first;
        std::uint32_t last;
        std::uint32_t rank;
    };

    lazy_list<std::uint64_t, Lazy> ends_; // of the moves of each state
    lazy_list<letter_move, Lazy> moves_;
    lazy_list<ranked_range, Lazy> ranges_;
};

} // namespace synth::detail

#endif
