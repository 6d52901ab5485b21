// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_LATE_REFERENCES_HPP
#define SYNTH_DATABASE_LATE_REFERENCES_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <synth/database/database_error.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_references.hpp>
#include <synth/database/postgres_row_key.hpp>
#include <synth/database/reference_groups.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {

/// How a reference whose parent is filled after its child is met. The costs are such that one of a kind
/// outweighs any number of the kinds before.
enum class late_way : std::uint64_t {
    deferred = 1,               ///< the constraint is checked when all tables are filled
    second_pass = 10'000,       ///< NULL first, then an UPDATE
    added_after = 100'000'000,  ///< the constraint is dropped, and added again behind the rows
    none = 1'000'000'000'000ULL ///< the role may do none of this
};

/// A table of the plan as the server knows it.
struct target_table {
    const table_shape* shape{};
    std::string oid;
};

/// Columns of a table that are NULL until a second pass.
struct second_pass {
    std::size_t table{};
    std::vector<std::size_t> columns; ///< positions in the shape
    postgres_row_key key;
};

/// Tables that are filled in one transaction, in their order, because they refer to each other: usually one.
struct load_group {
    std::vector<std::size_t> tables; ///< places in the list of targets
    std::vector<postgres_reference> deferred;
    std::vector<postgres_reference> added_after;
    std::vector<second_pass> passes;
};

/// How the tables of a load are grouped, and what a person should know of it: a line for each late reference.
struct load_groups {
    std::vector<load_group> groups;
    std::vector<std::string> notes;
};

/// The best way for a foreign key of a cycle. Where a NULL for a while or an UPDATE could meet a CHECK, an
/// index or a trigger, the constraint is rather dropped, if the role may do that.
[[nodiscard]] inline late_way choose_late_way(const postgres_reference& reference,
                                              const postgres_leeway& leeway, const postgres_row_key& key) {
    if (reference.deferrable) {
        return late_way::deferred;
    }
    const bool twice = !leeway.nullable.empty() && leeway.may_update && !key.columns.empty();
    if (twice && !(leeway.delicate && leeway.droppable)) {
        return late_way::second_pass;
    }
    return leeway.droppable ? late_way::added_after : late_way::none;
}

namespace detail {

struct cycle_reference {
    postgres_reference reference;
    postgres_leeway leeway;
    postgres_row_key key;
    late_way way{};
};

inline std::string late_words(const cycle_reference& late, const table_shape& child) {
    if (late.way == late_way::deferred) {
        return late.reference.name + " is checked when all of its tables are filled";
    }
    if (late.way == late_way::added_after) {
        return "constraint " + late.reference.name + " of " + child.shown() +
               " is dropped, and added again behind the rows, in one transaction";
    }
    return child.shown_columns(late.leeway.nullable) + (late.leeway.nullable.size() == 1 ? " is" : " are") +
           " filled in a second pass";
}

inline database_error no_late_way(const std::string& cycle, const cycle_reference& late,
                                  const table_shape& child) {
    const postgres_leeway& leeway = late.leeway;
    const std::string name = "constraint " + late.reference.name + " of " + child.shown();
    std::string twice = ", its columns cannot be filled in a second pass";
    std::string remedy;
    if (!leeway.nullable.empty() && !leeway.may_update) {
        twice = ", role " + leeway.role + " may not fill its columns in a second pass";
        remedy = ", grant UPDATE on " + child.shown() + " and TEMPORARY on the database";
    }
    return database_error{cycle + "no table can be filled first: " + name + " is not deferrable" + twice +
                          " and role " + leeway.role + " may not drop it and add it again; connect as " +
                          leeway.owner + ", the owner" + remedy + ", or make it deferrable: ALTER TABLE " +
                          late.reference.table + " ALTER CONSTRAINT " + late.reference.name + " DEFERRABLE"};
}

inline void add_late(load_group& group, const cycle_reference& late) {
    if (late.way == late_way::deferred) {
        group.deferred.push_back(late.reference);
        return;
    }
    if (late.way == late_way::added_after) {
        group.added_after.push_back(late.reference);
        return;
    }
    auto pass = std::ranges::find(group.passes, late.reference.child, &second_pass::table);
    if (pass == group.passes.end()) {
        pass = group.passes.insert(pass, {late.reference.child, {}, late.key});
    }
    for (const std::size_t column : late.leeway.nullable) {
        if (std::ranges::find(pass->columns, column) == pass->columns.end()) {
            pass->columns.push_back(column);
        }
    }
}

} // namespace detail

/// Groups the tables of a load by the foreign keys of the server, parents first, and chooses for each one
/// that leads to a table behind its child how it is met. Throws where there is no way. Constraints that are
/// not there during the load, given by their oids, need none.
[[nodiscard]] inline load_groups group_tables(postgres_connection& connection,
                                              std::span<const target_table> targets,
                                              std::span<const std::string> absent = {}) {
    std::vector<std::string> oids;
    oids.reserve(targets.size());
    for (const target_table& target : targets) {
        oids.push_back(target.oid);
    }
    const std::vector<postgres_reference> references = references_among(connection, oids);
    std::vector<table_link> links;
    links.reserve(references.size());
    for (const postgres_reference& reference : references) {
        links.push_back({reference.child, reference.parent});
    }
    load_groups result;
    for (const std::vector<std::size_t>& tables : reference_groups(targets.size(), links)) {
        load_group group;
        std::vector<detail::cycle_reference> cyclic;
        std::vector<table_link> costs;
        const auto in_group = [&](std::size_t table) {
            return std::ranges::find(tables, table) != tables.end();
        };
        for (const postgres_reference& reference : references) {
            if (std::ranges::find(absent, reference.oid) != absent.end()) {
                continue;
            }
            if (reference.child == reference.parent) {
                if (in_group(reference.child) && reference.deferrable) {
                    group.deferred.push_back(reference); // rows may refer to rows of a later piece
                }
            } else if (in_group(reference.child) && in_group(reference.parent)) {
                detail::cycle_reference each{reference, {}, {}, {}};
                if (!reference.deferrable) {
                    const target_table& child = targets[reference.child];
                    each.leeway = leeway_of(connection, *child.shape, reference);
                    each.key = row_key_of(connection, *child.shape, child.oid);
                }
                each.way = choose_late_way(reference, each.leeway, each.key);
                costs.push_back({reference.child, reference.parent, static_cast<std::uint64_t>(each.way)});
                cyclic.push_back(std::move(each));
            }
        }
        group.tables = cheapest_order(tables, costs);
        for (const detail::cycle_reference& each : cyclic) {
            if (std::ranges::find(group.tables, each.reference.parent) <
                std::ranges::find(group.tables, each.reference.child)) {
                continue; // the parent is there already
            }
            const table_shape& child = *targets[each.reference.child].shape;
            const std::string cycle =
                shown_cycle({each.reference.child, each.reference.parent}, targets.size(), links,
                            [&](std::size_t table) { return targets[table].shape->shown(); });
            if (each.way == late_way::none) {
                throw detail::no_late_way(cycle, each, child);
            }
            detail::add_late(group, each);
            result.notes.push_back(cycle + detail::late_words(each, child));
        }
        result.groups.push_back(std::move(group));
    }
    return result;
}

} // namespace synth

#endif
