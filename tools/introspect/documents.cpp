// SPDX-License-Identifier: BSL-1.0
#include "documents.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <string_view>
#include <utility>

#include <synth/generate/word_pool.hpp>

#include "text.hpp"

namespace synth::introspect {

namespace {

using nlohmann::json;
using sort = document_value::sort;
using known = std::optional<document_value>;

document_value null_value() { return {}; }
document_value truth(bool value) { return {sort::truth, value}; }
document_value text(std::string value) { return {sort::text, std::move(value)}; }

// A member or an element; null where there is none.
document_value member_of(const json& document, const document_value& key) {
    if (document.is_object() && key.of == sort::text) {
        const auto found = document.find(key.content.get<std::string>());
        return found == document.end() ? null_value() : document_value{sort::document, *found};
    }
    if (document.is_array() && key.of == sort::number && key.content.is_number_integer()) {
        const auto size = static_cast<std::int64_t>(document.size());
        const auto given = key.content.get<std::int64_t>();
        const std::int64_t index = given < 0 ? given + size : given;
        return index >= 0 && index < size
                   ? document_value{sort::document, document[static_cast<std::size_t>(index)]}
                   : null_value();
    }
    return null_value();
}

// A document as a text, where the spelling leaves no choice.
known text_of_document(const document_value& one) {
    if (one.of == sort::null || one.content.is_null()) {
        return null_value();
    }
    if (one.content.is_string()) {
        return text(one.content.get<std::string>());
    }
    return one.content.is_structured() && !one.content.empty() ? std::nullopt
                                                               : known{text(one.content.dump())};
}

// jsonb's @>: every part of the right side is in the left.
bool contains(const json& left, const json& right, bool outermost = true) {
    if (left.is_object() && right.is_object()) {
        return std::ranges::all_of(right.items(), [&](const auto& each) {
            return left.contains(each.key()) && contains(left[each.key()], each.value(), false);
        });
    }
    if (left.is_array() && right.is_array()) {
        return std::ranges::all_of(right, [&](const json& wanted) {
            return std::ranges::any_of(left, [&](const json& each) {
                return each.is_primitive() == wanted.is_primitive() && contains(each, wanted, false);
            });
        });
    }
    if (outermost && left.is_array() && right.is_primitive()) {
        return std::ranges::find(left, right) != left.end();
    }
    return left.type() == right.type() || (left.is_number() && right.is_number()) ? left == right : false;
}

// Whether a text is a member of an object or an element of an array.
bool has(const json& document, const json& key) {
    return document.is_object()  ? document.contains(key.get<std::string>())
           : document.is_array() ? std::ranges::find(document, key) != document.end()
                                 : document.is_string() && document == key;
}

std::string type_of(const json& document) {
    return document.is_object()    ? "object"
           : document.is_array()   ? "array"
           : document.is_string()  ? "string"
           : document.is_number()  ? "number"
           : document.is_boolean() ? "boolean"
                                   : "null";
}

std::string upper(std::string text) {
    for (char& each : text) {
        each = each >= 'a' && each <= 'z' ? static_cast<char>(each - 'a' + 'A') : each;
    }
    return text;
}

class calculation {
public:
    calculation(const sql_tree& tree, const document_lookup& document, engine from)
        : tree_(tree), document_(document), from_(from) {}

    [[nodiscard]] known at(const sql_tree::node& one) const {
        const std::string_view kind = kind_of(one);
        const sql_tree::node& content = inside(one);
        if (kind == "ColumnRef") {
            return document_ ? document_(content) : std::nullopt;
        }
        if (kind == "A_Const") {
            return constant(content);
        }
        if (kind == "TypeCast") {
            return cast(content);
        }
        if (kind == "FuncCall") {
            return function(content);
        }
        if (kind == "A_Expr") {
            return operation(content);
        }
        if (kind == "BoolExpr") {
            return logic(content);
        }
        if (kind == "A_ArrayExpr") {
            return list(part(content, "elements"));
        }
        if (kind == "NullTest") {
            const known tested = at(part(content, "arg"));
            return tested ? known{truth((tested->of == sort::null) ==
                                        (text_of(content, "nulltesttype") == "IS_NULL"))}
                          : std::nullopt;
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] known constant(const sql_tree::node& content) const {
        if (content.contains("sval")) {
            return text(text_of(part(content, "sval"), "sval"));
        }
        if (content.contains("ival")) {
            return document_value{sort::number, tree_.integer(content)};
        }
        if (content.contains("fval")) {
            return number_of(text_of(part(content, "fval"), "fval"));
        }
        if (content.contains("boolval")) {
            return truth(part(content, "boolval").contains("boolval"));
        }
        return content.contains("isnull") ? known{null_value()} : std::nullopt;
    }

    static known number_of(const std::string& digits) {
        constexpr std::size_t exact = 15; // digits of a double, and of any integer that is compared with one
        const json number = json::parse(digits, nullptr, false);
        return number.is_number() && digits.size() <= exact ? known{document_value{sort::number, number}}
                                                            : std::nullopt;
    }

    [[nodiscard]] known list(const sql_tree::node& elements) const {
        document_value result{sort::list, json::array()};
        for (const sql_tree::node& each : elements) {
            const known element = at(each);
            if (!element || (element->of != sort::text && element->of != sort::number)) {
                return std::nullopt;
            }
            result.content.push_back(element->content);
        }
        return result;
    }

    [[nodiscard]] known cast(const sql_tree::node& content) const {
        const known given = at(part(content, "arg"));
        const sql_tree::node& type = part(content, "typeName");
        const std::string name = name_of(part(type, "names")).last;
        if (!given || given->of == sort::null || given->of == sort::list || type.contains("arrayBounds")) {
            return given; // an array of texts stays as it is spelled
        }
        if (name == "json" || name == "jsonb") {
            if (given->of == sort::document) {
                return given;
            }
            const json document = given->of == sort::text ? parsed_document(given->content.get<std::string>())
                                                          : json(json::value_t::discarded);
            return document.is_discarded() ? std::nullopt : known{document_value{sort::document, document}};
        }
        constexpr auto texts = std::to_array<std::string_view>({"text", "varchar", "bpchar"});
        if (std::ranges::find(texts, name) != texts.end()) {
            return given->of == sort::text && !type.contains("typmods") ? given : std::nullopt;
        }
        constexpr auto numbers =
            std::to_array<std::string_view>({"int2", "int4", "int8", "numeric", "float8"});
        const bool scalar = given->of == sort::text || given->of == sort::document;
        if (std::ranges::find(numbers, name) != numbers.end() && !type.contains("typmods")) {
            if (given->of == sort::number) {
                return given;
            }
            const known number = given->content.is_string() && given->of == sort::text
                                     ? number_of(given->content.get<std::string>())
                                 : given->content.is_number() ? known{{sort::number, given->content}}
                                                              : std::nullopt;
            const bool whole = name.starts_with("int");
            return number && (!whole || fits(number->content, name)) ? number : std::nullopt;
        }
        if (name == "bool" && scalar) {
            const std::string spelled =
                given->of == sort::text ? given->content.get<std::string>() : given->content.dump();
            return spelled == "true" || spelled == "false" ? known{truth(spelled == "true")} : std::nullopt;
        }
        return std::nullopt;
    }

    // Fifteen digits are within int8.
    static bool fits(const json& number, std::string_view type) {
        if (!number.is_number_integer()) {
            return false;
        }
        const auto value = number.get<std::int64_t>();
        const std::int64_t most = type == "int2"   ? std::numeric_limits<std::int16_t>::max()
                                  : type == "int4" ? std::int64_t{std::numeric_limits<std::int32_t>::max()}
                                                   : std::numeric_limits<std::int64_t>::max();
        return value <= most && value >= -most;
    }

    [[nodiscard]] known function(const sql_tree::node& content) const {
        const dotted_name name = name_of(part(content, "funcname"));
        const sql_tree::node& arguments = part(content, "args");
        if (from_ == engine::sqlite && name.last.starts_with("json_")) {
            return sqlite_function(name.last, arguments);
        }
        if (arguments.size() != 1 || (!name.before.empty() && name.before != "pg_catalog")) {
            return std::nullopt;
        }
        const known given = at(arguments[0]);
        if (!given || given->of == sort::null) {
            return given;
        }
        if (given->of == sort::text) {
            return of_text(name.last, given->content.get<std::string>());
        }
        if (given->of != sort::document) {
            return std::nullopt;
        }
        if (name.last == "jsonb_typeof" || name.last == "json_typeof") {
            return text(type_of(given->content));
        }
        if (name.last == "jsonb_array_length" || name.last == "json_array_length") {
            return given->content.is_array() ? known{document_value{sort::number, given->content.size()}}
                                             : std::nullopt;
        }
        return name.last == "json_valid" ? known{truth(true)} : std::nullopt;
    }

    [[nodiscard]] known sqlite_function(const std::string& name, const sql_tree::node& arguments) const {
        const known given = arguments.empty() || arguments.size() > 2 ? std::nullopt : at(arguments[0]);
        if (!given || given->of == sort::null) {
            return given;
        }
        document_value found = *given;
        if (arguments.size() == 2 && found.of == sort::document) {
            const known path = at(arguments[1]);
            const auto steps = path ? steps_of_json_path(*path) : std::nullopt;
            if (!steps) {
                return std::nullopt;
            }
            for (const std::string& each : *steps) {
                found = found.of == sort::document ? member_of(found.content, text(each)) : null_value();
            }
        }
        if (found.of != sort::document) {
            return found.of == sort::null ? known{found} : std::nullopt;
        }
        const json& content = found.content;
        if (name == "json_type") {
            return text(content.is_string()           ? "text"
                        : content.is_number_integer() ? "integer"
                        : content.is_number()         ? "real"
                        : content.is_boolean()        ? content.dump()
                                                      : type_of(content));
        }
        if (name == "json_array_length") {
            return document_value{sort::number, content.is_array() ? content.size() : 0};
        }
        if (name == "json_extract" && arguments.size() == 2) {
            return content.is_number()    ? known{{sort::number, content}}
                   : content.is_boolean() ? known{{sort::number, content.get<bool>() ? 1 : 0}}
                   : content.is_null()    ? known{null_value()}
                   : content.is_string()  ? known{text(content.get<std::string>())}
                                          : std::nullopt;
        }
        return name == "json_valid" && arguments.size() == 1 ? known{truth(true)} : std::nullopt;
    }

    static known of_text(const std::string& name, const std::string& value) {
        const bool plain = std::ranges::all_of(value, [](char each) { return each > ' ' && each < 127; });
        if (!plain) {
            return std::nullopt;
        }
        if (name == "length" || name == "char_length" || name == "octet_length") {
            return document_value{sort::number, value.size()};
        }
        if (name == "lower" || name == "upper") {
            return text(name == "lower" ? lower(value) : upper(value));
        }
        return name == "btrim" ? known{text(value)} : std::nullopt;
    }

    [[nodiscard]] known logic(const sql_tree::node& content) const {
        const std::string connective = text_of(content, "boolop");
        const bool either = connective == "OR_EXPR";
        bool unknown = false;
        bool null = false;
        for (const sql_tree::node& each : part(content, "args")) {
            const known one = at(each);
            if (unknown) { // which may be an error before it comes to what decides
                return std::nullopt;
            }
            if (!one || (one->of != sort::truth && one->of != sort::null)) {
                unknown = true;
            } else if (one->of == sort::null) {
                null = true;
            } else if (connective == "NOT_EXPR") {
                return truth(!one->content.get<bool>());
            } else if (one->content.get<bool>() == either) {
                return one; // whatever the others are
            }
        }
        return unknown ? std::nullopt : null ? known{null_value()} : known{truth(!either)};
    }

    [[nodiscard]] known operation(const sql_tree::node& content) const {
        const std::string kind = text_of(content, "kind");
        const std::string name = name_of(part(content, "name")).last;
        if (kind == "AEXPR_OP" && name == "-" && !content.contains("lexpr")) {
            const known number = at(part(content, "rexpr"));
            const bool whole = number && number->of == sort::number && number->content.is_number_integer();
            return whole ? known{{sort::number, -number->content.get<std::int64_t>()}} : std::nullopt;
        }
        const known left = at(part(content, "lexpr"));
        const sql_tree::node& right_node = part(content, "rexpr");
        const known right =
            kind == "AEXPR_IN"
                ? list(inside(right_node).contains("items") ? part(inside(right_node), "items") : right_node)
                : at(right_node);
        if (!left || !right) {
            return std::nullopt;
        }
        if (kind == "AEXPR_DISTINCT" || kind == "AEXPR_NOT_DISTINCT") {
            return from_ == engine::sqlite && left->of == sort::document
                       ? std::nullopt
                       : distinct(*left, *right, kind == "AEXPR_DISTINCT");
        }
        if (kind != "AEXPR_OP" && kind != "AEXPR_IN" && kind != "AEXPR_OP_ANY") {
            return std::nullopt;
        }
        if (left->of == sort::null || right->of == sort::null) {
            return null_value();
        }
        if (kind == "AEXPR_IN" || kind == "AEXPR_OP_ANY") {
            const bool wanted = name == "=";
            return right->of == sort::list && (wanted || (name == "<>" && kind == "AEXPR_IN")) &&
                           (left->of == sort::text || left->of == sort::number)
                       ? known{truth((std::ranges::find(right->content, left->content) !=
                                      right->content.end()) == wanted)}
                       : std::nullopt;
        }
        if (from_ == engine::sqlite && left->of == sort::document) { // a text there
            return std::nullopt;
        }
        return kind == "AEXPR_OP" ? apply(name, *left, *right) : std::nullopt;
    }

    static known distinct(const document_value& left, const document_value& right, bool wanted) {
        if (left.of == sort::null || right.of == sort::null) {
            return truth((left.of != right.of) == wanted);
        }
        const known same = apply("=", left, right);
        return same ? known{truth(same->content.get<bool>() != wanted)} : std::nullopt;
    }

    static known apply(const std::string& name, const document_value& left, const document_value& given) {
        if (left.of != sort::document) {
            return left.of == given.of ? compare(name, left.content, given.content) : std::nullopt;
        }
        if (name == "->" || name == "->>") {
            const document_value found = member_of(left.content, given);
            return name == "->" ? known{found} : text_of_document(found);
        }
        if (name == "#>" || name == "#>>") {
            return along(left, given, name == "#>>");
        }
        if (name == "?" && given.of == sort::text) {
            return truth(has(left.content, given.content));
        }
        const auto in_document = [&](const json& key) { return key.is_string() && has(left.content, key); };
        if (name == "?|" && given.of == sort::list) {
            return truth(std::ranges::any_of(given.content, in_document));
        }
        if (name == "?&" && given.of == sort::list) {
            return truth(std::ranges::all_of(given.content, in_document));
        }
        // A constant beside a document is one.
        const json right = given.of == sort::text       ? parsed_document(given.content.get<std::string>())
                           : given.of == sort::document ? given.content
                                                        : json(json::value_t::discarded);
        if (right.is_discarded()) {
            return std::nullopt;
        }
        if (name == "=" || name == "<>") {
            return truth((left.content == right) == (name == "="));
        }
        if (name == "@>" || name == "<@") {
            return truth(name == "@>" ? contains(left.content, right) : contains(right, left.content));
        }
        return std::nullopt;
    }

    static known compare(const std::string& name, const json& left, const json& right) {
        if (name == "=" || name == "<>") {
            return truth((left == right) == (name == "="));
        }
        if (!left.is_number() || !right.is_number()) {
            return std::nullopt;
        }
        return name == "<"    ? known{truth(left < right)}
               : name == "<=" ? known{truth(left <= right)}
               : name == ">"  ? known{truth(left > right)}
               : name == ">=" ? known{truth(left >= right)}
                              : std::nullopt;
    }

    // By names only.
    static known along(const document_value& from, const document_value& path, bool as_text) {
        const std::optional<std::vector<std::string>> steps = steps_of(path);
        if (!steps) {
            return std::nullopt;
        }
        document_value at = from;
        for (const std::string& each : *steps) {
            if (at.content.is_array()) {
                return std::nullopt;
            }
            at = at.of == sort::document ? member_of(at.content, text(each)) : null_value();
        }
        return as_text ? text_of_document(at) : known{at};
    }

    const sql_tree& tree_;
    const document_lookup& document_;
    engine from_;
};

} // namespace

std::optional<std::vector<std::string>> steps_of(const document_value& path) {
    std::vector<std::string> steps;
    if (path.of == sort::list) {
        for (const json& each : path.content) {
            if (!each.is_string()) {
                return std::nullopt;
            }
            steps.push_back(each.get<std::string>());
        }
        return steps;
    }
    const std::string spelled = path.of == sort::text ? path.content.get<std::string>() : "";
    if (spelled.size() < 3 || !spelled.starts_with('{') || !spelled.ends_with('}') ||
        spelled.find_first_of("\"\\ 0123456789") != std::string::npos) {
        return std::nullopt;
    }
    for (std::size_t start = 1; start < spelled.size();) {
        const std::size_t end = std::min(spelled.find(',', start), spelled.size() - 1);
        steps.push_back(spelled.substr(start, end - start));
        start = end + 1;
    }
    return steps;
}

json parsed_document(const std::string& spelled) {
    constexpr int deepest = 64;
    int depth = 0;
    for (const char each : spelled) {
        depth += each == '[' || each == '{' ? 1 : each == ']' || each == '}' ? -1 : 0;
        if (depth > deepest) {
            return json(json::value_t::discarded);
        }
    }
    return json::parse(spelled, nullptr, false);
}

std::optional<std::vector<std::string>> steps_of_json_path(const document_value& path) {
    const std::string spelled = path.of == sort::text ? path.content.get<std::string>() : "";
    if (!spelled.starts_with('$') || spelled.find_first_of("\"[\\") != std::string::npos) {
        return std::nullopt;
    }
    std::vector<std::string> steps;
    for (std::size_t start = 1; start < spelled.size();) {
        const std::size_t end = std::min(spelled.find('.', start + 1), spelled.size());
        if (spelled[start] != '.' || end == start + 1) {
            return std::nullopt;
        }
        steps.push_back(spelled.substr(start + 1, end - start - 1));
        start = end;
    }
    return steps;
}

std::optional<document_value> calculate_document(const sql_tree& tree, const sql_tree::node& part,
                                                 const document_lookup& document, engine from) {
    return calculation{tree, document, from}.at(part);
}

std::vector<document_value> typical_documents(const std::vector<std::string>& conditions) {
    constexpr std::int64_t least = 1'000;
    constexpr std::int64_t greatest = 9'999;
    std::vector<std::int64_t> numbers{least, greatest};
    for (const std::string& each : conditions) {
        for (std::size_t at = each.find_first_of("0123456789"); at != std::string::npos;) {
            const std::size_t end = std::min(each.find_first_not_of("0123456789", at), each.size());
            if (end - at == 4 && numbers.size() < 200) { // what is compared, and its neighbours
                const std::int64_t number = std::stoll(each.substr(at, 4));
                for (const std::int64_t one : {number - 1, number, number + 1}) {
                    if (one >= least && one <= greatest) {
                        numbers.push_back(one);
                    }
                }
            }
            at = each.find_first_of("0123456789", end);
        }
    }
    std::vector<document_value> result;
    for (const pool_word& each : word_pool) {
        const std::int64_t number = numbers[result.size() % numbers.size()];
        result.push_back({sort::document, {{"id", number}, {"tag", std::string{each.view()}}}});
    }
    return result;
}

} // namespace synth::introspect
