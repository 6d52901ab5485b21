// SPDX-License-Identifier: BSL-1.0
// Prints random schemas of PostgreSQL as SQL: `write FIRST COUNT`, each in a schema s<seed> of its own.
// Every one of them can be filled with some hundreds of rows a table, so that a refusal is a fault of synth.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

class dice { // Steele, Lea, Flood 2014
public:
    explicit dice(std::uint64_t seed) : state_(seed * 0xD1B54A32D192ED03U) {}
    std::size_t below(std::size_t bound) {
        std::uint64_t word = state_ += 0x9E3779B97F4A7C15U;
        word = (word ^ word >> 30U) * 0xBF58476D1CE4E5B9U;
        word = (word ^ word >> 27U) * 0x94D049BB133111EBU;
        return static_cast<std::size_t>((word ^ word >> 31U) % bound);
    }
    bool chance(std::size_t percent) { return below(100) < percent; }
    template<typename List>
    const auto& of(const List& list) {
        return list[below(list.size())];
    }

private:
    std::uint64_t state_;
};

// What SQL can be said of a column.
enum class kind : std::uint8_t { number, text, day, moment, truth, label, list, range, other };

struct column {
    std::string name; // quoted where SQL wants it
    std::string type;
    kind is{};
    bool nullable{};
    bool checked{};          // has a check of its own
    bool tied{};             // has one with another column
    std::size_t reference{}; // the number of the one it belongs to
    bool referring{};        // belongs to a reference
    std::size_t number{};    // of that reference, among the constraints
    std::string origin;      // where the values come from: equal ones may be shared
    std::string extra;       // GENERATED, DEFAULT
};

struct key {
    std::vector<std::size_t> columns;
};

struct table {
    std::string name;
    std::vector<column> columns;
    std::vector<key> keys; // without NULLs, which references may name
    std::vector<std::string> constraints;
    std::vector<std::string> after; // statements behind all tables
    std::string partition;
};

constexpr std::array<std::pair<const char*, kind>, 38> free_types{{
    {"smallint", kind::number},
    {"integer", kind::number},
    {"integer", kind::number},
    {"bigint", kind::number},
    {"numeric(10,2)", kind::number},
    {"numeric(7,0)", kind::number},
    {"double precision", kind::number},
    {"text", kind::text},
    {"text", kind::text},
    {"varchar(30)", kind::text},
    {"char(12)", kind::text},
    {"date", kind::day},
    {"date", kind::day},
    {"timestamp", kind::moment},
    {"timestamptz", kind::moment},
    {"boolean", kind::truth},
    {"boolean", kind::truth},
    {"mood", kind::label},
    {"mood", kind::label},
    {"integer[]", kind::list},
    {"text[]", kind::list},
    {"int4range", kind::range},
    {"daterange", kind::range},
    {"jsonb", kind::other},
    {"uuid", kind::other},
    {"interval", kind::other},
    {"inet", kind::other},
    {"time", kind::other},
    {"bytea", kind::other},
    {"mood[]", kind::list},
    {"numrange", kind::range},
    {"tstzrange", kind::range},
    {"money", kind::other},
    {"bit varying(9)", kind::other},
    {"xml", kind::other},
    {"macaddr", kind::other},
    {"point", kind::other},
    {"pair", kind::other},
}};

constexpr std::array<std::pair<const char*, kind>, 10> key_types{{
    {"integer", kind::number},
    {"bigint", kind::number},
    {"smallint", kind::number},
    {"text", kind::text},
    {"varchar(20)", kind::text},
    {"char(9)", kind::text},
    {"uuid", kind::other},
    {"date", kind::day},
    {"timestamp", kind::moment},
    {"numeric(9,0)", kind::number},
}};

constexpr std::array<std::string_view, 10> odd_names{"\"Select\"", "\"a b\"", "\"größe\"",  "\"x\"\"y\"",
                                                     "class",      "\"1st\"", "\"данные\"", "operator",
                                                     "\"C3\"",     "this"};

class random_schema {
public:
    explicit random_schema(std::uint64_t seed) : roll_(seed), scope_("s" + std::to_string(seed)) {
        tenants_ = roll_.chance(25);
        const std::size_t count = 2 + roll_.below(4);
        for (std::size_t index = 0; index < count; ++index) {
            add_table("t" + std::to_string(index));
        }
        for (std::size_t tries = 0; tries < 2; ++tries) {
            if (roll_.chance(25)) {
                close_cycle();
            }
        }
    }

    void print() const {
        std::printf("CREATE SCHEMA %s;\nSET search_path = %s, public;\n", scope_.c_str(), scope_.c_str());
        std::printf("CREATE TYPE mood AS ENUM ('sad', 'ok', 'very happy');\n");
        std::printf("CREATE TYPE pair AS (x integer, y text);\n");
        std::printf("CREATE DOMAIN price AS numeric(9,2) CHECK (VALUE >= 0);\n");
        std::printf("CREATE DOMAIN code AS text CHECK (VALUE ~ '^[A-Z]{3}-[0-9]{4}$');\n");
        for (const table& each : tables_) {
            std::printf("CREATE TABLE %s (\n", each.name.c_str());
            std::string body;
            for (const column& one : each.columns) {
                body += "    " + one.name + " " + one.type + (one.nullable ? "" : " NOT NULL") +
                        (one.extra.empty() ? "" : " " + one.extra) + ",\n";
            }
            for (const std::string& one : each.constraints) {
                body += "    " + one + ",\n";
            }
            body.erase(body.size() - 2, 1);
            std::printf("%s)%s;\n", body.c_str(), each.partition.c_str());
        }
        for (const table& each : tables_) {
            for (const std::string& one : each.after) {
                std::printf("%s;\n", one.c_str());
            }
        }
    }

private:
    // --- Tables, their keys and references.

    void add_table(std::string name) {
        tables_.emplace_back();
        table& made = tables_.back();
        made.name = std::move(name);
        const std::size_t references = tables_.size() == 1 ? 0 : roll_.below(4);
        const bool tenant = tenants_ && tables_.size() == 1;
        const bool of_tenant = tenants_ && !tenant && roll_.chance(85);
        const std::size_t way = tenant ? 0 : of_tenant ? 9 : roll_.below(10);
        if (way < 5) {
            add_own_key(made);
        }
        if (of_tenant) {
            add_tenant_key(made);
        }
        for (std::size_t index = 0; index < references; ++index) {
            add_reference(made, roll_.below(tables_.size() - 1));
        }
        const std::size_t columns = 1 + roll_.below(6);
        for (std::size_t index = 0; index < columns; ++index) {
            const auto& [type, is] = roll_.of(free_types);
            add_column(made, type, is, roll_.chance(35));
        }
        if (way >= 5 && way < 9) {
            add_joint_key(made);
        }
        add_team_rules(made);
        add_domains(made);
        add_own_checks(made);
        add_joint_checks(made);
        add_unique(made);
        add_self_reference(made);
        add_generated(made);
        add_exclusion(made);
        split(made);
    }

    // Partitions by the first column of the key, where there is one key alone.
    void split(table& owner) {
        bool alone = owner.keys.size() == 1 && owner.after.empty();
        for (const std::string& each : owner.constraints) {
            alone = alone && each.find("UNIQUE") == std::string::npos &&
                    each.find("EXCLUDE") == std::string::npos;
        }
        if (!alone || !roll_.chance(12)) {
            return;
        }
        const column& by = owner.columns[owner.keys[0].columns[0]];
        if (by.extra.find("IDENTITY") != std::string::npos) {
            return;
        }
        const bool integer = by.type == "integer" || by.type == "bigint";
        const auto add = [&](const std::string& number, const std::string& bounds) {
            owner.after.push_back("CREATE TABLE " + owner.name + "_" + number + " PARTITION OF " +
                                  owner.name + " " + bounds);
        };
        if (by.type == "mood") {
            owner.partition = " PARTITION BY LIST (" + by.name + ")";
            add("1", "FOR VALUES IN ('sad')");
            add("2", "FOR VALUES IN ('ok', 'very happy')");
        } else if (integer && roll_.chance(50)) {
            owner.partition = " PARTITION BY RANGE (" + by.name + ")";
            add("1", "FOR VALUES FROM (MINVALUE) TO (1000)");
            add("2", "FOR VALUES FROM (1000) TO (MAXVALUE)");
        } else if (by.type == "date") {
            owner.partition = " PARTITION BY RANGE (" + by.name + ")";
            add("1", "FOR VALUES FROM ('1990-01-01') TO ('2010-01-01')");
            add("2", "FOR VALUES FROM ('2010-01-01') TO ('2035-01-01')");
        } else {
            owner.partition = " PARTITION BY HASH (" + by.name + ")";
            add("1", "FOR VALUES WITH (MODULUS 2, REMAINDER 0)");
            add("2", "FOR VALUES WITH (MODULUS 2, REMAINDER 1)");
        }
    }

    std::size_t add_column(table& owner, std::string type, kind is, bool nullable) {
        const std::size_t place = owner.columns.size();
        column made;
        made.name = "c" + std::to_string(place);
        if (roll_.chance(8)) {
            made.name = roll_.of(odd_names);
            for (const column& other : owner.columns) {
                made.name = other.name == made.name ? "c" + std::to_string(place) : made.name;
            }
        }
        made.type = std::move(type);
        made.is = is;
        made.nullable = nullable;
        made.origin = owner.name + "." + made.name;
        owner.columns.push_back(made);
        return place;
    }

    static std::string names(const table& owner, const std::vector<std::size_t>& columns) {
        std::string text;
        for (const std::size_t each : columns) {
            text += (text.empty() ? "" : ", ") + owner.columns[each].name;
        }
        return text;
    }

    void add_own_key(table& owner) {
        const auto& [type, is] = roll_.of(key_types);
        const std::size_t place = add_column(owner, type, is, false);
        column& made = owner.columns[place];
        if (made.type == "integer" || made.type == "bigint") {
            const std::size_t way = roll_.below(4);
            made.extra = way == 0   ? "GENERATED ALWAYS AS IDENTITY"
                         : way == 1 ? "GENERATED BY DEFAULT AS IDENTITY"
                                    : "";
            made.checked = way < 2;
        }
        owner.constraints.push_back("PRIMARY KEY (" + made.name + ")");
        owner.keys.push_back({{place}});
    }

    // Every row belongs to a tenant, and so do the rows that it refers to.
    void add_tenant_key(table& owner) {
        const table& tenant = tables_[0];
        const column& named = tenant.columns[tenant.keys[0].columns[0]];
        const std::size_t place = add_column(owner, named.type, named.is, false);
        owner.columns[place].origin = named.origin;
        owner.columns[place].referring = true;
        const std::size_t id = add_column(owner, roll_.chance(70) ? "integer" : "uuid", kind::number, false);
        owner.columns[id].checked = true;
        owner.constraints.push_back("PRIMARY KEY (" + names(owner, {place, id}) + ")");
        owner.constraints.push_back("FOREIGN KEY (" + owner.columns[place].name + ") REFERENCES " +
                                    tenant.name);
        owner.keys.push_back({{place, id}});
    }

    // A key of what there is: references and narrow columns among them.
    void add_joint_key(table& owner) {
        std::vector<std::size_t> columns;
        for (std::size_t index = 0; index < owner.columns.size(); ++index) {
            if (owner.columns[index].referring && !owner.columns[index].nullable && columns.size() < 3) {
                columns.push_back(index);
            }
        }
        // One column that has room enough for all rows, as the others may come from few parents.
        columns.push_back(roll_.chance(50) ? add_column(owner, "integer", kind::number, false)
                                           : add_column(owner, "text", kind::text, false));
        if (roll_.chance(30)) {
            columns.insert(columns.begin(), add_column(owner, "mood", kind::label, false));
        }
        owner.constraints.push_back("PRIMARY KEY (" + names(owner, columns) + ")");
        owner.keys.push_back({columns});
    }

    void add_reference(table& owner, std::size_t parent_index) {
        const table& parent = tables_[parent_index];
        if (parent.keys.empty()) {
            return;
        }
        const key& target = roll_.of(parent.keys);
        const bool nullable = roll_.chance(30);
        std::vector<std::size_t> columns;
        std::vector<std::string> types;
        bool shares = false;
        for (const std::size_t each : target.columns) {
            const column& named = parent.columns[each];
            std::size_t place = owner.columns.size();
            // Columns that come from one column of one table may be the same, as tenants are.
            if (target.columns.size() > 1 && roll_.chance(tenants_ ? 95 : 60)) {
                for (std::size_t mine = 0; mine < owner.columns.size(); ++mine) {
                    const column& other = owner.columns[mine];
                    bool used = false;
                    for (const std::size_t taken : columns) {
                        used = used || taken == mine;
                    }
                    if (!used && other.referring && other.origin == named.origin && !other.nullable &&
                        named.referring && !shares) {
                        place = mine;
                    }
                }
            }
            shares = shares || place != owner.columns.size();
            if (place == owner.columns.size()) {
                add_column(owner, named.type, named.is, nullable);
                owner.columns[place].origin = named.origin;
                owner.columns[place].referring = true;
                owner.columns[place].number = owner.constraints.size();
            }
            columns.push_back(place);
        }
        std::string text = "FOREIGN KEY (" + names(owner, columns) + ") REFERENCES " + parent.name + " (" +
                           names(parent, target.columns) + ")";
        if (nullable && columns.size() > 1 && !shares && roll_.chance(30)) {
            text += " MATCH FULL";
        }
        if (roll_.chance(20)) {
            text += " ON DELETE CASCADE";
        }
        if (roll_.chance(15)) {
            text += " DEFERRABLE";
        }
        owner.constraints.push_back(std::move(text));
        if (!shares && !nullable && roll_.chance(12)) { // one to one
            owner.constraints.push_back("UNIQUE (" + names(owner, columns) + ")");
            owner.keys.push_back({columns});
        }
    }

    // Two references to one parent differ, or are a key together.
    void add_team_rules(table& owner) {
        std::map<std::string, std::size_t> seen;
        for (std::size_t place = 0; place < owner.columns.size(); ++place) {
            const column& one = owner.columns[place];
            if (!one.referring || one.nullable || one.origin.empty()) {
                continue;
            }
            const auto [before, added] = seen.emplace(one.origin, place);
            const column& home = owner.columns[before->second];
            // Within one reference only the parent could tell them apart; two that are one to one must not
            // meet.
            if (added || tenants_ || home.number == one.number || is_unique(owner, home.name) ||
                is_unique(owner, one.name)) {
                continue;
            }
            if (roll_.chance(40)) {
                owner.constraints.push_back("CHECK (" + home.name + " <> " + one.name + ")");
            } else if (roll_.chance(20)) {
                owner.constraints.push_back("UNIQUE (" + home.name + ", " + one.name + ")");
            }
            return;
        }
    }

    static bool is_unique(const table& owner, const std::string& name) {
        bool found = false;
        for (const std::string& each : owner.constraints) {
            found = found || each == "UNIQUE (" + name + ")";
        }
        return found;
    }

    void add_self_reference(table& owner) {
        if (owner.keys.empty() || owner.keys[0].columns.size() != 1 || !roll_.chance(20)) {
            return;
        }
        const column target = owner.columns[owner.keys[0].columns[0]];
        const std::size_t place = add_column(owner, target.type, target.is, true);
        owner.columns[place].referring = true;
        owner.constraints.push_back("FOREIGN KEY (" + owner.columns[place].name + ") REFERENCES " +
                                    owner.name + " (" + target.name + ")");
    }

    // A table refers to a later one.
    void close_cycle() {
        const std::size_t child = roll_.below(tables_.size());
        const std::size_t parent = roll_.below(tables_.size());
        if (child >= parent || tables_[parent].keys.empty()) {
            return;
        }
        const key target = roll_.of(tables_[parent].keys);
        const bool nullable = roll_.chance(60);
        table& owner = tables_[child];
        std::vector<std::size_t> columns;
        for (const std::size_t each : target.columns) {
            const column named = tables_[parent].columns[each];
            columns.push_back(add_column(owner, named.type, named.is, nullable));
            owner.columns.back().referring = true;
        }
        owner.after.push_back("ALTER TABLE " + owner.name + " ADD FOREIGN KEY (" + names(owner, columns) +
                              ") REFERENCES " + tables_[parent].name + " (" +
                              names(tables_[parent], target.columns) + ")" +
                              (nullable ? "" : " DEFERRABLE INITIALLY DEFERRED"));
    }

    // --- Checks. Each leaves some hundreds of values, as a key may stand on its column.

    static bool is_free(const column& one) { return !one.checked && !one.referring && one.extra.empty(); }

    void add_domains(table& owner) {
        if (roll_.chance(20)) {
            owner.columns[add_column(owner, "price", kind::other, roll_.chance(30))].checked = true;
        }
        if (roll_.chance(20)) {
            const std::size_t place = add_column(owner, "code", kind::other, false);
            owner.columns[place].checked = true;
            if (roll_.chance(50)) {
                owner.constraints.push_back("UNIQUE (" + owner.columns[place].name + ")");
                owner.keys.push_back({{place}});
            }
        }
    }

    std::string own_check(const column& one) {
        const std::string& c = one.name;
        switch (one.is) {
        case kind::number: {
            const std::array<std::string, 9> checks{c + " > 0",
                                                    c + " >= -5000 AND " + c + " < 5000",
                                                    c + " BETWEEN 1 AND 9000",
                                                    "NOT (" + c + " < 100)",
                                                    c + " <> 0",
                                                    "(" + c + " > 10) IS TRUE OR " + c + " = -1",
                                                    "abs(" + c + ") < 8000",
                                                    c + " % 3 = 0",
                                                    c + " * 2 + 1 < 9000"};
            return checks[roll_.below(one.type == "double precision" ? 7 : 9)];
        }
        case kind::text: {
            const std::array<std::string, 8> checks{c + " <> ''",
                                                    "length(" + c + ") BETWEEN 3 AND 9",
                                                    "char_length(" + c + ") <= 9",
                                                    c + " ~ '^[A-Z]{2}[0-9]{4}'",
                                                    c + " LIKE 'x%'",
                                                    c + " = lower(" + c + ")",
                                                    "btrim(" + c + ") <> ''",
                                                    c + " !~ '[[:space:]]'"};
            return checks[one.type == "char(12)" || one.type == "char(9)" ? (roll_.chance(50) ? 0 : 3)
                                                                          : roll_.below(checks.size())];
        }
        case kind::day: {
            const std::array<std::string, 6> checks{c + " >= '2001-01-01'",
                                                    c + " BETWEEN DATE '1990-06-01' AND DATE '2029-12-31'",
                                                    "EXTRACT(dow FROM " + c + ") BETWEEN 1 AND 5",
                                                    "EXTRACT(year FROM " + c + ") >= 1995",
                                                    "EXTRACT(month FROM " + c + ") <> 2",
                                                    c + " < '2030-01-01'::date"};
            return roll_.of(checks);
        }
        case kind::moment: {
            const std::array<std::string, 4> checks{c + " > '2001-01-01 12:00:00'", c + " < '2031-01-01'",
                                                    c + " >= '1999-12-31' AND " + c + " <= '2030-01-01'",
                                                    one.type == "timestamp"
                                                        ? "date_trunc('hour', " + c + ") = " + c
                                                        : c + " IS DISTINCT FROM '2000-01-01'"};
            return roll_.of(checks);
        }
        case kind::list: {
            const std::array<std::string, 3> checks{"cardinality(" + c + ") <= 4",
                                                    "array_length(" + c + ", 1) >= 1",
                                                    "array_position(" + c + ", NULL) IS NULL"};
            return roll_.of(checks);
        }
        case kind::range: {
            const std::array<std::string, 3> checks{"NOT isempty(" + c + ")", "NOT lower_inf(" + c + ")",
                                                    "upper(" + c + ") IS NOT NULL"};
            return roll_.of(checks);
        }
        case kind::label:
            return c + " <> 'sad'";
        case kind::truth:
        case kind::other:
            break;
        }
        return c + " IS NULL OR " + c + " = " + c;
    }

    void add_own_checks(table& owner) {
        for (column& one : owner.columns) {
            if (is_free(one) && one.is != kind::truth && one.is != kind::other && roll_.chance(35)) {
                owner.constraints.push_back("CHECK (" + own_check(one) + ")");
                one.checked = true;
            }
        }
    }

    // Two columns of a kind that no other joint check ties.
    bool find_pair(const table& owner, std::size_t& left, std::size_t& right, bool same_kind, bool nullable) {
        const std::size_t count = owner.columns.size();
        for (std::size_t tries = 0; tries < 20; ++tries) {
            left = roll_.below(count);
            right = roll_.below(count);
            const column& one = owner.columns[left];
            const column& two = owner.columns[right];
            if (left != right && !one.tied && !two.tied && !one.referring && !two.referring &&
                one.extra.empty() && two.extra.empty() &&
                (!same_kind || (one.type == two.type && !one.checked && !two.checked)) &&
                (!nullable || (one.nullable && two.nullable))) {
                return true;
            }
        }
        return false;
    }

    void add_joint_checks(table& owner) {
        std::size_t left = 0;
        std::size_t right = 0;
        if (roll_.chance(40) && find_pair(owner, left, right, true, false)) {
            const std::string a = owner.columns[left].name;
            const std::string b = owner.columns[right].name;
            const kind is = owner.columns[left].is;
            std::string text;
            if (is == kind::number) {
                const std::array<std::string, 6> checks{
                    a + " <= " + b,     a + " < " + b,
                    a + " <> " + b,     a + " + " + b + " <= 1000",
                    b + " >= 2 * " + a, b + " - " + a + " BETWEEN 0 AND 500"};
                text = roll_.of(checks);
            } else if (is == kind::day || is == kind::moment) {
                const std::array<std::string, 4> checks{a + " <= " + b, b + " > " + a,
                                                        b + " IS NULL OR " + a + " < " + b,
                                                        b + " < " + a + " + interval '30 days'"};
                text = roll_.of(checks);
            } else if (is == kind::text || is == kind::label) {
                text = a + " <> " + b;
            }
            if (!text.empty()) {
                owner.constraints.push_back("CHECK (" + text + ")");
                if (roll_.chance(20)) {
                    owner.constraints.push_back("UNIQUE (" + a + ", " + b + ")");
                }
                owner.columns[left].tied = owner.columns[right].tied = true;
            }
        }
        if (roll_.chance(40) && find_pair(owner, left, right, false, true)) {
            const std::string a = owner.columns[left].name;
            const std::string b = owner.columns[right].name;
            const std::array<std::string, 5> checks{
                "(" + a + " IS NULL) = (" + b + " IS NULL)", "num_nonnulls(" + a + ", " + b + ") = 1",
                a + " IS NOT NULL OR " + b + " IS NOT NULL", a + " IS NULL OR " + b + " IS NOT NULL",
                "NOT (" + a + " IS NOT NULL AND " + b + " IS NOT NULL)"};
            owner.constraints.push_back("CHECK (" + roll_.of(checks) + ")");
            owner.columns[left].tied = owner.columns[right].tied = true;
        }
        for (std::size_t place = 0; place < owner.columns.size() && roll_.chance(40); ++place) {
            column& flag = owner.columns[place];
            if ((flag.is != kind::truth && flag.is != kind::label) || flag.tied || flag.checked ||
                flag.referring) {
                continue;
            }
            for (column& other : owner.columns) {
                if (other.nullable && !other.tied && !other.referring && &other != &flag &&
                    other.extra.empty()) {
                    const std::string when = flag.is == kind::truth ? flag.name : flag.name + " = 'ok'";
                    owner.constraints.push_back(
                        roll_.chance(50)
                            ? "CHECK (NOT (" + when + ") OR " + other.name + " IS NOT NULL)"
                            : "CHECK (CASE WHEN " + when + " THEN " + other.name + " IS NULL ELSE true END)");
                    flag.tied = other.tied = true;
                    break;
                }
            }
        }
    }

    // --- Keys besides the first.

    void add_unique(table& owner) {
        for (std::size_t place = 0; place < owner.columns.size(); ++place) {
            const column& one = owner.columns[place];
            const bool wide = one.is == kind::number || one.is == kind::text || one.is == kind::moment ||
                              one.type == "uuid" || one.type == "inet";
            if (!wide || one.referring || !one.extra.empty() || !roll_.chance(one.tied ? 30 : 15)) {
                continue;
            }
            if (one.tied) { // to a column that may be a key as well
                owner.constraints.push_back("UNIQUE (" + one.name + ")");
                continue;
            }
            const std::string index = "CREATE UNIQUE INDEX ON " + owner.name + " (";
            const std::size_t way = roll_.below(6);
            if (way == 0 && one.is == kind::text) {
                owner.after.push_back(index + "lower(" + one.name + "))");
            } else if (way == 1 && one.nullable) {
                owner.constraints.push_back("UNIQUE NULLS NOT DISTINCT (" + one.name + ")");
            } else if (way == 2) {
                owner.after.push_back(index + one.name + ") WHERE " + one.name + " IS NOT NULL");
            } else if (way == 3) {
                std::size_t flag = 0;
                while (flag < owner.columns.size() && owner.columns[flag].is != kind::truth) {
                    ++flag;
                }
                if (flag < owner.columns.size()) {
                    owner.after.push_back(index + one.name + ") WHERE " + owner.columns[flag].name);
                }
            } else if (way == 4) {
                std::size_t other = 0;
                while (other < owner.columns.size() && !owner.columns[other].referring) {
                    ++other;
                }
                if (other < owner.columns.size()) {
                    owner.constraints.push_back("UNIQUE (" + owner.columns[other].name + ", " + one.name +
                                                ")");
                }
            } else {
                owner.constraints.push_back("UNIQUE (" + one.name + ")");
                if (!one.nullable) {
                    owner.keys.push_back({{place}});
                }
            }
        }
    }

    void add_generated(table& owner) {
        for (std::size_t place = 0; place < owner.columns.size(); ++place) {
            const column one = owner.columns[place];
            if (!one.extra.empty() || !roll_.chance(6)) {
                continue;
            }
            if (one.is == kind::text) {
                owner.columns[add_column(owner, "text", kind::text, true)].extra =
                    "GENERATED ALWAYS AS (upper(" + one.name + ")) STORED";
            } else if (one.type == "integer" || one.type == "smallint") {
                owner.columns[add_column(owner, "bigint", kind::number, true)].extra =
                    "GENERATED ALWAYS AS (" + one.name + "::bigint * 2) STORED";
            }
        }
    }

    void add_exclusion(table& owner) {
        if (!roll_.chance(10)) {
            return;
        }
        const bool days = roll_.chance(50);
        const std::size_t place = add_column(owner, days ? "daterange" : "int4range", kind::range, false);
        const std::string range = owner.columns[place].name + " WITH &&";
        std::string group;
        for (const column& one : owner.columns) {
            if (one.referring && !one.nullable && (one.type == "integer" || one.type == "bigint") &&
                roll_.chance(60)) {
                group = one.name + " WITH =, ";
                break;
            }
        }
        owner.constraints.push_back("EXCLUDE USING gist (" + group + range + ")");
    }

    dice roll_;
    std::string scope_;
    bool tenants_{}; // most keys begin with a column of the first table
    std::vector<table> tables_;
};

} // namespace

int main(int argc, char** argv) {
    if (argc != 3) {
        std::fprintf(stderr, "use: write FIRST COUNT\n");
        return 2;
    }
    const std::uint64_t first = std::strtoull(argv[1], nullptr, 10);
    const std::uint64_t count = std::strtoull(argv[2], nullptr, 10);
    std::printf("CREATE EXTENSION btree_gist;\n");
    for (std::uint64_t seed = first; seed < first + count; ++seed) {
        random_schema{seed}.print();
    }
}
