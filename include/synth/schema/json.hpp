// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_JSON_HPP
#define SYNTH_SCHEMA_JSON_HPP

#include <compare>
#include <string>

namespace synth {

/// A JSON document kept as its text: `json{R"({"id": 7})"}`. The text is written as it is.
struct json {
    std::string text;

    auto operator<=>(const json&) const = default;
};

/// A JSON document that the database parses; PostgreSQL shows it in its own spelling, so write
/// `{"id": 7}` with sorted keys and one space where texts are to be compared.
struct jsonb {
    std::string text;

    auto operator<=>(const jsonb&) const = default;
};

} // namespace synth

#endif
