// SPDX-License-Identifier: BSL-1.0
#include "sqlite_texts.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "amount_text.hpp"
#include "sql_tree.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

using node = sql_tree::node;

// A function of SQLite whose argument has the form that synth writes, and the result too; strftime has it by
// its first argument.
struct moment_form {
    std::string_view function;
    std::string_view format;
    kind of;
    unsigned letters;
};
constexpr moment_form forms[] = {
    {"date", "", kind::date, 10},
    {"datetime", "", kind::timestamp, 19},
    {"julianday", "", kind::timestamp, 19}, // which is a number of every moment
    {"time", "", kind::time_of_day, 8},
    {"strftime", "%Y-%m-%d", kind::date, 10},
    {"strftime", "%Y-%m-%d %H:%M:%S", kind::timestamp, 19},
    {"strftime", "%H:%M:%S", kind::time_of_day, 8},
    {"current_date", "", kind::date, 10},
    {"current_timestamp", "", kind::timestamp, 19},
    {"current_time", "", kind::time_of_day, 8},
};

bool is_moment_type(const value_type& type) {
    return std::ranges::find(forms, type.of, &moment_form::of) != std::end(forms);
}

// A column of text takes a type of moments, if such texts have room in it.
bool take(column& one, kind of, std::optional<unsigned> fraction_digits = 0) {
    const auto* const form = std::ranges::find(forms, of, &moment_form::of);
    const bool room = one.type.max_length == 0 || one.type.max_length >= form->letters;
    if (one.type.of != kind::text || !room) {
        return false;
    }
    one.type.of = of;
    one.type.max_length = 0;
    one.type.fixed_length = false;
    one.type.fraction_digits = of == kind::date ? std::nullopt : fraction_digits;
    return true;
}

// What a function call makes of a column: the column and the form, as of date(day), strftime('%H:%M:%S',
// day).
struct made_of_column {
    std::size_t column;
    kind of;
};
std::optional<made_of_column> moment_call(const node& one, const table& in) {
    if (kind_of(one) != "FuncCall") {
        return std::nullopt;
    }
    const node& call = inside(one);
    const node& arguments = part(call, "args");
    const std::string function = name_of(part(call, "funcname")).last;
    if (arguments.empty() || kind_of(arguments.back()) != "ColumnRef") {
        return std::nullopt;
    }
    const std::string format = text_of(part(inside(arguments.front()), "sval"), "sval");
    const std::size_t expected = function == "strftime" ? 2 : 1;
    const auto* const form = std::ranges::find_if(forms, [&](const moment_form& each) {
        return each.function == function && each.format == (expected == 2 ? format : "");
    });
    const auto column = column_named(inside(arguments.back()), in, engine::sqlite);
    if (form == std::end(forms) || arguments.size() != expected || !column) {
        return std::nullopt;
    }
    return made_of_column{*column, form->of};
}

// round(price, 2), and so many digits of a floating-point number.
struct rounded_column_of {
    std::size_t column;
    int places;
};
std::optional<rounded_column_of> rounded_column(const node& one, const table& in) {
    if (kind_of(one) != "FuncCall" || name_of(part(inside(one), "funcname")).last != "round") {
        return std::nullopt;
    }
    const node& arguments = part(inside(one), "args");
    constexpr int most_places = 9;
    if (arguments.size() != 2 || kind_of(arguments[0]) != "ColumnRef" || kind_of(arguments[1]) != "A_Const") {
        return std::nullopt;
    }
    const auto column = column_named(inside(arguments[0]), in, engine::sqlite);
    const node& number = part(part(inside(arguments[1]), "ival"), "ival");
    const int places = number.is_number_integer() ? number.get<int>() : 0;
    return column && places > 0 && places <= most_places ? std::optional{rounded_column_of{*column, places}}
                                                         : std::nullopt;
}

void take_places(column& one, int places) {
    constexpr int digits_of_double = 15;
    if (one.type.of == kind::float64) {
        one.type.of = kind::decimal;
        one.type.precision = digits_of_double;
        one.type.scale = places;
    }
}

std::optional<std::size_t> plain_column(const node& one, const table& in) {
    return kind_of(one) == "ColumnRef" ? column_named(inside(one), in, engine::sqlite) : std::nullopt;
}

// What the checks of a table tell of its columns.
class reader_of_checks {
public:
    explicit reader_of_checks(table& of) : table_(of) {}

    void read() {
        for (const check& each : table_.checks) {
            for (const std::string& condition : each.conditions) {
                try {
                    walk(sql_tree{condition}.root());
                } catch (const untranslatable&) { // which is told where it is translated
                }
            }
        }
    }

    [[nodiscard]] const std::vector<std::pair<std::size_t, std::size_t>>& compared() const {
        return compared_;
    }

private:
    void walk(const node& one) {
        const node& what = inside(one);
        if (kind_of(one) == "BoolExpr" && text_of(what, "boolop") != "NOT_EXPR") {
            for (const node& each : part(what, "args")) {
                walk(each);
            }
        } else if (kind_of(one) == "NullTest" && text_of(what, "nulltesttype") == "IS_NOT_NULL") {
            if (const auto made = moment_call(part(what, "arg"), table_)) {
                take(table_.columns[made->column], made->of);
            }
        } else if (kind_of(one) == "A_Expr") {
            const bool equal = name_of(part(what, "name")).last == "=" && // also of IS NOT DISTINCT FROM
                               text_of(what, "kind") != "AEXPR_DISTINCT";
            compare(part(what, "lexpr"), part(what, "rexpr"), equal);
        }
    }

    void compare(const node& left, const node& right, bool equal) {
        if (kind_of(right) == "List") { // BETWEEN
            for (const node& each : part(inside(right), "items")) {
                compare(left, each, equal);
            }
            return;
        }
        for (const auto& [call, other] :
             {std::pair{std::cref(left), std::cref(right)}, std::pair{std::cref(right), std::cref(left)}}) {
            const auto made = moment_call(call, table_);
            if (made && equal && plain_column(other, table_) == made->column) {
                take(table_.columns[made->column], made->of);
            }
            if (const auto rounded = rounded_column(call, table_);
                rounded && equal && plain_column(other, table_) == rounded->column) {
                take_places(table_.columns[rounded->column], rounded->places);
            }
        }
        const auto one = plain_column(left, table_);
        const auto two = plain_column(right, table_);
        if (one && two) {
            compared_.emplace_back(*one, *two);
        }
    }

    table& table_;
    std::vector<std::pair<std::size_t, std::size_t>> compared_;
};

// The format in strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), whatever blanks are around its parts.
std::string format_of_present(const std::string& expression) {
    try {
        const sql_tree tree{expression};
        const node& call = inside(tree.root());
        const node& arguments = part(call, "args");
        const auto text = [&](std::size_t at) {
            return text_of(part(inside(arguments[at]), "sval"), "sval");
        };
        const bool formats = kind_of(tree.root()) == "FuncCall" && arguments.size() == 2 &&
                             name_of(part(call, "funcname")).last == "strftime" && text(1) == "now";
        return formats ? text(0) : "";
    } catch (const untranslatable&) {
        return "";
    }
}

void keep_form_of_default(table& into, const column& one) {
    const std::string format = one.type.of == kind::text ? format_of_present(one.default_expression) : "";
    const auto form = format.empty() ? std::nullopt : form_of_moments(format);
    if (form && format.find('\'') == std::string::npos &&
        (one.type.max_length == 0 || one.type.max_length >= form->length)) {
        const std::string condition =
            fmt::format("{0} = strftime('{1}', {0})", quoted_name(one.name), format);
        into.checks.push_back({.conditions = {condition},
                               .text = fmt::format("DEFAULT {}", one.default_expression),
                               .consequence = "a value of another form is generated"});
    }
}

// CURRENT_TIMESTAMP, date('now'), strftime('%H:%M:%S', 'now').
void read_default(column& one) {
    std::string text = lower(one.default_expression);
    std::erase(text, ' ');
    for (const moment_form& each : forms) {
        std::string format = lower(each.format);
        std::erase(format, ' ');
        const std::string call = format.empty() ? fmt::format("{}('now'", each.function)
                                                : fmt::format("{}('{}','now'", each.function, format);
        if (text == each.function || text.starts_with(call)) {
            take(one, each.of);
        }
    }
}

// A name or a condition for a search: in lower case, without blanks and quotes.
std::string bare(std::string_view sql) {
    std::string result;
    for (const char each : lower(sql)) {
        if (std::string_view{" \t\r\n\"`[]"}.find(each) == std::string_view::npos) {
            result += each;
        }
    }
    return result;
}

// Columns of text whose check says that they hold JSON.
void read_documents(table& into) {
    for (std::size_t index = 0; index < into.columns.size(); ++index) {
        column& each = into.columns[index];
        const auto among = [&](const std::vector<std::size_t>& columns) {
            return std::ranges::find(columns, index) != columns.end();
        };
        const bool of_key =
            among(into.primary_key.columns) ||
            std::ranges::any_of(into.unique, [&](const key& one) { return among(one.columns); }) ||
            std::ranges::any_of(into.references, [&](const reference& one) { return among(one.columns); });
        const std::string valid = "json_valid(" + bare(each.name) + ")";
        const bool said = std::ranges::any_of(into.checks, [&](const check& one) {
            return std::ranges::any_of(one.conditions, [&](const std::string& condition) {
                return bare(condition).find(valid) != std::string::npos;
            });
        });
        if (each.type.of == kind::text && each.type.max_length == 0 && said && !of_key) {
            each.type.of = kind::json;
        }
    }
}

// Both have moments where one of them has.
bool agree(column& one, column& two) {
    const bool first = is_moment_type(one.type);
    const column& known = first ? one : two;
    return first != is_moment_type(two.type) &&
           take(first ? two : one, known.type.of, known.type.fraction_digits);
}

} // namespace

std::optional<moment_texts> form_of_moments(std::string_view format) {
    struct letter {
        char name;
        std::string_view digits;
        std::size_t length;
    };
    constexpr letter letters[] = {
        {'Y', "20(1[5-9]|2[0-4])", 4},     {'m', "(0[1-9]|1[0-2])", 2}, {'d', "(0[1-9]|1[0-9]|2[0-8])", 2},
        {'H', "([01][0-9]|2[0-3])", 2},    {'M', "[0-5][0-9]", 2},      {'S', "[0-5][0-9]", 2},
        {'f', "[0-5][0-9][.][0-9]{3}", 6},
    };
    moment_texts result{.regular_expression = "^"};
    for (std::size_t at = 0; at < format.size(); ++at) {
        const char c = format[at];
        if (c == '%') {
            const char name = ++at < format.size() ? format[at] : '\0';
            const auto* const found = std::ranges::find(letters, name, &letter::name);
            if (found == std::end(letters)) {
                return std::nullopt;
            }
            result.regular_expression += found->digits;
            result.length += found->length;
        } else if (c >= ' ' && c < 127) {
            result.regular_expression += escaped_for_regex(format.substr(at, 1));
            ++result.length;
        } else {
            return std::nullopt;
        }
    }
    result.regular_expression += '$';
    return result;
}

void take_meant_types(catalog& database) {
    std::vector<std::pair<column*, column*>> alike;
    for (table& each : database.tables) {
        read_documents(each);
        reader_of_checks checks{each};
        checks.read();
        for (column& one : each.columns) {
            read_default(one);
            keep_form_of_default(each, one);
        }
        for (const auto& [one, two] : checks.compared()) {
            alike.emplace_back(&each.columns[one], &each.columns[two]);
        }
        for (const reference& link : each.references) {
            const auto parent =
                std::ranges::find(database.tables, link.parent, [](const table& one) { return one.name; });
            for (std::size_t at = 0; parent != database.tables.end() && at < link.columns.size() &&
                                     at < link.parent_columns.size();
                 ++at) {
                const auto named = std::ranges::find(parent->columns, link.parent_columns[at], &column::name);
                if (named != parent->columns.end()) {
                    alike.emplace_back(&each.columns[link.columns[at]], &*named);
                }
            }
        }
    }
    bool changed = true;
    while (changed) {
        changed = false;
        for (const auto& [one, two] : alike) {
            changed = agree(*one, *two) || changed;
        }
    }
}

} // namespace synth::introspect
