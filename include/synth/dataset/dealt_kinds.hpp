// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_DEALT_KINDS_HPP
#define SYNTH_DATASET_DEALT_KINDS_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <synth/core/interval_set.hpp>
#include <synth/core/lazy_type.hpp>
#include <synth/dataset/options.hpp>
#include <synth/dataset/own_checks.hpp>
#include <synth/dataset/row_selection.hpp>
#include <synth/dataset/selective.hpp>
#include <synth/dataset/sure_numbers.hpp>
#include <synth/generate/allowed_values.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/generate/text_functions.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

// Calls a function with the child's row and the place of its column, for every reference that selects rows by
// a column.
template<typename Schema, std::size_t Table, std::size_t Column, typename Function>
void for_each_selecting(const Function& function) {
    const auto look = [&]<std::size_t Reference>(std::integral_constant<std::size_t, Reference>) {
        constexpr std::size_t place = selecting_place<Schema>(Reference, Table, Column);
        if constexpr (place != no_index) {
            constexpr catalog_reference reference = catalog_of<Schema>.references[Reference];
            function.template
            operator()<typename Schema::template row_at<reference.child>, reference.child_columns[place]>();
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
    using names = detail::lazy_list<std::string_view, Schema>;

public:
    static constexpr bool texts = std::is_same_v<value, std::string>;

    explicit dealt_kinds(const column_plan& plan) {
        if constexpr (is_repeated_kind<Schema, Table, Column>) {
            take_from_key(plan);
        } else if constexpr (texts) {
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
    /// Whether a text is a kind of its own, or one that some reference may not find among those without a
    /// name.
    [[nodiscard]] bool is_told_apart(std::string_view text) const {
        return is_among(constants_, text) || is_among(avoided_, text);
    }
    /// The numbers of a kind; one that is not divided further may have numbers of others.
    [[nodiscard]] const interval_set& numbers(std::uint64_t kind) const { return sets_[kind]; }

    /// Whether a kind has the same values as one of another column, as far as these are told one by one; any
    /// text without a name may be one of those.
    template<typename Other>
    [[nodiscard]] bool has_values_of(std::uint64_t kind, const Other& other, std::uint64_t theirs) const {
        if constexpr (texts != Other::texts) {
            return false;
        } else if constexpr (texts) {
            return is_named(kind) && other.is_named(theirs) && text(kind) == other.text(theirs);
        } else {
            const interval_set& mine = numbers(kind);
            return mine.count() == 1 && other.numbers(theirs).count() == 1 &&
                   mine.low() == other.numbers(theirs).low();
        }
    }

    /// What is known of the values of a kind.
    [[nodiscard]] possible_value known_of(std::uint64_t kind) const {
        possible_value result;
        if constexpr (texts) {
            result = is_named(kind) ? possible_value::of(text(kind)) : result;
        } else {
            result.low = sets_[kind].low();
            result.high = sets_[kind].high();
        }
        return result;
    }

    /// The kinds whose values the checks of a child's column all allow, as bits.
    template<typename Child, std::size_t ChildColumn>
    [[nodiscard]] std::uint64_t allowed_by() const {
        std::uint64_t bits = 0;
        const auto add = [&bits](std::uint64_t kind, bool allowed) {
            bits |= allowed ? std::uint64_t{1} << kind : 0;
        };
        if constexpr (texts) {
            using checks = own_checks<Child, ChildColumn>;
            const detail::test_of_column<Child, ChildColumn> keeps;
            for (std::uint64_t kind = 0; kind < constants_.size(); ++kind) {
                add(kind, keeps(possible_value::of(constants_[kind])));
            }
            // Where nothing is known of texts without a name they serve if none with a name does.
            const allowed_values own = detail::allowed_by_checks<Child, ChildColumn>();
            const bool may = others_ && own.values.contains(static_cast<int128>(checks::constants.size()));
            add(constants_.size(), may && (bits == 0 || (own.complete && !own.limits_texts())));
        } else if (single_) {
            const detail::test_of_column<Child, ChildColumn> keeps;
            for (std::uint64_t kind = 0; kind < sets_.size(); ++kind) {
                add(kind, keeps(possible_value::of(sets_[kind].low())));
            }
        } else {
            const interval_set sure = detail::numbers_allowed_for_sure<Child, ChildColumn>();
            for (std::uint64_t kind = 0; kind < sets_.size(); ++kind) {
                add(kind, detail::has_all(sure, sets_[kind]));
            }
        }
        return bits;
    }

private:
    // Those of the key that it repeats, but what its own checks refuse.
    void take_from_key(const column_plan& plan) {
        constexpr derived_column derived =
            derivation_of<Schema>.columns[catalog_of<Schema>.tables[Table].first_column + Column];
        constexpr std::size_t parent = catalog_of<Schema>.references[derived.reference].parent;
        const dealt_kinds<Schema, parent, derived.parent_column> all{
            detail::plan_of_column<Schema, parent>(derived.parent_column, plan.now)};
        const std::uint64_t allowed = all.template allowed_by<row_type, Column>();
        for (std::uint64_t kind = 0; kind < all.size(); ++kind) {
            if ((allowed >> kind & 1U) == 0) {
                continue;
            }
            if constexpr (texts) {
                constants_.push_back(all.text(kind));
            } else {
                sets_.push_back(all.numbers(kind));
                single_ = true;
            }
        }
        if (constants_.empty() && sets_.empty()) {
            throw refusal(plan,
                          "the checks of the column allow none of the keys that it repeats; loosen one of "
                          "them");
        }
    }

    // What children ask for comes first: there may be more that the column's own checks name.
    void find_texts(const column_plan& plan) {
        const detail::test_of_column<row_type, Column> keeps;
        const auto add = [&](std::string_view name) {
            const bool fits = plan.max_length == 0 ||
                              static_cast<std::uint64_t>(detail::length_of(name, false)) <= plan.max_length;
            if (fits && constants_.size() + 1 < most_kinds && !is_among(constants_, name) &&
                keeps(possible_value::of(name))) {
                constants_.push_back(name);
            }
        };
        detail::for_each_selecting<Schema, Table, Column>([&]<typename Child, std::size_t ChildColumn>() {
            const detail::test_of_column<Child, ChildColumn> child_keeps;
            for (const std::string_view name : own_checks<Child, ChildColumn>::constants) {
                avoided_.push_back(name);
                if (child_keeps(possible_value::of(name))) {
                    add(name);
                }
            }
        });
        using checks = own_checks<row_type, Column>;
        for (const std::string_view name : checks::constants) {
            add(name);
        }
        std::ranges::sort(constants_);
        others_ = constants_.empty() || detail::allowed_by_checks<row_type, Column>().values.contains(
                                            static_cast<int128>(checks::constants.size()));
    }

    void find_numbers(const column_plan& plan) {
        const detail::test_of_column<row_type, Column> keeps;
        const interval_set all =
            detail::allowed_by_checks<row_type, Column>().values & natural_numbers<value>(plan);
        single_ = all.count() <= most_kinds;
        for (std::uint64_t place = 0; single_ && place < all.count(); ++place) {
            if (keeps(possible_value::of(all.at(place)))) {
                sets_.emplace_back(all.at(place), all.at(place));
            }
        }
        if (sets_.empty()) {
            single_ = false;
            sets_.push_back(detail::taken_as_exact(all));
            detail::for_each_selecting<Schema, Table, Column>([&]<typename Child, std::size_t ChildColumn>() {
                split(detail::numbers_allowed_for_sure<Child, ChildColumn>());
            });
            // A number that the column's own checks refuse is no kind.
            if (sets_.size() > 1) {
                std::erase_if(sets_, [&keeps](const interval_set& each) {
                    return each.count() == 1 && !keeps(possible_value::of(each.low()));
                });
            }
            sort_sets();
        }
    }

    // Divides kinds into what is in a set and what is not. What is not cannot be said of numbers that come
    // again: then the kind stays as it was beside those of it that are in the set.
    void split(const interval_set& by) {
        const std::size_t before = sets_.size();
        for (std::size_t kind = 0; kind < before && sets_.size() < most_kinds; ++kind) {
            const interval_set inside = sets_[kind] & by;
            if (inside.empty() || !inside.exact() || detail::has_all(by, sets_[kind])) {
                continue;
            }
            const interval_set outside = by.is_gapless() ? sets_[kind] & !by : sets_[kind];
            sets_[kind] = inside;
            sets_.push_back(outside);
        }
    }

    // The order of kinds must not be that of the references that ask for them.
    void sort_sets() {
        std::ranges::sort(sets_, [](const interval_set& left, const interval_set& right) {
            return left.low() != right.low() ? left.low() < right.low() : left.count() < right.count();
        });
    }

    [[nodiscard]] static bool is_among(const names& all, std::string_view name) {
        return std::ranges::find(all, name) != all.end();
    }

    names constants_; // of texts
    names avoided_;   // what checks of children compare with
    bool others_{};
    detail::lazy_list<interval_set, Schema> sets_; // of numbers
    bool single_{};
};

namespace detail {

/// The kinds of a column, found again by whoever needs them.
template<typename Schema, std::size_t Table, std::size_t Column>
[[nodiscard]] dealt_kinds<Schema, Table, Column> kinds_of_column(const timestamp& now) {
    return dealt_kinds<Schema, Table, Column>{plan_of_column<Schema, Table>(Column, now)};
}

} // namespace detail

} // namespace synth

#endif
