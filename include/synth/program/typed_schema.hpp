// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_TYPED_SCHEMA_HPP
#define SYNTH_PROGRAM_TYPED_SCHEMA_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <synth/core/byte_buffer.hpp>
#include <synth/database/sqlite_connection.hpp>
#include <synth/database/sqlite_row.hpp>
#include <synth/database/table_shape.hpp>
#include <synth/dataset/dataset.hpp>
#include <synth/dataset/row_fit.hpp>
#include <synth/program/column_story.hpp>
#include <synth/program/existing_values.hpp>
#include <synth/program/program_schema.hpp>
#include <synth/program/row_counts.hpp>
#include <synth/schema/derived_value.hpp>
#include <synth/schema/schema.hpp>
#include <synth/sink/binary_form.hpp>
#include <synth/sink/copy_binary.hpp>
#include <synth/sink/copy_text.hpp>
#include <synth/sink/csv.hpp>
#include <synth/sink/finished_cells.hpp>
#include <synth/sink/write_rows.hpp>

namespace synth {
namespace detail {

template<typename Type>
std::vector<std::string_view> label_list() {
    using value = value_type_of<Type>;
    std::vector<std::string_view> list;
    if constexpr (labelled_enum<value>) {
        for (const auto& label : labels<value>) {
            list.emplace_back(label);
        }
    }
    return list;
}

// What a type knows of the shape of its columns.
template<typename Field>
column_shape shape_of_type() {
    column_shape shape;
    shape.value_type = sql_type_name<Field>();
    shape.oid = sql_type_oid<Field>;
    shape.binary = has_binary_form<Field>;
    shape.labels = label_list<Field>();
    return shape;
}

inline void add_column(table_shape& table, column_shape shape, const column_facts& facts) {
    shape.name = facts.name;
    shape.sql_type = facts.sql_type.empty() ? shape.value_type : facts.sql_type;
    shape.nullable = facts.nullable;
    shape.max_length = facts.max_length;
    shape.fixed_length = facts.fixed_length;
    table.columns.push_back(std::move(shape));
}

// Whether every column of a table has a binary form.
template<typename Schema, std::size_t Table>
inline constexpr bool has_binary_columns = []<std::size_t... Columns>(std::index_sequence<Columns...>) {
    return (has_binary_form<field_type<typename Schema::template row_at<Table>, Columns>> && ...);
}(std::make_index_sequence<catalog_of<Schema>.tables[Table].written_count>{});

template<typename Schema, std::size_t Table>
table_shape shape_of_table() {
    const catalog_table& entry = catalog_of<Schema>.tables[Table];
    static constexpr auto types = []<std::size_t... Columns>(std::index_sequence<Columns...>) {
        return std::array<column_shape (*)(), sizeof...(Columns)>{
            &shape_of_type<field_type<typename Schema::template row_at<Table>, Columns>>...};
    }(std::make_index_sequence<catalog_of<Schema>.tables[Table].written_count>{});
    table_shape shape{entry.schema_name, entry.name, {}};
    for (std::size_t column = 0; column < types.size(); ++column) {
        add_column(shape, types[column](), catalog_of<Schema>.columns[entry.first_column + column]);
    }
    return shape;
}

// The tables that the derived columns of a table look at.
template<typename Schema, std::size_t Table>
std::vector<std::size_t> sources_of_table() {
    std::vector<std::size_t> sources;
    for (const std::span<const needed_column> column : needed_by_columns<Schema, Table>) {
        for (const needed_column& each : column) {
            sources.push_back(each.table);
        }
    }
    return sources;
}

} // namespace detail

/// A planned dataset behind the interface of programs: one function a table and form, found by position.
template<typename Schema>
class typed_plan final : public program_plan {
public:
    /// Why a table has other rows than asked for, by its position.
    using row_notes = std::array<std::string, Schema::table_count>;

    explicit typed_plan(const plan_options<Schema>& options, row_notes notes = {})
        : data_(options), shapes_(shapes(indices{})), notes_(std::move(notes)) {}

    [[nodiscard]] const table_shape& shape(std::size_t table) const override { return shapes_[table]; }
    [[nodiscard]] std::uint64_t rows(std::size_t table) const override { return data_.options().rows[table]; }

    void begin(std::size_t table, row_form form, byte_buffer& out) const override {
        std::vector<std::string_view> names;
        for (const column_shape& column : shapes_[table].columns) {
            names.push_back(column.name);
        }
        with_format(form, [&](const auto& format) { format.begin(out, names); });
    }
    void end(std::size_t, row_form form, byte_buffer& out) const override {
        with_format(form, [&](const auto& format) { format.end(out); });
    }

    [[nodiscard]] std::unique_ptr<table_writer> writer(std::size_t table, row_form form,
                                                       std::uint64_t rows) const override {
        std::unique_ptr<table_writer> made;
        with_format(form, [&]<typename Format>(const Format& format) {
            static constexpr auto makers = makers_of<Format>(indices{});
            made = makers[table](data_, format, rows);
        });
        return made;
    }
    void insert(std::size_t table, std::uint64_t first, std::uint64_t last,
                sqlite_statement& insert) const override {
        static constexpr auto inserters = inserters_of(indices{});
        inserters[table](data_, sqlite_row{insert}, first, last);
    }

    [[nodiscard]] std::string explain_column(std::size_t table, std::size_t column) const override {
        static constexpr auto stories = table_stories(indices{});
        return stories[table](column);
    }
    [[nodiscard]] std::string explain_rows(std::size_t table) const override { return notes_[table]; }
    [[nodiscard]] std::string explain_reference(std::size_t reference) const override {
        return reference_story<Schema>(reference);
    }

private:
    using indices = std::make_index_sequence<Schema::table_count>;

    template<std::size_t... Tables>
    static std::array<table_shape, Schema::table_count> shapes(std::index_sequence<Tables...>) {
        return {detail::shape_of_table<Schema, Tables>()...};
    }

    template<typename Action>
    static void with_format(row_form form, Action&& action) {
        switch (form) {
        case row_form::csv:
            return action(csv_format{});
        case row_form::bars:
            return action(csv_format{.line_end = "\n", .delimiter = '|', .header = false});
        case row_form::copy_text:
            return action(copy_text_format{});
        case row_form::copy_binary:
            return action(copy_binary_format{});
        }
    }

    template<typename Format, std::size_t Table>
    class typed_writer final : public table_writer {
    public:
        typed_writer(const dataset<Schema>& data, const Format& format, std::uint64_t rows)
            : data_(data), format_(format), finished_(data, format, rows) {}

        void write(std::uint64_t first, std::uint64_t last, byte_buffer& out) const override {
            write_rows<Table>(data_, format_, finished_, first, last, out);
        }

    private:
        const dataset<Schema>& data_;
        Format format_;
        finished_cells<Schema, Table, Format> finished_;
    };

    template<typename Format>
    using maker = std::unique_ptr<table_writer> (*)(const dataset<Schema>&, const Format&, std::uint64_t);

    template<typename Format, std::size_t... Tables>
    static constexpr std::array<maker<Format>, Schema::table_count>
    makers_of(std::index_sequence<Tables...>) {
        return {&make_writer<Format, Tables>...};
    }
    template<typename Format, std::size_t Table>
    static std::unique_ptr<table_writer> make_writer(const dataset<Schema>& data, const Format& format,
                                                     std::uint64_t rows) {
        // Nobody asks a part for a table of which it knows the keys, or for a binary form that is not there.
        if constexpr (!catalog_of<Schema>.tables[Table].keys_only &&
                      (!std::is_same_v<Format, copy_binary_format> ||
                       detail::has_binary_columns<Schema, Table>)) {
            // One type of pointer for all: std::make_unique would bring a std::unique_ptr for each writer.
            // NOLINTNEXTLINE(modernize-make-unique)
            return std::unique_ptr<table_writer>{new typed_writer<Format, Table>(data, format, rows)};
        } else {
            return nullptr;
        }
    }

    using inserter = void (*)(const dataset<Schema>&, const sqlite_row&, std::uint64_t, std::uint64_t);

    template<std::size_t... Tables>
    static constexpr std::array<inserter, Schema::table_count> inserters_of(std::index_sequence<Tables...>) {
        return {&insert_rows<Tables>...};
    }
    template<std::size_t Table>
    static void insert_rows(const dataset<Schema>& data, const sqlite_row& row, std::uint64_t first,
                            std::uint64_t last) {
        if constexpr (!catalog_of<Schema>.tables[Table].keys_only) {
            byte_buffer nothing;
            write_rows<Table>(data, row, first, last, nothing);
        }
    }

    template<std::size_t... Tables>
    static constexpr std::array<std::string (*)(std::size_t), Schema::table_count>
    table_stories(std::index_sequence<Tables...>) {
        return {&column_story<Schema, Tables>...};
    }

    dataset<Schema> data_;
    std::array<table_shape, Schema::table_count> shapes_;
    row_notes notes_;
};

/// A schema behind the interface of programs.
template<typename Schema>
class typed_schema final : public program_schema {
public:
    explicit typed_schema(scale_rule rows_at_scale = described_rows)
        : rows_at_scale_(std::move(rows_at_scale)) {}

    [[nodiscard]] catalog_view catalog() const override { return catalog_of<Schema>.view(); }
    [[nodiscard]] std::span<const schema_index> order() const override {
        return {fill_order_of<Schema>.tables.data(), fill_order_of<Schema>.size};
    }
    [[nodiscard]] scale_rule rows_at_scale() const override { return rows_at_scale_; }
    [[nodiscard]] std::vector<std::size_t> existing_columns(std::size_t table) const override {
        return needed_of_existing<Schema>(table);
    }
    [[nodiscard]] std::vector<std::size_t> sources_of(std::size_t table) const override {
        static constexpr auto sources = []<std::size_t... Tables>(std::index_sequence<Tables...>) {
            return std::array<std::vector<std::size_t> (*)(), Schema::table_count>{
                &detail::sources_of_table<Schema, Tables>...};
        }(std::make_index_sequence<Schema::table_count>{});
        return sources[table]();
    }
    [[nodiscard]] std::vector<std::string> fit(plan_request& request) const override {
        plan_options<Schema> options = options_of(request);
        auto notes = fit_rows(options, flexible_in(request));
        std::ranges::copy(options.rows, request.rows.begin());
        return {std::move_iterator{notes.begin()}, std::move_iterator{notes.end()}};
    }
    [[nodiscard, gnu::cold]] std::unique_ptr<program_plan> plan(const plan_request& request) const override {
        plan_options<Schema> options = options_of(request);
        auto notes = fit_rows(options, flexible_in(request));
        return std::make_unique<typed_plan<Schema>>(options, std::move(notes));
    }

private:
    [[nodiscard]] static plan_options<Schema> options_of(const plan_request& request) {
        plan_options<Schema> options;
        options.seed = request.seed;
        options.now = request.now;
        std::copy_n(request.rows.begin(), options.rows.size(), options.rows.begin());
        set_existing(options, request.existing);
        return options;
    }
    [[nodiscard]] static std::array<bool, Schema::table_count> flexible_in(const plan_request& request) {
        std::array<bool, Schema::table_count> flexible{};
        std::ranges::copy(request.flexible, flexible.begin());
        return flexible;
    }

    scale_rule rows_at_scale_;
};

} // namespace synth

#endif
