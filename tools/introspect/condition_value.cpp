// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include <synth/core/civil.hpp>
#include <synth/schema/temporal.hpp>

#include "condition.hpp"
#include "condition_types.hpp"
#include "selection.hpp"
#include "sql_tree.hpp"
#include "text.hpp"

namespace synth::introspect {

std::optional<std::size_t> translator::index_of(const node& one) const {
    const dotted_name name = name_of(part(one, "fields"));
    if (row_.value) {
        return name.last == "value" && name.before.empty() ? row_.value : std::nullopt;
    }
    const auto found = std::ranges::find_if(row_.columns, [&](const condition_column& each) {
        return same_name(row_.from, each.source->name, name.last);
    });
    return found == row_.columns.end() ||
                   (!name.before.empty() && !same_name(row_.from, name.before, row_.table))
               ? std::nullopt
               : std::optional{static_cast<std::size_t>(found - row_.columns.begin())};
}

term translator::column_of(const node& one) {
    const std::optional<std::size_t> index = index_of(one);
    if (!index) {
        const dotted_name name = name_of(part(one, "fields"));
        if (row_.from == engine::sqlite && !row_.value && name.before.empty()) {
            return constant_term(
                {.of = sort::literal, .text = name.last}); // SQLite takes "x" for a text then
        }
        throw untranslatable(fmt::format("{} is no {}", one_line(name.last),
                                         row_.value ? "part of a domain" : "column of the table"));
    }
    const condition_column& column = row_.columns[*index];
    if (generation_of(*column.source).empty()) {
        return row_.of_elements ? element_term(*index) : column_term(*index);
    }
    if (row_.of_elements) {
        throw untranslatable("the elements of a generated column are not known to synth");
    }
    return generated_term(column);
}

// A generated column is what it is made of.
term translator::generated_term(const condition_column& column) {
    const value_type& type = column.source->type;
    const sql_tree made{generation_of(*column.source)};
    condition_row row = row_;
    row.value.reset();
    translator inner{row, made, remarks_};
    inner.depth_ = depth_;
    inner.cases_moved_ = cases_moved_;
    term result = inner.value_of(made.root(), fails_if::either);
    if (result.is_constant() || result.of != sort_of(type) || is_changed(result, type)) {
        throw untranslatable(fmt::format("{} is generated in a way that is not known to synth",
                                         one_line(column.source->name)));
    }
    result.bytewise = row_.from == engine::sqlite || type.bytewise;
    return result;
}

// Whether a column of this type holds something else than what it is made of: the cast to it is not written.
bool translator::is_changed(const term& made, const value_type& type) const {
    if (is_integer(type.of) && !made.integer) {
        return true;
    }
    if (row_.from == engine::sqlite) {
        return type.of == kind::text && type.fixed_length;
    }
    static constexpr unsigned microseconds = 6;
    const auto digits = [](const value_type& one) { return one.fraction_digits.value_or(microseconds); };
    switch (made.of) {
    case sort::text:
        return type.fixed_length || is_citext(type) != made.ignores_case;
    case sort::number:
        return (type.of == kind::decimal && type.precision > 0 &&
                static_cast<int>(made.scale) > type.scale) ||
               (type.of == kind::float32 &&
                (made.source == nullptr || made.source->type.of != kind::float32));
    case sort::time:
    case sort::timestamp:
    case sort::timestamp_tz:
    case sort::interval:
        return digits(type) < (made.source != nullptr ? digits(made.source->type) : microseconds);
    default:
        return false;
    }
}

term translator::column_term(std::size_t index) const {
    const condition_column& column = row_.columns[index];
    if (column.left_out) {
        throw untranslatable(fmt::format("{} is left out", one_line(column.source->name)));
    }
    const value_type& type = column.source->type;
    term result{.text = fmt::format("synth::value<{}>", column.cpp),
                .of = sort_of(type),
                .source = column.source,
                .index = index,
                .nullable = column.source->nullable,
                .integer = width_of(type.of) > 0,
                .scale =
                    type.of == kind::decimal && type.precision > 0 ? static_cast<unsigned>(type.scale) : 6U,
                .ignores_case = is_citext(type),
                .padded = row_.from == engine::postgresql && type.of == kind::text && type.fixed_length,
                .bytewise = row_.from == engine::sqlite || type.bytewise,
                .of_values = true,
                .columns = {index}};
    result.scale = result.integer ? 0 : result.scale;
    return result;
}

// Each element of the array that a column holds.
term translator::element_term(std::size_t index) const {
    term result = column_term(index);
    value_type type = result.source->type;
    type.array = false;
    result.text = fmt::format("synth::each_element<{}>", row_.columns[index].cpp);
    result.of = sort_of(type);
    result.nullable = true;
    result.of_elements = true;
    result.of_values = false;
    return result;
}

term translator::constant_of(const node& one) const {
    if (one.contains("isnull")) {
        return constant_term({.of = sort::null});
    }
    if (one.contains("ival")) {
        term result = constant_term({.of = sort::number, .number = tree_.integer(one)});
        result.integer = true;
        return result;
    }
    if (one.contains("fval")) {
        const std::string text = text_of(part(one, "fval"), "fval");
        const auto number = read_bounded_number(text);
        if (!number) {
            refuse_constant(text);
        }
        term result = constant_term(*number);
        result.integer = text.find_first_of(".eE") == std::string::npos;
        return result;
    }
    if (one.contains("boolval")) {
        return truth_term(part(one, "boolval").value("boolval", false));
    }
    if (one.contains("sval")) {
        return constant_term({.of = sort::literal, .text = text_of(part(one, "sval"), "sval")});
    }
    throw untranslatable("a constant of it is not known to synth");
}

// now() as a day and the type of its function.
term translator::present(sort of) const {
    if (!is_moment(of)) {
        throw untranslatable("the current user and the like are not known to synth");
    }
    const int128 days = days_from_civil({present_year_, 1, 1});
    return constant_term(
        {.of = of, .number = of == sort::date ? days : days * microseconds_per_day, .now = true});
}

// A constant as a value of the type that it stands beside.
term translator::resolved(const term& constant, const term& beside) const {
    const sql_constant& value = *constant.value;
    if (beside.of == sort::enumeration) {
        if (value.of != sort::literal && value.of != sort::text) {
            throw untranslatable("values of different types are compared");
        }
        const condition_column& column = row_.columns[beside.index];
        const auto label = std::ranges::find(column.labels, value.text);
        if (label == column.labels.end()) {
            throw untranslatable(fmt::format("'{}' is no label of the enum", one_line(value.text)));
        }
        const auto index = static_cast<std::size_t>(label - column.labels.begin());
        term result{.text = fmt::format("{}::{}", column.enumeration, column.enumerators[index]),
                    .of = sort::enumeration,
                    .value =
                        sql_constant{.of = sort::enumeration, .number = static_cast<std::int64_t>(index)}};
        return result;
    }
    if (beside.of == sort::text && beside.padded && (value.of == sort::text || value.of == sort::literal)) {
        sql_constant cut = value;
        cut.of = sort::text;
        cut.text.erase(cut.text.find_last_not_of(' ') + 1);
        return constant_term(cut);
    }
    if (value.of == sort::literal) {
        const bool lenient = row_.from == engine::sqlite;
        if (lenient && beside.of == sort::number) {
            throw untranslatable("values of different types are compared");
        }
        auto read_value = read_constant(value.text, beside.of, !lenient);
        if (!read_value && (beside.of == sort::timestamp || (lenient && beside.of == sort::timestamp_tz))) {
            read_value = read_date(value.text);
            if (read_value && beside.of == sort::timestamp_tz) {
                read_value->number *= microseconds_per_day;
                read_value->of = sort::timestamp_tz;
            }
        }
        if (!read_value) {
            refuse_constant(value.text);
        }
        return constant_term(*read_value);
    }
    if (row_.from == engine::sqlite && beside.of == sort::boolean && value.of == sort::number) {
        if (value.scale != 0 || value.number < 0 || value.number > 1) {
            throw untranslatable("a boolean is compared with a number other than 0 and 1");
        }
        return truth_term(value.number == 1);
    }
    if (row_.from == engine::sqlite && beside.of == sort::number && value.of == sort::boolean) {
        return constant_term({.of = sort::number, .number = value.number});
    }
    if (value.now && is_moment(beside.of) && beside.of != value.of) {
        sql_constant moved = value;
        if (value.of == sort::date) {
            moved.number *= microseconds_per_day;
        }
        moved.of = beside.of == sort::timestamp_tz ? sort::timestamp_tz : sort::timestamp;
        return constant_term(moved);
    }
    return constant;
}

} // namespace synth::introspect
