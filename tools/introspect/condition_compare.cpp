// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "condition.hpp"
#include "condition_types.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

struct comparison {
    std::string_view sql, cpp, flipped, opposite;
    binding bound;
    synth::operation what;
};

constexpr comparison comparisons[] = {
    {"=", "==", "=", "<>", binding::equality, synth::operation::equal},
    {"<>", "!=", "<>", "=", binding::equality, synth::operation::unequal},
    {"<", "<", ">", ">=", binding::order, synth::operation::less},
    {"<=", "<=", ">=", ">", binding::order, synth::operation::less_equal},
    {">", ">", "<", "<=", binding::order, synth::operation::greater},
    {">=", ">=", "<=", "<", binding::order, synth::operation::greater_equal},
};

const comparison* comparison_of(std::string_view sql) {
    const auto* const found = std::ranges::find(comparisons, sql, &comparison::sql);
    return found == std::end(comparisons) ? nullptr : found;
}

// A date is compared with a timestamp as its first moment.
bool is_local(sort of) { return of == sort::date || of == sort::timestamp; }

bool is_infinite(const term& one) {
    return one.is_constant() && one.of != sort::text && one.of != sort::literal &&
           one.value->text.ends_with("infinity");
}

// SQLite compares texts, of which a day is shorter than its midnight and so before it.
std::string_view as_texts(std::string_view operation) {
    if (operation == "=" || operation == "<>") {
        throw untranslatable("values of different types are compared");
    }
    return operation.starts_with('<') ? "<" : ">=";
}

} // namespace

term translator::operation(const node& one, fails_if when) {
    const std::string kind = text_of(one, "kind");
    const dotted_name given = name_of(part(one, "name"));
    const std::string name = given.last == "!=" ? std::string{"<>"} : given.last;
    const node& left = part(one, "lexpr");
    const node& right = part(one, "rexpr");
    if (!given.before.empty() && given.before != "pg_catalog" && !names_citext(left) &&
        !names_citext(right)) {
        throw untranslatable(
            fmt::format("operator {}.{} is not known to synth", one_line(given.before), name));
    }
    if (kind == "AEXPR_OP_ANY" || kind == "AEXPR_OP_ALL") {
        return in_any(name, left, right, kind == "AEXPR_OP_ALL", when);
    }
    if (kind == "AEXPR_IN") {
        return in_any(name, left, right, name == "<>", when);
    }
    if (kind == "AEXPR_BETWEEN" || kind == "AEXPR_NOT_BETWEEN") {
        const node& bounds = part(inside(right), "items");
        return kind == "AEXPR_BETWEEN" ? all_of({compare_nodes(">=", left, bounds.at(0), when),
                                                 compare_nodes("<=", left, bounds.at(1), when)})
                                       : one_of({compare_nodes("<", left, bounds.at(0), when),
                                                 compare_nodes(">", left, bounds.at(1), when)});
    }
    if (kind == "AEXPR_DISTINCT" || kind == "AEXPR_NOT_DISTINCT") {
        const term one_side = value_of(left, fails_if::either);
        const term other_side = value_of(right, fails_if::either);
        const bool formatted = one_side.comparison == "formatted" || other_side.comparison == "formatted";
        if (formatted && kind == "AEXPR_NOT_DISTINCT") { // of NULL it is NULL
            return compare("=", one_side, other_side, when);
        }
        const term result = distinct(one_side, other_side);
        return kind == "AEXPR_DISTINCT" ? result : negated(result);
    }
    if (kind == "AEXPR_NULLIF") {
        throw untranslatable("NULLIF is not known to synth there");
    }
    if (kind == "AEXPR_SIMILAR") {
        throw untranslatable("SIMILAR TO is not known to synth");
    }
    if (comparison_of(name) != nullptr && !left.empty()) {
        return compare_nodes(name, left, right, when);
    }
    if (is_match(name) && !left.empty()) {
        return match(name, value_of(left, fails_if::either), value_of(right, fails_if::either), when);
    }
    if (name == "||") {
        return joined_texts(value_of(left, fails_if::either), value_of(right, fails_if::either));
    }
    if (name == "<@" || name == "@>" || name == "&&") {
        return containment(name, left, right, when);
    }
    const bool divides = name == "/" || name == "%";
    term operand = value_of(divides ? divisor_of(right) : right, fails_if::either);
    if (left.empty()) {
        if (name == "@" && operand.of == sort::number && !operand.is_constant()) {
            term result = called("abs", sort::number, {operand});
            result.integer = operand.integer;
            result.scale = operand.scale;
            return result;
        }
        if (name == "~" && operand.is_constant() && operand.integer) {
            term result = constant_term({.of = sort::number, .number = -operand.value->number - 1});
            result.integer = true;
            return result;
        }
        if ((name != "-" && name != "+") || operand.of != sort::number || is_infinite(operand)) {
            throw untranslatable(fmt::format("operator {} is not known to synth", name));
        }
        if (operand.is_constant() && operand.value->now) {
            throw untranslatable("it depends on the time of day that the database has");
        }
        if (operand.is_constant() && name == "-") {
            operand.value->number = -operand.value->number;
            term result = constant_term(*operand.value);
            result.integer = operand.integer;
            return result;
        }
        return name == "+" ? operand : prefixed('-', sort::number, operand);
    }
    return calculate(name, value_of(left, fails_if::either), std::move(operand));
}

// x of nullif(x, 0): the database has NULL where a division by x were an error, and such rows are not made.
translator::node translator::divisor_of(const node& one) { // NOLINT(misc-no-recursion): casts are not deep
    if (kind_of(one) == "TypeCast") {
        node result = one;
        result["TypeCast"]["arg"] = divisor_of(part(inside(one), "arg"));
        return result;
    }
    if (kind_of(one) != "A_Expr" || text_of(inside(one), "kind") != "AEXPR_NULLIF") {
        return one;
    }
    const term never = value_of(part(inside(one), "rexpr"), fails_if::either);
    const bool zero = never.is_constant() && never.of == sort::number && never.value->number == 0;
    return zero ? part(inside(one), "lexpr") : one;
}

// Whose operators are in the schema of the extension.
bool translator::names_citext(const node& one) const { // NOLINT(misc-no-recursion): trees are not deep
    if (kind_of(one) == "TypeCast" &&
        name_of(part(part(inside(one), "typeName"), "names")).last == "citext") {
        return true;
    }
    if (kind_of(one) == "ColumnRef") {
        const auto index = index_of(inside(one));
        return index && is_citext(row_.columns[*index].source->type);
    }
    return one.is_structured() &&
           std::ranges::any_of(one, [this](const node& each) { return names_citext(each); });
}

term translator::compare_nodes(const std::string& operation, const node& left_node, const node& right_node,
                               fails_if when) {
    const comparison* const how = comparison_of(operation);
    if (how == nullptr) {
        return match(operation, value_of(left_node, fails_if::either), value_of(right_node, fails_if::either),
                     when);
    }
    for (const bool right_side : {false, true}) {
        const node& extreme = extreme_in(right_side ? right_node : left_node);
        if (kind_of(extreme) == "MinMaxExpr") {
            return compare_extreme(right_side ? how->flipped : how->sql, inside(extreme),
                                   right_side ? left_node : right_node, when);
        }
    }
    term left = value_of(left_node, fails_if::either);
    term right = value_of(right_node, fails_if::either);
    const bool mirrored = left.is_constant() && !right.is_constant();
    if (!(left.is_constant() && left.value->now) && !(right.is_constant() && right.value->now)) {
        return compare(operation, std::move(left), std::move(right), when);
    }
    // Now moves on. What lies before a day in the past stays before it, and so behind one far ahead.
    std::string_view direction = mirrored ? how->flipped : how->sql;
    direction = when == fails_if::right ? comparison_of(direction)->opposite : direction;
    if (when == fails_if::either || comparison_of(direction)->bound == binding::equality ||
        (left.is_constant() && right.is_constant())) {
        throw untranslatable("it depends on the time of day that the database has");
    }
    const bool before = direction.starts_with('<');
    (before ? below_present_ : above_present_) = true;
    if (below_present_ && above_present_) {
        throw untranslatable("it depends on the time of day that the database has");
    }
    present_year_ = before ? 2025 : 2100;
    (mirrored ? left : right) = value_of(mirrored ? left_node : right_node, fails_if::either);
    remarks_.insert(fmt::format("now is taken as {}-01-01", present_year_));
    present_year_ = 2025;
    present_is_said_ = true;
    term result = compare(operation, std::move(left), std::move(right), when);
    present_is_said_ = false;
    return result;
}

// closed = (closed_on IS NOT NULL), of SQLite, where a truth value is 0 or 1.
std::optional<term> translator::compare_truth_with_number(std::string_view operation, const term& left,
                                                          const term& right, fails_if when) {
    const term& truth = left.of == sort::boolean ? left : right;
    const term& number = &truth == &left ? right : left;
    if (row_.from != engine::sqlite || truth.of != sort::boolean || truth.is_constant() ||
        number.of != sort::number || number.is_constant() || !number.integer || when != fails_if::wrong ||
        (operation != "=" && operation != "<>")) {
        return std::nullopt;
    }
    const auto whole = [](int value) {
        term result = constant_term({.of = sort::number, .number = value});
        result.integer = true;
        return result;
    };
    return all_of(
        {compare(">=", number, whole(0), when), compare("<=", number, whole(1), when),
         compare(std::string{operation}, compare("=", number, whole(1), fails_if::either), truth, when)});
}

term translator::compare(std::string operation, term left, term right, fails_if when) {
    const comparison* how = comparison_of(operation);
    if (how == nullptr) {
        throw untranslatable(fmt::format("operator {} is not known to synth there", operation));
    }
    for (const term* each : {&left, &right}) {
        if (each->is_constant() && each->value->now && !present_is_said_) {
            throw untranslatable("it depends on the time of day that the database has");
        }
    }
    if (auto result = compare_truth_with_number(how->sql, left, right, when)) {
        return *std::move(result);
    }
    if (left.is_constant() && !right.is_constant()) {
        std::swap(left, right);
        how = comparison_of(how->flipped);
    }
    if (left.is_constant()) {
        if (left.of == right.of && (left.of == sort::number || left.of == sort::boolean) &&
            left.scale == right.scale && left.value->text.empty() && right.value->text.empty()) {
            const bool less = left.value->number < right.value->number;
            const bool same = left.value->number == right.value->number;
            return truth_term(how->sql == "="    ? same
                              : how->sql == "<>" ? !same
                              : how->sql == "<"  ? less
                              : how->sql == "<=" ? less || same
                              : how->sql == ">"  ? !less && !same
                                                 : !less);
        }
        throw untranslatable("constants of it are compared");
    }
    if (const std::optional<term> money = usual_money(left)) {
        left = *money;
    }
    if (left.comparison == "appended" || right.comparison == "appended") {
        return compare_appended(how->sql, left, right, when);
    }
    if (is_special(right) && !is_special(left)) {
        std::swap(left, right);
        how = comparison_of(how->flipped);
    }
    if (is_special(left)) {
        return compare_special(how->sql, left, right, when);
    }
    if (left.comparison == "digits") {
        std::tie(left, right) = without_digits(left, right);
    }
    if (right.comparison == "position" && left.comparison != "position") {
        std::swap(left, right);
        how = comparison_of(how->flipped);
    }
    if (left.comparison == "position" || left.comparison == "typeof") {
        return left.comparison == "typeof" ? compare_type(how->sql == "=", how->sql == "<>", left, right)
                                           : compare_position(std::string{how->sql}, left, right, when);
    }
    if (right.of == sort::null) {
        if (when != fails_if::wrong) {
            throw untranslatable("a comparison with NULL is never true");
        }
        return truth_term(true);
    }
    if ((left.null_when_empty || right.null_when_empty) && when == fails_if::either) {
        throw untranslatable("array_length of an empty array is not known to synth there");
    }
    if (left.labels_of != nullptr && right.is_constant() && how->bound == binding::equality) {
        left.of = sort::enumeration; // its labels are what is compared
        left.labels_of = nullptr;
    }
    if (how->sql == "<>" && right.is_constant() && left.source != nullptr && !left.source->type.array &&
        left.source->type.of == kind::range && right.value->text == "empty" && when == fails_if::wrong) {
        return truth_term(true); // generated ranges are not
    }
    if (right.is_constant()) {
        if (left.of == sort::array && how->bound == binding::equality && right.value->text == "{}") {
            term size = called("cardinality", sort::number, {left});
            return joined(how->cpp, binding::equality, sort::boolean, size,
                          constant_term({.of = sort::number}));
        }
        if (row_.from == engine::sqlite && (left.of == sort::timestamp || left.of == sort::timestamp_tz) &&
            right.of == sort::literal && read_date(right.value->text)) {
            how = comparison_of(as_texts(how->sql));
        }
        right = resolved(right, left);
    }
    if (is_infinite(right) && (is_moment(left.of) || left.of == sort::number) && when == fails_if::wrong) {
        const bool positive = !right.value->text.starts_with('-');
        const bool holds =
            how->sql == "<>" || (positive ? how->sql.starts_with('<') : how->sql.starts_with('>'));
        if (holds) {
            return truth_term(true); // generated values are finite
        }
    }
    if (is_infinite(right)) {
        throw untranslatable("infinity is not known to synth");
    }
    if (left.any_zone != right.any_zone) {
        remarks_.insert("its moments are taken in UTC");
    }
    if (row_.from == engine::sqlite && left.of == sort::timestamp && right.of == sort::date) {
        how = comparison_of(as_texts(how->sql));
    } else if (row_.from == engine::sqlite && left.of == sort::date && right.of == sort::timestamp) {
        how = comparison_of(comparison_of(as_texts(how->flipped))->flipped);
    }
    for (term* each : {&left, &right}) { // a date as a moment of the session's zone is as good as a local one
        if (each->any_zone && each->of == sort::timestamp_tz && is_local((each == &left ? right : left).of)) {
            each->of = sort::timestamp;
        }
    }
    // A moment beside a date that is no constant: the session of the load has UTC.
    for (term* each : {&left, &right}) {
        const term& other = each == &left ? right : left;
        if (each->of == sort::timestamp_tz && is_local(other.of) && !each->is_constant() &&
            !other.is_constant()) {
            note_zone(*each);
            each->of = sort::timestamp;
        }
    }
    const bool same = left.of == right.of || (is_local(left.of) && is_local(right.of));
    if (!same) {
        throw untranslatable("values of different types are compared");
    }
    const bool ordered = how->bound == binding::order;
    if (left.of == sort::array || left.of == sort::other || left.of == sort::literal ||
        (left.of == sort::uuid && ordered && (left.is_constant() || right.is_constant()))) {
        throw untranslatable(left.source != nullptr
                                 ? fmt::format("type {} is not compared by synth", left.source->type.sql)
                                 : std::string{"its values are not compared by synth"});
    }
    if (left.of == sort::enumeration && right.source != nullptr && left.source != nullptr &&
        left.source->type.enumeration != right.source->type.enumeration) {
        throw untranslatable("values of different types are compared");
    }
    if (left.of == sort::text) {
        if (left.labels_of != nullptr || right.labels_of != nullptr) {
            throw untranslatable("an enum is compared as a text");
        }
        if (ordered && !left.bytewise && !right.bytewise) {
            remarks_.insert("texts are put in order byte by byte, not by the database's collation");
        }
        if (left.ignores_case || right.ignores_case) {
            if (ordered || (right.is_constant() && !is_ascii(right.value->text))) {
                throw untranslatable("the order of texts without case is not known to synth");
            }
            left = left.text.starts_with("synth::sql::lower(") ? left : called("lower", sort::text, {left});
            right = right.is_constant() ? text_term(lower(right.value->text))
                                        : called("lower", sort::text, {right});
        }
    }
    if (left.text == right.text && !ordered && when == fails_if::wrong && how->sql == "=") {
        return truth_term(true);
    }
    if (left.of == sort::boolean && right.is_constant() && !ordered) {
        return right.is_truth(how->sql == "=") ? left : negated(left);
    }
    if (how->sql == "=" && right.is_constant()) {
        if (left.difference.size() == 3 && when == fails_if::wrong) {
            if (const std::optional<term> apart = remainders_of_keys(left.difference, right)) {
                return *apart;
            }
        }
        return in_list(left, {right});
    }
    term result = joined(how->cpp, how->bound, sort::boolean, left, right);
    if (left.of == sort::text && how->sql == "=") {
        result.says_text = equation_of_texts(left, right);
    }
    if (right.is_constant()) {
        result.subject = left.text;
        result.comparison = how->cpp;
        result.constants = {right};
        result.choices = choices_of(how->what, left, right);
        result.one_letter =
            left.of == sort::text && left.source != nullptr && left.source->type.max_length == 1;
    }
    return result;
}

// (b - a) % 2 = 1 of two keys, as of nested sets: keys cannot heed each other, so one is even, the other odd.
std::optional<term> translator::remainders_of_keys(const std::vector<term>& difference, const term& rest) {
    const term& greater = difference[0];
    const term& less = difference[1];
    const bool keys = row_.keys.contains(greater.index) && row_.keys.contains(less.index);
    if (!keys || greater.index == less.index || !is_whole_constant(rest) || rest.value->number < 0 ||
        rest.value->number >= difference[2].value->number) {
        return std::nullopt;
    }
    const auto leaves = [&](const term& column, const term& remainder) {
        return joined("==", binding::equality, sort::boolean, calculate("%", column, difference[2]),
                      remainder);
    };
    return all_of({leaves(greater, rest), leaves(less, constant_term({.of = sort::number})),
                   compare("<=", less, greater, fails_if::wrong)});
}

// GREATEST(a, b)::numeric, as it stands where a and b are of a domain over numeric, without the cast.
const translator::node& translator::extreme_in(const node& one) {
    if (kind_of(one) != "TypeCast" || kind_of(part(inside(one), "arg")) != "MinMaxExpr") {
        return one;
    }
    const node& type = part(inside(one), "typeName");
    const std::string to = name_of(part(type, "names")).last;
    const node& extreme = part(inside(one), "arg");
    const bool same = std::ranges::all_of(part(inside(extreme), "args"), [&](const node& each) {
        return value_of(each, fails_if::either).of == sort_of_type(to);
    });
    return same && !type.contains("typmods") && !type.contains("arrayBounds") && !is_integer_type(to)
               ? extreme
               : one;
}

// GREATEST(a, b) <= c is broken where one of a and b breaks it, and LEAST(a, b) >= c too; nulls do not count.
term translator::compare_extreme(std::string_view operation, const node& extreme, const node& other,
                                 fails_if when) {
    const bool greatest = text_of(extreme, "op") != "IS_LEAST";
    const bool every = operation.starts_with(greatest ? '<' : '>') && operation != "<>";
    const node& arguments = part(extreme, "args");
    const auto each_compared = [&](std::string_view how) {
        std::vector<term> conditions;
        for (const node& each : arguments) {
            conditions.push_back(compare_nodes(std::string{how}, each, other, when));
        }
        return conditions;
    };
    if (every && when == fails_if::wrong) {
        return all_of(each_compared(operation));
    }
    const bool nulls = std::ranges::any_of(
        arguments, [&](const node& each) { return value_of(each, fails_if::either).nullable; });
    if (nulls && operation == "=" && when == fails_if::wrong) {
        return equals_extreme(greatest, arguments, other);
    }
    if (nulls || every) { // which are left out of it, where a comparison with them is unknown
        throw untranslatable("greatest and least are not known to synth there");
    }
    if (operation != "=" && operation != "<>") {
        return one_of(each_compared(operation));
    }
    // One of them, and none is beyond it.
    std::vector<term> conditions = each_compared(greatest ? "<=" : ">=");
    conditions.push_back(one_of(each_compared("=")));
    const term same = all_of(std::move(conditions));
    return operation == "=" ? same : negated(same);
}

// amount = GREATEST(minimum, rate * quantity) where a NULL is left out of it.
term translator::equals_extreme(bool greatest, const node& arguments, const node& other) {
    const auto is_null = [](const term& one) {
        return null_term(is_special(one) ? one.constants.front() : one, true);
    };
    std::vector<term> all;
    std::vector<term> same;
    for (const node& each : arguments) {
        const term value = value_of(each, fails_if::either);
        const term within = compare_nodes(greatest ? "<=" : ">=", each, other, fails_if::wrong);
        term equal = compare_nodes("=", each, other, fails_if::wrong);
        if (value.nullable) {
            all.push_back(one_of({is_null(value), within}));
            equal = called("is_true", sort::boolean, {equal});
            equal.nullable = false;
        } else {
            all.push_back(within);
        }
        same.push_back(equal);
    }
    const term told = value_of(other, fails_if::either);
    if (told.nullable) {
        same.insert(same.begin(), is_null(told));
    }
    all.push_back(one_of(std::move(same)));
    return all_of(std::move(all));
}

// typeof(a) = 'integer'
term translator::compare_type(bool equal, bool unequal, const term& type, const term& constant) {
    const term& subject = type.constants.front();
    const kind of = subject.source->type.of;
    const bool integer = subject.of == sort::boolean || subject.integer;
    const bool real = of == kind::float32 || of == kind::float64;
    const std::string_view known = integer ? "integer" : real ? "real" : of == kind::bytes ? "blob" : "text";
    if ((!equal && !unequal) || !constant.is_constant() || of == kind::decimal || subject.of == sort::array) {
        throw untranslatable("typeof is not known to synth there");
    }
    const std::string& asked = constant.value->text;
    const term result = asked == known ? (subject.nullable ? null_term(subject, false) : truth_term(true))
                        : asked == "null" && subject.nullable ? null_term(subject, true)
                                                              : truth_term(false);
    return equal ? result : negated(result);
}

term translator::distinct(const term& left, const term& right) {
    if (left.of == sort::null || right.of == sort::null) {
        const term& other = left.of == sort::null ? right : left;
        return other.is_constant() ? truth_term(other.of != sort::null) : null_term(other, false);
    }
    if (left.null_when_empty || right.null_when_empty) {
        throw untranslatable("array_length of an empty array is not known to synth there");
    }
    if (is_special(left) || is_special(right)) {
        throw untranslatable("a function of it is not known to synth there");
    }
    if (left.text == right.text && !left.is_constant()) {
        return truth_term(false);
    }
    if (!left.nullable && !right.nullable) {
        return compare("<>", left, right, fails_if::either);
    }
    // What may be compared for being equal may be told apart.
    const term same = compare("=", left, right, fails_if::either);
    if (same.comparison != "in" && same.bound != binding::equality) {
        throw untranslatable("its values are not compared by synth");
    }
    const bool mirrored = left.is_constant();
    term one = same.comparison == "in" ? same.constants.back() : (mirrored ? right : left);
    term other = same.comparison == "in" ? same.constants.front() : (mirrored ? left : right);
    if (one.ignores_case || other.ignores_case) {
        throw untranslatable("the order of texts without case is not known to synth");
    }
    term result = called("is_distinct", sort::boolean, {one, other});
    result.nullable = false;
    return result;
}

} // namespace synth::introspect
