// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_OWN_CHECKS_HPP
#define SYNTH_DATASET_OWN_CHECKS_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <synth/core/lazy_type.hpp>
#include <synth/generate/allowed_key.hpp>
#include <synth/generate/allowed_search.hpp>
#include <synth/generate/allowed_texts.hpp>
#include <synth/generate/allowed_values.hpp>
#include <synth/generate/check_patterns.hpp>
#include <synth/generate/evaluation.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/text_language.hpp>
#include <synth/generate/text_store.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/generate/within_range.hpp>
#include <synth/generate/within_sizes.hpp>
#include <synth/reflect/fields.hpp>
#include <synth/schema/check.hpp>
#include <synth/schema/uuid.hpp>

namespace synth {

/// A range whose bounds expressions can see.
template<typename Value>
concept bounded_range = range_type<Value> && whole_numbered<detail::range_element<Value>>;

/// What is known of a value as it stands: itself, where expressions can see it.
template<typename Value, typename View>
[[nodiscard]] possible_value possible_value_of(const View& value) {
    if constexpr (whole_numbered<Value>) {
        return possible_value::of(whole_number_of<Value>(value));
    } else if constexpr (std::is_same_v<Value, std::string>) {
        return possible_value::of(static_cast<std::string_view>(value));
    } else if constexpr (std::is_same_v<Value, uuid>) {
        uint128 bits = 0;
        for (const std::uint8_t each : static_cast<view_of<Value>>(value).bytes) {
            bits = bits << 8U | each;
        }
        constexpr uint128 highest = uint128{1}
                                    << 127U; // numbers have signs: as uuids are, in the order of bytes
        return possible_value::of_identity(static_cast<int128>(bits ^ highest));
    } else if constexpr (array_type<Value> || sized_value<Value>) {
        return possible_value::of(static_cast<int128>(static_cast<view_of<Value>>(value).size()));
    } else if constexpr (bounded_range<Value>) {
        return known_range<detail::range_element<Value>>(value);
    } else {
        return {};
    }
}

/// Whether a column, or each of its elements, has checks for itself. Most have none: ask this before anything
/// of own_checks, which costs the compiler a class and five constants for a column.
template<typename Row, std::size_t Column, bool OfElements = false>
inline constexpr bool has_own_checks =
    OfElements ? checks_of<Row>.limits_elements(Column) : checks_of<Row>.limits(Column);

/// The checks that a column, or each of its elements, has for itself, over no other column, and the texts
/// that any check of its table compares it with.
template<typename Row, std::size_t Column, bool OfElements = false>
class own_checks {
    using value = value_type_of<field_type<Row, Column>>;

public:
    static constexpr bool exist = has_own_checks<Row, Column, OfElements>;

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
            const bool named = each.columns.contains(Column) && each.of_elements == OfElements;
            for (std::size_t node = each.first; named && node < std::size_t{each.first} + each.size; ++node) {
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
        return check.size > 0 && check.columns.size() == 1 && check.columns[0] == Column &&
               check.of_elements == OfElements;
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
    /// The nodes of these checks, one after another; their only column, or its element, is column 0 there.
    static constexpr auto nodes = [] {
        std::array<expression_node, node_count> all{};
        std::size_t next = 0;
        for_each_own([&](const check_facts& each) {
            for (const expression_node& node : checks_of<Row>.nodes_of(each)) {
                all[next] = node;
                all[next].part = OfElements ? column_part::whole : node.part;
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

    /// Whether a value may keep to all checks, as far as it is known.
    [[nodiscard]] static bool may_hold(const possible_value& value) {
        bool all = true;
        for_each([&](std::span<const expression_node> check) {
            all = all && evaluation{check, std::span{&value, 1}, {}}.at(check.size() - 1).may_hold();
        });
        return all;
    }

    /// What the checks allow; of a range only whether it may be NULL, and whether anything else.
    [[nodiscard]] static allowed_values allowed() {
        if constexpr (bounded_range<value> && !OfElements) {
            allowed_values all = allowed_values::everything();
            all.may_be_null = may_hold(possible_value::null());
            all.values = may_hold(possible_value{}) ? all.values : interval_set{};
            return all.estimated();
        } else {
            const possible_value column = possible_value::anything();
            return solved(nodes, std::span{&column, 1}, 0);
        }
    }

    /// The constants that the checks allow, each once, and whether they allow no other text.
    [[nodiscard]] static detail::lazy_list<std::string_view, Row> allowed_constants() {
        const interval_set values = allowed().values;
        detail::lazy_list<std::string_view, Row> all;
        for (std::size_t index = 0; index < constants.size(); ++index) {
            if (values.contains(static_cast<int128>(index)) &&
                std::ranges::find(all, constants[index]) == all.end()) {
                all.push_back(constants[index]);
            }
        }
        return all;
    }
    [[nodiscard]] static bool allows_constants_only() {
        return !allowed().values.contains(static_cast<int128>(constants.size()));
    }

    /// What the checks allow a bound of a range, given what is known of the other one.
    [[nodiscard]] static allowed_values allowed_bound(column_part part, const possible_value& other) {
        static constexpr auto apart = [] {
            auto all = nodes;
            for (expression_node& node : all) {
                if (node.what == operation::column) {
                    node.column = static_cast<schema_index>(node.part);
                    node.part = column_part::whole;
                }
            }
            return all;
        }();
        std::array<possible_value, static_cast<std::size_t>(column_part::upper) + 1> known;
        for (const column_part each : {column_part::lower, column_part::upper}) {
            known[static_cast<std::size_t>(each)] = other;
        }
        known[static_cast<std::size_t>(part)] = possible_value::anything();
        return solved(apart, known, static_cast<schema_index>(part));
    }

private:
    [[nodiscard]] static allowed_values solved(std::span<const expression_node> of,
                                               std::span<const possible_value> columns, schema_index target) {
        allowed_values all = allowed_values::everything();
        // Only constants are matched, so most patterns are not even compiled.
        const pattern_source now{
            [](const void*, const expression_node& node, std::string_view text) {
                return pattern_of<detail::lazily<pattern, Row>>(node, (&node - 1)->text).matches(text);
            },
            nullptr};
        std::size_t first = 0;
        for_each_own([&](const check_facts& each) {
            const detail::lazily<allowed_search, Row> search{of.subspan(first, each.size), columns, now,
                                                             target, constants};
            all = all & search.solve(each.size - std::size_t{1}, wanted_truth::not_false);
            first += each.size;
        });
        return all;
    }

public:
    /// The patterns that they name, each for itself.
    template<typename Texts = pattern_texts>
    [[nodiscard]] static std::vector<Texts> patterns(const column_plan& plan) {
        const detail::lazily<check_patterns<>, Texts> named{nodes};
        using compiled = detail::lazily<pattern, Texts>;
        std::vector<Texts> all;
        for (std::size_t place = 0; place < named.size(); ++place) {
            all.emplace_back(named[place], plan.max_length == 0 ? compiled::unlimited : plan.max_length);
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
template<typename Row, std::size_t Column, bool OfElements = false>
class own_test {
    using checks = own_checks<Row, Column, OfElements>;

public:
    own_test() : patterns_(checks::nodes) {}

    [[nodiscard]] bool operator()(const possible_value& value) const {
        return each_check(value, [](const possible_value& truth) { return truth.may_hold(); });
    }

    /// Whether all values that it may be keep to them.
    [[nodiscard]] bool holds(const possible_value& value) const {
        return each_check(value, [](const possible_value& truth) { return truth.holds(); });
    }

private:
    using text_store =
        std::conditional_t<calculates_text(checks::nodes), basic_text_store<Row>, no_text_store>;

    template<typename Condition>
    [[nodiscard]] bool each_check(const possible_value& value, const Condition& condition) const {
        bool all = true;
        text_store texts;
        checks::for_each([&](std::span<const expression_node> check) {
            const evaluation calculation{check, std::span{&value, 1}, patterns_.source(), texts.source()};
            all = all && condition(calculation.at(check.size() - 1));
        });
        return all;
    }

    patterns_of_nodes<checks::nodes> patterns_;
};

} // namespace synth

#endif
