// SPDX-License-Identifier: BSL-1.0
// The header that a schema becomes, and what tests ask of it.
#ifndef SYNTH_TESTS_INTROSPECT_MADE_HEADER_HPP
#define SYNTH_TESTS_INTROSPECT_MADE_HEADER_HPP

#include <algorithm>
#include <string>

#include "fixture.hpp"
#include "header.hpp"
#include "postgres_catalog.hpp"
#include "sqlite_catalog.hpp"

namespace introspect_test {

inline bool warns(const synth::introspect::header& one, const std::string& part) {
    return std::ranges::any_of(one.warnings, [&](const std::string& each) { return has(each, part); });
}

/// In the namespace d, as from PostgreSQL.
inline synth::introspect::header of_sqlite(const std::string& sql) {
    const folder place;
    return synth::introspect::make_header(synth::introspect::read_sqlite(place.sqlite(sql)), "d");
}

inline synth::introspect::header of_postgres(const std::string& sql) {
    const postgres server{sql};
    return synth::introspect::make_header(synth::introspect::read_postgres(server.conninfo(), {}), "d");
}

} // namespace introspect_test

#endif
