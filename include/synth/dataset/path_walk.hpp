// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_PATH_WALK_HPP
#define SYNTH_DATASET_PATH_WALK_HPP

#include <cstddef>
#include <cstdint>

#include <synth/dataset/ownership.hpp>
#include <synth/dataset/table_state.hpp>
#include <synth/schema/path.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// Walks along the references of a path, between rows: up to the ancestor, and down to all rows that lead to
/// it. `Maps` knows the tables and the parents of their rows.
template<typename Schema>
class path_walk {
public:
    /// The row at the end of a path that starts at a row.
    template<reference_path Path, std::size_t Step = 0, typename Maps>
    [[nodiscard]] static std::uint64_t follow(const Maps& maps, std::uint64_t number) {
        if constexpr (Step == Path.size) {
            return number;
        } else {
            return follow<Path, Step + 1>(maps, maps.template parent_of<Path.references[Step]>(number));
        }
    }

    /// The rows at the start of a path whose way leads to one row at its end: ranges of ranges are ranges.
    template<reference_path Path, typename Maps>
    [[nodiscard]] static owned_range children_under(const Maps& maps, std::uint64_t group) {
        return descend<Path, Path.size>(maps, {group, group, group + 1});
    }

    /// The row at a place of `children_under`: places are rows but for a dealt reference.
    template<reference_path Path, typename Maps>
    [[nodiscard]] static std::uint64_t at_place(const Maps& maps, std::uint64_t place) {
        constexpr std::size_t reference = Path.references[0];
        if constexpr (detail::mode_of<Schema, reference> == reference_mode::dealt) {
            return maps.template state<detail::reference_at<Schema, reference>.child>()
                .template reference<reference>()
                .row_at(place);
        } else {
            static_cast<void>(maps);
            return place;
        }
    }

    /// The place of a row among `children_under` its group.
    template<reference_path Path, typename Maps>
    [[nodiscard]] static std::uint64_t place_of(const Maps& maps, std::uint64_t row) {
        constexpr std::size_t reference = Path.references[0];
        if constexpr (detail::mode_of<Schema, reference> == reference_mode::dealt) {
            return maps.template state<detail::reference_at<Schema, reference>.child>()
                .template reference<reference>()
                .place_of(row);
        } else {
            static_cast<void>(maps);
            return row;
        }
    }

private:
    template<reference_path Path, std::size_t Steps, typename Maps>
    [[nodiscard]] static owned_range descend(const Maps& maps, owned_range range) {
        if constexpr (Steps == 0) {
            return range;
        } else {
            if (range.size() == 0) {
                return {};
            }
            return descend<Path, Steps - 1>(maps, children_of<Path.references[Steps - 1]>(maps, range));
        }
    }

    // The children of some parents by one reference; of one parent where at most one child is its own.
    template<std::size_t Reference, typename Maps>
    [[nodiscard]] static owned_range children_of(const Maps& maps, const owned_range& range) {
        constexpr std::size_t table = detail::reference_at<Schema, Reference>.child;
        const table_state<Schema, table>& child = maps.template state<table>();
        if constexpr (detail::mode_of<Schema, Reference> == reference_mode::dealt) {
            return child.template reference<Reference>().places_of(range);
        } else if constexpr (detail::mode_of<Schema, Reference> == reference_mode::injective) {
            return child.single(child.template reference<Reference>().row_of(range.first));
        } else {
            return child.children_of(range);
        }
    }
};

} // namespace synth

#endif
