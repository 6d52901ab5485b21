// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_TYPED_SCHEMA_HPP
#define SYNTH_PROGRAM_TYPED_SCHEMA_HPP

#include <array>
#include <cstddef>
#include <cstdint>
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
#include <synth/schema/schema.hpp>
#include <synth/sink/binary_form.hpp>
#include <synth/sink/copy_binary.hpp>
#include <synth/sink/copy_text.hpp>
#include <synth/sink/csv.hpp>
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

template<typename Schema, std::size_t Table, std::size_t Column>
column_shape shape_of_column() {
    using field = field_type<typename Schema::template row_at<Table>, Column>;
    constexpr column_facts facts = catalog_of<Schema>.columns[first_column<Schema, Table> + Column];
    column_shape shape;
    shape.name = facts.name;
    shape.value_type = sql_type_name<field>();
    shape.sql_type = facts.sql_type.empty() ? shape.value_type : facts.sql_type;
    shape.oid = sql_type_oid<field>;
    shape.nullable = facts.nullable;
    shape.binary = has_binary_form<field>;
    shape.max_length = facts.max_length;
    shape.labels = label_list<field>();
    shape.fixed_length = facts.fixed_length;
    return shape;
}

// Whether every column of a table has a binary form.
template<typename Schema, std::size_t Table>
inline constexpr bool has_binary_columns = []<std::size_t... Columns>(std::index_sequence<Columns...>) {
    return (has_binary_form<field_type<typename Schema::template row_at<Table>, Columns>> && ...);
}(std::make_index_sequence<catalog_of<Schema>.tables[Table].written_count>{});

template<typename Schema, std::size_t Table>
table_shape shape_of_table() {
    constexpr catalog_table entry = catalog_of<Schema>.tables[Table];
    table_shape shape{entry.schema_name, entry.name, {}};
    [&shape]<std::size_t... Columns>(std::index_sequence<Columns...>) {
        (shape.columns.push_back(shape_of_column<Schema, Table, Columns>()), ...);
    }(std::make_index_sequence<entry.written_count>{});
    return shape;
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

    void write(std::size_t table, row_form form, std::uint64_t first, std::uint64_t last,
               byte_buffer& out) const override {
        with_format(form, [&]<typename Format>(const Format& format) {
            static constexpr auto writers = writers_of<Format>(indices{});
            writers[table](data_, format, first, last, out);
        });
    }
    void insert(std::size_t table, std::uint64_t first, std::uint64_t last,
                sqlite_statement& insert) const override {
        static constexpr auto writers = writers_of<sqlite_row>(indices{});
        byte_buffer nothing;
        writers[table](data_, sqlite_row{insert}, first, last, nothing);
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
        case row_form::copy_text:
            return action(copy_text_format{});
        case row_form::copy_binary:
            return action(copy_binary_format{});
        }
    }

    template<typename Format>
    using writer = void (*)(const dataset<Schema>&, const Format&, std::uint64_t, std::uint64_t,
                            byte_buffer&);

    template<typename Format, std::size_t... Tables>
    static constexpr std::array<writer<Format>, Schema::table_count>
    writers_of(std::index_sequence<Tables...>) {
        return {&write_table<Format, Tables>...};
    }
    template<typename Format, std::size_t Table>
    static void write_table(const dataset<Schema>& data, const Format& format, std::uint64_t first,
                            std::uint64_t last, byte_buffer& out) {
        // A table without a binary form is never asked for one: its shape says so.
        if constexpr (!std::is_same_v<Format, copy_binary_format> ||
                      detail::has_binary_columns<Schema, Table>) {
            write_rows<Table>(data, format, first, last, out);
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
    [[nodiscard]] catalog_view catalog() const override { return catalog_of<Schema>.view(); }
    [[nodiscard]] std::span<const schema_index> order() const override {
        return {fill_order_of<Schema>.tables.data(), fill_order_of<Schema>.size};
    }
    [[nodiscard]] std::vector<std::size_t> existing_columns(std::size_t table) const override {
        return needed_of_existing<Schema>(table);
    }
    [[nodiscard]] std::unique_ptr<program_plan> plan(const plan_request& request) const override {
        plan_options<Schema> options;
        options.seed = request.seed;
        options.now = request.now;
        std::array<bool, Schema::table_count> flexible{};
        for (std::size_t table = 0; table < options.rows.size(); ++table) {
            options.rows[table] = request.rows[table];
            flexible[table] = !request.flexible.empty() && request.flexible[table];
        }
        set_existing(options, request.existing);
        auto notes = fit_rows(options, flexible);
        return std::make_unique<typed_plan<Schema>>(options, std::move(notes));
    }
};

} // namespace synth

#endif
