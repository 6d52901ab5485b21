// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_TYPICAL_SQL_VALUE_HPP
#define SYNTH_GENERATE_TYPICAL_SQL_VALUE_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <synth/generate/generator.hpp>
#include <synth/generate/sql_text.hpp>
#include <synth/generate/typical_number.hpp>
#include <synth/random/draw.hpp>
#include <synth/schema/sql_value.hpp>

namespace synth {

namespace detail {

inline void append_box(sql_text& out, draw& cell) {
    // PostgreSQL shows the upper right corner first.
    const auto left = static_cast<std::int64_t>(cell.below(3'000'001)) - 1'800'000;
    const auto bottom = static_cast<std::int64_t>(cell.below(1'500'001)) - 900'000;
    out.append('(');
    append_decimal(out, left + 1 + static_cast<std::int64_t>(cell.below(300'000)));
    out.append(',');
    append_decimal(out, bottom + 1 + static_cast<std::int64_t>(cell.below(300'000)));
    out.append("),(");
    append_decimal(out, left);
    out.append(',');
    append_decimal(out, bottom);
    out.append(')');
}

// Up to three words in their order, as PostgreSQL keeps them: each once, the shorter ones first.
inline void append_lexemes(sql_text& out, draw& cell) {
    std::array<std::string_view, 3> words{};
    const std::size_t count = 1 + cell.below(words.size());
    for (std::size_t index = 0; index < count; ++index) {
        words[index] = word_pool[cell.word() & 0xffU].view();
    }
    // By hand: an instance of std::sort costs every user of the library milliseconds.
    for (std::size_t pass = 1; pass < count; ++pass) {
        for (std::size_t index = 1; index < count; ++index) {
            if (words[index] < words[index - 1]) {
                std::swap(words[index], words[index - 1]);
            }
        }
    }
    for (std::size_t index = 0; index < count; ++index) {
        if (index == 0 || words[index] != words[index - 1]) {
            out.append(index == 0 ? "'" : " '");
            out.append(words[index]);
            out.append('\'');
        }
    }
}

inline void append_seg(sql_text& out, draw& cell) {
    const std::uint64_t lower = cell.below(1'000);
    append_number(out, lower);
    out.append(" .. ");
    append_number(out, lower + 1 + cell.below(100));
}

inline void append_snapshot(sql_text& out, draw& cell) {
    const std::uint64_t first = 1'000 + cell.below(9'000);
    append_number(out, first);
    out.append(':');
    append_number(out, first + 20);
    out.append(':');
    append_number(out, first + cell.below(20));
}

// PostGIS: what the modifiers ask for, in its extended well-known text: "SRID=4326;POINT(1.5 2)".
inline void append_geometry(sql_text& out, std::string_view type, draw& cell) {
    struct shape {
        std::string_view name;
        std::string_view text;
    };
    constexpr std::array<shape, 7> shapes{{
        {"point", "POINT(~ ^)"},
        {"linestring", "LINESTRING(~ ^,~ ^)"},
        {"polygon", "POLYGON((0 0,& 0,& &,0 &,0 0))"},
        {"multipoint", "MULTIPOINT(~ ^,~ ^)"},
        {"multilinestring", "MULTILINESTRING((~ ^,~ ^))"},
        {"multipolygon", "MULTIPOLYGON(((0 0,& 0,& &,0 &,0 0)))"},
        {"geometrycollection", "GEOMETRYCOLLECTION(POINT(~ ^))"},
    }};
    const std::size_t open = type.find('(');
    std::string_view arguments = open == std::string_view::npos ? "" : type.substr(open + 1);
    arguments = arguments.substr(0, arguments.find(')'));
    const std::string_view wanted = arguments.substr(0, arguments.find(','));
    if (const std::size_t comma = arguments.find(','); comma != std::string_view::npos) {
        out.append("SRID=");
        out.append(arguments.substr(comma + 1));
        out.append(';');
    }
    const shape* found = shapes.data();
    for (const shape& each : shapes) {
        bool same = each.name.size() == wanted.size();
        for (std::size_t letter = 0; same && letter < wanted.size(); ++letter) {
            same = each.name[letter] == (wanted[letter] | 0x20);
        }
        found = same ? &each : found;
    }
    append_pattern(out, found->text, cell);
}

inline void append_typical(sql_text& out, sql_kind kind, std::string_view type, draw& cell) {
    switch (kind) {
    case sql_kind::box:
        append_box(out, cell);
        break;
    case sql_kind::geometry:
        append_geometry(out, type, cell);
        break;
    case sql_kind::seg:
        append_seg(out, cell);
        break;
    case sql_kind::snapshot:
        append_snapshot(out, cell);
        break;
    case sql_kind::tsvector:
        append_lexemes(out, cell);
        break;
    case sql_kind::ean13:
    case sql_kind::isbn:
    case sql_kind::ismn:
    case sql_kind::issn:
    case sql_kind::upc:
        append_article(out, kind, cell.below(article_prefix_of(kind).count));
        break;
    case sql_kind::reg_class:
        append_one_of(out, known_classes, cell);
        break;
    case sql_kind::reg_collation:
        append_one_of(out, known_collations, cell);
        break;
    case sql_kind::reg_config:
    case sql_kind::reg_dictionary:
        append_one_of(out, known_searches, cell);
        break;
    case sql_kind::reg_namespace:
        append_one_of(out, known_namespaces, cell);
        break;
    case sql_kind::reg_operator:
        append_one_of(out, known_operators, cell);
        break;
    case sql_kind::reg_oper:
        append_one_of(out, known_operator_names, cell);
        break;
    case sql_kind::reg_proc:
        append_one_of(out, known_functions, cell);
        break;
    case sql_kind::reg_procedure:
        append_one_of(out, known_procedures, cell);
        break;
    case sql_kind::reg_role:
        append_one_of(out, known_roles, cell);
        break;
    case sql_kind::reg_type:
        append_one_of(out, known_types, cell);
        break;
    default:
        append_pattern(out, pattern_of(kind), cell);
        break;
    }
}

// The number in the parentheses of "vector(3)"; 3 where there is none.
[[nodiscard]] constexpr std::uint32_t dimensions_of(std::string_view type) {
    const std::size_t open = type.find('(');
    std::uint32_t number = 0;
    for (std::size_t place = open == std::string_view::npos ? type.size() : open + 1; place < type.size();
         ++place) {
        if (type[place] < '0' || type[place] > '9') {
            break;
        }
        number = number * 10 + static_cast<std::uint32_t>(type[place] - '0');
    }
    return number == 0 ? 3 : number;
}

} // namespace detail

/// Valid values of the type: points of the globe, small shapes, words to search for, numbers, documents.
template<fixed_string Type>
class typical<sql_value<Type>> {
public:
    explicit typical(const column_plan&) {}

    auto operator()(draw& cell) const {
        if constexpr (kind == sql_kind::vector) {
            std::string text = "[";
            for (std::uint32_t left = detail::dimensions_of(Type.view()); left > 0; --left) {
                text += "0.";
                text += static_cast<char>('1' + cell.below(9));
                text += left == 1 ? ']' : ',';
            }
            return text;
        } else if constexpr (kind == sql_kind::sparse_vector) {
            return "{1:0." + std::to_string(1 + cell.below(9)) + "}/" +
                   std::to_string(detail::dimensions_of(Type.view()));
        } else {
            detail::sql_text text;
            detail::append_typical(text, kind, Type.view(), cell);
            return text;
        }
    }

private:
    static constexpr sql_kind kind = sql_kind_of(Type.view());
};

} // namespace synth

#endif
