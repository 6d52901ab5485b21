// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_EXISTING_TABLE_HPP
#define SYNTH_PROGRAM_EXISTING_TABLE_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <synth/core/byte_buffer.hpp>
#include <synth/database/row_source.hpp>
#include <synth/program/json_text.hpp>
#include <synth/program/printable.hpp>
#include <synth/program/quantity.hpp>
#include <synth/random/mix.hpp>
#include <synth/schema/catalog.hpp>

namespace synth {

/// What a plan was given of a table that is filled outside, for people to compare two runs.
struct existing_table {
    std::string name;
    std::uint64_t rows{};
    std::uint64_t digest{}; ///< of the keys in their order: the same for the same keys, on every machine
};

namespace detail {

inline std::uint64_t digest_of(const row_source& source, std::size_t table) {
    constexpr std::uint64_t block = 4'096;
    std::uint64_t digest = mix(source.rows(table));
    byte_buffer buffer;
    for (std::uint64_t first = 0; first < source.rows(table); first += block) {
        buffer.clear();
        source.write(table, row_form::copy_text, first, std::min(first + block, source.rows(table)), buffer);
        for (const char letter : buffer.view()) {
            digest = mix(digest + static_cast<unsigned char>(letter));
        }
    }
    return digest;
}

} // namespace detail

/// The tables that are filled outside and have rows in a plan.
[[nodiscard]] inline std::vector<existing_table> existing_tables(const catalog_view& catalog,
                                                                 const row_source& plan) {
    std::vector<existing_table> all;
    for (std::size_t table = 0; table < catalog.tables.size(); ++table) {
        if (catalog.tables[table].filled_outside && plan.rows(table) > 0) {
            all.push_back({plan.shape(table).shown(), plan.rows(table), detail::digest_of(plan, table)});
        }
    }
    return all;
}

/// For people, a line each: "synth: country is filled outside: 249 rows, digest 01ab45cd01ab45cd".
[[nodiscard]] inline std::string existing_text(const std::vector<existing_table>& tables,
                                               std::string_view before = "synth: ") {
    std::string text;
    for (const existing_table& each : tables) {
        text += fmt::format("{}{} is filled outside: {}, digest {:016x}\n", before, printable(each.name),
                            counted(each.rows, "row"), each.digest);
    }
    return text;
}

/// For machines: `,"existing":[{"name":"country","rows":249,"digest":"01ab45cd01ab45cd"}]`; nothing where
/// there is no such table.
[[nodiscard]] inline std::string existing_json(const std::vector<existing_table>& tables) {
    std::string text;
    for (const existing_table& each : tables) {
        text += fmt::format(R"({}{{"name":{},"rows":{},"digest":"{:016x}"}})", text.empty() ? "" : ",",
                            json_text(each.name), each.rows, each.digest);
    }
    return text.empty() ? text : ",\"existing\":[" + text + "]";
}

} // namespace synth

#endif
