// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_ALLOWED_VALUES_HPP
#define SYNTH_GENERATE_ALLOWED_VALUES_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <synth/core/interval_set.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/wanted_truth.hpp>
#include <synth/schema/expression.hpp>

namespace synth {

/// What a column may be, as far as checks tell: NULL or not, the whole numbers behind its values, and for a
/// text the patterns and lengths that it must have. It may allow too much, never too little: what it allows
/// is tried against the checks again.
///
/// The number of a text is its position among the constants that the checks compare it with, and the number
/// of those for any other text.
struct allowed_values {
    struct pattern_rule {
        const expression_node* node{};
        bool positive{true};

        [[nodiscard]] friend constexpr bool operator==(const pattern_rule&, const pattern_rule&) = default;
    };
    static constexpr std::size_t most_patterns = 6;
    static constexpr std::size_t most_texts = 4;

    bool may_be_null{};
    interval_set values;
    number_range length{0, no_upper_bound};
    std::array<pattern_rule, most_patterns> patterns{};
    std::size_t pattern_count{};
    /// Texts of which one may do where a check asks for what is calculated of other columns: `a = b || '-'`.
    /// Others are allowed as if there were none, and would not do.
    std::array<possible_value, most_texts> texts{};
    std::size_t text_count{};
    /// A text with which it must begin, or of which it must be the beginning, where a check asks for that:
    /// `starts_with(a, b)`. Others are allowed all the same, as above.
    // NOLINTBEGIN(readability-redundant-member-init): else clang warns where they are left out
    std::string_view beginning{};
    std::string_view begun{};
    // NOLINTEND(readability-redundant-member-init)
    bool complete{true}; // says all that the checks ask; else a value is to be tried

    [[nodiscard]] static constexpr allowed_values everything() {
        return {.may_be_null = true, .values = interval_set::all()};
    }
    [[nodiscard]] static constexpr allowed_values nothing() { return {}; }
    [[nodiscard]] static constexpr allowed_values only_null() { return {.may_be_null = true, .values = {}}; }
    [[nodiscard]] static constexpr allowed_values in(const interval_set& numbers, bool or_null) {
        return {.may_be_null = or_null, .values = numbers, .complete = numbers.exact()};
    }
    /// Where a column is NULL, or is not; a bound is missing in ranges too that are not NULL.
    [[nodiscard]] static constexpr allowed_values of_null(bool null, bool whole) {
        if (!null) {
            return in(interval_set::all(), false);
        }
        return whole ? only_null() : undecided();
    }
    /// Everything, for want of a better answer.
    [[nodiscard]] static constexpr allowed_values undecided() { return everything().estimated(); }

    /// Of a condition without the column.
    [[nodiscard]] static constexpr allowed_values of_truth(const possible_value& truth, wanted_truth wanted) {
        if (may_serve(truth, wanted)) {
            return may_fail(truth, wanted) ? undecided() : everything();
        }
        return truth.is_error() ? nothing().estimated() : nothing();
    }

    [[nodiscard]] constexpr bool is_nothing() const { return !may_be_null && !may_be_value(); }
    [[nodiscard]] constexpr bool may_be_value() const { return !values.empty() && length.low <= length.high; }
    /// Whether texts other than the constants are limited.
    [[nodiscard]] constexpr bool limits_texts() const {
        return pattern_count > 0 || length.low > 0 || length.high < no_upper_bound;
    }

    /// The same, of which some may be too much.
    [[nodiscard]] constexpr allowed_values estimated() const {
        allowed_values result = *this;
        result.complete = false;
        return result;
    }

    constexpr void add_pattern(const pattern_rule& rule) {
        for (std::size_t index = 0; index < pattern_count; ++index) {
            if (patterns[index] == rule) {
                return;
            }
        }
        if (pattern_count == most_patterns) {
            complete = false;
        } else {
            patterns[pattern_count++] = rule;
        }
    }

    constexpr void add_text(const possible_value& text) {
        if (text_count < most_texts) {
            texts[text_count++] = text;
        }
    }

    /// What both allow.
    [[nodiscard]] friend constexpr allowed_values operator&(const allowed_values& left,
                                                            const allowed_values& right) {
        allowed_values result = left;
        result.may_be_null = left.may_be_null && right.may_be_null;
        result.values = left.values & right.values;
        result.length.low = left.length.low > right.length.low ? left.length.low : right.length.low;
        result.length.high = left.length.high < right.length.high ? left.length.high : right.length.high;
        result.complete = left.complete && right.complete && result.values.exact();
        for (std::size_t index = 0; index < right.pattern_count; ++index) {
            result.add_pattern(right.patterns[index]);
        }
        result.add_texts_of(right);
        result.add_beginnings_of(right);
        return result;
    }

    /// What one of them allows.
    [[nodiscard]] friend constexpr allowed_values operator|(const allowed_values& left,
                                                            const allowed_values& right) {
        allowed_values result = left;
        result.may_be_null = left.may_be_null || right.may_be_null;
        result.values = left.values | right.values;
        result.complete = left.complete && right.complete && result.values.exact();
        // What allows the constants alone says nothing of other texts.
        if (!right.allows_other_texts()) {
            return result;
        }
        if (!left.allows_other_texts()) {
            result.take_rules_of(right);
            return result;
        }
        // Nobody needs a certain text where any will do.
        if (left.takes_any_text() || right.takes_any_text()) {
            result.text_count = 0;
            result.beginning = result.begun = {};
        } else {
            result.add_texts_of(right);
            result.add_beginnings_of(right);
        }
        const bool same = left.length == right.length && left.pattern_count == right.pattern_count;
        result.length.low = left.length.low < right.length.low ? left.length.low : right.length.low;
        result.length.high = left.length.high > right.length.high ? left.length.high : right.length.high;
        result.pattern_count = 0;
        for (std::size_t index = 0; index < left.pattern_count; ++index) {
            for (std::size_t other = 0; other < right.pattern_count; ++other) {
                if (left.patterns[index] == right.patterns[other]) {
                    result.add_pattern(left.patterns[index]);
                }
            }
        }
        // Where one side has no rules, neither has the union.
        const bool free = !left.limits_texts() || !right.limits_texts();
        result.complete = result.complete && (free || (same && result.pattern_count == left.pattern_count));
        return result;
    }

private:
    // Texts that are no constants have the numbers up to the bound.
    [[nodiscard]] constexpr bool allows_other_texts() const {
        return !values.empty() && values.high() >= no_upper_bound && length.low <= length.high;
    }

    constexpr void take_rules_of(const allowed_values& other) {
        length = other.length;
        patterns = other.patterns;
        pattern_count = other.pattern_count;
        texts = other.texts;
        text_count = other.text_count;
        beginning = other.beginning;
        begun = other.begun;
    }

    [[nodiscard]] constexpr bool takes_any_text() const { return complete && text_count == 0; }

    constexpr void add_beginnings_of(const allowed_values& other) {
        beginning = beginning.size() < other.beginning.size() ? other.beginning : beginning;
        begun = begun.empty() ? other.begun : begun;
    }

    constexpr void add_texts_of(const allowed_values& other) {
        for (std::size_t index = 0; index < other.text_count; ++index) {
            add_text(other.texts[index]);
        }
    }
};

} // namespace synth

#endif
