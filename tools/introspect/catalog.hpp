// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_CATALOG_HPP
#define SYNTH_INTROSPECT_CATALOG_HPP

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What a database says about its tables: facts only. What of them fits into a header is decided in
// header.cpp.
namespace synth::introspect {

enum class engine { postgresql, sqlite };

/// What a column holds, as far as the library has a C++ type for it.
enum class kind {
    unsupported,
    boolean,
    int16,
    int32,
    int64,
    float32,
    float64,
    decimal,
    text,
    bytes,
    date,
    time_of_day,
    time_of_day_tz,
    timestamp,
    timestamp_tz,
    interval,
    uuid,
    json,
    jsonb,
    inet,
    cidr,
    macaddr,
    macaddr8,
    bit_string,
    enumeration,
    range,
    multirange,
    composite,
    other, ///< held as the text that the database reads
};

[[nodiscard]] constexpr bool is_integer(kind of) {
    return of == kind::int16 || of == kind::int32 || of == kind::int64;
}

/// A name and the schema it lives in, exactly as the database spells them.
struct qualified_name {
    std::string schema{};
    std::string name{};

    friend auto operator<=>(const qualified_name&, const qualified_name&) = default;
};

/// A column's type after domains and arrays are taken apart.
struct value_type {
    kind of = kind::unsupported;
    std::string sql{}; ///< as the database spells it: "character varying(16)", "shop.email"
    std::string
        other_name{}; ///< set when the database's type is not the default one of the C++ type: "citext"
    bool array = false;
    unsigned precision = 0; ///< decimal digits; 0: not declared
    int scale = 0;
    unsigned max_length = 0; ///< characters, bytes or bits; 0: no limit
    bool fixed_length = false;
    std::optional<unsigned> fraction_digits{};
    qualified_name enumeration{};
    bool elements_checked = false;        ///< an array whose elements have checks by their type
    bool bytewise = false;                ///< a text that the database puts in order by its bytes
    kind element = kind::unsupported;     ///< of a range
    std::string spelled{};                ///< SQL's name of the type below domains and arrays: "vector(3)"
    std::string example{};                ///< the one text known to be a value of it; of an array "{}"
    std::vector<value_type> attributes{}; ///< of a composite
    std::vector<std::string> attribute_names{};
};

struct column {
    std::string name{};
    value_type type{};
    bool nullable = true;
    bool identity = false; ///< identity, serial, or SQLite's rowid
    std::string default_expression{};
    std::string generated_expression{}; ///< GENERATED ALWAYS AS (...)
    std::string comment{};
    std::optional<std::size_t> part_of{}; ///< an attribute of this column, and none of the database
};

/// What a generated column is made of: `(a + b)` of "(a + b) stored"; empty where it is none.
[[nodiscard]] std::string generation_of(const column& one);

/// Columns by their index in the table, in the key's own order.
struct key {
    std::vector<std::size_t> columns{};
    std::string
        exclusion{}; ///< the name of the exclusion constraint that the key keeps; keys are compared without

    friend auto operator<=>(const key& left, const key& right) { return left.columns <=> right.columns; }
    friend bool operator==(const key& left, const key& right) { return left.columns == right.columns; }
};

struct reference {
    std::string name{};
    std::vector<std::size_t> columns{};
    qualified_name parent{};
    std::vector<std::string> parent_columns{};
    bool match_full = false; ///< its columns are null together or not at all
};

/// A unique index that is more than a key: for some rows only, of expressions, or one that takes nulls for
/// equal.
struct unique_index {
    std::string name{};
    std::vector<std::string> parts{}; ///< in SQL: quoted columns, expressions
    std::string predicate{};          ///< in SQL; empty: it is for every row
    bool nulls_equal = false;
    std::string text{};     ///< as messages show it: "CREATE UNIQUE INDEX …"
    bool exclusion = false; ///< it stands for an exclusion constraint
    bool weaker = false;    ///< which has operators beside =, so that rows may be equal in these parts
};

/// An exclusion constraint that is more than a key: no two rows may have all of its operators true.
struct exclusion {
    struct part {
        std::string expression{}; ///< in SQL: a quoted column, an expression
        std::string operation{};  ///< "&&"
        std::string range_type{}; ///< the name of the expression's type if that is a range: "daterange"
    };

    std::string name{};
    std::vector<part> parts{};
    std::string predicate{}; ///< in SQL; empty: it is for every row
    std::string text{};      ///< as messages show it: "EXCLUDE USING gist …"
};

/// A condition that the database holds the rows of a table to: CHECK, also of a domain, or the bounds of its
/// partitions.
struct check {
    std::string name{};                    ///< empty: it has none
    std::string column{};                  ///< of a domain: the column that VALUE is
    std::vector<std::string> conditions{}; ///< in SQL; a row keeps to one of them
    std::string text{};                    ///< as messages show it: "CHECK (a > 0)"
    std::string consequence{};             ///< of leaving it out
    std::string remark{};                  ///< "NOT VALID in the database"
    bool partitions = false;               ///< the conditions are those of partitions
    bool of_elements = false;              ///< of a domain: VALUE is each element of the column's arrays
};

/// Something true of a table that a header cannot say: its text, and what that means for the data.
struct note {
    std::string column{}; ///< empty: of the whole table
    std::string text{};
    std::string consequence{};
};

struct table {
    qualified_name name{};
    std::string comment{};
    std::vector<column> columns{};
    key primary_key{};
    std::vector<key> unique{};
    std::vector<unique_index> indexes{};
    std::vector<exclusion> exclusions{};
    std::vector<std::string> index_expressions{}; ///< of indexes that are no keys
    std::vector<reference> references{};
    std::vector<check> checks{};
    std::vector<note> notes{};
    bool filled_outside = false; ///< its rows are there already; only its keys are left
};

struct enumeration {
    qualified_name name{};
    std::string sql{}; ///< its name with quotes where SQL needs them, and its schema unless that is public
    std::vector<std::string> labels{};
    std::string comment{};
};

struct catalog {
    engine from = engine::postgresql;
    std::vector<table> tables{};
    std::vector<enumeration> enumerations{};
    std::vector<note> notes{}; ///< of the whole database; `column` names what they are about
};

/// Whether an expression means a column by this name: SQLite does not mind case.
[[nodiscard]] bool same_name(engine from, std::string_view left, std::string_view right);

/// The index of the column that an expression means by this name.
[[nodiscard]] std::optional<std::size_t> find_column(const table& of, engine from, std::string_view name);

/// Puts keys, references and notes into one order, whatever order the database gave them in, and drops
/// repetitions.
void normalise(catalog& database);

} // namespace synth::introspect

#endif
