// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_DERIVATION_HPP
#define SYNTH_SCHEMA_DERIVATION_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include <synth/schema/catalog.hpp>
#include <synth/schema/path.hpp>

namespace synth {

/// How a row finds the parent that a reference names.
enum class reference_mode : std::uint8_t {
    drawn,     // by a law, each row for itself
    owned,     // the children of a parent are one range of rows
    injective, // no two rows have the same parent
    partner,   // distinct among the rows of one owner
    matched,   // drawn among the parents that agree with another reference in the shared columns
    implied,   // where another reference leads
    forest,    // an earlier row of the same table
};

/// Where the value of a column comes from.
enum class column_source : std::uint8_t { generated, key, ordinal, reference };

struct derived_reference {
    reference_mode mode{reference_mode::drawn};
    schema_index via{
        no_index};           // implied, matched: the reference that decides; no_index: the owner of the table
    reference_path via_path; // implied, matched: from the parent of `via` to the group or to the parent
    reference_path path;     // matched: from the parent to the group
    std::uint8_t partner{};  // partner: its position among the partners of the row
    bool distinct{};         // matched: no two rows of one owner have the same parent
};

struct derived_column {
    column_source source{column_source::generated};
    schema_index reference{no_index};
    schema_index parent_column{no_index};
};

struct derived_table {
    schema_index owner{no_index}; // the table whose rows own ranges of this one's
    schema_index owner_reference{
        no_index};                  // no_index: the owner is an ancestor, found through a matched reference
    schema_index ordinal{no_index}; // the column that numbers the rows of one owner
    std::uint8_t partners{};
    bool one_each{}; // at most one row for each owner
};

/// Why no derivation exists.
enum class derivation_fault : std::uint8_t { none, key, shared_columns, ownership, self_reference };

template<std::size_t Tables, std::size_t Columns, std::size_t References>
struct derivation {
    std::array<derived_table, Tables> tables{};
    std::array<derived_column, Columns> columns{};
    std::array<derived_reference, References> references{};
    derivation_fault fault{};
    schema_index fault_table{};
    schema_index fault_item{}; // the key or the reference that cannot be met
};

namespace detail {

/// Decides, table by table, how keys are kept distinct and references agree (docs/design/derivation.md).
template<std::size_t Tables, std::size_t Columns, std::size_t References>
class deriver {
public:
    constexpr explicit deriver(const catalog_view& schema) : schema_(schema) {}

    constexpr derivation<Tables, Columns, References> run() {
        for (std::size_t table = 0; table < Tables && result_.fault == derivation_fault::none; ++table) {
            derive(table);
        }
        for (std::size_t index = 0; index < References && result_.fault == derivation_fault::none; ++index) {
            if (must_own_[index]) {
                force_ownership(index);
            }
        }
        for (std::size_t table = 0; table < Tables; ++table) {
            assign_columns(table);
        }
        return result_;
    }

private:
    // ---- one table ----

    constexpr void derive(std::size_t table) {
        table_ = table;
        owner_columns_ = {};
        find_implied();
        find_forests();
        for (std::size_t index = first(); index < last(); ++index) {
            if (schema_.references[index].owned && mode(index) == reference_mode::drawn) {
                if (mine().owner != no_index) {
                    fail(derivation_fault::ownership, index);
                }
                own(index);
            }
        }
        // The primary key has the first choice of an owner.
        for (const bool primary : {true, false}) {
            const catalog_table& entry = schema_.tables[table];
            for (std::size_t key = entry.first_key; key < std::size_t{entry.first_key} + entry.key_count;
                 ++key) {
                if (schema_.keys[key].primary == primary && !is_distinct(schema_.keys[key].columns) &&
                    !make_distinct(schema_.keys[key].columns)) {
                    fail(derivation_fault::key, key);
                }
            }
        }
        match_shared_columns();
        check_forests();
    }

    [[nodiscard]] constexpr std::size_t first() const { return schema_.tables[table_].first_reference; }
    [[nodiscard]] constexpr std::size_t last() const {
        return first() + schema_.tables[table_].reference_count;
    }
    [[nodiscard]] constexpr bool to_self(std::size_t index) const {
        return schema_.references[index].parent == table_;
    }
    [[nodiscard]] constexpr reference_mode& mode(std::size_t index) { return result_.references[index].mode; }
    [[nodiscard]] constexpr const column_set& child_columns(std::size_t index) const {
        return schema_.references[index].child_columns;
    }
    [[nodiscard]] constexpr derived_table& mine() { return result_.tables[table_]; }
    [[nodiscard]] constexpr derived_column& column(std::size_t index) {
        return result_.columns[schema_.tables[table_].first_column + index];
    }
    [[nodiscard]] constexpr const catalog_column& column_facts_of(std::size_t index) const {
        return schema_.columns[schema_.tables[table_].first_column + index];
    }

    // Whether a reference decides its own columns, as opposed to following another one or the table itself.
    [[nodiscard]] constexpr bool decides(std::size_t index) {
        return mode(index) != reference_mode::implied && mode(index) != reference_mode::forest;
    }

    constexpr void fail(derivation_fault fault, std::size_t item) {
        if (result_.fault == derivation_fault::none) {
            result_.fault = fault;
            result_.fault_table = static_cast<schema_index>(table_);
            result_.fault_item = static_cast<schema_index>(item);
        }
    }

    // ---- references that others already decide ----

    constexpr void find_implied() {
        for (std::size_t index = first(); index < last(); ++index) {
            for (std::size_t other = first(); other < last() && decides(index) && !to_self(index); ++other) {
                const bool wider = child_columns(other).size() > child_columns(index).size() || other < index;
                if (other == index || to_self(other) || !wider ||
                    !child_columns(index).within(child_columns(other)) || !decides(other)) {
                    continue;
                }
                const catalog_reference& from = schema_.references[other];
                if (const auto path = find_path(
                        schema_, from.parent, columns_behind(from, child_columns(index)),
                        schema_.references[index].parent, schema_.references[index].parent_columns)) {
                    mode(index) = reference_mode::implied;
                    result_.references[index].via = static_cast<schema_index>(other);
                    result_.references[index].via_path = *path;
                }
            }
        }
    }

    constexpr void find_forests() {
        for (std::size_t index = first(); index < last(); ++index) {
            if (to_self(index)) {
                mode(index) = reference_mode::forest;
            }
        }
    }

    // ---- keys ----

    [[nodiscard]] constexpr bool is_free(std::size_t column_index) {
        for (std::size_t index = first(); index < last(); ++index) {
            if (child_columns(index).contains(column_index)) {
                return false;
            }
        }
        return true;
    }

    // Whether what is decided so far keeps these columns distinct.
    [[nodiscard]] constexpr bool is_distinct(const column_set& key) {
        for (const schema_index each : key) {
            if (column(each).source == column_source::key) {
                return true;
            }
        }
        bool partners = mine().partners > 0;
        bool owner = mine().owner != no_index && owner_columns_.within(key);
        for (std::size_t index = first(); index < last(); ++index) {
            if (mode(index) == reference_mode::injective && child_columns(index).within(key)) {
                return true;
            }
            if (mode(index) == reference_mode::partner && !child_columns(index).within(key)) {
                partners = false;
            }
            if (result_.references[index].distinct && owner && child_columns(index).within(key)) {
                return true;
            }
        }
        return owner &&
               (partners || mine().one_each || (mine().ordinal != no_index && key.contains(mine().ordinal)));
    }

    constexpr bool make_distinct(const column_set& key) {
        const std::optional<std::size_t> number = free_column(key, true);
        if (mine().owner == no_index && number && number_within_owner(key, *number)) {
            return true;
        }
        if (mine().owner != no_index && mine().ordinal == no_index && number && owner_columns_.within(key)) {
            set_ordinal(*number);
            return true;
        }
        if (const std::optional<std::size_t> free = free_column(key, false)) {
            column(*free).source = column_source::key;
            return true;
        }
        return one_to_one(key) || pair_up(key) || pair_in_group(key) || one_for_each_group(key);
    }

    // A column with a generator of its own is the last choice, before one that has but a few values.
    [[nodiscard]] static constexpr std::size_t rank_of(const catalog_column& facts) {
        const std::size_t rank = 2 * static_cast<std::size_t>(facts.ability);
        return facts.described ? rank + 1 : facts.ability >= key_ability::wide ? rank + 16 : rank;
    }

    // The free column that can best carry a number, or any distinct value.
    [[nodiscard]] constexpr std::optional<std::size_t> free_column(const column_set& key, bool number) {
        std::optional<std::size_t> best;
        for (const schema_index each : key) {
            const catalog_column& facts = column_facts_of(each);
            const bool integer = facts.ability == key_ability::integer16 ||
                                 facts.ability == key_ability::integer32 ||
                                 facts.ability == key_ability::integer64;
            const bool usable =
                number ? integer && !facts.described && !facts.nullable : facts.ability != key_ability::none;
            // A later column wins a tie: keys name the wider thing first.
            if (is_free(each) && usable && column(each).source == column_source::generated &&
                (!best || rank_of(facts) >= rank_of(column_facts_of(*best)))) {
                best = each;
            }
        }
        return best;
    }

    constexpr void set_ordinal(std::size_t number) {
        mine().ordinal = static_cast<schema_index>(number);
        column(number).source = column_source::ordinal;
    }

    constexpr void own(std::size_t index) {
        mode(index) = reference_mode::owned;
        mine().owner = schema_.references[index].parent;
        mine().owner_reference = static_cast<schema_index>(index);
        owner_columns_ = child_columns(index);
    }

    // (order, line): the rows of one owner are numbered, where the rest of the key names the owner.
    constexpr bool number_within_owner(const column_set& key, std::size_t number) {
        std::optional<std::size_t> chosen;
        for (std::size_t index = first(); index < last(); ++index) {
            if (mode(index) == reference_mode::drawn && child_columns(index).within(key) &&
                (!chosen || child_columns(index).size() > child_columns(*chosen).size())) {
                chosen = index;
            }
        }
        if (chosen) {
            own(*chosen);
            set_ordinal(number);
            return true;
        }
        return group_by_ancestor(key, number, false);
    }

    // (warehouse, district, order) with a reference (warehouse, district, customer): the district owns the
    // order, and the customer is drawn among those of the district.
    constexpr bool group_by_ancestor(const column_set& key, std::optional<std::size_t> number,
                                     bool one_each) {
        for (std::size_t index = first(); index < last(); ++index) {
            const column_set shared = child_columns(index).shared_with(key);
            if (mode(index) != reference_mode::drawn || shared.empty()) {
                continue;
            }
            const catalog_reference& reference = schema_.references[index];
            if (const auto group = find_group(schema_, reference.parent, columns_behind(reference, shared))) {
                mode(index) = reference_mode::matched;
                result_.references[index].path = group->path;
                require_ownership(group->path);
                mine().owner = group->table;
                mine().one_each = one_each;
                owner_columns_ = shared;
                if (number) {
                    set_ordinal(*number);
                }
                return true;
            }
        }
        return false;
    }

    constexpr bool one_to_one(const column_set& key) {
        for (std::size_t index = first(); index < last(); ++index) {
            if (mode(index) == reference_mode::drawn && child_columns(index).within(key) &&
                child_columns(index).same_columns(key)) {
                mode(index) = reference_mode::injective;
                return true;
            }
        }
        return false;
    }

    // (member, organisation): one reference owns the row, the others are distinct among the owner's rows.
    constexpr bool pair_up(const column_set& key) {
        std::optional<std::size_t> owner;
        std::size_t usable = 0;
        for (std::size_t index = first(); index < last(); ++index) {
            if (!child_columns(index).within(key)) {
                continue;
            }
            const bool owns = mode(index) == reference_mode::owned && mine().partners == 0;
            if (owns || (mode(index) == reference_mode::drawn && disjoint_from_others(index))) {
                owner = owns || !owner ? index : *owner;
                ++usable;
            }
        }
        if (!owner || usable < 2 || (mine().owner != no_index && mode(*owner) != reference_mode::owned)) {
            return false;
        }
        own(*owner);
        for (std::size_t index = first(); index < last(); ++index) {
            if (mode(index) == reference_mode::drawn && child_columns(index).within(key) &&
                disjoint_from_others(index)) {
                mode(index) = reference_mode::partner;
                result_.references[index].partner = mine().partners++;
            }
        }
        return true;
    }

    [[nodiscard]] constexpr bool disjoint_from_others(std::size_t index) {
        for (std::size_t other = first(); other < last(); ++other) {
            if (other != index && decides(other) &&
                !child_columns(index).shared_with(child_columns(other)).empty()) {
                return false;
            }
        }
        return true;
    }

    // (tenant, user, project): the user owns the row, the project is another of the tenant's each time.
    constexpr bool pair_in_group(const column_set& key) {
        for (std::size_t index = first(); index < last(); ++index) {
            const bool owns = mode(index) == reference_mode::owned && mine().partners == 0;
            const bool may_own = mode(index) == reference_mode::drawn && mine().owner == no_index;
            if (!child_columns(index).within(key) || !(owns || may_own)) {
                continue;
            }
            for (std::size_t other = first(); other < last(); ++other) {
                const column_set shared = child_columns(other).shared_with(child_columns(index));
                if (other != index && mode(other) == reference_mode::drawn && !shared.empty() &&
                    child_columns(other).within(key) && match(other, index, shared)) {
                    result_.references[other].distinct = true;
                    own(index);
                    return true;
                }
            }
        }
        return false;
    }

    // A key inside a longer reference: one row for each row of the group that the key names.
    constexpr bool one_for_each_group(const column_set& key) {
        return mine().owner == no_index && group_by_ancestor(key, std::nullopt, true) &&
               owner_columns_.within(key);
    }

    // ---- references that share columns ----

    // Each drawn reference follows the one with which it shares most; after that every two must agree.
    constexpr void match_shared_columns() {
        for (std::size_t index = first(); index < last(); ++index) {
            if (mode(index) == reference_mode::drawn) {
                match_best(index);
            }
        }
        for (std::size_t index = first(); index < last(); ++index) {
            for (std::size_t other = first(); other < index; ++other) {
                const column_set shared = child_columns(index).shared_with(child_columns(other));
                if (!shared.empty() && decides(index) && decides(other) && !follows(index, other, shared) &&
                    !follows(other, index, shared)) {
                    fail(derivation_fault::shared_columns, index);
                }
            }
        }
    }

    constexpr void match_best(std::size_t index) {
        for (std::size_t size = child_columns(index).size(); size > 0; --size) {
            for (std::size_t other = first(); other < last(); ++other) {
                const column_set shared = child_columns(index).shared_with(child_columns(other));
                const bool may_decide =
                    decides(other) && (mode(other) != reference_mode::drawn || other < index);
                if (other != index && may_decide && shared.size() == size && match(index, other, shared)) {
                    return;
                }
            }
        }
    }

    // Two references agree where one is drawn to match the other, or to match a third that names all of the
    // shared columns: that one agrees with the other, or is refused itself.
    [[nodiscard]] constexpr bool follows(std::size_t index, std::size_t other, const column_set& shared) {
        const schema_index via = result_.references[index].via;
        return mode(index) == reference_mode::matched && via != no_index &&
               (via == other || shared.within(child_columns(via)));
    }

    // Draws one reference among the parents that agree with the other reference in the shared columns.
    constexpr bool match(std::size_t index, std::size_t other, const column_set& shared) {
        const catalog_reference& reference = schema_.references[index];
        const catalog_reference& decider = schema_.references[other];
        const auto group = find_group(schema_, reference.parent, columns_behind(reference, shared));
        if (!group) {
            return false;
        }
        const auto via_path =
            find_path(schema_, decider.parent, columns_behind(decider, shared), group->table, group->columns);
        if (!via_path) {
            return false;
        }
        mode(index) = reference_mode::matched;
        result_.references[index].via = static_cast<schema_index>(other);
        result_.references[index].via_path = *via_path;
        result_.references[index].path = group->path;
        require_ownership(group->path);
        return true;
    }

    // A self-reference that shares columns with the owner stays among the rows of that owner.
    constexpr void check_forests() {
        for (std::size_t index = first(); index < last(); ++index) {
            if (mode(index) != reference_mode::forest) {
                continue;
            }
            for (std::size_t other = first(); other < last(); ++other) {
                const column_set shared = child_columns(index).shared_with(child_columns(other));
                if (!decides(other) || shared.empty()) {
                    continue;
                }
                const column_set behind = columns_behind(schema_.references[index], shared);
                if (mine().owner == no_index && mode(other) == reference_mode::drawn) {
                    own(other);
                }
                if (!equal_in_order(shared, behind) || !shared.within(owner_columns_) ||
                    mine().owner == no_index) {
                    fail(derivation_fault::self_reference, index);
                }
                result_.references[index].via = static_cast<schema_index>(other);
            }
        }
    }

    // ---- ownership that descendants ask for ----

    constexpr void require_ownership(const reference_path& path) {
        for (std::size_t step = 0; step < path.size; ++step) {
            must_own_[path.references[step]] = true;
        }
    }

    constexpr void force_ownership(std::size_t index) {
        table_ = schema_.references[index].child;
        if (mode(index) == reference_mode::owned) {
            return;
        }
        if (mine().owner != no_index || mode(index) != reference_mode::drawn) {
            fail(derivation_fault::ownership, index);
            return;
        }
        own(index);
    }

    // ---- columns ----

    constexpr void assign_columns(std::size_t table) {
        table_ = table;
        // Forests and implied references come last: a column that a deciding reference has is its.
        for (const bool deciding : {true, false}) {
            for (std::size_t index = first(); index < last(); ++index) {
                if (decides(index) != deciding) {
                    continue;
                }
                const catalog_reference& reference = schema_.references[index];
                for (std::size_t position = 0; position < reference.child_columns.size(); ++position) {
                    derived_column& target = column(reference.child_columns[position]);
                    if (target.source != column_source::reference) {
                        target = {column_source::reference, static_cast<schema_index>(index),
                                  reference.parent_columns[position]};
                    }
                }
            }
        }
        check_forest_columns();
    }

    // A column that only self-references have would take its value from itself, row after row.
    constexpr void check_forest_columns() {
        const auto of_forest = [this](std::size_t index) {
            return column(index).source == column_source::reference &&
                   mode(column(index).reference) == reference_mode::forest;
        };
        for (std::size_t index = 0; index < schema_.tables[table_].column_count; ++index) {
            if (of_forest(index) && of_forest(column(index).parent_column)) {
                fail(derivation_fault::self_reference, column(index).reference);
            }
        }
    }

    catalog_view schema_;
    derivation<Tables, Columns, References> result_{};
    std::array<bool, References> must_own_{};
    std::size_t table_{};
    column_set owner_columns_; // of the table at hand: those that name its owner
};

} // namespace detail

} // namespace synth

#endif
