// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_SQLITE_TRIGGERS_HPP
#define SYNTH_DATABASE_SQLITE_TRIGGERS_HPP

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <synth/database/sqlite_connection.hpp>
#include <synth/database/table_shape.hpp>
#include <synth/database/trigger_text.hpp>

namespace synth {

/// A trigger of an SQLite database and the table that it writes.
struct sqlite_trigger {
    std::string name;
    std::string table; ///< that has it
    std::string writes;
    std::string create; ///< the statement that makes it

    [[nodiscard]] std::string shown() const {
        return "trigger " + name + " of " + table + ", which writes " + writes;
    }
};

namespace detail {

inline std::string small_letters(std::string_view name) {
    std::string small{name};
    std::ranges::transform(small, small.begin(),
                           [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return small;
}

} // namespace detail

/// The triggers of some tables that write rows of `loaded` ones: an audit, a counter. The rows of all of them
/// are made already, so that such a trigger would make some twice, or change them.
[[nodiscard]] inline std::vector<sqlite_trigger> writing_triggers(sqlite_connection& connection,
                                                                  std::span<const std::string_view> tables,
                                                                  std::span<const std::string_view> loaded) {
    std::vector<sql_name> names;
    names.reserve(loaded.size());
    for (const std::string_view each : loaded) {
        names.push_back({"main", detail::small_letters(each)});
    }
    sqlite_statement all{
        connection, "cannot read the triggers of the tables",
        "SELECT name, tbl_name, sql FROM main.sqlite_schema WHERE type = 'trigger' ORDER BY rowid"};
    std::vector<sqlite_trigger> found;
    while (all.step()) {
        sqlite_trigger trigger{all.text(0), all.text(1), {}, all.text(2)};
        const auto is_its = [&](std::string_view each) {
            return detail::small_letters(each) == detail::small_letters(trigger.table);
        };
        trigger_text text = read_trigger_text(trigger.create);
        for (sql_name& each : text.written) {
            each = {detail::small_letters(each.schema), detail::small_letters(each.name)};
        }
        const std::size_t written = find_written(text.written, names);
        if (written < names.size() && std::ranges::any_of(tables, is_its)) {
            trigger.writes = loaded[written];
            found.push_back(std::move(trigger));
        }
    }
    return found;
}

/// Triggers that are not there for a while, as SQLite cannot switch them off; in the transaction of the
/// caller, so that one that does not end well has never dropped them.
class dropped_triggers {
public:
    dropped_triggers(sqlite_connection& connection, std::vector<sqlite_trigger> triggers)
        : connection_(connection), triggers_(std::move(triggers)) {
        for (const sqlite_trigger& each : triggers_) {
            connection_.execute("cannot drop trigger " + each.name + " for the load",
                                "DROP TRIGGER main." + identifier(each.name));
        }
    }

    /// Makes them again as they were, before the transaction ends.
    void put_back() {
        for (const sqlite_trigger& each : triggers_) {
            connection_.execute("cannot put back trigger " + each.name, each.create);
        }
    }

private:
    sqlite_connection& connection_;
    std::vector<sqlite_trigger> triggers_;
};

} // namespace synth

#endif
