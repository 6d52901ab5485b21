// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_SQL_TEXT_HPP
#define SYNTH_GENERATE_SQL_TEXT_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <synth/generate/inline_text.hpp>
#include <synth/generate/word_pool.hpp>
#include <synth/random/draw.hpp>
#include <synth/schema/sql_value.hpp>

namespace synth::detail {

using sql_text = inline_text<192>;

inline void append_number(sql_text& out, std::uint64_t number) {
    char digits[20];
    std::size_t first = sizeof digits;
    do {
        digits[--first] = static_cast<char>('0' + number % 10);
        number /= 10;
    } while (number != 0);
    out.append(std::string_view{digits + first, sizeof digits - first});
}

// Ten-thousandths as a decimal without zeros at its end: "12.5".
inline void append_decimal(sql_text& out, std::int64_t units) {
    if (units < 0) {
        out.append('-');
        units = -units;
    }
    append_number(out, static_cast<std::uint64_t>(units) / 10'000);
    std::uint64_t rest = static_cast<std::uint64_t>(units) % 10'000;
    if (rest != 0) {
        out.append('.');
        for (std::uint64_t power = 1'000; rest != 0; rest %= power, power /= 10) {
            out.append(static_cast<char>('0' + rest / power));
        }
    }
}

// Where letters of a text stand for something random: "(#,#)" is a point. ~ is a longitude, ^ a latitude, # a
// number to 99, & one of 1 to 9, % one of 1000 to 9999, ! a word, all others themselves.
inline void append_pattern(sql_text& out, std::string_view pattern, draw& cell) {
    for (const char letter : pattern) {
        switch (letter) {
        case '~':
            append_decimal(out, static_cast<std::int64_t>(cell.below(3'600'001)) - 1'800'000);
            break;
        case '^':
            append_decimal(out, static_cast<std::int64_t>(cell.below(1'800'001)) - 900'000);
            break;
        case '#':
            append_number(out, cell.below(100));
            break;
        case '&':
            append_number(out, 1 + cell.below(9));
            break;
        case '%':
            append_number(out, 1'000 + cell.below(9'000));
            break;
        case '!':
            out.append(word_pool[cell.word() & 0xffU].view());
            break;
        default:
            out.append(letter);
        }
    }
}

// Names that every server has had since PostgreSQL 12 or 13.
inline constexpr std::array<std::string_view, 4> known_classes{"pg_attribute", "pg_class", "pg_proc",
                                                               "pg_type"};
inline constexpr std::array<std::string_view, 3> known_collations{"\"C\"", "\"POSIX\"", "\"default\""};
inline constexpr std::array<std::string_view, 1> known_searches{"simple"};
inline constexpr std::array<std::string_view, 2> known_namespaces{"pg_catalog", "information_schema"};
inline constexpr std::array<std::string_view, 3> known_operators{"+(integer,integer)", "-(integer,integer)",
                                                                 "=(text,text)"};
inline constexpr std::array<std::string_view, 2> known_operator_names{"||/", "|/"};
inline constexpr std::array<std::string_view, 3> known_functions{"version", "pi", "clock_timestamp"};
inline constexpr std::array<std::string_view, 3> known_procedures{"version()", "pi()", "clock_timestamp()"};
inline constexpr std::array<std::string_view, 3> known_roles{"pg_monitor", "pg_read_all_settings",
                                                             "pg_signal_backend"};
inline constexpr std::array<std::string_view, 4> known_types{"integer", "text", "boolean", "bigint"};

template<std::size_t Size>
void append_one_of(sql_text& out, const std::array<std::string_view, Size>& names, draw& cell) {
    out.append(names[cell.below(Size)]);
}

// The digits of an article number and the check digit of EAN-13, by which the weights 1 and 3 take turns.
inline void append_article_number(sql_text& out, std::string_view prefix, std::uint64_t number,
                                  unsigned digits) {
    const std::size_t before = out.size();
    out.append(prefix);
    std::uint64_t power = 1;
    for (unsigned digit = 1; digit < digits; ++digit) {
        power *= 10;
    }
    for (; power != 0; power /= 10) {
        out.append(static_cast<char>('0' + number / power % 10));
    }
    const std::string_view written = out.view().substr(before);
    unsigned sum = 0;
    for (std::size_t place = 0; place < written.size(); ++place) {
        // From the right; a UPC has one digit less in front.
        const bool heavy = (written.size() - place) % 2 == 1;
        sum += static_cast<unsigned>(written[place] - '0') * (heavy ? 3U : 1U);
    }
    out.append(static_cast<char>('0' + (10 - sum % 10) % 10));
}

/// A prefix of article numbers, and how many digits are free behind it.
struct article_prefix {
    std::string_view prefix;
    unsigned digits;
    std::uint64_t count;
};

[[nodiscard]] constexpr article_prefix article_prefix_of(sql_kind kind) {
    switch (kind) {
    case sql_kind::isbn:
        return {"978", 9, 1'000'000'000};
    case sql_kind::ismn:
        return {"9790", 8, 100'000'000};
    case sql_kind::issn:
        return {"977", 9, 10'000'000};
    case sql_kind::upc:
        return {"", 11, 100'000'000'000};
    default:
        return {"4", 11, 100'000'000'000};
    }
}

inline void append_article(sql_text& out, sql_kind kind, std::uint64_t number) {
    const article_prefix place = article_prefix_of(kind);
    // Behind the seven digits of an ISSN there are two for the price.
    append_article_number(out, place.prefix, kind == sql_kind::issn ? number * 100 : number, place.digits);
}

// The pattern of a kind, empty for one that is made otherwise.
[[nodiscard]] constexpr std::string_view pattern_of(sql_kind kind) {
    switch (kind) {
    case sql_kind::acl:
        return "=r/pg_monitor";
    case sql_kind::circle:
        return "<(~,^),&>";
    case sql_kind::cube:
        return "(#, #, #)";
    case sql_kind::hstore:
        return R"("id"=>"%", "tag"=>"!")";
    case sql_kind::jsonpath:
        return R"($."!"[*]?(@ > &))";
    case sql_kind::line:
        return "{&,&,#}";
    case sql_kind::lquery:
        return "*.!.*";
    case sql_kind::lseg:
        return "[(~,^),(~,^)]";
    case sql_kind::lsn:
        return "&/%";
    case sql_kind::ltree:
        return "!.!.!";
    case sql_kind::ltxtquery:
        return "! | !";
    case sql_kind::path:
        return "[(~,^),(~,^),(~,^)]";
    case sql_kind::point:
        return "(~,^)";
    case sql_kind::polygon:
        return "((~,^),(~,^),(~,^))";
    case sql_kind::query_int:
        return "&|#";
    case sql_kind::tid:
        return "(#,&)";
    case sql_kind::tsquery:
        return "'!' | '!'";
    case sql_kind::vector_of_numbers:
        return "& # %";
    case sql_kind::xml:
        return R"(<item id="%">! !</item>)";
    case sql_kind::money:
    case sql_kind::number:
    case sql_kind::oid:
        return "%";
    case sql_kind::other:
        return "#";
    default:
        return {};
    }
}

} // namespace synth::detail

#endif
