// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TEXT_SEARCH_HPP
#define SYNTH_GENERATE_TEXT_SEARCH_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <synth/core/interval_set.hpp>
#include <synth/generate/allowed_values.hpp>
#include <synth/generate/evaluation.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/text_functions.hpp>
#include <synth/schema/expression_node.hpp>

namespace synth {

/// Works out which texts a condition allows a column: each of the constants is tried, of other texts the
/// patterns and lengths are noted down (see `allowed_values`).
template<typename Lazy>
class basic_text_search {
    // The numbers of the constants for which something holds, each text counted where it is first. A template
    // that constant expressions use must be known before it is used.
    template<typename Condition>
    [[nodiscard]] constexpr interval_set which(const Condition& condition) const {
        interval_set numbers;
        for (std::size_t index = 0; index < constants_.size(); ++index) {
            bool first = true;
            for (std::size_t before = 0; before < index && first; ++before) {
                first = constants_[before] != constants_[index];
            }
            if (first && condition(possible_value::of(constants_[index]))) {
                const auto place = static_cast<std::int64_t>(index);
                numbers = numbers | interval_set{place, place};
            }
        }
        return numbers;
    }

public:
    constexpr basic_text_search(std::span<const expression_node> nodes, const pattern_source& patterns,
                                std::span<const std::string_view> constants)
        : nodes_(nodes), patterns_(patterns), constants_(constants) {}

    /// Whether an operand is the column, or its text trimmed and in other letters: what is solved here.
    [[nodiscard]] constexpr bool solves(std::size_t node) const {
        while (nodes_[node].what == operation::lower || nodes_[node].what == operation::upper ||
               nodes_[node].what == operation::trim) {
            --node;
        }
        return nodes_[node].what == operation::column;
    }

    /// The texts for which an operand compares with another as asked.
    [[nodiscard]] constexpr allowed_values solve_comparison(std::size_t operand, operation what,
                                                            const possible_value& other, bool or_null) const {
        if (!other.text_known) {
            return allowed_values::in(interval_set::all().estimated(), or_null);
        }
        bool named = false; // among the constants
        const interval_set numbers = which([&](const possible_value& constant) {
            const possible_value value = through(operand, constant);
            named = named || compare_texts(operation::equal, constant, other);
            return !value.text_known || compare_texts(what, value, other);
        });
        if (nodes_[operand].what == operation::column && named &&
            (what == operation::equal || what == operation::unequal)) {
            return allowed_values::in(what == operation::equal ? numbers : numbers | others(), or_null);
        }
        allowed_values result = allowed_values::in(numbers | others(), or_null).estimated();
        const possible_value through_all = through(operand, other);
        if (what == operation::equal && through_all.text_known &&
            compare_texts(operation::equal, through_all, other)) {
            result.add_text(other);
        }
        return result;
    }

    /// The texts that match the pattern of a node, or do not.
    [[nodiscard]] constexpr allowed_values solve_match(std::size_t node, std::size_t subject, bool positive,
                                                       bool or_null) const {
        const interval_set numbers = which([&](const possible_value& constant) {
            const possible_value value = through(subject, constant);
            return !patterns_.known() || !value.text_known || matches(node, value) == positive;
        });
        allowed_values result = allowed_values::in(numbers | others(), or_null);
        if (nodes_[subject].what != operation::column) {
            return result.estimated();
        }
        result.add_pattern({&nodes_[node], positive});
        result.complete = result.complete && patterns_.known();
        return result;
    }

    /// The texts of which a node, their length in characters or bytes, is in the set.
    [[nodiscard]] constexpr allowed_values solve_length(std::size_t node, const interval_set& set,
                                                        bool or_null) const {
        const std::size_t subject = node - 1;
        const interval_set lengths = set & interval_set{0, no_upper_bound};
        if (lengths.empty()) {
            return or_null ? allowed_values::only_null() : allowed_values::nothing();
        }
        const bool in_bytes = nodes_[node].what == operation::octet_length;
        const interval_set numbers = which([&](const possible_value& constant) {
            const possible_value value = through(subject, constant);
            return !value.text_known || lengths.contains(detail::length_of(value.text, in_bytes));
        });
        allowed_values result = allowed_values::in(numbers | others(), or_null);
        const bool plain = nodes_[subject].what == operation::column;
        // A character has up to four bytes, and a text more characters than are left when it is trimmed.
        result.length.low = in_bytes ? detail::quotient_above(lengths.low(), 4) : lengths.low();
        result.length.high = is_trimmed(subject) ? no_upper_bound : lengths.high();
        result.complete = result.complete && plain && !in_bytes && lengths.exact() && lengths.is_gapless() &&
                          lengths.interval_count() == 1;
        return result;
    }

private:
    // Texts that are no constants.
    [[nodiscard]] constexpr interval_set others() const {
        return {static_cast<std::int64_t>(constants_.size()), no_upper_bound};
    }

    [[nodiscard]] constexpr bool is_trimmed(std::size_t node) const {
        bool trimmed = false;
        for (; nodes_[node].what != operation::column; --node) {
            trimmed = trimmed || nodes_[node].what == operation::trim;
        }
        return trimmed;
    }

    // What the functions of an operand make of a text.
    [[nodiscard]] constexpr possible_value through(std::size_t node, const possible_value& text) const {
        possible_value result = text;
        std::size_t next = node + 1 - nodes_[node].size; // the column
        for (++next; next <= node; ++next) {
            result = function_of_text(nodes_[next].what, result);
        }
        return result;
    }

    [[nodiscard]] constexpr bool matches(std::size_t node, const possible_value& value) const {
        return value.letters == letter_case::kept
                   ? patterns_.matches(nodes_[node], value.text, true)
                   : patterns_.matches(nodes_[node], in_its_letters(value), true);
    }

    std::span<const expression_node> nodes_;
    pattern_source patterns_;
    std::span<const std::string_view> constants_;
};

/// A template only so that a program without checks does not pay for it (core/lazy_type.hpp).
using text_search = basic_text_search<void>;

} // namespace synth

#endif
