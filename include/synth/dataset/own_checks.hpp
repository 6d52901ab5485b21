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
#include <synth/generate/check_patterns.hpp>
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
               (node + 1 == all.size() || !is_pattern(all[node + 1]));
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

    static constexpr bool is_own(const check_facts& check) {
        return check.size > 0 && check.columns.size() == 1 && check.columns[0] == Column;
    }

    template<typename Function>
    static constexpr void for_each_own(const Function& function) {
        for (const check_facts& each : checks_of<Row>.checks) {
            if (is_own(each)) {
                function(each);
            }
        }
    }

    static constexpr std::size_t node_count = [] {
        std::size_t count = 0;
        for_each_own([&count](const check_facts& each) { count += each.size; });
        return count;
    }();

public:
    /// The nodes of these checks, one after another; their only column is column 0 there.
    static constexpr auto nodes = [] {
        std::array<expression_node, node_count> all{};
        std::size_t next = 0;
        for_each_own([&](const check_facts& each) {
            for (const expression_node& node : checks_of<Row>.nodes_of(each)) {
                all[next] = node;
                all[next++].column = 0;
            }
        });
        return all;
    }();

    /// The constants, some perhaps more than once: the first place of each counts.
    static constexpr auto constants = [] {
        std::array<std::string_view, constant_count> all{};
        std::size_t next = 0;
        for_each_constant([&](std::string_view text) { all[next++] = text; });
        return all;
    }();

    /// Calls a function with the nodes of each check.
    template<typename Function>
    static void for_each(const Function& function) {
        std::size_t first = 0;
        for_each_own([&](const check_facts& each) {
            function(std::span{nodes}.subspan(first, each.size));
            first += each.size;
        });
    }

    /// What the checks allow.
    [[nodiscard]] static allowed_values allowed() {
        allowed_values all = allowed_values::everything();
        // Only constants are matched, so most patterns are not even compiled.
        const pattern_source now{[](const void*, const expression_node& node, std::string_view text) {
                                     return pattern_of(node, (&node - 1)->text).matches(text);
                                 },
                                 nullptr};
        std::array<possible_value, 1> column;
        column[0].may_be_null = true;
        for_each([&](std::span<const expression_node> check) {
            allowed_search search{check, column, now, 0, constants};
            all = all & search.solve(check.size() - 1, wanted_truth::not_false);
        });
        return all;
    }

    /// The patterns that they name, each for itself.
    template<typename Texts = pattern_texts>
    [[nodiscard]] static std::vector<Texts> patterns(const column_plan& plan) {
        const check_patterns<> named{nodes};
        std::vector<Texts> all;
        for (std::size_t place = 0; place < named.size(); ++place) {
            all.emplace_back(named[place], plan.max_length == 0 ? Texts::longest : plan.max_length);
            if (all.back().empty()) {
                all.pop_back();
            }
        }
        return all;
    }

    /// The texts that all of them allow, where they are a regular language.
    template<typename Pattern = pattern>
    [[nodiscard]] static std::optional<Pattern> language() {
        std::optional<Pattern> all{Pattern::any()};
        for_each([&](std::span<const expression_node> check) {
            if (all) {
                const std::optional<Pattern> one = text_language<Pattern>{check}.whole();
                all = one ? std::optional{*all & *one} : std::nullopt;
            }
        });
        return all;
    }
};

/// Tells whether a value keeps to all checks that its column has for itself. Their patterns are compiled
/// once.
template<typename Row, std::size_t Column>
class own_test {
    using checks = own_checks<Row, Column>;

public:
    own_test() : patterns_(checks::nodes) {}

    [[nodiscard]] bool operator()(const possible_value& value) const {
        bool all = true;
        checks::for_each([&](std::span<const expression_node> check) {
            all = all &&
                  evaluation{check, std::span{&value, 1}, patterns_.source()}.at(check.size() - 1).may_hold();
        });
        return all;
    }

private:
    patterns_of_nodes<checks::nodes> patterns_;
};

/// The generator of a column, kept to the checks that the column has for itself.
template<typename Row, std::size_t Column, typename Value, typename Bound>
[[nodiscard]] auto keep_to_own_checks(const Bound& bound, const column_plan& plan) {
    constexpr bool may_be_null = nullable<field_type<Row, Column>>;
    using checks = own_checks<Row, Column>;
    using test_type = own_test<Row, Column>;
    if constexpr (checks::exist && array_type<Value>) {
        return bound_within_lengths<Value, Bound, test_type>{bound, test_type{}, plan};
    } else if constexpr (!checks::exist || !(whole_numbered<Value> || std::is_same_v<Value, std::string>)) {
        return bound;
    } else {
        allowed_values allowed = checks::allowed();
        const bool only_null = may_be_null && allowed.may_be_null && !allowed.may_be_value();
        if (only_null) {
            allowed = allowed_values::everything(); // no row has a value to keep to it
        }
        std::optional<test_type> test;
        if (!allowed.complete || !allowed.values.exact()) {
            test.emplace();
        }
        if constexpr (whole_numbered<Value>) {
            return bound_within<Value, Bound, test_type>{bound, allowed.values, test, plan};
        } else {
            using texts = allowed_texts<>;
            using within = bound_within_texts<Bound, texts, test_type>;
            constexpr std::uint64_t plausible = 16; // letters beyond the pleasant ones only for want of texts
            if (const auto language = checks::language(); language && !only_null) {
                return within{bound, {*language, plan, plausible}, {}, std::nullopt, plan};
            }
            // Patterns for themselves only where they do not all hold.
            using hints = decltype(checks::patterns(plan));
            return within{bound,
                          {allowed, checks::constants, plan},
                          test ? checks::patterns(plan) : hints{},
                          test,
                          plan};
        }
    }
}

/// The values of a column under the checks that it has for itself, numbered for keys.
template<typename Row, std::size_t Column, typename Value>
[[nodiscard]] allowed_domain<Value> own_domain(const column_plan& plan) {
    using checks = own_checks<Row, Column>;
    if constexpr (whole_numbered<Value>) {
        return {checks::allowed().values, plan};
    } else {
        constexpr std::uint64_t many = std::uint64_t{1} << 40U;
        const auto language = checks::language();
        return language ? allowed_domain<Value>{allowed_texts<>{*language, plan, many}}
                        : allowed_domain<Value>{allowed_texts<>{checks::allowed(), checks::constants, plan}};
    }
}

} // namespace synth

#endif
