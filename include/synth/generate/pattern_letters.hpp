// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_PATTERN_LETTERS_HPP
#define SYNTH_GENERATE_PATTERN_LETTERS_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include <synth/core/lazy_type.hpp>

namespace synth::detail {

struct letter_range {
    std::uint32_t first;
    std::uint32_t last;
    friend bool operator==(const letter_range&, const letter_range&) = default;
};

inline constexpr std::uint32_t last_letter = 0x10ffff;

template<typename Lazy = void>
class basic_letter_set;
using letter_set = basic_letter_set<>;

// Unicode characters, as ranges in ascending order with gaps between them. U+0000 and the surrogates are in
// no set, because a database's text holds neither.
template<typename Lazy>
class basic_letter_set {
public:
    using range_list = lazy_list<letter_range, Lazy>;

    basic_letter_set() = default;
    explicit basic_letter_set(std::uint32_t letter) : basic_letter_set(range_list{{letter, letter}}) {}
    explicit basic_letter_set(const range_list& ranges) {
        // As numbers, so that one instance of std::sort does for all headers of patterns.
        lazy_list<std::uint64_t, Lazy> order;
        order.reserve(ranges.size());
        for (const letter_range& each : ranges) {
            order.push_back(std::uint64_t{each.first} << 32U | each.last);
        }
        std::ranges::sort(order);
        for (const std::uint64_t number : order) {
            const letter_range each{static_cast<std::uint32_t>(number >> 32U),
                                    static_cast<std::uint32_t>(number)};
            add(std::max(each.first, 1U), std::min(each.last, 0xd7ffU));
            add(std::max(each.first, 0xe000U), std::min(each.last, last_letter));
        }
    }

    static basic_letter_set all() { return basic_letter_set{{{1, last_letter}}}; }
    // What the generator likes best: small letters and digits.
    static basic_letter_set preferred() { return basic_letter_set{{{'0', '9'}, {'a', 'z'}}}; }
    static basic_letter_set printable() { return basic_letter_set{{{' ', '~'}}}; }
    static basic_letter_set accented() {
        return basic_letter_set{{{0xc0, 0xd6}, {0xd8, 0xf6}, {0xf8, 0x17f}}};
    }

    [[nodiscard]] const range_list& ranges() const { return ranges_; }
    [[nodiscard]] bool empty() const { return ranges_.empty(); }
    void add_to(range_list& ranges) const {
        for (const letter_range& each : ranges_) {
            ranges.push_back(each);
        }
    }

    [[nodiscard]] std::uint32_t size() const {
        std::uint32_t total = 0;
        for (const letter_range& each : ranges_) {
            total += each.last - each.first + 1;
        }
        return total;
    }

    [[nodiscard]] bool contains(std::uint32_t letter) const {
        for (const letter_range& each : ranges_) {
            if (letter <= each.last) {
                return letter >= each.first;
            }
        }
        return false;
    }

    friend basic_letter_set operator|(const basic_letter_set& left, const basic_letter_set& right) {
        range_list ranges = left.ranges_;
        right.add_to(ranges);
        return basic_letter_set{std::move(ranges)};
    }

    friend basic_letter_set operator&(const basic_letter_set& left, const basic_letter_set& right) {
        basic_letter_set both;
        for (std::size_t one = 0, two = 0; one < left.ranges_.size() && two < right.ranges_.size();) {
            const letter_range& a = left.ranges_[one];
            const letter_range& b = right.ranges_[two];
            both.add(std::max(a.first, b.first), std::min(a.last, b.last));
            ++(a.last < b.last ? one : two);
        }
        return both;
    }

    // The characters that are not in the set.
    friend basic_letter_set operator!(const basic_letter_set& set) {
        range_list ranges;
        std::uint32_t next = 1;
        for (const letter_range& each : set.ranges_) {
            if (next < each.first) {
                ranges.push_back({next, each.first - 1});
            }
            next = each.last + 1;
        }
        if (next <= last_letter) {
            ranges.push_back({next, last_letter});
        }
        return basic_letter_set{std::move(ranges)};
    }

    friend bool operator==(const basic_letter_set&, const basic_letter_set&) = default;

    // With the other case of each ASCII letter; what else has a case depends on the database's locale.
    [[nodiscard]] basic_letter_set folded() const {
        range_list ranges = ranges_;
        const basic_letter_set small = *this & basic_letter_set{{{'a', 'z'}}};
        const basic_letter_set large = *this & basic_letter_set{{{'A', 'Z'}}};
        for (const letter_range& each : small.ranges_) {
            ranges.push_back({each.first - 32, each.last - 32});
        }
        for (const letter_range& each : large.ranges_) {
            ranges.push_back({each.first + 32, each.last + 32});
        }
        return basic_letter_set{std::move(ranges)};
    }

    // The part that makes agreeable texts; empty only if the set is.
    [[nodiscard]] basic_letter_set agreeable() const {
        const bool small = !(*this & basic_letter_set{{{'a', 'z'}}}).empty();
        const basic_letter_set choices[] = {small ? preferred() : basic_letter_set{},
                                            basic_letter_set{{{'0', '9'}, {'A', 'Z'}}},
                                            basic_letter_set{{{'-', '.'}, {'_', '_'}}},
                                            basic_letter_set{{{'!', '~'}}},
                                            printable(),
                                            size() > many ? accented() : basic_letter_set{}};
        for (const basic_letter_set& each : choices) {
            if (basic_letter_set part = *this & each; !part.empty()) {
                return part;
            }
        }
        return *this;
    }

    // The part that a pattern may be said to name: no control characters beside printable ones, and no
    // thousands.
    [[nodiscard]] basic_letter_set named() const {
        const basic_letter_set part =
            *this & (size() > many ? printable() : basic_letter_set{{{' ', '~'}, {0xa0, last_letter}}});
        return part.empty() && size() <= many ? *this : part;
    }

private:
    static constexpr std::uint32_t many = 2'000;

    void add(std::uint32_t first, std::uint32_t last) {
        if (first > last) {
            return;
        }
        if (!ranges_.empty() && first <= ranges_.back().last + 1) {
            ranges_.back().last = std::max(ranges_.back().last, last);
        } else {
            ranges_.push_back({first, last});
        }
    }

    range_list ranges_;
};

// Takes the first character off a text in UTF-8; 0 if there is none that a database would hold.
inline std::uint32_t take_letter(std::string_view& text) {
    const auto byte = [&](std::size_t place) -> std::uint32_t {
        return place < text.size() ? static_cast<unsigned char>(text[place]) : 0U;
    };
    const std::uint32_t lead = byte(0);
    if (lead < 0x80) {
        text.remove_prefix(text.empty() ? 0 : 1);
        return lead;
    }
    if (lead < 0xc2 || lead > 0xf4) {
        return 0;
    }
    std::size_t size = 2;
    size += lead >= 0xe0 ? 1 : 0;
    size += lead >= 0xf0 ? 1 : 0;
    std::uint32_t letter = lead & (0xffU >> (size + 1));
    for (std::size_t place = 1; place < size; ++place) {
        if ((byte(place) & 0xc0U) != 0x80) {
            return 0;
        }
        letter = letter << 6U | (byte(place) & 0x3fU);
    }
    constexpr std::uint32_t least[] = {0x80, 0x800, 0x10000};
    if (letter < least[size - 2] || letter > last_letter || (letter >= 0xd800 && letter < 0xe000)) {
        return 0;
    }
    text.remove_prefix(size);
    return letter;
}

// Writes a character in UTF-8, at most four bytes, and returns the end.
inline char* put_letter(char* out, std::uint32_t letter) {
    if (letter < 0x80) {
        *out++ = static_cast<char>(letter);
        return out;
    }
    unsigned more = 1;
    more += letter >= 0x800 ? 1 : 0;
    more += letter >= 0x10000 ? 1 : 0;
    *out++ = static_cast<char>((0xffU << (7 - more) & 0xffU) | letter >> (6 * more));
    for (unsigned place = more; place-- > 0;) {
        *out++ = static_cast<char>(0x80U | (letter >> (6 * place) & 0x3fU));
    }
    return out;
}

} // namespace synth::detail

#endif
