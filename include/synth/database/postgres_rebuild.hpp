// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_REBUILD_HPP
#define SYNTH_DATABASE_POSTGRES_REBUILD_HPP

#include <algorithm>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/postgres_structure.hpp>

namespace synth {

/// What is dropped for a load and made again behind the rows, and what would be but cannot be.
struct rebuild_plan {
    std::vector<structure_part> dropped; ///< foreign keys first
    std::vector<structure_part> kept;    ///< each with its reason
    std::vector<structure_part> others;  ///< foreign keys that stay, of tables that are loaded or not
};

/// An enabled trigger of some tables or their partitions, as "trigger audit of orders", or nothing; those
/// that are switched off for the load do not count. A trigger runs with each row, may read the tables by
/// their keys or say ON CONFLICT, and so needs them.
[[nodiscard]] inline std::string trigger_of(postgres_connection& connection,
                                            std::span<const std::string> oids,
                                            std::span<const structure_part> dropped = {}) {
    std::vector<std::string> off;
    for (const structure_part& part : dropped) {
        if (part.kind == structure_kind::trigger) {
            off.push_back(part.oid);
        }
    }
    const postgres_result found = connection.query(
        "cannot read the triggers of the tables",
        "SELECT 'trigger ' || g.tgname || ' of ' || g.tgrelid::regclass FROM pg_catalog.pg_trigger g"
        " WHERE (g.tgrelid = ANY ($1::oid[]) OR g.tgrelid IN (SELECT p.relid FROM "
        "pg_catalog.unnest($1::oid[]) o,"
        "   pg_catalog.pg_partition_tree(o::regclass) p)) AND NOT g.tgisinternal AND g.tgenabled <> 'D' "
        "AND g.oid <> ALL ($2::oid[]) ORDER BY 1 LIMIT 1",
        {detail::oid_array(oids), detail::oid_array(off)});
    return found.rows() == 0 ? std::string{} : std::string{found.text(0, 0)};
}

/// Chooses what is dropped: what belongs to tables for which it pays, given by their oids, and foreign keys
/// that lead to a key that goes. A key to which a foreign key leads that stays must stay too. Of the triggers
/// that write what is loaded all go that can.
[[nodiscard]] inline rebuild_plan plan_rebuild(std::vector<structure_part> parts,
                                               std::span<const std::string> paying,
                                               std::string_view trigger = {},
                                               std::span<const structure_part> triggers = {}) {
    const auto pays = [&](const structure_part& part) {
        return std::ranges::find(paying, part.table) != paying.end();
    };
    for (structure_part& part : parts) {
        if (part.why_kept.empty() && !trigger.empty()) {
            part.why_kept.append(trigger).append(" may need it");
        }
    }
    std::vector<std::string> gone; // indexes
    for (structure_part& part : parts) {
        if (part.kind == structure_kind::foreign_key || !pays(part) || !part.why_kept.empty()) {
            continue;
        }
        const auto held = std::ranges::find_if(parts, [&](const structure_part& each) {
            return each.kind == structure_kind::foreign_key && each.index == part.index &&
                   !each.why_kept.empty();
        });
        if (held == parts.end()) {
            gone.push_back(part.index);
        } else {
            part.why_kept = held->shown + " leads to it and stays: " + held->why_kept;
        }
    }
    rebuild_plan plan;
    for (structure_part& part : parts) {
        const bool index_goes = std::ranges::find(gone, part.index) != gone.end();
        const bool foreign_key = part.kind == structure_kind::foreign_key;
        if (part.why_kept.empty() && (foreign_key ? pays(part) || index_goes : index_goes)) {
            plan.dropped.push_back(std::move(part));
            continue;
        }
        if (!part.why_kept.empty() && pays(part)) {
            plan.kept.push_back(part);
        }
        if (foreign_key) {
            plan.others.push_back(std::move(part));
        }
    }
    for (const structure_part& each : triggers) {
        (each.why_kept.empty() ? plan.dropped : plan.kept).push_back(each);
    }
    return plan;
}

/// The parts that go while some of the tables are filled: theirs, and the foreign keys that lead to their
/// keys.
[[nodiscard]] inline std::vector<structure_part> parts_for(const rebuild_plan& plan,
                                                           std::span<const std::string> tables) {
    const auto among = [&](const std::string& oid) { return std::ranges::find(tables, oid) != tables.end(); };
    std::vector<structure_part> parts;
    for (const structure_part& part : plan.dropped) {
        const bool key_goes = std::ranges::any_of(plan.dropped, [&](const structure_part& each) {
            return each.kind != structure_kind::foreign_key && each.index == part.index && among(each.table);
        });
        if (among(part.table) || (part.kind == structure_kind::foreign_key && key_goes)) {
            parts.push_back(part);
        }
    }
    return parts;
}

/// Drops parts, in the transaction of the caller.
inline void drop_parts(postgres_connection& connection, std::span<const structure_part> parts) {
    for (const structure_part& part : parts) {
        connection.query((part.kind == structure_kind::trigger ? "cannot switch off " : "cannot drop ") +
                             part.shown + " for the load",
                         part.drop);
    }
}

/// Which of the dropped parts are made again: foreign keys come last, behind the statistics that their check
/// is planned by.
enum class put_back_turn : bool { keys_and_indexes, foreign_keys };

[[nodiscard]] inline put_back_turn turn_of(const structure_part& part) {
    return part.kind == structure_kind::foreign_key ? put_back_turn::foreign_keys
                                                    : put_back_turn::keys_and_indexes;
}

/// Makes a dropped part again as it was, in the transaction of the caller.
inline void put_back_part(postgres_connection& connection, const structure_part& part) {
    for (const std::string& statement : part.put_back) {
        connection.query("cannot put back " + part.shown, statement);
    }
}

/// Makes dropped parts again as they were, in the transaction of the caller. `between` is called before each,
/// since an index of a large table takes a while.
inline void put_back_parts(postgres_connection& connection, std::span<const structure_part> parts,
                           put_back_turn turn, const std::function<void()>& between) {
    for (const structure_part& part : parts) {
        if (turn_of(part) == turn) {
            between();
            put_back_part(connection, part);
        }
    }
}

} // namespace synth

#endif
