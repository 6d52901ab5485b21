// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_ROW_FIT_HPP
#define SYNTH_DATASET_ROW_FIT_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>
#include <utility>

#include <synth/core/integer.hpp>
#include <synth/dataset/column_values.hpp>
#include <synth/dataset/degree_law.hpp>
#include <synth/dataset/options.hpp>
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
    return std::string{catalog_of<Schema>.tables[table].name};
}

template<typename Schema, std::size_t Table, std::size_t Column>
void limit_by_key(const plan_options<Schema>& options, row_room& room) {
    using values = column_values<Schema, Table, Column>;
    if constexpr (values::source == column_source::key && values::has_generator) {
        constexpr column_facts facts = catalog_of<Schema>.columns[first_column<Schema, Table> + Column];
        column_plan plan; // without rows no capacity is required, and the stream does not matter
        plan.table = catalog_of<Schema>.tables[Table].name;
        plan.column = facts.name;
        plan.max_length = facts.max_length;
        plan.fixed_length = facts.fixed_length;
        plan.fraction_digits = facts.fraction_digits;
        plan.now = options.now;
        room.limit(uint128{values{plan}.generator().last()} + 1,
                   "all that its key can hold (" + std::string{facts.name} + ")");
    }
}

// The fewest parents that a matched reference can choose from, as plan_check counts them.
template<typename Schema, std::size_t Reference>
uint128 choices_of_match(const plan_options<Schema>& options) {
    constexpr reference_path path = derivation_of<Schema>.references[Reference].path;
    uint128 choices = 1;
    [&]<std::size_t... Steps>(std::index_sequence<Steps...>) {
        const auto take = [&]<std::size_t Step>(std::integral_constant<std::size_t, Step>) {
            constexpr std::size_t child = reference_at<Schema, path.references[Step]>.child;
            constexpr std::size_t owner = derived_table_of<Schema, child>.owner;
            choices = std::min<uint128>(
                choices * owner_law<Schema, child>().least(options.rows[owner], options.rows[child]),
                std::numeric_limits<std::uint64_t>::max());
        };
        (take(std::integral_constant<std::size_t, Steps>{}), ...);
    }(std::make_index_sequence<path.size>{});
    return choices;
}

template<typename Schema, std::size_t Reference>
void limit_by_reference(const plan_options<Schema>& options, row_room& room) {
    constexpr catalog_reference reference = reference_at<Schema, Reference>;
    constexpr derived_reference derived = derivation_of<Schema>.references[Reference];
    const std::string parent = name_of<Schema>(reference.parent);
    if constexpr (derived.mode == reference_mode::injective) {
        room.limit(options.rows[reference.parent], "one for each row of " + parent);
    } else if constexpr (derived.mode == reference_mode::matched && derived.distinct) {
        if constexpr (std::is_same_v<decltype(owner_law<Schema, reference.child>()), even>) {
            constexpr std::size_t owner = derived_table_of<Schema, reference.child>.owner;
            room.limit(choices_of_match<Schema, Reference>(options) * options.rows[owner],
                       "all that find distinct rows of " + parent);
        }
    }
}

// What the rows of the owner allow. Under the even law more rows are more for each owner; another law has
// bounds of its own.
template<typename Schema, std::size_t Table>
void limit_by_owner(const plan_options<Schema>& options, row_room& room) {
    constexpr derived_table derived = derived_table_of<Schema, Table>;
    if constexpr (derived.owner != no_index) {
        const uint128 parents = options.rows[derived.owner];
        const std::string owner = name_of<Schema>(derived.owner);
        if (derived.one_each) {
            room.limit(parents, "one for each row of " + owner);
        }
        const auto law = owner_law<Schema, Table>();
        if constexpr (!std::is_same_v<std::remove_const_t<decltype(law)>, even>) {
            const auto count = static_cast<std::uint64_t>(parents);
            room.least = static_cast<std::uint64_t>(parents * law.least(count, 0));
            room.limit(parents * law.most(count, 0), law.describe() + ", of " + owner);
        } else {
            if constexpr (derived.ordinal != no_index) {
                using row_type = typename Schema::template row_at<Table>;
                using number = value_type_of<field_type<row_type, derived.ordinal>>;
                room.limit(parents * static_cast<std::uint64_t>(std::numeric_limits<number>::max()),
                           "all that can be numbered for each row of " + owner);
            }
            if constexpr (derived.partners > 0) {
                constexpr catalog_table table = catalog_of<Schema>.tables[Table];
                uint128 pairs = parents;
                for (std::size_t index = 0; index < table.reference_count; ++index) {
                    const std::size_t reference = table.first_reference + index;
                    if (derivation_of<Schema>.references[reference].mode == reference_mode::partner) {
                        pairs = std::min<uint128>(
                            pairs * options.rows[catalog_of<Schema>.references[reference].parent],
                            std::numeric_limits<std::uint64_t>::max());
                    }
                }
                room.limit(pairs, "all that find distinct partners for the rows of " + owner);
            }
        }
    }
}

} // namespace detail

/// What the keys, the owner and the references of a table leave room for, with the rows of its parents as
/// they are in the options: `room_of<shop, 2>(options).most == 26` for a key of one letter.
template<typename Schema, std::size_t Table>
[[nodiscard]] row_room room_of(const plan_options<Schema>& options) {
    constexpr catalog_table table = catalog_of<Schema>.tables[Table];
    row_room room;
    [&]<std::size_t... Columns>(std::index_sequence<Columns...>) {
        (detail::limit_by_key<Schema, Table, Columns>(options, room), ...);
    }(std::make_index_sequence<table.column_count>{});
    [&]<std::size_t... References>(std::index_sequence<References...>) {
        (detail::limit_by_reference<Schema, table.first_reference + References>(options, room), ...);
    }(std::make_index_sequence<table.reference_count>{});
    detail::limit_by_owner<Schema, Table>(options, room);
    return room;
}

/// Gives the tables that nobody counted the number of rows nearest to the planned one for which they have
/// room, parents first, and says why for each that changed. A count that somebody gave stays as it is, for
/// the dataset to refuse.
template<typename Schema>
std::array<std::string, Schema::table_count> fit_rows(plan_options<Schema>& options,
                                                      const std::array<bool, Schema::table_count>& flexible) {
    std::array<std::string, Schema::table_count> why;
    const auto fit = [&]<std::size_t Table>(std::integral_constant<std::size_t, Table>) {
        if (flexible[Table]) {
            const row_room room = room_of<Schema, Table>(options);
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
    // A law may have raised a table above none, and then it needs a row of each parent.
    for (std::size_t position = Schema::table_count; position-- > 0;) {
        for (const catalog_reference& reference : catalog_of<Schema>.view().references_of(order[position])) {
            std::uint64_t& parents = options.rows[reference.parent];
            if (options.rows[order[position]] > 0 && parents == 0 && flexible[reference.parent]) {
                parents = 1;
            }
        }
    }
    return why;
}

} // namespace synth

#endif
