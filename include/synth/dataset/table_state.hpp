// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_TABLE_STATE_HPP
#define SYNTH_DATASET_TABLE_STATE_HPP

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>
#include <utility>

#include <synth/core/indexed_set.hpp>
#include <synth/dataset/column_values.hpp>
#include <synth/dataset/options.hpp>
#include <synth/dataset/ownership.hpp>
#include <synth/dataset/reference_values.hpp>

namespace synth {

namespace detail {

// The stream of a table: its name, with its schema where the description names one, and nothing else.
inline stream_key table_key(std::uint64_t seed, const catalog_table& table) {
    return table.schema_name.empty() ? make_stream_key(seed, {table.name})
                                     : make_stream_key(seed, {table.schema_name, table.name});
}

template<typename Schema>
reference_plan plan_reference(const plan_options<Schema>& options, std::size_t index) {
    constexpr catalog_view schema = catalog_of<Schema>.view();
    const catalog_reference& reference = schema.references[index];
    reference_plan plan;
    // The number of columns keeps the streams of (a), named "null", apart from those of (a, null).
    plan.key = table_key(options.seed, schema.tables[reference.child])
                   .child("references")
                   .child(std::uint64_t{reference.child_columns.size()});
    plan.name = schema.tables[reference.child].name;
    plan.name += '(';
    for (const schema_index column : reference.child_columns) {
        const std::string_view name = schema.columns_of(reference.child)[column].name;
        plan.key = plan.key.child(name);
        plan.name.append(plan.name.back() == '(' ? "" : ", ").append(name);
    }
    plan.name.append(") -> ").append(schema.tables[reference.parent].name);
    plan.children = options.rows[reference.child];
    plan.parents = options.rows[reference.parent];
    return plan;
}

template<typename Schema, std::size_t Table>
inline constexpr derived_table derived_table_of = derivation_of<Schema>.tables[Table];

template<typename Schema, std::size_t Table>
constexpr auto owner_law() {
    constexpr derived_table derived = derived_table_of<Schema, Table>;
    if constexpr (derived.owner_reference != no_index) {
        return law_of<Schema, derived.owner_reference>();
    } else {
        return even{};
    }
}

template<typename Schema, std::size_t Table, typename Indices>
struct columns_of;
template<typename Schema, std::size_t Table, std::size_t... Columns>
struct columns_of<Schema, Table, std::index_sequence<Columns...>> {
    using type = indexed_set<std::index_sequence<Columns...>, column_values<Schema, Table, Columns>...>;
};
template<typename Schema, std::size_t Table, typename Indices>
using columns_of_table = typename columns_of<Schema, Table, Indices>::type;

template<typename Schema, std::size_t First, typename Indices>
struct references_of;
template<typename Schema, std::size_t First, std::size_t... Positions>
struct references_of<Schema, First, std::index_sequence<Positions...>> {
    using type =
        indexed_set<std::index_sequence<Positions...>, reference_values<Schema, First + Positions>...>;
};
template<typename Schema, std::size_t First, typename Indices>
using references_of_table = typename references_of<Schema, First, Indices>::type;

} // namespace detail

/// A table of a planned dataset: its rows, the generators of its columns, the maps of its references and its
/// owner.
template<typename Schema, std::size_t Table>
class table_state {
public:
    static constexpr catalog_table entry = catalog_of<Schema>.tables[Table];
    static constexpr derived_table derived = detail::derived_table_of<Schema, Table>;
    static constexpr bool has_owner = derived.owner != no_index;
    using row_type = typename Schema::template row_at<Table>;
    using owner_law = decltype(detail::owner_law<Schema, Table>());
    using column_indices = std::make_index_sequence<entry.column_count>;
    using reference_indices = std::make_index_sequence<entry.reference_count>;

    explicit table_state(const plan_options<Schema>& options)
        : rows_(options.rows[Table]), key_(detail::table_key(options.seed, entry)),
          owner_(make_owner(options)),
          owner_shuffle_(rows_of_owner(options) == 0 ? 0 : rows_of_owner(options) - 1,
                         key_.child("one for each owner")),
          columns_(make_indexed_set(column_indices{},
                                    [&]<std::size_t Column>() {
                                        return column_values<Schema, Table, Column>{
                                            plan_column(options, Column)};
                                    })),
          references_(make_indexed_set(reference_indices{}, [&]<std::size_t Position>() {
              constexpr std::size_t reference = entry.first_reference + Position;
              return reference_values<Schema, reference>{detail::plan_reference(options, reference)};
          })) {
        check_owner(options);
    }

    [[nodiscard]] std::uint64_t rows() const { return rows_; }

    template<std::size_t Column>
    [[nodiscard]] const auto& column() const {
        return get_indexed<Column>(columns_);
    }

    /// By the position of the reference in the whole schema.
    template<std::size_t Reference>
    [[nodiscard]] const auto& reference() const {
        return get_indexed<Reference - entry.first_reference>(references_);
    }

    [[nodiscard]] const ownership<owner_law>& owner() const { return owner_; }

    /// The range of rows that a row shares with the other children of its owner.
    [[nodiscard]] owned_range owner_of(std::uint64_t row) const {
        if constexpr (derived.one_each) {
            return {owner_shuffle_(row), row, row + 1};
        } else {
            return owner_.owner(row);
        }
    }

    /// Moves a place among the owned rows to a row.
    void seek(typename ownership<owner_law>::cursor& place, std::uint64_t row) const {
        if constexpr (derived.one_each) {
            place.range = owner_of(row);
        } else if constexpr (has_owner) {
            owner_.seek(place, row);
        }
    }

    /// The stream of the partners of one owner.
    [[nodiscard]] stream_key partner_key(std::uint64_t parent) const {
        return key_.child("partners").child(parent);
    }

private:
    [[nodiscard]] static std::uint64_t rows_of_owner(const plan_options<Schema>& options) {
        if constexpr (has_owner) {
            return options.rows[derived.owner];
        } else {
            return 0;
        }
    }

    ownership<owner_law> make_owner(const plan_options<Schema>& options) const {
        return {rows_of_owner(options), rows_, detail::owner_law<Schema, Table>(), key_.child("owner")};
    }

    [[nodiscard]] column_plan plan_column(const plan_options<Schema>& options, std::size_t column) const {
        const column_facts& facts = catalog_of<Schema>.columns[entry.first_column + column];
        column_plan plan;
        plan.table = entry.name;
        plan.column = facts.name;
        plan.max_length = facts.max_length;
        plan.fixed_length = facts.fixed_length;
        plan.fraction_digits = facts.fraction_digits;
        plan.rows = rows_;
        plan.key = key_.child("columns").child(facts.name);
        plan.now = options.now;
        return plan;
    }

    // ---- what an owner must be able to give ----

    void check_owner(const plan_options<Schema>& options) const {
        if constexpr (has_owner) {
            const std::uint64_t parents = rows_of_owner(options);
            const std::string owner_name{catalog_of<Schema>.tables[derived.owner].name};
            if (rows_ > 0 && parents == 0) {
                throw plan_error{std::string{entry.name} + ": " + std::to_string(rows_) +
                                 " rows need an owner, but " + owner_name +
                                 " has no rows; plan at least one"};
            }
            if (derived.one_each && rows_ > parents) {
                throw plan_error{std::string{entry.name} + ": the key allows one row for each of the " +
                                 std::to_string(parents) + " rows of " + owner_name + ", not " +
                                 std::to_string(rows_) + "; plan fewer rows, or more of " + owner_name};
            }
            check_degrees(parents, owner_name);
            check_ordinal(parents, owner_name);
            check_partners(options, parents, owner_name);
        }
    }

    void check_degrees(std::uint64_t parents, const std::string& owner_name) const {
        if constexpr (!std::is_same_v<owner_law, even>) {
            const auto law = detail::owner_law<Schema, Table>();
            const uint128 fewest = static_cast<uint128>(parents) * law.least(parents, rows_);
            const uint128 most = static_cast<uint128>(parents) * law.most(parents, rows_);
            if (law.least(parents, rows_) > law.most(parents, rows_) || rows_ < fewest || rows_ > most) {
                throw plan_error{std::string{entry.name} + ": " + std::to_string(rows_) + " rows cannot be " +
                                 law.describe() + " among " + std::to_string(parents) + " rows of " +
                                 owner_name + "; plan " + std::to_string(static_cast<std::uint64_t>(fewest)) +
                                 " to " + std::to_string(static_cast<std::uint64_t>(most)) + " rows"};
            }
        }
    }

    void check_ordinal(std::uint64_t parents, const std::string& owner_name) const {
        if constexpr (derived.ordinal != no_index) {
            using number = value_type_of<field_type<row_type, derived.ordinal>>;
            const std::uint64_t most = owner_.law().most(parents, rows_);
            if (most > static_cast<std::uint64_t>(std::numeric_limits<number>::max())) {
                throw plan_error{
                    std::string{entry.name} + "." +
                    std::string{catalog_of<Schema>.columns[entry.first_column + derived.ordinal].name} +
                    ": numbers up to " + std::to_string(most) + " for one row of " + owner_name +
                    " do not fit the column; plan fewer rows, or more of " + owner_name};
            }
        }
    }

    void check_partners(const plan_options<Schema>& options, std::uint64_t parents,
                        const std::string& owner_name) const {
        if constexpr (derived.partners > 0) {
            uint128 choices = 1;
            std::string names;
            for (std::size_t index = entry.first_reference;
                 index < std::size_t{entry.first_reference} + entry.reference_count; ++index) {
                if (derivation_of<Schema>.references[index].mode == reference_mode::partner) {
                    const std::size_t parent = catalog_of<Schema>.references[index].parent;
                    choices = std::min<uint128>(choices * options.rows[parent],
                                                std::numeric_limits<std::uint64_t>::max());
                    names.append(names.empty() ? "" : " and ").append(catalog_of<Schema>.tables[parent].name);
                }
            }
            if (const std::uint64_t most = owner_.law().most(parents, rows_); rows_ > 0 && most > choices) {
                throw plan_error{
                    std::string{entry.name} + ": " + std::to_string(rows_) + " rows need up to " +
                    std::to_string(most) + " distinct rows of " + names + " for each of the " +
                    std::to_string(parents) + " rows of " + owner_name + ", but there are only " +
                    std::to_string(static_cast<std::uint64_t>(choices)) +
                    (std::is_same_v<owner_law, even>
                         ? "; plan at most " +
                               std::to_string(static_cast<std::uint64_t>(std::min<uint128>(
                                   choices * parents, std::numeric_limits<std::uint64_t>::max()))) +
                               " rows"
                         : "; lower the degree law, or plan more rows of " + names)};
            }
        }
    }

    std::uint64_t rows_;
    stream_key key_;
    ownership<owner_law> owner_;
    permutation owner_shuffle_; // one_each
    detail::columns_of_table<Schema, Table, column_indices> columns_;
    detail::references_of_table<Schema, entry.first_reference, reference_indices> references_;
};

} // namespace synth

#endif
