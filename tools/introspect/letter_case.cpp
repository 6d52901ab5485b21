// SPDX-License-Identifier: BSL-1.0
#include "letter_case.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include <synth/core/plan_error.hpp>
#include <synth/generate/pattern.hpp>
#include <synth/generate/pattern_texts.hpp>

#include "check_text.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

// The pattern of a condition that is `matches(subject, "...")` and no more.
std::optional<pattern> pattern_of_condition(const std::string& condition, const std::string& subject) {
    for (const auto& [name, ignores_case] : {std::pair{"matches", false}, std::pair{"imatches", true}}) {
        const std::string start = fmt::format("synth::sql::{}({},", name, subject);
        if (!condition.starts_with(start) || !condition.ends_with(')')) {
            continue;
        }
        const std::size_t at = std::min(condition.find_first_not_of(' ', start.size()), condition.size());
        const auto regex = text_of_literal(std::string_view{condition}.substr(at, condition.size() - at - 1));
        try {
            return regex ? std::optional{pattern::from_regex(*regex, ignores_case)} : std::nullopt;
        } catch (const plan_error&) { // which the program says
            return std::nullopt;
        }
    }
    return std::nullopt;
}

std::uint64_t texts_of(const pattern& from) {
    constexpr std::uint32_t any_length = pattern_texts::longest;
    const pattern_texts texts{from, any_length, ~std::uint64_t{0}};
    return texts.size();
}

// That the letters of a column are those that a function makes of them.
std::string keeps_to(std::string_view function, const std::string& subject) {
    return fmt::format("synth::sql::{}({}) == {}", function, subject, subject);
}

} // namespace

letter_case case_of_checks(const std::vector<std::string_view>& checks, const std::string& subject) {
    std::optional<pattern> all;
    for (const std::string_view check : checks) {
        for (const std::string& condition : conjuncts(check)) {
            if (condition == keeps_to("lower", subject) || condition == keeps_to("upper", subject)) {
                return {};
            }
            if (const auto one = pattern_of_condition(condition, subject)) {
                all = all ? *all & *one : *one;
            }
        }
    }
    if (!all || texts_of(*all & !pattern::lower_case()) == 0 ||
        texts_of(*all & !pattern::upper_case()) == 0) {
        return {};
    }
    letter_case result{.both = true};
    constexpr std::uint64_t enough = 1000;
    std::uint64_t most = enough - 1;
    for (const auto& [name, letters] :
         {std::pair{"lower", pattern::lower_case()}, std::pair{"upper", pattern::upper_case()}}) {
        if (const std::uint64_t left = texts_of(*all & letters); left > most) {
            most = left;
            result.condition = keeps_to(name, subject);
        }
    }
    return result;
}

bool leaves_letters(const std::vector<std::string_view>& checks, const std::string& subject) {
    const std::string trimmed = fmt::format("synth::sql::trim({})", subject);
    const auto is_of_length = [&](const std::string& condition) {
        std::string rest = condition;
        for (const std::string& text : {trimmed, subject}) {
            if (condition == fmt::format("{} != \"\"", text)) {
                return true;
            }
            rest = with_replaced(rest, fmt::format("synth::sql::length({})", text), "0");
        }
        return rest.find("synth::value<") == std::string::npos;
    };
    return std::ranges::all_of(
        checks, [&](std::string_view check) { return std::ranges::all_of(conjuncts(check), is_of_length); });
}

} // namespace synth::introspect
