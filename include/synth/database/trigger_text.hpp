// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_TRIGGER_TEXT_HPP
#define SYNTH_DATABASE_TRIGGER_TEXT_HPP

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace synth {

/// The name of a table or function in a piece of SQL: as written where quoted, else in small letters.
struct sql_name {
    std::string schema; ///< empty where the text leaves it out
    std::string name;

    friend bool operator==(const sql_name&, const sql_name&) = default;
};

/// What the text of a trigger or function says that it does.
struct trigger_text {
    std::vector<sql_name> written; ///< tables into which it inserts, or whose rows it changes or deletes
    std::vector<sql_name> called;  ///< functions
    std::vector<std::string> set;  ///< columns of the row at hand, as `NEW.slug := ...`; "*" for all
};

namespace detail {

// SQL as words and signs; strings are looked into, since a procedure may EXECUTE what they say.
class sql_words {
public:
    struct word {
        std::string text;
        bool name{}; // it may be one
        bool quoted{};
    };

    explicit sql_words(std::string_view text) : rest_(text) {
        while (!rest_.empty()) {
            take();
        }
    }

    [[nodiscard]] const std::vector<word>& all() const { return all_; }

private:
    static bool is_letter(char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return std::isalnum(byte) != 0 || letter == '_' || letter == '$' || byte >= 0x80;
    }

    void take() {
        const char first = rest_.front();
        const char end = first == '[' ? ']' : first;
        if (rest_.starts_with("--")) {
            rest_.remove_prefix(std::min(rest_.find('\n'), rest_.size()));
        } else if (rest_.starts_with("/*")) {
            const std::size_t behind = rest_.find("*/", 2);
            rest_.remove_prefix(behind == std::string_view::npos ? rest_.size() : behind + 2);
        } else if ((first == '"' || first == '`' || first == '[') &&
                   rest_.find(end, 1) != std::string_view::npos) { // alone it may stand in a string
            take_quoted(end);
        } else if (first == '\'') {
            rest_.remove_prefix(1); // what it holds follows as if it stood there
            all_.push_back({"'", false, false});
        } else if (is_letter(first)) {
            take_word();
        } else {
            if (std::isspace(static_cast<unsigned char>(first)) == 0) {
                all_.push_back({std::string{first}, false, false});
            }
            rest_.remove_prefix(1);
        }
    }

    void take_word() {
        std::string small;
        std::size_t size = 0;
        for (; size < rest_.size() && is_letter(rest_[size]); ++size) {
            small += static_cast<char>(std::tolower(static_cast<unsigned char>(rest_[size])));
        }
        rest_.remove_prefix(size);
        const bool tag = small.starts_with('$'); // of a string between dollars
        if (!tag) {
            all_.push_back({small, true, false});
        }
    }

    void take_quoted(char end) {
        std::string name;
        std::size_t at = 1;
        for (; at < rest_.size(); ++at) {
            if (rest_[at] == end) {
                if (at + 1 == rest_.size() || rest_[at + 1] != end) {
                    break;
                }
                ++at; // a doubled one
            }
            name += rest_[at];
        }
        rest_.remove_prefix(std::min(at + 1, rest_.size()));
        all_.push_back({name, true, true});
    }

    std::string_view rest_;
    std::vector<word> all_;
};

class trigger_reader {
public:
    explicit trigger_reader(const std::vector<sql_words::word>& words) : words_(words) {}

    [[nodiscard]] trigger_text read() {
        trigger_text result;
        for (std::size_t at = 0; at < words_.size(); ++at) {
            std::size_t behind = at;
            if (is(at, "insert") || is(at, "replace") || is(at, "merge")) {
                behind = skip_or(at + 1);
                behind = is(behind, "into") ? behind + 1 : at;
            } else if (is(at, "delete")) {
                behind = is(at + 1, "from") ? at + 2 : at;
            } else if (is(at, "truncate")) {
                behind = is(at + 1, "table") ? at + 2 : at + 1;
            } else if (is(at, "update") &&
                       !follows_one_of({"for", "key", "do", "on", "before", "after"}, at)) {
                behind = skip_or(at + 1);
            }
            if (const std::string column = column_set(at); !column.empty()) {
                result.set.push_back(column);
            }
            if (behind != at) {
                add_name(is(behind, "only") ? behind + 1 : behind, result.written);
            } else if (is_call(at)) {
                add_name_before(at, result.called);
            }
        }
        return result;
    }

private:
    [[nodiscard]] bool is(std::size_t at, std::string_view word) const {
        return at < words_.size() && !words_[at].quoted && words_[at].text == word;
    }
    [[nodiscard]] bool is_name(std::size_t at) const { return at < words_.size() && words_[at].name; }
    [[nodiscard]] bool is_call(std::size_t at) const { return is_name(at) && is(at + 1, "("); }
    [[nodiscard]] bool follows_one_of(std::initializer_list<std::string_view> words, std::size_t at) const {
        return at > 0 && std::ranges::any_of(words, [&](std::string_view word) { return is(at - 1, word); });
    }

    // NEW.slug := ..., NEW.slug = ... where a statement begins, SELECT ... INTO NEW.slug; the same of all
    // NEW.
    [[nodiscard]] std::string column_set(std::size_t at) const {
        if (!is(at, "new")) {
            return {};
        }
        const bool one = is(at + 1, ".") && is_name(at + 2);
        const std::size_t behind = one ? at + 3 : at + 1;
        const bool begins = at == 0 ||
                            follows_one_of({";", "begin", "then", "else", "loop", "declare"}, at) ||
                            is(at - 1, "'");
        const bool assigned = is(behind, ":") && is(behind + 1, "=");
        const bool taken = follows_one_of({"into"}, at) || follows_one_of({"strict"}, at);
        if (!assigned && !taken && !(begins && is(behind, "="))) {
            return {};
        }
        return one ? words_[at + 2].text : "*";
    }

    // "OR IGNORE" of SQLite.
    [[nodiscard]] std::size_t skip_or(std::size_t at) const { return is(at, "or") ? at + 2 : at; }

    static void add(const sql_name& name, std::vector<sql_name>& to) {
        if (std::ranges::find(to, name) == to.end()) {
            to.push_back(name);
        }
    }

    void add_name(std::size_t at, std::vector<sql_name>& to) const {
        if (!is_name(at)) {
            return;
        }
        const bool two = is(at + 1, ".") && is_name(at + 2);
        add(two ? sql_name{words_[at].text, words_[at + 2].text} : sql_name{{}, words_[at].text}, to);
    }

    void add_name_before(std::size_t at, std::vector<sql_name>& to) const {
        const bool two = at > 1 && is(at - 1, ".") && is_name(at - 2);
        add(two ? sql_name{words_[at - 2].text, words_[at].text} : sql_name{{}, words_[at].text}, to);
    }

    const std::vector<sql_words::word>& words_;
};

} // namespace detail

/// Reads a text in SQL, PL/pgSQL or whatever holds statements of SQL. It is a look at words and no parser:
/// names that are put together while it runs are not seen, and what it names may be no table at all.
[[nodiscard]] inline trigger_text read_trigger_text(std::string_view text) {
    const detail::sql_words words{text};
    return detail::trigger_reader{words.all()}.read();
}

/// The first of some tables that is among the names; `tables.size()` where none is.
[[nodiscard]] inline std::size_t find_written(std::span<const sql_name> written,
                                              std::span<const sql_name> tables) {
    std::size_t at = 0;
    while (at < tables.size() && std::ranges::none_of(
                                     written,
                                     [&](const sql_name& each) {
                                         return each.name == tables[at].name &&
                                                (each.schema.empty() || each.schema == tables[at].schema);
                                     })) {
        ++at;
    }
    return at;
}

} // namespace synth

#endif
