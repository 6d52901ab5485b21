// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_PATTERN_CLASS_HPP
#define SYNTH_GENERATE_PATTERN_CLASS_HPP

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include <synth/core/lazy_type.hpp>
#include <synth/generate/pattern_letters.hpp>

namespace synth::detail {

// What a backslash and the letters after it mean in a regular expression: a letter, a class of letters, or
// nothing that is understood.
template<typename Lazy>
struct regex_escape {
    std::uint32_t letter = 0;
    basic_letter_set<Lazy> letters;   // of a class
    basic_letter_set<Lazy> undecided; // letters that are in the class in some locales only
    bool is_class = false;
    bool negative = false;
    std::string_view fault; // why it is refused
};

// The classes of [[:name:]], in ASCII: what else is alphabetic depends on the database's locale. Empty for a
// name that is none.
template<typename Lazy = void>
basic_letter_set<Lazy> named_class(std::string_view name) {
    struct entry {
        std::string_view name;
        letter_range ranges[4];
    };
    // U+0000 is in no letter_set, so {} adds nothing.
    static constexpr entry entries[] = {
        {"alnum", {{'0', '9'}, {'A', 'Z'}, {'a', 'z'}}},
        {"alpha", {{'A', 'Z'}, {'a', 'z'}}},
        {"ascii", {{1, 127}}},
        {"blank", {{' ', ' '}, {'\t', '\t'}}},
        {"cntrl", {{1, 31}, {127, 127}}},
        {"digit", {{'0', '9'}}},
        {"graph", {{'!', '~'}}},
        {"lower", {{'a', 'z'}}},
        {"print", {{' ', '~'}}},
        {"punct", {{'!', '/'}, {':', '@'}, {'[', '`'}, {'{', '~'}}},
        {"space", {{'\t', '\r'}, {' ', ' '}}},
        {"upper", {{'A', 'Z'}}},
        {"word", {{'0', '9'}, {'A', 'Z'}, {'_', '_'}, {'a', 'z'}}},
        {"xdigit", {{'0', '9'}, {'A', 'F'}, {'a', 'f'}}},
    };
    for (const entry& each : entries) {
        if (each.name == name) {
            return basic_letter_set<Lazy>{{each.ranges[0], each.ranges[1], each.ranges[2], each.ranges[3]}};
        }
    }
    return {};
}

// The letters beyond ASCII of which the locale decides whether they are in a class. They are taken to be
// neither in it nor in its complement, so that what is generated holds in every locale.
template<typename Lazy = void>
basic_letter_set<Lazy> undecided_letters(std::string_view class_name) {
    if (class_name == "digit" || class_name == "xdigit" || class_name == "ascii") {
        return {};
    }
    if (class_name == "space" || class_name == "blank") {
        return basic_letter_set<Lazy>{{{0x85, 0x85},
                                       {0xa0, 0xa0},
                                       {0x1680, 0x180e},
                                       {0x2000, 0x200b},
                                       {0x2028, 0x202f},
                                       {0x205f, 0x2060},
                                       {0x3000, 0x3000},
                                       {0xfeff, 0xfeff}}};
    }
    return basic_letter_set<Lazy>{{{0x80, last_letter}}};
}

// What a hexadecimal digit stands for; 16 for other characters.
constexpr int digit_of(char letter) {
    const char small = static_cast<char>(letter | 0x20);
    if (letter >= '0' && letter <= '9') {
        return letter - '0';
    }
    return small >= 'a' && small <= 'f' ? small - 'a' + 10 : 16;
}

// Takes a number of at most `most` digits; false if there are fewer than `least` or it is no character.
template<typename Lazy = void>
bool take_code(std::string_view& rest, std::uint32_t base, std::size_t least, std::size_t most,
               std::uint32_t& code) {
    std::size_t digits = 0;
    for (code = 0; digits < most && !rest.empty(); ++digits) {
        const int digit = digit_of(rest.front());
        if (digit >= static_cast<int>(base)) {
            break;
        }
        code = code * base + static_cast<std::uint32_t>(digit);
        if (code > last_letter) {
            return false;
        }
        rest.remove_prefix(1);
    }
    return digits >= least;
}

// Takes what follows a backslash. The anchors \A and \Z are for the caller.
template<typename Lazy = void>
regex_escape<Lazy> take_escape(std::string_view& rest) {
    regex_escape<Lazy> escape;
    const std::uint32_t name = take_letter(rest);
    bool valid = true;
    const auto take_named = [&](std::string_view class_name) {
        escape.letters = named_class<Lazy>(class_name);
        escape.undecided = undecided_letters<Lazy>(class_name);
        escape.is_class = true;
    };
    switch (name) {
    case 'd':
    case 'D':
        take_named("digit");
        break;
    case 's':
    case 'S':
        take_named("space");
        break;
    case 'w':
    case 'W':
        take_named("word");
        break;
    case 'a':
        escape.letter = 7;
        break;
    case 'b':
        escape.letter = 8;
        break;
    case 'e':
        escape.letter = 27;
        break;
    case 'f':
        escape.letter = 12;
        break;
    case 'n':
        escape.letter = 10;
        break;
    case 'r':
        escape.letter = 13;
        break;
    case 't':
        escape.letter = 9;
        break;
    case 'v':
        escape.letter = 11;
        break;
    case 'B':
        escape.letter = '\\';
        break;
    case 'c':
        escape.letter = take_letter(rest) & 31U;
        break;
    case 'u':
        valid = take_code(rest, 16, 4, 4, escape.letter);
        break;
    case 'U':
        valid = take_code(rest, 16, 8, 8, escape.letter);
        break;
    case 'x':
        valid = take_code(rest, 16, 1, 255, escape.letter);
        break;
    case '0':
        valid = take_code(rest, 8, 0, 2, escape.letter);
        break;
    case 'm':
    case 'M':
    case 'y':
    case 'Y':
        escape.fault = "has a word boundary, which is not supported";
        break;
    default:
        if (name >= '1' && name <= '9') {
            escape.fault = "has a back reference, which no finite automaton can follow";
        }
        valid = name != 0 && !named_class<Lazy>("alnum").contains(name);
        escape.letter = name;
    }
    if (!valid && escape.fault.empty()) {
        escape.fault = "has an escape that is not understood";
    }
    if (name == 'D' || name == 'S' || name == 'W') {
        escape.negative = true;
        escape.letters = !(escape.letters | escape.undecided);
    }
    return escape;
}

// A class in brackets.
template<typename Lazy>
struct letter_class {
    basic_letter_set<Lazy> letters;
    bool negative = false;
    std::string_view fault; // why it is refused
};

// Takes a class, after its opening bracket.
template<typename Lazy = void>
letter_class<Lazy> take_class(std::string_view& rest, bool fold) {
    constexpr std::string_view bad_range = "has a range of letters that is not well formed";
    letter_class<Lazy> result;
    lazy_list<letter_range, Lazy> ranges;
    basic_letter_set<Lazy> undecided;
    const auto take = [&](std::string_view token) {
        const bool found = rest.starts_with(token);
        rest.remove_prefix(found ? token.size() : 0);
        return found;
    };
    const auto refuse = [&](std::string_view fault) { result.fault = fault; };
    // A letter, or the letters of \d, \s and the like, which go to the ranges: then it is true.
    const auto take_member = [&](std::uint32_t& letter) {
        letter = rest.starts_with('\\') ? '\\' : take_letter(rest);
        if (letter == 0) {
            refuse(rest.empty() ? "has a [ without its ]" : "is not valid UTF-8");
        }
        if (letter != '\\') {
            return false;
        }
        rest.remove_prefix(1);
        const auto escape = take_escape<Lazy>(rest);
        if (!escape.fault.empty()) {
            refuse(escape.fault);
        }
        letter = escape.letter;
        escape.letters.add_to(ranges);
        undecided = undecided | escape.undecided;
        return escape.is_class;
    };

    result.negative = take("^");
    for (bool first = true; result.fault.empty() && (first || !rest.starts_with(']')); first = false) {
        if (take("[:")) {
            const std::size_t size = rest.find(":]");
            const std::string_view name = rest.substr(0, size);
            const auto letters = named_class<Lazy>(name);
            letters.add_to(ranges);
            undecided = undecided | undecided_letters<Lazy>(name);
            rest.remove_prefix(size == std::string_view::npos ? rest.size() : size + 2);
            if (letters.empty()) {
                refuse("has a class of letters [:name:] that is not known");
            }
        } else if (rest.starts_with("[.") || rest.starts_with("[=")) {
            refuse("has a collating element or an equivalence class");
        } else if (!first && rest.starts_with('-') && !rest.starts_with("-]")) {
            refuse(bad_range);
        } else if (std::uint32_t low = 0; !take_member(low)) {
            std::uint32_t high = low;
            // A minus before the ] stands for itself.
            if (rest.size() > 1 && rest[0] == '-' && rest[1] != ']') {
                rest.remove_prefix(1);
                if (rest.starts_with("[:") || rest.starts_with("[.") || rest.starts_with("[=") ||
                    take_member(high) || high < low) {
                    refuse(bad_range);
                }
            }
            ranges.push_back({low, high});
        }
    }
    take("]");
    result.letters = basic_letter_set<Lazy>{std::move(ranges)};
    if (fold) {
        result.letters = result.letters.folded(); // before the negation: [^a] excludes A too
    }
    if (result.negative) {
        result.letters = !(result.letters | undecided);
    }
    return result;
}

} // namespace synth::detail

#endif
