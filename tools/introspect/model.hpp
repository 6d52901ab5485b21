// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_MODEL_HPP
#define SYNTH_INTROSPECT_MODEL_HPP

#include <cstddef>
#include <list>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <synth/schema/check_choices.hpp>

#include "catalog.hpp"
#include "condition_term.hpp"
#include "members.hpp"

// Between the catalog and the text of the header: everything is decided (what is left out, what it is
// called), nothing is printed yet.
namespace synth::introspect {

struct member {
    const column* source = nullptr;
    std::string name{};                 ///< in C++
    std::string type{};                 ///< in C++, with std::optional
    std::vector<std::string> notes{};   ///< lines of comment before it
    std::string remark{};               ///< the comment behind it
    std::vector<std::string> options{}; ///< of synth::column
    bool left_out = false;              ///< then only its notes are printed
    bool never_null = false;            ///< nullable, but rows with a null would break a rule of the table
    bool not_written = false;           ///< a constant that the database fills in, or an attribute of another
    std::optional<std::size_t> computed_from{}; ///< by the database, from this column; it is not written
};

struct row_key {
    member_list members{};
    std::string remark{}; ///< a comment before it: what else it stands for
};

struct row_reference {
    const reference* source = nullptr;
    member_list members{};
    std::size_t parent = 0; ///< its index in the model
    member_list parent_members{};
    std::string law{};    ///< in C++: "synth::even()"
    std::string remark{}; ///< a comment before it: why it has a law
};

struct row_check {
    std::string name{};              ///< in SQL
    std::string columns_of_lambda{}; ///< in C++: "<&shop::line::days>"; empty: the condition is an expression
    std::string condition{};         ///< in C++, with the break marks of condition_term.hpp
    std::set<std::size_t> columns{}; ///< that the condition names
    std::string remark{};            ///< a comment before it
    value_choices choices{};         ///< that it leaves, where it names one column
    std::optional<text_equation> says_text{};
};

struct row_struct {
    const table* source = nullptr;
    std::string name{}; ///< in C++
    std::vector<std::string> notes{};
    std::vector<member> members{}; ///< by position, those left out among them
    row_key primary_key{};
    std::vector<row_key> unique{};
    std::vector<row_reference> references{};
    std::vector<row_check> checks{};
    std::set<std::size_t> kept_checks{}; ///< of the table's, those that `checks` say
    unsigned virtual_share = 0;          ///< 0: a table of the database; else one row for so many of others
};

struct labelled {
    const enumeration* source = nullptr;
    std::string name{};
    std::vector<std::string> enumerators{};
};

struct model {
    std::vector<labelled> enumerations{};
    std::vector<row_struct> rows{};
    std::list<table> virtual_tables{};         ///< what rows that are no table of the database point into
    std::list<reference> virtual_references{}; ///< and the references to them
    std::vector<std::string> warnings{};
};

/// Decides how `database` is represented in the namespace `name_space`; points into `database`.
[[nodiscard]] model make_model(const catalog& database, const std::string& name_space);

/// The options of synth::column that a column's type needs; one of a reference gets its numbers from there.
/// `cpp` is how its values are spelled in C++.
[[nodiscard]] std::vector<std::string> options_of(const column& source, bool refers, const std::string& cpp);

/// Gives a column of arrays a generator of those without elements.
void keep_empty(member& array);

/// `&shop::orders::total`, as the generated code names a member.
[[nodiscard]] std::string pointer_to(const std::string& name_space, const row_struct& row,
                                     std::size_t column);

/// Puts a line of comment at `notes` and the same as a warning: "shop.orders: <what>: <consequence>".
void not_represented(model& all, std::vector<std::string>& notes, const std::string& where,
                     const std::string& what, const std::string& consequence);

} // namespace synth::introspect

#endif
