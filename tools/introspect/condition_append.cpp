// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "condition.hpp"
#include "condition_types.hpp"

// Texts that are put together of others, site || '-' || lpad(number::text, 4, '0'). They are known where they
// are compared with a text of another column, which then says them; of one column alone a pattern says more.
namespace synth::introspect {

namespace {

// The parts of a text that is known; of other texts none.
std::vector<text_piece> pieces_of(const term& one) {
    if (one.source != nullptr) {
        return {{.column = one.index, .number = one.of == sort::number}};
    }
    return is_text_constant(one) ? std::vector<text_piece>{{.literal = one.value->text}} : one.pieces;
}

std::vector<text_piece> together(std::vector<text_piece> first, const std::vector<text_piece>& second) {
    if (first.empty() || second.empty()) {
        return {};
    }
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

// Of a number that is padded; a text may have zeros before it already.
std::vector<text_piece> padded(std::vector<text_piece> pieces, const term& width) {
    constexpr int128 most = 18; // digits that all numbers of eight bytes may have
    if (pieces.size() != 1 || !pieces.front().number || width.value->number > most) {
        return {};
    }
    pieces.front().width = static_cast<std::size_t>(width.value->number);
    return pieces;
}

term appended(std::string_view function, const std::vector<term>& arguments) {
    term made = called(function, sort::text, arguments);
    const std::vector<text_piece> first = pieces_of(arguments.front());
    made.pieces = function == "append"      ? together(first, pieces_of(arguments.back()))
                  : function == "pad_zeros" ? padded(first, arguments.back())
                                            : first;
    return special_term("appended", {made});
}

term text_of_number(const term& number) { return appended("as_text", {number}); }

// What may be a part of such a text.
std::optional<term> piece_of(const term& one) {
    if (one.comparison == "appended") {
        return one.constants.front();
    }
    if (is_text_constant(one)) {
        return text_term(one.value->text);
    }
    if (one.of == sort::number && one.integer && !one.is_constant()) {
        return text_of_number(one).constants.front();
    }
    const bool text = one.of == sort::text && !one.is_constant() && one.labels_of == nullptr &&
                      !one.ignores_case && one.comparison.empty();
    return text ? std::optional{one} : std::nullopt;
}

} // namespace

term translator::joined_texts(const term& left, const term& right) {
    if (is_text_constant(left) && is_text_constant(right)) { // 'a' || chr(10)
        return text_term(left.value->text + right.value->text);
    }
    const std::optional<term> first = piece_of(left);
    const std::optional<term> second = piece_of(right);
    if (!first || !second) {
        throw untranslatable("|| of these operands is not known to synth");
    }
    return appended("append", {*first, *second});
}

term translator::number_as_text(const term& number) {
    if (number.is_constant()) {
        throw untranslatable("a cast to text is not known to synth");
    }
    return text_of_number(number);
}

std::optional<text_equation> translator::equation_of_texts(const term& left, const term& right) {
    const term& said = left.source != nullptr ? left : right;
    std::vector<text_piece> pieces = pieces_of(left.source != nullptr ? right : left);
    if (said.source == nullptr || pieces.empty()) {
        return std::nullopt;
    }
    return text_equation{said.index, std::move(pieces)};
}

bool translator::is_whole_text(const term& one) {
    return one.of == sort::text && one.source != nullptr && !one.is_constant() && one.labels_of == nullptr &&
           !one.ignores_case && one.comparison.empty();
}

// left(vat, 2) = country, substr(code, 1, 3) = area: one begins with the other, which is so long.
std::optional<term> translator::begins_with(const term& piece, const term& beginning) {
    const bool first = piece.comparison == "left" ||
                       (piece.comparison == "substring" && piece.constants[2].value->number == 1);
    if (!first || !is_whole_text(piece.constants.front()) || !is_whole_text(beginning)) {
        return std::nullopt;
    }
    return all_of({called("starts_with", sort::boolean, {piece.constants.front(), beginning}),
                   joined("==", binding::equality, sort::boolean, called("length", sort::number, {beginning}),
                          piece.constants[1])});
}

// path LIKE parent_path || '/%'. What has a % or _ in it matches itself too.
std::optional<term> translator::begins_as(const term& text, const term& pattern) {
    if (pattern.comparison != "appended" || !is_whole_text(text)) {
        return std::nullopt;
    }
    const std::vector<text_piece>& pieces = pattern.constants.front().pieces;
    if (pieces.size() != 2 || !pieces[0].column || pieces[0].number || !pieces[0].letters.empty()) {
        return std::nullopt;
    }
    std::string behind;
    bool open = false;
    for (std::size_t at = 0; at < pieces[1].literal.size(); ++at) {
        char letter = pieces[1].literal[at];
        if (open || letter == '_') {
            return std::nullopt;
        }
        if (letter == '\\' && ++at < pieces[1].literal.size()) {
            letter = pieces[1].literal[at];
        } else if (letter == '%') {
            open = true;
            continue;
        }
        behind += letter;
    }
    const term beginning = column_term(*pieces[0].column);
    if (!open || !is_whole_text(beginning)) {
        return std::nullopt;
    }
    return called(
        "starts_with", sort::boolean,
        {text, behind.empty() ? beginning : called("append", sort::text, {beginning, text_term(behind)})});
}

std::optional<term> translator::append_function(const std::string& name, const std::vector<term>& arguments) {
    const std::optional<term> first = arguments.empty() ? std::nullopt : piece_of(arguments.front());
    if (!first) {
        return std::nullopt;
    }
    if (name == "lpad" && arguments.size() == 3 && is_whole_constant(arguments[1]) &&
        arguments[1].value->number > 0 && is_text_constant(arguments[2]) && arguments[2].value->text == "0" &&
        !arguments.front().is_constant()) {
        return appended("pad_zeros", {*first, arguments[1]});
    }
    // concat leaves NULL out, where || is NULL.
    if (name != "concat" || arguments.size() < 2 || std::ranges::any_of(arguments, &term::nullable)) {
        return std::nullopt;
    }
    term result = arguments.front();
    for (std::size_t at = 1; at < arguments.size(); ++at) {
        result = joined_texts(result, arguments[at]);
    }
    return result;
}

term translator::compare_appended(std::string_view operation, const term& left, const term& right,
                                  fails_if when) {
    const std::optional<term> first = left.of == sort::number ? std::nullopt : piece_of(left);
    const std::optional<term> second = right.of == sort::number ? std::nullopt : piece_of(right);
    if (!first || !second || left.is_constant() || right.is_constant()) {
        throw untranslatable(
            "a text that is put together is known to synth beside one of another column only");
    }
    const auto& others = second->columns;
    const bool alone = std::ranges::all_of(
        first->columns, [&](std::size_t each) { return others.contains(each) && others.size() == 1; });
    if (alone) {
        throw untranslatable(
            "a text that is put together is known to synth beside one of another column only");
    }
    return compare(std::string{operation}, *first, *second, when);
}

} // namespace synth::introspect
