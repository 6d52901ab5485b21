// SPDX-License-Identifier: BSL-1.0
// What the generated programs do with each of their schemas.
#ifndef SYNTH_TESTS_DATASET_RANDOM_SCHEMAS_CHECK_HPP
#define SYNTH_TESTS_DATASET_RANDOM_SCHEMAS_CHECK_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <synth/generate/uniform.hpp>
#include <synth/generate/zipf.hpp>
#include <synth/synth.hpp>

#include "../properties.hpp"

namespace random_schemas {

enum class mood : std::uint8_t { sad, ok, happy };

/// How many schemas there were, and what was wrong with them.
struct tally {
    std::size_t schemas{};
    std::size_t refused{};   // by the compiler, if it were asked
    std::size_t unplanned{}; // by the plan
    std::array<std::size_t, 9> modes{};
    std::size_t joints{}; // joint keys
    std::size_t late{};   // references of cycles
    properties::findings found;

    int report() {
        std::printf(
            "%zu schemas: %zu refused, %zu not planned; references drawn %zu, owned %zu, injective %zu, "
            "partner %zu, matched %zu, implied %zu, forest %zu, dealt %zu, absent %zu; joint keys %zu, late "
            "%zu\n",
            schemas, refused, unplanned, modes[0], modes[1], modes[2], modes[3], modes[4], modes[5], modes[6],
            modes[7], modes[8], joints, late);
        for (const std::string& each : found) {
            std::printf("%s\n", each.c_str());
        }
        if (2 * (refused + unplanned) > schemas) {
            std::printf("too few schemas were checked\n");
            return 1;
        }
        return found.empty() ? 0 : 1;
    }
};

// Whether a table selects parents by their kind, or is such a parent: the kinds are dealt to what selects
// them, so these stay together.
template<typename Schema>
constexpr bool stays(std::size_t table) {
    bool found = false;
    for (std::size_t each = 0; each < synth::catalog_of<Schema>.references.size(); ++each) {
        const synth::catalog_reference& reference = synth::catalog_of<Schema>.references[each];
        found = found || (synth::all_selective_places<Schema>[each] != 0 &&
                          (reference.child == table || reference.parent == table));
    }
    return found;
}

// A schema that has one table whole and of the others the keys.
template<typename Schema, std::size_t Whole, typename Tables>
struct part_with;
template<typename Schema, std::size_t Whole, std::size_t... Tables>
struct part_with<Schema, Whole, std::index_sequence<Tables...>> {
    template<std::size_t Table>
    using row = typename Schema::template row_at<Table>;
    using type = synth::schema<std::conditional_t<Tables == Whole || stays<Schema>(Tables), row<Tables>,
                                                  synth::keys_of<row<Tables>>>...>;
};

// A table is in a part what it is in the whole.
template<std::size_t Table, typename Schema>
properties::findings check_part(const synth::plan_options<Schema>& options) {
    using row = typename Schema::template row_at<Table>;
    using part = typename part_with<Schema, Table, std::make_index_sequence<Schema::table_count>>::type;
    if constexpr (synth::schema_error_of<part>.rule != synth::schema_rule::none) {
        return {"the part with " + std::string{synth::facts_of<row>.name} + " is refused"};
    } else {
        synth::plan_options<part> of_part;
        of_part.seed = options.seed;
        of_part.rows = options.rows;
        const auto text = [](const auto& data) {
            return properties::written<row>(data, synth::copy_text_format{}, 1, 1);
        };
        const bool same = text(synth::dataset<Schema>{options}) == text(synth::dataset<part>{of_part});
        return same ? properties::findings{}
                    : properties::findings{std::string{synth::facts_of<row>.name} + " differs in a part"};
    }
}

template<typename Schema, auto... Members>
void check(tally& all, const std::string& name, const std::array<std::uint64_t, Schema::table_count>& rows) {
    ++all.schemas;
    if constexpr (constexpr synth::schema_fault fault = synth::schema_error_of<Schema>;
                  fault.rule != synth::schema_rule::none) {
        ++all.refused;
        std::printf("%s: rule %d, %s, %s\n", name.c_str(), static_cast<int>(fault.rule),
                    std::string{fault.table}.c_str(), std::string{fault.column}.c_str());
        if (fault.table.empty()) {
            all.found.push_back(name + ": refused without a table");
        }
    } else {
        for (const synth::derived_reference& each : synth::derivation_of<Schema>.references) {
            ++all.modes.at(static_cast<std::size_t>(each.mode));
        }
        for (const synth::derived_table& each : synth::derivation_of<Schema>.tables) {
            all.joints += each.joint_count;
        }
        for (const bool each : synth::late_references_of<Schema>) {
            all.late += each ? 1 : 0;
        }
        synth::plan_options<Schema> options;
        options.seed = 7 + all.schemas;
        options.rows = rows;
        try {
            properties::checker<Schema> tables{options};
            for (const std::string& each : tables.run()) {
                all.found.push_back(name + ": " + each);
            }
            for (const std::string& each :
                 properties::check_members<Members...>(synth::dataset<Schema>{options})) {
                all.found.push_back(name + ": " + each);
            }
            // The first is a parent of many, the last a child.
            for (const std::string& each : check_part<0>(options)) {
                all.found.push_back(name + ": " + each);
            }
            for (const std::string& each : check_part<Schema::table_count - 1>(options)) {
                all.found.push_back(name + ": " + each);
            }
        } catch (const synth::plan_error& refused) {
            ++all.unplanned;
            std::printf("%s: %s\n", name.c_str(), refused.what());
        }
    }
}

} // namespace random_schemas

template<>
inline constexpr auto synth::labels<random_schemas::mood> =
    std::to_array<std::string_view>({"sad", "ok", "happy"});

#endif
