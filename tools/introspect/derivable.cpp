// SPDX-License-Identifier: BSL-1.0
#include "derivable.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include <synth/schema/catalog.hpp>
#include <synth/schema/check_choices.hpp>
#include <synth/schema/derive.hpp>
#include <synth/schema/fault.hpp>
#include <synth/schema/key_capacity.hpp>

#include "cpp_type.hpp"
#include "failure.hpp"

namespace synth::introspect {

namespace {

key_ability ability_of(const column& one) {
    if (!may_be_key(one.type)) {
        return key_ability::none;
    }
    switch (one.type.of) {
    case kind::int16:
        return one.type.array ? key_ability::wide : key_ability::integer16;
    case kind::int32:
        return one.type.array ? key_ability::wide : key_ability::integer32;
    case kind::int64:
        return one.type.array ? key_ability::wide : key_ability::integer64;
    case kind::boolean:
    case kind::enumeration:
        return key_ability::narrow;
    default:
        return key_ability::wide;
    }
}

// What the library will say of the member that is written for a column.
std::uint64_t capacity(const model& all, const column& one) {
    column_facts facts;
    facts.max_length = one.type.max_length;
    facts.fixed_length = one.type.fixed_length;
    facts.fraction_digits = static_cast<std::uint8_t>(std::min(one.type.fraction_digits.value_or(6), 6U));
    if (!may_be_key(one.type)) {
        return 0;
    }
    switch (one.type.of) {
    case kind::boolean:
        return key_capacity<bool>(facts);
    case kind::int16:
        return key_capacity<std::int16_t>(facts);
    case kind::int32:
        return key_capacity<std::int32_t>(facts);
    case kind::int64:
        return key_capacity<std::int64_t>(facts);
    case kind::float32:
        return key_capacity<float>(facts);
    case kind::float64:
        return key_capacity<double>(facts);
    case kind::decimal:
        return one.type.precision == 0 || one.type.precision >= 19
                   ? key_capacity<decimal<19, 0>>(facts)
                   : capacity_of_places(10, one.type.precision) - 1;
    case kind::bytes:
        return key_capacity<bytes>(facts);
    case kind::bit_string:
        return key_capacity<bit_string>(facts);
    case kind::date:
        return key_capacity<date>(facts);
    case kind::time_of_day:
    case kind::time_of_day_tz:
        return key_capacity<time_of_day>(facts);
    case kind::timestamp:
    case kind::timestamp_tz:
        return key_capacity<timestamp>(facts);
    case kind::interval:
        return key_capacity<interval>(facts);
    case kind::inet:
    case kind::cidr:
        return key_capacity<inet>(facts);
    case kind::enumeration: {
        const auto found = std::ranges::find_if(all.enumerations, [&](const labelled& each) {
            return each.source->name == one.type.enumeration;
        });
        return found == all.enumerations.end() ? 0 : found->enumerators.size();
    }
    case kind::text:
        return key_capacity<std::string>(facts);
    case kind::range:
    case kind::multirange: {
        column element = one;
        element.type = {.of = one.type.element};
        return capacity(all, element) - 1;
    }
    case kind::other:
        return key_capacity_of(sql_kind_of(one.type.spelled));
    default: // wide enough for any key
        return key_capacity<uuid>(facts);
    }
}

// As schema/check_choices.hpp counts them.
std::uint64_t choices_of_checks(const row_struct& row, const member& one) {
    const auto index = static_cast<std::size_t>(&one - row.members.data());
    value_choices choices;
    for (const row_check& each : row.checks) {
        if (each.columns == std::set<std::size_t>{index}) {
            choices = choices & each.choices;
        }
    }
    return choices.count;
}

} // namespace

bool is_listed(const model& all, const row_struct& row, const member& one) {
    const value_type& type = one.source->type;
    if (type.array) {
        return false;
    }
    switch (type.of) {
    case kind::boolean:
    case kind::enumeration:
        return capacity(all, *one.source) < most_kinds;
    case kind::int16:
    case kind::int32:
    case kind::int64:
    case kind::text:
    case kind::date:
        return choices_of_checks(row, one) < most_kinds;
    default:
        return false;
    }
}

namespace {

column_set set_of(const std::vector<std::size_t>& members) {
    column_set result;
    for (const std::size_t each : members) {
        result.add(each);
    }
    return result;
}

// The model as the library's own catalog, and which of the row's keys and references each entry is.
struct tables_of_model {
    std::vector<catalog_table> tables{};
    std::vector<catalog_column> columns{};
    std::vector<catalog_key> keys{};
    std::vector<catalog_reference> references{};

    explicit tables_of_model(const model& all) {
        for (const row_struct& row : all.rows) {
            add(all, row);
        }
        for (const row_struct& row : all.rows) {
            for (const row_reference& each : row.references) {
                mark_referenced(each.parent, each.parent_members);
            }
        }
    }

    // That tables refer to these columns, of this model or of the one that it is a part of.
    void mark_referenced(std::size_t row, const member_list& members) {
        for (const std::size_t each : members) {
            columns[tables[row].first_column + each].referenced = true;
        }
    }

    [[nodiscard]] catalog_view view() const { return {tables, columns, keys, references}; }

private:
    void add(const model& all, const row_struct& row) {
        const auto index = static_cast<schema_index>(tables.size());
        catalog_table next;
        next.name = row.name;
        next.filled_outside = row.source->filled_outside;
        next.first_column = static_cast<schema_index>(columns.size());
        next.column_count = static_cast<schema_index>(row.members.size());
        next.first_key = static_cast<schema_index>(keys.size());
        next.first_reference = static_cast<schema_index>(references.size());
        next.reference_count = static_cast<schema_index>(row.references.size());
        for (const member& each : row.members) {
            catalog_column added;
            added.name = each.source->name;
            added.nullable = each.type.starts_with("std::optional<");
            added.ability = ability_of(*each.source);
            added.capacity = std::min(capacity(all, *each.source), choices_of_checks(row, each));
            added.listed = is_listed(all, row, each);
            added.computed = each.computed_from.has_value();
            added.computed_from = static_cast<schema_index>(each.computed_from.value_or(no_index));
            columns.push_back(added);
        }
        const auto add_key = [&](const std::vector<std::size_t>& members, bool is_primary) {
            catalog_key key;
            key.columns = set_of(members);
            key.primary = is_primary;
            key.table = index;
            keys.push_back(key);
        };
        if (!row.primary_key.members.empty()) {
            add_key(row.primary_key.members, true);
        }
        for (const row_key& each : row.unique) {
            add_key(each.members, false);
        }
        next.key_count = static_cast<schema_index>(keys.size() - next.first_key);
        for (const row_reference& each : row.references) {
            catalog_reference next_reference;
            next_reference.child = index;
            next_reference.parent = static_cast<schema_index>(each.parent);
            next_reference.child_columns = set_of(each.members);
            next_reference.parent_columns = set_of(each.parent_members);
            next_reference.owned = next_reference.has_law = !each.law.empty();
            references.push_back(next_reference);
        }
        tables.push_back(next);
    }
};

// What the library makes of a model.
struct derived_model {
    std::optional<model_fault> fault;
    std::vector<column_source> columns; // of all tables
    std::vector<derived_row> rows;
    std::vector<model_fault> twins;
};

// References of all tables by where they come from.
std::vector<const reference*> sources_of(const model& all) {
    std::vector<const reference*> sources;
    for (const row_struct& row : all.rows) {
        for (const row_reference& each : row.references) {
            sources.push_back(each.source);
        }
    }
    return sources;
}

template<typename Derivation>
std::vector<derived_row> rows_of(const tables_of_model& content, const model& all, const Derivation& result) {
    const std::vector<const reference*> sources = sources_of(all);
    const auto source_of = [&](schema_index reference) {
        return reference == no_index ? nullptr : sources[reference];
    };
    std::vector<derived_row> rows;
    for (std::size_t index = 0; index < all.rows.size(); ++index) {
        const catalog_table& table = content.tables[index];
        derived_row next{.owner = source_of(result.tables[index].owner_reference),
                         .in_order = result.tables[index].in_order};
        for (std::size_t place = 0; place < table.column_count; ++place) {
            const derived_column& column = result.columns[table.first_column + place];
            next.columns.push_back({{source_of(column.reference)},
                                    {static_cast<std::size_t>(column.source), column.joint, column.digit}});
        }
        for (std::size_t place = 0; place < table.reference_count; ++place) {
            const derived_reference& one = result.references[table.first_reference + place];
            derived_step step{{source_of(one.via)},
                              {static_cast<std::size_t>(one.mode), one.joint, one.digit, one.distinct,
                               one.within_owner, one.roots_only, one.via_path.size, one.path.size},
                              one.same_kinds != 0 ? source_of(one.via) : nullptr};
            for (const reference_path& path : {one.via_path, one.path}) {
                for (std::size_t at = 0; at < path.size; ++at) {
                    step.others.push_back(source_of(path.references[at]));
                }
            }
            next.references.emplace_back(sources[table.first_reference + place], std::move(step));
        }
        rows.push_back(std::move(next));
    }
    return rows;
}

// Whether a check of a row is over a column that only one of two references has and one that only the other
// has: `giver <> taker`, which one row of their parent could not keep.
bool compares(const row_struct& row, const column_set& one, const column_set& other) {
    return std::ranges::any_of(row.checks, [&](const row_check& each) {
        const auto names_only = [&each](const column_set& mine, const column_set& theirs) {
            return std::ranges::any_of(each.columns, [&](std::size_t column) {
                return mine.contains(column) && !theirs.contains(column);
            });
        };
        return names_only(one, other) && names_only(other, one);
    });
}

template<std::size_t Tables, std::size_t Columns, std::size_t References>
derived_model derive(tables_of_model& content, const model& all) {
    content.tables.resize(Tables); // the rest are tables without keys and references
    const table_components<Tables> components{content.view()};
    const auto search = std::make_unique<deriver<Tables, Columns, References>>(content.view(), components);
    const auto result = std::make_unique<derivation<Tables, Columns, References>>(search->run());
    const auto fault_of = [&](derivation_fault rule, std::size_t table, std::size_t item) {
        const catalog_table& entry = content.tables[table];
        const std::size_t first = rule == derivation_fault::key ? entry.first_key : entry.first_reference;
        return derived_model{
            .fault = model_fault{rule, table, item - first}, .columns = {}, .rows = {}, .twins = {}};
    };
    if (result->fault != derivation_fault::none) {
        return fault_of(result->fault, result->fault_table, result->fault_item);
    }
    for (std::size_t index = 0; index < content.references.size(); ++index) {
        const std::size_t child = content.references[index].child;
        const std::size_t place = index - content.tables[child].first_reference;
        const bool absent = result->references[index].mode == reference_mode::absent;
        const bool unread_law = content.references[index].has_law &&
                                synth::detail::rule_of_law(result->references[index]) != schema_rule::none;
        if (unread_law || (absent && all.rows[child].references[place].source->match_full)) {
            return fault_of(derivation_fault::shared_columns, child, index);
        }
    }
    derived_model good;
    for (std::size_t index = 0; index < content.columns.size(); ++index) {
        good.columns.push_back(result->columns[index].source);
    }
    good.rows = rows_of(content, all, *result);
    for (std::size_t index = 0; index < content.references.size(); ++index) {
        const catalog_reference& reference = content.references[index];
        const derived_reference& made = result->references[index];
        if (made.mode != reference_mode::implied ||
            reference.child_columns.within(content.references[made.via].child_columns)) {
            continue;
        }
        const column_set& decider = content.references[made.via].child_columns;
        if (made.via_path.size == 0 ||
            compares(all.rows[reference.child], reference.child_columns, decider)) {
            const std::size_t first = content.tables[reference.child].first_reference;
            good.twins.push_back({derivation_fault::shared_columns, reference.child, index - first});
        }
    }
    return good;
}

// The library's arrays have their sizes in their types; two sizes serve every model.
derived_model derive(const model& all, const std::vector<member_list>& referenced = {}) {
    tables_of_model content{all};
    for (std::size_t row = 0; row < referenced.size(); ++row) {
        content.mark_referenced(row, referenced[row]);
    }
    const auto fits = [&](std::size_t tables, std::size_t columns, std::size_t references) {
        return content.tables.size() <= tables && content.columns.size() <= columns &&
               content.references.size() <= references;
    };
    if (fits(64, 1024, 256)) {
        return derive<64, 1024, 256>(content, all);
    }
    if (fits(4096, 65000, 16384)) {
        return derive<4096, 65000, 16384>(content, all);
    }
    throw failure(
        "more than 4096 tables, 65000 columns or 16384 references; choose some with --schema or --include");
}

} // namespace

std::uint64_t key_capacity_of_member(const model& all, const member& one) {
    return capacity(all, *one.source);
}

std::optional<model_fault> find_fault(const model& all) { return derive(all).fault; }

std::vector<model_fault> find_twins(const model& all) { return derive(all).twins; }

std::vector<derived_row> derived_rows(const model& all, const std::vector<member_list>& referenced) {
    return derive(all, referenced).rows;
}

std::vector<column_source> column_sources(const model& all, std::size_t table) {
    std::size_t first = 0;
    for (std::size_t before = 0; before < table; ++before) {
        first += all.rows[before].members.size();
    }
    const std::vector<column_source> every = derive(all).columns;
    if (every.empty()) {
        return {};
    }
    const auto begin = every.begin() + static_cast<std::ptrdiff_t>(first);
    return {begin, begin + static_cast<std::ptrdiff_t>(all.rows[table].members.size())};
}

} // namespace synth::introspect
