// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_OWN_CHECKS_HPP
#define SYNTH_DATASET_OWN_CHECKS_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <synth/generate/allowed_key.hpp>
#include <synth/generate/allowed_search.hpp>
#include <synth/generate/allowed_texts.hpp>
#include <synth/generate/allowed_values.hpp>
#include <synth/generate/evaluation.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/text_language.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/generate/within.hpp>
#include <synth/reflect/fields.hpp>
#include <synth/schema/check.hpp>

namespace synth {

/// What is known of a value as it stands: itself, where expressions can see it.
template<typename Value, typename View>
[[nodiscard]] possible_value possible_value_of(const View& value) {
    if constexpr (whole_numbered<Value>) {
        return possible_value::of(whole_number_of<Value>(value));
    } else if constexpr (std::is_same_v<Value, std::string>) {
        return possible_value::of(static_cast<std::string_view>(value));
    } else if constexpr (array_type<Value>) {
        return possible_value::of(static_cast<int128>(static_cast<view_of<Value>>(value).size()));
    } else {
        return {};
    }
}

/// The checks that a column has for itself, over no other column, and the texts that any check of its table
/// compares it with.
template<typename Row, std::size_t Column>
class own_checks {
public:
    static constexpr bool exist = checks_of<Row>.limits(Column);

private:
    static constexpr bool compares_texts(std::size_t node) {
        const auto& all = checks_of<Row>.nodes;
        // The right side of a pattern is no text that the column could be.
        return all[node].what == operation::constant && all[node].kind == value_kind::text &&
               (node + 1 == all.size() || all[node + 1].what < operation::like ||
                all[node + 1].what > operation::matches_ignoring_case);
    }

    template<typename Function>
    static constexpr void for_each_constant(const Function& function) {
        for (const check_facts& each : checks_of<Row>.checks) {
            for (std::size_t node = each.first;
                 each.columns.contains(Column) && node < std::size_t{each.first} + each.size; ++node) {
                if (compares_texts(node)) {
                    function(checks_of<Row>.nodes[node].text);
                }
            }
        }
    }

    static constexpr std::size_t constant_count = [] {
        std::size_t count = 0;
        for_each_constant([&count](std::string_view) { ++count; });
        return count;
    }();

public:
    /// The constants, some perhaps more than once: the first place of each counts.
    static constexpr auto constants = [] {
        std::array<std::string_view, constant_count> all{};
        std::size_t next = 0;
        for_each_constant([&](std::string_view text) { all[next++] = text; });
        return all;
    }();

    /// What the checks allow.
    [[nodiscard]] static allowed_values allowed() {
        allowed_values all = allowed_values::everything();
        const pattern_source now{match_now, nullptr};
        std::vector<possible_value> columns(field_count<Row>);
        columns[Column].may_be_null = true;
        for (const check_facts& each : checks_of<Row>.checks) {
            if (is_own(each)) {
                allowed_search search{checks_of<Row>.nodes_of(each), columns, now, Column, constants};
                all = all & search.solve(each.size - std::size_t{1}, wanted_truth::not_false);
            }
        }
        return all;
    }

    /// The patterns that they name, each for itself.
    template<typename Texts = pattern_texts>
    [[nodiscard]] static std::vector<Texts> patterns(const column_plan& plan) {
        std::vector<Texts> all;
        for (const check_facts& each : checks_of<Row>.checks) {
            for (std::size_t index = 1; is_own(each) && index < each.size; ++index) {
                const expression_node& node = checks_of<Row>.nodes_of(each)[index];
                if (node.what >= operation::like && node.what <= operation::matches_ignoring_case) {
                    all.emplace_back(pattern_of(node, (&node - 1)->text),
                                     plan.max_length == 0 ? Texts::longest : plan.max_length);
                    if (all.back().empty()) {
                        all.pop_back();
                    }
                }
            }
        }
        return all;
    }

    /// The texts that all of them allow, where they are a regular language.
    template<typename Pattern = pattern>
    [[nodiscard]] static std::optional<Pattern> language() {
        std::optional<Pattern> all{Pattern::any()};
        for (const check_facts& each : checks_of<Row>.checks) {
            if (all && is_own(each)) {
                const std::optional<Pattern> one =
                    text_language<Pattern>{checks_of<Row>.nodes_of(each)}.whole();
                all = one ? std::optional{*all & *one} : std::nullopt;
            }
        }
        return all;
    }

    /// Whether a value keeps to all of them.
    [[nodiscard]] static bool hold(const possible_value& value) {
        const pattern_source now{match_now, nullptr};
        std::vector<possible_value> columns(field_count<Row>);
        columns[Column] = value;
        for (const check_facts& each : checks_of<Row>.checks) {
            if (is_own(each)) {
                const possible_value truth =
                    evaluation{checks_of<Row>.nodes_of(each), columns, now}.at(each.size - std::size_t{1});
                if (!truth.may_hold()) {
                    return false;
                }
            }
        }
        return true;
    }

private:
    [[nodiscard]] static constexpr bool is_own(const check_facts& check) {
        return check.size > 0 && check.columns.size() == 1 && check.columns[0] == Column;
    }

    static bool match_now(const void*, const expression_node& node, std::string_view text) {
        return pattern_of(node, (&node - 1)->text).matches(text);
    }
};

/// The generator of a column, kept to the checks that the column has for itself.
template<typename Row, std::size_t Column, typename Value, typename Bound>
[[nodiscard]] auto keep_to_own_checks(const Bound& bound, const column_plan& plan) {
    constexpr bool may_be_null = nullable<field_type<Row, Column>>;
    using checks = own_checks<Row, Column>;
    if constexpr (checks::exist && array_type<Value>) {
        return bound_within_lengths<Value, Bound>{bound, &checks::hold, plan};
    } else if constexpr (!checks::exist || !(whole_numbered<Value> || std::is_same_v<Value, std::string>)) {
        return bound;
    } else {
        allowed_values allowed = checks::allowed();
        const bool only_null = may_be_null && allowed.may_be_null && !allowed.may_be_value();
        if (only_null) {
            allowed = allowed_values::everything(); // no row has a value to keep to it
        }
        const value_test test = allowed.complete && allowed.values.exact() ? nullptr : &checks::hold;
        if constexpr (whole_numbered<Value>) {
            return bound_within<Value, Bound>{bound, allowed.values, test, plan};
        } else {
            using texts = allowed_texts<>;
            constexpr std::uint64_t plausible = 16; // letters beyond the pleasant ones only for want of texts
            if (const auto language = checks::language(); language && !only_null) {
                return bound_within_texts<Bound, texts>{
                    bound, {*language, plan, plausible}, {}, nullptr, plan};
            }
            // Patterns for themselves only where they do not all hold.
            return bound_within_texts<Bound, allowed_texts<>>{
                bound,
                {allowed, checks::constants, plan},
                test == nullptr ? decltype(checks::patterns(plan)){} : checks::patterns(plan),
                test,
                plan};
        }
    }
}

/// The values of a column under the checks that it has for itself, numbered for keys.
template<typename Row, std::size_t Column, typename Value>
[[nodiscard]] allowed_domain<Value> own_domain(const column_plan& plan) {
    using checks = own_checks<Row, Column>;
    const allowed_values allowed = checks::allowed();
    if constexpr (whole_numbered<Value>) {
        return {allowed.values, plan};
    } else {
        constexpr std::uint64_t many = std::uint64_t{1} << 40U;
        const auto language = checks::language();
        return language ? allowed_domain<Value>{allowed_texts<>{*language, plan, many}}
                        : allowed_domain<Value>{allowed_texts<>{allowed, checks::constants, plan}};
    }
}

} // namespace synth

#endif
