// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_JOINT_ROUND_HPP
#define SYNTH_DATASET_JOINT_ROUND_HPP

#include <cstddef>

#include <synth/dataset/joint_key.hpp>
#include <synth/dataset/partner_rule.hpp>
#include <synth/dataset/selective.hpp>
#include <synth/dataset/shared_round.hpp>
#include <synth/dataset/told_apart.hpp>
#include <synth/schema/derivation.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

// Whether the rows of an owner have distinct parents by the only part of a joint key.
template<typename Schema, std::size_t Table, std::size_t Joint>
consteval bool gives_parents_once() {
    constexpr auto parts = joint_parts<Schema, Table, Joint>();
    return derivation_of<Schema>.tables[Table].joints[Joint].of_owner && parts.size() == 1 &&
           parts[0].of != joint_part::kind::column && !has_partner_rule<Schema, Table, Joint>;
}

// Whether two such keys choose among the same parents, of which a check tells those of a row apart.
template<typename Schema, std::size_t Table, std::size_t One, std::size_t Two>
consteval bool goes_round_with() {
    if constexpr (gives_parents_once<Schema, Table, One>() && gives_parents_once<Schema, Table, Two>()) {
        constexpr joint_part one = joint_parts<Schema, Table, One>()[0];
        constexpr joint_part two = joint_parts<Schema, Table, Two>()[0];
        constexpr const derived_reference& mine = derivation_of<Schema>.references[one.index];
        constexpr const derived_reference& theirs = derivation_of<Schema>.references[two.index];
        return one.of == two.of && mine.path == theirs.path && mine.via == theirs.via &&
               mine.via_path == theirs.via_path &&
               catalog_of<Schema>.references[one.index].parent ==
                   catalog_of<Schema>.references[two.index].parent &&
               all_selective_places<Schema>[one.index] == 0 && all_selective_places<Schema>[two.index] == 0 &&
               told_apart<Schema, Table>(one.index, two.index);
    } else {
        return false;
    }
}

template<typename Schema, std::size_t Table, std::size_t Joint>
consteval shared_round find_joint_round() {
    shared_round found{Joint, 0};
    const auto look = [&found]<std::size_t Before>(std::integral_constant<std::size_t, Before>) {
        if constexpr (goes_round_with<Schema, Table, Joint, Before>()) {
            constexpr shared_round other = find_joint_round<Schema, Table, Before>();
            found.leader = found.places == 0 ? other.leader : found.leader;
            found.places = other.places + 1 > found.places ? other.places + 1 : found.places;
        }
    };
    [&]<std::size_t... Before>(std::index_sequence<Before...>) {
        (look(std::integral_constant<std::size_t, Before>{}), ...);
    }(std::make_index_sequence<Joint>{});
    return found;
}

} // namespace detail

/// Keys by which the rows of an owner have distinct parents, `(round, home)` and `(round, away)`, where a
/// check tells the parents of a row apart: they go round one order of the parents for each owner, each from
/// another place on. Another key leads itself.
template<typename Schema, std::size_t Table, std::size_t Joint>
inline constexpr shared_round joint_round_of = detail::find_joint_round<Schema, Table, Joint>();

} // namespace synth

#endif
