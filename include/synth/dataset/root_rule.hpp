// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_ROOT_RULE_HPP
#define SYNTH_DATASET_ROOT_RULE_HPP

#include <cstddef>
#include <cstdint>

#include <synth/dataset/pair_rule.hpp>
#include <synth/dataset/reference_values.hpp>
#include <synth/schema/check.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

template<typename Schema, std::size_t Reference>
consteval bool find_root_rule() {
    constexpr catalog_reference reference = reference_at<Schema, Reference>;
    using values = reference_values<Schema, Reference>;
    bool found = false;
    if constexpr (values::mode == reference_mode::forest && !values::may_be_absent) {
        constexpr const auto& list = checks_of<typename Schema::template row_at<reference.child>>;
        for (const check_facts& check : list.checks) {
            for (std::size_t place = 0; place < reference.child_columns.size(); ++place) {
                found = found || (check.size == 3 &&
                                  sets_columns_apart(list.nodes_of(check), 2, reference.child_columns[place],
                                                     reference.parent_columns[place]));
            }
        }
    }
    return found;
}

} // namespace detail

/// Whether no row of a self-reference that is never NULL may be its own parent: `CHECK (next_id <> id)`.
template<typename Schema, std::size_t Reference>
inline constexpr bool has_no_roots = detail::find_root_rule<Schema, Reference>();

/// The parent of a row where none may be its own: the root has the row behind it, and a list is a ring.
/// `parent` is what it would be otherwise, `first` and `last` bound the rows of its owner.
[[nodiscard]] constexpr std::uint64_t parent_without_roots(std::uint64_t row, std::uint64_t parent, bool list,
                                                           std::uint64_t first, std::uint64_t last) {
    if (list) {
        return row == first ? last - 1 : row - 1;
    }
    return row == first && first + 1 < last ? first + 1 : parent;
}

} // namespace synth

#endif
