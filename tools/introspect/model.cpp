// SPDX-License-Identifier: BSL-1.0
#include "model.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "composite_parts.hpp"
#include "computed.hpp"
#include "conditions.hpp"
#include "cpp_type.hpp"
#include "exclusions.hpp"
#include "give_way.hpp"
#include "joined_references.hpp"
#include "names.hpp"
#include "nulls.hpp"
#include "parent_checks.hpp"
#include "range_order.hpp"
#include "relations.hpp"
#include "selection.hpp"
#include "text.hpp"
#include "text_equations.hpp"
#include "trimmed_keys.hpp"
#include "unique_indexes.hpp"

namespace synth::introspect {

namespace {

// A generator of arrays without elements.
std::string empty_array(std::string_view cpp) {
    return fmt::format("[](synth::draw&) {{ return {}{{}}; }}", cpp);
}

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
        if (source.name.name.empty()) { // SQLite takes it, nobody else does
            std::vector<std::string> nowhere;
            warn(nowhere, "\"\"", "a table without a name", "the table is left out");
            return;
        }
        if (std::ranges::all_of(source.columns, is_left_out)) {
            std::vector<std::string> nowhere;
            warn(nowhere, display(source.name), "no column that can be represented", "the table is left out");
            return;
        }
        result_.rows.push_back({.source = &source});
        if (source.filled_outside) {
            result_.rows.back().notes.emplace_back(
                "filled outside: its rows are there already, synth reads their keys and writes nothing");
        }
    }

    static void add_enumerations_of(const value_type& type, std::set<qualified_name>& used) {
        if (type.of == kind::enumeration) {
            used.insert(type.enumeration);
        }
        for (const value_type& each : type.attributes) {
            add_enumerations_of(each, used);
        }
    }

    void add_enumerations() {
        std::set<qualified_name> used;
        for (const row_struct& row : result_.rows) {
            for (const column& each : row.source->columns) {
                if (!is_left_out(each)) {
                    add_enumerations_of(each.type, used);
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
        add_checks(result_, row, database_.from, name_space_);
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
                     ? "its values are unknown to synth; left out and stays null"
                     : "its values are unknown to synth; left out and takes its default");
            return result;
        }
        if (type.of == kind::unsupported) {
            warn(result.notes, where, fmt::format("type {}", type.sql),
                 "its values are unknown to synth, small numbers are tried; give it a generator of texts the "
                 "database reads");
        }
        if (!source.default_expression.empty() && !is_constant(source.default_expression)) {
            warn(result.notes, where, fmt::format("default {}", source.default_expression),
                 "a value is generated instead");
        }
        const std::string cpp =
            cpp_type(type, [&](const qualified_name& each) { return enumeration_type(each); });
        result.type = cpp;
        if (source.nullable) {
            result.type = fmt::format("std::optional<{}>", result.type);
        }
        if (!is_plain(type, database_.from)) {
            result.remark = type.sql.empty() ? "no declared type" : one_line(type.sql);
        }
        const bool refers = std::ranges::any_of(of.references, [&](const reference& each) {
            return std::ranges::any_of(each.columns,
                                       [&](std::size_t index) { return &of.columns[index] == &source; });
        });
        result.options = options_of(source, refers, cpp);
        if (source.part_of) {
            result.not_written = true;
            result.options.emplace_back("synth::not_written()");
            result.remark = fmt::format("an attribute of {}", one_line(of.columns[*source.part_of].name));
        }
        return result;
    }

    const catalog& database_;
    const std::string& name_space_;
    model result_;
};

} // namespace

std::vector<std::string> options_of(const column& source, bool refers, const std::string& cpp) {
    const value_type& type = source.type;
    std::vector<std::string> result;
    if (type.max_length > 0) {
        result.push_back(
            fmt::format("synth::{}({})", type.fixed_length ? "fixed_length" : "max_length", type.max_length));
    }
    if (type.fraction_digits && *type.fraction_digits != 6) { // microseconds are what there is anyway
        result.push_back(fmt::format("synth::fraction_digits({})", *type.fraction_digits));
    }
    if (source.identity && !refers) { // a reference decides its value
        result.emplace_back("synth::identity()");
    }
    const bool nameless = type.of == kind::unsupported && type.spelled.empty();
    if (nameless || !type.other_name.empty()) {
        const std::string& name = type.other_name.empty() ? type.sql : type.other_name;
        result.push_back(fmt::format("synth::sql_type({})", literal(name)));
    }
    if (!type.example.empty()) {
        result.push_back(type.array ? empty_array(cpp)
                                    : fmt::format("synth::constant({})", literal(type.example)));
    }
    return result;
}

void keep_empty(member& array) {
    std::string_view cpp = array.type;
    if (array.source->nullable) {
        cpp = cpp.substr(std::string_view{"std::optional<"}.size());
        cpp.remove_suffix(1);
    }
    const std::string made = empty_array(cpp);
    if (std::ranges::find(array.options, made) == array.options.end()) {
        array.options.push_back(made);
    }
}

std::string pointer_to(const std::string& name_space, const row_struct& row, std::size_t column) {
    return fmt::format("&{}::{}::{}", name_space, row.name, row.members[column].name);
}

void not_represented(model& all, std::vector<std::string>& notes, const std::string& where,
                     const std::string& what, const std::string& consequence) {
    all.warnings.push_back(fmt::format("{}: {}; {}", where, one_line(what), consequence));
    notes.push_back(fmt::format("not represented: {}; {}", one_line(what), consequence));
}

model make_model(const catalog& database, const std::string& name_space) {
    model result = maker{database, name_space}.make();
    keep_computed(result, database.from, name_space);
    add_keys(result);
    add_references(result);
    join_references(result);
    keep_text_equations(result, name_space);
    give_way(result, name_space);
    add_unique_indexes(result, database.from, name_space);
    keep_keys_trimmed(result, name_space);
    add_exclusions(result, database.from, name_space);
    add_range_order(result, database.from, name_space);
    keep_matches_full(result, name_space);
    add_parent_checks(result, name_space);
    compose_parts(result, name_space);
    return result;
}

} // namespace synth::introspect
