// SPDX-License-Identifier: BSL-1.0
#include "model.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "cpp_type.hpp"
#include "derivable.hpp"
#include "names.hpp"
#include "selection.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

class maker {
public:
    maker(const catalog& database, const std::string& name_space)
        : database_(database), name_space_(name_space) {}

    [[nodiscard]] model make() {
        for (const note& each : database_.notes) {
            std::vector<std::string> nowhere;
            warn(nowhere, one_line(each.column), each.text, each.consequence);
        }
        for (const table& each : database_.tables) {
            add_row(each);
        }
        add_enumerations();
        name_everything();
        for (row_struct& each : result_.rows) {
            add_columns(each);
            add_keys(each);
        }
        for (row_struct& each : result_.rows) {
            add_references(each);
        }
        return std::move(result_);
    }

private:
    void warn(std::vector<std::string>& notes, const std::string& where, const std::string& what,
              const std::string& consequence) {
        not_represented(result_, notes, where, what, consequence);
    }

    static std::string display_column(const table& of, std::string_view column_name) {
        return display(of.name) + "." + one_line(column_name);
    }

    static bool is_left_out(const column& one) {
        return !one.generated_expression.empty() ||
               (one.type.of == kind::unsupported && (one.nullable || !one.default_expression.empty()));
    }

    void add_row(const table& source) {
        if (std::ranges::all_of(source.columns, is_left_out)) {
            std::vector<std::string> nowhere;
            warn(nowhere, display(source.name), "no column that can be represented", "the table is left out");
            return;
        }
        result_.rows.push_back({.source = &source});
    }

    void add_enumerations() {
        std::set<qualified_name> used;
        for (const row_struct& row : result_.rows) {
            for (const column& each : row.source->columns) {
                if (each.type.of == kind::enumeration && !is_left_out(each)) {
                    used.insert(each.type.enumeration);
                }
            }
        }
        for (const enumeration& each : database_.enumerations) {
            if (used.contains(each.name)) {
                result_.enumerations.push_back({.source = &each, .enumerators = identifiers(each.labels)});
            }
        }
    }

    // Structs and enumerations share the namespace; a name in several schemas is led by its schema's.
    void name_everything() {
        std::vector<const qualified_name*> sources;
        for (const row_struct& each : result_.rows) {
            sources.push_back(&each.source->name);
        }
        for (const labelled& each : result_.enumerations) {
            sources.push_back(&each.source->name);
        }
        std::map<std::string, int> count;
        for (const qualified_name* each : sources) {
            ++count[each->name];
        }
        std::vector<std::string> wanted;
        for (const qualified_name* each : sources) {
            const bool clear = count[each->name] == 1 || each->schema == "public" || each->schema == "main";
            wanted.push_back(clear ? each->name : each->schema + "_" + each->name);
        }
        constexpr std::array<std::string_view, 1> taken{"schema"}; // the last line of the header
        const std::vector<std::string> names = identifiers(wanted, taken);
        std::size_t at = 0;
        for (row_struct& each : result_.rows) {
            each.name = names[at++];
        }
        for (labelled& each : result_.enumerations) {
            each.name = names[at++];
        }
    }

    [[nodiscard]] std::string enumeration_type(const qualified_name& name) const {
        const auto found = std::ranges::find(result_.enumerations, name,
                                             [](const labelled& one) { return one.source->name; });
        // From the outermost namespace: a column called like its type would hide it.
        return found == result_.enumerations.end() ? "" : fmt::format("::{}::{}", name_space_, found->name);
    }

    void add_columns(row_struct& row) {
        const table& source = *row.source;
        std::vector<std::string> names;
        for (const column& each : source.columns) {
            names.push_back(each.name);
        }
        const std::array<std::string_view, 1> taken{
            row.name}; // a member called like its struct reads as a constructor
        const std::vector<std::string> members = identifiers(names, taken);
        for (std::size_t at = 0; at < members.size(); ++at) {
            row.members.push_back(make_member(source, source.columns[at], members[at]));
        }
        for (const note& each : source.notes) {
            const auto of = std::ranges::find(row.members, each.column,
                                              [](const member& one) { return one.source->name; });
            if (each.column.empty() || of == row.members.end()) {
                warn(row.notes, display(source.name), each.text, each.consequence);
            } else if (!of->left_out) {
                warn(of->notes, display_column(source, each.column), each.text, each.consequence);
            }
        }
    }

    member make_member(const table& of, const column& source, const std::string& name) {
        member result{.source = &source, .name = name, .left_out = is_left_out(source)};
        const std::string where = display_column(of, source.name);
        const value_type& type = source.type;
        if (!source.generated_expression.empty()) {
            warn(result.notes, where,
                 fmt::format("{} {} generated always as {}", source.name, type.sql,
                             source.generated_expression),
                 "left out, the database computes it");
            return result;
        }
        if (result.left_out) {
            warn(result.notes, where, fmt::format("{} {}", source.name, type.sql),
                 source.default_expression.empty()
                     ? "no C++ type for it yet; left out and stays null"
                     : "no C++ type for it yet; left out and takes its default");
            return result;
        }
        if (type.of == kind::unsupported) {
            result.notes.push_back(
                warn(where, fmt::format("type {}", type.sql),
                     "no C++ type for it yet, held as text; give it a generator of texts the "
                     "database reads"));
        }
        if (!source.default_expression.empty() && !is_constant(source.default_expression)) {
            warn(result.notes, where, fmt::format("default {}", source.default_expression),
                 "a value is generated instead");
        }
        result.type = cpp_type(type, enumeration_type(type.enumeration));
        if (source.nullable) {
            result.type = fmt::format("std::optional<{}>", result.type);
        }
        if (!is_plain(type, database_.from) && type.of != kind::unsupported) {
            result.remark = type.sql.empty() ? "no declared type" : one_line(type.sql);
        }
        const bool refers = std::ranges::any_of(of.references, [&](const reference& each) {
            return std::ranges::any_of(each.columns,
                                       [&](std::size_t index) { return &of.columns[index] == &source; });
        });
        result.options = options_of(source, refers);
        return result;
    }

    static std::vector<std::string> options_of(const column& source, bool refers) {
        const value_type& type = source.type;
        std::vector<std::string> result;
        if (type.max_length > 0) {
            result.push_back(fmt::format("synth::{}({})", type.fixed_length ? "fixed_length" : "max_length",
                                         type.max_length));
        }
        if (type.fraction_digits && *type.fraction_digits != 6) { // microseconds are what there is anyway
            result.push_back(fmt::format("synth::fraction_digits({})", *type.fraction_digits));
        }
        if (source.identity && !refers) { // a reference decides its value
            result.emplace_back("synth::identity()");
        }
        if (type.of == kind::unsupported || !type.other_name.empty()) {
            const std::string name =
                type.other_name.empty() ? type.sql : type.other_name + (type.array ? "[]" : "");
            result.push_back(fmt::format("synth::sql_type({})", literal(name)));
        }
        return result;
    }

    static bool some_left_out(const row_struct& row, const std::vector<std::size_t>& columns) {
        return std::ranges::any_of(columns, [&](std::size_t each) { return row.members[each].left_out; });
    }

    void add_keys(row_struct& row) {
        const table& source = *row.source;
        const auto usable = [&](const key& one, std::string_view what) {
            const bool array = std::ranges::any_of(
                one.columns, [&](std::size_t each) { return source.columns[each].type.array; });
            if (!array && !some_left_out(row, one.columns)) {
                return true;
            }
            warn(row.notes, display(source.name),
                 fmt::format("{} ({})", what, column_list(source, one.columns)),
                 array ? "arrays cannot be kept distinct yet" : "a column of it is left out");
            return false;
        };
        if (usable(source.primary_key, "primary key")) {
            row.primary_key.members = source.primary_key.columns;
        }
        for (const key& each : source.unique) {
            if (usable(each, "unique")) {
                row.unique.push_back({each.columns});
            }
        }
        // The library takes a column `id` for the key of a table that names none, and a key is never null.
        const auto id =
            std::ranges::find(row.members, "id", [](const member& one) { return one.source->name; });
        if (row.primary_key.members.empty() && id != row.members.end() && !id->left_out &&
            id->source->nullable) {
            id->type = cpp_type(id->source->type, enumeration_type(id->source->type.enumeration));
            id->remark += id->remark.empty() ? "nullable" : ", nullable";
        }
    }

    // A reference must lead to a key: SQLite finds out otherwise only when a row is inserted.
    static bool is_key(const table& parent, std::vector<std::size_t> columns) {
        std::ranges::sort(columns);
        const auto same = [&](key one) {
            std::ranges::sort(one.columns);
            return one.columns == columns;
        };
        return same(parent.primary_key) || std::ranges::any_of(parent.unique, same);
    }

    // As in schema/schema.hpp: the same type, or two integers.
    [[nodiscard]] bool may_refer(const column& child, const column& parent) const {
        const auto integer = [](const column& one) {
            return !one.type.array &&
                   (one.type.of == kind::int16 || one.type.of == kind::int32 || one.type.of == kind::int64);
        };
        const auto spelled = [&](const column& one) {
            return cpp_type(one.type, enumeration_type(one.type.enumeration));
        };
        return (integer(child) && integer(parent)) || spelled(child) == spelled(parent);
    }

    void add_references(row_struct& row) {
        const table& source = *row.source;
        for (const reference& each : source.references) {
            const auto parent = std::ranges::find(result_.rows, each.parent,
                                                  [](const row_struct& one) { return one.source->name; });
            row_reference next{.source = &each, .members = each.columns};
            std::string why;
            if (parent == result_.rows.end()) {
                why = "the table is not in this header; take it in with --schema or --include to have its "
                      "keys met";
            } else {
                next.parent = static_cast<std::size_t>(parent - result_.rows.begin());
                why = fill_parent(row, *parent, next);
            }
            row.references.push_back(std::move(next));
            if (!why.empty()) {
                drop_reference(result_, row, row.references.size() - 1, why);
            }
        }
    }

    // Why the reference cannot be represented; empty when it can.
    [[nodiscard]] std::string fill_parent(const row_struct& row, const row_struct& parent,
                                          row_reference& into) const {
        const std::vector<column>& columns = parent.source->columns;
        for (const std::string& name : into.source->parent_columns) {
            if (const auto found = std::ranges::find(columns, name, &column::name); found != columns.end()) {
                into.parent_members.push_back(static_cast<std::size_t>(found - columns.begin()));
            }
        }
        if (into.parent_members.size() != into.members.size() ||
            !is_key(*parent.source, into.parent_members)) {
            return "its columns are no key there; the database refuses rows too";
        }
        if (some_left_out(row, into.members) || some_left_out(parent, into.parent_members)) {
            return "a column of it is left out";
        }
        for (std::size_t at = 0; at < into.members.size(); ++at) {
            if (!may_refer(row.source->columns[into.members[at]], columns[into.parent_members[at]])) {
                return "its columns have another type than the key; give both sides one type";
            }
        }
        return {};
    }

    const catalog& database_;
    const std::string& name_space_;
    model result_;
};

} // namespace

void not_represented(model& all, std::vector<std::string>& notes, const std::string& where,
                     const std::string& what, const std::string& consequence) {
    all.warnings.push_back(fmt::format("{}: {}; {}", where, one_line(what), consequence));
    notes.push_back(fmt::format("not represented: {}; {}", one_line(what), consequence));
}

std::string column_list(const table& of, const std::vector<std::size_t>& columns) {
    std::string result;
    for (const std::size_t each : columns) {
        result += (result.empty() ? "" : ", ") + of.columns[each].name;
    }
    return result;
}

void drop_reference(model& all, row_struct& row, std::size_t index, const std::string& why) {
    const row_reference dropped = std::move(row.references[index]);
    row.references.erase(row.references.begin() + static_cast<std::ptrdiff_t>(index));
    const auto elsewhere = [&](std::size_t column_index) {
        const auto has = [&](const auto& one) {
            return std::ranges::find(one.members, column_index) != one.members.end();
        };
        return std::ranges::any_of(row.references, has) || has(row.primary_key);
    };
    std::string consequence = "rows may break it";
    for (const std::size_t each : dropped.members) {
        member& child = row.members[each];
        // One null is enough for a reference of several columns too.
        if (child.source->nullable && !child.left_out && child.type.starts_with("std::optional<") &&
            !elsewhere(each)) {
            child.options.emplace_back("synth::nulls(1.0)");
            consequence = fmt::format("{} stays null", one_line(child.source->name));
            break;
        }
    }
    not_represented(all, row.notes, display(row.source->name),
                    fmt::format("foreign key ({}) references {}.{}",
                                column_list(*row.source, dropped.source->columns),
                                dropped.source->parent.schema, dropped.source->parent.name),
                    why + "; " + consequence);
}

model make_model(const catalog& database, const std::string& name_space) {
    model result = maker{database, name_space}.make();
    drop_underivable(result);
    return result;
}

} // namespace synth::introspect
