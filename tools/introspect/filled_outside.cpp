// SPDX-License-Identifier: BSL-1.0
#include "filled_outside.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "selection.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

// Whether values of a type have an order, by which the library numbers the rows that are there.
bool is_ordered(const value_type& type) {
    return type.of != kind::range && type.of != kind::multirange && type.of != kind::composite;
}

class outside_filler {
public:
    explicit outside_filler(catalog& database) : tables_(database.tables) {}

    std::vector<std::string> fill() {
        below_.assign(tables_.size(), false);
        left_out_.assign(tables_.size(), false);
        for (bool more = true; more;) {
            more = false;
            for (std::size_t at = 0; at < tables_.size(); ++at) {
                more = descends(at) || more;
            }
        }
        for (bool more = true; more;) {
            more = false;
            for (std::size_t at = 0; at < tables_.size(); ++at) {
                more = leave_out(at) || more;
            }
        }
        for (std::size_t at = 0; at < tables_.size(); ++at) {
            if (!left_out_[at] && !tables_[at].filled_outside && !below_[at] && is_above(at)) {
                notes_.push_back(
                    fmt::format("{}: a table that is filled outside refers to it; if its rows are "
                                "there too, add --existing {}",
                                display(tables_[at].name), one_line(tables_[at].name.name)));
            }
        }
        for (table& each : tables_) {
            std::vector<reference> kept;
            std::ranges::copy_if(each.references, std::back_inserter(kept),
                                 [&](const reference& one) { return !follows(each, one); });
            each.references = std::move(kept);
        }
        for (table& each : tables_) {
            if (each.filled_outside) {
                keep_keys(each);
            }
        }
        std::vector<table> kept;
        for (std::size_t at = 0; at < tables_.size(); ++at) {
            if (!left_out_[at]) {
                kept.push_back(std::move(tables_[at]));
            }
        }
        tables_ = std::move(kept);
        return std::move(notes_);
    }

private:
    [[nodiscard]] bool refers(std::size_t child, std::size_t parent) const {
        return child != parent && std::ranges::any_of(tables_[child].references, [&](const reference& each) {
                   return each.parent == tables_[parent].name;
               });
    }

    // Rows of a table below one that is filled outside come after that one, so they are not there yet.
    bool descends(std::size_t at) {
        for (std::size_t parent = 0; parent < tables_.size() && !below_[at]; ++parent) {
            below_[at] = refers(at, parent) && (tables_[parent].filled_outside || below_[parent]);
            if (below_[at]) {
                return true;
            }
        }
        return false;
    }

    // Whether rows that are there refer to a table.
    [[nodiscard]] bool is_above(std::size_t at) const {
        for (std::size_t child = 0; child < tables_.size(); ++child) {
            if (refers(child, at) && (tables_[child].filled_outside || left_out_[child])) {
                return true;
            }
        }
        return false;
    }

    bool leave_out(std::size_t at) {
        if (left_out_[at] || tables_[at].filled_outside || below_[at] || !is_above(at)) {
            return false;
        }
        for (std::size_t child = 0; child < tables_.size(); ++child) {
            if (refers(child, at) && !tables_[child].filled_outside && !left_out_[child]) {
                return false;
            }
        }
        left_out_[at] = true;
        notes_.push_back(fmt::format("{}: only tables that are filled outside refer to it; left out",
                                     display(tables_[at].name)));
        return true;
    }

    // Whether the rows that are there keep a reference for their children: (tenant, author) leads to an
    // author whose tenant is there, so (tenant) needs no reference of its own.
    bool follows(const table& child, const reference& one) {
        const table* parent = find(one.parent);
        if (child.filled_outside || parent == nullptr || !parent->filled_outside) {
            return false;
        }
        return std::ranges::any_of(child.references, [&](const reference& wide) {
            const table* between = find(wide.parent);
            if (&wide == &one || between == nullptr || !between->filled_outside) {
                return false;
            }
            const bool found = std::ranges::any_of(between->references, [&](const reference& up) {
                return up.parent == one.parent && leads(child, wide, *between, up, one);
            });
            if (found) {
                notes_.push_back(fmt::format("{}: its reference to {} holds by the rows of {} that are there",
                                             display(child.name), display(one.parent),
                                             display(between->name)));
            }
            return found;
        });
    }

    [[nodiscard]] const table* find(const qualified_name& name) const {
        const auto found = std::ranges::find(tables_, name, &table::name);
        return found == tables_.end() ? nullptr : &*found;
    }

    // Whether each column of a reference repeats, by a wide one and on from there, the column it refers to.
    static bool leads(const table& child, const reference& wide, const table& between, const reference& up,
                      const reference& one) {
        if (wide.parent_columns.size() != wide.columns.size() ||
            up.parent_columns.size() != up.columns.size() ||
            one.parent_columns.size() != one.columns.size()) {
            return false;
        }
        for (std::size_t at = 0; at < one.columns.size(); ++at) {
            const auto in_wide = std::ranges::find(wide.columns, one.columns[at]) - wide.columns.begin();
            const auto of_wide = static_cast<std::size_t>(in_wide);
            const auto to =
                std::ranges::find(up.parent_columns, one.parent_columns[at]) - up.parent_columns.begin();
            const auto of_up = static_cast<std::size_t>(to);
            if (of_wide == wide.columns.size() || of_up == up.columns.size() ||
                between.columns[up.columns[of_up]].name != wide.parent_columns[of_wide] ||
                child.columns[one.columns[at]].nullable) {
                return false;
            }
        }
        return true;
    }

    // Whether a table that synth fills refers to a key.
    [[nodiscard]] bool is_wanted(const table& of, const key& one) const {
        return std::ranges::any_of(tables_, [&](const table& child) {
            return !child.filled_outside && std::ranges::any_of(child.references, [&](const reference& each) {
                return each.parent == of.name && each.parent_columns.size() == one.columns.size() &&
                       std::ranges::all_of(one.columns, [&](std::size_t column) {
                           return std::ranges::find(each.parent_columns, of.columns[column].name) !=
                                  each.parent_columns.end();
                       });
            });
        });
    }

    void keep_keys(table& one) {
        const auto unordered = [&](const key& each) {
            const auto found = std::ranges::find_if(
                each.columns, [&](std::size_t column) { return !is_ordered(one.columns[column].type); });
            if (found != each.columns.end()) {
                notes_.push_back(
                    fmt::format("{}: values of {} have no order, so rows that are there cannot be "
                                "referred to by them",
                                display(one.name), one_line(one.columns[*found].type.sql)));
            }
            return found != each.columns.end();
        };
        std::erase_if(one.unique, [&](const key& each) { return !is_wanted(one, each) || unordered(each); });
        if (unordered(one.primary_key)) {
            one.primary_key.columns.clear();
        }
        std::vector<std::size_t> place(one.columns.size());
        std::vector<column> columns;
        for (std::size_t at = 0; at < one.columns.size(); ++at) {
            const auto has = [&](const key& each) {
                return std::ranges::find(each.columns, at) != each.columns.end();
            };
            if (has(one.primary_key) || std::ranges::any_of(one.unique, has)) {
                place[at] = columns.size();
                columns.push_back(std::move(one.columns[at]));
                columns.back().identity = false;
                columns.back().default_expression.clear();
                columns.back().generated_expression.clear(); // its values are there
                columns.back().type.example.clear();
            }
        }
        const auto move = [&](key& each) {
            for (std::size_t& column : each.columns) {
                column = place[column];
            }
        };
        move(one.primary_key);
        std::ranges::for_each(one.unique, move);
        one.columns = std::move(columns);
        one.indexes.clear();
        one.exclusions.clear();
        one.references.clear();
        one.checks.clear();
        one.notes.clear();
    }

    std::vector<table>& tables_;
    std::vector<bool> below_;
    std::vector<bool> left_out_;
    std::vector<std::string> notes_;
};

} // namespace

std::vector<std::string> fill_outside(catalog& database, const std::vector<std::string>& patterns) {
    bool any = false;
    for (table& each : database.tables) {
        each.filled_outside = std::ranges::any_of(
            patterns, [&](const std::string& pattern) { return chosen_by(pattern, each.name); });
        any = any || each.filled_outside;
    }
    return any ? outside_filler{database}.fill() : std::vector<std::string>{};
}

} // namespace synth::introspect
