// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATABASE_VERIFY_REPORT_HPP
#define SYNTH_DATABASE_VERIFY_REPORT_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <synth/database/row_difference.hpp>

namespace synth {

/// How a database is compared with a plan.
struct verify_options {
    unsigned threads{1}; ///< that make rows
    /// Seconds to wait for a lock of PostgreSQL, 0 for ever; without it 30, or what the server or role has
    /// set.
    std::optional<unsigned> lock_timeout;
    difference_limits limits{};
    /// Called between blocks, with rows out of those that are made; what it throws ends the comparison.
    std::function<void(std::size_t table, std::uint64_t rows)> progress = [](std::size_t, std::uint64_t) {};
};

/// A rule of the database that rows of a table break.
struct broken_rule {
    std::string table;
    std::string rule;     ///< "foreign key orders_customer_id_fkey (NOT VALID)"
    std::uint64_t rows{}; ///< 0: nobody has counted
    std::string text;     ///< the sentence for people
};

/// A rule that counted rows break: "orders: 2 rows break foreign key f to customer", of which " to customer"
/// is the rest of the sentence.
[[nodiscard]] inline broken_rule counted_rule(const std::string& table, const std::string& rule,
                                              std::uint64_t rows, const std::string& rest) {
    return {table, rule, rows,
            table + ": " + std::to_string(rows) + (rows == 1 ? " row breaks " : " rows break ") + rule +
                rest};
}

/// How a table of the database compares with the rows that the plan makes.
struct table_verdict {
    std::size_t table{};
    std::string name;
    std::uint64_t made{};   ///< rows of the plan
    std::uint64_t stored{}; ///< rows of the database
    std::uint64_t changed{};
    std::uint64_t missing{};
    std::uint64_t surplus{};
    bool complete{true};                  ///< false: at least so many
    std::vector<std::string> differences; ///< the first ones, for people

    [[nodiscard]] std::uint64_t count() const { return changed + missing + surplus; }
    [[nodiscard]] bool equal() const { return count() == 0; }

    /// Half of the rows or more: another plan rather than an accident.
    [[nodiscard]] bool another_plan() const { return count() * 2 >= std::max(made, stored) && !equal(); }
};

/// What a comparison of a database with a plan found.
struct verify_report {
    std::vector<table_verdict> tables;
    std::vector<broken_rule> broken;

    [[nodiscard]] bool equal() const {
        return broken.empty() && std::ranges::all_of(tables, &table_verdict::equal);
    }
    [[nodiscard]] std::uint64_t differences() const {
        std::uint64_t total = 0;
        for (const table_verdict& each : tables) {
            total += each.count();
        }
        return total;
    }
};

} // namespace synth

#endif
