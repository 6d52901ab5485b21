// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_KEYS_OF_HPP
#define SYNTH_SCHEMA_KEYS_OF_HPP

#include <array>
#include <cstddef>
#include <optional>
#include <type_traits>
#include <utility>

#include <boost/hana/at.hpp>
#include <boost/hana/basic_tuple.hpp>
#include <boost/hana/unpack.hpp>

#include <synth/reflect/fields.hpp>
#include <synth/schema/check.hpp>
#include <synth/schema/computed.hpp>
#include <synth/schema/derived_value.hpp>
#include <synth/schema/description.hpp>
#include <synth/schema/table_facts.hpp>

namespace synth {

namespace detail {

/// Columns of a row.
template<std::size_t Columns>
struct column_flags {
    std::array<bool, Columns> set{};

    constexpr void add(std::size_t column) { set[column] = true; }
    constexpr void add(const column_flags& other) {
        for (std::size_t column = 0; column < Columns; ++column) {
            set[column] = set[column] || other.set[column];
        }
    }
    template<std::size_t Size>
    constexpr void add(const std::array<expression_node, Size>& nodes) {
        for (const expression_node& node : nodes) {
            if (node.what == operation::column) {
                add(node.column);
            }
        }
    }
    template<auto... Members>
    constexpr void add(columns<Members...>) {
        (add(member_index<Members>), ...);
    }

    [[nodiscard]] constexpr bool meets(const column_flags& other) const {
        bool found = false;
        for (std::size_t column = 0; column < Columns; ++column) {
            found = found || (set[column] && other.set[column]);
        }
        return found;
    }
    [[nodiscard]] friend constexpr bool operator==(const column_flags&, const column_flags&) = default;
};

/// Whoever has one of the columns `of` needs the columns `needs`.
template<std::size_t Columns>
struct column_tie {
    column_flags<Columns> of;
    column_flags<Columns> needs;
};

// What an option of a column reads of the same row.
template<std::size_t Columns, typename Option>
constexpr void add_sources(column_flags<Columns>&, const Option&) {}
template<std::size_t Columns, typename Row, std::size_t Size>
constexpr void add_sources(column_flags<Columns>& needs, const computed_value<Row, Size>& option) {
    needs.add(option.from.nodes);
}
template<auto Source, std::size_t Columns>
constexpr void add_source(column_flags<Columns>& needs) {
    if constexpr (std::is_member_object_pointer_v<decltype(Source)>) {
        needs.add(member_index<Source>);
    } else {
        needs.add(member_index<reference_of_source(Source)>);
    }
}
template<std::size_t Columns, typename Function, auto... Sources>
constexpr void add_sources(column_flags<Columns>& needs, const derived_value<Function, Sources...>&) {
    (add_source<Sources>(needs), ...);
}

// What an entry ties together; nothing, if it is of the table.
template<std::size_t Columns, typename Entry>
constexpr column_tie<Columns> tie_of(const Entry&) {
    return {};
}
template<std::size_t Columns, typename Children, typename Parents, typename... Options>
constexpr column_tie<Columns> tie_of(const reference_entry<Children, Parents, Options...>&) {
    column_tie<Columns> tie;
    tie.of.add(Children{});
    tie.needs = tie.of;
    return tie;
}
template<std::size_t Columns, typename Row, std::size_t Size>
constexpr column_tie<Columns> tie_of(const check_entry<Row, Size>& entry) {
    column_tie<Columns> tie;
    tie.of.add(entry.nodes);
    tie.needs = tie.of;
    return tie;
}
template<std::size_t Columns, typename Predicate, auto... Members>
constexpr column_tie<Columns> tie_of(const predicate_entry<Predicate, Members...>&) {
    column_tie<Columns> tie;
    tie.of.add(columns<Members...>{});
    tie.needs = tie.of;
    return tie;
}
template<std::size_t Columns, auto Member, typename... Options>
constexpr column_tie<Columns> tie_of(const column_entry<Member, Options...>& entry) {
    column_tie<Columns> tie;
    tie.of.add(member_index<Member>);
    boost::hana::unpack(entry.options, [&tie](const auto&... options) {
        (add_sources(tie.needs, options), ...);
        static_cast<void>(tie);
    });
    return tie;
}

template<std::size_t Columns, auto... Members>
constexpr void add_key(column_flags<Columns>& kept, const primary_key_entry<Members...>&) {
    kept.add(columns<Members...>{});
}
template<std::size_t Columns, auto... Members>
constexpr void add_key(column_flags<Columns>& kept, const unique_entry<Members...>&) {
    kept.add(columns<Members...>{});
}

// The columns of a row's keys and, over and over, all that these are tied to: by references and checks with
// other columns, and by what they derive from.
template<typename Row>
consteval auto columns_of_keys() {
    constexpr std::size_t columns = field_count<Row>;
    column_flags<columns> kept;
    if constexpr (conventional_key<Row>() < columns) {
        kept.add(conventional_key<Row>());
    }
    each_entry(description_of<Row>, [&]<typename Entry>(const Entry& entry) {
        if constexpr (is_key<Entry>) {
            add_key(kept, entry);
        }
    });
    const auto ties = boost::hana::unpack(description_of<Row>.entries, [](const auto&... entries) {
        return std::array<column_tie<columns>, sizeof...(entries)>{tie_of<columns>(entries)...};
    });
    column_flags<columns> before;
    do {
        before = kept;
        for (const column_tie<columns>& tie : ties) {
            if (tie.of.meets(kept)) {
                kept.add(tie.needs);
            }
        }
    } while (kept != before);
    return kept;
}

template<typename Row>
inline constexpr auto kept_columns = columns_of_keys<Row>();

} // namespace detail

/// In a schema: the table of a row, of which only its keys are known, and what these depend on. It is enough
/// for others to refer to, and spares the compiler the rest where another part of a program has the table
/// whole. Rows that refer to it are those that they are in a schema which has it whole; its own are not
/// written: `using part = synth::schema<order, line, synth::keys_of<customer>>;`
template<typename Row>
struct keys_of {
    using outlined_row = Row;

    Row outlined{};
    std::optional<bool> left_out; // stands in the place of each column that is not kept

    [[nodiscard]] static constexpr bool keeps(std::size_t column) {
        return detail::kept_columns<Row>.set[column];
    }
};

namespace detail {

// An entry of which no column is kept says nothing.
template<typename Row, const auto& Description, std::size_t Place>
constexpr auto kept_entry() {
    constexpr auto& entry = boost::hana::at_c<Place>(Description.entries);
    constexpr auto of = tie_of<field_count<Row>>(entry).of;
    if constexpr (of == column_flags<field_count<Row>>{} || of.meets(kept_columns<Row>)) {
        return entry;
    } else {
        return superseded_entry{};
    }
}

template<typename Row, typename... Entries>
constexpr auto outline_of(const Entries&... entries) {
    return table_description<keys_of<Row>, Entries...>{boost::hana::basic_tuple<Entries...>{entries...}};
}

template<typename Row, const auto& Description, typename... Entries>
constexpr auto outline(const table_description<Row, Entries...>&) {
    return []<std::size_t... Places>(std::index_sequence<Places...>) {
        return outline_of<Row>(kept_entry<Row, Description, Places>()...);
    }(std::index_sequence_for<Entries...>{});
}

} // namespace detail

template<typename Row>
inline constexpr auto table<keys_of<Row>> = detail::outline<Row, table<Row>>(table<Row>);
template<typename Row>
inline constexpr auto refinement<keys_of<Row>> = detail::outline<Row, refinement<Row>>(refinement<Row>);

} // namespace synth

#endif
