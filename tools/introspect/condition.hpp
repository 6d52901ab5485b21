// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_CONDITION_HPP
#define SYNTH_INTROSPECT_CONDITION_HPP

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "condition_term.hpp"
#include "sql_tree.hpp"

namespace synth::introspect {

/// A column as a condition may name it.
struct condition_column {
    const column* source = nullptr;
    std::string cpp{};                 ///< "&shop::orders::total"
    std::string enumeration{};         ///< "shop::mood"
    std::vector<std::string> labels{}; ///< in SQL
    std::vector<std::string> enumerators{};
    bool left_out = false;
};

/// The row that a condition is about.
struct condition_row {
    engine from = engine::postgresql;
    std::string table{};
    std::vector<condition_column> columns{};
    std::optional<std::size_t> value{}; ///< the column that VALUE is, in the check of a domain
    bool partitioned = false;           ///< the conditions are the bounds of partitions
};

/// The largest check, as schema/check.hpp counts the nodes of a table's checks.
inline constexpr std::size_t most_nodes = 65'000;

/// An SQL condition as an expression of synth/schema/expression.hpp.
struct condition {
    std::string text{};              ///< with break marks; empty: every row meets it
    std::set<std::string> remarks{}; ///< where it is not quite the database's
    std::set<std::size_t> columns{}; ///< that it names
    std::size_t nodes = 0;
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

private:
    [[nodiscard]] term value_of(const node& one, fails_if when);

    // condition.cpp: logic
    [[nodiscard]] term logic(const node& one, fails_if when);
    [[nodiscard]] term null_test(const node& one);
    [[nodiscard]] term truth_test(const node& one);
    [[nodiscard]] term cases(const node& one, fails_if when);
    [[nodiscard]] term choice(const node& when, const node& then, const term& otherwise, fails_if outcome,
                              const node* compared);
    [[nodiscard]] term as_truth(term one, fails_if when);

    // condition_compare.cpp: operators
    [[nodiscard]] term operation(const node& one, fails_if when);
    [[nodiscard]] term compare_nodes(const std::string& operation, const node& left, const node& right,
                                     fails_if when);
    [[nodiscard]] term compare(std::string operation, term left, term right, fails_if when);
    [[nodiscard]] term compare_extreme(std::string_view operation, const node& extreme, const node& other,
                                       fails_if when);
    [[nodiscard]] static term compare_position(const std::string& operation, const term& place,
                                               const term& constant);
    [[nodiscard]] static term compare_type(bool equal, bool unequal, const term& type, const term& constant);
    [[nodiscard]] term in_any(const std::string& operation, const node& left, const node& right, bool every,
                              fails_if when);
    [[nodiscard]] static bool is_match(std::string_view operation);
    [[nodiscard]] term match(const std::string& operation, const term& left, const term& right,
                             fails_if when);
    [[nodiscard]] term distinct(const term& left, const term& right);
    [[nodiscard]] std::vector<node> elements(const node& list) const;
    [[nodiscard]] std::vector<node> elements_of_text(const std::string& text) const;

    // condition_value.cpp: columns, constants, casts, arithmetic
    [[nodiscard]] term column_of(const node& one) const;
    [[nodiscard]] term constant_of(const node& one) const;
    [[nodiscard]] term cast(const node& one, fails_if when);
    [[nodiscard]] term cast_constant(const term& one, const std::string& type, const node& modifiers) const;
    [[nodiscard]] term cast_value(term one, const std::string& type, bool limited);
    [[nodiscard]] term calculate(const std::string& operation, term left, term right);
    [[nodiscard]] term resolved(const term& constant, const term& beside) const;
    [[nodiscard]] term present(sort of) const;

    // condition_function.cpp
    [[nodiscard]] term function(const node& one, fails_if when);
    [[nodiscard]] term text_function(const std::string& name, const std::vector<term>& arguments);
    [[nodiscard]] term coalesced(const std::vector<term>& arguments);

    const condition_row& row_;
    const sql_tree& tree_;
    std::set<std::string>& remarks_;
    int depth_ = 0;
    int present_year_ = 2025;    // the plan's own "now"
    bool above_present_ = false; // a bound of the check is now
    bool below_present_ = false;
};

/// `!condition`, or the condition that says the opposite.
[[nodiscard]] term negated(const term& condition);

} // namespace synth::introspect

#endif
