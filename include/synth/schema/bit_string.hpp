// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_BIT_STRING_HPP
#define SYNTH_SCHEMA_BIT_STRING_HPP

#include <compare>
#include <string>

namespace synth {

/// Bits written as the characters '0' and '1', PostgreSQL's bit(n) and varbit(n): `bit_string{"1011"}`.
struct bit_string {
    std::string digits;

    auto operator<=>(const bit_string&) const = default;
};

} // namespace synth

#endif
