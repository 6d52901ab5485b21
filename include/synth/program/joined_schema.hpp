// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_PROGRAM_JOINED_SCHEMA_HPP
#define SYNTH_PROGRAM_JOINED_SCHEMA_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <synth/core/plan_error.hpp>
#include <synth/database/existing_texts.hpp>
#include <synth/program/program_schema.hpp>
#include <synth/program/row_counts.hpp>
#include <synth/schema/catalog.hpp>

namespace synth {

namespace detail {

// Where a table of a joined schema is, and where a table of a part is among all.
struct part_place {
    std::size_t part{};
    std::size_t table{};
};
using parts_of_schema = std::vector<std::unique_ptr<program_schema>>;
using table_map = std::vector<std::vector<std::optional<std::size_t>>>; // by part and its table

// The plans of all parts; each table is written by the part that has it whole.
class joined_plan final : public program_plan {
public:
    joined_plan(std::vector<std::unique_ptr<program_plan>> plans, std::vector<part_place> tables,
                std::vector<part_place> references, std::vector<std::string> notes)
        : plans_(std::move(plans)), tables_(std::move(tables)), references_(std::move(references)),
          notes_(std::move(notes)) {}

    [[nodiscard]] const table_shape& shape(std::size_t table) const override {
        return plan_of(table).shape(tables_[table].table);
    }
    [[nodiscard]] std::uint64_t rows(std::size_t table) const override {
        return plan_of(table).rows(tables_[table].table);
    }
    void begin(std::size_t table, row_form form, byte_buffer& out) const override {
        plan_of(table).begin(tables_[table].table, form, out);
    }
    void end(std::size_t table, row_form form, byte_buffer& out) const override {
        plan_of(table).end(tables_[table].table, form, out);
    }
    [[nodiscard]] std::unique_ptr<table_writer> writer(std::size_t table, row_form form,
                                                       std::uint64_t rows) const override {
        return plan_of(table).writer(tables_[table].table, form, rows);
    }
    void insert(std::size_t table, std::uint64_t first, std::uint64_t last,
                sqlite_statement& insert) const override {
        plan_of(table).insert(tables_[table].table, first, last, insert);
    }
    [[nodiscard]] std::string explain_column(std::size_t table, std::size_t column) const override {
        return plan_of(table).explain_column(tables_[table].table, column);
    }
    [[nodiscard]] std::string explain_rows(std::size_t table) const override { return notes_[table]; }
    [[nodiscard]] std::string explain_reference(std::size_t reference) const override {
        return plans_[references_[reference].part]->explain_reference(references_[reference].table);
    }

private:
    [[nodiscard]] const program_plan& plan_of(std::size_t table) const {
        return *plans_[tables_[table].part];
    }

    std::vector<std::unique_ptr<program_plan>> plans_;
    std::vector<part_place> tables_;
    std::vector<part_place> references_;
    std::vector<std::string> notes_;
};

} // namespace detail

/// One schema out of parts that were compiled apart, so that hundreds of tables neither take one compiler's
/// memory nor are compiled again for a change in one of them. A table is the same in every part that has it,
/// because its cells are functions of names; it belongs to the first part that has it whole, and the others
/// know its keys (`synth::keys_of`). Planning throws plan_error where no part has a table whole to which one
/// refers: `run(joined_schema{shop::parts()}, arguments)`.
class joined_schema final : public program_schema {
public:
    explicit joined_schema(detail::parts_of_schema parts, scale_rule rows_at_scale = described_rows)
        : parts_(std::move(parts)), rows_at_scale_(std::move(rows_at_scale)) {
        find_tables();
        join_catalogs();
        find_order();
    }

    [[nodiscard]] catalog_view catalog() const override { return {tables_, columns_, keys_, references_}; }
    [[nodiscard]] std::span<const schema_index> order() const override { return order_; }
    [[nodiscard]] scale_rule rows_at_scale() const override { return rows_at_scale_; }

    [[nodiscard]] std::vector<std::size_t> existing_columns(std::size_t table) const override {
        std::vector<std::size_t> columns; // every part needs those to which its own tables refer
        each_place_of(table, [&](const program_schema& part, std::size_t local) {
            const std::vector<std::size_t> more = part.existing_columns(local);
            columns.insert(columns.end(), more.begin(), more.end());
        });
        std::ranges::sort(columns);
        columns.erase(std::ranges::unique(columns).begin(), columns.end());
        return columns;
    }

    [[nodiscard]] std::vector<std::size_t> sources_of(std::size_t table) const override {
        std::vector<std::size_t> sources;
        const detail::part_place& place = places_[table];
        for (const std::size_t local : parts_[place.part]->sources_of(place.table)) {
            if (const std::optional<std::size_t> source = all_[place.part][local]) {
                sources.push_back(*source);
            }
        }
        return sources;
    }

    [[nodiscard]] std::vector<std::string> fit(plan_request& request) const override {
        std::vector<std::string> notes(tables_.size());
        // What one part takes from a table, others have to follow. Parts only take, so it ends; what is not
        // settled by then the plan refuses.
        bool changed = true;
        for (std::size_t round = 0; changed && round <= tables_.size(); ++round) {
            changed = false;
            for (std::size_t part = 0; part < parts_.size(); ++part) {
                plan_request local = request_of(part, request);
                const std::vector<std::string> why = parts_[part]->fit(local);
                for (std::size_t table = 0; table < local.rows.size(); ++table) {
                    if (const auto joined = all_[part][table];
                        joined && request.rows[*joined] != local.rows[table]) {
                        request.rows[*joined] = local.rows[table];
                        notes[*joined] = why[table];
                        changed = true;
                    }
                }
            }
        }
        return notes;
    }

    [[nodiscard]] std::unique_ptr<program_plan> plan(const plan_request& request) const override {
        if (!missing_.empty()) {
            throw plan_error{missing_};
        }
        plan_request fitted = request;
        std::vector<std::string> notes = fit(fitted);
        fitted.flexible.clear();
        std::vector<std::unique_ptr<program_plan>> plans;
        plans.reserve(parts_.size());
        for (std::size_t part = 0; part < parts_.size(); ++part) {
            plans.push_back(parts_[part]->plan(request_of(part, fitted)));
        }
        require_agreement(plans);
        return std::make_unique<detail::joined_plan>(std::move(plans), places_, reference_places_,
                                                     std::move(notes));
    }

private:
    using full_name = std::pair<std::string_view, std::string_view>;

    [[nodiscard]] static full_name name_of(const catalog_table& table) {
        return {table.schema_name, table.name};
    }

    // Keys are made alike in all parts, or references would lead nowhere. They are not where a part does not
    // know of the tables that decide about a key.
    void require_agreement(const std::vector<std::unique_ptr<program_plan>>& plans) const {
        for (std::size_t part = 0; part < parts_.size(); ++part) {
            const catalog_view view = parts_[part]->catalog();
            for (std::size_t local = 0; local < all_[part].size(); ++local) {
                const std::optional<std::size_t> joined = all_[part][local];
                if (!joined) {
                    continue;
                }
                const detail::part_place& whole = places_[*joined];
                for (const catalog_key& key : view.keys_of(local)) {
                    for (const schema_index column : key.columns) {
                        if (whole.part != part &&
                            plans[part]->explain_column(local, column) !=
                                plans[whole.part]->explain_column(whole.table, column)) {
                            throw plan_error{
                                view.tables[local].shown() + "." +
                                std::string{view.columns_of(local)[column].name} + ": parts " +
                                std::to_string(whole.part + 1) + " and " + std::to_string(part + 1) +
                                " of the program would make this key differently; name the tables whose "
                                "checks or references decide about it in both of them"};
                        }
                    }
                }
            }
        }
    }

    template<typename Look>
    void each_place_of(std::size_t table, const Look& look) const {
        for (std::size_t part = 0; part < parts_.size(); ++part) {
            for (std::size_t local = 0; local < all_[part].size(); ++local) {
                if (all_[part][local] == table) {
                    look(*parts_[part], local);
                }
            }
        }
    }

    // Which tables there are, and in which part each is whole.
    void find_tables() {
        std::map<full_name, std::size_t> known;
        for (std::size_t part = 0; part < parts_.size(); ++part) {
            const auto tables = parts_[part]->catalog().tables;
            for (std::size_t local = 0; local < tables.size(); ++local) {
                if (!tables[local].keys_only &&
                    known.emplace(name_of(tables[local]), places_.size()).second) {
                    places_.push_back({part, local});
                }
            }
        }
        for (const auto& part : parts_) {
            auto& joined = all_.emplace_back();
            for (const catalog_table& table : part->catalog().tables) {
                const auto found = known.find(name_of(table));
                joined.push_back(found == known.end() ? std::nullopt : std::optional{found->second});
                if (found == known.end() && missing_.empty()) {
                    missing_ = table.shown() + ": no part of the program has this table whole; name its row "
                                               "without synth::keys_of in one of them";
                }
            }
        }
    }

    void join_catalogs() {
        for (const detail::part_place& place : places_) {
            const catalog_view view = parts_[place.part]->catalog();
            catalog_table table = view.tables[place.table];
            const auto index = static_cast<schema_index>(tables_.size());
            table.first_column = static_cast<schema_index>(columns_.size());
            table.first_key = static_cast<schema_index>(keys_.size());
            table.first_reference = static_cast<schema_index>(references_.size());
            const auto columns = view.columns_of(place.table);
            columns_.insert(columns_.end(), columns.begin(), columns.end());
            for (catalog_key key : view.keys_of(place.table)) {
                key.table = index;
                keys_.push_back(key);
            }
            for (std::size_t each = 0; each < table.reference_count; ++each) {
                const std::size_t local = view.tables[place.table].first_reference + each;
                catalog_reference reference = view.references[local];
                if (const auto parent = all_[place.part][reference.parent]) { // else `missing_` says so
                    reference.child = index;
                    reference.parent = static_cast<schema_index>(*parent);
                    references_.push_back(reference);
                    reference_places_.push_back({place.part, local});
                }
            }
            table.reference_count = static_cast<schema_index>(references_.size() - table.first_reference);
            tables_.push_back(table);
        }
    }

    // Parents first; of a cycle in the order that its part has found.
    void find_order() {
        std::vector<std::size_t> open;
        for (std::size_t part = 0; part < parts_.size(); ++part) {
            for (const std::size_t local : parts_[part]->order()) {
                const auto joined = all_[part][local];
                if (joined && places_[*joined].part == part && places_[*joined].table == local) {
                    open.push_back(*joined);
                }
            }
        }
        std::vector<bool> filled(tables_.size(), false);
        const auto is_ready = [&](std::size_t table) {
            return std::ranges::all_of(catalog().references_of(table), [&](const catalog_reference& each) {
                return each.parent == table || filled[each.parent];
            });
        };
        while (!open.empty()) {
            auto next = std::ranges::find_if(open, is_ready);
            next = next == open.end() ? open.begin() : next;
            filled[*next] = true;
            order_.push_back(static_cast<schema_index>(*next));
            open.erase(next);
        }
    }

    // A request for the tables of a part.
    [[nodiscard]] plan_request request_of(std::size_t part, const plan_request& request) const {
        plan_request local;
        local.seed = request.seed;
        local.now = request.now;
        for (std::size_t table = 0; table < all_[part].size(); ++table) {
            const std::optional<std::size_t> joined = all_[part][table];
            local.rows.push_back(joined ? request.rows[*joined] : 0);
            if (!request.flexible.empty()) {
                local.flexible.push_back(joined && request.flexible[*joined]);
            }
            for (const existing_texts& texts : request.existing) {
                if (texts.table() == joined) {
                    local.existing.push_back(texts.of_table(table));
                }
            }
        }
        return local;
    }

    detail::parts_of_schema parts_;
    scale_rule rows_at_scale_;
    std::vector<detail::part_place> places_; // of the tables
    detail::table_map all_;
    std::string missing_;
    std::vector<catalog_table> tables_;
    std::vector<catalog_column> columns_;
    std::vector<catalog_key> keys_;
    std::vector<catalog_reference> references_;
    std::vector<detail::part_place> reference_places_;
    std::vector<schema_index> order_;
};

} // namespace synth

#endif
