// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_PATTERN_NUMBERING_HPP
#define SYNTH_GENERATE_PATTERN_NUMBERING_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include <synth/core/integer.hpp>
#include <synth/core/lazy_type.hpp>
#include <synth/core/plan_error.hpp>
#include <synth/generate/long_text.hpp>
#include <synth/generate/pattern_automaton.hpp>
#include <synth/generate/pattern_count.hpp>
#include <synth/generate/pattern_lengths.hpp>
#include <synth/generate/pattern_letters.hpp>
#include <synth/generate/pattern_moves.hpp>
#include <synth/random/draw.hpp>
#include <synth/random/mix.hpp>

namespace synth::detail {

// Every text that an automaton accepts, of some letters and lengths, has a number: the shorter ones first,
// those of one length in the order of the moves. It takes a count for each state and length (Hickey and Cohen
// 1983).
template<typename Lazy = void>
class text_numbering {
    using automaton = basic_automaton<Lazy>;

public:
    // Characters; where the shortest text has more, a few more than that.
    static constexpr std::uint32_t longest = 255;
    using text = lazily<long_text, Lazy>;
    using number_or_none = lazily<std::optional<std::uint64_t>, Lazy>;

    text_numbering() : before_(2, 0) {}

    text_numbering(const automaton& from, const basic_letter_set<Lazy>& letters, std::uint32_t least,
                   std::uint32_t most)
        : moves_{from, letters} {
        row_ = std::min(most, enough_letters(from, least, most)) + std::size_t{1};
        if (row_ * from.states() > most_counts) {
            throw plan_error{
                "texts of " + std::to_string(row_ - 1) +
                " characters are too many to be counted; give the column a generator of its own"};
        }
        count(from);
        before_.push_back(0);
        for (std::size_t length = 0; length < row_; ++length) {
            const std::uint64_t more = length < least ? 0 : counts_[length].exact;
            before_.push_back(capped_sum(before_.back(), more));
            if (more != 0) {
                lengths_.push_back(static_cast<std::uint32_t>(length));
            }
        }
        keep_moderate_lengths();
    }

    // How many texts there are; beyond 2^64 - 2 the others have no number.
    [[nodiscard]] std::uint64_t size() const { return before_.back(); }

    // A number below the size.
    [[nodiscard]] text at(std::uint64_t number) const {
        const auto after = std::ranges::upper_bound(before_, number);
        std::uint64_t rest = number - *(after - 1);
        text made;
        auto left = static_cast<std::size_t>(after - before_.begin() - 1);
        char* out = made.begin(bytes_of_letter * left);
        std::uint32_t state = 0;
        for (; left > 0; --left) {
            const letter_move* chosen = moves_.from(state).first;
            std::uint64_t letter = 0;
            if (const std::uint64_t free = free_letters(state, left); free != 0) {
                letter = multiply_high(mix(rest + left * odd), free);
                for (;; ++chosen) {
                    const bool most = counts_of(chosen->target)[left - 1].exact == most_count;
                    if (most && letter < chosen->letters) {
                        break;
                    }
                    letter -= most ? chosen->letters : 0;
                }
            } else {
                std::uint64_t each = counts_of(chosen->target)[left - 1].exact;
                for (std::uint64_t block = 0; rest >= (block = capped_product(each, chosen->letters));) {
                    rest -= block;
                    each = counts_of((++chosen)->target)[left - 1].exact;
                }
                letter = rest / each;
                rest -= letter * each;
            }
            out = put_letter(out, moves_.letter_at(*chosen, static_cast<std::uint32_t>(letter)));
            state = chosen->target;
        }
        made.finish(out);
        return made;
    }

    [[nodiscard]] number_or_none index_of(std::string_view sought) const {
        std::size_t length = 0;
        for (std::string_view rest = sought; !rest.empty(); ++length) {
            if (length + 1 >= row_ || take_letter(rest) == 0) {
                return std::nullopt;
            }
        }
        if (length + 1 >= before_.size() || before_[length] == before_[length + 1]) {
            return std::nullopt;
        }
        std::uint64_t number = 0;
        bool any_free = false;
        std::uint32_t state = 0;
        std::string_view rest = sought;
        for (std::size_t left = length; left > 0; --left) {
            const std::uint32_t letter = take_letter(rest);
            const bool free = free_letters(state, left) != 0;
            any_free = any_free || free;
            const letter_move* taken = nullptr;
            for (const letter_move& each : moves_.from(state)) {
                const auto rank = moves_.rank_of(each, letter);
                if (!free) {
                    const text_count& follow = counts_of(each.target)[left - 1];
                    number = capped_sum(number, capped_product(follow.exact, rank.value_or(each.letters)));
                }
                if (rank) {
                    taken = &each;
                    break;
                }
            }
            if (taken == nullptr) {
                return std::nullopt;
            }
            state = taken->target;
        }
        if (counts_of(state)[0].exact == 0) {
            return std::nullopt;
        }
        number = capped_sum(number, before_[length]);
        if (number >= size() || (any_free && at(number).view() != sought)) {
            return std::nullopt;
        }
        return number;
    }

    // A text of a moderate length, of which each is equally likely; or any of a few texts.
    text draw_text(draw& cell) const {
        if (size() <= few) {
            return at(cell.below(size()));
        }
        text made;
        std::size_t left = lengths_[cell.below(lengths_.size())];
        char* out = made.begin(bytes_of_letter * left);
        std::uint32_t state = 0;
        for (; left > 0; --left) {
            // In proportion to the texts that follow, in units of the largest power among them.
            std::int32_t unit = std::numeric_limits<std::int32_t>::min();
            for (const letter_move& each : moves_.from(state)) {
                const rough_count follow = counts_of(each.target)[left - 1].rough;
                unit = follow.mantissa != 0 ? std::max(unit, follow.power) : unit;
            }
            const auto follow = [&](const letter_move& each) {
                return counts_of(each.target)[left - 1].rough.in_units_of(unit);
            };
            std::uint64_t total = 0;
            for (const letter_move& each : moves_.from(state)) {
                total += each.letters * follow(each);
            }
            std::uint64_t rest = cell.below(total);
            const letter_move* chosen = moves_.from(state).first;
            std::uint64_t each = follow(*chosen);
            for (; rest >= chosen->letters * each; each = follow(*++chosen)) {
                rest -= chosen->letters * each;
            }
            out = put_letter(out, moves_.letter_at(*chosen, static_cast<std::uint32_t>(rest / each)));
            state = chosen->target;
        }
        made.finish(out);
        return made;
    }

private:
    static constexpr std::uint64_t odd = 0x9e3779b97f4a7c15U;
    static constexpr std::uint64_t few = 4'096;
    static constexpr std::uint32_t spread = 12; // of the lengths that are drawn
    static constexpr std::size_t bytes_of_letter = 4;
    static constexpr std::size_t most_counts = 2'000'000;

    [[nodiscard]] const text_count* counts_of(std::uint32_t state) const { return &counts_[state * row_]; }

    // Where more texts follow than there are numbers, a letter that still leaves as many is free: the number
    // is told by later letters, so this one is scrambled instead of always the first. 0: none is free.
    [[nodiscard]] std::uint64_t free_letters(std::uint32_t state, std::size_t left) const {
        std::uint64_t letters = 0;
        if (counts_of(state)[left].exact == most_count) {
            for (const letter_move& each : moves_.from(state)) {
                letters += counts_of(each.target)[left - 1].exact == most_count ? each.letters : 0U;
            }
        }
        return letters;
    }

    // How many letters texts may have here.
    [[nodiscard]] std::uint32_t enough_letters(const automaton& from, std::uint32_t least,
                                               std::uint32_t most) const {
        if (most <= longest) {
            return longest;
        }
        const auto shortest = length_search<Lazy>::shortest(
            from.states(), least, most,
            [this](std::uint32_t state, const auto& visit) {
                for (const letter_move& each : moves_.from(state)) {
                    visit(each.target);
                }
            },
            [&](std::uint32_t state) { return from.accepts(state); });
        constexpr std::uint32_t more = spread + 3;
        return !shortest || *shortest <= longest
                   ? longest
                   : static_cast<std::uint32_t>(std::min<std::uint64_t>(
                         *shortest + more, std::numeric_limits<std::uint32_t>::max()));
    }

    void count(const automaton& from) {
        counts_.resize(from.states() * row_);
        for (std::uint32_t state = 0; state < from.states(); ++state) {
            if (from.accepts(state)) {
                counts_[state * row_] = {1, one_text};
            }
        }
        for (std::size_t left = 1; left < row_; ++left) {
            for (std::uint32_t state = 0; state < from.states(); ++state) {
                text_count& total = counts_[state * row_ + left];
                for (const letter_move& each : moves_.from(state)) {
                    const text_count& follow = counts_of(each.target)[left - 1];
                    total.exact = capped_sum(total.exact, capped_product(follow.exact, each.letters));
                    total.rough = rough_sum(total.rough, follow.rough, each.letters);
                }
            }
        }
    }

    // A name that may have 255 letters has seldom that many, or one.
    void keep_moderate_lengths() {
        if (lengths_.size() > 1 && lengths_.front() == 0) {
            lengths_.erase(lengths_.begin());
        }
        if (lengths_.empty() || lengths_.back() - lengths_.front() <= spread) {
            return;
        }
        const std::uint32_t low = lengths_.front() + 3;
        while (lengths_.back() > low + spread) {
            lengths_.pop_back();
        }
        if (lengths_.back() >= low) {
            lengths_.erase(lengths_.begin(), std::ranges::lower_bound(lengths_, low));
        }
    }

    std::size_t row_ = 0; // lengths, from 0
    letter_moves<Lazy> moves_;
    lazy_list<text_count, Lazy> counts_;
    lazy_list<std::uint64_t, Lazy> before_; // texts that are shorter than each length, and in the end all
    lazy_list<std::uint32_t, Lazy> lengths_;
};

} // namespace synth::detail

#endif
