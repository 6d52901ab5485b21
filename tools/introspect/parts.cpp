// SPDX-License-Identifier: BSL-1.0
#include "parts.hpp"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <string_view>
#include <utility>

#include "derivable.hpp"
#include "text.hpp"

namespace synth::introspect {

namespace {

bool is_letter(char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

void add(row_list& rows, std::size_t row) {
    if (!contains(rows, row)) {
        rows.push_back(row);
    }
}

// Finds rows in the texts that the tool has written: `shop::orders::` is the row orders of the namespace
// shop.
class name_finder {
public:
    name_finder(const model& all, const std::string& name_space) : all_(all), prefix_(name_space + "::") {
        for (std::size_t row = 0; row < all.rows.size(); ++row) {
            rows_.emplace(all.rows[row].name, row);
        }
    }

    // What the texts of a description name besides the row itself and the parents of references.
    [[nodiscard]] row_list in_texts(std::size_t row) const {
        row_list found;
        for (const row_check& each : all_.rows[row].checks) {
            find(each.condition, row, found);
        }
        for (const member& each : all_.rows[row].members) {
            for (const std::string& option : each.options) {
                find(option, row, found);
            }
        }
        for (const row_reference& each : all_.rows[row].references) {
            find(each.law, row, found);
        }
        return found;
    }

private:
    void find(std::string_view text, std::size_t self, row_list& found) const {
        for (std::size_t at = text.find(prefix_); at != std::string_view::npos; at = text.find(prefix_, at)) {
            const std::size_t begin = at + prefix_.size();
            const bool whole_word = at == 0 || !is_letter(text[at - 1]);
            at = begin;
            while (at < text.size() && is_letter(text[at])) {
                ++at;
            }
            const auto row = rows_.find(text.substr(begin, at - begin));
            if (whole_word && text.substr(at).starts_with("::") && row != rows_.end() &&
                row->second != self) {
                add(found, row->second);
            }
        }
    }

    const model& all_;
    std::string prefix_;
    std::map<std::string_view, std::size_t> rows_;
};

// Tarjan's strongly connected components. Steps lead from child to parent, so that components come out with
// the parents first, each behind its parents and otherwise in the order of the model.
class component_search {
public:
    explicit component_search(const model& all) : all_(all), places_(all.rows.size()) {
        for (std::size_t row = 0; row < all.rows.size(); ++row) {
            if (places_[row].number == 0) {
                visit(row);
            }
        }
    }

    [[nodiscard]] std::vector<row_list> take() { return std::move(components_); }

private:
    struct place {
        std::size_t number = 0; // 0: not visited
        std::size_t lowest = 0;
        bool open = false;
    };

    void visit(std::size_t row) {
        places_[row] = {++visited_, visited_, true};
        open_.push_back(row);
        for (const row_reference& each : all_.rows[row].references) {
            if (places_[each.parent].number == 0) {
                visit(each.parent);
                places_[row].lowest = std::min(places_[row].lowest, places_[each.parent].lowest);
            } else if (places_[each.parent].open) {
                places_[row].lowest = std::min(places_[row].lowest, places_[each.parent].number);
            }
        }
        if (places_[row].lowest == places_[row].number) {
            row_list component;
            do {
                component.push_back(open_.back());
                places_[open_.back()].open = false;
                open_.pop_back();
            } while (component.back() != row);
            std::ranges::sort(component);
            components_.push_back(std::move(component));
        }
    }

    const model& all_;
    std::vector<place> places_;
    std::vector<std::size_t> open_;
    std::vector<row_list> components_;
    std::size_t visited_ = 0;
};

std::size_t columns_of(const model& all, const row_list& rows) {
    std::size_t columns = 0;
    for (const std::size_t row : rows) {
        columns += all.rows[row].members.size();
    }
    return columns;
}

// FNV-1a. It only has to be the same in every build and to have nothing to do with the order of names.
std::uint64_t hash_of(const qualified_name& name) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char c : name.schema + "." + name.name) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    }
    return hash;
}

// Where parts end: of the places that leave a part neither too small nor too large the one before the table
// whose name has the least hash. Ends that were counted off would all move when a table comes to be at the
// front, and every part would have to be compiled again; these meet the old ones again after a part or two.
class cutter {
public:
    cutter(const model& all, std::vector<row_list> components, std::size_t columns)
        : all_(all), components_(std::move(components)), fewest_(columns - columns / 3),
          most_(columns + columns / 3) {}

    [[nodiscard]] std::vector<row_list> cut() const {
        std::size_t rest = 0;
        for (const row_list& each : components_) {
            rest += columns_of(all_, each);
        }
        std::vector<row_list> parts;
        for (std::size_t begin = 0; begin < components_.size();) {
            const std::size_t end = end_of_part(begin, rest);
            row_list& part = parts.emplace_back();
            for (; begin < end; ++begin) {
                part.insert(part.end(), components_[begin].begin(), components_[begin].end());
            }
            rest -= columns_of(all_, part);
            std::ranges::sort(part);
        }
        return parts;
    }

private:
    [[nodiscard]] std::size_t end_of_part(std::size_t begin, std::size_t rest) const {
        std::size_t found = components_.size();
        std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
        std::size_t columns = 0;
        for (std::size_t end = begin + 1; end < components_.size() && rest > most_; ++end) {
            columns += columns_of(all_, components_[end - 1]);
            if (columns > most_ && found < components_.size()) {
                break;
            }
            if (columns < fewest_ || rest - columns < fewest_) {
                continue; // it is too small, or the last part would be
            }
            const std::uint64_t hash = hash_of(all_.rows[components_[end].front()].source->name);
            if (hash < least) {
                found = end;
                least = hash;
            }
            if (columns > most_) { // a circle fills more than a part
                break;
            }
        }
        return found;
    }

    const model& all_;
    std::vector<row_list> components_;
    std::size_t fewest_;
    std::size_t most_;
};

// Who needs whom: what the parts are completed with.
class completion {
public:
    completion(const model& all, const std::string& name_space, const std::vector<row_list>& components)
        : all_(all), name_space_(name_space), derived_(derived_rows(all)), mates_(all.rows.size()),
          needed_(all.rows.size()), selecting_(all.rows.size()), referenced_(all.rows.size()) {
        const name_finder names{all, name_space};
        for (std::size_t row = 0; row < all.rows.size(); ++row) {
            outlines_.push_back(outline_of(all.rows[row]));
            needed_[row] = names.in_texts(row);
            find_selected(row);
            for (const row_reference& each : all.rows[row].references) {
                referenced_[each.parent].insert(referenced_[each.parent].end(), each.parent_members.begin(),
                                                each.parent_members.end());
            }
        }
        for (const row_list& each : components) {
            for (const std::size_t row : each) {
                mates_[row] = each;
            }
        }
    }

    [[nodiscard]] schema_part complete(const row_list& own) const {
        schema_part part{.own = own, .whole = own};
        do {
            close(part);
        } while (mend(part));
        std::ranges::sort(part.whole);
        std::ranges::sort(part.keys);
        return part;
    }

private:
    // Children whose checks ask more of a key that they repeat than the key's own do, such as
    // `kind = 'car'`: the library deals the values out to the parent's rows so that each child finds its own.
    void find_selected(std::size_t child) {
        for (const row_check& check : all_.rows[child].checks) {
            for (const row_reference& each : all_.rows[child].references) {
                const auto place = check.columns.size() == 1
                                       ? std::ranges::find(each.members, *check.columns.begin())
                                       : each.members.end();
                if (each.parent != child && place != each.members.end()) {
                    const auto at = static_cast<std::size_t>(place - each.members.begin());
                    if (!asked_of_parent(check, child, *place, each.parent, each.parent_members[at])) {
                        add_selecting(each.parent, each.parent_members[at], child);
                    }
                }
            }
        }
        for (std::size_t at = 0; !derived_.empty() && at < all_.rows[child].references.size(); ++at) {
            const reference* const deciding = derived_[child].references[at].second.same_kinds;
            if (deciding == nullptr) {
                continue;
            }
            add(selecting_[all_.rows[child].references[at].parent], child);
            for (const row_reference& each : all_.rows[child].references) {
                if (each.source == deciding) { // whose rows have their kinds in turn too
                    add(selecting_[each.parent], child);
                }
            }
        }
    }

    // A parent that repeats the column has its kinds from there.
    void add_selecting(std::size_t parent, std::size_t column, std::size_t child) {
        add(selecting_[parent], child);
        for (const row_reference& up : all_.rows[parent].references) {
            if (up.parent != parent && up.members == member_list{column}) {
                add(selecting_[up.parent], parent);
            }
        }
    }

    [[nodiscard]] bool asked_of_parent(const row_check& check, std::size_t child, std::size_t column,
                                       std::size_t parent, std::size_t parent_column) const {
        const std::string wanted =
            with_replaced(check.condition, pointer_to(name_space_, all_.rows[child], column) + ">",
                          pointer_to(name_space_, all_.rows[parent], parent_column) + ">");
        return std::ranges::any_of(all_.rows[parent].checks,
                                   [&](const row_check& each) { return each.condition == wanted; });
    }

    [[nodiscard]] bool only_whole(std::size_t row) const {
        return all_.rows[row].source->filled_outside || all_.rows[row].virtual_share > 0;
    }

    static bool add_whole(schema_part& part, std::size_t row) {
        if (contains(part.whole, row)) {
            return false;
        }
        part.whole.push_back(row);
        std::erase(part.keys, row);
        return true;
    }

    void add_parent(schema_part& part, std::size_t row) const {
        if (only_whole(row)) {
            add_whole(part, row);
        } else if (!contains(part.whole, row)) {
            add(part.keys, row);
        }
    }

    // Everything that what is there needs.
    void close(schema_part& part) const {
        for (std::size_t before = 0; before != part.whole.size() + part.keys.size();) {
            before = part.whole.size() + part.keys.size();
            for (std::size_t at = 0; at < part.whole.size(); ++at) {
                const std::size_t row = part.whole[at];
                for (const row_list& more : {needed_[row], mates_[row], selecting_[row]}) {
                    for (const std::size_t each : more) {
                        add_whole(part, each);
                    }
                }
                for (const row_reference& each : all_.rows[row].references) {
                    add_parent(part, each.parent);
                }
            }
            const row_list keys = part.keys;
            for (const std::size_t row : keys) {
                for (const std::size_t each : selecting_[row]) {
                    add_whole(part, each);
                }
                for (const std::size_t each : outlines_[row].references) {
                    add_parent(part, all_.rows[row].references[each].parent);
                }
            }
        }
    }

    // The rows of a part as a model of their own.
    [[nodiscard]] model model_of(const schema_part& part, const row_list& rows) const {
        model some;
        some.enumerations = all_.enumerations;
        for (const std::size_t row : rows) {
            some.rows.push_back(all_.rows[row]);
            row_struct& added = some.rows.back();
            if (!contains(part.whole, row)) {
                added.references.clear();
                for (const std::size_t each : outlines_[row].references) {
                    added.references.push_back(all_.rows[row].references[each]);
                }
            }
            for (row_reference& each : added.references) {
                each.parent = static_cast<std::size_t>(std::ranges::find(rows, each.parent) - rows.begin());
            }
        }
        return some;
    }

    // Whether the library makes the same of a row in the part as in the whole schema.
    [[nodiscard]] bool is_same(std::size_t row, const derived_row& here, bool whole) const {
        const derived_row& there = derived_[row];
        if (here.in_order != there.in_order) {
            return false;
        }
        for (const auto& [source, step] : here.references) {
            const auto other = std::ranges::find(there.references, source,
                                                 &std::pair<const reference*, derived_step>::first);
            if (other->second != step) {
                return false;
            }
        }
        if (whole) {
            return here.owner == there.owner && here.columns == there.columns;
        }
        return std::ranges::all_of(outlines_[row].members, [&](std::size_t each) {
            return here.columns[each] == there.columns[each];
        });
    }

    // Rows that choose among those of a group, as the members of a tenant, have the references on the way to
    // the group lead to ranges of rows: a child changes what its parent's references do. So the library is
    // asked what it makes of the part; where it is something else than in the whole schema, the children on
    // whose ways the table lies come to the part. True when there is something new.
    [[nodiscard]] bool mend(schema_part& part) const {
        if (derived_.empty() || part.whole.size() == all_.rows.size()) {
            return false;
        }
        row_list rows = part.whole;
        rows.insert(rows.end(), part.keys.begin(), part.keys.end());
        std::ranges::sort(rows);
        std::vector<member_list> referenced;
        for (const std::size_t row : rows) {
            referenced.push_back(referenced_[row]);
        }
        const std::vector<derived_row> here = derived_rows(model_of(part, rows), referenced);
        row_list others;
        for (std::size_t at = 0; at < rows.size(); ++at) {
            if (here.empty() || !is_same(rows[at], here[at], contains(part.whole, rows[at]))) {
                others.push_back(rows[at]);
            }
        }
        if (others.empty()) {
            return false;
        }
        bool grown = false;
        for (std::size_t child = 0; child < all_.rows.size(); ++child) {
            if (std::ranges::any_of(others, [&](std::size_t each) { return leads_through(child, each); })) {
                grown = add_whole(part, child) || grown;
            }
        }
        for (const std::size_t each : grown ? row_list{} : others) {
            grown = add_whole(part, each) || grown;
        }
        for (std::size_t row = 0; row < all_.rows.size() && !grown;
             ++row) { // it needs more than is known here
            add_whole(part, row);
        }
        return true;
    }

    // Whether the way of a reference of a child passes a reference of the row.
    [[nodiscard]] bool leads_through(std::size_t child, std::size_t row) const {
        return child != row && std::ranges::any_of(derived_[child].references, [&](const auto& each) {
                   return std::ranges::any_of(all_.rows[row].references, [&](const row_reference& other) {
                       return std::ranges::find(each.second.others, other.source) != each.second.others.end();
                   });
               });
    }

    const model& all_;
    const std::string& name_space_;
    std::vector<derived_row> derived_;
    std::vector<row_list> mates_;         // of each row, those that lead in a circle with it
    std::vector<row_list> needed_;        // of each row, those that its texts name
    std::vector<row_list> selecting_;     // of each row, the children that choose some of its rows
    std::vector<member_list> referenced_; // of each row, the members to which rows refer
    std::vector<key_outline> outlines_;
};

} // namespace

std::vector<row_list> named_rows(const model& all, const std::string& name_space) {
    const name_finder names{all, name_space};
    std::vector<row_list> named;
    for (std::size_t row = 0; row < all.rows.size(); ++row) {
        row_list& found = named.emplace_back(names.in_texts(row));
        for (const row_reference& each : all.rows[row].references) {
            if (each.parent != row) {
                add(found, each.parent);
            }
        }
        std::ranges::sort(found);
    }
    return named;
}

std::vector<std::vector<member_list>> referenced_keys(const model& all) {
    std::vector<std::vector<member_list>> keys(all.rows.size());
    for (const row_struct& child : all.rows) {
        for (const row_reference& each : child.references) {
            std::vector<member_list>& known = keys[each.parent];
            if (std::ranges::none_of(known, [&](const member_list& other) {
                    return same_members(other, each.parent_members);
                })) {
                known.push_back(each.parent_members);
            }
        }
    }
    for (std::vector<member_list>& each : keys) { // whoever is the first to refer
        std::ranges::sort(each);
    }
    return keys;
}

key_outline outline_of(const row_struct& row) {
    key_outline outline{.members = row.primary_key.members};
    const auto take = [&](const auto& members) {
        for (const std::size_t each : members) {
            add(outline.members, each);
        }
    };
    for (const row_key& each : row.unique) {
        take(each.members);
    }
    for (std::size_t before = 0; before != outline.members.size();) {
        before = outline.members.size();
        for (std::size_t at = 0; at < row.references.size(); ++at) {
            if (meet(row.references[at].members, outline.members)) {
                take(row.references[at].members);
                add(outline.references, at);
            }
        }
        for (const row_check& each : row.checks) {
            if (meet({each.columns.begin(), each.columns.end()}, outline.members)) {
                take(each.columns);
            }
        }
        for (std::size_t at = 0; at < outline.members.size(); ++at) {
            if (const auto from = row.members[outline.members[at]].computed_from) {
                take(member_list{*from});
            }
        }
    }
    std::ranges::sort(outline.members);
    std::ranges::sort(outline.references);
    return outline;
}

std::vector<schema_part> divide(const model& all, const std::string& name_space, std::size_t columns) {
    std::vector<row_list> components = component_search{all}.take();
    const std::vector<row_list> owns = cutter{all, components, columns}.cut();
    std::vector<schema_part> parts;
    if (owns.size() == 1) {
        parts.push_back({.own = owns.front(), .whole = owns.front()});
        return parts;
    }
    const completion rest{all, name_space, components};
    for (const row_list& own : owns) {
        parts.push_back(rest.complete(own));
    }
    return parts;
}

} // namespace synth::introspect
