// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_SHOWN_NAME_HPP
#define SYNTH_CORE_SHOWN_NAME_HPP

#include <string>
#include <string_view>

namespace synth {

/// A table's name as messages write it: `shown_name("sales", "orders") == "sales.orders"`, or "orders"
/// without a schema.
[[nodiscard]] inline std::string shown_name(std::string_view schema, std::string_view name) {
    std::string text{schema};
    text += schema.empty() ? "" : ".";
    return text += name;
}

} // namespace synth

#endif
