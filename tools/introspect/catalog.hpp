// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_CATALOG_HPP
#define SYNTH_INTROSPECT_CATALOG_HPP

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
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
};

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
};

struct column {
    std::string name{};
    value_type type{};
    bool nullable = true;
    bool never_null = false; ///< nullable, but rows with a null would break a rule of the table
    bool identity = false;   ///< identity, serial, or SQLite's rowid
    std::string default_expression{};
    std::string generated_expression{}; ///< GENERATED ALWAYS AS (...)
    std::string comment{};
};

/// Columns by their index in the table, in the key's own order.
struct key {
    std::vector<std::size_t> columns{};

    friend auto operator<=>(const key&, const key&) = default;
};

struct reference {
    std::string name{};
    std::vector<std::size_t> columns{};
    qualified_name parent{};
    std::vector<std::string> parent_columns{};
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
    std::vector<reference> references{};
    std::vector<note> notes{};
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

/// Puts keys, references and notes into one order, whatever order the database gave them in, and drops
/// repetitions.
void normalise(catalog& database);

} // namespace synth::introspect

#endif
