// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_PARTNER_RULE_HPP
#define SYNTH_DATASET_PARTNER_RULE_HPP

#include <cstddef>
#include <type_traits>
#include <utility>

#include <synth/dataset/joint_key.hpp>
#include <synth/dataset/reference_values.hpp>
#include <synth/schema/entry_options.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// Which parents the rows of one owner have, where a key keeps them distinct.
template<typename Function>
struct partner_rule {
    static constexpr bool is_partner_rule = true;
    Function function;
};

/// An option of a reference whose parents a key keeps distinct among the rows of an owner, in place of a
/// shuffle: `function(owner, ordinal, parents)` is the row of the parent, below `parents`, of the ordinal-th
/// row of an owner, both counted from 0. It must give the rows of an owner different parents, as nobody looks
/// again: `references<&stock::site, &site::id>(partners([](std::uint64_t item, std::uint64_t ordinal,
/// std::uint64_t sites) { return (item + ordinal) % sites; }))`.
template<typename Function>
[[nodiscard]] constexpr partner_rule<Function> partners(const Function& function) {
    return {function};
}

/// The rule of a joint key, `not_described` where its parents are shuffled.
template<typename Schema, std::size_t Table, std::size_t Joint>
[[nodiscard]] constexpr auto partner_rule_of() {
    constexpr auto parts = joint_parts<Schema, Table, Joint>();
    if constexpr (parts.size() == 1 && parts[0].of == joint_part::kind::parent &&
                  derivation_of<Schema>.tables[Table].joints[Joint].of_owner) {
        return find_reference_option<typename Schema::template row_at<Table>,
                                     detail::position_in_child<Schema, parts[0].index>, partner_option>();
    } else {
        return not_described{};
    }
}

template<typename Schema, std::size_t Table, std::size_t Joint>
inline constexpr bool has_partner_rule =
    !std::is_same_v<std::remove_cvref_t<decltype(partner_rule_of<Schema, Table, Joint>())>, not_described>;

/// Refuses rules of partners that nobody would ask.
template<typename Schema, std::size_t Table>
consteval bool check_partner_rules() {
    constexpr catalog_table entry = catalog_of<Schema>.tables[Table];
    constexpr std::size_t stated = []<std::size_t... Positions>(std::index_sequence<Positions...>) {
        using row_type = typename Schema::template row_at<Table>;
        return (
            std::size_t{!std::is_same_v<
                std::remove_cvref_t<decltype(find_reference_option<row_type, Positions, partner_option>())>,
                not_described>} +
            ... + 0);
    }(std::make_index_sequence<entry.reference_count>{});
    constexpr std::size_t read = []<std::size_t... Joints>(std::index_sequence<Joints...>) {
        return (std::size_t{has_partner_rule<Schema, Table, Joints>} + ... + 0);
    }(std::make_index_sequence<derivation_of<Schema>.tables[Table].joint_count>{});
    static_assert(stated == read,
                  "synth: partners must be of a reference that a key of an owner and this reference "
                  "alone keeps distinct; add the key, or give the reference a law");
    return stated == read;
}

} // namespace synth

#endif
