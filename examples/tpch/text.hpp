// Texts of TPC-H: comments, addresses, numbered names, phones and names of parts, none of which costs an
// allocation.
#ifndef EXAMPLES_TPCH_TEXT_HPP
#define EXAMPLES_TPCH_TEXT_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include <synth/synth.hpp>

#include "rules.hpp"
#include "vocabulary.hpp"

namespace tpch {

/// A text in itself, with the room behind it that writers may read; it is of letters that no format has to
/// mark unless `append` was told of others.
template<std::size_t Capacity>
class short_text {
public:
    short_text() {} // NOLINT(modernize-use-equals-default): the bytes stay unset

    /// `text` must have 16 readable bytes, of which so many count.
    void append_padded(const char* text, std::size_t size) {
        std::memcpy(bytes_ + size_, text, 16);
        size_ += static_cast<std::uint32_t>(size);
    }
    void append(std::string_view text) {
        std::memcpy(bytes_ + size_, text.data(), text.size());
        size_ += static_cast<std::uint32_t>(text.size());
    }
    void append(const synth::known_text& text) {
        append(std::string_view{text});
        clean_ = clean_ && text.clean;
    }
    void write(std::size_t place, std::string_view text) {
        std::memcpy(bytes_ + place, text.data(), text.size());
    }
    void append_number(std::uint64_t number, unsigned digits) {
        for (unsigned place = digits; place-- > 0;) {
            bytes_[size_ + place] = static_cast<char>('0' + number % 10);
            number /= 10;
        }
        size_ += digits;
    }
    void drop_last() { --size_; }

    explicit(false) operator synth::known_text() const { return {bytes_, size_, clean_}; }
    explicit(false) operator std::string_view() const { return {bytes_, size_}; }

private:
    std::uint32_t size_ = 0;
    bool clean_ = true;
    char bytes_[Capacity + synth::known_text::padding];
};

// ---- comments ----

/// How many bytes of text there are; comments start anywhere in it. The specification has 300 MB, of which
/// nearly every comment would have to come from memory: with 1 MiB a line costs a fifth more than with what a
/// processor keeps beside it.
inline constexpr std::size_t population_size = std::size_t{1} << 18U;

namespace detail {

template<std::size_t Size>
std::string_view pick(const std::array<weighted_word, Size>& words, synth::draw& draw) {
    std::uint32_t total = 0;
    for (const weighted_word& each : words) {
        total += each.weight;
    }
    std::uint64_t place = draw.below(total);
    std::size_t index = 0;
    while (place >= words[index].weight) {
        place -= words[index++].weight;
    }
    return words[index].text;
}

class text_maker {
public:
    explicit text_maker(std::size_t size) {
        while (text_.size() < size) {
            sentence();
        }
        text_.resize(size);
    }
    std::string text() && { return std::move(text_); }

private:
    void word(std::string_view text) {
        if (!text_.empty()) {
            text_ += ' ';
        }
        text_ += text;
    }

    void phrase(std::string_view form) {
        for (const char part : form) {
            switch (part) {
            case 'n':
                word(pick(nouns, draw_));
                break;
            case 'v':
                word(pick(verbs, draw_));
                break;
            case 'j':
                word(pick(adjectives, draw_));
                break;
            case 'd':
                word(pick(adverbs, draw_));
                break;
            case 'x':
                word(pick(auxiliaries, draw_));
                break;
            default:
                text_ += part;
            }
        }
    }

    void sentence() {
        for (const char part : pick(sentences, draw_)) {
            switch (part) {
            case 'n':
                phrase(pick(noun_phrases, draw_));
                break;
            case 'v':
                phrase(pick(verb_phrases, draw_));
                break;
            default:
                word(pick(prepositions, draw_));
                word("the");
                phrase(pick(noun_phrases, draw_));
            }
        }
        text_ += pick(terminators, draw_);
    }

    std::string text_;
    synth::draw draw_{synth::make_stream_key(0, {"tpch", "text"}), 0};
};

} // namespace detail

/// The text of which comments are pieces, the same in every program, and how far it is from its bytes to the
/// next that some format has to mark.
class population {
public:
    static const population& instance() {
        static const population made;
        return made;
    }

    [[nodiscard]] synth::known_text piece(std::size_t start, std::uint32_t size) const {
        return {text_.data() + start, size, clean_[start / step] >= start % step + size};
    }

private:
    // One distance for so many bytes: a piece that starts behind a mark among them counts as marked, too, and
    // is looked at again. In return the distances need as little room as a processor has nearest.
    static constexpr std::size_t step = 8;

    population() : text_(detail::text_maker{population_size}.text()), clean_(population_size / step) {
        std::size_t distance = 0;
        for (std::size_t index = population_size; index-- > 0;) {
            const bool marked = std::string_view{",;:'?!"}.find(text_[index]) != std::string_view::npos;
            distance = marked ? 0 : std::min<std::size_t>(distance + 1, 255);
            clean_[index / step] = static_cast<std::uint8_t>(distance); // that of the first stays
        }
        text_.append(synth::known_text::padding, ' ');
    }

    std::string text_;
    std::vector<std::uint8_t> clean_;
};

/// A piece of the text: any start, and any length from the least to the most.
class comment {
public:
    constexpr comment(std::uint32_t least, std::uint32_t most) : least_{least}, most_{most} {}

    class bound {
    public:
        bound(std::uint32_t least, std::uint32_t most)
            : text_{&population::instance()}, least_{least}, lengths_{most - least + 1},
              starts_{population_size - most} {}

        synth::known_text operator()(synth::draw& cell) const {
            // One word for both: what is left of it when the length is known is as random as it was.
            const auto product = synth::multiply_wide(cell.word(), lengths_);
            const auto length = static_cast<std::uint32_t>(product >> 64U);
            const std::uint64_t start = synth::multiply_high(static_cast<std::uint64_t>(product), starts_);
            return text_->piece(start, least_ + length);
        }

    private:
        const population* text_;
        std::uint32_t least_;
        std::uint64_t lengths_;
        std::uint64_t starts_;
    };

    template<std::same_as<std::string> Value>
    [[nodiscard]] bound bind(const synth::column_plan&) const {
        return {least_, most_};
    }
    [[nodiscard]] std::string describe() const {
        return "text of " + std::to_string(least_) + " to " + std::to_string(most_) + " letters";
    }

private:
    std::uint32_t least_;
    std::uint32_t most_;
};

/// The comment of a supplier: five of ten thousand tell of customers' complaints, five of recommendations
/// (clause 4.2.3, S_COMMENT). Which ones depends on the number of suppliers.
class supplier_comment {
public:
    class bound {
    public:
        explicit bound(const synth::column_plan& plan)
            : comment_{25, 100},
              order_{std::max<std::uint64_t>(plan.rows, 1) - 1, plan.key.child("customers")},
              each_{plan.rows / 2'000} {}

        short_text<100> operator()(synth::draw& cell) const {
            constexpr std::string_view customer = "Customer ";
            const synth::known_text piece = comment_(cell);
            short_text<100> text;
            text.append(piece);
            const std::uint64_t place = each_ == 0 ? 0 : order_(cell.row());
            if (place < 2 * each_) {
                const std::string_view what = place < each_ ? "Complaints" : "Recommends";
                const std::uint64_t room = piece.size - customer.size() - what.size();
                const std::uint64_t between = cell.below(room + 1);
                const std::uint64_t before = cell.below(room - between + 1);
                text.write(before, customer);
                text.write(before + customer.size() + between, what);
            }
            return text;
        }

    private:
        comment::bound comment_;
        synth::permutation order_;
        std::uint64_t each_;
    };

    template<std::same_as<std::string> Value>
    [[nodiscard]] bound bind(const synth::column_plan& plan) const {
        return bound{plan};
    }
    [[nodiscard]] static std::string describe() { return "text, with customers' complaints and praise"; }
};

// ---- addresses ----

/// Letters, digits and two marks, 64 in all: pieces of 10 to 40 of them, out of as many as a comment is out
/// of text.
class address {
public:
    class bound {
    public:
        synth::known_text operator()(synth::draw& cell) const {
            const auto product = synth::multiply_wide(cell.word(), 31);
            const auto length = static_cast<std::uint32_t>(10 + (product >> 64U));
            const std::uint64_t start =
                synth::multiply_high(static_cast<std::uint64_t>(product), letters_count - 40);
            return {letters_ + start, length, true};
        }

    private:
        static constexpr std::size_t letters_count = std::size_t{1} << 18U;

        static std::string make_letters() {
            constexpr std::string_view symbols =
                "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-.";
            static_assert(symbols.size() == 64);
            synth::draw draw{synth::make_stream_key(0, {"tpch", "letters"}), 0};
            std::string letters(letters_count + synth::known_text::padding, '-');
            for (char& each : letters) {
                each = symbols[draw.word() >> 58U];
            }
            return letters;
        }
        static const char* letters() {
            static const std::string made = make_letters();
            return made.data();
        }

        const char* letters_ = letters();
    };

    template<std::same_as<std::string> Value>
    [[nodiscard]] static bound bind(const synth::column_plan&) {
        return {};
    }
    [[nodiscard]] static std::string describe() { return "10 to 40 letters, digits and marks"; }
};

// ---- names ----

/// "Supplier#000000017" in row 16.
class name_by_number {
public:
    constexpr explicit name_by_number(std::string_view before) : before_{before} {}

    template<std::same_as<std::string> Value>
    [[nodiscard]] auto bind(const synth::column_plan&) const {
        return [before = before_](const synth::draw& cell) {
            short_text<40> text;
            text.append(before);
            text.append_number(cell.row() + 1, 9);
            return text;
        };
    }
    [[nodiscard]] std::string describe() const { return std::string{before_} + " and the number of the row"; }

private:
    std::string_view before_;
};

/// "Clerk#000000951": one of a thousand clerks for each 1,500,000 orders, one at least.
class clerk_name {
public:
    template<std::same_as<std::string> Value>
    [[nodiscard]] static auto bind(const synth::column_plan& plan) {
        return [clerks = std::max<std::uint64_t>(plan.rows / 1'500, 1)](synth::draw& cell) {
            short_text<15> text;
            text.append("Clerk#");
            text.append_number(cell.below(clerks) + 1, 9);
            return text;
        };
    }
    [[nodiscard]] static std::string describe() { return "clerks, one for 1,500 orders"; }
};

/// "25-989-741-2988": the country of a nation, and a local number.
inline constexpr auto phone_of = [](synth::draw& cell, std::int32_t nation) {
    short_text<15> text;
    text.append_number(static_cast<std::uint64_t>(nation) + 10, 2);
    text.append("-");
    text.append_number(cell.between(100U, 999U), 3);
    text.append("-");
    text.append_number(cell.between(100U, 999U), 3);
    text.append("-");
    text.append_number(cell.between(1'000U, 9'999U), 4);
    return text;
};

struct padded_word {
    char letters[16]{};
    std::size_t size{};
};
/// The colours with a blank behind each, to be copied 16 bytes at a time.
inline constexpr auto padded_colours = [] {
    std::array<padded_word, colours.size()> all{};
    for (std::size_t index = 0; index < all.size(); ++index) {
        colours[index].copy(all[index].letters, 15);
        all[index].letters[colours[index].size()] = ' ';
        all[index].size = colours[index].size() + 1;
    }
    return all;
}();

/// Five colours, all different.
inline constexpr auto five_colours = [](synth::draw& cell) {
    short_text<55> text;
    std::array<std::uint64_t, 5> taken{}; // in rising order
    auto rest = cell.word();
    for (std::size_t count = 0; count < taken.size(); ++count) {
        // The n-th of the colours that are left, by what is left of the word.
        const auto product = synth::multiply_wide(rest, padded_colours.size() - count);
        auto colour = static_cast<std::uint64_t>(product >> 64U);
        rest = static_cast<std::uint64_t>(product);
        std::size_t place = 0;
        while (place < count && taken[place] <= colour) {
            ++place;
            ++colour;
        }
        for (std::size_t index = count; index > place; --index) {
            taken[index] = taken[index - 1];
        }
        taken[place] = colour;
        text.append_padded(padded_colours[colour].letters, padded_colours[colour].size);
    }
    text.drop_last();
    return text;
};

/// All words of one list with all of another: `combined(" ", sizes, kinds)[1] == "SM BOX"`.
template<std::size_t Count, typename... Lists>
[[nodiscard]] constexpr auto combinations_of(const Lists&... lists) {
    struct table {
        std::array<char, Count * 32> letters{};
        std::array<std::uint8_t, Count> sizes{};
    } all;
    for (std::size_t index = 0; index < Count; ++index) {
        std::size_t rest = index;
        std::size_t size = 0;
        const auto add = [&](const auto& list) {
            if (size > 0) {
                all.letters[index * 32 + size++] = ' ';
            }
            for (const char letter : list[rest % list.size()]) {
                all.letters[index * 32 + size++] = letter;
            }
            rest /= list.size();
        };
        (add(lists), ...);
        all.sizes[index] = static_cast<std::uint8_t>(size);
    }
    return all;
}

template<const auto& Table>
[[nodiscard]] constexpr auto words_of() {
    std::array<std::string_view, Table.sizes.size()> words;
    for (std::size_t index = 0; index < words.size(); ++index) {
        words[index] = std::string_view{Table.letters.data() + index * 32, Table.sizes[index]};
    }
    return words;
}

inline constexpr auto type_table = combinations_of<150>(type_sizes, type_finishes, type_metals);
inline constexpr auto container_table = combinations_of<40>(container_sizes, container_kinds);
/// "PROMO BRUSHED STEEL" and the other types of parts, and "JUMBO PKG" and the other containers.
inline constexpr auto types = words_of<type_table>();
inline constexpr auto containers = words_of<container_table>();

/// A list of short words, with the room behind each that writers may read.
template<const auto& Words>
inline constexpr auto padded_words = [] {
    struct padded {
        char letters[28 + synth::known_text::padding]{};
        std::uint32_t size{};
    };
    std::array<padded, Words.size()> all{};
    for (std::size_t index = 0; index < all.size(); ++index) {
        Words[index].copy(all[index].letters, 28);
        all[index].size = static_cast<std::uint32_t>(Words[index].size());
    }
    return all;
}();

/// One of the words of a list, all equally often.
template<const auto& Words>
inline constexpr auto any_of = [](synth::draw& cell) {
    static_assert(std::ranges::all_of(Words, synth::is_clean));
    const auto& word = padded_words<Words>[static_cast<std::size_t>(one_of(Words.size(), cell))];
    return synth::known_text{word.letters, word.size, true};
};

} // namespace tpch

#endif
