// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_PATTERN_AUTOMATON_HPP
#define SYNTH_GENERATE_PATTERN_AUTOMATON_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <synth/core/lazy_type.hpp>
#include <synth/core/plan_error.hpp>
#include <synth/generate/pattern_letters.hpp>
#include <synth/generate/pattern_partition.hpp>

namespace synth::detail {

template<typename Lazy = void>
class basic_automaton;
using automaton = basic_automaton<>;

// A complete deterministic automaton; it starts in state 0. Letters that no state tells apart share a column.
template<typename Lazy>
class basic_automaton {
    using letter_set = basic_letter_set<Lazy>;
    using numbers = lazy_list<std::uint32_t, Lazy>;

public:
    struct interval {
        std::uint32_t first; // letter; the interval ends before the next one
        std::uint32_t column;
    };

    static constexpr std::size_t most_states = 5'000;
    static constexpr std::size_t most_moves = 4'000'000;

    // Accepts all texts, or none.
    explicit basic_automaton(bool all)
        : intervals_{{1, 0}}, columns_{1}, accepts_(1, all ? 1 : 0), next_(1, 0) {}

    // States are numbered by the caller; next holds, state by state, one state a column.
    basic_automaton(lazy_list<interval, Lazy> intervals, std::size_t columns, numbers accepts, numbers next)
        : intervals_{std::move(intervals)}, columns_{columns}, accepts_{std::move(accepts)},
          next_{std::move(next)} {}

    [[nodiscard]] std::size_t states() const { return accepts_.size(); }
    [[nodiscard]] std::size_t columns() const { return columns_; }
    [[nodiscard]] bool accepts(std::uint32_t state) const { return accepts_[state] != 0; }
    [[nodiscard]] std::uint32_t next(std::uint32_t state, std::size_t column) const {
        return next_[state * columns_ + column];
    }

    // The letters of each column.
    [[nodiscard]] lazy_list<letter_set, Lazy> letters() const {
        lazy_list<lazy_list<letter_range, Lazy>, Lazy> ranges(columns_);
        for (std::size_t place = 0; place < intervals_.size(); ++place) {
            const bool last = place + 1 == intervals_.size();
            ranges[intervals_[place].column].push_back(
                {intervals_[place].first, last ? last_letter : intervals_[place + 1].first - 1});
        }
        return {ranges.begin(), ranges.end()};
    }

    [[nodiscard]] std::size_t column_of(std::uint32_t letter) const {
        std::size_t place = 0;
        for (std::size_t after = intervals_.size(); after - place > 1;) {
            const std::size_t middle = place + (after - place) / 2;
            (letter < intervals_[middle].first ? after : place) = middle;
        }
        return intervals_[place].column;
    }

    // In any number of letters; no text that is not UTF-8 or holds U+0000 matches.
    [[nodiscard]] bool matches(std::string_view text, std::uint64_t& letters) const {
        std::uint32_t state = 0;
        for (letters = 0; !text.empty(); ++letters) {
            const std::uint32_t letter = take_letter(text);
            if (letter == 0) {
                return false;
            }
            state = next(state, column_of(letter));
        }
        return accepts(state);
    }

    // Whether no text is accepted; every state of a minimal automaton can be reached.
    [[nodiscard]] bool empty() const { return std::ranges::find(accepts_, 1U) == accepts_.end(); }

    friend basic_automaton operator!(basic_automaton from) {
        for (std::uint32_t& each : from.accepts_) {
            each = 1 - each;
        }
        return from;
    }
    friend basic_automaton operator&(const basic_automaton& left, const basic_automaton& right) {
        return product(left, right, false);
    }
    friend basic_automaton operator|(const basic_automaton& left, const basic_automaton& right) {
        return product(left, right, true);
    }
    friend bool operator==(const basic_automaton& left, const basic_automaton& right) {
        return left.accepts_ == right.accepts_ && left.next_ == right.next_ &&
               left.letters() == right.letters();
    }

    // The smallest automaton of the same language; its states are numbered as they are met from the start.
    [[nodiscard]] basic_automaton minimal() const;

private:
    static basic_automaton product(const basic_automaton& left, const basic_automaton& right, bool either);
    [[nodiscard]] basic_automaton with_fewer_columns() const;

    lazy_list<interval, Lazy> intervals_;
    std::size_t columns_;
    numbers accepts_;
    numbers next_;
};

template<typename Lazy>
void require_few_states(std::size_t states, std::size_t columns) {
    using limits = basic_automaton<Lazy>;
    if (states > limits::most_states || states * columns > limits::most_moves) {
        throw plan_error{"the patterns of one column need an automaton of more than " +
                         std::to_string(limits::most_states) +
                         " states, or too many moves; give the column a generator of its own"};
    }
}

template<typename Lazy>
basic_automaton<Lazy> basic_automaton<Lazy>::product(const basic_automaton& left,
                                                     const basic_automaton& right, bool either) {
    lazy_list<interval, Lazy> intervals;
    sequence_table<Lazy> columns;
    for (std::size_t one = 0, two = 0;;) {
        const std::uint32_t pair[] = {left.intervals_[one].column, right.intervals_[two].column};
        intervals.push_back(
            {std::max(left.intervals_[one].first, right.intervals_[two].first), columns.number_of(pair)});
        const bool more_left = one + 1 < left.intervals_.size();
        const bool more_right = two + 1 < right.intervals_.size();
        if (!more_left && !more_right) {
            break;
        }
        const std::uint32_t next_left = more_left ? left.intervals_[one + 1].first : last_letter + 1;
        const std::uint32_t next_right = more_right ? right.intervals_[two + 1].first : last_letter + 1;
        one += next_left <= next_right ? 1 : 0;
        two += next_right <= next_left ? 1 : 0;
    }
    sequence_table<Lazy> states;
    const std::uint32_t start[] = {0, 0};
    states.number_of(start);
    numbers accepts;
    numbers next;
    for (std::size_t state = 0; state < states.size(); ++state) {
        require_few_states<Lazy>(states.size(), columns.size());
        const std::uint32_t one = states[state][0];
        const std::uint32_t two = states[state][1];
        accepts.push_back(either ? left.accepts_[one] | right.accepts_[two]
                                 : left.accepts_[one] & right.accepts_[two]);
        for (std::size_t column = 0; column < columns.size(); ++column) {
            const std::uint32_t pair[] = {left.next(one, columns[column][0]),
                                          right.next(two, columns[column][1])};
            next.push_back(states.number_of(pair));
        }
    }
    return basic_automaton{std::move(intervals), columns.size(), std::move(accepts), std::move(next)}
        .minimal();
}

template<typename Lazy>
basic_automaton<Lazy> basic_automaton<Lazy>::with_fewer_columns() const {
    sequence_table<Lazy> columns;
    numbers number(columns_);
    numbers moves(states());
    numbers sample; // an old column for each new one
    for (std::size_t column = 0; column < columns_; ++column) {
        for (std::size_t state = 0; state < states(); ++state) {
            moves[state] = next_[state * columns_ + column];
        }
        number[column] = columns.number_of(moves);
        if (columns.size() > sample.size()) {
            sample.push_back(static_cast<std::uint32_t>(column));
        }
    }
    lazy_list<interval, Lazy> intervals;
    for (const interval& each : intervals_) {
        if (intervals.empty() || intervals.back().column != number[each.column]) {
            intervals.push_back({each.first, number[each.column]});
        }
    }
    numbers next;
    for (std::size_t state = 0; state < states(); ++state) {
        for (const std::uint32_t column : sample) {
            next.push_back(next_[state * columns_ + column]);
        }
    }
    return {std::move(intervals), sample.size(), accepts_, std::move(next)};
}

// Method: Hopcroft 1971, an n log n algorithm for minimizing states in a finite automaton.
template<typename Lazy>
basic_automaton<Lazy> basic_automaton<Lazy>::minimal() const {
    const std::size_t count = states();
    // For every state and column, where it is reached from: runs of `sources` that end at `ends`.
    numbers ends(count * columns_ + 1, 0);
    for (std::size_t move = 0; move < next_.size(); ++move) {
        ++ends[next_[move] * columns_ + move % columns_];
    }
    for (std::size_t place = 1; place < ends.size(); ++place) {
        ends[place] += ends[place - 1];
    }
    numbers begins = ends;
    numbers sources(next_.size());
    for (std::size_t move = next_.size(); move-- > 0;) {
        sources[--begins[next_[move] * columns_ + move % columns_]] =
            static_cast<std::uint32_t>(move / columns_);
    }
    state_partition<Lazy> partition{count};
    numbers touched;
    numbers waiting = {0};
    for (std::uint32_t state = 0; state < count; ++state) {
        if (accepts(state)) {
            partition.mark(state);
        }
    }
    if (partition.split(0)) {
        waiting.push_back(1);
    }
    while (!waiting.empty()) {
        const std::uint32_t splitter = waiting.back();
        waiting.pop_back();
        const numbers members = partition.states_of(splitter);
        for (std::size_t column = 0; column < columns_; ++column) {
            touched.clear();
            for (const std::uint32_t member : members) {
                const std::size_t entry = member * columns_ + column;
                for (std::uint32_t place = begins[entry]; place < ends[entry]; ++place) {
                    const std::uint32_t source = sources[place];
                    if (partition.mark(source)) {
                        touched.push_back(partition.block_of(source));
                    }
                }
            }
            for (const std::uint32_t block : touched) {
                // The new block is the smaller one, which is enough; if the old one waits already, both do.
                if (partition.split(block)) {
                    waiting.push_back(static_cast<std::uint32_t>(partition.size() - 1));
                }
            }
        }
    }
    constexpr std::uint32_t unmet = 0xffff'ffff;
    numbers number(partition.size(), unmet);
    numbers samples = {0};
    number[partition.block_of(0)] = 0;
    numbers accepts;
    numbers next;
    for (std::size_t state = 0; state < samples.size(); ++state) {
        const std::uint32_t sample = samples[state];
        accepts.push_back(accepts_[sample]);
        for (std::size_t column = 0; column < columns_; ++column) {
            const std::uint32_t target = this->next(sample, column);
            std::uint32_t& name = number[partition.block_of(target)];
            if (name == unmet) {
                name = static_cast<std::uint32_t>(samples.size());
                samples.push_back(target);
            }
            next.push_back(name);
        }
    }
    return basic_automaton{intervals_, columns_, std::move(accepts), std::move(next)}.with_fewer_columns();
}

} // namespace synth::detail

#endif
