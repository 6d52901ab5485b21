// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_DEALT_KINDS_HPP
#define SYNTH_DATASET_DEALT_KINDS_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <synth/core/interval_set.hpp>
#include <synth/core/plan_error.hpp>
#include <synth/dataset/options.hpp>
#include <synth/dataset/own_checks.hpp>
#include <synth/dataset/row_selection.hpp>
#include <synth/dataset/selective.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/generate/within.hpp>
#include <synth/random/draw.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

// Whether a value keeps to the checks that a column has for itself.
template<typename Row, std::size_t Column>
[[nodiscard]] bool keeps_own_checks(const possible_value& value) {
    if constexpr (own_checks<Row, Column>::exist) {
        return own_test<Row, Column>{}(value);
    } else {
        static_cast<void>(value);
        return true;
    }
}

// What the checks of a column allow, of texts nothing but the constants.
template<typename Row, std::size_t Column>
[[nodiscard]] interval_set numbers_of_own_checks() {
    if constexpr (own_checks<Row, Column>::exist) {
        return own_checks<Row, Column>::allowed().values;
    } else {
        return interval_set::all();
    }
}

// Calls a function with every reference that selects rows by a column, and the child's column behind it.
template<typename Schema, std::size_t Table, std::size_t Column, typename Function>
void for_each_selecting(const Function& function) {
    const auto look = [&]<std::size_t Reference>(std::integral_constant<std::size_t, Reference>) {
        if constexpr (selects_column<Schema, Table, Column, Reference>()) {
            constexpr catalog_reference reference = catalog_of<Schema>.references[Reference];
            constexpr std::size_t child = reference.child_columns[selective_place<Schema, Reference>];
            function
                .template operator()<Reference, typename Schema::template row_at<reference.child>, child>();
        }
    };
    [&]<std::size_t... References>(std::index_sequence<References...>) {
        (look(std::integral_constant<std::size_t, References>{}), ...);
    }(std::make_index_sequence<catalog_of<Schema>.references.size()>{});
}

} // namespace detail

/// The kinds of a column by which references select rows: values that their checks name, or sets of values
/// that all of them treat alike. Built when a dataset is planned.
template<typename Schema, std::size_t Table, std::size_t Column>
class dealt_kinds {
    using row_type = typename Schema::template row_at<Table>;
    using value = value_type_of<field_type<row_type, Column>>;
    static constexpr bool texts = std::is_same_v<value, std::string>;

public:
    explicit dealt_kinds(const column_plan& plan) {
        if constexpr (texts) {
            find_texts(plan);
        } else {
            find_numbers(plan);
        }
    }

    /// How many kinds there are, at least one.
    [[nodiscard]] std::uint64_t size() const {
        return texts ? constants_.size() + (others_ ? 1 : 0) : sets_.size();
    }
    /// The text of a kind; no text of all that are not named.
    [[nodiscard]] bool is_named(std::uint64_t kind) const { return kind < constants_.size(); }
    [[nodiscard]] std::string_view text(std::uint64_t kind) const { return constants_[kind]; }
    [[nodiscard]] const interval_set& numbers(std::uint64_t kind) const { return sets_[kind]; }

    /// The kinds that the checks of a child's column allow, as bits.
    template<typename Child, std::size_t ChildColumn>
    [[nodiscard]] std::uint64_t allowed_by() const {
        std::uint64_t bits = 0;
        for (std::uint64_t kind = 0; kind < (texts ? constants_.size() : sets_.size()); ++kind) {
            const bool allowed =
                texts ? detail::keeps_own_checks<Child, ChildColumn>(possible_value::of(constants_[kind]))
                : single_
                    ? detail::keeps_own_checks<Child, ChildColumn>(possible_value::of(sets_[kind].low()))
                    : detail::numbers_of_own_checks<Child, ChildColumn>().contains(sets_[kind].low());
            bits |= allowed ? std::uint64_t{1} << kind : 0;
        }
        // Texts without a name serve where none with a name does.
        return bits == 0 && others_ ? std::uint64_t{1} << constants_.size() : bits;
    }

private:
    void find_texts(const column_plan& plan) {
        const auto add = [&](const auto& names) {
            for (const std::string_view name : names) {
                const bool fits = plan.max_length == 0 || name.size() <= plan.max_length;
                if (fits && constants_.size() + 1 < most_kinds &&
                    std::ranges::find(constants_, name) == constants_.end() &&
                    detail::keeps_own_checks<row_type, Column>(possible_value::of(name))) {
                    constants_.push_back(name);
                }
            }
        };
        using checks = own_checks<row_type, Column>;
        add(checks::constants);
        detail::for_each_selecting<Schema, Table, Column>(
            [&]<std::size_t, typename Child, std::size_t ChildColumn>() {
                add(own_checks<Child, ChildColumn>::constants);
            });
        others_ = constants_.empty() || detail::numbers_of_own_checks<row_type, Column>().contains(
                                            static_cast<int128>(checks::constants.size()));
    }

    void find_numbers(const column_plan& plan) {
        const interval_set all =
            detail::numbers_of_own_checks<row_type, Column>() & natural_numbers<value>(plan);
        single_ = all.count() <= most_kinds;
        for (std::uint64_t place = 0; single_ && place < all.count(); ++place) {
            if (detail::keeps_own_checks<row_type, Column>(possible_value::of(all.at(place)))) {
                sets_.emplace_back(all.at(place), all.at(place));
            }
        }
        if (sets_.empty()) {
            single_ = false;
            sets_.push_back(all);
            detail::for_each_selecting<Schema, Table, Column>(
                [&]<std::size_t, typename Child, std::size_t ChildColumn>() {
                    split(detail::numbers_of_own_checks<Child, ChildColumn>());
                });
        }
    }

    // Numbers of one kind are all in the set, or none of them is.
    void split(const interval_set& by) {
        const std::size_t before = sets_.size();
        for (std::size_t kind = 0; kind < before && sets_.size() < most_kinds; ++kind) {
            const interval_set inside = sets_[kind] & by;
            const interval_set outside = sets_[kind] & !by;
            if (!inside.empty() && !outside.empty()) {
                sets_[kind] = inside;
                sets_.push_back(outside);
            }
        }
    }

    std::vector<std::string_view> constants_; // of texts
    bool others_{};
    std::vector<interval_set> sets_; // of numbers
    bool single_{};
};

/// A column whose kinds are dealt out to the rows; a kind of several values draws one of them. `Base` makes
/// values that keep to the column's own checks.
template<typename Schema, std::size_t Table, std::size_t Column, typename Base>
class bound_dealt_kinds {
    using row_type = typename Schema::template row_at<Table>;
    using value = value_type_of<field_type<row_type, Column>>;
    using kinds = dealt_kinds<Schema, Table, Column>;
    static constexpr bool tested = own_checks<row_type, Column>::exist;
    using test = std::conditional_t<tested, own_test<row_type, Column>, value_test>;
    static constexpr auto within = [] {
        if constexpr (std::is_same_v<value, std::string>) {
            return std::type_identity<int>{};
        } else {
            return std::type_identity<bound_within<value, Base, test>>{};
        }
    }();

public:
    bound_dealt_kinds(const Base& base, const column_plan& plan) : base_(base), kinds_(plan) {
        if constexpr (!std::is_same_v<value, std::string>) {
            std::optional<test> keeps;
            if constexpr (tested) {
                keeps.emplace();
            }
            for (std::uint64_t kind = 0; kind < kinds_.size(); ++kind) {
                within_.emplace_back(base, kinds_.numbers(kind), keeps, plan);
            }
        }
    }

    auto operator()(draw& cell) const {
        const std::uint64_t kind = kind_of_row(cell.row(), kinds_.size());
        if constexpr (std::is_same_v<value, std::string>) {
            chosen_text<std::remove_cvref_t<decltype(base_(cell))>> result;
            if (kinds_.is_named(kind)) {
                result.constant = kinds_.text(kind);
            } else {
                result.made.emplace(base_(cell));
            }
            return result;
        } else {
            const interval_set& numbers = kinds_.numbers(kind);
            return numbers.count() == 1 ? of_whole_number<value>(numbers.low()) : within_[kind](cell);
        }
    }

private:
    Base base_;
    kinds kinds_;
    std::vector<typename decltype(within)::type> within_;
};

namespace detail {

// What a generator may know of a column, but for the rows and the stream of its table.
inline column_plan plan_of_column(const catalog_table& table, const column_facts& facts,
                                  const timestamp& now) {
    column_plan plan;
    plan.table = table.name;
    plan.column = facts.name;
    plan.max_length = facts.max_length;
    plan.fixed_length = facts.fixed_length;
    plan.fraction_digits = facts.fraction_digits;
    plan.now = now;
    return plan;
}

} // namespace detail

/// The rows of its parent among which a reference chooses.
template<typename Schema, std::size_t Reference>
using selection_type = std::conditional_t<is_selective<Schema, Reference>, row_selection, all_rows>;

template<typename Schema, std::size_t Reference>
[[nodiscard]] auto selection_of(const plan_options<Schema>& options) {
    if constexpr (!is_selective<Schema, Reference>) {
        static_cast<void>(options);
        return all_rows{};
    } else {
        constexpr catalog_reference reference = catalog_of<Schema>.references[Reference];
        constexpr std::size_t place = selective_place<Schema, Reference>;
        constexpr std::size_t column = reference.parent_columns[place];
        constexpr catalog_table parent = catalog_of<Schema>.tables[reference.parent];
        constexpr catalog_column facts = catalog_of<Schema>.columns[parent.first_column + column];
        const dealt_kinds<Schema, reference.parent, column> kinds{
            detail::plan_of_column(parent, facts, options.now)};
        const std::uint64_t bits =
            kinds.template allowed_by<typename Schema::template row_at<reference.child>,
                                      reference.child_columns[place]>();
        if (bits == 0) {
            constexpr catalog_table child = catalog_of<Schema>.tables[reference.child];
            throw plan_error{
                std::string{child.name} + "." +
                std::string{
                    catalog_of<Schema>.columns[child.first_column + reference.child_columns[place]].name} +
                ": its checks allow no value that the checks of " + std::string{parent.name} + "." +
                std::string{facts.name} + ", which it repeats, allow; loosen one of them"};
        }
        return row_selection{kinds.size(), bits};
    }
}

/// How many rows of its parent a reference can choose from.
template<typename Schema, std::size_t Reference>
[[nodiscard]] std::uint64_t parents_of(const plan_options<Schema>& options) {
    return selection_of<Schema, Reference>(options).rank(
        options.rows[catalog_of<Schema>.references[Reference].parent]);
}

/// How many rows can own those of a table.
template<typename Schema, std::size_t Table>
[[nodiscard]] std::uint64_t owners_of(const plan_options<Schema>& options) {
    constexpr derived_table derived = derivation_of<Schema>.tables[Table];
    if constexpr (derived.owner_reference != no_index) {
        return parents_of<Schema, derived.owner_reference>(options);
    } else if constexpr (derived.owner != no_index) {
        return options.rows[derived.owner];
    } else {
        return 0;
    }
}

} // namespace synth

#endif
