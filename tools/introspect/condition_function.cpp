// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "condition.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

[[noreturn]] void unknown(const std::string& name) {
    throw untranslatable(fmt::format("function {} is not known to synth", one_line(name)));
}

bool is_text(const term& one) {
    return one.of == sort::text && one.labels_of == nullptr && !one.is_constant();
}

// A pattern with another escape character than the backslash.
std::string with_backslashes(std::string_view pattern, std::string_view escape) {
    std::string result;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const bool escapes = !escape.empty() && pattern.substr(at).starts_with(escape);
        if (escapes && at + escape.size() >= pattern.size()) {
            throw untranslatable("its pattern ends with its escape character");
        }
        at += escapes ? escape.size() : 0;
        result += escapes || pattern[at] == '\\' ? "\\" : "";
        result += pattern[at];
    }
    return result;
}

// A pattern of SIMILAR TO as a regular expression.
std::string regular_of_similar(std::string_view pattern) {
    std::string result = "^(?:";
    bool in_brackets = false;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const char c = pattern[at];
        if (c == '\\' && at + 1 < pattern.size()) {
            ++at;
            const bool letter = (pattern[at] | 0x20) >= 'a' && (pattern[at] | 0x20) <= 'z';
            result += letter || (pattern[at] >= '0' && pattern[at] <= '9') ? "" : "\\";
            result += pattern[at];
        } else if (in_brackets || c == '[') {
            in_brackets = c != ']';
            result += c;
        } else if (c == '%') {
            result += ".*";
        } else if (c == '_') {
            result += '.';
        } else {
            result += c == '.' || c == '^' || c == '$' || c == '\\' ? "\\" : "";
            result += c == '(' ? "(?:" : std::string(1, c);
        }
    }
    return result + ")$";
}

} // namespace

term translator::coalesced(const std::vector<term>& given) {
    std::vector<term> arguments;
    for (const term& each : given) {
        if (each.of != sort::null) {
            arguments.push_back(each);
        }
    }
    if (arguments.empty() || arguments.front().is_constant()) {
        throw untranslatable("a COALESCE of it begins with a constant");
    }
    if (arguments.size() == 1) {
        return arguments.front();
    }
    term result = arguments.back();
    const term& first = arguments.front();
    if (result.is_constant() && result.value->now) {
        throw untranslatable("it depends on the time of day that the database has");
    }
    if (result.is_constant()) {
        result = resolved(result, first);
    }
    bool integer = result.integer;
    unsigned scale = result.scale;
    const bool empty_is_zero = arguments.size() == 2 && result.is_constant() && result.of == sort::number &&
                               result.value->number == 0;
    for (std::size_t at = arguments.size() - 1; at > 0; --at) {
        const term& each = arguments[at - 1];
        if (each.is_constant() || each.of != result.of || each.labels_of != nullptr ||
            each.of == sort::array || each.of == sort::other || each.ignores_case || each.padded ||
            (each.null_when_empty && !empty_is_zero)) {
            throw untranslatable("a COALESCE of it is not known to synth");
        }
        const bool nullable = result.nullable;
        integer = integer && each.integer;
        scale = std::max(scale, each.scale);
        const bool bytewise = each.bytewise;
        result = called("coalesce", each.of, {each, result});
        result.nullable = nullable;
        result.integer = integer;
        result.scale = scale;
        result.bytewise = bytewise;
        result.index = each.index; // of enumerations: whose labels they are
    }
    return result;
}

term translator::text_function(const std::string& name, const std::vector<term>& arguments) {
    const term& first = arguments.front();
    const std::size_t count = arguments.size();
    const kind of =
        first.source == nullptr || first.source->type.array ? kind::unsupported : first.source->type.of;
    const bool only_blanks =
        count == 1 || (count == 2 && is_text_constant(arguments[1]) && arguments[1].value->text == " ");
    const auto number = [&](std::string_view function) {
        term result = called(function, sort::number, {first});
        result.integer = true;
        return result;
    };
    const bool of_bytes = of == kind::bytes && (name == "octet_length" || name == "length");
    const bool of_bits = of == kind::bit_string && (name == "bit_length" || name == "length");
    if ((of_bytes || of_bits) && count == 1 && first.of == sort::other) {
        return number("cardinality");
    }
    constexpr auto known =
        std::to_array<std::string_view>({"btrim", "char_length", "character_length", "length", "lower",
                                         "octet_length", "starts_with", "trim", "upper"});
    if (std::ranges::find(known, name) == known.end()) {
        unknown(name);
    }
    if (!is_text(first)) {
        throw untranslatable(
            fmt::format("function {} of something that is no text is not known to synth", name));
    }
    if ((name == "length" || name == "char_length" || name == "character_length") && count == 1) {
        return number("length");
    }
    if (name == "octet_length" && count == 1 && !first.padded) {
        return number("octet_length");
    }
    const bool trims = (name == "btrim" || name == "trim") && only_blanks;
    if (((name == "lower" || name == "upper") && count == 1) || trims) {
        term result = called(trims ? "trim" : name, sort::text, {first});
        result.ignores_case = first.ignores_case;
        result.bytewise = first.bytewise;
        if (first.source != nullptr && !trims) {
            result.pieces = {{.column = first.index, .letters = name}};
        }
        return result;
    }
    if (name == "starts_with" && count == 2 && is_text_constant(arguments[1]) && !first.padded) {
        const term given = text_term(escaped_for_like(arguments[1].value->text) + "%");
        term plain = first;
        plain.ignores_case = false;
        return match("~~", plain, given, fails_if::either);
    }
    if (name == "starts_with" && count == 2 && is_whole_text(first) && is_whole_text(arguments[1])) {
        return called("starts_with", sort::boolean, {first, arguments[1]});
    }
    unknown(name);
}

// Values of ltree have as many labels as synth gives them: one in keys, which references repeat, else three.
std::optional<term> translator::levels_of_path(const node& one) const {
    const node& arguments = part(one, "args");
    if (name_of(part(one, "funcname")).last != "nlevel" || arguments.size() != 1 ||
        kind_of(arguments[0]) != "ColumnRef") {
        return std::nullopt;
    }
    const std::optional<std::size_t> column = index_of(inside(arguments[0]));
    if (!column || row_.columns[*column].source->nullable ||
        !("." + row_.columns[*column].source->type.sql).ends_with(".ltree")) {
        return std::nullopt;
    }
    term levels = constant_term({.of = sort::number, .number = row_.keys.contains(*column) ? 1 : 3});
    levels.integer = true;
    return levels;
}

term translator::function(const node& one, fails_if when) {
    if (const std::optional<term> levels = levels_of_path(one)) {
        return *levels;
    }
    const dotted_name given = name_of(part(one, "funcname"));
    if ((!given.before.empty() && given.before != "pg_catalog") || one.contains("agg_filter") ||
        one.contains("over") || one.contains("agg_distinct") || one.contains("agg_order")) {
        throw untranslatable(fmt::format("function {}{}{} is not known to synth", one_line(given.before),
                                         given.before.empty() ? "" : ".", one_line(given.last)));
    }
    const std::string& name = given.last;
    const node& nodes = part(one, "args");
    if (name == "iif" && nodes.size() == 3 && row_.from == engine::sqlite) {
        return choice(nodes[0], nodes[1], truth_of(nodes[2], when), when, nullptr);
    }
    if (name == "make_interval" && row_.from == engine::postgresql) {
        return made_interval(nodes);
    }
    std::vector<term> arguments;
    for (const node& each : nodes) {
        arguments.push_back(value_of(each, fails_if::either));
    }
    const std::size_t count = arguments.size();
    if (count == 0) {
        for (const std::string_view each :
             {"now", "transaction_timestamp", "statement_timestamp", "clock_timestamp"}) {
            if (name == each) {
                return present(sort::timestamp_tz);
            }
        }
        unknown(name);
    }
    const term& first = arguments.front();
    if (first.source != nullptr && first.source->type.of == kind::range && !first.source->type.array &&
        count == 1) {
        return range_function(name, first, when);
    }
    if (const std::optional<term> appended = append_function(name, arguments)) {
        return *appended;
    }
    if (name == "num_nonnulls" || name == "num_nulls") {
        if (one.contains("func_variadic")) {
            unknown(name);
        }
        return count_term(arguments, name == "num_nulls");
    }
    if (name == "chr" && count == 1 && first.is_constant() && first.of == sort::number &&
        first.value->number > 0 && first.value->number < 128) {
        return constant_term(
            {.of = sort::text, .text = std::string(1, static_cast<char>(first.value->number))});
    }
    if ((name == "ifnull" && row_.from == engine::sqlite) || name == "coalesce") {
        return coalesced(arguments);
    }
    if (name == "like_escape" && count == 2 && is_text_constant(first) && is_text_constant(arguments[1])) {
        term result = constant_term(
            {.of = sort::text, .text = with_backslashes(first.value->text, arguments[1].value->text)});
        result.escaped = true;
        return result;
    }
    if ((name == "extract" || name == "date_part") && count == 2) {
        return part_of_moment(name, first, arguments[1]);
    }
    if (name == "date_trunc" && (count == 2 || count == 3)) {
        return start_of_moment(arguments);
    }
    if (name == "timezone" && count == 2) {
        return moment_in_zone(first, arguments[1]);
    }
    if ((name == "date" || name == "time") && count == 1 && row_.from == engine::postgresql) {
        return first.is_constant() ? cast_constant(first, name, node::array())
                                   : cast_value(first, name, false);
    }
    if ((name == "position" || name == "strpos" || (name == "instr" && row_.from == engine::sqlite)) &&
        count == 2 && is_text(first) && !first.padded && !first.ignores_case &&
        is_text_constant(arguments[1]) && !arguments[1].value->text.empty()) {
        return {.text = first.text,
                .of = sort::other,
                .comparison = "position",
                .constants = {first, arguments[1]}};
    }
    if (name == "typeof" && count == 1 && first.source != nullptr && row_.from == engine::sqlite) {
        return {.text = first.text, .of = sort::other, .comparison = "typeof", .constants = {first}};
    }
    if (name == "similar_to_escape" && count == 1 && is_text_constant(first)) {
        return constant_term({.of = sort::text, .text = regular_of_similar(first.value->text)});
    }
    if (name == "abs" && count == 1 && first.of == sort::number && !first.is_constant()) {
        term result = called("abs", sort::number, {first});
        result.integer = first.integer;
        result.scale = first.scale;
        return result;
    }
    if (name == "mod" && count == 2) {
        return calculate("%", first, arguments[1]);
    }
    if ((name == "power" || name == "pow") && count == 2 && first.is_constant() &&
        arguments[1].is_constant()) {
        return calculate("^", first, arguments[1]);
    }
    const auto given_number = [&](std::size_t at) {
        return arguments[at].is_constant() && arguments[at].of == sort::number &&
               arguments[at].value->scale == 0;
    };
    if (name == "make_date" && count == 3 && given_number(0) && given_number(1) && given_number(2)) {
        const std::string day = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(first.value->number),
                                            static_cast<int>(arguments[1].value->number),
                                            static_cast<int>(arguments[2].value->number));
        if (const auto date = read_date(day)) {
            return constant_term(*date);
        }
    }
    if (name == "regexp_like" && row_.from == engine::postgresql && is_text(first) &&
        (count == 2 || (count == 3 && is_text_constant(arguments[2]) && arguments[2].value->text == "i"))) {
        return match(count == 3 ? "~*" : "~", first, arguments[1], when);
    }
    const bool array_length = (name == "array_length" || name == "array_upper") && count == 2 &&
                              arguments[1].is_constant() && arguments[1].of == sort::number &&
                              arguments[1].value->number == 1;
    if ((name == "cardinality" || array_length) && first.comparison == "pieces") {
        return first;
    }
    if ((name == "cardinality" || array_length) && first.of == sort::array && !first.is_constant()) {
        term result = called("cardinality", sort::number, {first});
        result.integer = true;
        result.null_when_empty = array_length;
        return result;
    }
    if (name == "isfinite" && count == 1 && first.source != nullptr && when == fails_if::wrong) {
        return truth_term(true); // generated values are
    }
    const bool of_network = first.source != nullptr && first.source->type.of == kind::inet;
    const bool of_cidr = first.source != nullptr && first.source->type.of == kind::cidr;
    if (((name == "family" && (of_network || of_cidr)) || (name == "masklen" && of_network)) && count == 1 &&
        !first.source->type.array) {
        // Generated addresses are those of single IPv4 hosts, generated networks those of IPv4.
        term result =
            constant_term({.of = sort::number, .number = name == "family" ? int128{4} : int128{32}});
        result.integer = true;
        return first.nullable ? special_term("usual", {first, result, result}) : result;
    }
    const bool json = first.source != nullptr &&
                      (first.source->type.of == kind::json || first.source->type.of == kind::jsonb);
    if (name == "json_valid" && json && when == fails_if::wrong) { // which is false of NULL
        return first.nullable ? null_term(first, false) : truth_term(true);
    }
    if (auto moment = row_.from == engine::sqlite ? sqlite_moment(name, arguments) : std::nullopt) {
        return *moment;
    }
    if (auto special = special_function(name, arguments)) {
        return *std::move(special);
    }
    return text_function(name, arguments);
}

} // namespace synth::introspect
