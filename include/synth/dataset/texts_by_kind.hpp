// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_TEXTS_BY_KIND_HPP
#define SYNTH_DATASET_TEXTS_BY_KIND_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <synth/core/interval_set.hpp>
#include <synth/core/lazy_type.hpp>
#include <synth/dataset/check_plan.hpp>
#include <synth/dataset/check_state.hpp>
#include <synth/dataset/generator_of.hpp>
#include <synth/dataset/options.hpp>
#include <synth/dataset/own_checks.hpp>
#include <synth/generate/allowed_key.hpp>
#include <synth/generate/allowed_texts.hpp>
#include <synth/generate/check_patterns.hpp>
#include <synth/generate/evaluation.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/pattern.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/text_language.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/schema/check.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

// Whether an expression says of a text column what it looks like: a pattern, a length, a constant.
[[nodiscard]] constexpr bool says_form_of(std::span<const expression_node> nodes, std::size_t column) {
    bool found = false;
    for (std::size_t index = 0; index + 1 < nodes.size(); ++index) {
        const expression_node& next = nodes[index + 1];
        const bool constant = next.what == operation::constant && next.kind == value_kind::text;
        found = found || (nodes[index].what == operation::column && nodes[index].column == column &&
                          (constant || next.what == operation::length));
    }
    return found;
}

template<typename Schema, std::size_t Table, std::size_t Column>
consteval bool find_formed_key() {
    using row_type = typename Schema::template row_at<Table>;
    constexpr const auto& list = checks_of<row_type>;
    bool found = false;
    if constexpr (list.joins(Column) && is_undescribed<Schema, Table, Column> &&
                  std::is_same_v<value_type_of<field_type<row_type, Column>>, std::string> &&
                  derived_of<Schema, Table, Column>.source == column_source::key) {
        for (const check_facts& check : list.checks) {
            found = found || (check.size > 0 && check.columns.size() > 1 &&
                              says_form_of(list.nodes_of(check), Column));
        }
    }
    return found;
}

} // namespace detail

/// Whether checks that tie a key of texts to other columns say what its texts look like.
template<typename Schema, std::size_t Table, std::size_t Column>
inline constexpr bool is_formed_key = detail::find_formed_key<Schema, Table, Column>();

/// The texts that a key may have for each kind of row: `kind = 'phone' AND contact ~ '^\+[0-9]+$' OR kind =
/// 'mail' AND contact LIKE '%@%'` has two. A key cannot heed the kind, so its texts are those of all kinds,
/// and the kind is chosen to fit the text. Kinds are the values of columns that have but a few.
template<typename Schema, std::size_t Table, std::size_t Column, typename Pattern = pattern>
class texts_by_kind {
    using plan = check_plan<Schema, Table>;
    using row_type = typename plan::row_type;
    using tied = tied_columns<Schema, Table>;
    using row_values = std::array<possible_value, plan::slots>;
    static constexpr std::size_t text_slot = plan::slot_of(Column);

public:
    explicit texts_by_kind(const column_plan& column) : column_(column), tied_(plans()) {
        row_values row;
        for (std::size_t slot = 0; slot < plan::slots; ++slot) {
            row[slot] = tied_.slot(slot).open;
        }
        row[text_slot] = {};
        add_kinds<0>(row);
    }

    /// The texts of all kinds, numbered.
    [[nodiscard]] detail::lazily<allowed_domain<std::string>, Pattern> domain() const {
        std::vector<allowed_texts<Pattern>> kinds;
        for (const Pattern& each : languages_) {
            kinds.emplace_back(each, column_, many);
        }
        if (kinds.empty()) {
            throw refusal(column_, "the checks of the column allow no text that fits it; loosen one of them");
        }
        return {std::move(kinds), column_};
    }

private:
    static constexpr std::uint64_t many = std::uint64_t{1} << 40U; // texts of each kind
    static constexpr std::uint64_t most_values = 16;               // of a column that tells kinds apart
    static constexpr std::size_t most_kinds = 64;
    static constexpr std::size_t most_rows = 1'024; // combinations of such values that are looked at

    [[nodiscard]] auto plans() const {
        return
            [this](std::size_t other) { return detail::plan_of_column<Schema, Table>(other, column_.now); };
    }

    // Whether a column stands beside the text in a check, and is chosen for each row.
    [[nodiscard]] static constexpr bool tells_kinds(std::size_t slot) {
        bool found = false;
        for (const check_facts& check : plan::joint.checks) {
            found = found || (check.columns.contains(Column) && check.columns.contains(plan::columns[slot]));
        }
        return found && slot != text_slot && plan::chooses(plan::columns[slot]);
    }

    // Gives the columns their values, one after another, each of those that it may have.
    template<std::size_t Slot>
    void add_kinds(row_values& row) {
        if constexpr (Slot == plan::slots) {
            add_kind(row);
        } else if constexpr (!tells_kinds(Slot)) {
            add_kinds<Slot + 1>(row);
        } else {
            const possible_value open = row[Slot];
            const auto values = values_of<Slot>();
            for (const possible_value& each : values) {
                if (looked_at_ < most_rows) {
                    row[Slot] = each;
                    add_kinds<Slot + 1>(row);
                }
            }
            row[Slot] = open;
            if (values.empty()) {
                add_kinds<Slot + 1>(row);
            }
        }
    }

    // Its few values; none where it has many.
    template<std::size_t Slot>
    [[nodiscard]] auto values_of() const {
        constexpr std::size_t column = plan::columns[Slot];
        using value = value_type_of<field_type<row_type, column>>;
        detail::lazy_list<possible_value, Schema> all;
        if constexpr (std::is_same_v<value, std::string>) {
            for (const std::string_view text : own_checks<row_type, column>::allowed_constants()) {
                all.push_back(possible_value::of(text));
            }
        } else if constexpr (whole_numbered<value>) {
            const interval_set numbers = tied_.slot(Slot).own.values & tied_.slot(Slot).natural;
            for (std::uint64_t index = 0; numbers.count() <= most_values && index < numbers.count();
                 ++index) {
                all.push_back(possible_value::of(numbers.at(index)));
            }
        }
        return all;
    }

    void add_kind(const row_values& row) {
        if (languages_.size() == most_kinds || ++looked_at_ > most_rows) {
            return;
        }
        Pattern texts =
            Pattern::any().with_length(1, column_.max_length == 0 ? Pattern::unlimited : column_.max_length);
        for (const check_facts& check : plan::joint.checks) {
            const auto nodes = plan::joint.nodes_of(check);
            if (!evaluation{nodes, row, tied_.patterns().source()}.at(nodes.size() - 1).may_hold()) {
                return;
            }
            if (check.columns.contains(Column)) {
                const auto some =
                    text_language<Pattern>{nodes, text_slot, row, tied_.patterns().source()}.whole();
                texts = some ? texts & *some : texts;
            }
        }
        if constexpr (has_own_checks<row_type, Column>) {
            const auto own = own_checks<row_type, Column>::language();
            texts = own ? texts & *own : texts;
        }
        for (const Pattern& each : languages_) {
            texts = texts & !each;
        }
        if (!texts.empty()) {
            languages_.push_back(texts);
        }
    }

    column_plan column_;
    tied tied_;
    std::vector<Pattern> languages_;
    std::size_t looked_at_{};
};

} // namespace synth

#endif
