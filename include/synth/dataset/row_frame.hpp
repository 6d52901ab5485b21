// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_ROW_FRAME_HPP
#define SYNTH_DATASET_ROW_FRAME_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <synth/dataset/check_plan.hpp>
#include <synth/dataset/check_state.hpp>
#include <synth/dataset/ownership.hpp>
#include <synth/dataset/table_state.hpp>
#include <synth/generate/text_store.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// The references of a table in an order in which each comes behind the one that it depends on.
template<typename Schema, std::size_t Table>
[[nodiscard]] consteval auto order_references() {
    constexpr catalog_table entry = catalog_of<Schema>.tables[Table];
    std::array<std::size_t, entry.reference_count> order{};
    std::array<bool, entry.reference_count> placed{};
    std::size_t size = 0;
    while (size < order.size()) {
        for (std::size_t position = 0; position < order.size(); ++position) {
            const schema_index via = derivation_of<Schema>.references[entry.first_reference + position].via;
            if (!placed[position] && (via == no_index || placed[via - entry.first_reference])) {
                placed[position] = true;
                order[size++] = entry.first_reference + position;
            }
        }
    }
    return order;
}

/// What is known of one row before its values are made: its owner and its parents. It is kept while rows are
/// walked, so that what neighbours share is worked out once.
template<typename Schema, std::size_t Table>
struct row_frame {
    static constexpr std::size_t references = catalog_of<Schema>.tables[Table].reference_count;
    static constexpr std::size_t joints = derivation_of<Schema>.tables[Table].joint_count;

    static constexpr std::size_t checked = check_plan<Schema, Table>::slots;
    static constexpr bool copies = copies_text(check_plan<Schema, Table>::nodes);

    [[nodiscard]] std::string_view copied_text(std::size_t slot) const {
        if constexpr (copies) {
            return copied_texts[slot];
        } else {
            return {};
        }
    }

    std::uint64_t row{};
    typename ownership<typename table_state<Schema, Table>::owner_law>::cursor owner{};
    std::array<std::uint64_t, references == 0 ? 1 : references> parents{};
    std::array<bool, references == 0 ? 1 : references> absent{};
    std::array<checked_cell, checked == 0 ? 1 : checked> checked_cells{};
    std::array<std::string, copies ? checked : 0> copied_texts{};       // of cells that other columns say
    std::array<std::uint64_t, joints == 0 ? 1 : joints> combinations{}; // of the parts of joint keys
};

} // namespace synth

#endif
