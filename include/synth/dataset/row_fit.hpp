// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_ROW_FIT_HPP
#define SYNTH_DATASET_ROW_FIT_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>

#include <synth/core/integer.hpp>
#include <synth/dataset/column_values.hpp>
#include <synth/dataset/degree_law.hpp>
#include <synth/dataset/existing_parents.hpp>
#include <synth/dataset/fewest_choices.hpp>
#include <synth/dataset/group_fit.hpp>
#include <synth/dataset/joint_key.hpp>
#include <synth/dataset/options.hpp>
#include <synth/dataset/pair_rule.hpp>
#include <synth/dataset/parent_selection.hpp>
#include <synth/dataset/reference_values.hpp>
#include <synth/dataset/table_state.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// How many rows a table can have beside those of its parents, and what keeps it from having more.
struct row_room {
    std::uint64_t least{};
    std::uint64_t most{std::numeric_limits<std::uint64_t>::max()};
    std::string why; // "all that its key can hold (code)"; empty where nothing limits the rows

    void limit(uint128 rows, const std::string& reason) {
        if (rows < most) {
            most = static_cast<std::uint64_t>(rows);
            why = reason;
        }
    }
};

namespace detail {

template<typename Schema>
std::string name_of(std::size_t table) {
    return catalog_of<Schema>.tables[table].shown();
}

// Without rows no capacity is required, and the stream does not matter.
template<typename Schema, std::size_t Table, std::size_t Column>
column_values<Schema, Table, Column> values_without_rows(const plan_options<Schema>& options) {
    return column_values<Schema, Table, Column>{plan_of_column<Schema, Table>(Column, options.now)};
}

template<typename Schema, std::size_t Table, std::size_t Column>
void limit_by_key(const plan_options<Schema>& options, row_room& room) {
    using values = column_values<Schema, Table, Column>;
    if constexpr (values::source == column_source::key && values::has_generator) {
        room.limit(uint128{values_without_rows<Schema, Table, Column>(options).generator().last()} + 1,
                   "all that its key can hold (" +
                       std::string{catalog_of<Schema>.columns[first_column<Schema, Table> + Column].name} +
                       ")");
    }
}

template<typename Schema, std::size_t Reference>
void limit_by_reference(const plan_options<Schema>& options, row_room& room) {
    constexpr catalog_reference reference = reference_at<Schema, Reference>;
    constexpr derived_reference derived = derivation_of<Schema>.references[Reference];
    if constexpr (derived.mode == reference_mode::injective) {
        const std::string parent = name_of<Schema>(reference.parent);
        const std::uint64_t parents = parents_of<Schema, Reference>(options);
        // Where nobody can be referred to, a reference that may be NULL is.
        constexpr bool outside = catalog_of<Schema>.tables[reference.parent].filled_outside;
        if (!(outside && parents == 0 && may_be_absent<Schema>(Reference))) {
            room.limit(parents, "one for each row of " + parent);
        }
    }
}

// How many rows of one owner can be numbered.
template<typename Schema, std::size_t Table>
std::uint64_t numbers_of_owner(const plan_options<Schema>& options) {
    constexpr std::size_t ordinal = derived_table_of<Schema, Table>.ordinal;
    using number = value_type_of<field_type<typename Schema::template row_at<Table>, ordinal>>;
    using values = column_values<Schema, Table, ordinal>;
    if constexpr (values::has_generator) {
        return values_without_rows<Schema, Table, ordinal>(options).generator().size();
    } else {
        return static_cast<std::uint64_t>(std::numeric_limits<number>::max());
    }
}

// What the rows of the owner allow. Under the even law more rows are more for each owner; another law has
// bounds of its own.
template<typename Schema, std::size_t Table>
void limit_by_owner(const plan_options<Schema>& options, row_room& room) {
    constexpr derived_table derived = derived_table_of<Schema, Table>;
    if constexpr (derived.owner != no_index) {
        const uint128 parents = owners_of<Schema, Table>(options);
        const std::string owner = name_of<Schema>(derived.owner);
        if (derived.one_each) {
            room.limit(parents, "one for each row of " + owner);
        }
        const auto law = owner_law<Schema, Table>();
        if constexpr (!std::is_same_v<std::remove_const_t<decltype(law)>, even>) {
            const auto count = static_cast<std::uint64_t>(parents);
            room.least = static_cast<std::uint64_t>(parents * law.least(count, 0));
            if constexpr (!endless_law<std::remove_const_t<decltype(law)>>) {
                room.limit(parents * law.most(count, 0), law.describe() + ", of " + owner);
            } else if constexpr (derived.ordinal != no_index) {
                const std::uint64_t numbers = numbers_of_owner<Schema, Table>(options);
                room.limit(most_owned_rows(law, count, numbers),
                           "all that can be numbered for each row of " + owner + ", " + law.describe());
            }
        } else if constexpr (derived.ordinal != no_index) {
            room.limit(parents * numbers_of_owner<Schema, Table>(options),
                       "all that can be numbered for each row of " + owner);
        }
    }
}

// How many values one part of a joint key has.
template<typename Schema, std::size_t Table, std::size_t Joint, std::size_t Digit>
uint128 size_of_part(const plan_options<Schema>& options) {
    constexpr joint_part part = joint_parts<Schema, Table, Joint>()[Digit];
    if constexpr (part.of == joint_part::kind::column) {
        return uint128{values_without_rows<Schema, Table, part.index>(options).generator().last()} + 1;
    } else if constexpr (part.of == joint_part::kind::parent) {
        constexpr pair_rule rule = pair_of<Schema, Table>.rule_for(part.index);
        return partners_of(rule, parents_of<Schema, part.index>(options));
    } else {
        constexpr pair_rule rule = pair_of<Schema, Table>.rule_for(part.index);
        return partners_of(rule, fewest_selected<Schema, part.index>(options));
    }
}

template<typename Schema, std::size_t Table, std::size_t Joint>
void limit_by_joint(const plan_options<Schema>& options, row_room& room) {
    constexpr derived_table derived = derived_table_of<Schema, Table>;
    constexpr bool of_owner = derived.joints[Joint].of_owner;
    if constexpr (!of_owner || std::is_same_v<decltype(owner_law<Schema, Table>()), even>) {
        uint128 most = 1;
        if constexpr (of_owner) {
            most = owners_of<Schema, Table>(options);
        }
        [&]<std::size_t... Digits>(std::index_sequence<Digits...>) {
            ((most = std::min<uint128>(most * size_of_part<Schema, Table, Joint, Digits>(options),
                                       std::numeric_limits<std::uint64_t>::max())),
             ...);
        }(std::make_index_sequence<derived.joints[Joint].digits>{});
        std::string names;
        for (const schema_index column : catalog_of<Schema>.keys[derived.joints[Joint].key].columns) {
            names.append(names.empty() ? "" : ", ")
                .append(catalog_of<Schema>.columns[first_column<Schema, Table> + column].name);
        }
        room.limit(most, "all that are distinct in (" + names + ")");
    }
}

// What the keys of its columns leave room for, whatever the rows of other tables.
template<typename Schema, std::size_t Table>
[[nodiscard]] row_room room_of_keys(const plan_options<Schema>& options) {
    row_room room;
    [&]<std::size_t... Columns>(std::index_sequence<Columns...>) {
        (limit_by_key<Schema, Table, Columns>(options, room), ...);
    }(std::make_index_sequence<catalog_of<Schema>.tables[Table].column_count>{});
    return room;
}

// The same with the rows of its parents.
template<typename Schema, std::size_t Table>
[[nodiscard]] row_room room_within(const plan_options<Schema>& options, row_room room) {
    constexpr catalog_table table = catalog_of<Schema>.tables[Table];
    [&]<std::size_t... References>(std::index_sequence<References...>) {
        (limit_by_reference<Schema, table.first_reference + References>(options, room), ...);
    }(std::make_index_sequence<table.reference_count>{});
    limit_by_owner<Schema, Table>(options, room);
    [&]<std::size_t... Joints>(std::index_sequence<Joints...>) {
        (limit_by_joint<Schema, Table, Joints>(options, room), ...);
    }(std::make_index_sequence<derived_table_of<Schema, Table>.joint_count>{});
    return room;
}

// How many different parents the rows of one owner need by a reference.
template<typename Schema, std::size_t Reference>
std::uint64_t most_partners(const plan_options<Schema>& options) {
    constexpr derived_reference derived = derivation_of<Schema>.references[Reference];
    constexpr std::size_t table = reference_at<Schema, Reference>.child;
    if constexpr (derived.mode == reference_mode::partner) {
        constexpr derived_joint joint = derived_table_of<Schema, table>.joints[derived.joint];
        if constexpr (joint.of_owner && joint.digits == 1) {
            return owner_law<Schema, table>().most(owners_of<Schema, table>(options), options.rows[table]);
        }
    }
    return 0;
}

// The rows that the tables have room for, parents first.
template<typename Schema>
[[gnu::noinline]] void fit_to_rooms(plan_options<Schema>& options,
                                    const std::array<row_room, Schema::table_count>& keys,
                                    const std::array<bool, Schema::table_count>& flexible,
                                    std::array<std::string, Schema::table_count>& why) {
    const auto fit = [&]<std::size_t Table>(std::integral_constant<std::size_t, Table>) {
        if (flexible[Table]) {
            const row_room room = room_within<Schema, Table>(options, keys[Table]);
            std::uint64_t& rows = options.rows[Table];
            if (rows > room.most || rows < room.least) {
                rows = rows > room.most ? room.most : room.least;
                why[Table] = room.why;
            }
        }
    };
    constexpr auto& order = fill_order_of<Schema>.tables;
    [&]<std::size_t... Positions>(std::index_sequence<Positions...>) {
        (fit(std::integral_constant<std::size_t, order[Positions]>{}), ...);
    }(std::make_index_sequence<Schema::table_count>{});
    // A law may have raised a table above none, and then it needs a row of each parent, or as many as have
    // one of the kind that it selects, or as many as the rows of one owner are to have different ones.
    const auto enough = [&options](std::size_t index) {
        std::uint64_t rows = 1;
        const auto look = [&]<std::size_t Reference>(std::integral_constant<std::size_t, Reference>) {
            if constexpr (is_selective<Schema, Reference>) {
                rows = Reference == index ? selection_of<Schema, Reference>(options).rows_for(1) : rows;
            }
            if constexpr (mode_of<Schema, Reference> == reference_mode::partner) {
                rows = Reference == index ? std::max(rows, most_partners<Schema, Reference>(options)) : rows;
            }
        };
        [&]<std::size_t... References>(std::index_sequence<References...>) {
            (look(std::integral_constant<std::size_t, References>{}), ...);
        }(std::make_index_sequence<catalog_of<Schema>.references.size()>{});
        return rows;
    };
    for (std::size_t position = Schema::table_count; position-- > 0;) {
        const catalog_table& table = catalog_of<Schema>.tables[order[position]];
        for (std::size_t each = 0; each < table.reference_count; ++each) {
            const std::size_t parent = catalog_of<Schema>.references[table.first_reference + each].parent;
            if (options.rows[order[position]] > 0 && options.rows[parent] == 0 && flexible[parent]) {
                options.rows[parent] = enough(table.first_reference + each);
            }
        }
    }
}

// Lowers the first table that has too many rows for others to be grouped by it; false where there is none.
template<typename Schema>
bool lower_a_group(const plan_options<Schema>& options, const plan_options<Schema>& planned,
                   const std::array<bool, Schema::table_count>& flexible,
                   std::array<std::uint64_t, Schema::table_count>& most,
                   std::array<std::string, Schema::table_count>& why) {
    bool lowered = false;
    const auto take = [&](const std::optional<group_limit>& limit, const catalog_reference& reference) {
        lowered = limit && flexible[limit->table] && limit->most < most[limit->table];
        if (lowered) {
            most[limit->table] = limit->most;
            why[limit->table] = "so that each has rows of " + name_of<Schema>(reference.parent) + " for " +
                                name_of<Schema>(reference.child);
        }
    };
    const auto look = [&]<std::size_t Reference>(std::integral_constant<std::size_t, Reference>) {
        if constexpr (mode_of<Schema, Reference> == reference_mode::matched) { // others choose from no group
            if (!lowered) {
                take(limit_of_group<Schema, Reference>(options, planned),
                     catalog_of<Schema>.references[Reference]);
            }
        }
    };
    [&]<std::size_t... References>(std::index_sequence<References...>) {
        (look(std::integral_constant<std::size_t, References>{}), ...);
    }(std::make_index_sequence<catalog_of<Schema>.references.size()>{});
    return lowered;
}

} // namespace detail

/// What the keys, the owner and the references of a table leave room for, with the rows of its parents as
/// they are in the options: `room_of<shop, 2>(options).most == 26` for a key of one letter.
template<typename Schema, std::size_t Table>
[[nodiscard]] row_room room_of(const plan_options<Schema>& options) {
    return detail::room_within<Schema, Table>(options, detail::room_of_keys<Schema, Table>(options));
}

/// Gives the tables that nobody counted the number of rows nearest to the planned one for which they have
/// room, parents first, and says why for each that changed. Where rows choose among those of a group, such as
/// a tenant, and groups have too few, there are fewer groups. A count that somebody gave stays as it is, for
/// the dataset to refuse, and a table that is filled outside has the rows that are there.
template<typename Schema>
[[gnu::noinline]] std::array<std::string, Schema::table_count>
fit_rows(plan_options<Schema>& options, std::array<bool, Schema::table_count> flexible) {
    require_existing_parents(options);
    for (std::size_t table = 0; table < flexible.size(); ++table) {
        flexible[table] = flexible[table] && !catalog_of<Schema>.tables[table].filled_outside;
    }
    const plan_options<Schema> planned = options;
    auto most = planned.rows;
    std::array<std::string, Schema::table_count> of_groups;
    const auto keys = [&]<std::size_t... Tables>(std::index_sequence<Tables...>) {
        return std::array<row_room, sizeof...(Tables)>{
            (flexible[Tables] ? detail::room_of_keys<Schema, Tables>(options) : row_room{})...};
    }(std::make_index_sequence<Schema::table_count>{});
    while (true) { // ends: each round lowers a table
        std::array<std::string, Schema::table_count> why = of_groups;
        for (std::size_t table = 0; table < most.size(); ++table) {
            options.rows[table] = std::min(planned.rows[table], most[table]);
        }
        detail::fit_to_rooms(options, keys, flexible, why);
        if (!detail::lower_a_group(options, planned, flexible, most, of_groups)) {
            return why;
        }
    }
}

} // namespace synth

#endif
