// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_POSTGRES_CYCLES_HPP
#define SYNTH_DATABASE_POSTGRES_CYCLES_HPP

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include <synth/core/byte_buffer.hpp>
#include <synth/database/copy_rows.hpp>
#include <synth/database/database_error.hpp>
#include <synth/database/joined.hpp>
#include <synth/database/late_references.hpp>
#include <synth/database/postgres_connection.hpp>
#include <synth/database/postgres_pieces.hpp>
#include <synth/database/postgres_result.hpp>
#include <synth/database/row_blocks.hpp>
#include <synth/database/row_source.hpp>
#include <synth/database/table_shape.hpp>

namespace synth {

/// Makes the foreign keys of a group wait for all of its rows, in the transaction of the caller.
inline void begin_group(postgres_connection& connection, const load_group& group) {
    if (!group.deferred.empty()) {
        connection.query("cannot defer constraints",
                         "SET CONSTRAINTS " + joined(group.deferred, ", ", &postgres_reference::qualified) +
                             " DEFERRED");
    }
    for (const postgres_reference& each : group.added_after) {
        connection.query("cannot drop constraint " + each.name + " of " + each.table + " for the load",
                         "ALTER TABLE " + each.table + " DROP CONSTRAINT " + each.name);
    }
}

/// A table of the plan, and where it is.
struct pass_target {
    const row_source& source;
    std::size_t table;    ///< in the source
    bool binary;          ///< the form of its rows
    unsigned threads;     ///< that make them
    std::string relation; ///< the table as SQL names it
};

/// Fills the columns of a second pass: the rows are made again, their keys and these columns go into a
/// temporary table, and one UPDATE joins them. `between` is called between blocks.
inline void run_second_pass(postgres_connection& connection, const second_pass& pass,
                            const pass_target& target, const std::function<void()>& between) {
    const table_shape& shape = target.source.shape(target.table);
    table_shape values{"pg_temp", "synth values of a second pass", {}};
    for (const std::size_t column : pass.key.columns) {
        values.columns.push_back(shape.columns[column]);
    }
    for (const std::size_t column : pass.columns) {
        values.columns.push_back(shape.columns[column]);
    }
    const std::string same =
        joined(pass.key.columns, " AND ", [&, place = std::size_t{0}](std::size_t column) mutable {
            const std::string name = identifier(shape.columns[column].name);
            return "t." + name + " " + pass.key.equal[place++] + " v." + name;
        });
    const std::string changes = joined(pass.columns, ", ", [&](std::size_t column) {
        const std::string name = identifier(shape.columns[column].name);
        return name + " = v." + name;
    });
    const std::string while_doing = "cannot fill " + shape.shown_columns(pass.columns) + " in a second pass";
    connection.query(while_doing, "CREATE TEMPORARY TABLE " + identifier(values.name) +
                                      " ON COMMIT DROP AS SELECT " + column_identifiers(values) + " FROM " +
                                      identifier(shape) + " WITH NO DATA");
    postgres_pieces pieces{connection, target.source, target.table, target.binary, values, while_doing};
    byte_buffer some;
    std::uint64_t rows = 0;
    write_blocks(target.source, target.table, pieces.form(), 0, target.source.rows(target.table),
                 target.threads, [&](std::string_view block, std::uint64_t) {
                     some.clear();
                     rows += put_only(block, pieces.form(), pass.key.columns, pass.columns, some);
                     pieces.put(some.view());
                     between();
                 });
    pieces.finish();
    const postgres_result done =
        connection.query(while_doing, "UPDATE " + target.relation + " AS t SET " + changes + " FROM " +
                                          identifier(values) + " AS v WHERE " + same);
    if (done.changed() != rows) {
        throw database_error{while_doing + ": " + std::to_string(rows) + " rows were to change, but " +
                             std::to_string(done.changed()) + " did; " + std::string{unexpressed_rule}};
    }
    connection.query(while_doing, "DROP TABLE " + identifier(values));
}

/// Checks what was deferred and adds what was dropped, behind the rows of a group.
inline void finish_group(postgres_connection& connection, const load_group& group,
                         const std::string& while_doing) {
    // No ALTER TABLE passes while checks of its rows are pending.
    if (!group.deferred.empty() || !group.added_after.empty()) {
        connection.query(while_doing, "SET CONSTRAINTS ALL IMMEDIATE");
    }
    for (const postgres_reference& each : group.added_after) {
        const std::string add = while_doing + ": cannot add constraint " + each.name + " again";
        const auto add_as = [&](std::string_view definition) {
            connection.query(add, "ALTER TABLE " + each.table + " ADD CONSTRAINT " + each.name + " " +
                                      std::string{definition});
        };
        // One that was NOT VALID looks at the rows all the same, and is then as it was.
        constexpr std::string_view mark = " NOT VALID";
        std::string_view checked = each.definition;
        if (checked.ends_with(mark)) {
            checked.remove_suffix(mark.size());
        }
        add_as(checked);
        if (checked != each.definition) {
            connection.query(add, "ALTER TABLE " + each.table + " DROP CONSTRAINT " + each.name);
            add_as(each.definition);
        }
        connection.query(add,
                         "COMMENT ON CONSTRAINT " + each.name + " ON " + each.table + " IS " + each.comment);
    }
}

} // namespace synth

#endif
