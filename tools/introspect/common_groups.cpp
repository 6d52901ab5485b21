// SPDX-License-Identifier: BSL-1.0
#include "common_groups.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "cpp_type.hpp"
#include "names.hpp"
#include "relations.hpp"
#include "selection.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

constexpr std::string_view optional = "std::optional<";

// The parent's members behind some members of a reference.
member_list behind(const row_reference& one, const member_list& members) {
    member_list result;
    for (const std::size_t each : members) {
        const auto place = std::ranges::find(one.members, each) - one.members.begin();
        result.push_back(one.parent_members[static_cast<std::size_t>(place)]);
    }
    return result;
}

// Up along the references that repeat all of the columns, to where their values are made.
std::optional<group_place> origin(const model& all, group_place place) {
    for (std::size_t steps = 0; steps <= all.rows.size(); ++steps) {
        const auto& references = all.rows[place.table].references;
        const auto up = std::ranges::find_if(references, [&](const row_reference& each) {
            return each.parent != place.table && within(place.members, each.members);
        });
        if (up == references.end()) {
            return place;
        }
        place = {up->parent, behind(*up, place.members)};
    }
    return std::nullopt; // a cycle
}

std::string plain_type(const member& one) {
    return one.type.starts_with(optional)
               ? one.type.substr(optional.size(), one.type.size() - optional.size() - 1)
               : one.type;
}

// Whether the values of the columns of one place fit those of another: the same type, or a wider integer.
bool fits(const model& all, const group_place& inner, const group_place& outer) {
    for (std::size_t at = 0; at < inner.members.size(); ++at) {
        const member& one = all.rows[inner.table].members[inner.members[at]];
        const member& other = all.rows[outer.table].members[outer.members[at]];
        const value_type& narrow = one.source->type;
        const value_type& wide = other.source->type;
        const bool integers = !narrow.array && !wide.array && is_integer(narrow.of) && is_integer(wide.of) &&
                              narrow.of <= wide.of;
        if (!integers && plain_type(one) != plain_type(other)) {
            return false;
        }
    }
    return true;
}

// A reference that has some of the columns and others besides would be in the way.
bool is_free(const row_struct& row, const member_list& members) {
    return std::ranges::none_of(row.references, [&](const row_reference& each) {
        return meet(each.members, members) && !within(each.members, members);
    });
}

std::string free_name(const model& all, const std::string& wanted) {
    std::vector<std::string> names{"schema"};
    for (const row_struct& each : all.rows) {
        names.push_back(each.name);
        names.push_back(each.source->name.name);
    }
    for (const labelled& each : all.enumerations) {
        names.push_back(each.name);
    }
    std::string name = wanted;
    for (unsigned number = 2; std::ranges::find(names, name) != names.end(); ++number) {
        name = fmt::format("{}_{}", wanted, number);
    }
    return name;
}

// Options that say how values look, as opposed to how they are made.
bool is_limit(std::string_view option) {
    return option.starts_with("synth::max_length") || option.starts_with("synth::fixed_length") ||
           option.starts_with("synth::fraction_digits") || option.starts_with("synth::sql_type");
}

class group_maker {
public:
    group_maker(model& all, const std::string& name_space) : all_(all), name_space_(name_space) {}

    // The virtual table, with the columns of a place.
    std::size_t make(const group_place& place, bool one_each) {
        const row_struct& origin = all_.rows[place.table];
        table& source = all_.virtual_tables.emplace_back();
        std::string names;
        for (const std::size_t each : place.members) {
            source.columns.push_back(origin.source->columns[each]);
            source.columns.back().nullable = false;
            source.primary_key.columns.push_back(source.primary_key.columns.size());
            names += origin.members[each].name + "_";
        }
        row_struct row{.source = &source};
        row.name = free_name(all_, identifier(names + "of_" + origin.name));
        source.name = {"public", row.name};
        row.virtual_share = one_each ? 1 : 10;
        row.notes.push_back(
            one_line(fmt::format("no table of the database: what rows of others have in common in ({})",
                                 column_list(source, source.primary_key.columns))));
        for (std::size_t at = 0; at < place.members.size(); ++at) {
            member next = origin.members[place.members[at]];
            next.source = &source.columns[at];
            next.type = plain_type(next);
            next.notes.clear();
            std::erase_if(next.options, [](const std::string& each) { return !is_limit(each); });
            row.members.push_back(std::move(next));
            row.primary_key.members.push_back(at);
        }
        if (const auto same = std::ranges::find(row.members, row.name, &member::name);
            same != row.members.end()) {
            same->name += '_'; // a member called like its struct reads as a constructor
        }
        for (const row_reference& each : origin.references) {
            if (within(each.members, place.members)) {
                row_reference next = each;
                next.members = places_in(place.members, each.members);
                next.law.clear();
                next.remark.clear();
                row.references.push_back(std::move(next));
            }
        }
        all_.rows.push_back(std::move(row));
        return all_.rows.size() - 1;
    }

    // Every value of the place is one of the virtual table, so that keeps to its checks too.
    void refer(const group_place& place, std::size_t group) {
        row_struct& child = all_.rows[place.table];
        row_struct& parent = all_.rows[group];
        reference& source = all_.virtual_references.emplace_back();
        source.columns = place.members;
        source.parent = parent.source->name;
        row_reference next{.source = &source, .members = place.members, .parent = group};
        next.remark = "no reference of the database";
        for (std::size_t at = 0; at < place.members.size(); ++at) {
            source.parent_columns.push_back(parent.source->columns[at].name);
            next.parent_members.push_back(at);
            std::erase(child.members[place.members[at]].options, "synth::identity()");
        }
        for (const row_check& each : child.checks) {
            if (std::ranges::all_of(each.columns,
                                    [&](std::size_t column) { return contains(place.members, column); })) {
                parent.checks.push_back(moved(each, place, parent));
            }
        }
        child.references.push_back(std::move(next));
    }

private:
    static member_list places_in(const member_list& all, const member_list& some) {
        member_list result;
        for (const std::size_t each : some) {
            result.push_back(static_cast<std::size_t>(std::ranges::find(all, each) - all.begin()));
        }
        return result;
    }

    [[nodiscard]] row_check moved(const row_check& one, const group_place& place,
                                  const row_struct& to) const {
        row_check result = one;
        result.columns.clear();
        for (std::size_t at = 0; at < place.members.size(); ++at) {
            if (one.columns.contains(place.members[at])) {
                result.columns.insert(at);
                const std::string from = pointer_to(name_space_, all_.rows[place.table], place.members[at]);
                for (const char end : {'>', ',', ')'}) { // a pointer may begin like another one
                    result.condition = with_replaced(std::move(result.condition), from + end,
                                                     pointer_to(name_space_, to, at) + end);
                }
            }
        }
        return result;
    }

    model& all_;
    const std::string& name_space_;
};

} // namespace

std::optional<std::vector<group_place>> places_of_group(const model& all, std::size_t table,
                                                        const member_list& shared) {
    std::vector<group_place> places;
    for (const row_reference& each : all.rows[table].references) {
        if (!within(shared, each.members) || each.parent == table) {
            continue;
        }
        const auto place = origin(all, {each.parent, behind(each, shared)});
        if (!place || place->table == table || !is_free(all.rows[place->table], place->members) ||
            all.rows[place->table].source->filled_outside) { // which refers to nothing
            return std::nullopt;
        }
        const auto known = std::ranges::find_if(places, [&](const group_place& other) {
            return other.table == place->table && other.members == place->members;
        });
        if (known == places.end()) {
            places.push_back(*place);
        }
    }
    const auto is_virtual = [&](const group_place& each) { return all.rows[each.table].virtual_share > 0; };
    const auto virtual_places = std::ranges::count_if(places, is_virtual);
    // The virtual table takes its columns from the place that fits all others.
    const auto narrowest = std::ranges::find_if(places, [&](const group_place& one) {
        return std::ranges::all_of(places, [&](const group_place& other) { return fits(all, one, other); });
    });
    const bool useful = narrowest != places.end() && virtual_places <= 1 &&
                        (virtual_places == 0 || is_virtual(*narrowest)) &&
                        places.size() > static_cast<std::size_t>(virtual_places);
    if (useful) {
        std::swap(places.front(), *narrowest);
    }
    return useful ? std::optional{places} : std::nullopt;
}

void add_common_group(model& all, const std::vector<group_place>& places, const std::string& name_space) {
    group_maker maker{all, name_space};
    const auto known = std::ranges::find_if(
        places, [&](const group_place& each) { return all.rows[each.table].virtual_share > 0; });
    const bool one_each = std::ranges::all_of(
        places, [&](const group_place& each) { return has_key(all.rows[each.table], each.members); });
    const std::size_t group = known != places.end() ? known->table : maker.make(places.front(), one_each);
    for (const group_place& each : places) {
        if (each.table != group) {
            maker.refer(each, group);
        }
    }
}

std::vector<member_list> shared_columns(const row_struct& row, std::size_t table) {
    std::vector<member_list> result;
    for (const row_reference& one : row.references) {
        for (const row_reference& other : row.references) {
            member_list shared;
            for (const std::size_t each : one.members) {
                if (contains(other.members, each)) {
                    shared.push_back(each);
                }
            }
            std::ranges::sort(shared);
            if (&one != &other && one.parent != table && other.parent != table && !shared.empty() &&
                std::ranges::find(result, shared) == result.end()) {
                result.push_back(std::move(shared));
            }
        }
    }
    return result;
}

} // namespace synth::introspect
