// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_SUMMARY_HPP
#define SYNTH_PROGRAM_SUMMARY_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <synth/program/existing_table.hpp>
#include <synth/program/json_text.hpp>
#include <synth/program/printable.hpp>
#include <synth/program/quantity.hpp>

namespace synth {

/// What a command did, for its last line.
struct summary {
    std::string_view command;
    std::string target; ///< without passwords
    std::uint64_t seed{};
    std::vector<std::pair<std::string, std::uint64_t>> tables; ///< names and rows
    std::uint64_t bytes{};                                     ///< of rows, before they are compressed
    double seconds{};
    std::string reproduce;
    // NOLINTNEXTLINE(readability-redundant-member-init): g++ warns of a designated initializer otherwise
    std::vector<std::string> notes{}; ///< what a dry run tells: how cycles of references are met
    // NOLINTNEXTLINE(readability-redundant-member-init): the same
    std::vector<std::string> steps{}; ///< what a load does, in order; a dry run tells them
    // NOLINTNEXTLINE(readability-redundant-member-init): the same
    std::vector<std::string> kept{}; ///< what makes a load slower than it could be, and why
    // NOLINTNEXTLINE(readability-redundant-member-init): the same
    std::vector<existing_table> existing{}; ///< tables that are filled outside
    // NOLINTNEXTLINE(readability-redundant-member-init): the same
    std::vector<std::pair<std::string, std::uint64_t>> left_out{}; ///< rows that the database did not keep
    // NOLINTNEXTLINE(readability-redundant-member-init): the same
    std::optional<std::uint64_t> compressed_bytes{}; ///< of compressed output only

    [[nodiscard]] std::uint64_t rows() const {
        std::uint64_t total = 0;
        for (const auto& [name, rows_of_table] : tables) {
            total += rows_of_table;
        }
        return total;
    }
    /// Per second; a run too short to measure counts as a millisecond.
    [[nodiscard]] double speed(std::uint64_t amount) const {
        return static_cast<double>(amount) / (seconds > 0.001 ? seconds : 0.001);
    }
};

/// Each of some remarks as a line: "synth: index a of b stays".
[[nodiscard]] inline std::string remarks_text(const std::vector<std::string>& remarks) {
    std::string text;
    for (const std::string& each : remarks) {
        text += "synth: " + printable(each) + "\n";
    }
    return text;
}

namespace detail {

inline std::string left_out_text(const summary& done) {
    std::string text;
    for (const auto& [name, rows] : done.left_out) {
        text += fmt::format("synth: {}: the database left out {}, or put {} elsewhere, as a trigger or ON "
                            "CONFLICT of the table says\n",
                            printable(name), counted(rows, "row"), rows == 1 ? "it" : "them");
    }
    return text;
}

// `[{"name":"a","rows":1}]`
inline std::string rows_json(const std::vector<std::pair<std::string, std::uint64_t>>& tables) {
    std::string text;
    for (const auto& [name, rows] : tables) {
        text += fmt::format(R"({}{{"name":{},"rows":{}}})", text.empty() ? "" : ",", json_text(name), rows);
    }
    return "[" + text + "]";
}

} // namespace detail

/// For people: "synth: 2 tables, 11 000 rows, 1.20 MB in 0.3 s (36.7 k rows/s, 4.00 MB/s)" and how to do it
/// again.
[[nodiscard]] inline std::string summary_text(const summary& done) {
    std::string text =
        existing_text(done.existing) + remarks_text(done.kept) + detail::left_out_text(done) +
        fmt::format("synth: {}, {}", counted(done.tables.size(), "table"), counted(done.rows(), "row"));
    if (done.bytes > 0) {
        text += ", " + short_bytes(static_cast<double>(done.bytes));
    }
    if (done.compressed_bytes) {
        text += ", compressed to " + short_bytes(static_cast<double>(*done.compressed_bytes));
    }
    text += fmt::format(" in {} ({} rows/s", short_time(done.seconds), short_number(done.speed(done.rows())));
    if (done.bytes > 0) {
        text += ", " + short_bytes(done.speed(done.bytes)) + "/s";
    }
    return text + ")\nsynth: reproduce with: " + done.reproduce + "\n";
}

/// For people, of a load that only looked: how cycles of references would be met, each step, what cannot be
/// done, and that the target fits.
[[nodiscard]] inline std::string dry_run_text(const summary& done) {
    return existing_text(done.existing) + remarks_text(done.notes) + remarks_text(done.steps) +
           remarks_text(done.kept) + "synth: " + printable(done.target) + " fits; nothing was loaded\n";
}

/// For machines: one line of JSON.
[[nodiscard]] inline std::string summary_json(const summary& done) {
    const std::string left_out =
        done.left_out.empty() ? "" : ",\"left_out\":" + detail::rows_json(done.left_out);
    const std::string compressed =
        done.compressed_bytes ? fmt::format(",\"compressed_bytes\":{}", *done.compressed_bytes) : "";
    return fmt::format(
        "{{\"command\":{},\"target\":{},\"seed\":{},\"rows\":{},\"bytes\":{}{},\"seconds\":{:.3f},"
        "\"rows_per_second\":{:.0f},\"tables\":{}{}{},\"reproduce\":{}}}\n",
        json_text(done.command), json_text(done.target), done.seed, done.rows(), done.bytes, compressed,
        done.seconds, done.speed(done.rows()), detail::rows_json(done.tables), left_out,
        existing_json(done.existing), json_text(done.reproduce));
}

} // namespace synth

#endif
