// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_PATTERN_HPP
#define SYNTH_GENERATE_PATTERN_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include <synth/core/lazy_type.hpp>
#include <synth/generate/pattern_automaton.hpp>
#include <synth/generate/pattern_compile.hpp>
#include <synth/generate/pattern_lengths.hpp>
#include <synth/generate/pattern_letters.hpp>
#include <synth/generate/pattern_regex.hpp>
#include <synth/generate/pattern_syntax.hpp>

namespace synth {

namespace detail {

// All texts of these letters, the empty one too.
template<typename Lazy>
basic_automaton<Lazy> texts_of(const basic_letter_set<Lazy>& letters) {
    lazy_list<typename basic_automaton<Lazy>::interval, Lazy> intervals;
    if (!letters.contains(1)) {
        intervals.push_back({1, 0});
    }
    const std::uint32_t inside = intervals.empty() ? 0 : 1;
    for (const letter_range& each : letters.ranges()) {
        intervals.push_back({each.first, inside});
        if (each.last < last_letter) {
            intervals.push_back({each.last + 1, 1 - inside});
        }
    }
    // State 1 is lost. A set without a gap has one column, and one without letters too.
    const std::size_t columns = intervals.size() > 1 ? 2 : 1;
    lazy_list<std::uint32_t, Lazy> next(2 * columns, 1);
    if (inside < columns) {
        next[inside] = 0;
    }
    return basic_automaton<Lazy>{std::move(intervals), columns, {1, 0}, std::move(next)}.minimal();
}

// The letters that lower() and upper() change; of U+0100 to U+024F, where they alternate, all.
template<typename Lazy>
lazy_list<letter_range, Lazy> letters_with_small_ones() {
    return {{'A', 'Z'}, {0xc0, 0xd6}, {0xd8, 0xde}, {0x100, 0x24f}, {0x386, 0x3ab}, {0x400, 0x42f}};
}
template<typename Lazy>
lazy_list<letter_range, Lazy> letters_with_large_ones() {
    return {{'a', 'z'}, {0xb5, 0xb5}, {0xdf, 0xf6}, {0xf8, 0x24f}, {0x3ac, 0x3ce}, {0x430, 0x45f}};
}

// All texts of least to most letters.
template<typename Lazy>
basic_automaton<Lazy> texts_of_length(std::uint32_t least, std::uint32_t most) {
    const bool limited = most != pattern_node::unlimited;
    const std::size_t last = limited ? std::size_t{most} + 1 : least;
    require_few_states<Lazy>(last + 1, 1);
    lazy_list<std::uint32_t, Lazy> accepts;
    lazy_list<std::uint32_t, Lazy> next;
    for (std::size_t length = 0; length <= last; ++length) {
        accepts.push_back(length >= least && (!limited || length <= most) ? 1 : 0);
        next.push_back(static_cast<std::uint32_t>(std::min(length + 1, last)));
    }
    return basic_automaton<Lazy>{{{1, 0}}, 1, std::move(accepts), std::move(next)}.minimal();
}

} // namespace detail

template<typename Lazy = void>
class basic_pattern;
template<typename Lazy = void>
class basic_pattern_texts;
using pattern = basic_pattern<>;
using pattern_texts = basic_pattern_texts<>;

/// The texts that a CHECK admits, however many: what a regular expression or a LIKE matches, a list of texts,
/// texts of some length, and what !, & and | make of them:
/// `pattern::from_like("SKU-%") & pattern::from_regex("[0-9]$")`. `pattern_texts` makes texts of it.
template<typename Lazy>
class basic_pattern {
    using automaton = detail::basic_automaton<Lazy>;
    using letter_set = detail::basic_letter_set<Lazy>;
    using pattern_tree = detail::basic_pattern_tree<Lazy>;
    using compiler = detail::pattern_compiler<Lazy>;

public:
    static constexpr std::uint32_t unlimited = detail::pattern_node::unlimited;

    /// What PostgreSQL's `text ~ 'expression'` is true for, or `~*` if the case of ASCII letters is ignored.
    /// Throws plan_error for what is no regular language, such as back references:
    /// `pattern::from_regex("^[A-Z]{2}[0-9]+$").matches("DE99")`.
    static basic_pattern from_regex(std::string_view expression, bool ignore_case = false) {
        const auto parsed = detail::regex_reader<Lazy>{expression, ignore_case}.read();
        basic_pattern result{parsed.tree, parsed.root, detail::pattern_reach::part};
        for (const auto& [root, forbidden] : parsed.lookaheads) {
            const basic_pattern ahead{parsed.tree, root, detail::pattern_reach::part};
            result = result & (forbidden ? !ahead : ahead);
        }
        return result;
    }

    /// What `text LIKE 'pattern'` is true for, or ILIKE: `pattern::from_like("%@%").matches("a@b")`.
    static basic_pattern from_like(std::string_view like, bool ignore_case = false) {
        const auto parsed = detail::parse_like<Lazy>(like, ignore_case);
        return {parsed.tree, parsed.root, detail::pattern_reach::whole};
    }

    /// These texts and no others.
    static basic_pattern one_of(detail::lazily<std::span<const std::string_view>, Lazy> texts) {
        pattern_tree tree;
        const std::uint32_t choice = tree.add({.what = detail::pattern_node::kind::choice});
        for (const std::string_view each : texts) {
            tree.append(choice, detail::parse_literal(tree, each, false, "the text"));
        }
        return {tree, choice, detail::pattern_reach::whole};
    }

    /// Every text: `pattern::any().with_length(1, 20)`.
    static basic_pattern any() { return basic_pattern{automaton{true}, letter_set{}}; }

    /// What is its own lower(text), or its own upper(text). Of other alphabets than Latin, Greek and Cyrillic
    /// the letters have no case here: `pattern::lower_case() & pattern::from_like("%-%")`.
    static basic_pattern lower_case() {
        return basic_pattern{detail::texts_of(!letter_set{detail::letters_with_small_ones<Lazy>()}), {}};
    }
    static basic_pattern upper_case() {
        basic_pattern result{detail::texts_of(!letter_set{detail::letters_with_large_ones<Lazy>()}),
                             letter_set{{{'0', '9'}, {'A', 'Z'}}}};
        result.agreeable_ = automaton{false}; // what is agreeable elsewhere would be digits alone
        return result;
    }

    /// The texts of least to most characters among these.
    [[nodiscard]] basic_pattern with_length(std::uint32_t least, std::uint32_t most) const {
        basic_pattern result = *this;
        result.least_ = std::max(least_, least);
        result.most_ = std::min(most_, most);
        return result;
    }

    /// The texts of both patterns.
    friend basic_pattern operator&(const basic_pattern& left, const basic_pattern& right) {
        basic_pattern both{left.all_ & right.all_, left.mentioned_ | right.mentioned_};
        both.least_ = std::max(left.least_, right.least_);
        both.most_ = std::min(left.most_, right.most_);
        both.agreeable_ = left.agreeable_ & right.agreeable_;
        both.letters_ = left.letters_ | right.letters_;
        // Texts with an @ and texts with a dot have agreeable texts, but not the same.
        for (const auto& wider : {letter_set::preferred(), letter_set::printable()}) {
            if (both.agreeable_.empty()) {
                both.letters_ = wider | both.mentioned_;
                both.agreeable_ = both.all_ & detail::texts_of(both.letters_);
            }
        }
        return both;
    }

    /// The texts of either pattern.
    friend basic_pattern operator|(const basic_pattern& left, const basic_pattern& right) {
        if (left.may_join(right)) {
            basic_pattern joined = left;
            joined.least_ = std::min(left.least_, right.least_);
            joined.most_ = std::max(left.most_, right.most_);
            joined.agreeable_ = left.agreeable_ | right.agreeable_;
            joined.letters_ = left.letters_ | right.letters_;
            joined.mentioned_ = left.mentioned_ | right.mentioned_;
            return joined;
        }
        const bool alike = left.least_ == right.least_ && left.most_ == right.most_;
        const auto part = [&](const automaton& texts, const basic_pattern& from) {
            return alike ? texts : texts & from.lengths();
        };
        basic_pattern either{part(left.all_, left) | part(right.all_, right),
                             left.mentioned_ | right.mentioned_};
        either.agreeable_ = part(left.agreeable_, left) | part(right.agreeable_, right);
        either.letters_ = left.letters_ | right.letters_;
        if (alike) {
            either.least_ = left.least_;
            either.most_ = left.most_;
        }
        return either;
    }

    /// All other texts.
    friend basic_pattern operator!(const basic_pattern& from) {
        // Of lengths alone the others are lengths too, with no state for each.
        if (from.is_length() && from.least_ <= from.most_) {
            if (from.most_ == unlimited && from.least_ > 0) {
                return any().with_length(0, from.least_ - 1);
            }
            if (from.least_ == 0 && from.most_ < unlimited) {
                return any().with_length(from.most_ + 1, unlimited);
            }
        }
        return basic_pattern{!from.with_length_inside(), from.mentioned_};
    }

    [[nodiscard]] bool matches(std::string_view text) const {
        std::uint64_t letters = 0;
        return all_.matches(text, letters) && letters >= least_ && letters <= most_;
    }

    [[nodiscard]] bool empty() const { return !shortest(); }

    /// The characters of the shortest text, for the message that a column is too short for it; empty if there
    /// is no text at all.
    [[nodiscard]] detail::lazily<std::optional<std::uint64_t>, Lazy> shortest() const {
        return detail::length_search<Lazy>::shortest(
            all_.states(), least_, most_,
            [this](std::uint32_t state, const auto& visit) {
                for (std::size_t column = 0; column < all_.columns(); ++column) {
                    visit(all_.next(state, column));
                }
            },
            [this](std::uint32_t state) { return all_.accepts(state); });
    }

private:
    friend basic_pattern_texts<Lazy>;

    basic_pattern(automaton all, letter_set mentioned)
        : all_{std::move(all)}, agreeable_{all_}, letters_{letter_set::preferred()},
          mentioned_{std::move(mentioned)} {}

    basic_pattern(const pattern_tree& tree, std::uint32_t root, detail::pattern_reach reach)
        : all_{compiler{tree, false}.compile(root, reach)},
          agreeable_{compiler{tree, true}.compile(root, reach)}, mentioned_{tree.mentioned()} {
        detail::lazy_list<detail::letter_range, Lazy> ranges;
        for (std::uint32_t set = 0; set < tree.set_count(); ++set) {
            tree.set(set, true).add_to(ranges);
        }
        letters_ = letter_set{std::move(ranges)};
    }

    // Whether it says nothing but lengths.
    [[nodiscard]] bool is_length() const { return all_.states() == 1 && all_.accepts(0); }

    // Whether the lengths of one go on where those of the other end, of the same texts.
    [[nodiscard]] bool may_join(const basic_pattern& other) const {
        const auto reaches = [](const basic_pattern& low, const basic_pattern& high) {
            return low.most_ == unlimited || high.least_ <= low.most_ + 1;
        };
        return is_length() && other.is_length() && least_ <= most_ && other.least_ <= other.most_ &&
               reaches(*this, other) && reaches(other, *this);
    }

    [[nodiscard]] automaton lengths() const {
        if (least_ > most_) {
            return automaton{false};
        }
        return detail::texts_of_length<Lazy>(least_, most_);
    }

    [[nodiscard]] automaton with_length_inside() const { return all_ & lengths(); }

    automaton all_;       // what matches, but for its length
    automaton agreeable_; // the part of it that looks like data, of the letters below
    letter_set letters_;
    letter_set mentioned_; // what the pattern itself names
    std::uint32_t least_ = 0;
    std::uint32_t most_ = unlimited;
};

} // namespace synth

#endif
