// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_FEWEST_CHOICES_HPP
#define SYNTH_DATASET_FEWEST_CHOICES_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>

#include <synth/core/integer.hpp>
#include <synth/dataset/degree_law.hpp>
#include <synth/dataset/options.hpp>
#include <synth/dataset/parent_selection.hpp>
#include <synth/dataset/table_state.hpp>
#include <synth/schema/path.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// How many children a parent has at least by a reference that lies on the path of another.
template<typename Schema, std::size_t Reference>
[[nodiscard]] std::uint64_t fewest_children(const plan_options<Schema>& options) {
    constexpr catalog_reference reference = detail::reference_at<Schema, Reference>;
    constexpr reference_mode mode = detail::mode_of<Schema, Reference>;
    const std::uint64_t parents = options.rows[reference.parent];
    const std::uint64_t children = options.rows[reference.child];
    if (!selection_of<Schema, Reference>(options).is_all()) {
        return 0; // some parents may have none
    }
    if constexpr (mode == reference_mode::injective ||
                  derivation_of<Schema>.tables[reference.child].one_each) {
        return children >= parents ? 1 : 0;
    } else if constexpr (mode == reference_mode::dealt) {
        return even::least(parents, children);
    } else {
        return detail::owner_law<Schema, reference.child>().least(parents, children);
    }
}

/// How many parents a matched reference can choose from at least, by its path.
template<reference_path Path, typename Schema, std::size_t Step = 0>
[[nodiscard]] uint128 fewest_choices(const plan_options<Schema>& options) {
    if constexpr (Step == Path.size) {
        return 1;
    } else {
        return std::min<uint128>(fewest_choices<Path, Schema, Step + 1>(options) *
                                     fewest_children<Schema, Path.references[Step]>(options),
                                 std::numeric_limits<std::uint64_t>::max());
    }
}

/// The same of those that it may select.
template<typename Schema, std::size_t Reference>
[[nodiscard]] std::uint64_t fewest_selected(const plan_options<Schema>& options) {
    return selection_of<Schema, Reference>(options).fewest(static_cast<std::uint64_t>(
        fewest_choices<derivation_of<Schema>.references[Reference].path>(options)));
}

} // namespace synth

#endif
