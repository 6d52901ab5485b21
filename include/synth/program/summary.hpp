// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_SUMMARY_HPP
#define SYNTH_PROGRAM_SUMMARY_HPP

#include <cstddef>
#include <cstdint>
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
    std::uint64_t bytes{};
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

/// For people: "synth: 2 tables, 11 000 rows, 1.20 MB in 0.3 s (36.7 k rows/s, 4.00 MB/s)" and how to do it
/// again.
[[nodiscard]] inline std::string summary_text(const summary& done) {
    std::string text =
        existing_text(done.existing) + remarks_text(done.kept) +
        fmt::format("synth: {}, {}", counted(done.tables.size(), "table"), counted(done.rows(), "row"));
    if (done.bytes > 0) {
        text += ", " + short_bytes(static_cast<double>(done.bytes));
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
    std::string tables;
    for (const auto& [name, rows] : done.tables) {
        tables +=
            fmt::format(R"({}{{"name":{},"rows":{}}})", tables.empty() ? "" : ",", json_text(name), rows);
    }
    return fmt::format(
        "{{\"command\":{},\"target\":{},\"seed\":{},\"rows\":{},\"bytes\":{},\"seconds\":{:.3f},"
        "\"rows_per_second\":{:.0f},\"tables\":[{}]{},\"reproduce\":{}}}\n",
        json_text(done.command), json_text(done.target), done.seed, done.rows(), done.bytes, done.seconds,
        done.speed(done.rows()), tables, existing_json(done.existing), json_text(done.reproduce));
}

} // namespace synth

#endif
