// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_DERIVATION_HPP
#define SYNTH_SCHEMA_DERIVATION_HPP

#include <array>
#include <cstddef>
#include <cstdint>

#include <synth/schema/catalog.hpp>
#include <synth/schema/path.hpp>

namespace synth {

/// How a row finds the parent that a reference names.
enum class reference_mode : std::uint8_t {
    drawn,     // by a law, each row for itself
    owned,     // the children of a parent are one range of rows
    injective, // no two rows have the same parent
    partner,   // a part of a joint key: distinct together with its other parts
    matched,   // drawn among the parents that agree with another reference in the shared columns
    implied,   // where another reference leads
    forest,    // an earlier row of the same table
    dealt,     // as many children for each parent as for the others, scattered over the table
    absent,    // NULL in every row: it cannot agree with the others
};

/// Where the value of a column comes from.
enum class column_source : std::uint8_t {
    generated,
    key,
    ordinal,
    reference,
    joint,
    existing, // the row that is there already
};

/// Several columns and references that are distinct only together: the number of the row, or its number
/// within its owner, is taken apart into one digit for each of them.
struct derived_joint {
    bool of_owner{};            // the number is the one within the owner
    bool of_columns{};          // a free column is among the parts
    std::uint8_t digits{};      // how many parts there are
    schema_index key{no_index}; // the key of the catalog that asked for it
};

struct derived_reference {
    reference_mode mode{reference_mode::drawn};
    schema_index via{
        no_index};           // implied, matched: the reference that decides; no_index: the owner of the table
    reference_path via_path; // implied, matched: from the parent of `via` to the group or to the parent
    reference_path path;     // matched: from the parent to the group
    std::uint32_t same_kinds{}; // matched: places of columns in which the parent is of the kind of via's
    std::uint8_t joint{};       // partner, or matched and distinct: the joint key that it is a part of
    std::uint8_t digit{};       // and its place among the parts
    bool of_row{};       // matched: the group is the row itself, so the parent is one of its descendants
    bool distinct{};     // matched: a part of a joint key; forest: a list, each row after the one before
    bool within_owner{}; // forest: parent and child have one owner
    bool roots_only{};   // forest: every row is a root

    [[nodiscard]] constexpr bool is_part() const {
        return mode == reference_mode::partner || (mode == reference_mode::matched && distinct);
    }
    [[nodiscard]] constexpr bool is_part_of(std::size_t key) const { return is_part() && joint == key; }
    /// Whether no key depends on the parent, so that another one may be drawn.
    [[nodiscard]] constexpr bool chooses_freely() const {
        return mode == reference_mode::drawn || (mode == reference_mode::matched && !distinct);
    }
};

struct derived_column {
    column_source source{column_source::generated};
    schema_index reference{no_index};
    schema_index parent_column{no_index};
    std::uint8_t joint{}; // joint: which joint key of the table
    std::uint8_t digit{}; // and the place of the column among its parts

    [[nodiscard]] constexpr bool is_part_of(std::size_t key) const {
        return source == column_source::joint && joint == key;
    }
};

struct derived_table {
    static constexpr std::size_t most_joints = 4;

    schema_index owner{no_index}; // the table whose rows own ranges of this one's
    schema_index owner_reference{
        no_index};                  // no_index: the owner is an ancestor, found through a matched reference
    schema_index ordinal{no_index}; // the column that numbers the rows of one owner
    std::array<derived_joint, most_joints> joints{};
    std::uint8_t joint_count{};
    bool one_each{}; // at most one row for each owner,
    bool in_order{}; // and those of a range of owners are a range
};

/// Why no derivation exists.
enum class derivation_fault : std::uint8_t { none, key, shared_columns, ownership, self_reference, circle };

template<std::size_t Tables, std::size_t Columns, std::size_t References>
struct derivation {
    std::array<derived_table, Tables> tables{};
    std::array<derived_column, Columns> columns{};
    std::array<derived_reference, References> references{};
    derivation_fault fault{};
    schema_index fault_table{};
    schema_index fault_item{}; // the key or the reference that cannot be met
};

} // namespace synth

#endif
