// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_JOINED_HPP
#define SYNTH_DATABASE_JOINED_HPP

#include <functional>
#include <string>
#include <string_view>

namespace synth {

/// What some things are called, with a separator between them: `joined(columns, ", ", &column_shape::name)`
/// is "id, total".
template<typename Things, typename TextOf>
[[nodiscard]] std::string joined(const Things& things, std::string_view separator, TextOf&& text_of) {
    std::string list;
    bool first = true;
    for (const auto& thing : things) {
        if (!first) {
            list += separator;
        }
        first = false;
        list += std::invoke(text_of, thing);
    }
    return list;
}

} // namespace synth

#endif
