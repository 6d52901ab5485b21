// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_LOAD_STEPS_HPP
#define SYNTH_DATABASE_LOAD_STEPS_HPP

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <synth/database/joined.hpp>
#include <synth/database/late_references.hpp>
#include <synth/database/load_report.hpp>
#include <synth/database/postgres_rebuild.hpp>
#include <synth/database/postgres_sequences.hpp>
#include <synth/database/postgres_statistics.hpp>
#include <synth/database/postgres_structure.hpp>
#include <synth/database/postgres_unit.hpp>
#include <synth/database/row_source.hpp>

namespace synth {
namespace detail {

// Keys and indexes go together.
inline std::string shown_parts(std::span<const structure_part> parts, structure_kind kind) {
    std::vector<structure_part> some;
    std::ranges::copy_if(parts, std::back_inserter(some), [&](const structure_part& part) {
        return (part.kind == structure_kind::index ? structure_kind::key : part.kind) == kind;
    });
    return joined(some, ", ", &structure_part::shown);
}

inline void add_step(std::vector<std::string>& steps, std::string_view before, const std::string& what,
                     std::string_view after = {}) {
    if (!what.empty()) {
        steps.push_back(std::string{before} + what + std::string{after});
    }
}

inline std::string transactions(const load_options& options) {
    if (options.connections > 1) {
        return std::to_string(options.connections) +
               " connections, each with a range of every table's rows; if one fails, none of them commits, "
               "and "
               "what was dropped is put back";
    }
    return options.commit_each ? "a transaction for each of these:"
                               : "one transaction: all of this, or nothing";
}

} // namespace detail

/// What happens to some tables, by their places among the jobs, that are loaded in one transaction, in order.
inline void add_unit_steps(const postgres_work& work, const unit_plan& plan,
                           std::span<const std::size_t> places, std::vector<std::string>& steps) {
    using enum structure_kind;
    detail::add_step(steps, "drop for the load: ", detail::shown_parts(plan.parts, foreign_key));
    detail::add_step(steps, "drop for the load: ", detail::shown_parts(plan.parts, key));
    detail::add_step(steps, "switch off for the load: ", detail::shown_parts(plan.parts, trigger));
    detail::add_step(
        steps, work.options.truncate ? "empty the tables: " : "make empty tables anew, for frozen rows: ",
        joined(work.options.truncate ? oids_of(work.jobs) : plan.emptied, ", ", [&](const std::string& oid) {
            const auto job = std::ranges::find_if(
                work.jobs, [&](const postgres_job& each) { return each.target.oid == oid; });
            return work.source.shape(job->table).shown();
        }));
    for (const std::size_t place : places) {
        const postgres_job& job = work.jobs[place];
        const bool frozen = std::ranges::find(plan.emptied, job.target.oid) != plan.emptied.end();
        const std::string table = work.source.shape(job.table).shown();
        steps.push_back("COPY " + table + ": " + std::to_string(work.source.rows(job.table)) + " rows, " +
                        (job.target.binary ? "binary" : "text") + (frozen ? ", frozen" : ""));
        for (const postgres_sequence& sequence : job.sequences) {
            steps.push_back("set sequence " + sequence.name + " past " + table + "." + sequence.column);
        }
    }
    detail::add_step(steps, "put back: ", detail::shown_parts(plan.parts, key));
    if (std::ranges::find(plan.parts, trigger, &structure_part::kind) != plan.parts.end()) {
        steps.emplace_back("switch on the triggers again");
    }
    detail::add_step(steps, "ANALYZE ", joined(plan.analyzed, ", ", [&](std::size_t table) {
                         return work.source.shape(table).shown();
                     }));
    detail::add_step(steps, "put back and check: ", detail::shown_parts(plan.parts, foreign_key));
}

/// What a load does, step by step, before it does anything.
[[nodiscard]] inline std::vector<std::string>
load_steps(const postgres_work& work, const rebuild_plan& rebuild, std::span<const load_group> groups) {
    std::vector<std::string> steps{detail::transactions(work.options)};
    std::vector<std::size_t> places;
    for (const load_group& group : groups) {
        if (work.options.commit_each) {
            add_unit_steps(work, plan_unit(work, rebuild, group.tables), group.tables, steps);
            steps.emplace_back("commit");
        }
        places.insert(places.end(), group.tables.begin(), group.tables.end());
    }
    if (!work.options.commit_each) {
        add_unit_steps(work, plan_unit(work, rebuild, places), places, steps);
    }
    return steps;
}

/// What stays in force although the load would be faster without it, triggers that do not run as usual, and
/// statistics that are not gathered.
[[nodiscard]] inline std::vector<std::string> kept_words(const postgres_work& work,
                                                         const rebuild_plan& rebuild) {
    std::vector<std::string> words;
    std::map<std::string, std::string> parts_by_reason;
    for (const structure_part& part : rebuild.kept) {
        if (part.kind == structure_kind::trigger) {
            words.push_back("on during the load, though these rows are made already: " + part.shown + ": " +
                            part.why_kept);
            continue;
        }
        std::string& parts = parts_by_reason[part.why_kept];
        parts += (parts.empty() ? "" : ", ") + part.shown;
    }
    if (!work.options.dry_run) { // which has it among its steps
        detail::add_step(words, triggers_off, detail::shown_parts(rebuild.dropped, structure_kind::trigger));
    }
    for (const auto& [reason, parts] : parts_by_reason) {
        std::string told{"in force during the load, which it slows down: "};
        told.append(parts).append(": ").append(reason);
        words.push_back(std::move(told));
    }
    for (const postgres_job& job : work.jobs) {
        const std::string why =
            work.options.analyze
                ? why_no_statistics(work.connection, work.source.shape(job.table), job.target.oid)
                : std::string{};
        if (!why.empty()) {
            words.push_back(why);
        }
    }
    return words;
}

} // namespace synth

#endif
