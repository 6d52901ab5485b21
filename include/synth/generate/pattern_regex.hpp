// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_PATTERN_REGEX_HPP
#define SYNTH_GENERATE_PATTERN_REGEX_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <synth/core/plan_error.hpp>
#include <synth/generate/pattern_class.hpp>
#include <synth/generate/pattern_letters.hpp>
#include <synth/generate/pattern_syntax.hpp>

namespace synth::detail {

// Reads PostgreSQL's advanced regular expressions (its manual, section 9.7.3), as far as they describe a
// regular language: neither back references nor word boundaries, and lookahead only at the very start.
template<typename Lazy = void>
class regex_reader {
    using letter_set = basic_letter_set<Lazy>;
    using pattern_tree = basic_pattern_tree<Lazy>;
    using parsed_pattern = basic_parsed_pattern<Lazy>;

public:
    regex_reader(std::string_view text, bool fold) : text_{text}, rest_{text}, fold_{fold} {}

    parsed_pattern read() {
        if (text_.size() > longest) {
            refuse("is longer than " + std::to_string(longest) + " bytes");
        }
        if (read_options()) {
            parsed_.root = parse_literal(parsed_.tree, rest_, fold_, kind);
            return std::move(parsed_);
        }
        read_lookaheads();
        parsed_.root = read_choice();
        if (!rest_.empty()) {
            refuse("has a ) without its (");
        }
        const pattern_node& root = parsed_.tree[parsed_.root];
        if (!parsed_.lookaheads.empty() && root.what == pattern_node::kind::choice) {
            refuse("has a | beside a lookahead");
        }
        return std::move(parsed_);
    }

private:
    static constexpr std::string_view kind = "the regular expression";
    static constexpr std::size_t longest = 10'000;
    static constexpr unsigned deepest = 100;
    static constexpr std::uint32_t most_repeats = 255; // PostgreSQL's own limit

    using node_kind = pattern_node::kind;

    [[noreturn]] void refuse(std::string_view reason) const { throw pattern_refusal(kind, text_, reason); }

    bool take(std::string_view token) {
        if (!rest_.starts_with(token)) {
            return false;
        }
        rest_.remove_prefix(token.size());
        return true;
    }

    std::uint32_t take_any() {
        const std::uint32_t letter = take_letter(rest_);
        if (letter == 0) {
            refuse(rest_.empty() ? "ends too early" : "is not valid UTF-8");
        }
        return letter;
    }

    // True if the rest is no expression but the text itself.
    bool read_options() {
        bool literal = take("***=");
        if (!literal) {
            take("***:");
            if (rest_.size() > 2 && rest_.starts_with("(?") && is_small(rest_[2])) {
                take("(?");
                while (!take(")")) {
                    switch (take_any()) {
                    case 'i':
                        fold_ = true;
                        break;
                    case 'c':
                        fold_ = false;
                        break;
                    case 'q':
                        literal = true;
                        break;
                    case 's':
                    case 't':
                        break; // as it is anyway
                    default:
                        refuse("has an embedded option other than c, i, q, s and t");
                    }
                }
            }
        }
        return literal;
    }

    void read_lookaheads() {
        const std::string_view start = rest_;
        if (!take("^") && !take("\\A")) {
            return;
        }
        while (rest_.starts_with("(?=") || rest_.starts_with("(?!")) {
            const bool forbidden = rest_[2] == '!';
            rest_.remove_prefix(3);
            const std::uint32_t root = parsed_.tree.add({.what = node_kind::sequence});
            parsed_.tree.append(root, parsed_.tree.add({.what = node_kind::begin}));
            parsed_.tree.append(root, read_group());
            parsed_.lookaheads.push_back({root, forbidden});
        }
        if (parsed_.lookaheads.empty()) {
            rest_ = start;
        } else {
            looked_ahead_ = true; // the anchor is still to be put before what follows
        }
    }

    // The rest of a group, to its closing parenthesis.
    std::uint32_t read_group() {
        if (++depth_ > deepest) {
            refuse("nests parentheses more than " + std::to_string(deepest) + " deep");
        }
        const std::uint32_t inner = read_choice();
        if (!take(")")) {
            refuse("has a ( without its )");
        }
        --depth_;
        return inner;
    }

    std::uint32_t read_choice() {
        const std::uint32_t first = read_sequence();
        if (!rest_.starts_with('|')) {
            return first;
        }
        const std::uint32_t choice = parsed_.tree.add({.what = node_kind::choice});
        parsed_.tree.append(choice, first);
        while (take("|")) {
            parsed_.tree.append(choice, read_sequence());
        }
        return choice;
    }

    std::uint32_t read_sequence() {
        pattern_tree& tree = parsed_.tree;
        const std::uint32_t sequence = tree.add({.what = node_kind::sequence});
        if (looked_ahead_ && depth_ == 0) {
            tree.append(sequence, tree.add({.what = node_kind::begin}));
            looked_ahead_ = false;
        }
        while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
            const std::uint32_t atom = read_atom();
            const bool anchor = tree[atom].what == node_kind::begin || tree[atom].what == node_kind::end;
            tree.append(sequence, anchor ? atom : read_repeat(atom));
        }
        return sequence;
    }

    std::uint32_t read_atom() {
        pattern_tree& tree = parsed_.tree;
        const std::uint32_t letter = take_any();
        switch (letter) {
        case '(':
            if (!take("?:") && rest_.starts_with('?')) {
                refuse(rest_.starts_with("?=") || rest_.starts_with("?!") || rest_.starts_with("?<")
                           ? "looks ahead or back, which is understood only right after a leading ^ and ahead"
                           : "has a group that starts with (? and is not understood");
            }
            return read_group();
        case '[':
            return read_class();
        case '.':
            return tree.add_anything();
        case '^':
            return tree.add({.what = node_kind::begin});
        case '$':
            return tree.add({.what = node_kind::end});
        case '\\':
            return read_escaped_atom();
        case '{':
            if (rest_.empty() || !is_digit(rest_.front())) {
                return add_letters(letter_set{letter}, true);
            }
            [[fallthrough]];
        case '*':
        case '+':
        case '?':
            refuse("has a quantifier with nothing to repeat");
        default:
            return add_letters(letter_set{letter}, true);
        }
    }

    std::uint32_t read_escaped_atom() {
        if (take("A")) {
            return parsed_.tree.add({.what = node_kind::begin});
        }
        if (take("Z")) {
            return parsed_.tree.add({.what = node_kind::end});
        }
        const auto escape = take_escape<Lazy>(rest_);
        if (!escape.fault.empty()) {
            refuse(escape.fault);
        }
        return add_letters(escape.is_class ? escape.letters : letter_set{escape.letter}, !escape.negative);
    }

    std::uint32_t add_letters(const letter_set& letters, bool names) {
        return parsed_.tree.add_letters(fold_ ? letters.folded() : letters, names);
    }

    std::uint32_t read_repeat(std::uint32_t atom) {
        std::uint32_t least = 0;
        std::uint32_t most = pattern_node::unlimited;
        if (take("+")) {
            least = 1;
        } else if (take("?")) {
            most = 1;
        } else if (rest_.size() > 1 && rest_.front() == '{' && is_digit(rest_[1])) {
            take("{");
            least = most = read_number();
            if (take(",")) {
                most = rest_.starts_with('}') ? pattern_node::unlimited : read_number();
            }
            if (!take("}") || least > most) {
                refuse("has a repetition {m,n} that is not well formed");
            }
        } else if (!take("*")) {
            return atom;
        }
        take("?"); // what is matched does not depend on who is greedy
        return parsed_.tree.repeated(atom, least, most);
    }

    std::uint32_t read_number() {
        std::uint32_t number = 0;
        if (rest_.empty() || !is_digit(rest_.front())) {
            refuse("has a repetition {m,n} that is not well formed");
        }
        for (; !rest_.empty() && is_digit(rest_.front()); rest_.remove_prefix(1)) {
            number = number * 10 + static_cast<std::uint32_t>(rest_.front() - '0');
            if (number > most_repeats) {
                refuse("repeats something more than 255 times");
            }
        }
        return number;
    }

    std::uint32_t read_class() {
        const auto letters = take_class<Lazy>(rest_, fold_);
        if (!letters.fault.empty()) {
            refuse(letters.fault);
        }
        return parsed_.tree.add_letters(letters.letters, !letters.negative);
    }

    static bool is_digit(char letter) { return letter >= '0' && letter <= '9'; }
    static bool is_small(char letter) { return letter >= 'a' && letter <= 'z'; }

    std::string_view text_;
    std::string_view rest_;
    bool fold_;
    bool looked_ahead_ = false;
    unsigned depth_ = 0;
    parsed_pattern parsed_;
};

} // namespace synth::detail

#endif
