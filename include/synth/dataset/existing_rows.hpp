// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_EXISTING_ROWS_HPP
#define SYNTH_DATASET_EXISTING_ROWS_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <synth/core/indexed_set.hpp>
#include <synth/core/plan_error.hpp>
#include <synth/core/shared_value.hpp>
#include <synth/dataset/existing_key.hpp>
#include <synth/schema/existing_columns.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// The rows of a table that is filled outside, of which only the keys count, in whatever order:
/// `existing_rows<country>{{{"DE"}, {"FR"}}}`.
template<typename Row>
struct existing_rows {
    std::vector<Row> rows;
};

/// The rows of a table that is filled outside, ordered by its first key, so that the same rows are numbered
/// alike whatever order they came in. Copies share the rows; a row of a number costs a look-up, and the
/// number of a key a binary search.
template<typename Schema, std::size_t Table>
class existing_list {
    static constexpr catalog_table entry = catalog_of<Schema>.tables[Table];
    static constexpr std::size_t ordering = ordering_key(catalog_of<Schema>.view(), Table);

public:
    using row_type = typename Schema::template row_at<Table>;

    /// No rows.
    existing_list() : contents_(contents{}) {}

    /// Throws plan_error where a key is NULL or comes twice.
    explicit existing_list(std::vector<row_type> rows) : contents_(ordered(std::move(rows))) {}

    [[nodiscard]] std::uint64_t size() const { return contents_->rows.size(); }

    /// A row by its number. Throws plan_error where there are no rows, so that no reference leads nowhere.
    [[nodiscard]] const row_type& operator[](std::uint64_t row) const {
        if (contents_->rows.empty()) [[unlikely]] {
            throw plan_error{entry.shown() +
                             ": a check asks for a row of it, but it is filled outside and has none; fill "
                             "it first, or loosen the check"};
        }
        return contents_->rows[row];
    }

    /// The number of the row whose key of one column has a value; nothing where there is none.
    template<std::size_t Column>
    [[nodiscard]] std::optional<std::uint64_t>
    row_of(const view_of<value_type_of<field_type<row_type, Column>>>& wanted) const {
        row_type row{};
        field<Column>(row) = from_view<value_type_of<field_type<row_type, Column>>>(wanted);
        return row_of_key<key_of_column<Column>()>(row);
    }

    /// The number of the row that has the same key as another; keys are counted as the table has them.
    template<std::size_t Place>
    [[nodiscard]] std::optional<std::uint64_t> row_of_key(const row_type& wanted) const {
        const std::vector<std::uint64_t>& order = contents_->orders[Place];
        std::uint64_t first = 0;
        std::uint64_t last = size();
        while (first < last) {
            const std::uint64_t middle = first + (last - first) / 2;
            const std::uint64_t row = order.empty() ? middle : order[middle];
            const int found =
                existing_key<Schema, entry.first_key + Place>::compare(contents_->rows[row], wanted);
            if (found == 0) {
                return row;
            }
            (found < 0 ? first : last) = found < 0 ? middle + 1 : middle;
        }
        return std::nullopt;
    }

    /// Whether a column alone is a key by which rows are looked up.
    template<std::size_t Column>
    [[nodiscard]] static consteval bool is_key() {
        return key_of_column<Column>() < entry.key_count;
    }

private:
    struct contents {
        std::vector<row_type> rows;
        // Of each key the rows in its order; empty: the order in which they lie, or a key nobody needs.
        std::array<std::vector<std::uint64_t>, entry.key_count> orders;
    };

    [[nodiscard]] static contents ordered(std::vector<row_type> rows) {
        contents made{std::move(rows), {}};
        constexpr bool have_order = are_ordered(std::make_index_sequence<entry.column_count>{});
        static_assert(have_order,
                      "synth: a key of a table that is filled outside must have an order; refer to "
                      "another key, or let synth fill the table");
        require_values(made.rows, std::make_index_sequence<entry.column_count>{});
        if constexpr (ordering != no_index && have_order) {
            using key = existing_key<Schema, ordering>;
            std::ranges::sort(made.rows, [](const row_type& left, const row_type& right) {
                return key::compare(left, right) < 0;
            });
            [&]<std::size_t... Places>(std::index_sequence<Places...>) {
                (order_by<entry.first_key + Places>(made, made.orders[Places]), ...);
            }(std::make_index_sequence<entry.key_count>{});
        }
        return made;
    }

    template<std::size_t Column>
    [[nodiscard]] static consteval std::size_t key_of_column() {
        for (std::size_t place = 0; place < entry.key_count; ++place) {
            const std::size_t key = entry.first_key + place;
            if (catalog_of<Schema>.keys[key].columns.same_columns({Column}) &&
                is_existing_key(catalog_of<Schema>.view(), key)) {
                return place;
            }
        }
        return entry.key_count;
    }

    template<std::size_t... Columns>
    [[nodiscard]] static consteval bool are_ordered(std::index_sequence<Columns...>) {
        return ((!is_existing_column(catalog_of<Schema>.view(), Table, Columns) ||
                 detail::has_order<value_type_of<field_type<row_type, Columns>>>) &&
                ...);
    }

    template<std::size_t... Columns>
    static void require_values(const std::vector<row_type>& rows, std::index_sequence<Columns...>) {
        (require_value<Columns>(rows), ...);
    }

    template<std::size_t Column>
    static void require_value(const std::vector<row_type>& rows) {
        if constexpr (is_existing_column(catalog_of<Schema>.view(), Table, Column)) {
            using member = field_type<row_type, Column>;
            if constexpr (nullable<member>) {
                for (const row_type& row : rows) {
                    if (!field<Column>(row)) {
                        throw plan_error{
                            entry.shown() + "." +
                            std::string{catalog_of<Schema>.view().columns_of(Table)[Column].name} +
                            ": a row that is there has NULL in this key; leave such rows out, or refer to "
                            "another key"};
                    }
                }
            }
        }
    }

    template<std::size_t Key>
    static void order_by(const contents& made, std::vector<std::uint64_t>& order) {
        if constexpr (is_existing_key(catalog_of<Schema>.view(), Key)) {
            using key = existing_key<Schema, Key>;
            if constexpr (Key != ordering) {
                for (std::uint64_t row = 0; row < made.rows.size(); ++row) {
                    order.push_back(row);
                }
                std::ranges::sort(order, [&made](std::uint64_t left, std::uint64_t right) {
                    return key::compare(made.rows[left], made.rows[right]) < 0;
                });
            }
            for (std::uint64_t place = 1; place < made.rows.size(); ++place) {
                const row_type& before = made.rows[order.empty() ? place - 1 : order[place - 1]];
                const row_type& row = made.rows[order.empty() ? place : order[place]];
                if (key::compare(before, row) == 0) {
                    key::refuse_twice(row);
                }
            }
        }
    }

    shared_value<contents> contents_;
};

namespace detail {

struct no_list {};

template<typename Schema>
inline constexpr bool has_existing_tables = [] {
    bool found = false;
    for (const catalog_table& each : catalog_of<Schema>.tables) {
        found = found || each.filled_outside;
    }
    return found;
}();

template<typename Schema, typename Indices>
struct lists_of {
    using type = no_list;
};
template<typename Schema, std::size_t... Tables>
    requires has_existing_tables<Schema>
struct lists_of<Schema, std::index_sequence<Tables...>> {
    using type = indexed_set<std::index_sequence<Tables...>,
                             std::conditional_t<catalog_of<Schema>.tables[Tables].filled_outside,
                                                existing_list<Schema, Tables>, no_list>...>;
};

} // namespace detail

/// The rows of all tables of a schema that are filled outside; nothing where there is no such table.
template<typename Schema>
using existing_lists = typename detail::lists_of<Schema, std::make_index_sequence<Schema::table_count>>::type;

} // namespace synth

#endif
