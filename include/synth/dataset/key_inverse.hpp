// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_KEY_INVERSE_HPP
#define SYNTH_DATASET_KEY_INVERSE_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <type_traits>
#include <utility>

#include <synth/core/indexed_set.hpp>
#include <synth/dataset/joint_digits.hpp>
#include <synth/dataset/key_route.hpp>
#include <synth/dataset/ownership.hpp>
#include <synth/dataset/path_walk.hpp>
#include <synth/dataset/root_rule.hpp>
#include <synth/dataset/row_frame.hpp>
#include <synth/dataset/table_state.hpp>
#include <synth/reflect/fields.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// The values of some columns of a table, by their positions: what a key is looked up with.
template<typename Schema, std::size_t Table, std::size_t... Columns>
using key_values =
    indexed_set<std::index_sequence<Columns...>,
                view_of<value_type_of<field_type<typename Schema::template row_at<Table>, Columns>>>...>;

/// Finds the row that has the values of a key. Nothing is searched: the way back leads through the inverses
/// of permutations and domains, the rows of an owner and, where a key repeats that of a parent, the parent's
/// key. What is found is compared with the values, so that those that no row has find none.
template<typename Dataset>
class key_inverse {
    using schema = typename Dataset::schema_type;

public:
    explicit key_inverse(const Dataset& data) : data_(data) {}

    /// The row of a table that has these values, if there is one.
    template<std::size_t Table, std::size_t... Columns>
    [[nodiscard]] std::optional<std::uint64_t>
    row(const key_values<schema, Table, Columns...>& values) const {
        static constexpr key_route route = route_of<schema, Table>({Columns...});
        const auto& state = data_.template state<Table>();
        const auto checked = [&](std::optional<std::uint64_t> number) {
            return number && has<Table, Columns...>(*number, values) ? number : std::nullopt;
        };
        if constexpr (route.kind == key_route_kind::key) {
            return checked(
                state.template column<route.index>().generator().row_of(get_indexed<route.index>(values)));
        } else if constexpr (route.kind == key_route_kind::existing) {
            typename schema::template row_at<Table> wanted{};
            ((field<Columns>(wanted) =
                  from_view<value_type_of<std::remove_cvref_t<decltype(field<Columns>(wanted))>>>(
                      get_indexed<Columns>(values))),
             ...);
            return checked(state.template column<0>().rows().template row_of_key<route.index>(wanted));
        } else if constexpr (route.kind == key_route_kind::one_to_one) {
            const auto parent = parent_row<route.index, Table, Columns...>(values);
            return checked(parent ? std::optional{state.template reference<route.index>().row_of(*parent)}
                                  : std::nullopt);
        } else if constexpr (route.kind == key_route_kind::list) {
            const auto parent = parent_row<route.index, Table, Columns...>(values);
            if (!parent) {
                return std::nullopt;
            }
            // A root that must have a parent is its own, or stands before the last row of a ring.
            const auto next = checked(*parent + 1);
            if constexpr (has_no_roots<schema, route.index>) {
                constexpr bool owned = derivation_of<schema>.references[route.index].within_owner;
                return next ? next : checked(owned ? state.owner_of(*parent).first : 0);
            }
            return next ? next : checked(*parent);
        } else if constexpr (route.kind == key_route_kind::of_row) {
            constexpr reference_path path = derivation_of<schema>.references[route.index].path;
            const auto parent = parent_row<route.index, Table, Columns...>(values);
            return checked(
                parent ? std::optional{path_walk<schema>::template follow<path>(data_.maps(), *parent)}
                       : std::nullopt);
        } else if constexpr (route.kind == key_route_kind::joint) {
            return checked(row_of_joint<Table, Columns...>(values));
        } else {
            const auto owner = owner_row<Table, Columns...>(values);
            if (!owner) {
                return std::nullopt;
            }
            if constexpr (route.kind == key_route_kind::one_each) {
                return checked(state.row_of_owner(*owner));
            } else if constexpr (route.kind == key_route_kind::ordinal) {
                return checked(row_of_ordinal<Table, Columns...>(*owner, values));
            } else {
                return row_within<Table, Columns...>(*owner, values, checked);
            }
        }
    }

private:
    // ---- values ----

    // Whether a row has these values.
    template<std::size_t Table, std::size_t... Columns>
    [[nodiscard]] bool has(std::uint64_t number, const key_values<schema, Table, Columns...>& values) const {
        if (number >= data_.template state<Table>().rows()) {
            return false;
        }
        row_frame<schema, Table> frame;
        data_.template seek<Table>(frame, number);
        return (has_value<Table, Columns>(frame, get_indexed<Columns>(values)) && ...);
    }

    template<std::size_t Table, std::size_t Column, typename View>
    [[nodiscard]] bool has_value(const row_frame<schema, Table>& frame, const View& wanted) const {
        if (data_.template is_null<Table, Column>(frame)) {
            return false;
        }
        constexpr key_route route = route_of<schema, Table>({Column});
        if constexpr (route.kind == key_route_kind::key) {
            // Compared by its number, as some values have no comparison.
            const auto& key = data_.template state<Table>().template column<Column>().generator();
            return key.row_of(wanted) == frame.row;
        } else {
            const auto cell = data_.template cell<Table, Column>(frame);
            if constexpr (requires { static_cast<View>(cell) == wanted; }) {
                return static_cast<View>(cell) == wanted;
            } else { // bytes and arrays
                return std::ranges::equal(static_cast<View>(cell), wanted);
            }
        }
    }

    // The same values as columns of another table; nothing where an integer does not fit.
    template<typename Repeated, std::size_t Other, std::size_t Table, std::size_t... Columns>
    [[nodiscard]] std::optional<std::uint64_t>
    row_of_other(const key_values<schema, Table, Columns...>& values) const {
        static constexpr repeated_columns columns = Repeated::columns;
        return [&]<std::size_t... Places>(std::index_sequence<Places...>) -> std::optional<std::uint64_t> {
            using key = key_values<schema, Other, columns.to[Places]...>;
            if (!(fits<Other, columns.to[Places]>(get_indexed<columns.from[Places]>(values)) && ...)) {
                return std::nullopt;
            }
            return row<Other, columns.to[Places]...>(
                key{{converted<Other, columns.to[Places]>(get_indexed<columns.from[Places]>(values))}...});
        }(std::make_index_sequence<columns.to.size()>{});
    }

    template<std::size_t Table, std::size_t Column>
    using view_at = view_of<value_type_of<field_type<typename schema::template row_at<Table>, Column>>>;

    template<std::size_t Table, std::size_t Column, typename View>
    [[nodiscard]] static bool fits(const View& value) {
        using wanted = view_at<Table, Column>;
        if constexpr (!std::is_same_v<View, wanted> && std::is_integral_v<View>) {
            return std::in_range<wanted>(value);
        } else {
            static_cast<void>(value);
            return true;
        }
    }

    template<std::size_t Table, std::size_t Column, typename View>
    [[nodiscard]] static view_at<Table, Column> converted(const View& value) {
        return static_cast<view_at<Table, Column>>(value);
    }

    // ---- rows of other tables ----

    template<std::size_t Reference, std::size_t... Columns>
    struct of_parent_columns {
        static constexpr repeated_columns columns =
            columns_of_parent(catalog_of<schema>.references[Reference], {Columns...});
    };

    template<std::size_t Table, std::size_t... Columns>
    struct of_owner_columns {
        static constexpr repeated_columns columns = columns_of_owner<schema, Table>({Columns...});
    };

    template<std::size_t Reference, std::size_t Table, std::size_t... Columns>
    [[nodiscard]] std::optional<std::uint64_t>
    parent_row(const key_values<schema, Table, Columns...>& values) const {
        return row_of_other<of_parent_columns<Reference, Columns...>,
                            catalog_of<schema>.references[Reference].parent, Table, Columns...>(values);
    }

    template<std::size_t Table, std::size_t... Columns>
    [[nodiscard]] std::optional<std::uint64_t>
    owner_row(const key_values<schema, Table, Columns...>& values) const {
        return row_of_other<of_owner_columns<Table, Columns...>, derivation_of<schema>.tables[Table].owner,
                            Table, Columns...>(values);
    }

    // ---- rows of an owner ----

    template<std::size_t Table>
    [[nodiscard]] owned_range rows_of(std::uint64_t owner) const {
        return data_.template state<Table>().children_of({owner, owner, owner + 1});
    }

    template<std::size_t Table, std::size_t... Columns>
    [[nodiscard]] std::optional<std::uint64_t>
    row_of_ordinal(std::uint64_t owner, const key_values<schema, Table, Columns...>& values) const {
        constexpr std::size_t column = derivation_of<schema>.tables[Table].ordinal;
        const std::optional<std::uint64_t> place =
            data_.template state<Table>().template column<column>().ordinal_of(get_indexed<column>(values));
        const owned_range range = rows_of<Table>(owner);
        return place && *place < range.size() ? std::optional{range.first + *place} : std::nullopt;
    }

    // A pair whose sides a check exchanges may belong to either.
    template<std::size_t Table, std::size_t... Columns, typename Checked>
    [[nodiscard]] std::optional<std::uint64_t> row_within(std::uint64_t owner,
                                                          const key_values<schema, Table, Columns...>& values,
                                                          const Checked& checked) const {
        constexpr pair_facts pair = pair_of<schema, Table>;
        if constexpr (pair.rule == pair_rule::none) {
            return checked(row_of_digits<Table, Columns...>(owner, owner, values));
        } else {
            const auto partner = parent_row<pair.partner, Table, Columns...>(values);
            if (!partner) {
                return std::nullopt;
            }
            const auto found = checked(row_of_digits<Table, Columns...>(owner, *partner, values));
            return found || pair.rule == pair_rule::differ
                       ? found
                       : checked(row_of_digits<Table, Columns...>(*partner, owner, values));
        }
    }

    // ---- joint keys ----

    // The partner is that of a pair that a check compares.
    template<std::size_t Table, std::size_t... Columns>
    [[nodiscard]] std::optional<std::uint64_t>
    row_of_digits(std::uint64_t owner, std::uint64_t partner,
                  const key_values<schema, Table, Columns...>& values) const {
        constexpr std::size_t joint = route_of<schema, Table>({Columns...}).index;
        constexpr bool of_owner = derivation_of<schema>.tables[Table].joints[joint].of_owner;
        const owned_range range =
            of_owner ? rows_of<Table>(owner) : owned_range{0, 0, data_.template state<Table>().rows()};
        if (range.size() == 0) {
            return std::nullopt;
        }
        using maps = std::remove_cvref_t<decltype(data_.maps())>;
        const joint_digits<schema, Table, joint, maps> digits{data_.maps(), range};
        const auto number = digits.number([&]<std::size_t Digit>(std::integral_constant<std::size_t, Digit>) {
            constexpr joint_part part = joint_parts<schema, Table, joint>()[Digit];
            if constexpr (part.of == joint_part::kind::column) {
                return digits.template digit_of_value<Digit>(get_indexed<part.index>(values));
            } else if constexpr (pair_of<schema, Table>.rule_for(part.index) != pair_rule::none) {
                return digits.template digit_of_parent<Digit>(partner);
            } else {
                const auto parent = parent_row<part.index, Table, Columns...>(values);
                return parent ? digits.template digit_of_parent<Digit>(*parent) : std::nullopt;
            }
        });
        return number ? digits.row(*number) : std::nullopt;
    }

    // The rows of the table as those of one owner.
    template<std::size_t Table, std::size_t... Columns>
    [[nodiscard]] std::optional<std::uint64_t>
    row_of_joint(const key_values<schema, Table, Columns...>& values) const {
        return row_of_digits<Table, Columns...>(0, 0, values);
    }

    const Dataset& data_;
};

/// What a member is looked up with: its value, or a view of it.
template<auto Member>
using member_view = view_of<value_type_of<field_type<row_of_member<Member>, member_index<Member>>>>;

/// The row in which these members have these values, which are those of a key; refused by the compiler where
/// the members are none.
template<auto First, auto... Rest, typename Dataset>
[[nodiscard]] std::optional<std::uint64_t> row_of_key(const Dataset& data, const member_view<First>& first,
                                                      const member_view<Rest>&... rest) {
    using schema = typename Dataset::schema_type;
    using row_type = row_of_member<First>;
    constexpr schema_index found = schema::template index_or_none<row_type>();
    static_assert(found != no_index, "synth: a row must be in the schema; add it to synth::schema<...>");
    constexpr bool good = [] {
        if constexpr (found != no_index && (std::is_same_v<row_type, row_of_member<Rest>> && ...)) {
            column_set columns;
            for (const std::size_t column : {member_index<First>, member_index<Rest>...}) {
                if (columns.contains(column)) {
                    return false;
                }
                columns.add(column);
            }
            return route_of<schema, found>(columns).kind != key_route_kind::none;
        } else {
            return found == no_index; // said already
        }
    }();
    static_assert(good, "synth: row_of must name all columns of a key; name those that are missing, or add "
                        "synth::unique to the description");
    if constexpr (good && found != no_index) {
        using values = key_values<schema, found, member_index<First>, member_index<Rest>...>;
        return key_inverse{data}.template row<found, member_index<First>, member_index<Rest>...>(
            values{{first}, {rest}...});
    } else {
        return std::nullopt;
    }
}

} // namespace synth

#endif
