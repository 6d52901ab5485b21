// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <optional>

#include <fmt/format.h>

#include <synth/schema/temporal.hpp>

#include "condition.hpp"
#include "condition_types.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

// Of the greatest integer of so many bytes.
int digits_of(int width) { return width == 2 ? 5 : width == 4 ? 10 : 19; }

} // namespace

term translator::cast(const node& one, fails_if when) {
    const node& type = part(one, "typeName");
    const dotted_name name = name_of(part(type, "names"));
    if (const auto span = name.last == "interval" ? spelled_interval(part(one, "arg")) : std::nullopt) {
        return *span;
    }
    const term inner = value_of(part(one, "arg"), when);
    if (type.contains("arrayBounds")) {
        if (inner.of == sort::literal || inner.of == sort::array) {
            return inner;
        }
        throw untranslatable("a cast to an array is not known to synth");
    }
    const bool system = name.before.empty() || name.before == "pg_catalog";
    const std::string& known = name.last;
    if (inner.of == sort::null) {
        return inner;
    }
    if (system && (known == "bit" || known == "varbit") && inner.of == sort::other &&
        !type.contains("typmods")) {
        return inner; // length(column) of bit varying arrives as length(column::bit)
    }
    if (system && known == "inet" && inner.source != nullptr && inner.source->type.of == kind::cidr) {
        return inner; // family(column) of cidr arrives as family(column::inet)
    }
    if (system && known == "money" && inner.is_constant() && inner.of == sort::number) {
        return inner; // 0::money
    }
    if (!system || sort_of_type(known) == sort::other) {
        if (inner.of == sort::literal && known != "bit" && known != "bytea") {
            return inner; // a label, or a value of a domain
        }
        throw untranslatable(fmt::format("a cast to {} is not known to synth", one_line(known)));
    }
    if (inner.is_constant()) {
        return cast_constant(inner, known, part(type, "typmods"));
    }
    if (inner.of == sort::boolean && sort_of_type(known) == sort::number && when != fails_if::either) {
        return cast_value(value_of(part(one, "arg"), fails_if::either), known, false);
    }
    return cast_value(inner, known, type.contains("typmods"));
}

// (minutes || ' minutes')::interval, of a whole number.
std::optional<term> translator::spelled_interval(const node& one) {
    const node& text = kind_of(one) == "TypeCast" ? part(inside(one), "arg") : one; // as the text that it is
    if (kind_of(text) != "A_Expr" || name_of(part(inside(text), "name")).last != "||") {
        return std::nullopt;
    }
    const node& left = part(inside(text), "lexpr");
    const bool spelled =
        kind_of(left) == "TypeCast" && name_of(part(part(inside(left), "typeName"), "names")).last == "text";
    const term number = value_of(spelled ? part(inside(left), "arg") : left, fails_if::either);
    const term unit = value_of(part(inside(text), "rexpr"), fails_if::either);
    if (number.of != sort::number || !number.integer || number.is_constant() || !is_text_constant(unit)) {
        return std::nullopt;
    }
    const auto span = read_interval("1" + unit.value->text);
    return span ? std::optional{times_interval(number, constant_term(*span))} : std::nullopt;
}

term translator::cast_constant(const term& one, const std::string& type, const node& modifiers) const {
    const sort to = sort_of_type(type);
    sql_constant value = *one.value;
    const auto modifier = [&](std::size_t at) {
        return modifiers.size() > at && kind_of(modifiers[at]) == "A_Const"
                   ? tree_.integer(inside(modifiers[at]))
                   : -1;
    };
    if (value.of == sort::literal || value.of == sort::text) {
        if (to == sort::text && type == "bpchar") {
            value.text.erase(value.text.find_last_not_of(' ') + 1);
        }
        const auto read_value = read_constant(value.text, to, row_.from == engine::postgresql);
        const auto midnight =
            is_moment(to) && to != sort::timestamp_tz ? read_date(value.text) : std::nullopt;
        if (!read_value && !midnight) {
            refuse_constant(value.text);
        }
        const std::string text = value.text;
        value = read_value ? *read_value : *midnight;
        if (to == sort::text && modifier(0) >= 0 && static_cast<std::size_t>(modifier(0)) < text.size()) {
            refuse_constant(text);
        }
    } else if (is_moment(value.of) && is_moment(to) && value.text.empty()) {
        const bool zone = value.of == sort::timestamp_tz || to == sort::timestamp_tz;
        if (zone && value.of != to && !value.now) {
            throw untranslatable("it depends on the time zone of the session");
        }
        if (to == sort::date && value.of != sort::date) {
            value.number = (value.number - (value.number % microseconds_per_day + microseconds_per_day) %
                                               microseconds_per_day) /
                           microseconds_per_day;
        } else if (to != sort::date && value.of == sort::date) {
            value.number *= microseconds_per_day;
        }
        value.of = to;
    } else if (value.of != to) {
        throw untranslatable(fmt::format("a cast to {} is not known to synth", type));
    }
    if (to == sort::number) {
        const bool rounded = (is_integer_type(type) && value.scale > 0) ||
                             (modifiers.size() > 0 && modifier(1) < static_cast<long long>(value.scale));
        if (rounded) {
            throw untranslatable("a constant of it is rounded");
        }
    } else if (modifiers.size() > 0 &&
               (to == sort::time || to == sort::timestamp || to == sort::timestamp_tz)) {
        const bool whole = value.number % microseconds_per_second == 0;
        if (!whole && modifier(0) < 6) {
            throw untranslatable("a constant of it is rounded");
        }
    } else if (modifiers.size() > 0 && to != sort::text) {
        throw untranslatable("a constant of it is cut");
    }
    term result = constant_term(value);
    result.integer = to == sort::number && is_integer_type(type);
    result.ignores_case = type == "citext";
    return result;
}

term translator::cast_value(term one, const std::string& type, bool limited) {
    const sort to = sort_of_type(type);
    if (one.comparison == "digits" && to == sort::number) { // CAST(strftime('%m', day) AS integer)
        one = term{one.constants.front()};
        one.scale = 0;
    }
    const bool years =
        one.comparison == "age_years" && to == sort::number; // EXTRACT(year FROM age(a))::integer
    if (years && !limited) {
        return one;
    }
    if (to == sort::text && one.comparison == "appended" && !limited && type != "citext" &&
        type != "bpchar") {
        return one;
    }
    if (to == sort::text && one.of == sort::number && one.integer && !limited && type != "citext" &&
        type != "bpchar") {
        return number_as_text(one);
    }
    if (to == sort::text && one.of == sort::text) {
        if (limited) {
            throw untranslatable("a text of it is cut");
        }
        if (type == "bpchar" && !one.padded) {
            throw untranslatable("a cast to char(n) is not known to synth");
        }
        one.padded = one.padded && type == "bpchar";
        one.ignores_case = type == "citext";
        return one;
    }
    if (to == sort::text && one.of == sort::enumeration && one.source != nullptr) {
        one.of = sort::text;
        one.labels_of = one.source;
        return one;
    }
    if (to == sort::number && one.of == sort::number && !limited) {
        if (!is_integer_type(type)) {
            one.integer = false;
            return one;
        }
        if (one.integer && (one.source == nullptr || width_of(type) >= width_of(one.source->type.of))) {
            return one;
        }
        if (one.small) {
            one = called("as_integer", sort::number, {one});
            one.integer = true;
            return one;
        }
        const value_type from = one.source == nullptr ? value_type{} : one.source->type;
        const bool fits =
            from.of == kind::decimal && from.precision > 0 && // else it may fail
            static_cast<int>(from.precision) - static_cast<int>(from.scale) < digits_of(width_of(type));
        if (fits) {
            return special_term("nearest", {one, constant_term({.of = sort::number})});
        }
        throw untranslatable("a number of it is rounded");
    }
    const bool steps = one.comparison == "ceil" || one.comparison == "floor";
    const bool whole = steps || ((one.comparison == "nearest" || one.comparison == "rounded") &&
                                 one.constants[1].value->number == 0);
    if (to == sort::number && !limited &&
        (whole || (one.comparison == "nearest" && !is_integer_type(type)))) {
        return one;
    }
    const bool null_test = one.comparison == "is_null" || one.comparison == "is_not_null";
    if (to == sort::number && is_integer_type(type) && null_test) {
        return count_term(one.constants, one.comparison == "is_null");
    }
    if (to == sort::number && is_integer_type(type) && one.of == sort::boolean) {
        term result = called("as_integer", sort::number, {one});
        result.nullable = one.nullable;
        result.integer = true;
        return result;
    }
    if (to == sort::date && (one.of == sort::timestamp || one.of == sort::timestamp_tz)) {
        note_zone(one);
        return called("date_of", sort::date, {one});
    }
    if (to == sort::time && (one.of == sort::timestamp || one.of == sort::timestamp_tz) && !limited) {
        note_zone(one);
        return called("time_of", sort::time, {one});
    }
    if (to == one.of && !limited) {
        return one;
    }
    const bool zone = (to == sort::timestamp_tz) != (one.of == sort::timestamp_tz);
    if (is_moment(to) && to != sort::date && is_moment(one.of) && zone && !limited) {
        note_zone(one);
        one.any_zone = one.of == sort::date || (one.any_zone && to == sort::timestamp_tz);
        one.source = nullptr;
        one.of = to;
        if (to == sort::timestamp_tz && !one.any_zone) {
            note_zone(one);
        }
        return one;
    }
    if (to == sort::timestamp && one.of == sort::date && !limited) {
        return one; // compared with moments as its first one
    }
    throw untranslatable(fmt::format("a cast to {} is not known to synth", type));
}

} // namespace synth::introspect
