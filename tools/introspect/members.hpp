// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_MEMBERS_HPP
#define SYNTH_INTROSPECT_MEMBERS_HPP

#include <algorithm>
#include <cstddef>
#include <vector>

namespace synth::introspect {

/// Columns of a table, or members of its row, by their index.
using member_list = std::vector<std::size_t>;

[[nodiscard]] inline bool contains(const member_list& all, std::size_t one) {
    return std::ranges::find(all, one) != all.end();
}

[[nodiscard]] inline bool within(const member_list& inner, const member_list& outer) {
    return std::ranges::all_of(inner, [&](std::size_t each) { return contains(outer, each); });
}

[[nodiscard]] inline bool meet(const member_list& left, const member_list& right) {
    return std::ranges::any_of(left, [&](std::size_t each) { return contains(right, each); });
}

/// The same in whatever order.
[[nodiscard]] inline bool same_members(member_list left, member_list right) {
    std::ranges::sort(left);
    std::ranges::sort(right);
    return left == right;
}

} // namespace synth::introspect

#endif
