// SPDX-License-Identifier: BSL-1.0
#include "check_text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>

#include <fmt/format.h>

#include "sql_constant.hpp"

namespace synth::introspect {

bool leaves_few_values(const std::vector<std::string_view>& checks, const std::string& subject) {
    return std::ranges::any_of(checks, [&](std::string_view check) {
        if (check.find(fmt::format("synth::sql::in({}", subject)) != std::string_view::npos ||
            check.find(fmt::format("{} == ", subject)) != std::string_view::npos) {
            return true;
        }
        const std::string range = fmt::format("synth::sql::between({}, ", subject);
        if (const std::size_t at = check.find(range); at != std::string_view::npos) {
            const std::string bounds{check.substr(at + range.size())};
            char* rest = nullptr;
            const long long low = std::strtoll(bounds.c_str(), &rest, 10);
            const bool whole = *rest == ',';
            const long long high = whole ? std::strtoll(rest + 1, &rest, 10) : 0;
            constexpr long long wide = 1'000'000'000;
            return whole && *rest == ')' && high / 2 - low / 2 < wide;
        }
        const std::string match = fmt::format("synth::sql::matches({},", subject);
        const std::size_t at = check.find(match);
        return at != std::string_view::npos &&
               check.substr(at).find_first_of("*+{") == std::string_view::npos;
    });
}

std::vector<std::string> conjuncts(std::string_view condition) {
    std::vector<std::string> result;
    std::string current;
    int depth = 0;
    bool quoted = false;
    const auto end = [&] {
        const std::size_t last = current.find_last_not_of(' ');
        current.resize(last == std::string::npos ? 0 : last + 1);
        if (!current.empty()) {
            result.push_back(std::move(current));
        }
        current.clear();
    };
    for (std::size_t at = 0; at < condition.size(); ++at) {
        const char c = condition[at];
        if (quoted && c == '\\' && at + 1 < condition.size()) {
            current += c;
            current += condition[++at];
            continue;
        }
        quoted = quoted != (c == '"');
        depth += quoted ? 0 : (c == '(') - (c == ')');
        if (!quoted && depth == 0 && condition.substr(at).starts_with("&&")) {
            ++at;
            end();
        } else if (c != break_mark && (c != ' ' || !current.empty())) {
            current += c == '\n' ? ' ' : c;
        }
    }
    end();
    return result;
}

} // namespace synth::introspect
