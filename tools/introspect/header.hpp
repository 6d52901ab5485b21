// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_HEADER_HPP
#define SYNTH_INTROSPECT_HEADER_HPP

#include <cstddef>
#include <string>
#include <vector>

#include "catalog.hpp"

namespace synth::introspect {

/// A catalog as C++ code, and what did not fit into it. The same catalog gives the same text, byte for byte.
struct header {
    std::string text{};
    std::vector<std::string> warnings{};
    std::size_t tables = 0;
    std::size_t columns = 0;
    std::size_t references = 0;
};

/// Writes the header of `database` into the namespace `name_space` ("database", "shop::v2"). Throws `failure`
/// when no column of any table can be represented.
[[nodiscard]] header make_header(const catalog& database, const std::string& name_space);

} // namespace synth::introspect

#endif
