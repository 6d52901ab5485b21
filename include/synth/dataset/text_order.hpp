// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_TEXT_ORDER_HPP
#define SYNTH_DATASET_TEXT_ORDER_HPP

#include <cstddef>
#include <cstdint>

#include <synth/dataset/check_plan.hpp>
#include <synth/generate/check_patterns.hpp>
#include <synth/schema/check.hpp>

namespace synth {

/// What the checks of a table's texts say about which of two columns gets its value first. Columns are named
/// by the places of their nodes among those of the plan's checks.
template<typename Schema, std::size_t Table>
class text_order {
    using plan = check_plan<Schema, Table>;
    static constexpr const auto& list = plan::list;

public:
    /// Whether a check of a text alone says how it looks: what it is put together of then follows from it.
    [[nodiscard]] static constexpr bool has_pattern(std::size_t slot) {
        bool found = false;
        for (const check_facts& check : checks_of<typename plan::row_type>.checks) {
            for (const expression_node& node : checks_of<typename plan::row_type>.nodes_of(check)) {
                found = found || (is_pattern(node) && check.columns.size() == 1 &&
                                  check.columns[0] == plan::columns[slot]);
            }
        }
        return found;
    }

    /// Whether a text is the same as one of a column that has room for fewer characters.
    [[nodiscard]] static constexpr bool copies_shorter(std::size_t column) {
        bool found = false;
        for (const std::size_t equation : {column + 2, column + 1}) {
            if (equation >= list.nodes.size() || equation < 2 ||
                list.nodes[equation].what != operation::equal || list.nodes[equation].size != 3) {
                continue;
            }
            const expression_node& other = list.nodes[equation == column + 2 ? column + 1 : column - 1];
            if (other.what == operation::column && other.kind == value_kind::text) {
                const std::uint32_t mine = limit_of(list.nodes[column].column);
                const std::uint32_t theirs = limit_of(other.column);
                found = found || (theirs > 0 && (mine == 0 || mine > theirs));
            }
        }
        return found;
    }

    /// Of a text and its beginning the one that comes behind: the text, as its letters are replaced, or the
    /// beginning, where only the text has to look like something.
    [[nodiscard]] static constexpr bool follows_beginning(std::size_t column) {
        bool found = false;
        for (std::size_t index = 2; index < list.nodes.size(); ++index) {
            if (list.nodes[index].what != operation::starts_with) {
                continue;
            }
            const std::size_t text = index - 1 - list.nodes[index - 1].size;
            std::size_t beginning = text + 1;
            while (beginning + 1 < index && list.nodes[beginning].what != operation::column) {
                ++beginning;
            }
            const bool both =
                list.nodes[text].what == operation::column && list.nodes[beginning].what == operation::column;
            if (both && (column == text || column == beginning)) {
                const bool text_first = has_pattern(plan::slot_of(list.nodes[text].column)) &&
                                        !has_pattern(plan::slot_of(list.nodes[beginning].column));
                found = found || (column == beginning) == text_first;
            }
        }
        return found;
    }

    /// Whether an equation says how long a text is by other columns: `length(code) = 2 * level`.
    [[nodiscard]] static constexpr bool has_given_length(std::size_t column) {
        const std::size_t length = column + 1;
        if (length + 1 >= list.nodes.size() || list.nodes[length].what != operation::length) {
            return false;
        }
        bool found = list.nodes[length + 1].what == operation::equal && list.nodes[length + 1].size > 4;
        for (std::size_t index = length + 2; index < list.nodes.size() && !found; ++index) {
            const expression_node& side = list.nodes[index - 1];
            found = list.nodes[index].what == operation::equal && index - 1 - side.size == length &&
                    (side.size > 1 || side.what == operation::column);
        }
        return found;
    }

private:
    [[nodiscard]] static constexpr std::uint32_t limit_of(std::size_t column) {
        return catalog_of<Schema>.view().columns_of(Table)[column].max_length;
    }
};

} // namespace synth

#endif
