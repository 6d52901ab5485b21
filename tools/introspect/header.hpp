// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_HEADER_HPP
#define SYNTH_INTROSPECT_HEADER_HPP

#include <cstddef>
#include <string>
#include <vector>

#include "catalog.hpp"

namespace synth::introspect {

struct model;

/// What was found in a catalog, and what of it did not fit into C++.
struct findings {
    std::vector<std::string> warnings{};
    std::size_t tables = 0;
    std::size_t columns = 0;
    std::size_t references = 0;
};

/// A catalog as C++ code. The same catalog gives the same text, byte for byte.
struct header : findings {
    std::string text{};
};

/// Writes the header of `database` into the namespace `name_space` ("database", "shop::v2"). Throws `failure`
/// when no column of any table can be represented.
[[nodiscard]] header make_header(const catalog& database, const std::string& name_space);

/// The findings of a model. Throws `failure` when it has no table.
[[nodiscard]] findings findings_of(const model& content);

} // namespace synth::introspect

#endif
