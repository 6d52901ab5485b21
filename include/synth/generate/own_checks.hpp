// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_GENERATE_OWN_CHECKS_HPP
#define SYNTH_GENERATE_OWN_CHECKS_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include <synth/core/interval_set.hpp>
#include <synth/generate/allowed_search.hpp>
#include <synth/generate/allowed_values.hpp>
#include <synth/generate/evaluation.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/wanted_truth.hpp>
#include <synth/schema/check.hpp>
#include <synth/schema/column_set.hpp>
#include <synth/schema/expression_node.hpp>

namespace synth {

/// What the checks over one column alone allow it, while a program is compiled: patterns are not known then
/// and limit nothing. The number of a text is the position of the node with it among all nodes of the table's
/// checks (`checks_of<Row>.nodes`): `allowed_by_own_checks<order>(2).values.count()`.
template<typename Row>
[[nodiscard]] constexpr allowed_values allowed_by_own_checks(std::size_t column) {
    constexpr const auto& all = checks_of<Row>;
    std::array<possible_value, field_count<Row>> columns{};
    columns[column].may_be_null = true;
    std::array<std::string_view, all.nodes.size()> texts{};
    for (std::size_t index = 0; index < all.nodes.size(); ++index) {
        texts[index] = all.nodes[index].text;
    }
    allowed_values allowed = allowed_values::everything();
    for (const check_facts& each : all.checks) {
        if (each.size > 0 && each.columns.size() == 1 && each.columns[0] == column) {
            const allowed_search search{
                all.nodes_of(each), columns, {}, static_cast<schema_index>(column), texts};
            allowed = allowed & search.solve(each.size - std::size_t{1}, wanted_truth::not_false);
        }
    }
    return allowed;
}

/// How many values checks leave a column: `allowed_count<order>(2)`; 2^64 - 1 where they name no end.
template<typename Row>
[[nodiscard]] constexpr std::uint64_t allowed_count(std::size_t column) {
    const allowed_values allowed = allowed_by_own_checks<Row>(column);
    return allowed.may_be_value() ? allowed.values.count() : 0;
}

} // namespace synth

#endif
