// SPDX-License-Identifier: BSL-1.0
#include "bits_check.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "sql_constant.hpp"
#include "sql_tree.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

// B'101' and '101'::bit.
std::optional<std::string> bits_of(const sql_tree::node& one) {
    std::string digits;
    if (kind_of(one) == "A_Const" && inside(one).contains("bsval")) {
        digits = text_of(part(inside(one), "bsval"), "bsval");
        if (!digits.starts_with('b')) { // of hexadecimal digits
            return std::nullopt;
        }
        digits.erase(0, 1);
    } else if (kind_of(one) == "TypeCast") {
        const std::string type = name_of(part(part(inside(one), "typeName"), "names")).last;
        const sql_tree::node& constant = without_casts(one);
        if (const sql_tree::node& inner = part(inside(one), "arg");
            kind_of(inner) == "TypeCast" && part(inside(inner), "typeName").contains("typmods")) {
            return std::nullopt;
        }
        if ((type != "bit" && type != "varbit") || kind_of(constant) != "A_Const" ||
            !inside(constant).contains("sval") || part(inside(one), "typeName").contains("typmods")) {
            return std::nullopt;
        }
        digits = text_of(part(inside(constant), "sval"), "sval");
    }
    const bool plain =
        !digits.empty() && std::ranges::all_of(digits, [](char each) { return each == '0' || each == '1'; });
    return plain ? std::optional{digits} : std::nullopt;
}

} // namespace

std::optional<row_check> bits_check(const row_struct& row, const check& one, engine from,
                                    const std::string& name_space) try {
    if (from != engine::postgresql || one.conditions.size() != 1 || one.of_elements || !one.column.empty()) {
        return std::nullopt;
    }
    const sql_tree tree{one.conditions.front()};
    const sql_tree::node& condition = inside(tree.root());
    const sql_tree::node& left = part(condition, "lexpr");
    const std::optional<std::string> bits = bits_of(part(condition, "rexpr"));
    if (kind_of(tree.root()) != "A_Expr" || text_of(condition, "kind") != "AEXPR_OP" ||
        name_of(part(condition, "name")).last != "<>" || kind_of(left) != "ColumnRef" || !bits) {
        return std::nullopt;
    }
    const auto at = column_named(inside(left), *row.source, from);
    if (!at || row.members[*at].left_out || row.source->columns[*at].type.of != kind::bit_string ||
        row.source->columns[*at].type.array) {
        return std::nullopt;
    }
    const bool nullable = row.members[*at].type.starts_with("std::optional<");
    return row_check{.name = one.name,
                     .columns_of_lambda = fmt::format("<{}>", pointer_to(name_space, row, *at)),
                     .condition =
                         fmt::format("[](const {}& bits){}{{ return {}.digits != {}; }}",
                                     nullable ? "std::optional<synth::bit_string>" : "synth::bit_string",
                                     break_mark, nullable ? "!bits || (*bits)" : "bits", literal(*bits)),
                     .columns = {*at},
                     .remark = one.remark};
} catch (const untranslatable&) {
    return std::nullopt;
}

} // namespace synth::introspect
