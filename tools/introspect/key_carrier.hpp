// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_KEY_CARRIER_HPP
#define SYNTH_INTROSPECT_KEY_CARRIER_HPP

#include <cstddef>
#include <optional>
#include <string>

#include "catalog.hpp"

namespace synth::introspect {

/// The column that makes an expression distinct: where its values are keys, so are the expression's.
struct key_carrier {
    std::size_t column = 0;
    bool plain = true;         ///< the expression is the column
    bool folds_case = false;   ///< values that differ in their case only count as one
    bool counts_nulls = false; ///< a null becomes a value
    bool needs_letters =
        false; ///< the values must be those of synth's own keys: of one width, positive, without blanks
};

/// Looks through lower(a), a::text, a || '-' || b, coalesce(a, 0), a + 1, data ->> 'key' and their kin, and
/// through stored generated columns. Nothing where no column is known to do it.
[[nodiscard]] std::optional<key_carrier> carrier_of(const std::string& expression, const table& of,
                                                    engine from);

} // namespace synth::introspect

#endif
