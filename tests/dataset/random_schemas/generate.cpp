// SPDX-License-Identifier: BSL-1.0
// Prints a C++ program that checks the properties of random schemas: `generate SEED COUNT`.
// Schemas are types, so they are made here and compiled by the build.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

class dice { // Steele, Lea, Flood 2014
public:
    explicit dice(std::uint64_t seed) : state_(seed) {}
    std::size_t below(std::size_t bound) {
        std::uint64_t word = state_ += 0x9E3779B97F4A7C15U;
        word = (word ^ word >> 30U) * 0xBF58476D1CE4E5B9U;
        word = (word ^ word >> 27U) * 0x94D049BB133111EBU;
        return static_cast<std::size_t>((word ^ word >> 31U) % bound);
    }
    bool chance(std::size_t percent) { return below(100) < percent; }

private:
    std::uint64_t state_;
};

struct column {
    std::string type;
    bool nullable{};
    std::string options; // of synth::column
    std::string origin;  // the column that made the value first: equal ones may be shared
};

struct key {
    std::vector<std::size_t> columns;
    bool primary{};
};

struct reference {
    std::size_t parent{};
    std::vector<std::size_t> columns;
    std::vector<std::size_t> parent_columns;
    std::string law;
};

struct table {
    std::vector<column> columns;
    std::vector<key> keys;
    std::vector<reference> references;
    std::vector<std::string> checks;
    std::size_t rows{};
};

class random_schema {
public:
    random_schema(dice& roll, std::string scope) : roll_(roll), scope_(std::move(scope)) {
        const std::size_t tables = 3 + roll_.below(4);
        for (std::size_t index = 0; index < tables; ++index) {
            add_table();
        }
        while (roll_.chance(40)) {
            close_cycle();
        }
    }

    void print() const {
        std::printf("namespace %s {\n", scope_.c_str());
        for (std::size_t index = 0; index < tables_.size(); ++index) {
            std::printf("struct t%zu {\n", index);
            for (std::size_t at = 0; at < tables_[index].columns.size(); ++at) {
                const column& each = tables_[index].columns[at];
                std::printf(each.nullable ? "    std::optional<%s> c%zu{};\n" : "    %s c%zu{};\n",
                            each.type.c_str(), at);
            }
            std::printf("};\n");
        }
        std::printf("} // namespace %s\n", scope_.c_str());
        for (std::size_t index = 0; index < tables_.size(); ++index) {
            print_description(index);
        }
        print_check();
    }

private:
    [[nodiscard]] std::string member(std::size_t table, std::size_t column) const {
        return "&" + scope_ + "::t" + std::to_string(table) + "::c" + std::to_string(column);
    }

    [[nodiscard]] std::string members(std::size_t table, const std::vector<std::size_t>& columns) const {
        std::string text;
        for (const std::size_t each : columns) {
            text += (text.empty() ? "" : ", ") + member(table, each);
        }
        return text;
    }

    void print_description(std::size_t index) const {
        const table& entry = tables_[index];
        const char* const hostile[] = {"select", "a \\\"b\\\"", "semi;colon, comma", "ta\\tb", "Größe", "x.y",
                                       "'"};
        std::string text = "synth::named(\"" + std::string{hostile[index % 7]} + "\")";
        if (index % 3 == 1) {
            text += ", synth::in_schema(\"other schema\")";
        }
        for (const key& each : entry.keys) {
            text += std::string{",\n    synth::"} + (each.primary ? "primary_key<" : "unique<") +
                    members(index, each.columns) + ">()";
        }
        for (const reference& each : entry.references) {
            text += ",\n    synth::references<synth::columns<" + members(index, each.columns) +
                    ">, synth::columns<" + members(each.parent, each.parent_columns) + ">>(" + each.law + ")";
        }
        for (std::size_t child = 0; child < tables_.size(); ++child) {
            for (const reference& each : tables_[child].references) {
                if (each.parent == index) {
                    text += ",\n    synth::referenced<" + members(index, each.parent_columns) + ">()";
                }
            }
        }
        for (const std::string& each : entry.checks) {
            text += ",\n    " + each;
        }
        for (std::size_t at = 0; at < entry.columns.size(); ++at) {
            if (!entry.columns[at].options.empty()) {
                text += ",\n    synth::column<" + member(index, at) + ">(" + entry.columns[at].options + ")";
            }
        }
        std::printf("template<>\ninline constexpr auto synth::table<%s::t%zu> = synth::describe<%s::t%zu>(\n"
                    "    %s);\n",
                    scope_.c_str(), index, scope_.c_str(), index, text.c_str());
    }

    void print_check() const {
        std::string rows;
        std::string all;
        std::string all_members;
        for (std::size_t index = 0; index < tables_.size(); ++index) {
            rows += (index == 0 ? "" : ", ") + std::to_string(tables_[index].rows);
            all += (index == 0 ? "" : ", ") + scope_ + "::t" + std::to_string(index);
            for (std::size_t at = 0; at < tables_[index].columns.size(); at += 1 + at / 2) {
                all_members += (all_members.empty() ? "" : ", ") + member(index, at);
            }
        }
        std::printf("inline void check_%s(random_schemas::tally& all) {\n"
                    "    random_schemas::check<synth::schema<%s>,\n        %s>(all, \"%s\", {%s});\n}\n\n",
                    scope_.c_str(), all.c_str(), all_members.c_str(), scope_.c_str(), rows.c_str());
    }

    std::string plain_type() {
        static const char* const types[] = {"bool",
                                            "std::int16_t",
                                            "std::int32_t",
                                            "std::int64_t",
                                            "float",
                                            "double",
                                            "synth::decimal<12, 2>",
                                            "std::string",
                                            "synth::bytes",
                                            "synth::date",
                                            "synth::time_of_day",
                                            "synth::time_of_day_tz",
                                            "synth::timestamp",
                                            "synth::timestamp_tz",
                                            "synth::interval",
                                            "synth::uuid",
                                            "synth::json",
                                            "synth::jsonb",
                                            "synth::inet",
                                            "synth::cidr",
                                            "synth::macaddr",
                                            "synth::macaddr8",
                                            "synth::bit_string",
                                            "random_schemas::mood",
                                            "std::vector<std::int32_t>"};
        return types[roll_.below(sizeof types / sizeof *types)];
    }

    std::string key_type() {
        static const char* const types[] = {
            "std::int32_t", "std::int64_t",         "std::int64_t",     "std::string",  "synth::uuid",
            "synth::date",  "synth::decimal<9, 0>", "synth::timestamp", "std::int16_t", "synth::macaddr"};
        return types[roll_.below(sizeof types / sizeof *types)];
    }

    // A column of few values, for keys that need several columns.
    column narrow() {
        switch (roll_.below(5)) {
        case 0:
            return {"bool", false, {}, {}};
        case 1:
            return {"random_schemas::mood", false, {}, {}};
        case 2:
            return {"std::string", false, "synth::fixed_length(1)", {}};
        case 3:
            return {"std::string", false, "synth::max_length(2)", {}};
        default:
            return {roll_.chance(50) ? "std::int16_t" : "synth::date", false, {}, {}};
        }
    }

    // A reference of an earlier table to a later one: to a new column, or sharing columns of one origin.
    void close_cycle() {
        const std::size_t from = roll_.below(tables_.size());
        const std::size_t to = roll_.below(tables_.size());
        if (from >= to || tables_[to].keys.empty()) {
            return;
        }
        refer(tables_[from], to, roll_.chance(50), roll_.chance(70));
    }

    std::size_t add_column(table& to, column next) {
        if (next.origin.empty()) {
            next.origin = std::to_string(tables_.size()) + "." + std::to_string(to.columns.size());
        }
        to.columns.push_back(std::move(next));
        return to.columns.size() - 1;
    }

    // Length limits go with the column; generators do not.
    static std::string limit_of(const column& behind) {
        return behind.options.find("_length(") != std::string::npos ? behind.options : "";
    }

    // A reference to a key of an earlier table; columns with one origin are shared where the dice say so.
    reference& refer(table& from, std::size_t parent, bool may_share, bool may_be_null) {
        const table& entry = tables_[parent];
        const key& target = entry.keys[roll_.chance(70) ? 0 : roll_.below(entry.keys.size())];
        reference next{parent, {}, target.columns, {}};
        const bool nullable = may_be_null && roll_.chance(40);
        const bool share = may_share && roll_.chance(75);
        for (const std::size_t each : target.columns) {
            const column& behind = entry.columns[each];
            std::size_t found = from.columns.size();
            for (std::size_t at = 0; at < from.columns.size() && share; ++at) {
                bool taken = false;
                for (const std::size_t used : next.columns) {
                    taken = taken || used == at;
                }
                if (from.columns[at].origin == behind.origin && !taken) {
                    found = at;
                }
            }
            if (found == from.columns.size()) {
                const bool narrow = behind.type == "std::int64_t" && roll_.chance(3);
                found = add_column(
                    from, {narrow ? "std::int32_t" : behind.type, nullable, limit_of(behind), behind.origin});
            }
            next.columns.push_back(found);
        }
        from.references.push_back(next);
        return from.references.back();
    }

    static bool has_null(const table& from, const reference& one) {
        bool found = false;
        for (const std::size_t each : one.columns) {
            found = found || from.columns[each].nullable;
        }
        return found;
    }

    // Whether the last reference of a table has a column that an earlier one has, too.
    static bool shares(const table& from) {
        bool found = false;
        for (std::size_t other = 0; other + 1 < from.references.size(); ++other) {
            for (const std::size_t each : from.references[other].columns) {
                for (const std::size_t last : from.references.back().columns) {
                    found = found || each == last;
                }
            }
        }
        return found;
    }

    static void add_to_key(table& of, const std::vector<std::size_t>& columns) {
        for (const std::size_t each : columns) {
            bool known = false;
            for (const std::size_t other : of.keys.back().columns) {
                known = known || other == each;
            }
            if (!known) {
                of.keys.back().columns.push_back(each);
            }
        }
    }

    std::size_t some_parent(bool with_key) {
        for (std::size_t attempt = 0; attempt < 20; ++attempt) {
            const std::size_t index = tables_.size() - 1 - roll_.below(tables_.size());
            if (!with_key || !tables_[index].keys.empty()) {
                return index;
            }
        }
        return 0;
    }

    void add_table() {
        table next;
        const std::size_t kind = tables_.empty() ? roll_.below(2) : roll_.below(15);
        next.rows = 2 + roll_.below(6);
        const bool limited = kind == 5 || kind == 6 || kind > 8; // its parents or its columns limit its rows
        const auto at_least = [&](std::size_t parent, std::size_t times) {
            if (!limited && next.rows < tables_[parent].rows * times) {
                next.rows = tables_[parent].rows * times + roll_.below(3);
            }
        };
        if (kind <= 1) {
            next.keys.push_back({{add_column(next, {key_type(), false, {}, {}})}, true});
        } else if (kind <= 4) { // (parent, number)
            const std::size_t parent = some_parent(true);
            reference& owner = refer(next, parent, false, false);
            next.keys.push_back({owner.columns, true});
            if (roll_.chance(25)) {
                constexpr std::array<const char*, 3> laws{
                    "synth::children_between(1, 4)", "synth::children_histogram({{1, 3}, {2, 1}, {4, 1}})",
                    "synth::children_geometric(1)"};
                owner.law = laws[tables_.size() % laws.size()];
            }
            next.keys.back().columns.push_back(
                add_column(next, {roll_.chance(80) ? "std::int32_t" : key_type(), false, {}, {}}));
            at_least(parent, 2);
        } else if (kind == 5) { // pairs
            const std::size_t left = some_parent(true);
            const std::size_t right = some_parent(true);
            next.keys.push_back({refer(next, left, false, false).columns, true});
            add_to_key(next, refer(next, right, true, false).columns);
            next.rows = 1 + (tables_[left].rows - 1) * (1 + roll_.below(2)) / 2;
        } else if (kind == 6) { // one to one
            const std::size_t parent = some_parent(true);
            next.keys.push_back({refer(next, parent, false, false).columns, true});
            next.rows = 1 + roll_.below(tables_[parent].rows);
        } else if (kind == 7) { // a key of its own, and two parents that may have an ancestor in common
            next.keys.push_back({{add_column(next, {"std::int64_t", false, {}, {}})}, true});
            refer(next, some_parent(true), false, true);
            refer(next, some_parent(true), true, true);
            next.rows = 20 + roll_.below(20);
        } else if (kind == 9 || kind == 10) { // (parent, narrow), at times with a second parent
            const std::size_t parent = some_parent(true);
            next.keys.push_back({refer(next, parent, false, false).columns, roll_.chance(70)});
            if (kind == 10) {
                add_to_key(next, refer(next, some_parent(true), roll_.chance(50), false).columns);
            }
            for (std::size_t more = 1 + roll_.below(2); more > 0; --more) {
                next.keys[0].columns.push_back(add_column(next, narrow()));
            }
            next.rows = tables_[parent].rows + roll_.below(tables_[parent].rows + 1);
        } else if (kind == 11) { // narrow columns alone
            next.keys.push_back({{}, true});
            for (std::size_t more = 2 + roll_.below(2); more > 0; --more) {
                next.keys[0].columns.push_back(add_column(next, narrow()));
            }
            next.rows = 3 + roll_.below(4);
        } else if (kind == 12) { // two pairs of references
            const std::size_t parent = some_parent(true);
            for (const bool primary : {true, false}) {
                next.keys.push_back({refer(next, parent, false, false).columns, primary});
                add_to_key(next, refer(next, some_parent(true), roll_.chance(30), !primary).columns);
            }
            next.rows = 1 + roll_.below(2 * tables_[parent].rows);
        } else if (kind == 13) {
            add_subtype(next);
        } else if (kind != 14 || !add_pair_in_group(next)) {
            next.rows = 10 + roll_.below(20);
        }
        if (!tables_.empty() && kind < 13 && roll_.chance(50)) {
            const std::size_t parent = some_parent(true);
            reference& more = refer(next, parent, true, true);
            const char* const laws[] = {"", "synth::zipf(1.1)", "synth::weighted_law(2, 1)",
                                        "synth::nulls(0.3)"};
            const std::size_t law = roll_.below(4);
            // A law where another reference decides, or NULL where there is none, does not compile.
            more.law = law == 3 ? (has_null(next, more) ? laws[3] : "") : (shares(next) ? "" : laws[law]);
            at_least(parent, 1);
        }
        if (!next.keys.empty() && next.keys[0].columns.size() == 1 && next.references.empty() &&
            roll_.chance(30)) { // a forest
            const column& own = next.columns[next.keys[0].columns[0]];
            const bool roots = roll_.chance(70);
            const std::string type = own.type;
            next.references.push_back(
                {tables_.size(), {add_column(next, {type, roots, {}, {}})}, next.keys[0].columns, {}});
            if (roll_.chance(30)) { // a list
                next.keys.push_back({next.references.back().columns, false});
            }
        } else if (!next.keys.empty() && next.keys[0].columns.size() > 1 && roll_.chance(25)) {
            // a forest that shares all columns of the key but the last
            reference below{tables_.size(), next.keys[0].columns, next.keys[0].columns, {}};
            const std::string type = next.columns[below.columns.back()].type;
            const std::string options = next.columns[below.columns.back()].options;
            below.columns.back() = add_column(next, {type, roll_.chance(70), options, {}});
            next.references.push_back(below);
        }
        if (roll_.chance(35)) {
            const std::string type = key_type();
            const std::string limit = type == "std::string" ? "synth::max_length(9)" : "";
            next.keys.push_back({{add_column(next, {type, roll_.chance(40), limit, {}})}, false});
        }
        if (next.keys.empty() && roll_.chance(50)) { // only free columns
            next.keys.push_back({{add_column(next, {plain_key(), false, {}, {}}),
                                  add_column(next, {key_type(), false, {}, {}})},
                                 true});
        }
        for (std::size_t more = 1 + roll_.below(4); more > 0; --more) {
            const std::string type = plain_type();
            std::string options;
            if (type == "std::string" && roll_.chance(50)) {
                options = "synth::max_length(5)";
            } else if (type == "std::int32_t" && roll_.chance(50)) {
                options = "synth::uniform(1, 9)";
            }
            add_column(next, {type, roll_.chance(40), options, {}});
        }
        tables_.push_back(std::move(next));
    }

    [[nodiscard]] std::string value_of(std::size_t column) const {
        return "synth::value<" + member(tables_.size(), column) + ">";
    }

    // A subtype: the parent gets a key of its own key and its kind, and the child is of one kind, or of two.
    void add_subtype(table& next) {
        const std::size_t parent = some_parent(true);
        table& above = tables_[parent];
        std::size_t kind = above.columns.size();
        for (std::size_t at = 0; at < above.columns.size(); ++at) {
            bool taken = false;
            for (const key& each : above.keys) {
                for (const std::size_t column : each.columns) {
                    taken = taken || column == at;
                }
            }
            const column& each = above.columns[at];
            if (each.type == "random_schemas::mood" && !each.nullable && !taken) {
                kind = at;
            }
        }
        if (kind == above.columns.size()) {
            above.columns.push_back({"random_schemas::mood", false, {}, std::to_string(parent) + ".kind"});
        }
        above.keys.push_back(above.keys[0]);
        above.keys.back().primary = false;
        above.keys.back().columns.push_back(kind);
        reference own{parent, {}, above.keys.back().columns, {}};
        for (const std::size_t each : above.keys.back().columns) {
            const column& behind = above.columns[each];
            own.columns.push_back(add_column(next, {behind.type, false, limit_of(behind), behind.origin}));
        }
        const std::string last = value_of(own.columns.back());
        next.checks.push_back(
            "synth::check(\"kind\", " + last +
            (roll_.chance(60) ? " == random_schemas::mood::ok)" : " != random_schemas::mood::sad)"));
        next.rows = 1 + roll_.below(3);
        if (roll_.chance(60)) { // else any number of rows of a parent
            next.keys.push_back({own.columns, true});
            next.keys.back().columns.pop_back();
            next.rows = 1 + above.rows / 6;
        }
        next.references.push_back(own);
    }

    // A pair of rows of one table that share all of its key but the last column, each of them once or twice.
    bool add_pair_in_group(table& next) {
        for (std::size_t attempt = 0; attempt < 20; ++attempt) {
            const std::size_t parent = some_parent(true);
            const std::vector<std::size_t> target = tables_[parent].keys[0].columns;
            if (target.size() < 2) {
                continue;
            }
            const reference& one = refer(next, parent, false, false);
            if (one.parent_columns != target) {
                return true;
            }
            reference other = one;
            const column& behind = tables_[parent].columns[target.back()];
            other.columns.back() = add_column(next, {behind.type, false, limit_of(behind), behind.origin});
            next.keys.push_back({next.references.back().columns, true});
            next.keys.back().columns.push_back(other.columns.back());
            next.checks.push_back("synth::check(\"pair\", " +
                                  value_of(next.references.back().columns.back()) +
                                  (roll_.chance(50) ? " != " : " < ") + value_of(other.columns.back()) + ")");
            next.references.push_back(other);
            next.rows = 1 + roll_.below(tables_[parent].rows);
            return true;
        }
        return false;
    }

    std::string plain_key() { return roll_.chance(50) ? "bool" : "std::string"; }

    dice& roll_;
    std::string scope_;
    std::vector<table> tables_;
};

} // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::fputs("usage: generate SEED COUNT\n", stderr);
        return 2;
    }
    const std::uint64_t seed = std::strtoull(arguments[1], nullptr, 10);
    const std::size_t schemas = std::strtoull(arguments[2], nullptr, 10);
    std::printf("// Generated by tests/dataset/random_schemas/generate.cpp %s %s\n"
                "#include \"check.hpp\"\n\n",
                arguments[1], arguments[2]);
    dice roll{seed};
    for (std::size_t index = 0; index < schemas; ++index) {
        random_schema{roll, "s" + std::to_string(index)}.print();
    }
    std::printf("int main() {\n    random_schemas::tally all;\n");
    for (std::size_t index = 0; index < schemas; ++index) {
        std::printf("    check_s%zu(all);\n", index);
    }
    std::printf("    return all.report();\n}\n");
    return 0;
}
