// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_DERIVE_HPP
#define SYNTH_SCHEMA_DERIVE_HPP

#include <cstddef>

#include <synth/schema/derivation_work.hpp>
#include <synth/schema/derive_keys.hpp>
#include <synth/schema/derive_matches.hpp>

namespace synth {

/// Decides, table by table, how keys are kept distinct and references agree (docs/design/derivation.md).
template<std::size_t Tables, std::size_t Columns, std::size_t References>
class deriver {
public:
    constexpr explicit deriver(const catalog_view& schema) : work_{.schema = schema} {}

    constexpr derivation<Tables, Columns, References> run() {
        for (std::size_t table = 0; table < Tables && work_.result.fault == derivation_fault::none; ++table) {
            derive(table);
        }
        for (std::size_t index = 0; index < References && work_.result.fault == derivation_fault::none;
             ++index) {
            if (work_.must_own[index]) {
                force_ownership(index);
            }
        }
        for (std::size_t table = 0; table < Tables; ++table) {
            assign_columns(table);
        }
        return work_.result;
    }

private:
    constexpr void derive(std::size_t table) {
        work_.table = table;
        work_.owner_columns = {};
        match_derivation matches{work_};
        key_derivation keys{work_};
        matches.find_implied();
        matches.find_forests();
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
                if (work_.schema.keys[key].primary == primary &&
                    !keys.is_distinct(work_.schema.keys[key].columns) &&
                    !keys.make_distinct(work_.schema.keys[key].columns)) {
                    work_.fail(derivation_fault::key, key);
                }
            }
        }
        matches.match_shared_columns();
        matches.check_forests();
    }

    constexpr void force_ownership(std::size_t index) {
        work_.table = work_.schema.references[index].child;
        if (work_.mode(index) == reference_mode::owned) {
            return;
        }
        if (work_.mine().owner != no_index || work_.mode(index) != reference_mode::drawn) {
            work_.fail(derivation_fault::ownership, index);
            return;
        }
        work_.own(index);
    }

    constexpr void assign_columns(std::size_t table) {
        work_.table = table;
        // Forests and implied references come last: a column that a deciding reference has is its.
        for (const bool deciding : {true, false}) {
            for (std::size_t index = work_.first(); index < work_.last(); ++index) {
                if (work_.decides(index) != deciding) {
                    continue;
                }
                const catalog_reference& reference = work_.schema.references[index];
                for (std::size_t position = 0; position < reference.child_columns.size(); ++position) {
                    derived_column& target = work_.column(reference.child_columns[position]);
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
            return work_.column(index).source == column_source::reference &&
                   work_.mode(work_.column(index).reference) == reference_mode::forest;
        };
        for (std::size_t index = 0; index < work_.schema.tables[work_.table].column_count; ++index) {
            if (of_forest(index) && of_forest(work_.column(index).parent_column)) {
                work_.fail(derivation_fault::self_reference, work_.column(index).reference);
            }
        }
    }

    derivation_work<Tables, Columns, References> work_;
};

} // namespace synth

#endif
