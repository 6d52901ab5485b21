// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_PATTERN_SYNTAX_HPP
#define SYNTH_GENERATE_PATTERN_SYNTAX_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <synth/core/lazy_type.hpp>
#include <synth/core/plan_error.hpp>
#include <synth/generate/pattern_letters.hpp>

namespace synth::detail {

// The error of one pattern; a long or hostile text is cut.
template<typename = void>
[[nodiscard]] plan_error pattern_refusal(std::string_view kind, std::string_view text,
                                         std::string_view reason) {
    constexpr std::size_t shown = 120;
    std::string message{kind};
    message.append(" '").append(text.substr(0, shown)).append(text.size() > shown ? "...' " : "' ");
    message.append(reason).append("; give the column a generator of its own");
    return plan_error{message};
}

struct pattern_node {
    enum class kind : std::uint8_t { letters, sequence, choice, repeat, begin, end };

    kind what;
    std::uint32_t letters = 0; // which set
    std::uint32_t least = 0;   // of a repeat
    std::uint32_t most = 0;
    // Children of sequences, choices and repeats are a list from the last to the first: sequences are turned
    // into automata from their end.
    std::uint32_t last_child = none;
    std::uint32_t previous = none;

    static constexpr std::uint32_t none = 0xffff'ffff;
    static constexpr std::uint32_t unlimited = none;
};

template<typename Lazy = void>
class basic_pattern_tree;
using pattern_tree = basic_pattern_tree<>;

// What a pattern says, as a tree. Every set of letters comes twice: all that match, and the part of them that
// makes agreeable texts.
template<typename Lazy>
class basic_pattern_tree {
    using letter_set = basic_letter_set<Lazy>;

public:
    // Set 0 stands for what a search passes over, before and after the match.
    basic_pattern_tree() { add_set(letter_set::all(), letter_set::preferred()); }

    std::uint32_t add(pattern_node node) {
        if (nodes_.size() >= most_nodes) {
            throw plan_error{"a pattern has more than " + std::to_string(most_nodes) +
                             " parts; give the column a generator of its own"};
        }
        nodes_.push_back(node);
        return static_cast<std::uint32_t>(nodes_.size() - 1);
    }

    // A node of one letter. Only positive sets name their letters: [^,] does not ask for commas, nor for
    // the rest of Unicode.
    std::uint32_t add_letters(const letter_set& letters, bool names) {
        if (names) {
            mentioned_ = mentioned_ | letters.named();
        }
        return add({.what = pattern_node::kind::letters, .letters = add_set(letters, letters.agreeable())});
    }

    std::uint32_t add_anything() { return add({.what = pattern_node::kind::letters, .letters = 0}); }

    void append(std::uint32_t parent, std::uint32_t child) {
        nodes_[child].previous = nodes_[parent].last_child;
        nodes_[parent].last_child = child;
    }

    [[nodiscard]] std::uint32_t repeated(std::uint32_t child, std::uint32_t least, std::uint32_t most) {
        const std::uint32_t repeat = add({.what = pattern_node::kind::repeat, .least = least, .most = most});
        append(repeat, child);
        return repeat;
    }

    [[nodiscard]] const pattern_node& operator[](std::uint32_t node) const { return nodes_[node]; }

    [[nodiscard]] std::size_t set_count() const { return all_.size(); }
    [[nodiscard]] const letter_set& set(std::uint32_t number, bool agreeable) const {
        return agreeable ? agreeable_[number] : all_[number];
    }
    [[nodiscard]] const letter_set& mentioned() const { return mentioned_; }

private:
    static constexpr std::size_t most_nodes = 20'000;

    std::uint32_t add_set(const letter_set& all, const letter_set& agreeable) {
        std::uint32_t number = 0;
        while (number < all_.size() && !(all_[number] == all && agreeable_[number] == agreeable)) {
            ++number;
        }
        if (number == all_.size()) {
            all_.push_back(all);
            agreeable_.push_back(agreeable);
        }
        return number;
    }

    lazy_list<pattern_node, Lazy> nodes_;
    lazy_list<letter_set, Lazy> all_;
    lazy_list<letter_set, Lazy> agreeable_;
    letter_set mentioned_;
};

// A tree with the part of it to match. What must or must not follow the start besides is a lookahead.
template<typename Lazy = void>
struct basic_parsed_pattern {
    struct lookahead {
        std::uint32_t root;
        bool forbidden;
    };

    basic_pattern_tree<Lazy> tree;
    std::uint32_t root = 0;
    lazy_list<lookahead, Lazy> lookaheads;
};
using parsed_pattern = basic_parsed_pattern<>;

// A text as a sequence of letters.
template<typename Lazy>
std::uint32_t parse_literal(basic_pattern_tree<Lazy>& tree, std::string_view text, bool fold,
                            std::string_view kind) {
    const std::uint32_t sequence = tree.add({.what = pattern_node::kind::sequence});
    for (std::string_view rest = text; !rest.empty();) {
        const std::uint32_t letter = take_letter(rest);
        if (letter == 0) {
            throw pattern_refusal(kind, text, "is not valid UTF-8");
        }
        const basic_letter_set<Lazy> letters{letter};
        tree.append(sequence, tree.add_letters(fold ? letters.folded() : letters, true));
    }
    return sequence;
}

// The language of LIKE: % any text, _ any letter, a backslash before a letter that stands for itself.
template<typename Lazy = void>
basic_parsed_pattern<Lazy> parse_like(std::string_view text, bool fold) {
    constexpr std::string_view kind = "the LIKE pattern";
    basic_parsed_pattern<Lazy> parsed;
    basic_pattern_tree<Lazy>& tree = parsed.tree;
    parsed.root = tree.add({.what = pattern_node::kind::sequence});
    for (std::string_view rest = text; !rest.empty();) {
        std::uint32_t letter = take_letter(rest);
        const bool escaped = letter == '\\';
        if (escaped && rest.empty()) {
            throw pattern_refusal(kind, text, "ends with its escape character");
        }
        if (escaped) {
            letter = take_letter(rest);
        }
        if (letter == 0) {
            throw pattern_refusal(kind, text, "is not valid UTF-8");
        }
        std::uint32_t node = 0;
        if (!escaped && letter == '%') {
            node = tree.repeated(tree.add_anything(), 0, pattern_node::unlimited);
        } else if (!escaped && letter == '_') {
            node = tree.add_anything();
        } else {
            const basic_letter_set<Lazy> letters{letter};
            node = tree.add_letters(fold ? letters.folded() : letters, true);
        }
        tree.append(parsed.root, node);
    }
    return parsed;
}

} // namespace synth::detail

#endif
