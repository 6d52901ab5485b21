// SPDX-License-Identifier: BSL-1.0
#include "writer.hpp"

#include <algorithm>

#include <synth/config/version.hpp>

#include "condition_term.hpp"
#include "names.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

// The members of a struct: what the database computes stands behind the rest.
member_list in_order(const row_struct& row) {
    member_list order;
    for (std::size_t at = 0; at < row.members.size(); ++at) {
        order.push_back(at);
    }
    std::ranges::stable_partition(order, [&](std::size_t each) {
        return !row.members[each].computed_from.has_value() && !row.members[each].not_written;
    });
    return order;
}

std::string comment_before(const std::string& remark) {
    return remark.empty() ? "" : fmt::format("// {}\n    ", one_line(remark));
}

std::string check_entry(const row_check& one) {
    const std::string name = one.name.empty() ? "" : fmt::format("{},{}", literal(one.name), break_mark);
    const std::string entry =
        fmt::format("    synth::check{}({}{})", one.columns_of_lambda, name, one.condition);
    return comment_before(one.remark) + broken(entry, line_length, 8).substr(4);
}

} // namespace

std::string generated_by(engine from) {
    return fmt::format("{}{}.{}.{} from {}. Do not edit; put your own descriptions beside it.",
                       generated_mark, SYNTH_VERSION_MAJOR, SYNTH_VERSION_MINOR, SYNTH_VERSION_PATCH,
                       from == engine::postgresql ? "postgresql" : "sqlite");
}

std::string filled(const std::vector<std::string>& items, std::size_t indent) {
    std::string result;
    std::size_t length = line_length;
    for (std::size_t at = 0; at < items.size(); ++at) {
        const std::string item = items[at] + (at + 1 < items.size() ? "," : "");
        if (length + 1 + item.size() > line_length) {
            result += '\n' + std::string(indent, ' ');
            length = indent + item.size();
        } else {
            result += ' ';
            length += 1 + item.size();
        }
        result += item;
    }
    return result;
}

void writer::begin() {
    line("// {}", generated_by(from_));
    line("// clang-format off");
}

void writer::begin_header(std::string_view file) {
    begin();
    line("#ifndef {0}\n#define {0}\n",
         fmt::format("SYNTH_INTROSPECTED_{}{}{}_HPP", guard_name(), file.empty() ? "" : "_", file));
}

void writer::include_standard() {
    for (const std::string_view each : {"array", "cstdint", "optional", "string", "string_view", "vector"}) {
        line("#include <{}>", each);
    }
}

void writer::open_name_space() { line("\nnamespace {} {{", name_space_); }

void writer::close_name_space() { line("\n}} // namespace {}", name_space_); }

std::string writer::guard_name() const {
    std::string result;
    for (const char c : name_space_) {
        result += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c == ':' ? '_' : c;
    }
    if (const std::size_t two = result.find("__"); two != std::string::npos) {
        result.erase(two, 1);
    }
    return result;
}

void writer::write_comment(const std::string& comment, std::string_view indent) {
    for (const std::string& each : comment_lines(comment)) {
        line("{}///{}{}", indent, each.empty() ? "" : " ", each);
    }
}

void writer::write_notes(const std::vector<std::string>& notes, std::string_view indent) {
    for (const std::string& each : notes) {
        line("{}// {}", indent, each);
    }
}

void writer::write_enumeration(const labelled& one) {
    line("");
    write_comment(one.source->comment, "");
    line("enum class {} {{{}\n}};", one.name, filled(one.enumerators, 4));
}

void writer::write_labels(const labelled& one) {
    std::vector<std::string> labels;
    std::ranges::transform(one.source->labels, std::back_inserter(labels), literal);
    line("\ntemplate<>\ninline constexpr auto synth::labels<{}::{}> = "
         "std::to_array<std::string_view>({{{}}});",
         name_space_, one.name, filled(labels, 4));
    if (!one.source->sql.empty()) {
        line("\ntemplate<>\ninline constexpr std::string_view synth::enumeration_name<{}::{}> = {};",
             name_space_, one.name, literal(one.source->sql));
    }
}

void writer::write_struct(const row_struct& row) {
    line("");
    write_comment(row.source->comment, "");
    write_notes(row.notes, "");
    line("struct {} {{", row.name);
    for (const std::size_t at : in_order(row)) {
        const member& each = row.members[at];
        if (!each.left_out) {
            write_comment(each.source->comment, "    ");
        }
        write_notes(each.notes, "    ");
        if (!each.left_out) {
            line("    {} {}{{}};{}{}", each.type, each.name, each.remark.empty() ? "" : " // ", each.remark);
        }
    }
    line("}};");
}

std::string writer::pointers(const row_struct& row, const member_list& members) const {
    std::string result;
    for (const std::size_t each : members) {
        result += (result.empty() ? "" : ", ") + pointer_to(name_space_, row, each);
    }
    return result;
}

void writer::write_members(const row_struct& row) {
    std::vector<std::string> members;
    std::vector<std::string> names;
    for (const std::size_t at : in_order(row)) {
        if (!row.members[at].left_out) {
            members.push_back(pointer_to(name_space_, row, at));
            names.push_back(literal(row.members[at].source->name));
        }
    }
    line("\ntemplate<>\ninline constexpr auto synth::members<{}::{}> = synth::member_list<{}>{{{}}};",
         name_space_, row.name, filled(members, 4), filled(names, 4));
}

void writer::write_table(const row_struct& row, const std::vector<member_list>& referenced) {
    const qualified_name& name = row.source->name;
    std::vector<std::string> parts{fmt::format("synth::named({})", literal(name.name))};
    if (row.source->filled_outside) {
        parts.emplace_back("synth::filled_outside()");
    }
    if (row.virtual_share > 0) {
        parts.push_back(fmt::format("synth::virtual_table({})", row.virtual_share));
    }
    if (name.schema != "public" && name.schema != "main") {
        parts.push_back(fmt::format("synth::in_schema({})", literal(name.schema)));
    }
    if (!row.primary_key.members.empty()) {
        parts.push_back(fmt::format("{}synth::primary_key<{}>()", comment_before(row.primary_key.remark),
                                    pointers(row, row.primary_key.members)));
    }
    for (const row_key& each : row.unique) {
        parts.push_back(
            fmt::format("{}synth::unique<{}>()", comment_before(each.remark), pointers(row, each.members)));
    }
    for (const member_list& each : referenced) {
        parts.push_back(fmt::format("synth::referenced<{}>()", pointers(row, each)));
    }
    for (const row_reference& each : row.references) {
        const std::string from = pointers(row, each.members);
        const std::string to = pointers(content_.rows[each.parent], each.parent_members);
        const std::string columns =
            each.members.size() == 1
                ? fmt::format("{}, {}", from, to)
                : fmt::format("synth::columns<{}>,\n                      synth::columns<{}>", from, to);
        parts.push_back(
            fmt::format("{}synth::references<{}>({})", comment_before(each.remark), columns, each.law));
    }
    for (const row_check& each : row.checks) {
        parts.push_back(check_entry(each));
    }
    for (std::size_t at = 0; at < row.members.size(); ++at) {
        const member& each = row.members[at];
        if (!each.left_out && !each.options.empty()) {
            parts.push_back(fmt::format("synth::column<{}>({})", pointer_to(name_space_, row, at),
                                        fmt::join(each.options, ", ")));
        }
    }
    line("\ntemplate<>\ninline constexpr auto synth::table<{0}::{1}> = synth::describe<{0}::{1}>(\n    "
         "{2});",
         name_space_, row.name, fmt::join(parts, ",\n    "));
}

void writer::write_schema() {
    std::vector<std::string> names;
    for (const row_struct& each : content_.rows) {
        names.push_back(each.name);
    }
    line("\n/// Every table of this header.\nusing schema = synth::schema<{}>;", filled(names, 4));
}

} // namespace synth::introspect
