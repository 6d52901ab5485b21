// SPDX-License-Identifier: BSL-1.0
#include "header.hpp"

#include <algorithm>

#include "failure.hpp"
#include "model.hpp"
#include "writer.hpp"

namespace synth::introspect {

namespace {

std::string text_of(const model& content, engine from, const std::string& name_space) {
    writer text{content, from, name_space};
    text.begin_header();
    text.include_standard();
    const bool checked =
        std::ranges::any_of(content.rows, [](const row_struct& each) { return !each.checks.empty(); });
    text.line("\n{}#include <synth/synth.hpp>", checked ? "#include <synth/schema/check.hpp>\n" : "");
    text.open_name_space();
    for (const labelled& each : content.enumerations) {
        text.write_enumeration(each);
    }
    for (const row_struct& each : content.rows) {
        text.write_struct(each);
    }
    text.close_name_space();
    for (const labelled& each : content.enumerations) {
        text.write_labels(each);
    }
    for (const row_struct& each : content.rows) {
        text.write_members(each);
        text.write_table(each);
    }
    text.open_name_space();
    text.write_schema();
    text.close_name_space();
    text.line("\n#endif");
    return text.take();
}

} // namespace

header make_header(const catalog& database, const std::string& name_space) {
    const model content = make_model(database, name_space);
    return {findings_of(content), text_of(content, database.from, name_space)};
}

findings findings_of(const model& content) {
    if (content.rows.empty()) {
        throw failure("no table has a column that can be represented");
    }
    findings result{.warnings = content.warnings};
    for (const row_struct& each : content.rows) {
        if (each.virtual_share > 0) {
            continue;
        }
        ++result.tables;
        result.columns += static_cast<std::size_t>(std::ranges::count_if(
            each.members, [](const member& one) { return !one.left_out && !one.source->part_of; }));
        result.references +=
            static_cast<std::size_t>(std::ranges::count_if(each.references, [&](const row_reference& one) {
                return content.rows[one.parent].virtual_share == 0;
            }));
    }
    return result;
}

} // namespace synth::introspect
