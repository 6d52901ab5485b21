// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_CONDITION_HPP
#define SYNTH_INTROSPECT_CONDITION_HPP

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "catalog.hpp"
#include "condition_term.hpp"
#include "documents.hpp"
#include "sql_tree.hpp"

namespace synth::introspect {

/// A column as a condition may name it.
struct condition_column {
    const column* source = nullptr;
    std::string cpp{};                 ///< "&shop::orders::total"
    std::string enumeration{};         ///< "shop::mood"
    std::vector<std::string> labels{}; ///< in SQL
    std::vector<std::string> enumerators{};
    std::vector<document_value> documents{}; ///< JSON that it holds, as far as that is known
    bool left_out = false;
};

/// The row that a condition is about.
struct condition_row {
    engine from = engine::postgresql;
    std::string table{};
    std::vector<condition_column> columns{};
    std::optional<std::size_t> value{}; ///< the column that VALUE is, in the check of a domain
    bool of_elements = false;           ///< VALUE is each of its elements
    bool partitioned = false;           ///< the conditions are the bounds of partitions
    bool in_part = false;               ///< of what must all hold that is said which can be
    bool alternatives = false;          ///< of what may hold that is kept to which can be said
    std::set<std::size_t> keys{};       ///< columns of keys: what is said of one alone is a check of its own
};

/// The largest check, as schema/check.hpp counts the nodes of a table's checks.
inline constexpr std::size_t most_nodes = 65'000;

/// An SQL condition as an expression of synth/schema/expression.hpp.
struct condition {
    std::string text{};              ///< with break marks; empty: every row meets it
    std::set<std::string> remarks{}; ///< where it is not quite the database's
    std::set<std::size_t> columns{}; ///< that it names
    std::size_t nodes = 0;
    value_choices choices{}; ///< of its column, where it is over one
    std::optional<text_equation> says_text{};
    std::vector<condition> more{}; ///< of elements of arrays and of columns of keys, each a check of its own
    std::vector<std::string> unsaid{}; ///< why parts of it are not said, where that is asked for
    std::set<std::size_t> asked{};     ///< arrays of which one element must do something, as now all do
};

/// Translates a CHECK, or the bounds of partitions, of which a row keeps to one. What holds in C++ holds in
/// the database too: a row for which the translation is not false is one that the database takes. Throws
/// `untranslatable`.
[[nodiscard]] condition translate(const std::vector<std::string>& alternatives, const condition_row& row);

/// The same in steps; only `translate` and the tests of the parts need it.
class translator {
public:
    // Which outcome of a part makes the check fail; where either may, nothing may be stricter than SQL.
    enum class fails_if { wrong, right, either };
    using node = sql_tree::node;

    translator(const condition_row& row, const sql_tree& tree, std::set<std::string>& remarks)
        : row_(row), tree_(tree), remarks_(remarks) {}

    /// A part as a condition, whose value is truth.
    [[nodiscard]] term truth_of(const node& one, fails_if when);

    /// The value of a generated column, by its index: what it is made of.
    [[nodiscard]] term generated(std::size_t index) { return generated_term(row_.columns[index]); }

    /// The arrays of which one element had to do something.
    [[nodiscard]] const std::set<std::size_t>& asked() const { return asked_; }

private:
    [[nodiscard]] term value_of(const node& one, fails_if when);

    // condition.cpp: logic
    [[nodiscard]] term logic(const node& one, fails_if when);
    [[nodiscard]] term null_test(const node& one, fails_if when);
    [[nodiscard]] term null_test(const node& arg, bool null, fails_if when);
    [[nodiscard]] term truth_test(const node& one);
    [[nodiscard]] term cases(const node& one, fails_if when);
    [[nodiscard]] term choice(const node& when, const node& then, const term& otherwise, fails_if outcome,
                              const node* compared);
    [[nodiscard]] term as_truth(term one, fails_if when);

    // condition_documents.cpp: JSON
    [[nodiscard]] std::optional<term> known_by_documents(const node& one, fails_if when) const;

    // condition_append.cpp: texts made of others
    [[nodiscard]] static term joined_texts(const term& left, const term& right);
    [[nodiscard]] static std::optional<text_equation> equation_of_texts(const term& left, const term& right);
    [[nodiscard]] static term number_as_text(const term& number);
    [[nodiscard]] static std::optional<term> append_function(const std::string& name,
                                                             const std::vector<term>& arguments);
    [[nodiscard]] term compare_appended(std::string_view operation, const term& left, const term& right,
                                        fails_if when);

    // condition_compare.cpp: operators
    [[nodiscard]] term operation(const node& one, fails_if when);
    [[nodiscard]] term compare_nodes(const std::string& operation, const node& left, const node& right,
                                     fails_if when);
    [[nodiscard]] term compare(std::string operation, term left, term right, fails_if when);
    [[nodiscard]] std::optional<term> compare_truth_with_number(std::string_view operation, const term& left,
                                                                const term& right, fails_if when);
    [[nodiscard]] node divisor_of(const node& one);
    [[nodiscard]] bool names_citext(const node& one) const;
    [[nodiscard]] term times_interval(const term& number, const term& span);
    [[nodiscard]] term made_interval(const node& arguments);
    [[nodiscard]] std::optional<term> spelled_interval(const node& one);
    [[nodiscard]] const node& extreme_in(const node& one);
    [[nodiscard]] term compare_extreme(std::string_view operation, const node& extreme, const node& other,
                                       fails_if when);
    [[nodiscard]] std::optional<term> remainders_of_keys(const std::vector<term>& difference,
                                                         const term& rest);
    [[nodiscard]] term equals_extreme(bool greatest, const node& arguments, const node& other);
    [[nodiscard]] static term compare_position(const std::string& operation, const term& place,
                                               const term& other, fails_if when);
    [[nodiscard]] static term compare_type(bool equal, bool unequal, const term& type, const term& constant);
    [[nodiscard]] term in_any(const std::string& operation, const node& left, const node& right, bool every,
                              fails_if when);
    [[nodiscard]] static bool is_match(std::string_view operation);
    [[nodiscard]] term match(const std::string& operation, const term& left, const term& right,
                             fails_if when);
    [[nodiscard]] term distinct(const term& left, const term& right);
    [[nodiscard]] std::vector<node> elements(const node& list) const;
    [[nodiscard]] std::vector<node> elements_of_text(const std::string& text) const;

    // condition_elements.cpp: elements of arrays
    [[nodiscard]] std::optional<term> array_of(const node& one);
    [[nodiscard]] term compare_elements(const std::string& operation, const node& other, const term& array,
                                        bool every, fails_if when);
    [[nodiscard]] term elements_in(const node& list, const term& array, bool every, fails_if when);
    [[nodiscard]] term quantified(const term& one, const term& array, bool every, fails_if when);
    [[nodiscard]] term only_elements(std::vector<term> conditions, bool missing);
    [[nodiscard]] term position_is_null(const node& call, bool null, fails_if when);

    // condition_range.cpp: bounds of ranges
    struct range_term;
    [[nodiscard]] term containment(const std::string& operation, const node& first, const node& second,
                                   fails_if when);
    [[nodiscard]] std::optional<range_term> range_of(const node& one);
    [[nodiscard]] term lies_within(const node& inner, const node& outer, fails_if when);
    [[nodiscard]] term in_order(const range_term& range, bool filled, fails_if when);
    [[nodiscard]] term overlaps(const range_term& left, const range_term& right, fails_if when);
    [[nodiscard]] term compare_bound(const std::string& operation, const term& bound, const term& other,
                                     int more, fails_if when);
    [[nodiscard]] term bound_of(const term& range, bool upper) const;
    [[nodiscard]] term range_function(const std::string& name, const term& range, fails_if when) const;

    // condition_value.cpp: columns, constants, casts, arithmetic
    [[nodiscard]] std::optional<std::size_t> index_of(const node& one) const;
    [[nodiscard]] term column_of(const node& one);
    [[nodiscard]] std::optional<term> levels_of_path(const node& one) const;
    [[nodiscard]] static bool is_whole_text(const term& one);
    [[nodiscard]] std::optional<term> begins_with(const term& piece, const term& beginning);
    [[nodiscard]] std::optional<term> begins_as(const term& text, const term& pattern);
    [[nodiscard]] term column_term(std::size_t index) const;
    [[nodiscard]] term generated_term(const condition_column& column);
    [[nodiscard]] bool is_changed(const term& made, const value_type& type) const;
    [[nodiscard]] term element_term(std::size_t index) const;
    [[nodiscard]] term constant_of(const node& one) const;
    [[nodiscard]] term cast(const node& one, fails_if when);
    [[nodiscard]] term cast_constant(const term& one, const std::string& type, const node& modifiers) const;
    [[nodiscard]] term cast_value(term one, const std::string& type, bool limited);
    [[nodiscard]] term calculate(const std::string& operation, term left, term right);
    [[nodiscard]] term masked(const term& number, const term& mask);
    [[nodiscard]] std::optional<term> number_function(const std::string& name,
                                                      const std::vector<term>& arguments);
    [[nodiscard]] term compare_number_function(std::string_view operation, const term& left,
                                               const term& right, fails_if when);
    [[nodiscard]] term resolved(const term& constant, const term& beside) const;
    [[nodiscard]] term present(sort of) const;

    // condition_moment.cpp: parts of dates, times and moments
    void note_zone(const term& moment) const;
    [[nodiscard]] term part_of_moment(const std::string& name, const term& field, const term& moment);
    [[nodiscard]] term start_of_moment(const std::vector<term>& arguments);
    [[nodiscard]] static term moment_in_zone(const term& zone, const term& moment);
    [[nodiscard]] static term digits_of_moment(const term& format, const term& moment);
    [[nodiscard]] static std::pair<term, term> without_digits(const term& digits, const term& other);
    [[nodiscard]] static std::optional<term> sqlite_moment(const std::string& name,
                                                           const std::vector<term>& arguments);

    // condition_special.cpp: functions that conditions know by what they ask of their argument
    [[nodiscard]] std::optional<term> special_function(const std::string& name,
                                                       const std::vector<term>& arguments);
    [[nodiscard]] term compare_special(std::string_view operation, const term& left, const term& right,
                                       fails_if when);
    [[nodiscard]] term compare_with_steps(std::string_view operation, const term& left, const term& right,
                                          fails_if when);
    [[nodiscard]] term multiple_of_places(const term& number, int128 places);
    [[nodiscard]] bool is_exact(const term& one) const;
    [[nodiscard]] static term as_number(const term& one);
    [[nodiscard]] term compare_age_between(std::string_view operation, const term& left, const term& right,
                                           fails_if when);
    [[nodiscard]] term compare_age(std::string_view operation, const term& left, const term& right,
                                   fails_if when);

    // condition_pieces.cpp: functions of texts whose comparison is a pattern
    [[nodiscard]] std::optional<term> function_of_pieces(const std::string& name,
                                                         const std::vector<term>& arguments);
    [[nodiscard]] term compare_pieces(std::string_view operation, const term& left, const term& right,
                                      fails_if when);

    // condition_usual.cpp: types whose generated values lie between known bounds
    [[nodiscard]] static std::optional<term> usual_money(const term& one);
    [[nodiscard]] std::optional<std::size_t> part_named(const node& one) const;
    [[nodiscard]] std::vector<term> parts_of(const term& composite) const;
    [[nodiscard]] term coordinate(const node& one);
    [[nodiscard]] static term compare_usual(std::string_view operation, const term& left, const term& right,
                                            fails_if when);

    // condition_function.cpp
    [[nodiscard]] term function(const node& one, fails_if when);
    [[nodiscard]] term text_function(const std::string& name, const std::vector<term>& arguments);
    [[nodiscard]] term coalesced(const std::vector<term>& arguments);

    const condition_row& row_;
    const sql_tree& tree_;
    std::set<std::string>& remarks_;
    int depth_ = 0;
    int cases_moved_ = 0;
    int present_year_ = 2025;    // the plan's own "now"
    bool above_present_ = false; // a bound of the check is now
    bool below_present_ = false;
    bool present_is_said_ = false; // in the comparison at hand
    std::set<std::size_t> asked_;
};

/// Whether a term is a function that only its comparison explains.
[[nodiscard]] bool is_special(const term& one);

/// Such a function of some arguments, of which the first is a column, or is made of one.
[[nodiscard]] term special_term(std::string_view what, const std::vector<term>& arguments);

/// `!condition`, or the condition that says the opposite.
[[nodiscard]] term negated(const term& condition);

} // namespace synth::introspect

#endif
