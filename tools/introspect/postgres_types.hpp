// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_POSTGRES_TYPES_HPP
#define SYNTH_INTROSPECT_POSTGRES_TYPES_HPP

#include <map>
#include <set>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "postgres_connection.hpp"

namespace synth::introspect {

/// A column's type with its domains taken apart, and what the domains said on the way.
struct resolved_type {
    value_type type{};
    bool not_null = false;
    std::string default_expression{};
    std::vector<check> checks{}; ///< of the domains, about VALUE
    std::vector<note> notes{};
};

/// The types of a PostgreSQL database: those of the system and of known extensions by name, enums with their
/// labels, ranges with their elements, composites with their attributes, domains over anything.
class postgres_types {
public:
    explicit postgres_types(const postgres_connection& from);

    /// The type `oid` with the modifier of the column or domain that uses it; `sql` is how it is spelled
    /// there.
    [[nodiscard]] resolved_type resolve(const std::string& oid, int modifier, std::string sql) const;
    [[nodiscard]] const std::vector<enumeration>& enumerations() const { return enumerations_; }

private:
    struct attribute {
        std::string oid;
        int modifier;
        std::string sql;
        std::string name;
    };
    struct entry {
        qualified_name name;
        char kind;
        bool array;
        std::string element, base;
        int modifier;
        bool not_null;
        std::string default_expression;
        std::string base_sql; // of a domain: how the type below it is spelled
        bool text;            // by its category
        std::string sub_type; // of a range or multirange
        std::vector<check> checks;
        std::vector<attribute> attributes; // of a composite
    };
    void read_types(const postgres_connection& from);
    void read_ranges(const postgres_connection& from);
    void read_attributes(const postgres_connection& from);
    void read_checks(const postgres_connection& from);
    void read_labels(const postgres_connection& from);

    [[nodiscard]] value_type plain(const entry& type, int modifier, const std::string& spelled,
                                   std::vector<note>& notes) const;
    [[nodiscard]] value_type range_of(const entry& type, const std::string& spelled) const;
    [[nodiscard]] value_type composite_of(const entry& type, const std::string& spelled,
                                          std::vector<note>& notes) const;

    std::map<std::string, entry> entries_; // by oid
    std::set<qualified_name> labelled_;    // enums that have a label
    std::vector<enumeration> enumerations_;
};

} // namespace synth::introspect

#endif
