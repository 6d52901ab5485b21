// SPDX-License-Identifier: BSL-1.0
#include "trimmed_keys.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include <fmt/format.h>

#include "members.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

// Whether a condition asks more of the trimmed text than its length.
bool asks_for_trimmed(const std::string& condition, const std::string& trimmed) {
    const std::string without = with_replaced(condition, fmt::format("length({})", trimmed), "");
    return without.find(trimmed) != std::string::npos;
}

} // namespace

void keep_keys_trimmed(model& all, const std::string& name_space) {
    for (row_struct& row : all.rows) {
        for (std::size_t at = 0; at < row.members.size(); ++at) {
            const std::string value = fmt::format("synth::value<{}>", pointer_to(name_space, row, at));
            const std::string trimmed = fmt::format("synth::sql::trim({})", value);
            const auto has_it = [&](const row_key& each) { return contains(each.members, at); };
            const bool key = has_it(row.primary_key) || std::ranges::any_of(row.unique, has_it);
            if (!key || std::ranges::none_of(row.checks, [&](const row_check& each) {
                    return asks_for_trimmed(each.condition, trimmed);
                })) {
                continue;
            }
            for (row_check& each : row.checks) {
                each.condition = with_replaced(each.condition, trimmed, value);
            }
            row.checks.push_back({.condition = fmt::format("{} == {}", trimmed, value),
                                  .columns = {at},
                                  .remark = "so that checks of what is within blanks are about the text"});
        }
    }
}

} // namespace synth::introspect
