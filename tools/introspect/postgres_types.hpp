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
    std::vector<note> notes{};
};

/// The types of a PostgreSQL database: those of the system by name, enums with their labels, domains over
/// anything.
class postgres_types {
public:
    explicit postgres_types(const postgres_connection& from);

    /// The type `oid` with the modifier of the column or domain that uses it; `sql` is how it is spelled
    /// there.
    [[nodiscard]] resolved_type resolve(const std::string& oid, int modifier, std::string sql) const;
    [[nodiscard]] const std::vector<enumeration>& enumerations() const { return enumerations_; }

private:
    struct entry {
        qualified_name name;
        char kind;
        bool array;
        std::string element, base;
        int modifier;
        bool not_null;
        std::string default_expression;
        std::vector<std::string> checks;
    };

    [[nodiscard]] value_type plain(const entry& type, int modifier) const;

    std::map<std::string, entry> entries_; // by oid
    std::set<qualified_name> labelled_;    // enums that have a label
    std::vector<enumeration> enumerations_;
};

} // namespace synth::introspect

#endif
