// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_DOMAIN_SQL_VALUE_HPP
#define SYNTH_GENERATE_DOMAIN_SQL_VALUE_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <synth/generate/domain_number.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/sql_text.hpp>
#include <synth/schema/sql_value.hpp>

namespace synth {

namespace detail {

// How a key of a kind is spelled: "(x,y)", where x and y are the index's remainder and quotient by `side`, as
// steps of `step`; X and Y are one more. Without a side, # is the index plus one.
struct key_spelling {
    std::string_view text;
    std::uint64_t side{};
    std::uint64_t step{1};
};

[[nodiscard]] constexpr key_spelling key_spelling_of(sql_kind kind) {
    constexpr std::uint64_t square = std::uint64_t{1} << 20U;
    switch (kind) {
    case sql_kind::box:
        return {"(X,Y),(x,y)", square, 2};
    case sql_kind::circle:
        return {"<(x,y),1>", square, 3};
    case sql_kind::cube:
        return {"(#)"};
    case sql_kind::hstore:
        return {R"("id"=>"#")"};
    case sql_kind::lsn:
        return {"y/x", 100'000'000};
    case sql_kind::ltree:
        return {"n#"};
    case sql_kind::point:
        return {"(x,y)", square};
    case sql_kind::polygon:
        return {"((x,y),(X,y),(X,Y))", square, 2};
    case sql_kind::tid:
        return {"(#,1)"};
    case sql_kind::tsquery:
    case sql_kind::tsvector:
        return {"'n#'"};
    default:
        return {"#"};
    }
}

[[nodiscard]] constexpr bool is_article(sql_kind kind) {
    return kind == sql_kind::ean13 || kind == sql_kind::isbn || kind == sql_kind::ismn ||
           kind == sql_kind::issn || kind == sql_kind::upc;
}

inline void append_key(sql_text& out, sql_kind kind, std::uint64_t index) {
    if (is_article(kind)) {
        append_article(out, kind, index);
        return;
    }
    const key_spelling spelling = key_spelling_of(kind);
    const std::uint64_t x = spelling.side == 0 ? index : index % spelling.side * spelling.step;
    const std::uint64_t y = spelling.side == 0 ? 0 : index / spelling.side * spelling.step;
    for (const char letter : spelling.text) {
        if (letter == '#' || letter == 'X') {
            append_number(out, x + 1);
        } else if (letter == 'x') {
            append_number(out, x);
        } else if (letter == 'y' || letter == 'Y') {
            append_number(out, letter == 'y' ? y : y + 1);
        } else {
            out.append(letter);
        }
    }
}

// The number at the start of a text, which it loses; none where there is no digit or too many.
[[nodiscard]] inline std::optional<std::uint64_t> take_number(std::string_view& text) {
    std::uint64_t number = 0;
    std::size_t size = 0;
    for (; size < text.size() && text[size] >= '0' && text[size] <= '9'; ++size) {
        number = number * 10 + static_cast<std::uint64_t>(text[size] - '0');
    }
    text.remove_prefix(size);
    return size == 0 || size > 18 ? std::nullopt : std::optional{number};
}

// The index that a key of this text would have, right or not.
[[nodiscard]] inline std::optional<std::uint64_t> likely_index(sql_kind kind, std::string_view text) {
    if (is_article(kind)) {
        const article_prefix place = article_prefix_of(kind);
        if (text.size() != place.prefix.size() + place.digits + 1) {
            return std::nullopt;
        }
        text = text.substr(place.prefix.size(), place.digits - (kind == sql_kind::issn ? 2U : 0U));
        return take_number(text);
    }
    const key_spelling spelling = key_spelling_of(kind);
    std::uint64_t x = 0;
    std::uint64_t y = 0;
    for (const char letter : spelling.text) {
        if (letter == '#' || letter == 'x' || letter == 'y' || letter == 'X' || letter == 'Y') {
            const std::optional<std::uint64_t> number = take_number(text);
            if (!number) {
                return std::nullopt;
            }
            x = letter == '#' || letter == 'x' ? *number : x;
            y = letter == 'y' ? *number : y;
        } else if (!text.empty()) {
            text.remove_prefix(1);
        }
    }
    return spelling.side == 0 ? x - 1 : x / spelling.step + y / spelling.step * spelling.side;
}

} // namespace detail

/// Keys of the types that PostgreSQL keeps distinct: numbers, or what they name. No box, circle or polygon
/// overlaps another one, so they keep EXCLUDE USING gist (area WITH &&) too.
template<fixed_string Type>
    requires(key_capacity_of(sql_kind_of(Type.view())) != 0)
class domain<sql_value<Type>> {
public:
    explicit domain(const column_plan&) {}

    [[nodiscard]] std::uint64_t last() const { return key_capacity_of(kind) - 1; }

    [[nodiscard]] detail::sql_text at(std::uint64_t index) const {
        detail::sql_text text;
        detail::append_key(text, kind, index);
        return text;
    }

    [[nodiscard]] std::optional<std::uint64_t> index_of(std::string_view text) const {
        const std::optional<std::uint64_t> index = detail::likely_index(kind, text);
        return index && *index <= last() && at(*index).view() == text ? index : std::nullopt;
    }

private:
    static constexpr sql_kind kind = sql_kind_of(Type.view());
};

} // namespace synth

#endif
