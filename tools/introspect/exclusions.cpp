// SPDX-License-Identifier: BSL-1.0
#include "exclusions.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "conditions.hpp"
#include "cpp_type.hpp"
#include "derivable.hpp"
#include "exclusion_step.hpp"
#include "key_carrier.hpp"
#include "nulls.hpp"
#include "range_text.hpp"
#include "relations.hpp"
#include "selection.hpp"
#include "sql_tree.hpp"
#include "text.hpp"
#include "unique_indexes.hpp"

namespace synth::introspect {

namespace {

// Two rows break a constraint only if all of its operators hold, so it is kept by rows that keep a part of
// it.
class keeper {
public:
    keeper(model& all, std::size_t table, engine from, const std::string& name_space)
        : all_(all), table_(table), row_(all.rows[table]), from_(from), name_space_(name_space) {}

    void keep(const exclusion& one) {
        same_.clear();
        unique_index equal{.name = one.name, .predicate = one.predicate, .text = one.text, .exclusion = true};
        for (const exclusion::part& each : one.parts) {
            if (each.operation == "=") {
                equal.parts.push_back(each.expression);
                add_same(each.expression);
            }
        }
        if (is_kept()) {
            std::ranges::for_each(one.parts, [&](const exclusion::part& each) { put_in_order(one, each); });
            return;
        }
        const auto is_met = [&](const exclusion::part& each) {
            return keep_column(one, each) || keep_range(one, each);
        };
        const auto met = std::ranges::find_if(one.parts, is_met);
        for (auto each = one.parts.begin(); each != one.parts.end(); ++each) {
            if (each != met) {
                put_in_order(one, *each);
            }
        }
        if (met != one.parts.end()) {
            return;
        }
        equal.weaker = equal.parts.size() < one.parts.size();
        keep_unique_index(all_, table_, from_, name_space_, equal);
    }

private:
    void add_same(const std::string& expression) {
        const auto carrier = carrier_of(expression, *row_.source, from_);
        const bool usable = carrier && !carrier->folds_case && !carrier->counts_nulls &&
                            !carrier->needs_letters && !row_.members[carrier->column].left_out &&
                            may_be_key(row_.source->columns[carrier->column].type);
        if (usable && !contains(same_, carrier->column)) {
            same_.push_back(carrier->column);
        }
    }

    // Whether no two rows are the same in what must be equal.
    [[nodiscard]] bool is_kept() const { return has_key(row_, same_); }

    static std::string why_stronger(const exclusion& one) {
        return one.predicate.empty() ? one.name : fmt::format("{}, which is for some rows", one.name);
    }

    // A column of ranges, whose keys do not overlap.
    bool keep_column(const exclusion& one, const exclusion::part& overlap) {
        const auto carrier = carrier_of(overlap.expression, *row_.source, from_);
        if (!carrier || !carrier->plain || row_.members[carrier->column].left_out ||
            !keys_are_apart(row_.source->columns[carrier->column].type, overlap.operation)) {
            return false;
        }
        member_list members = same_;
        members.push_back(carrier->column);
        return add_key(members, fmt::format("stronger than exclusion constraint {}", why_stronger(one)), {});
    }

    // A range of two columns.
    bool keep_range(const exclusion& one, const exclusion::part& overlap) {
        const auto range = read_range(overlap.expression, overlap.range_type);
        if (!range || overlap.operation != "&&") {
            return false;
        }
        return std::ranges::any_of(std::vector{true, false}, [&](bool from_lower) {
            const auto step =
                step_of(*range, from_lower, ranges_wanted(), *row_.source, from_, row_.kept_checks);
            return step && keep_apart(one, *step);
        });
    }

    // Many in a table; fewer for each parent, and a few beside a column that may be different in every row.
    [[nodiscard]] std::int64_t ranges_wanted() const {
        constexpr std::int64_t of_table = 1 << 18U;
        constexpr std::int64_t of_parent = 1 << 8U;
        constexpr std::int64_t of_value = 4;
        constexpr std::uint64_t many_values = 1 << 16U;
        const auto various = [&](std::size_t each) {
            return !is_in_reference(row_, each) &&
                   key_capacity_of_member(all_, row_.members[each]) >= many_values;
        };
        if (same_.empty()) {
            return of_table;
        }
        return std::ranges::any_of(same_, various) ? of_value : of_parent;
    }

    // Whether ranges meet or not, a range whose bounds are the wrong way round is an error.
    void put_in_order(const exclusion& one, const exclusion::part& overlap) {
        if (const auto range = read_range(overlap.expression, overlap.range_type)) {
            const auto order = translated({fmt::format("({}) <= ({})", range->lower, range->upper)});
            const auto same = [&](const row_check& each) { return order && each.condition == order->text; };
            if (order && std::ranges::none_of(row_.checks, same)) {
                add_condition(one, *order, fmt::format("for the range of exclusion constraint {}", one.name));
            }
        }
    }

    bool keep_apart(const exclusion& one, const exclusion_step& step) {
        member_list columns = step.others;
        columns.push_back(step.column);
        const auto usable = [&](std::size_t each) {
            const member& known = row_.members[each];
            return !known.left_out && !known.source->identity &&
                   std::ranges::find(known.options, always_null) == known.options.end() &&
                   std::ranges::none_of(row_.references, [&](const row_reference& link) {
                       return contains(link.members, each);
                   });
        };
        member_list key = same_;
        key.push_back(step.column);
        if (!std::ranges::all_of(columns, usable) || meet(same_, columns)) {
            return false;
        }
        const auto grid = translated(step.grid);
        const auto together = translated(step.together);
        if (!grid || !together ||
            !add_key(key, fmt::format("for exclusion constraint {}", one.name), step.others)) {
            return false;
        }
        const std::string why = fmt::format("exclusion constraint {}", one.name);
        for (const std::size_t each : columns) {
            forbid_nulls(row_, each, why);
        }
        chosen_.insert(chosen_.end(), step.others.begin(), step.others.end());
        const std::string& name = row_.source->columns[step.column].name;
        const std::string stronger = fmt::format(
            "stronger than exclusion constraint {}: {}", why_stronger(one),
            step.on_steps ? fmt::format("{} is on steps of {}, which no range exceeds", name, step.length)
                          : fmt::format("no range exceeds {}", step.length));
        add_condition(one, *grid, stronger);
        add_condition(one, *together,
                      grid->text.empty() ? stronger : fmt::format("for exclusion constraint {}", one.name));
        return true;
    }

    [[nodiscard]] std::optional<condition> translated(const std::vector<std::string>& conditions) const {
        try {
            return conditions.empty() ? condition{}
                                      : translate({fmt::format("{}", fmt::join(conditions, " AND "))},
                                                  row_of_conditions(all_, row_, from_, name_space_));
        } catch (const untranslatable&) {
            return std::nullopt;
        }
    }

    // They are no conditions of the database, so where they differ from SQL is no matter.
    void add_condition(const exclusion& one, const condition& known, const std::string& remark) {
        if (!known.text.empty()) {
            row_.checks.push_back(
                {.name = one.name, .condition = known.text, .columns = known.columns, .remark = remark});
        }
    }

    // A key beside which checks may still choose these columns, before the other keys or behind them.
    bool add_key(const member_list& members, const std::string& remark, const member_list& chosen) {
        if (const auto same = std::ranges::find(row_.unique, members, &row_key::members);
            same != row_.unique.end() || row_.primary_key.members == members) {
            if (!leaves(chosen)) {
                return false;
            }
            if (same != row_.unique.end() && same->remark.empty()) {
                same->remark = remark;
            }
            return true;
        }
        return std::ranges::any_of(std::vector{false, true}, [&](bool first) {
            const auto at = row_.unique.insert(first ? row_.unique.begin() : row_.unique.end(),
                                               row_key{.members = members, .remark = remark});
            const std::ptrdiff_t place = at - row_.unique.begin();
            const bool good = leaves(chosen);
            if (!good) {
                row_.unique.erase(row_.unique.begin() + place);
            }
            return good;
        });
    }

    [[nodiscard]] bool leaves(const member_list& chosen) const {
        const std::vector<column_source> sources = column_sources(all_, table_);
        const auto free = [&](std::size_t each) { return sources[each] == column_source::generated; };
        return !sources.empty() && std::ranges::all_of(chosen, free) && std::ranges::all_of(chosen_, free);
    }

    model& all_;
    std::size_t table_;
    row_struct& row_;
    engine from_;
    const std::string& name_space_;
    member_list same_;   // the columns that are equal in rows that the constraint compares
    member_list chosen_; // by checks that keep other constraints
};

} // namespace

void add_exclusions(model& all, engine from, const std::string& name_space) {
    for (std::size_t table = 0; table < all.rows.size(); ++table) {
        keeper of_table{all, table, from, name_space};
        for (const exclusion& each : all.rows[table].source->exclusions) {
            of_table.keep(each);
        }
    }
}

} // namespace synth::introspect
