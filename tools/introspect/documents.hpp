// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_INTROSPECT_DOCUMENTS_HPP
#define SYNTH_INTROSPECT_DOCUMENTS_HPP

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "sql_tree.hpp"
#include <nlohmann/json.hpp>

namespace synth::introspect {

/// Whether a column holds documents.
[[nodiscard]] inline bool is_json(const value_type& type) {
    return (type.of == kind::json || type.of == kind::jsonb) && !type.array;
}

/// What an expression over a JSON document comes to.
struct document_value {
    enum class sort { null, document, text, number, truth, list };
    sort of = sort::null;
    nlohmann::json content{};

    [[nodiscard]] bool operator==(const document_value&) const = default;
};

/// The document of a column, by the inside of a "ColumnRef"; nothing where it is not known.
using document_lookup = std::function<std::optional<document_value>(const sql_tree::node&)>;

/// Calculates an expression over constants and documents as the database does: typeof, the length of an
/// array, the operators -> ->> #> #>> ? ?| ?& @> <@ and comparisons, AND, OR, NOT and IS NULL; of SQLite
/// json_type, json_array_length and json_extract. Nothing where anything else decides it, or where the
/// database raises an error.
[[nodiscard]] std::optional<document_value> calculate_document(const sql_tree& tree,
                                                               const sql_tree::node& part,
                                                               const document_lookup& document,
                                                               engine from = engine::postgresql);

/// The document of a text; discarded if it is none, or nested deep, as what works on it goes down by calls.
[[nodiscard]] nlohmann::json parsed_document(const std::string& spelled);

/// The names in a path of SQLite: '$.address.city'. Nothing where there is another thing in it.
[[nodiscard]] std::optional<std::vector<std::string>> steps_of_json_path(const document_value& path);

/// The names in the path of #> and #>>: '{a,b}' or ARRAY['a', 'b']. Nothing where there is another thing in
/// it.
[[nodiscard]] std::optional<std::vector<std::string>> steps_of(const document_value& path);

/// Some of the documents that synth makes where nothing is asked of them: all words, the bounds of the
/// number, and the numbers that conditions name.
[[nodiscard]] std::vector<document_value> typical_documents(const std::vector<std::string>& conditions = {});

/// Documents that may meet some checks, the plainest first: the column's default, empty ones, scalars, and
/// objects of the members and the constants that the checks name.
[[nodiscard]] std::vector<std::string> candidate_documents(const column& of,
                                                           const std::vector<std::string>& conditions);

} // namespace synth::introspect

#endif
