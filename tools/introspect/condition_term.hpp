// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_CONDITION_TERM_HPP
#define SYNTH_INTROSPECT_CONDITION_TERM_HPP

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <synth/schema/check_choices.hpp>

#include "catalog.hpp"
#include "sql_constant.hpp"
#include "sql_tree.hpp"

namespace synth::introspect {

/// How tightly C++ binds what a term is made of; parentheses follow from it.
enum class binding { primary, unary, product, sum, order, equality, both, either };

/// A part of a text that is put together: a column or a constant.
struct text_piece {
    std::optional<std::size_t> column{};
    bool number = false;   ///< the column's is one
    std::size_t width = 0; ///< of a number: the digits to which it is padded, and cut
    std::string letters{}; ///< of the column's text: "lower", "upper", or as they are
    std::string literal{};
};

/// What an equation says a text is: `label = site || '-' || number`.
struct text_equation {
    std::size_t column = 0;
    std::vector<text_piece> pieces{};
};

/// A part of a condition in C++, and what is known of its values.
struct term {
    std::string text{};
    binding bound = binding::primary;
    sort of = sort::other;
    std::optional<sql_constant> value{}; ///< of a constant

    // What a comparison must know of its operands.
    const column* source = nullptr; ///< set if it is a column and nothing else
    std::size_t index = 0;          ///< of that column
    bool nullable = false;
    bool integer = false;         ///< a number of an integer type: its division has no rest
    unsigned scale = 0;           ///< of a number that is none
    bool small = false;           ///< a number that is none, of few digits and none behind the point
    bool any_zone = false;        ///< a moment of a date as local time: parts of it are those of the date
    bool ignores_case = false;    ///< citext
    bool padded = false;          ///< char(n) before its trailing blanks are cut
    bool bytewise = false;        ///< a text ordered by its bytes
    bool null_when_empty = false; ///< array_length, for which cardinality stands
    bool escaped = false;         ///< a pattern of LIKE whose ESCAPE was applied
    const column* labels_of = nullptr; ///< the column of which it is the label as a text
    bool of_elements = false;          ///< names each element of an array
    bool of_values = false;            ///< names a column otherwise

    // What a list of conditions merges: a comparison with constants, or a range.
    std::string subject{};
    std::vector<term> difference{};   ///< of two columns, those, and what it is divided by: (a - b) % m
    std::vector<text_piece> pieces{}; ///< of a text that is made of columns
    std::optional<text_equation> says_text{}; ///< if it is such an equation
    bool one_letter = false;                  ///< the subject is a text of one character
    std::string comparison{};                 ///< "<", "in", "is_not_null", …
    std::vector<term> constants{};
    std::vector<term> parts{}; ///< of && and ||
    value_choices choices{};   ///< as schema/check_choices.hpp counts them

    // Its size, as schema/expression.hpp counts it.
    std::size_t nodes = 1;
    std::size_t copied = 0; ///< nodes copied to build it at compile time
    std::set<std::size_t> columns{};

    [[nodiscard]] bool is_constant() const { return value.has_value(); }
    [[nodiscard]] bool is_truth(bool wanted) const {
        return value && value->of == sort::boolean && (value->number != 0) == wanted;
    }
};

/// A constant as a term.
[[nodiscard]] term constant_term(const sql_constant& value);
[[nodiscard]] term truth_term(bool value);

[[nodiscard]] term text_term(std::string text);
[[nodiscard]] bool is_text_constant(const term& one);

/// Whether a term is a number without digits behind the point, and no infinity.
[[nodiscard]] bool is_whole_constant(const term& one);

/// `left op right` with the parentheses that it needs; breaks lines behind && and ||.
[[nodiscard]] term joined(std::string_view operation, binding bound, sort of, const term& left,
                          const term& right);

/// `!inner`, `-inner`
[[nodiscard]] term prefixed(char operation, sort of, const term& inner);

/// `synth::sql::name(first, …)`, whose nodes are those of the arguments and `more` of its own.
[[nodiscard]] term called(std::string_view name, sort of, const std::vector<term>& arguments,
                          std::size_t more = 1);

/// `is_null(inner)` and its opposite; how many of some values are NULL, or are not.
[[nodiscard]] term null_term(const term& inner, bool null);
[[nodiscard]] term count_term(const std::vector<term>& inner, bool nulls);

/// All, or one, of some conditions; true and false among them are left out, comparisons of one value are put
/// together: `between`, `in`.
[[nodiscard]] term all_of(std::vector<term> conditions);
[[nodiscard]] term one_of(std::vector<term> conditions);

/// The bounds of partitions: ranges that touch are one, and that a column is not NULL is said once.
[[nodiscard]] term one_of_partitions(std::vector<term> bounds);

/// What a comparison of a column with a constant leaves it.
[[nodiscard]] value_choices choices_of(operation what, const term& subject, const term& constant);

/// `synth::sql::in`, or == for one choice.
[[nodiscard]] term in_list(const term& subject, const std::vector<term>& choices);

/// A text with break marks on lines of at most `length` characters, those behind the first indented.
[[nodiscard]] std::string broken(std::string_view text, std::size_t length, std::size_t indent);

/// Gives up a condition for a function where synth does not know it.
[[noreturn]] inline void refuse_function() {
    throw untranslatable("a function of it is not known to synth there");
}

} // namespace synth::introspect

#endif
