// SPDX-License-Identifier: BSL-1.0
#include "give_way.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common_groups.hpp"
#include "derivable.hpp"
#include "dropped_keys.hpp"
#include "relations.hpp"

namespace synth::introspect {

namespace {

enum class kind_of_change { own, widen, group, drop_reference, strengthen, single, drop_unique };

// One change, and how much is lost by it.
struct change {
    kind_of_change what{};
    std::size_t table{};
    std::size_t item{};    // of the row's references, or of its unique keys and the primary one
    member_list members{}; // of the new key, or what references share
    int cost{};
};

constexpr int cost_of_owning = 1;
constexpr int cost_of_width = 2;
constexpr int cost_of_a_group = 4;
constexpr int cost_of_nulls = 10;
constexpr int cost_of_strength = 15; // fewer rows fit than the database would take
constexpr int cost_of_a_key = 40;
constexpr int cost_of_a_reference = 50;

std::string why_dropped(derivation_fault rule) {
    switch (rule) {
    case derivation_fault::key:
        return "it cannot be met together with the keys";
    case derivation_fault::self_reference:
        return "it takes a column that another reference decides";
    case derivation_fault::circle:
        return "a key would take its values from itself through it";
    default:
        return "it shares columns with another reference but no ancestor that both lead to";
    }
}

// The columns of a row that some of them decide: those of a reference of which these name the parent, which
// is always there.
member_list decided_by(const model& all, const row_struct& row, member_list known) {
    for (std::size_t round = 0; round < row.references.size(); ++round) {
        for (const row_reference& each : row.references) {
            const row_struct& parent = all.rows[each.parent];
            member_list behind;
            bool given = true;
            for (std::size_t at = 0; at < each.members.size(); ++at) {
                const member& child = row.members[each.members[at]];
                given = given && (child.never_null || (child.source != nullptr && !child.source->nullable));
                if (std::ranges::find(known, each.members[at]) != known.end()) {
                    behind.push_back(each.parent_members[at]);
                }
            }
            const auto named = [&](const row_key& key) {
                return !key.members.empty() && within(key.members, behind);
            };
            if (given && (named(parent.primary_key) || std::ranges::any_of(parent.unique, named))) {
                for (const std::size_t other : each.members) {
                    if (std::ranges::find(known, other) == known.end()) {
                        known.push_back(other);
                    }
                }
            }
        }
    }
    return known;
}

// One of a row's unique keys, or behind them the primary one.
auto& key_of(auto& row, std::size_t item) {
    return item < row.unique.size() ? row.unique[item] : row.primary_key;
}

class search {
public:
    // A twin is no fault: only a group is looked for, of which both take a row.
    search(model& all, const model_fault& fault, const std::string& name_space, bool twin = false)
        : all_(all), fault_(fault), name_space_(name_space), twin_(twin) {
        related_.assign(all.rows.size(), false);
        mark(fault.table);
        if (twin) {
            find_groups(fault.table);
        } else {
            find_changes();
        }
    }

    // Makes the cheapest changes that get further; false where none were found.
    bool mend() {
        std::vector<std::vector<std::size_t>> sets;
        const std::size_t count = changes_.size();
        for (std::size_t one = 0; one < count; ++one) {
            sets.push_back({one});
            for (std::size_t two = one + 1; two < count && count <= most_in_pairs; ++two) {
                sets.push_back({one, two});
                for (std::size_t three = two + 1; three < count && count <= most_in_threes; ++three) {
                    sets.push_back({one, two, three});
                }
            }
        }
        std::ranges::sort(sets, {}, [this](const std::vector<std::size_t>& set) {
            return std::tuple{cost(set), set.size(), set};
        });
        // A second, or several where the schema is large.
        const std::size_t most_tries = all_.rows.size() <= 64 ? 600 : 30;
        for (std::size_t tried = 0; tried < sets.size() && tried < most_tries; ++tried) {
            if (helps(sets[tried])) {
                make(sets[tried]);
                return true;
            }
        }
        return false;
    }

private:
    static constexpr std::size_t most_in_pairs = 40;
    static constexpr std::size_t most_in_threes = 12;

    // The table of the fault and its ancestors, through which it can be mended.
    void mark(std::size_t table) {
        related_[table] = true;
        for (const row_reference& each : all_.rows[table].references) {
            if (!related_[each.parent]) {
                mark(each.parent);
            }
        }
    }

    void find_groups(std::size_t table) {
        for (const member_list& each : shared_columns(all_.rows[table], table)) {
            if (places_of_group(all_, table, each)) {
                changes_.push_back({kind_of_change::group, table, 0, each, cost_of_a_group});
            }
        }
    }

    void find_changes() {
        const bool everywhere = fault_.rule == derivation_fault::circle;
        for (std::size_t table = 0; table < all_.rows.size(); ++table) {
            if (!related_[table]) {
                continue;
            }
            const row_struct& row = all_.rows[table];
            const bool here = table == fault_.table;
            const bool owned =
                std::ranges::any_of(row.references, [](const auto& each) { return !each.law.empty(); });
            if (here) {
                find_groups(table);
            }
            for (std::size_t item = row.references.size(); item-- > 0;) {
                if (row.references[item].parent != table && !owned) {
                    changes_.push_back({kind_of_change::own, table, item, {}, cost_of_owning});
                }
                if (here || everywhere) {
                    const auto nulls = nulls_without(row, item);
                    changes_.push_back({kind_of_change::drop_reference,
                                        table,
                                        item,
                                        {},
                                        nulls.empty() ? cost_of_a_reference
                                                      : cost_of_nulls * static_cast<int>(nulls.size())});
                }
            }
            for (std::size_t item = 0; here && item <= row.unique.size(); ++item) {
                const member_list& members = key_of(row, item).members;
                const member_list wide = decided_by(all_, row, members);
                if (!members.empty() && wide.size() > members.size() && !is_referenced(table, members)) {
                    changes_.push_back({kind_of_change::widen, table, item, wide, cost_of_width});
                }
            }
            if (here && fault_.rule == derivation_fault::key) {
                find_single_rows(row);
            }
            for (std::size_t item = 0; here && item < row.unique.size(); ++item) {
                changes_.push_back({kind_of_change::drop_unique, table, item, {}, cost_of_a_key});
                for (const row_reference& each : row.references) {
                    if (fault_.rule == derivation_fault::key &&
                        within(each.members, row.unique[item].members) &&
                        !same_members(each.members, row.unique[item].members)) {
                        changes_.push_back(
                            {kind_of_change::strengthen, table, item, each.members, cost_of_strength});
                    }
                }
            }
        }
    }

    // current (document) with (document, number) -> version: distinct where a document has one version.
    void find_single_rows(const row_struct& row) {
        for (std::size_t item = 0; item <= row.unique.size(); ++item) {
            const member_list& members = key_of(row, item).members;
            for (const row_reference& each : row.references) {
                if (members.empty() || !within(members, each.members) ||
                    same_members(members, each.members)) {
                    continue;
                }
                member_list behind;
                for (const std::size_t member : members) {
                    const auto at = std::ranges::find(each.members, member) - each.members.begin();
                    behind.push_back(each.parent_members[static_cast<std::size_t>(at)]);
                }
                changes_.push_back({kind_of_change::single, each.parent, 0, behind, cost_of_strength});
            }
        }
    }

    [[nodiscard]] bool is_referenced(std::size_t table, const member_list& key) const {
        return std::ranges::any_of(all_.rows, [&](const row_struct& row) {
            return std::ranges::any_of(row.references, [&](const row_reference& each) {
                return each.parent == table && same_members(each.parent_members, key);
            });
        });
    }

    [[nodiscard]] int cost(const std::vector<std::size_t>& set) const {
        int sum = 0;
        for (const std::size_t each : set) {
            sum += changes_[each].cost;
        }
        return sum;
    }

    // Whether the library gets further with these changes, which are undone again.
    [[nodiscard]] bool helps(const std::vector<std::size_t>& set) {
        struct before {
            std::size_t table;
            std::vector<row_reference> references;
            row_key primary_key;
            std::vector<row_key> unique;
            std::vector<row_check> checks;
            std::vector<member> members;
        };
        std::vector<before> undo;
        std::vector<std::pair<std::size_t, member_list>> nulls; // a table and its columns
        const std::size_t rows = all_.rows.size();
        const std::size_t virtual_tables = all_.virtual_tables.size();
        const std::size_t virtual_references = all_.virtual_references.size();
        const auto keep = [&](std::size_t table) {
            if (table < rows && std::ranges::find(undo, table, &before::table) == undo.end()) {
                const row_struct& row = all_.rows[table];
                undo.push_back({table, row.references, row.primary_key, row.unique, row.checks, row.members});
            }
        };
        for (const std::size_t each : set) {
            keep(changes_[each].table);
        }
        for (const std::size_t each : in_order(set)) {
            const change& one = changes_[each];
            if (one.what == kind_of_change::group) {
                if (const auto places = places_of_group(all_, one.table, one.members)) {
                    for (const group_place& place : *places) {
                        keep(place.table);
                    }
                    add_common_group(all_, *places, name_space_);
                }
                continue;
            }
            row_struct& row = all_.rows[one.table];
            if (one.what == kind_of_change::own) {
                row.references[one.item].law = even;
            } else if (one.what == kind_of_change::widen) {
                key_of(row, one.item).members = one.members;
            } else if (one.what == kind_of_change::strengthen || one.what == kind_of_change::single) {
                row.unique.insert(row.unique.begin(), row_key{.members = one.members});
            } else if (one.what == kind_of_change::drop_unique) {
                row.unique.erase(row.unique.begin() + static_cast<std::ptrdiff_t>(one.item));
            } else { // in descending order, so the place is right
                if (row.references[one.item].source->match_full) {
                    nulls.emplace_back(one.table, nulls_without(row, one.item));
                }
                row.references.erase(row.references.begin() + static_cast<std::ptrdiff_t>(one.item));
            }
        }
        for (const auto& [table, columns] : nulls) {
            std::erase_if(all_.rows[table].references,
                          [&](const row_reference& each) { return meet(each.members, columns); });
        }
        const auto after = find_fault(all_);
        const bool still_twin = twin_ && is_twin();
        all_.rows.erase(all_.rows.begin() + static_cast<std::ptrdiff_t>(rows), all_.rows.end());
        for (before& each : undo) {
            row_struct& row = all_.rows[each.table];
            row.references = std::move(each.references);
            row.primary_key = std::move(each.primary_key);
            row.unique = std::move(each.unique);
            row.checks = std::move(each.checks);
            row.members = std::move(each.members);
        }
        all_.virtual_tables.resize(virtual_tables);
        all_.virtual_references.resize(virtual_references);
        // Tables are derived one after the other, and circles are looked for at last.
        const auto last = [](derivation_fault rule) {
            return rule == derivation_fault::circle || rule == derivation_fault::self_reference;
        };
        if (twin_) {
            return !after && !still_twin;
        }
        return !after || (last(after->rule) && (!last(fault_.rule) || after->table != fault_.table)) ||
               (!last(fault_.rule) && after->table > fault_.table);
    }

    [[nodiscard]] bool is_twin() const {
        return std::ranges::any_of(find_twins(all_), [this](const model_fault& each) {
            return each.table == fault_.table && each.item == fault_.item;
        });
    }

    // What is taken out later has the lower place; what is put in comes last.
    [[nodiscard]] std::vector<std::size_t> in_order(std::vector<std::size_t> set) const {
        const auto turn = [](kind_of_change what) {
            switch (what) {
            case kind_of_change::own:
            case kind_of_change::group:
            case kind_of_change::widen:
                return 0;
            case kind_of_change::strengthen:
            case kind_of_change::single:
                return 2;
            default:
                return 1;
            }
        };
        std::ranges::sort(set, {}, [&](std::size_t each) {
            return std::tuple{turn(changes_[each].what), -static_cast<std::ptrdiff_t>(changes_[each].item),
                              each};
        });
        return set;
    }

    void make(const std::vector<std::size_t>& set) {
        for (const std::size_t each : in_order(set)) {
            const change& one = changes_[each];
            if (one.what == kind_of_change::group) {
                if (const auto places = places_of_group(all_, one.table, one.members)) {
                    add_common_group(all_, *places, name_space_);
                }
                continue;
            }
            row_struct& row = all_.rows[one.table];
            const row_struct& about = all_.rows[fault_.table];
            if (one.what == kind_of_change::own) {
                row.references[one.item].law = even;
                row.references[one.item].remark =
                    fmt::format("its rows lie together for each parent, so that {} can be derived",
                                about.source->name.name);
            } else if (one.what == kind_of_change::widen) {
                row_key& key = key_of(row, one.item);
                key.remark = fmt::format("{}unique ({}), which says the other columns",
                                         key.remark.empty() ? "" : key.remark + "; ",
                                         column_list(*row.source, key.members));
                key.members = one.members;
            } else if (one.what == kind_of_change::strengthen) {
                const std::string whole = column_list(*row.source, strengthened(one));
                row.unique.insert(
                    row.unique.begin(),
                    row_key{.members = one.members,
                            .remark = fmt::format("stronger than unique ({}), which goes with no other key",
                                                  whole)});
            } else if (one.what == kind_of_change::single) {
                row.unique.insert(row.unique.begin(),
                                  row_key{.members = one.members,
                                          .remark = fmt::format("so that each row of {} has one to refer to",
                                                                about.source->name.name)});
            } else if (one.what == kind_of_change::drop_unique) {
                drop_unique(all_, one.table, one.item);
            } else if (one.item < row.references.size()) { // another may have taken it along
                drop_reference(all_, row, one.item, why_dropped(fault_.rule));
            }
        }
    }

    // Others may have been taken out before it, but its columns are within those of the key.
    [[nodiscard]] member_list strengthened(const change& one) const {
        for (const row_key& each : all_.rows[one.table].unique) {
            if (within(one.members, each.members)) {
                return each.members;
            }
        }
        return one.members;
    }

    static constexpr const char* even = "synth::even()";

    model& all_;
    const model_fault& fault_;
    const std::string& name_space_;
    bool twin_;
    std::vector<bool> related_;
    std::vector<change> changes_;
};

// A law that a later change has made needless.
void take_back_laws(model& all) {
    for (row_struct& row : all.rows) {
        for (row_reference& each : row.references) {
            if (each.law.empty()) {
                continue;
            }
            const std::string law = std::exchange(each.law, {});
            if (find_fault(all)) {
                each.law = law;
            } else {
                each.remark.clear();
            }
        }
    }
}

} // namespace

void give_way(model& all, const std::string& name_space) {
    while (const auto fault = find_fault(all)) {
        if (search{all, *fault, name_space}.mend()) {
            continue;
        }
        row_struct& row = all.rows[fault->table];
        const std::size_t primary = row.primary_key.members.empty() ? 0 : 1;
        if (fault->rule != derivation_fault::key) {
            drop_reference(all, row, fault->item, why_dropped(fault->rule));
        } else if (fault->item >= primary) {
            drop_unique(all, fault->table, fault->item - primary);
        } else if (!give_way_to_primary_key(all, fault->table)) {
            return;
        }
    }
    take_back_laws(all);
    for (const model_fault& each : find_twins(all)) {
        search{all, each, name_space, true}.mend();
    }
}

} // namespace synth::introspect
