// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "composite_parts.hpp"
#include "condition.hpp"

// Types that no expression of synth knows, of which generated values lie between bounds that are known here:
// money and the coordinates of points. A comparison with a constant beyond these bounds holds for all of
// them.
namespace synth::introspect {

namespace {

term usual_term(const term& column, int128 low, int128 high) {
    return special_term("usual", {column, constant_term({.of = sort::number, .number = low}),
                                  constant_term({.of = sort::number, .number = high})});
}

// '$1,000.00' as a number.
std::optional<sql_constant> read_money(std::string_view text) {
    std::string digits;
    for (const char c : text) {
        if (c != '$' && c != ',') {
            digits += c;
        }
    }
    return read_number(digits);
}

} // namespace

// As generate/sql_text.hpp makes it.
std::optional<term> translator::usual_money(const term& one) {
    const bool money = one.source != nullptr && !one.source->type.array &&
                       one.source->type.of == kind::other && one.source->type.spelled == "money";
    return money ? std::optional{usual_term(one, 1'000, 9'999)} : std::nullopt;
}

// location[0] of a point, its first coordinate: a longitude, and then a latitude.
// (price).amount, of which the row has a column of its own.
std::optional<std::size_t> translator::part_named(const node& one) const {
    const node& places = part(one, "indirection");
    const node& of = part(one, "arg");
    const auto column = kind_of(of) == "ColumnRef" && !row_.of_elements ? index_of(inside(of)) : std::nullopt;
    if (!column || places.size() != 1 || kind_of(places[0]) != "String") {
        return std::nullopt;
    }
    const std::string name = name_of_part(*row_.columns[*column].source, text_of(inside(places[0]), "sval"));
    const auto found = std::ranges::find_if(row_.columns, [&](const condition_column& each) {
        return each.source->part_of == column && each.source->name == name;
    });
    return found == row_.columns.end()
               ? std::nullopt
               : std::optional{static_cast<std::size_t>(found - row_.columns.begin())};
}

// The columns of the attributes of a column.
std::vector<term> translator::parts_of(const term& composite) const {
    std::vector<term> result;
    for (std::size_t at = 0; composite.source != nullptr && at < row_.columns.size(); ++at) {
        if (row_.columns[at].source->part_of == composite.index) {
            result.push_back(column_term(at));
        }
    }
    return result;
}

term translator::coordinate(const node& one) {
    const node& places = part(one, "indirection");
    if (const std::optional<std::size_t> attribute = part_named(one)) {
        return column_term(*attribute);
    }
    const term point = value_of(part(one, "arg"), fails_if::either);
    const bool of_point = point.source != nullptr && !point.source->type.array &&
                          point.source->type.of == kind::other && point.source->type.spelled == "point";
    if (of_point && places.size() == 1 && kind_of(places[0]) == "A_Indices") {
        const term place = value_of(part(inside(places[0]), "uidx"), fails_if::either);
        const bool known = is_whole_constant(place);
        if (known && (place.value->number == 0 || place.value->number == 1)) {
            const int128 most = place.value->number == 0 ? 180 : 90;
            return usual_term(point, -most, most);
        }
    }
    throw untranslatable("parts of a value are not known to synth");
}

term translator::compare_usual(std::string_view operation, const term& left, const term& right,
                               fails_if when) {
    std::optional<sql_constant> given = right.value;
    if (given && (right.of == sort::literal || right.of == sort::text)) {
        given = read_money(given->text);
    }
    if (!given || given->of != sort::number || !given->text.empty() || when != fails_if::wrong) {
        throw untranslatable("a function of it is not known to synth there");
    }
    int128 unit = 1;
    for (unsigned digit = 0; digit < given->scale; ++digit) {
        unit *= 10;
    }
    const int128 bound = given->number;
    const int128 low = left.constants[1].value->number * unit;
    const int128 high = left.constants[2].value->number * unit;
    const bool holds = operation == "="    ? low == bound && high == bound
                       : operation == ">"  ? low > bound
                       : operation == ">=" ? low >= bound
                       : operation == "<"  ? high < bound
                       : operation == "<=" ? high <= bound
                                           : operation == "<>" && (bound < low || bound > high);
    if (!holds) {
        throw untranslatable("its values are not compared by synth");
    }
    return truth_term(true);
}

} // namespace synth::introspect
