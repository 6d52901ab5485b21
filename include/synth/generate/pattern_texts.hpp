// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_PATTERN_TEXTS_HPP
#define SYNTH_GENERATE_PATTERN_TEXTS_HPP

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include <synth/generate/pattern.hpp>
#include <synth/generate/pattern_automaton.hpp>
#include <synth/generate/pattern_class.hpp>
#include <synth/generate/pattern_letters.hpp>
#include <synth/generate/pattern_numbering.hpp>
#include <synth/random/draw.hpp>

namespace synth {

/// The texts of a pattern that fit a column, numbered from the shortest, of at most 255 characters, or where
/// the shortest has more a few more than that. They are made of small letters, digits and what the pattern
/// names, if that makes as many as are wanted; else of all printable ASCII:
/// `pattern_texts{pattern::from_regex("^[A-Z]{2}$"), 2}.last() == 675`.
template<typename Lazy>
class basic_pattern_texts {
    using pattern = basic_pattern<Lazy>;
    using automaton = detail::basic_automaton<Lazy>;
    using letter_set = detail::basic_letter_set<Lazy>;
    using numbering = detail::text_numbering<Lazy>;

public:
    static constexpr std::uint32_t longest = numbering::longest;
    /// Owns its bytes and shows itself as a std::string_view.
    using text = typename numbering::text;

    /// Neither texts with a blank at an end nor the less agreeable letters are taken unless the others make
    /// fewer texts than wanted.
    basic_pattern_texts(const pattern& from, std::uint32_t most_length, std::uint64_t wanted = 16)
        : all_{from.all_}, least_{from.least_}, most_{std::min(from.most_, most_length)} {
        const letter_set printable = letter_set::printable() | from.mentioned_;
        take_if_more(from.agreeable_, from.letters_, wanted);
        take_if_more(from.all_, letter_set::preferred() | from.mentioned_, wanted);
        take_if_more(from.all_, printable, wanted);
        if (empty()) {
            take_if_more(from.all_, printable | letter_set::accented(), wanted);
        }
    }

    [[nodiscard]] bool empty() const { return numbering_.size() == 0; }

    /// How many texts have a number: all, or 2^64 - 1.
    [[nodiscard]] std::uint64_t size() const { return numbering_.size(); }
    /// The last number; there must be one.
    [[nodiscard]] std::uint64_t last() const { return numbering_.size() - 1; }

    /// The text of a number up to the last.
    [[nodiscard]] text at(std::uint64_t index) const { return numbering_.at(index); }

    /// The number of a text; empty for a text that has none, whatever it is.
    [[nodiscard]] std::optional<std::uint64_t> index_of(std::string_view sought) const {
        return numbering_.index_of(sought);
    }

    /// Whether the pattern admits a text that fits the column, of any letters and also without a number.
    [[nodiscard]] bool matches(std::string_view sought) const {
        std::uint64_t letters = 0;
        return all_.matches(sought, letters) && letters >= least_ && letters <= most_;
    }

    /// A random text, there must be one: if there are more than 4,096, of a moderate length, each of that
    /// length equally likely.
    text draw_text(draw& cell) const { return numbering_.draw_text(cell); }

private:
    void take_if_more(const automaton& texts, const letter_set& letters, std::uint64_t wanted) {
        const auto take = [&](const automaton& from) {
            if (size() < wanted) {
                numbering other{from, letters, least_, most_};
                if (other.size() > size()) {
                    numbering_ = std::move(other);
                }
            }
        };
        if (!(letters & detail::named_class<Lazy>("space")).empty()) {
            take(texts & without_outer_blanks());
        }
        take(texts);
    }

    static automaton without_outer_blanks() { return pattern::from_regex("^(\\S(.*\\S)?)?$").all_; }

    automaton all_;
    std::uint32_t least_;
    std::uint32_t most_;
    numbering numbering_;
};

} // namespace synth

#endif
