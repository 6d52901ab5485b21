// SPDX-License-Identifier: BSL-1.0
#include "linear_form.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <utility>

#include "sql_constant.hpp"
#include "sql_tree.hpp"

namespace synth::introspect {

namespace {

using node = sql_tree::node;
using kind_of_sum = linear_form::kind_of_sum;
using found = std::optional<linear_form>;

constexpr int128 seconds_in_day = 86'400;

column_sum scaled(const column_sum& sum, int128 factor) {
    column_sum result = sum;
    for (auto& [column, count] : result) {
        count *= factor;
    }
    return result;
}

linear_form negated(const linear_form& one) {
    return {one.kind, scaled(one.columns, -1), -one.high, -one.low};
}

// A number of days beside days and dates.
linear_form as_days(const linear_form& number) {
    return {kind_of_sum::days, scaled(number.columns, seconds_in_day), number.low * seconds_in_day,
            number.high * seconds_in_day};
}

linear_form sum_of(const linear_form& left, const linear_form& right, kind_of_sum kind) {
    linear_form result{kind, left.columns, left.low + right.low, left.high + right.high};
    for (const auto& [column, count] : right.columns) {
        result.columns[column] += count;
    }
    std::erase_if(result.columns, [](const auto& each) { return each.second == 0; });
    return result;
}

bool is_moment(kind_of_sum kind) { return kind == kind_of_sum::date || kind == kind_of_sum::moment; }

found add(linear_form left, linear_form right) {
    if (is_moment(right.kind)) {
        std::swap(left, right);
    }
    const kind_of_sum more = right.kind;
    const auto whole = [](kind_of_sum kind) {
        return kind == kind_of_sum::number || kind == kind_of_sum::days;
    };
    switch (left.kind) {
    case kind_of_sum::number:
    case kind_of_sum::days:
        if (more == left.kind) {
            return sum_of(left, right, left.kind);
        }
        return whole(more)
                   ? found{sum_of(left.kind == kind_of_sum::number ? as_days(left) : left,
                                  more == kind_of_sum::number ? as_days(right) : right, kind_of_sum::days)}
                   : found{};
    case kind_of_sum::date:
        if (whole(more)) {
            return sum_of(left, more == kind_of_sum::number ? as_days(right) : right, kind_of_sum::date);
        }
        return more == kind_of_sum::span ? found{sum_of(left, right, kind_of_sum::moment)} : found{};
    default:
        return more == kind_of_sum::span ? found{sum_of(left, right, left.kind)} : found{};
    }
}

constexpr std::int64_t most_grain = 1'000'000;

class reading {
public:
    reading(const sql_tree& tree, const table& of, engine from, std::optional<std::size_t> value)
        : tree_(tree), of_(of), from_(from), value_(value) {}

    [[nodiscard]] found look_at(const node& one) const {
        const std::string_view kind_of_node = kind_of(one);
        const node& content = inside(one);
        if (kind_of_node == "ColumnRef") {
            return column(content);
        }
        if (kind_of_node == "A_Const") {
            return number(content);
        }
        if (kind_of_node == "TypeCast") {
            return cast(content);
        }
        if (kind_of_node == "A_Expr" && text_of(content, "kind") == "AEXPR_OP") {
            return operation(content);
        }
        return std::nullopt;
    }

    // Of column % 15 = 0, the column and the number.
    [[nodiscard]] std::optional<std::pair<std::size_t, std::int64_t>> grain(const node& one,
                                                                            const node& other) const {
        if (kind_of(one) != "A_Expr" || name_of(part(inside(one), "name")).last != "%" ||
            !inside(one).contains("lexpr")) {
            return std::nullopt;
        }
        const found column = look_at(part(inside(one), "lexpr"));
        const found divisor = look_at(part(inside(one), "rexpr"));
        const found zero = look_at(other);
        const bool plain = column && divisor && zero && column->columns.size() == 1 && column->low == 0 &&
                           column->high == 0 && column->columns.begin()->second == units_of_number &&
                           is_integer(of_.columns[column->columns.begin()->first].type.of) &&
                           divisor->columns.empty() && divisor->low == divisor->high &&
                           divisor->low % units_of_number == 0 && zero->columns.empty() && zero->low == 0 &&
                           zero->high == 0;
        const int128 number = plain ? divisor->low / units_of_number : 0;
        if (number < 1 || number > most_grain) {
            return std::nullopt;
        }
        return std::pair{column->columns.begin()->first, static_cast<std::int64_t>(number)};
    }

private:
    [[nodiscard]] found column(const node& content) const {
        const std::optional<std::size_t> index = value_ ? value_ : column_named(content, of_, from_);
        if (!index || !unit_of_column(of_.columns[*index].type)) {
            return std::nullopt;
        }
        switch (of_.columns[*index].type.of) {
        case kind::date:
            return linear_form{kind_of_sum::date, {{*index, units_of_day}}};
        case kind::timestamp:
        case kind::timestamp_tz:
            return linear_form{kind_of_sum::moment, {{*index, 1}}};
        case kind::interval:
            return linear_form{kind_of_sum::span, {{*index, 1}}};
        default:
            return linear_form{kind_of_sum::number, {{*index, units_of_number}}};
        }
    }

    [[nodiscard]] static found constant(const std::optional<sql_constant>& one) {
        constexpr unsigned digits = 6;
        constexpr int128 large = int128{1} << 80U;
        if (!one || one->scale > digits || one->number > large || one->number < -large) {
            return std::nullopt;
        }
        int128 number = one->number;
        switch (one->of) {
        case sort::number:
            for (unsigned scale = one->scale; scale < digits; ++scale) {
                number *= 10;
            }
            return linear_form{kind_of_sum::number, {}, number, number};
        case sort::date:
            number *= units_of_day;
            return linear_form{kind_of_sum::date, {}, number, number};
        case sort::timestamp:
        case sort::timestamp_tz:
            return linear_form{kind_of_sum::moment, {}, number, number};
        case sort::interval: {
            constexpr int shortest = 28;
            constexpr int longest = 31;
            number += one->days * units_of_day;
            const int128 low = one->months * int128{one->months < 0 ? longest : shortest};
            const int128 high = one->months * int128{one->months < 0 ? shortest : longest};
            return linear_form{
                kind_of_sum::span, {}, number + low * units_of_day, number + high * units_of_day};
        }
        default:
            return std::nullopt;
        }
    }

    [[nodiscard]] static found read_as(const std::string& type, const std::string& text) {
        if (type == "interval") {
            return constant(read_interval(text));
        }
        if (type == "date") {
            return constant(read_date(text));
        }
        if (type == "timestamp" || type == "timestamptz") {
            return constant(read_timestamp(text, type == "timestamptz"));
        }
        return constant(read_number(text));
    }

    [[nodiscard]] found number(const node& content) const {
        if (content.contains("ival")) {
            return constant(sql_constant{.of = sort::number, .number = tree_.integer(content)});
        }
        return constant(read_number(text_of(part(content, "fval"), "fval")));
    }

    // Those that change no value.
    [[nodiscard]] found cast(const node& content) const {
        const node& inner = part(content, "arg");
        const node& type = part(content, "typeName");
        const std::string to = name_of(part(type, "names")).last;
        if (type.contains("typmods") || type.contains("arrayBounds")) {
            return std::nullopt;
        }
        if (kind_of(inner) == "A_Const" && inside(inner).contains("sval")) {
            const std::string text = text_of(part(inside(inner), "sval"), "sval");
            return read_as(to, text);
        }
        found result = look_at(inner);
        const bool to_number = to == "int2" || to == "int4" || to == "int8" || to == "numeric";
        const bool to_moment = to == "timestamp" || to == "timestamptz";
        if (result && to_moment && is_moment(result->kind)) {
            result->kind = kind_of_sum::moment;
            return result;
        }
        const bool same = result && ((to_number && result->kind == kind_of_sum::number) ||
                                     (to == "date" && result->kind == kind_of_sum::date) ||
                                     (to == "interval" && result->kind == kind_of_sum::span));
        // A cast of a numeric to an integer rounds.
        const bool whole = same && (to == "numeric" || !to_number ||
                                    std::ranges::all_of(result->columns, [this](const auto& each) {
                                        return is_integer(of_.columns[each.first].type.of);
                                    }));
        return whole ? result : std::nullopt;
    }

    [[nodiscard]] found operation(const node& content) const {
        const dotted_name given = name_of(part(content, "name"));
        if (!given.before.empty() && given.before != "pg_catalog") {
            return std::nullopt;
        }
        const std::string& name = given.last;
        const found right = look_at(part(content, "rexpr"));
        if (!content.contains("lexpr")) {
            return name == "-" && right && !is_moment(right->kind) ? found{negated(*right)} : found{};
        }
        const found left = look_at(part(content, "lexpr"));
        if (!left || !right || (name != "+" && name != "-")) {
            return std::nullopt;
        }
        return name == "-" ? difference(*left, *right) : add(*left, *right);
    }

    const sql_tree& tree_;
    const table& of_;
    engine from_;
    std::optional<std::size_t> value_;
};

// The sum whose first column counts upwards, and whether it was turned round.
std::pair<column_sum, bool> upright(const column_sum& sum) {
    const bool turned = !sum.empty() && sum.begin()->second < 0;
    return {turned ? scaled(sum, -1) : sum, turned};
}

template<typename Function>
void for_each_comparison(const node& one, const Function& function) {
    const node& content = inside(one);
    if (kind_of(one) == "BoolExpr" && text_of(content, "boolop") == "AND_EXPR") {
        for (const node& each : part(content, "args")) {
            for_each_comparison(each, function);
        }
    } else if (kind_of(one) == "A_Expr" && text_of(content, "kind") == "AEXPR_OP" &&
               content.contains("lexpr")) {
        function(name_of(part(content, "name")).last, part(content, "lexpr"), part(content, "rexpr"));
    }
}

} // namespace

std::optional<int128> unit_of_column(const value_type& type) {
    constexpr int digits = 6;
    if (type.array) {
        return std::nullopt;
    }
    switch (type.of) {
    case kind::int16:
    case kind::int32:
    case kind::int64:
        return units_of_number;
    case kind::decimal: {
        int128 unit = units_of_number;
        for (int scale = 0; scale < (type.precision == 0 ? digits : type.scale); ++scale) {
            unit /= 10;
        }
        return type.scale < 0 || type.scale > digits ? std::nullopt : std::optional{unit};
    }
    case kind::date:
        return units_of_day;
    case kind::timestamp:
    case kind::timestamp_tz:
    case kind::interval: {
        int128 unit = 1;
        for (unsigned place = type.fraction_digits.value_or(digits); place < digits; ++place) {
            unit *= 10;
        }
        return unit;
    }
    default:
        return std::nullopt;
    }
}

found linear_form_of(const std::string& expression, const table& of, engine from,
                     std::optional<std::size_t> value) {
    try {
        const sql_tree tree{expression};
        return reading{tree, of, from, value}.look_at(tree.root());
    } catch (const untranslatable&) {
        return std::nullopt;
    }
}

found difference(const linear_form& left, const linear_form& right) {
    if (!is_moment(right.kind)) {
        return add(left, negated(right));
    }
    if (!is_moment(left.kind)) {
        return std::nullopt;
    }
    const bool days = left.kind == kind_of_sum::date && right.kind == kind_of_sum::date;
    return sum_of(left, negated(right), days ? kind_of_sum::days : kind_of_sum::span);
}

known_limits::known_limits(const table& of, engine from, const std::set<std::size_t>& kept) {
    const auto add = [&](const linear_form& below, bool strict) { // below < 0, or <= 0
        auto [sum, turned] = upright(below.columns);
        if (sum.empty()) {
            return;
        }
        int128 unit = sum.begin()->second;
        for (const auto& [column, count] : sum) { // one of a numeric is less than its millionths say
            const std::optional<int128> one = unit_of_column(of.columns[column].type);
            unit = std::min({unit, count < 0 ? -count : count, one.value_or(1)});
        }
        auto same = std::ranges::find(all_, sum, &known::sum);
        if (same == all_.end()) {
            same = all_.insert(all_.end(), known{sum, {}});
        }
        const int128 apart = strict ? unit : 0;
        if (turned) {
            const int128 low = below.high + apart;
            same->within.low = std::max(same->within.low.value_or(low), low);
        } else {
            const int128 high = -below.high - apart;
            same->within.high = std::min(same->within.high.value_or(high), high);
        }
    };
    for (const std::size_t at : kept) {
        const check& each = of.checks[at];
        const auto column = find_column(of, from, each.column);
        const std::optional<std::size_t> value = each.column.empty() ? std::nullopt : column;
        if (each.conditions.size() != 1 || each.partitions || (!each.column.empty() && !column)) {
            continue;
        }
        try {
            const sql_tree tree{each.conditions.front()};
            const reading read{tree, of, from, value};
            for_each_comparison(
                tree.root(), [&](const std::string& operation, const node& one, const node& other) {
                    if (const auto grain = operation == "=" ? read.grain(one, other) : std::nullopt) {
                        std::int64_t& known = grains_.try_emplace(grain->first, 1).first->second;
                        const std::int64_t both = std::lcm(known, grain->second);
                        known = both > most_grain ? known : both;
                        return;
                    }
                    const found left = read.look_at(one);
                    const found right = read.look_at(other);
                    const found apart = left && right ? difference(*left, *right) : found{};
                    if (apart && (operation.starts_with('<') || operation == "=") && operation != "<>") {
                        add(*apart, operation == "<");
                    }
                    if (apart && (operation.starts_with('>') || operation == "=")) {
                        add(negated(*apart), operation == ">");
                    }
                });
        } catch (const untranslatable&) {
            continue;
        }
    }
}

int128 known_limits::grain_of(std::size_t column) const {
    const auto known = grains_.find(column);
    return known == grains_.end() ? 1 : known->second;
}

known_limits::limits known_limits::of(const column_sum& sum) const {
    const auto [wanted, turned] = upright(sum);
    const auto same = std::ranges::find(all_, wanted, &known::sum);
    if (same == all_.end()) {
        return {};
    }
    limits result = same->within;
    if (turned) {
        std::swap(result.low, result.high);
        result.low = result.low ? std::optional{-*result.low} : std::nullopt;
        result.high = result.high ? std::optional{-*result.high} : std::nullopt;
    }
    return result;
}

} // namespace synth::introspect
