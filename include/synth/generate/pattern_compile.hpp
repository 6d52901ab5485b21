// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_PATTERN_COMPILE_HPP
#define SYNTH_GENERATE_PATTERN_COMPILE_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <synth/core/lazy_type.hpp>
#include <synth/core/plan_error.hpp>
#include <synth/generate/pattern_automaton.hpp>
#include <synth/generate/pattern_letters.hpp>
#include <synth/generate/pattern_partition.hpp>
#include <synth/generate/pattern_syntax.hpp>

namespace synth::detail {

// How much of a text a tree has to match: all of it (LIKE), any part (a regular expression), or its start (a
// lookahead, which begins with an anchor).
enum class pattern_reach : std::uint8_t { whole, part };

// Turns a tree into an automaton: a nondeterministic one (Thompson 1968), built from its end, and its sets of
// states (Rabin and Scott 1959). Anchors are steps that can be taken only at the start or the end of a text.
template<typename Lazy = void>
class pattern_compiler {
    using automaton = basic_automaton<Lazy>;
    using pattern_tree = basic_pattern_tree<Lazy>;
    using numbers = lazy_list<std::uint32_t, Lazy>;
    using wide_numbers = lazy_list<std::uint64_t, Lazy>;

public:
    // Of the letters that match, either all or the agreeable ones.
    pattern_compiler(const pattern_tree& tree, bool agreeable) : tree_{tree}, agreeable_{agreeable} {}

    automaton compile(std::uint32_t root, pattern_reach reach) {
        const std::uint32_t accept = add({step::accept});
        std::uint32_t start = 0;
        if (reach == pattern_reach::whole) {
            start = build(root, accept);
        } else {
            rest_ = skip_to(accept);
            start = skip_to(build(root, rest_));
        }
        find_columns();
        return find_states(start).minimal();
    }

private:
    enum class step : std::uint8_t { letters, split, begin, end, accept };
    struct node {
        step what;
        std::uint32_t letters = 0;
        std::uint32_t next = none;
        std::uint32_t other = none;
    };

    static constexpr std::uint32_t none = pattern_node::none;
    static constexpr std::size_t most_nodes = 20'000;
    static constexpr std::uint64_t most_work = 100'000'000; // below a second

    void work(std::uint64_t amount) {
        work_ += amount;
        if (nodes_.size() > most_nodes || work_ > most_work) {
            throw plan_error{
                "a pattern is too large or too ambiguous to be turned into an automaton; give the "
                "column a generator of its own"};
        }
    }

    std::uint32_t add(node each) {
        nodes_.push_back(each);
        work(1);
        return static_cast<std::uint32_t>(nodes_.size() - 1);
    }

    // Any letters, then what follows.
    std::uint32_t skip_to(std::uint32_t next) {
        const std::uint32_t split = add({step::split, 0, none, next});
        const std::uint32_t letters = add({step::letters, 0, split});
        nodes_[split].next = letters;
        return split;
    }

    // The entry to what the tree's node matches, followed by next. As deep as the parentheses nest.
    std::uint32_t build(std::uint32_t number, std::uint32_t next) {
        work(1);
        const pattern_node& from = tree_[number];
        std::uint32_t child = from.last_child;
        switch (from.what) {
        case pattern_node::kind::letters:
            return add({step::letters, from.letters, next});
        case pattern_node::kind::begin:
            return add({step::begin, 0, next});
        case pattern_node::kind::end:
            return add({step::end, 0, next});
        case pattern_node::kind::sequence:
            for (; child != none; child = tree_[child].previous) {
                next = build(child, next);
            }
            return next;
        case pattern_node::kind::choice: {
            std::uint32_t entry = none;
            for (; child != none; child = tree_[child].previous) {
                const std::uint32_t one = build(child, next);
                entry = entry == none ? one : add({step::split, 0, one, entry});
            }
            return entry == none ? add({step::split}) : entry; // of nothing: no way on
        }
        case pattern_node::kind::repeat:
            break;
        }
        std::uint32_t entry = next;
        if (from.most == pattern_node::unlimited) {
            entry = add({step::split, 0, none, next});
            const std::uint32_t body = build(child, entry);
            nodes_[entry].next = body;
        } else {
            for (std::uint32_t round = from.least; round < from.most; ++round) {
                const std::uint32_t body = build(child, entry);
                entry = add({step::split, 0, body, next});
            }
        }
        for (std::uint32_t round = 0; round < from.least; ++round) {
            entry = build(child, entry);
        }
        return entry;
    }

    // Letters that lie in the same sets share a column.
    void find_columns() {
        wide_numbers cuts = {1};
        const std::size_t sets = tree_.set_count();
        for (std::uint32_t set = 0; set < sets; ++set) {
            for (const letter_range& each : tree_.set(set, agreeable_).ranges()) {
                cuts.push_back(each.first);
                if (each.last < last_letter) {
                    cuts.push_back(each.last + 1U);
                }
            }
        }
        std::ranges::sort(cuts);
        cuts.erase(std::ranges::unique(cuts).begin(), cuts.end());
        wide_numbers members; // a place among the cuts, and a set
        for (std::uint32_t set = 0; set < sets; ++set) {
            for (const letter_range& each : tree_.set(set, agreeable_).ranges()) {
                const auto cut = std::ranges::lower_bound(cuts, each.first);
                for (auto place = static_cast<std::size_t>(cut - cuts.begin());
                     place < cuts.size() && cuts[place] <= each.last; ++place) {
                    members.push_back(std::uint64_t{place} << 32U | set);
                    work(8);
                }
            }
        }
        std::ranges::sort(members);
        sequence_table<Lazy> columns;
        std::size_t next = 0;
        for (std::size_t place = 0; place < cuts.size(); ++place) {
            reached_.clear();
            for (; next < members.size() && members[next] >> 32U == place; ++next) {
                reached_.push_back(static_cast<std::uint32_t>(members[next]));
            }
            intervals_.push_back({static_cast<std::uint32_t>(cuts[place]), columns.number_of(reached_)});
        }
        columns_ = columns.size();
        require_few_states<Lazy>(sets, columns_); // the table of both
        in_column_.assign(columns_ * sets, 0);
        for (std::size_t column = 0; column < columns_; ++column) {
            for (const std::uint32_t set : columns[column]) {
                in_column_[column * sets + set] = 1;
            }
        }
    }

    // Adds what can be reached without a letter.
    void reach(std::uint32_t from, bool at_start, bool at_end) {
        stack_.push_back(from);
        while (!stack_.empty()) {
            const std::uint32_t number = stack_.back();
            stack_.pop_back();
            if (number == none || seen_[number] == round_) {
                continue;
            }
            work(1);
            seen_[number] = round_;
            const node& each = nodes_[number];
            if (each.what == step::split) {
                stack_.push_back(each.other);
                stack_.push_back(each.next);
            } else if ((each.what == step::begin && at_start) || (each.what == step::end && at_end)) {
                stack_.push_back(each.next);
            }
            if (each.what == step::letters || each.what == step::end || each.what == step::accept) {
                reached_.push_back(number);
            }
        }
    }

    void start_set() {
        reached_.clear();
        ++round_;
    }

    std::uint32_t number_of_set() {
        if (rest_ != none && seen_[rest_] == round_) {
            // What was sought is found: whatever follows will do.
            start_set();
            reach(rest_, false, false);
        }
        order_.assign(reached_.begin(), reached_.end());
        std::ranges::sort(order_); // 64 bits wide, like all that is sorted here
        reached_.clear();
        for (const std::uint64_t each : order_) {
            reached_.push_back(static_cast<std::uint32_t>(each));
        }
        return sets_.number_of(reached_);
    }

    automaton find_states(std::uint32_t start) {
        seen_.assign(nodes_.size(), 0);
        start_set();
        reach(start, true, false);
        reached_.push_back(none); // where the same nodes come again, ^ does not hold: that is another state
        number_of_set();
        start_set();
        reach(start, true, true);
        const bool accepts_nothing = seen_[0] == round_;

        numbers accepts;
        numbers next;
        numbers members;
        for (std::size_t state = 0; state < sets_.size(); ++state) {
            require_few_states<Lazy>(sets_.size(), columns_);
            members.assign(sets_[state].begin(), sets_[state].end());
            start_set();
            for (const std::uint32_t each : members) {
                reach(each, false, true);
            }
            accepts.push_back(seen_[0] == round_ || (state == 0 && accepts_nothing) ? 1 : 0);
            for (std::size_t column = 0; column < columns_; ++column) {
                work(members.size());
                start_set();
                for (const std::uint32_t each : members) {
                    if (each == none) {
                        continue;
                    }
                    const node& from = nodes_[each];
                    if (from.what == step::letters &&
                        in_column_[column * tree_.set_count() + from.letters] != 0) {
                        reach(from.next, false, false);
                    }
                }
                next.push_back(number_of_set());
            }
        }
        return automaton{std::move(intervals_), columns_, std::move(accepts), std::move(next)};
    }

    const pattern_tree& tree_;
    bool agreeable_;
    std::uint64_t work_ = 0;
    lazy_list<node, Lazy> nodes_;
    std::uint32_t rest_ = none; // where a search has found its match
    lazy_list<typename automaton::interval, Lazy> intervals_;
    std::size_t columns_ = 0;
    numbers in_column_;
    sequence_table<Lazy> sets_;
    numbers stack_;
    numbers seen_; // in which round
    std::uint32_t round_ = 0;
    numbers reached_;
    wide_numbers order_;
};

} // namespace synth::detail

#endif
