// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_DERIVE_HPP
#define SYNTH_SCHEMA_DERIVE_HPP

#include <cstddef>

#include <synth/schema/derivation_work.hpp>
#include <synth/schema/derive_circles.hpp>
#include <synth/schema/derive_forests.hpp>
#include <synth/schema/derive_keys.hpp>
#include <synth/schema/derive_matches.hpp>
#include <synth/schema/derive_paths.hpp>

namespace synth {

/// Decides, table by table, how keys are kept distinct and references agree (docs/design/derivation.md).
template<std::size_t Tables, std::size_t Columns, std::size_t References>
class deriver {
public:
    // Every member by hand: g++ 12 loses the defaults of arrays where a second schema has the same sizes.
    constexpr deriver(const catalog_view& schema, const table_components<Tables>& components)
        : work_{.schema = schema, .components = components} {
        for (derived_table& each : work_.result.tables) {
            each.owner = each.owner_reference = each.ordinal = no_index;
        }
        for (derived_column& each : work_.result.columns) {
            each.reference = each.parent_column = no_index;
        }
        for (derived_reference& each : work_.result.references) {
            each.mode = reference_mode::drawn;
            each.via = no_index;
            each.of_row = false;
        }
    }

    constexpr derivation<Tables, Columns, References> run() {
        for (std::size_t table = 0; table < work_.schema.tables.size() && good(); ++table) {
            derive(table);
        }
        path_derivation paths{work_};
        for (std::size_t index = 0; index < work_.schema.references.size() && good(); ++index) {
            if (work_.mode(index) == reference_mode::matched) {
                paths.settle(index);
            }
        }
        for (std::size_t table = 0; table < work_.schema.tables.size(); ++table) {
            assign_columns(table);
        }
        if (good()) {
            circle_derivation{work_}.check();
        }
        return work_.result;
    }

private:
    [[nodiscard]] constexpr bool good() const { return work_.result.fault == derivation_fault::none; }

    constexpr void derive(std::size_t table) {
        work_.table = table;
        if (work_.schema.tables[table].filled_outside) {
            return; // nothing is made
        }
        work_.owner_columns = {};
        work_.choice_of_row_count = 0;
        match_derivation matches{work_};
        forest_derivation forests{work_};
        key_derivation keys{work_};
        matches.find_choices_of_row();
        matches.find_implied();
        forests.find();
        for (std::size_t index = work_.first(); index < work_.last(); ++index) {
            if (work_.schema.references[index].owned && work_.mode(index) == reference_mode::drawn) {
                if (work_.mine().owner != no_index) {
                    work_.fail(derivation_fault::ownership, index);
                }
                work_.own(index);
            }
        }
        // The primary key has the first choice of an owner.
        for (const bool primary : {true, false}) {
            const catalog_table& entry = work_.schema.tables[table];
            for (std::size_t key = entry.first_key; key < std::size_t{entry.first_key} + entry.key_count;
                 ++key) {
                if (work_.schema.keys[key].primary == primary && !has_narrower(key) &&
                    !keys.is_distinct(work_.schema.keys[key].columns) && !keys.make_distinct(key) &&
                    !forests.make_list(work_.schema.keys[key].columns)) {
                    work_.fail(derivation_fault::key, key);
                }
            }
        }
        matches.match_shared_columns();
        forests.check();
    }

    // Whether another key of the table keeps this one distinct, being a part of it.
    [[nodiscard]] constexpr bool has_narrower(std::size_t key) const {
        const catalog_key& wide = work_.schema.keys[key];
        const catalog_table& entry = work_.schema.tables[work_.table];
        for (std::size_t other = entry.first_key; other < std::size_t{entry.first_key} + entry.key_count;
             ++other) {
            const column_set& columns = work_.schema.keys[other].columns;
            if (columns.size() < wide.columns.size() && columns.within(wide.columns)) {
                return true;
            }
        }
        return false;
    }

    // References that decide for others come first, forests and those that follow others last: a follower may
    // have no parent where the column has a value.
    constexpr void assign_columns(std::size_t table) {
        work_.table = table;
        if (work_.schema.tables[table].filled_outside) {
            for (std::size_t column = 0; column < work_.schema.tables[table].column_count; ++column) {
                work_.column(column).source = column_source::existing;
            }
            return;
        }
        const auto turn = [this](std::size_t index) {
            switch (work_.mode(index)) {
            case reference_mode::matched:
                return 1;
            case reference_mode::forest:
                return 2;
            case reference_mode::implied:
                return 3;
            case reference_mode::absent:
                return 4;
            default:
                return 0;
            }
        };
        for (int now = 0; now < 5; ++now) {
            for (std::size_t index = work_.first(); index < work_.last(); ++index) {
                if (turn(index) == now) {
                    assign(index);
                }
            }
        }
    }

    constexpr void assign(std::size_t index) {
        const catalog_reference& reference = work_.schema.references[index];
        for (std::size_t position = 0; position < reference.child_columns.size(); ++position) {
            derived_column& target = work_.column(reference.child_columns[position]);
            const bool own = (work_.to_self(index) &&
                              reference.child_columns[position] == reference.parent_columns[position]) ||
                             is_of_row(index, reference.child_columns[position]);
            if (target.source != column_source::reference && !own) {
                target = {column_source::reference, static_cast<schema_index>(index),
                          reference.parent_columns[position]};
            }
        }
    }

    // Whether a column of a reference to one of the row's own descendants is a column of the row's key.
    [[nodiscard]] constexpr bool is_of_row(std::size_t index, std::size_t column) const {
        const derived_reference& derived = work_.result.references[index];
        return derived.of_row && work_.schema.references[derived.path.references[derived.path.size - 1]]
                                     .parent_columns.contains(column);
    }

    derivation_work<Tables, Columns, References> work_;
};

} // namespace synth

#endif
