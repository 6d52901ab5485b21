// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_DATASET_HPP
#define SYNTH_DATASET_DATASET_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <synth/dataset/check_probe.hpp>
#include <synth/dataset/check_resolver.hpp>
#include <synth/dataset/chosen_cell.hpp>
#include <synth/dataset/derived_cell.hpp>
#include <synth/dataset/derived_circles.hpp>
#include <synth/dataset/index_maps.hpp>
#include <synth/dataset/key_inverse.hpp>
#include <synth/dataset/options.hpp>
#include <synth/dataset/plan_check.hpp>
#include <synth/dataset/row_frame.hpp>
#include <synth/dataset/row_range.hpp>
#include <synth/dataset/table_state.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// A planned database: every row of every table as a pure function of its number. Nothing is stored but the
/// plan, so any row costs the same and copies are cheap. Throws plan_error where a constraint cannot be met,
/// before any value is made: `dataset<shop> data{seed{42}, count<customer>{1'000}}; order one =
/// data.row<order>(7'123);`
template<typename Schema>
class dataset {
public:
    /// A row in place of a schema stops the compiler with its message and counts as the schema of this row.
    using schema_type = detail::schema_given<Schema>;

private:
    static constexpr bool good = detail::check_schema_given<Schema>();

public:
    explicit dataset(const plan_options<schema_type>& options = {}) : options_(options), maps_(options) {
        if constexpr (good) {
            static_assert(
                !detail::derived_circles<schema_type>::exist(),
                "synth: derived columns must not depend on each other in a circle; derive one of them "
                "from something else");
            plan_check{options_, maps_}.run();
            probe_checks(*this);
        }
    }

    template<typename... Options>
        requires(sizeof...(Options) > 0 && !(std::is_same_v<Options, plan_options<schema_type>> || ...) &&
                 !(std::is_same_v<Options, dataset> || ...))
    explicit dataset(const Options&... options) : dataset(gather(options...)) {}

    [[nodiscard]] const plan_options<schema_type>& options() const { return options_; }

    /// The rows of a table: `data.size<order>() == 10'000`.
    template<typename Row>
    [[nodiscard]] std::uint64_t size() const {
        return state<index<Row>>().rows();
    }

    /// One row, at the same cost wherever it lies: `data.row<order>(7'123).total`. This and the other
    /// functions that take the number of a row throw std::out_of_range where the table has no such row.
    template<typename Row>
    [[nodiscard]] Row row(std::uint64_t number) const {
        require<index<Row>>(number);
        row_frame<schema_type, index<Row>> frame;
        return row<index<Row>>(frame, number);
    }

    /// All rows of a table as a random-access range that holds no rows: `for(const order& each :
    /// data.rows<order>())`.
    template<typename Row>
    [[nodiscard]] row_range<dataset, Row> rows() const& {
        return {*this, 0, size<Row>()};
    }
    // Before C++23 a loop over `dataset<shop>{}.rows<order>()` runs after the dataset's end.
    template<typename Row>
    row_range<dataset, Row> rows() const&& {
        static_assert(!std::is_same_v<Row, Row>,
                      "synth: rows must be asked of a dataset that outlives them; give the dataset a name");
        return {*this, 0, 0};
    }

    /// Rows [first, first + count) in a vector: a fixture. Without a count, or with the greatest, all rows
    /// from the first on.
    template<typename Row>
    [[nodiscard]] std::vector<Row>
    collect(std::uint64_t first = 0, std::uint64_t count = std::numeric_limits<std::uint64_t>::max()) const {
        const std::uint64_t size = this->size<Row>();
        const bool to_the_end = count == std::numeric_limits<std::uint64_t>::max();
        if (first > size || (!to_the_end && count > size - first)) {
            detail::refuse_row(state<index<Row>>().entry.name, std::max(first, size), size);
        }
        const std::uint64_t end = to_the_end ? size : first + count;
        std::vector<Row> all;
        all.reserve(end - first);
        row_frame<schema_type, index<Row>> frame;
        for (std::uint64_t number = first; number < end; ++number) {
            all.push_back(row<index<Row>>(frame, number));
        }
        return all;
    }

    /// One cell, without the rest of its row: `data.value<&order::total>(7'123)`.
    template<auto Member>
    [[nodiscard]] auto value(std::uint64_t number) const {
        constexpr std::size_t table = index<row_of_member<Member>>;
        require<table>(number);
        row_frame<schema_type, table> frame;
        seek<table>(frame, number);
        return field_value<table, member_index<Member>>(frame);
    }

    /// The row of the parent that a reference of a row leads to, by one of the reference's columns; nothing
    /// where any of its columns is NULL: `data.parent<&order::customer_id>(7'123)`.
    template<auto Member>
    [[nodiscard]] std::optional<std::uint64_t> parent(std::uint64_t number) const {
        constexpr std::size_t table = index<row_of_member<Member>>;
        constexpr schema_index reference =
            detail::derived_of<schema_type, table, member_index<Member>>.reference;
        static_assert(
            reference != no_index,
            "synth: parent must name a column of a reference; add synth::references to the description");
        if constexpr (reference == no_index) {
            return std::nullopt;
        } else {
            require<table>(number);
            row_frame<schema_type, table> frame;
            seek<table>(frame, number);
            constexpr std::size_t place = reference - table_state<schema_type, table>::entry.first_reference;
            constexpr std::size_t columns = detail::reference_at<schema_type, reference>.child_columns.size();
            return has_null<reference>(frame, std::make_index_sequence<columns>{})
                       ? std::nullopt
                       : std::optional{frame.parents[place]};
        }
    }

    /// The row that has a key, if there is one: `data.row_of<&customer::id>(17)`. All columns of a key of
    /// several are named, in any order: `data.row_of<&line::order_id, &line::number>(17, 3)`.
    template<auto... Members>
    [[nodiscard]] std::optional<std::uint64_t> row_of(const member_view<Members>&... key) const {
        return row_of_key<Members...>(*this, key...);
    }

    // ---- for sinks: rows by table position, cell by cell ----

    template<std::size_t Table>
    [[nodiscard]] const table_state<schema_type, Table>& state() const {
        return maps_.template state<Table>();
    }

    /// Moves a frame to a row; cheap when it is the next one.
    template<std::size_t Table>
    void seek(row_frame<schema_type, Table>& frame, std::uint64_t number) const {
        maps_.template seek<Table>(frame, number);
        if constexpr (check_plan<schema_type, Table>::slots > 0) {
            check_resolver<dataset, Table>{*this, frame}.run();
        }
    }

    /// The maps between rows, for what checks ask of references.
    [[nodiscard]] const auto& maps() const { return maps_; }

    /// Whether a column is NULL in the row of a frame.
    template<std::size_t Table, std::size_t Column>
    [[nodiscard]] bool is_null(const row_frame<schema_type, Table>& frame) const {
        using values = column_values<schema_type, Table, Column>;
        constexpr derived_column derived = detail::derived_of<schema_type, Table, Column>;
        if constexpr (!nullable<typename values::field>) {
            return false;
        } else if constexpr (derived.source == column_source::reference) {
            return frame.absent[derived.reference - table_state<schema_type, Table>::entry.first_reference];
        } else if constexpr (is_derived_column<schema_type, Table, Column>) {
            return !derived_cell<dataset, Table, Column>{*this, frame}.make().has_value();
        } else if constexpr (check_plan<schema_type, Table>::chooses(Column) ||
                             check_plan<schema_type, Table>::chooses_null(Column)) {
            return frame.checked_cells[check_plan<schema_type, Table>::slot_of(Column)].null;
        } else {
            return state<Table>().template column<Column>().is_null(frame.row);
        }
    }

    /// What a generator makes for a column that is not NULL; it may own bytes that its view shows.
    template<std::size_t Table, std::size_t Column>
    [[nodiscard]] auto cell(const row_frame<schema_type, Table>& frame) const {
        using value = typename column_values<schema_type, Table, Column>::value;
        constexpr derived_column derived = detail::derived_of<schema_type, Table, Column>;
        if constexpr (derived.source == column_source::reference) {
            constexpr std::size_t parent = detail::reference_at<schema_type, derived.reference>.parent;
            return maps_.template of_type<value>(maps_.template key_value<parent, derived.parent_column>(
                frame.parents[derived.reference - table_state<schema_type, Table>::entry.first_reference]));
        } else if constexpr (derived.source == column_source::ordinal) {
            return state<Table>().template column<Column>().at(frame.row - frame.owner.range.first);
        } else if constexpr (derived.source == column_source::joint) {
            return maps_.template joint_value<Table, Column>(frame);
        } else if constexpr (is_derived_column<schema_type, Table, Column>) {
            return derived_cell<dataset, Table, Column>{*this, frame}.make_cell();
        } else if constexpr (check_plan<schema_type, Table>::chooses(Column)) {
            constexpr std::size_t slot = check_plan<schema_type, Table>::slot_of(Column);
            return chosen_cell<value>(
                state<Table>().checks(), state<Table>().template column<Column>(), frame.checked_cells[slot],
                frame.copied_text(slot),
                own_checks<typename schema_type::template row_at<Table>, Column>::constants, frame.row);
        } else if constexpr (is_dealt_by_owner<schema_type, Table, Column>) {
            return state<Table>().template column<Column>().at(frame.row,
                                                               frame.row - frame.owner.range.first);
        } else {
            return state<Table>().template column<Column>().at(frame.row);
        }
    }

    /// Whether the cells of a column are drawn from values that can be counted: `draw_index` of its
    /// column_values is all that tells the cells apart.
    template<std::size_t Table, std::size_t Column>
    static constexpr bool draws_index =
        column_values<schema_type, Table, Column>::enumerable &&
        !is_derived_column<schema_type, Table, Column> && !check_plan<schema_type, Table>::chooses(Column);

    /// A row of a table by position, through a frame that is kept from row to row.
    template<std::size_t Table>
    [[nodiscard]] auto row(row_frame<schema_type, Table>& frame, std::uint64_t number) const {
        using row_type = typename schema_type::template row_at<Table>;
        seek<Table>(frame, number);
        // Each field is made in its place.
        return [&]<std::size_t... Columns>(std::index_sequence<Columns...>) {
            return row_type{field_value<Table, Columns>(frame)...};
        }(std::make_index_sequence<field_count<row_type>>{});
    }

    /// A column of a row as the row has it.
    template<std::size_t Table, std::size_t Column>
    [[nodiscard]] auto field_value(const row_frame<schema_type, Table>& frame) const {
        using values = column_values<schema_type, Table, Column>;
        using field = typename values::field;
        if (is_null<Table, Column>(frame)) {
            return field{};
        }
        return field{owned_value<typename values::value>(cell<Table, Column>(frame))};
    }

private:
    template<typename Row>
    static constexpr schema_index index = [] {
        constexpr schema_index found = schema_type::template index_or_none<Row>();
        static_assert(found != no_index, "synth: a row must be in the schema; add it to synth::schema<...>");
        return found != no_index ? found : schema_index{0};
    }();

    template<std::size_t Table>
    void require(std::uint64_t number) const {
        detail::require_row(state<Table>().entry.name, number, state<Table>().rows());
    }

    // MATCH SIMPLE: a reference with a NULL in any of its columns leads nowhere, and a column that it shares
    // is NULL where the reference that decides the column is.
    template<std::size_t Reference, std::size_t Table, std::size_t... Positions>
    [[nodiscard]] bool has_null(const row_frame<schema_type, Table>& frame,
                                std::index_sequence<Positions...>) const {
        constexpr catalog_reference reference = detail::reference_at<schema_type, Reference>;
        return (frame.absent[Reference - table_state<schema_type, Table>::entry.first_reference] || ... ||
                is_null<Table, reference.child_columns[Positions]>(frame));
    }

    template<typename... Options>
    static plan_options<schema_type> gather(const Options&... options) {
        plan_options<schema_type> gathered;
        (gathered.apply(options), ...);
        return gathered;
    }

    template<typename Value, typename Produced>
    static Value owned_value(const Produced& produced) {
        if constexpr (requires { static_cast<view_of<Value>>(produced); }) {
            return from_view<Value>(static_cast<view_of<Value>>(produced));
        } else {
            return static_cast<Value>(produced);
        }
    }

    plan_options<schema_type> options_;
    index_maps<schema_type, good> maps_;
};

// `dataset data{options};` with the options of a schema.
template<typename Schema>
explicit dataset(const plan_options<Schema>&) -> dataset<Schema>;

} // namespace synth

#endif
