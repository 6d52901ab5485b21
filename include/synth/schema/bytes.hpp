// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_BYTES_HPP
#define SYNTH_SCHEMA_BYTES_HPP

#include <cstddef>
#include <vector>

namespace synth {

/// A string of bytes without an encoding, PostgreSQL's bytea: `bytes{std::byte{0xff}}`.
using bytes = std::vector<std::byte>;

} // namespace synth

#endif
