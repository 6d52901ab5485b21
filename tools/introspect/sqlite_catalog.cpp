// SPDX-License-Identifier: BSL-1.0
#include "sqlite_catalog.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>

#include <fmt/format.h>

#include "amount_text.hpp"
#include "failure.hpp"
#include "sqlite_texts.hpp"
#include "text.hpp"
#include <sqlite3.h>
#include <sys/stat.h>

namespace synth::introspect {

namespace {

struct close_connection {
    void operator()(sqlite3* connection) const { sqlite3_close(connection); }
};
using connection = std::unique_ptr<sqlite3, close_connection>;

[[noreturn]] void fail(const std::string& path, sqlite3* database, int code) {
    const std::string name = one_line(path);
    switch (code & 0xFF) {
    case SQLITE_NOTADB:
        throw failure(
            fmt::format("{} is not an SQLite database, or it is encrypted; give a plain SQLite file "
                        "(an encrypted one must be exported without its key first)",
                        name));
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        throw failure(
            fmt::format("{} is locked by another program; end its transaction or introspect a copy made "
                        "with `sqlite3 FILE \".backup COPY\"`",
                        name));
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
        throw failure(
            fmt::format("{} cannot be opened: {}; check its permissions (a database in WAL mode also needs "
                        "a writable folder)",
                        name, sqlite3_errmsg(database)));
    case SQLITE_CORRUPT:
        throw failure(fmt::format("{} is damaged: {}; see `sqlite3 FILE \"PRAGMA integrity_check\"`", name,
                                  sqlite3_errmsg(database)));
    default:
        throw failure(fmt::format("{}: {}", name, one_line(sqlite3_errmsg(database))));
    }
}

bool can_read(sqlite3* database) {
    return sqlite3_exec(database, "SELECT 1 FROM sqlite_schema LIMIT 1", nullptr, nullptr, nullptr) ==
           SQLITE_OK;
}

// What a load that was killed has left beside the file is undone by whoever opens it next, which takes the
// right to write.
void recover(const std::string& path) {
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE, nullptr);
    const connection writing{raw};
    if (code != SQLITE_OK || !can_read(raw)) {
        throw failure(
            fmt::format("{}: whoever wrote to it last was broken off, and what is left of that cannot be "
                        "undone without the right to write to the file and its folder: {}",
                        one_line(path), one_line(sqlite3_errmsg(raw))));
    }
}

connection open(const std::string& path) {
    struct stat file{};
    if (stat(path.c_str(), &file) != 0) {
        throw failure(
            fmt::format("{} does not exist; give the path of an SQLite file, or postgresql://... for a "
                        "PostgreSQL database",
                        one_line(path)));
    }
    if (S_ISDIR(file.st_mode)) {
        throw failure(fmt::format("{} is a folder; give the path of an SQLite file in it", one_line(path)));
    }
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READONLY, nullptr);
    connection database{raw};
    if (code != SQLITE_OK) {
        fail(path, raw, code);
    }
    if (!can_read(raw) && sqlite3_extended_errcode(raw) == SQLITE_READONLY_ROLLBACK) {
        recover(path);
    }
    sqlite3_busy_timeout(raw, 2000); // behind that question: who holds the file is waited for once
    return database;
}

// One row of a result; a NULL is an empty optional.
class row {
public:
    explicit row(sqlite3_stmt* statement) : statement_(statement) {}

    [[nodiscard]] std::optional<std::string> maybe(int column) const {
        const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        const int size = sqlite3_column_bytes(statement_, column);
        return text == nullptr ? std::nullopt
                               : std::optional{std::string(text, static_cast<std::size_t>(size))};
    }
    [[nodiscard]] std::string text(int column) const { return maybe(column).value_or(""); }
    [[nodiscard]] int number(int column) const { return sqlite3_column_int(statement_, column); }

private:
    sqlite3_stmt* statement_;
};

class reader {
public:
    explicit reader(const std::string& path) : path_(path), connection_(open(path)) {
        for_each("BEGIN", {}, [](const row&) {});
    }

    template<class Visitor>
    void for_each(const char* sql, const std::optional<std::string>& parameter, Visitor visit) const {
        sqlite3_stmt* raw = nullptr;
        check(sqlite3_prepare_v2(connection_.get(), sql, -1, &raw, nullptr));
        const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)> statement{raw, sqlite3_finalize};
        if (parameter) {
            check(sqlite3_bind_text(raw, 1, parameter->data(), static_cast<int>(parameter->size()),
                                    SQLITE_TRANSIENT));
        }
        int code = sqlite3_step(raw);
        for (; code == SQLITE_ROW; code = sqlite3_step(raw)) {
            visit(row{raw});
        }
        check(code == SQLITE_DONE ? SQLITE_OK : code);
    }

private:
    void check(int code) const {
        if (code != SQLITE_OK) {
            fail(path_, connection_.get(), code);
        }
    }

    std::string path_;
    connection connection_;
};

std::optional<std::size_t> position(const table& in, std::string_view column_name) {
    const auto found =
        std::ranges::find(in.columns, lower(column_name), [](const column& one) { return lower(one.name); });
    return found == in.columns.end() ? std::nullopt
                                     : std::optional{static_cast<std::size_t>(found - in.columns.begin())};
}

void read_columns(const reader& from, table& into) {
    std::map<int, std::size_t> key_columns; // by their place in the key
    from.for_each("SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(?)",
                  into.name.name, [&](const row& each) {
                      constexpr int generated_virtual = 2;
                      constexpr int generated_stored = 3;
                      const int hidden = each.number(5);
                      column next{.name = each.text(0),
                                  .type = sqlite_type(each.text(1)),
                                  .nullable = each.number(2) == 0 && each.number(4) == 0,
                                  .default_expression = each.text(3)};
                      if (hidden == generated_virtual || hidden == generated_stored) {
                          // The declared type of a generated column ends in these words, and no PRAGMA has
                          // the rest.
                          const std::size_t words = lower(next.type.sql).find("generated always");
                          next.type.sql.erase(std::min(words, next.type.sql.size()));
                          next.generated_expression = hidden == generated_stored ? "stored" : "virtual";
                      }
                      if (next.type.of == kind::unsupported) {
                          next.type.of = kind::decimal; // NUMERIC affinity
                          into.notes.push_back(
                              {next.name, fmt::format("type {}", one_line(next.type.sql)),
                               "unknown to synth, taken as numeric by its affinity; describe the "
                               "column with a generator that fits"});
                      }
                      if (each.number(4) > 0) {
                          key_columns.emplace(each.number(4), into.columns.size());
                      }
                      into.columns.push_back(std::move(next));
                  });
    for (const auto& [place, index] : key_columns) {
        into.primary_key.columns.push_back(index);
    }
}

// How an index compares each of its parts: binary, nocase, rtrim or one that the application brings.
std::vector<std::string> collations_of(const reader& from, const std::string& index) {
    std::vector<std::string> result;
    from.for_each("SELECT coll FROM pragma_index_xinfo(?) WHERE key ORDER BY seqno", index,
                  [&](const row& part) { result.push_back(lower(part.text(0))); });
    return result;
}

// What is compared without case is unique in small letters.
std::string in_small_letters(const std::string& part) { return fmt::format("lower({})", part); }

// Its parts are in no PRAGMA but in the statement that made it.
unique_index index_of(const reader& from, const std::string& name, bool partial) {
    unique_index result{.name = name,
                        .text = fmt::format("{} unique index {}", partial ? "partial" : "expression", name)};
    const std::vector<std::string> collations = collations_of(from, name);
    from.for_each("SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ?", name,
                  [&](const row& each) {
                      const index_clauses clauses = clauses_of_index(each.text(0));
                      for (std::size_t at = 0; at < clauses.parts.size(); ++at) {
                          const std::string part = postgres_spelling(clauses.parts[at]);
                          const bool folded = at < collations.size() && collations[at] == "nocase";
                          result.parts.push_back(folded ? in_small_letters(part) : part);
                      }
                      result.predicate = postgres_spelling(clauses.predicate);
                  });
    return result;
}

// A key that SQLite compares otherwise than byte by byte.
void read_collations(const reader& from, table& into, const key& columns, const std::string& index,
                     const std::string& what) {
    unique_index without_case{.name = index, .text = fmt::format("{} without case", what)};
    bool folded = false;
    bool known = true;
    const std::vector<std::string> collations = collations_of(from, index);
    for (std::size_t at = 0; at < std::min(collations.size(), columns.columns.size()); ++at) {
        const std::string name = quoted_name(into.columns[columns.columns[at]].name);
        const bool here = collations[at] == "nocase";
        without_case.parts.push_back(here ? in_small_letters(name) : name);
        folded = folded || here;
        known = known && (here || collations[at] == "binary");
    }
    if (folded) {
        into.indexes.push_back(std::move(without_case));
    }
    if (!known) {
        into.notes.push_back({"", fmt::format("collation of {}", what),
                              "values are unique byte by byte; give the columns values that it tells apart"});
    }
}

void read_indexes(const reader& from, table& into, bool without_rowid) {
    struct index {
        std::string name;
        bool partial;
    };
    std::vector<index> unique;
    bool key_has_index = without_rowid;
    from.for_each("SELECT name, \"unique\", origin, partial FROM pragma_index_list(?)", into.name.name,
                  [&](const row& each) {
                      if (each.text(2) == "pk") {
                          key_has_index = true;
                          read_collations(from, into, into.primary_key, each.text(0), "primary key");
                      } else if (each.number(1) != 0) {
                          unique.push_back({each.text(0), each.number(3) != 0});
                      }
                  });
    for (const index& each : unique) {
        key columns;
        bool plain = !each.partial;
        from.for_each("SELECT cid FROM pragma_index_xinfo(?) WHERE key ORDER BY seqno", each.name,
                      [&](const row& part) {
                          plain = plain && part.number(0) >= 0;
                          columns.columns.push_back(plain ? static_cast<std::size_t>(part.number(0)) : 0);
                      });
        const bool generated = plain && std::ranges::any_of(columns.columns, [&](std::size_t column) {
                                   return !into.columns[column].generated_expression.empty();
                               });
        if (!plain || generated) {
            into.indexes.push_back(index_of(from, each.name, each.partial));
        }
        if (!plain) {
            continue;
        }
        read_collations(from, into, columns, each.name, fmt::format("unique index {}", each.name));
        into.unique.push_back(std::move(columns));
    }
    // A single INTEGER key without an index of its own is another name for the rowid.
    if (into.primary_key.columns.size() == 1 && !key_has_index) {
        column& only = into.columns[into.primary_key.columns.front()];
        only.identity = lower(only.type.sql) == "integer";
    }
}

void read_references(const reader& from, table& into) {
    int current = -1;
    std::vector<reference> references;
    from.for_each("SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list(?) ORDER BY id, seq",
                  into.name.name, [&](const row& each) {
                      if (each.number(0) != current) {
                          current = each.number(0);
                          references.push_back({.parent = {"main", each.text(1)}});
                      }
                      references.back().columns.push_back(position(into, each.text(2)).value_or(0));
                      if (const auto parent = each.maybe(3)) {
                          references.back().parent_columns.push_back(*parent);
                      }
                  });
    into.references = std::move(references);
}

void read_triggers(const reader& from, table& into) {
    from.for_each(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND lower(tbl_name) = lower(?)",
        into.name.name, [&](const row& each) {
            const std::string event = event_of_trigger(each.text(1));
            if (event.ends_with("insert")) {
                into.notes.push_back(
                    {"",
                     fmt::format("trigger {} on {} fires {} INSERT", each.text(0), into.name.name,
                                 event.starts_with("before") ? "BEFORE" : "AFTER"),
                     "it may change or refuse the rows that are loaded, unless the load has it off"});
            }
        });
}

// Names in SQLite do not mind case, and a reference without columns means the parent's primary key.
void resolve_references(catalog& database) {
    for (table& child : database.tables) {
        for (reference& each : child.references) {
            const auto parent = std::ranges::find(database.tables, lower(each.parent.name),
                                                  [](const table& one) { return lower(one.name.name); });
            if (parent == database.tables.end()) {
                continue;
            }
            each.parent = parent->name;
            if (each.parent_columns.empty()) {
                for (const std::size_t index : parent->primary_key.columns) {
                    each.parent_columns.push_back(parent->columns[index].name);
                }
            }
            for (std::string& name : each.parent_columns) {
                if (const auto found = position(*parent, name)) {
                    name = parent->columns[*found].name;
                }
            }
        }
    }
}

} // namespace

catalog read_sqlite(const std::string& path) {
    const reader from{path};
    catalog database{.from = engine::sqlite};
    struct entry {
        std::string name, kind, sql;
        bool without_rowid;
    };
    std::vector<entry> entries;
    from.for_each(
        "SELECT l.name, l.type, s.sql, l.wr FROM pragma_table_list AS l JOIN sqlite_schema AS s "
        "ON s.type = 'table' AND s.name = l.name WHERE l.schema = 'main' AND l.name NOT LIKE 'sqlite\\_%' "
        "ESCAPE '\\'",
        {}, [&](const row& each) {
            entries.push_back({each.text(0), each.text(1), each.text(2), each.number(3) != 0});
        });
    for (const entry& each : entries) {
        if (each.kind == "virtual") {
            database.notes.push_back(
                {each.name, "virtual table", "left out; fill it from its content table"});
        }
        if (each.kind != "table") {
            continue;
        }
        table next{.name = {"main", each.name}};
        read_columns(from, next);
        read_indexes(from, next, each.without_rowid);
        read_references(from, next);
        for (const check_clause& clause : check_clauses(each.sql)) {
            next.checks.push_back(
                {.name = clause.name,
                 .conditions = {postgres_spelling(clause.condition)},
                 .text = fmt::format("CHECK ({})", clause.condition),
                 .consequence = "rows may break it; give its columns generators that keep it"});
        }
        read_triggers(from, next);
        database.tables.push_back(std::move(next));
    }
    resolve_references(database);
    take_meant_types(database);
    normalise(database);
    return database;
}

} // namespace synth::introspect
