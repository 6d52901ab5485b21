// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_POSTGRES_CATALOG_HPP
#define SYNTH_INTROSPECT_POSTGRES_CATALOG_HPP

#include <string>
#include <vector>

#include "catalog.hpp"

namespace synth::introspect {

/// The catalog of a PostgreSQL database (12 or later) through pg_catalog, in one read-only snapshot; any role
/// that may connect sees all of it. Without `schemas` every schema that is not the system's is read. Throws
/// `failure`.
[[nodiscard]] catalog read_postgres(const std::string& conninfo, const std::vector<std::string>& schemas);

/// Whether `source` is a postgresql:// URL or a libpq "key=value" text.
[[nodiscard]] bool is_postgres(const std::string& source);

} // namespace synth::introspect

#endif
