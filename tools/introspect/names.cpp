// SPDX-License-Identifier: BSL-1.0
#include "names.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "text.hpp"

namespace synth::introspect {

namespace {

constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

// clang-format off: a word a line would take two screens

// C++ up to 26 with the alternative tokens and GNU's own, the two words a module unit must not begin a line
// with, and the two namespaces the generated code names without a leading "::".
constexpr auto words = std::to_array<std::string_view>({
    "alignas", "alignof", "and", "and_eq", "asm", "auto", "bitand", "bitor", "bool", "break", "case", "catch",
    "char", "char16_t", "char32_t", "char8_t", "class", "co_await", "co_return", "co_yield", "compl",
    "concept", "const", "const_cast", "consteval", "constexpr", "constinit", "continue", "contract_assert",
    "decltype", "default", "delete", "do", "double", "dynamic_cast", "else", "enum", "explicit", "export",
    "extern", "false", "final", "float", "for", "friend", "goto", "if", "import", "inline", "int", "long",
    "module", "mutable", "namespace", "new", "noexcept", "not", "not_eq", "nullptr", "operator", "or",
    "or_eq", "override", "private", "protected", "public", "register", "reinterpret_cast", "requires",
    "return", "short", "signed", "sizeof", "static", "static_assert", "static_cast", "std", "struct",
    "switch", "synth", "template", "this", "thread_local", "throw", "true", "try", "typedef", "typeid",
    "typename", "typeof", "union", "unsigned", "using", "virtual", "void", "volatile", "wchar_t", "while",
    "xor", "xor_eq"});

// Macros in lower case of glibc, libpq and SQLite, as `g++ -dM -E` lists them.
constexpr auto macros = std::to_array<std::string_view>({
    "alloca", "assert", "assert_perror", "atooid", "be16toh", "be32toh", "be64toh", "clrbit", "d_fileno",
    "errno", "h_addr", "h_errno", "howmany", "htobe16", "htobe32", "htobe64", "htole16", "htole32", "htole64",
    "i386", "isclr", "isset", "issubnormal", "le16toh", "le32toh", "le64toh", "linux", "major", "makedev",
    "math_errhandling", "minor", "offsetof", "powerof2", "roundup", "s6_addr", "s6_addr16", "s6_addr32",
    "sa_handler", "sa_sigaction", "sched_priority", "setbit", "setjmp", "sigev_notify_attributes",
    "sigev_notify_function", "sigmask", "sigsetjmp", "st_atime", "st_ctime", "st_mtime", "stderr", "stdin",
    "stdout", "strdupa", "strndupa", "timeradd", "timerclear", "timercmp", "timerisset", "timersub", "unix",
    "va_arg", "va_copy", "va_end", "va_start"});

// clang-format on

// Families of macros that mix cases: PRId64, SCNu8, SYS_open, M_PIl, InvalidOid, ifr_name, si_value.
constexpr auto macro_families =
    std::to_array<std::string_view>({"AF_", "InvalidOid", "L_", "M_", "PF_", "PQ", "PRI", "P_", "SCN", "SYS_",
                                     "ifa_", "ifc_", "ifr_", "pthread_cleanup_", "si_"});

static_assert(std::ranges::is_sorted(words) && std::ranges::is_sorted(macros));

// Letters beyond ASCII that every compiler takes in an identifier and that have one form only (NFC): Latin,
// Greek, Cyrillic, kana, CJK and Hangul. All others, and scripts written from right to left, are spelled as
// code points.
constexpr auto letters = std::to_array<std::pair<char32_t, char32_t>>({{0xC0, 0xD6},
                                                                       {0xD8, 0xF6},
                                                                       {0xF8, 0x131},
                                                                       {0x134, 0x13E},
                                                                       {0x141, 0x148},
                                                                       {0x14A, 0x17E},
                                                                       {0x386, 0x386},
                                                                       {0x388, 0x38A},
                                                                       {0x38C, 0x38C},
                                                                       {0x38E, 0x3A1},
                                                                       {0x3A3, 0x3CE},
                                                                       {0x400, 0x481},
                                                                       {0x48A, 0x4FF},
                                                                       {0x3041, 0x3096},
                                                                       {0x30A1, 0x30FA},
                                                                       {0x4E00, 0x9FA5},
                                                                       {0xAC00, 0xD7A3}});

bool is_letter(char32_t code) {
    return std::ranges::any_of(
        letters, [&](const auto& range) { return code >= range.first && code <= range.second; });
}

std::string_view symbol_name(char c) {
    switch (c) {
    case '+':
        return "plus";
    case '<':
        return "less";
    case '=':
        return "equal";
    case '>':
        return "greater";
    case '%':
        return "percent";
    case '&':
        return "and";
    case '@':
        return "at";
    case '*':
        return "star";
    case '#':
        return "hash";
    case '$':
        return "dollar";
    case '!':
        return "not";
    default:
        return {};
    }
}

// The words of a name: runs of letters and digits, with other characters spelled out.
std::string words_of(std::string_view sql) {
    std::string result;
    bool gap = false;
    char previous = 0;
    const auto append = [&](std::string_view piece) {
        if (gap && !result.empty()) {
            result += '_';
        }
        gap = false;
        result += piece;
    };
    for (std::string_view rest = sql; !rest.empty();) {
        const code_point next = first_code_point(rest);
        const std::string_view text = rest.substr(0, next.size);
        rest.remove_prefix(next.size);
        const char c = text.front();
        // "A-" and "-1" say something; "a-b" and "--" only separate.
        const bool sign = c == '-' && (rest.empty() || (result.empty() && is_digit(rest.front()))) &&
                          (previous == 0 || is_upper(previous) || is_lower(previous) || is_digit(previous));
        previous = c;
        if (is_lower(c) || is_upper(c) || is_digit(c) || (next.valid && is_letter(next.code))) {
            append(text);
        } else if (!next.valid || next.code >= 0x80) {
            gap = true;
            append(next.valid ? fmt::format("u{:04x}", static_cast<unsigned>(next.code))
                              : fmt::format("x{:02x}", static_cast<unsigned>(next.code)));
            gap = true;
        } else if (const std::string_view name = sign ? "minus" : symbol_name(c); !name.empty()) {
            gap = true;
            append(name);
            gap = true;
        } else {
            gap = true; // also for "_": C++ reserves two in a row, and one at the start before a capital
        }
    }
    return result;
}

} // namespace

bool is_reserved(std::string_view word) {
    return std::ranges::binary_search(words, word) || std::ranges::binary_search(macros, word) ||
           std::ranges::any_of(macro_families,
                               [&](std::string_view family) { return word.starts_with(family); });
}

std::string identifier(std::string_view sql) {
    std::string result = words_of(sql);
    if (result.empty()) {
        return sql.empty() ? "empty" : "unnamed";
    }
    if (std::ranges::none_of(sql, is_lower)) {
        result = lower(result);
    }
    if (is_digit(result.front())) {
        result.insert(0, 1, '_');
    }
    return is_reserved(result) ? result + '_' : result;
}

std::vector<std::string> identifiers(std::span<const std::string> names,
                                     std::span<const std::string_view> taken) {
    std::set<std::string, std::less<>> used(taken.begin(), taken.end());
    std::vector<std::string> result(names.size());
    for (std::size_t at = 0; at < names.size(); ++at) {
        if (identifier(names[at]) == names[at] && used.insert(names[at]).second) {
            result[at] = names[at];
        }
    }
    std::map<std::string, unsigned> numbers; // that come next
    for (std::size_t at = 0; at < names.size(); ++at) {
        if (!result[at].empty()) {
            continue;
        }
        const std::string base = identifier(names[at]);
        std::string candidate = base;
        if (std::ranges::find(taken, base) != taken.end()) {
            candidate += '_';
        }
        for (unsigned& number = numbers.try_emplace(candidate, 2).first->second;
             !used.insert(candidate).second;) {
            candidate = fmt::format("{}{}{}", base, base.ends_with('_') ? "" : "_", number++);
        }
        result[at] = std::move(candidate);
    }
    return result;
}

} // namespace synth::introspect
