// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_SHARED_ROUND_HPP
#define SYNTH_DATASET_SHARED_ROUND_HPP

#include <cstddef>

#include <synth/dataset/selective.hpp>
#include <synth/dataset/told_apart.hpp>
#include <synth/schema/derivation.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// The reference whose order of parents another one takes over, so many places further on.
struct shared_round {
    std::size_t leader{};
    std::size_t places{};
};

namespace detail {

template<typename Schema, std::size_t Reference>
consteval shared_round find_shared_round() {
    constexpr std::size_t table = catalog_of<Schema>.references[Reference].child;
    const auto gives_once = [](std::size_t index) {
        const catalog_reference& reference = catalog_of<Schema>.references[index];
        return reference.child == table &&
               derivation_of<Schema>.references[index].mode == reference_mode::injective &&
               reference.parent == catalog_of<Schema>.references[Reference].parent &&
               all_selective_places<Schema>[index] == 0;
    };
    const auto in_round = [gives_once](std::size_t index) {
        bool apart = false;
        for (std::size_t other = 0; gives_once(index) && other < catalog_of<Schema>.references.size();
             ++other) {
            apart = apart || (other != index && gives_once(other) && told_apart<Schema, table>(index, other));
        }
        return apart;
    };
    shared_round found{Reference, 0};
    if (!in_round(Reference)) {
        return found;
    }
    for (std::size_t other = Reference; other-- > 0;) {
        if (in_round(other)) {
            ++found.places;
            found.leader = other;
        }
    }
    return found;
}

} // namespace detail

/// References of one table of which each gives its parents to one row only, where a check tells the parents
/// of a row apart: all go round one order of the parents, each from another place on, so that no row has one
/// parent twice. Another reference leads itself.
template<typename Schema, std::size_t Reference>
inline constexpr shared_round shared_round_of = detail::find_shared_round<Schema, Reference>();

} // namespace synth

#endif
