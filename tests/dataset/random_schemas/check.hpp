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
