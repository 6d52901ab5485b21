// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TEXT_LANGUAGE_HPP
#define SYNTH_GENERATE_TEXT_LANGUAGE_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <synth/core/integer.hpp>
#include <synth/core/interval_set.hpp>
#include <synth/generate/comparison.hpp>
#include <synth/generate/evaluation.hpp>
#include <synth/generate/pattern.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/schema/expression.hpp>

namespace synth {

/// The pattern of a LIKE or of a regular expression whose right side is a constant.
template<typename Pattern = pattern>
[[nodiscard]] Pattern pattern_of(const expression_node& match, std::string_view text) {
    switch (match.what) {
    case operation::like:
        return Pattern::from_like(text);
    case operation::like_ignoring_case:
        return Pattern::from_like(text, true);
    case operation::matches:
        return Pattern::from_regex(text);
    default:
        return Pattern::from_regex(text, true);
    }
}

/// The texts for which a condition over one text column is not false, exactly: patterns, equality, lists,
/// lengths and cases under AND, OR and NOT are regular languages; so they are beside other columns of which
/// enough is known. Nothing where the condition says anything else.
template<typename Pattern = pattern>
class text_language {
public:
    using language = std::optional<Pattern>;

    explicit text_language(std::span<const expression_node> nodes) : nodes_(nodes) {}
    /// Of one column among several: `known` is what is known of each.
    text_language(std::span<const expression_node> nodes, std::size_t column,
                  std::span<const possible_value> known, const pattern_source& patterns)
        : nodes_(nodes), column_(column), known_(known), patterns_(patterns) {}

    [[nodiscard]] language whole() const { return of(nodes_.size() - 1); }

private:
    // NOLINTBEGIN(misc-no-recursion): as deep as the expression
    [[nodiscard]] language of(std::size_t node) const {
        const expression_node& root = nodes_[node];
        if (!names_column(node)) {
            return of_others(node);
        }
        switch (root.what) {
        case operation::both:
        case operation::either: {
            const language left = of(left_of(node));
            const language right = of(node - 1);
            if (!left || !right) {
                return std::nullopt;
            }
            return root.what == operation::both ? *left & *right : *left | *right;
        }
        case operation::negation: {
            const language inner = of(node - 1);
            return inner ? language{!*inner} : std::nullopt;
        }
        case operation::is_null: // a value is none
            return is_column(node - 1) ? language{!Pattern::any()} : std::nullopt;
        case operation::is_true:
            return of(node - 1);
        case operation::like:
        case operation::like_ignoring_case:
        case operation::matches:
        case operation::matches_ignoring_case:
            return is_column(left_of(node)) && is_text(node - 1)
                       ? language{pattern_of<Pattern>(root, nodes_[node - 1].text)}
                       : std::nullopt;
        default:
            return root.what >= operation::equal && root.what <= operation::greater_equal ? compared(node)
                                                                                          : std::nullopt;
        }
    }
    // NOLINTEND(misc-no-recursion)

    // A condition over other columns, where its truth is known, allows all texts or none.
    [[nodiscard]] language of_others(std::size_t node) const {
        const possible_value truth = value_of(node);
        if (truth.may_be_null || truth.may_be_true() == truth.may_be_false()) {
            return std::nullopt;
        }
        return truth.may_be_true() ? Pattern::any() : !Pattern::any();
    }

    // What is known of an expression over other columns.
    [[nodiscard]] possible_value value_of(std::size_t node) const {
        return known_.empty() && names(node, false) ? possible_value::anything()
                                                    : evaluation{nodes_, known_, patterns_}.at(node);
    }

    [[nodiscard]] bool names_column(std::size_t node) const { return names(node, true); }
    // Whether an expression names the column of the texts, or another one.
    [[nodiscard]] bool names(std::size_t node, bool texts) const {
        bool found = false;
        for (std::size_t index = node + 1 - nodes_[node].size; index <= node; ++index) {
            found = found ||
                    (nodes_[index].what == operation::column && (nodes_[index].column == column_) == texts);
        }
        return found;
    }

    [[nodiscard]] language compared(std::size_t node) const {
        const operation what = nodes_[node].what;
        std::size_t subject = left_of(node);
        std::size_t other = node - 1;
        const bool turned = !names_column(subject);
        if (turned) {
            std::swap(subject, other);
        }
        const bool equality = what == operation::equal || what == operation::unequal;
        if (names_column(other)) {
            const language equal = equality ? of_case(subject, other) : std::nullopt;
            return equal && what == operation::unequal ? language{!*equal} : equal;
        }
        const possible_value known = value_of(other);
        if (!known.known() || known.may_be_null) {
            return std::nullopt;
        }
        if (nodes_[subject].what == operation::length && is_column(subject - 1) && nodes_[other].scale == 0) {
            return of_length(turned ? mirrored(what) : what, known.low);
        }
        const bool text = equality && known.text_known && known.letters == letter_case::kept;
        const language equal = text ? equal_to(subject, known.text) : std::nullopt;
        return equal && what == operation::unequal ? language{!*equal} : equal;
    }

    // x = 'a', lower(x) = 'a'
    [[nodiscard]] language equal_to(std::size_t subject, std::string_view text) const {
        if (is_column(subject)) {
            return Pattern::one_of(std::array{text});
        }
        const operation what = nodes_[subject].what;
        if ((what == operation::lower || what == operation::upper) && is_column(subject - 1)) {
            std::string like;
            for (const char each : text) {
                const char from = what == operation::lower ? 'A' : 'a';
                if (each >= from && each < from + 26) {
                    return !Pattern::any(); // no lower(x) has a capital letter
                }
                like.append(each == '%' || each == '_' || each == '\\' ? "\\" : "") += each;
            }
            return Pattern::from_like(like, true);
        }
        if (what == operation::trim && is_column(subject - 1)) { // blanks around it are as good
            return text == text.substr(0, 0) ? language{Pattern::from_regex("^ *$")} : std::nullopt;
        }
        return std::nullopt;
    }

    // x = lower(x), x = upper(x), x = trim(x)
    [[nodiscard]] language of_case(std::size_t subject, std::size_t other) const {
        const std::size_t plain = is_column(subject) ? subject : other;
        const std::size_t changed = plain == subject ? other : subject;
        if (!is_column(plain) || nodes_[changed].size != 2 || !is_column(changed - 1)) {
            return std::nullopt;
        }
        switch (nodes_[changed].what) {
        case operation::lower:
            return Pattern::lower_case();
        case operation::upper:
            return Pattern::upper_case();
        case operation::trim:
            return Pattern::from_regex("^([^ ](.*[^ ])?)?$");
        default:
            return std::nullopt;
        }
    }

    [[nodiscard]] static language of_length(operation what, int128 length) {
        constexpr int128 most = Pattern::unlimited - 1;
        const interval_set lengths = numbers_beside(what, {length, length}) & interval_set{0, most};
        language all{!Pattern::any()};
        for (std::size_t index = 0; index < lengths.interval_count(); ++index) {
            const number_range& range = lengths[index];
            const auto last =
                range.high == most ? Pattern::unlimited : static_cast<std::uint32_t>(range.high);
            const Pattern some = Pattern::any().with_length(static_cast<std::uint32_t>(range.low), last);
            all = index == 0 ? some : *all | some;
        }
        return all;
    }

    [[nodiscard]] std::size_t left_of(std::size_t node) const { return node - 1 - nodes_[node - 1].size; }
    [[nodiscard]] bool is_column(std::size_t node) const {
        return nodes_[node].what == operation::column && nodes_[node].kind == value_kind::text &&
               nodes_[node].column == column_;
    }
    [[nodiscard]] bool is_text(std::size_t node) const {
        return nodes_[node].what == operation::constant && nodes_[node].kind == value_kind::text;
    }

    std::span<const expression_node> nodes_;
    std::size_t column_{};
    std::span<const possible_value> known_;
    pattern_source patterns_;
};

} // namespace synth

#endif
