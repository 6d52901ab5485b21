// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_SQL_TREE_HPP
#define SYNTH_INTROSPECT_SQL_TREE_HPP

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "catalog.hpp"
#include <nlohmann/json.hpp>

namespace synth::introspect {

/// An SQL expression that synth cannot say; the message tells why, as a part of a sentence.
struct untranslatable : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// An SQL expression as PostgreSQL's own parser sees it: `sql_tree{"a > 0"}.root()`. Its nodes are the
/// parser's (https://github.com/pganalyze/libpg_query): an object with one member, whose key is the kind of
/// the node. Comparisons of rows, `(a, b) < (c, d)`, are written out as those of their columns.
class sql_tree {
public:
    using node = nlohmann::json;

    /// Throws `untranslatable` for what is no expression, too long or nested too deep.
    explicit sql_tree(std::string_view expression);

    [[nodiscard]] const node& root() const { return root_; }

    /// The value of an integer constant ("A_Const" with "ival").
    [[nodiscard]] long long integer(const node& constant) const;

private:
    std::string text_;
    node root_;
};

/// The kind of a node: "A_Expr"; empty where there is none.
[[nodiscard]] std::string_view kind_of(const sql_tree::node& one);

/// What a node holds, and a member of that; an empty object or list where there is none.
[[nodiscard]] const sql_tree::node& inside(const sql_tree::node& one);
[[nodiscard]] const sql_tree::node& part(const sql_tree::node& of, const char* name);

/// What is cast in an expression, whatever to.
[[nodiscard]] const sql_tree::node& without_casts(const sql_tree::node& one);

/// An operation of two operands: `operation_of(">=", a, b)` is `a >= b`.
[[nodiscard]] sql_tree::node operation_of(const std::string& name, const sql_tree::node& left,
                                          const sql_tree::node& right);

/// A member that is a text or a number; empty or zero where there is none, as the parser leaves them out.
[[nodiscard]] std::string text_of(const sql_tree::node& of, const char* name);

/// The last of a list of String nodes and what stands before it: {"pg_catalog", "length"}.
struct dotted_name {
    std::string before{};
    std::string last{};
};
[[nodiscard]] dotted_name name_of(const sql_tree::node& strings);

/// The column of a table that the inside of a "ColumnRef" names.
[[nodiscard]] std::optional<std::size_t> column_named(const sql_tree::node& reference, const table& of,
                                                      engine from);

} // namespace synth::introspect

#endif
