// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_TIED_KINDS_HPP
#define SYNTH_DATASET_TIED_KINDS_HPP

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <synth/core/lazy_type.hpp>
#include <synth/core/plan_error.hpp>
#include <synth/core/shared_value.hpp>
#include <synth/dataset/dealt_kinds.hpp>
#include <synth/dataset/generator_of.hpp>
#include <synth/dataset/ownership.hpp>
#include <synth/dataset/row_selection.hpp>
#include <synth/dataset/selected_columns.hpp>
#include <synth/generate/evaluation.hpp>
#include <synth/generate/possible_value.hpp>
#include <synth/schema/check.hpp>
#include <synth/schema/key_capacity.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// The rows of some combinations of kinds, numbered both ways as in row_selection: of each round of rows, in
/// which every combination that checks leave comes once, the same places are selected.
template<typename Lazy>
class basic_tied_selection : public selection_rounds {
    struct tables {
        detail::lazy_list<std::uint32_t, Lazy> below; // how many are selected before a place
        detail::lazy_list<std::uint32_t, Lazy> places;
    };

public:
    explicit basic_tied_selection(const detail::lazy_list<bool, Lazy>& selected)
        : tables_(tables_of(selected)) {
        round = selected.size();
        each_round = tables_->places.size();
    }

    [[nodiscard]] bool contains(std::uint64_t row) const { return rank(row) != rank(row + 1); }
    [[nodiscard]] std::uint64_t rank(std::uint64_t row) const {
        return row / round * each_round + tables_->below[row % round];
    }
    [[nodiscard]] std::uint64_t at(std::uint64_t rank) const {
        return rank / each_round * round + tables_->places[rank % each_round];
    }
    [[nodiscard]] owned_range ranks(const owned_range& rows) const {
        return {rows.parent, rank(rows.first), rank(rows.last)};
    }

private:
    [[nodiscard]] static tables tables_of(const detail::lazy_list<bool, Lazy>& selected) {
        tables made{{0}, {}};
        for (std::uint32_t place = 0; place < selected.size(); ++place) {
            if (selected[place]) {
                made.places.push_back(place);
            }
            made.below.push_back(static_cast<std::uint32_t>(made.places.size()));
        }
        return made;
    }

    shared_value<tables> tables_;
};
using tied_selection = basic_tied_selection<void>;

/// The combinations of kinds that the rows of a table have in turn, of the columns by which they are
/// selected: those that the checks over these columns leave.
template<typename Schema, std::size_t Table>
class tied_kinds {
    using row_type = typename Schema::template row_at<Table>;
    static constexpr const auto& columns = selected_of_table<Schema, Table>;
    static constexpr const auto& checks = checks_of<row_type>;
    static constexpr std::size_t count = columns.size();
    using combinations = detail::lazy_list<std::uint32_t, Schema>;

public:
    explicit tied_kinds(const timestamp& now) {
        std::array<std::vector<possible_value>, count> known;
        std::uint64_t all = 1;
        const auto add = [&]<std::size_t Place>(std::integral_constant<std::size_t, Place>) {
            constexpr std::size_t column = columns[Place];
            const auto kinds = detail::kinds_of_column<Schema, Table, column>(now);
            for (std::uint64_t kind = 0; kind < kinds.size(); ++kind) {
                known[Place].push_back(kinds.known_of(kind));
                known[Place].back().may_be_null =
                    nullable<field_type<row_type, column>> && !detail::is_referenced<Schema>(Table, column);
            }
            sizes_[Place] = kinds.size();
            all = multiply_capacity(all, sizes_[Place]);
        };
        [&]<std::size_t... Places>(std::index_sequence<Places...>) {
            (add(std::integral_constant<std::size_t, Places>{}), ...);
        }(std::make_index_sequence<count>{});
        if (all > most_combinations) {
            throw plan_error{shown() + ": the columns by which its rows are found have " +
                             std::to_string(all) +
                             " combinations of values, of which its checks leave some; " +
                             std::to_string(most_combinations) + " are looked through: loosen the checks"};
        }
        find(known, static_cast<std::uint32_t>(all));
    }

    /// The kind of a row by the column at a place of `selected_of_table`.
    [[nodiscard]] std::uint64_t kind_of_row(std::uint64_t row, std::size_t place) const {
        return digit(allowed_[row % allowed_.size()], place);
    }

    /// The rows that have some kinds by each column; there may be none.
    [[nodiscard]] tied_selection select(const std::array<selected_kinds, count>& taken) const {
        detail::lazy_list<bool, Schema> selected;
        for (const std::uint32_t combination : allowed_) {
            bool fits = true;
            for (std::size_t place = 0; place < count; ++place) {
                fits = fits && taken[place].takes(digit(combination, place));
            }
            selected.push_back(fits);
        }
        return tied_selection{selected};
    }
    /// The same for the reference of a child, which needs one.
    [[nodiscard]] tied_selection select(const std::array<selected_kinds, count>& taken,
                                        const std::string& child) const {
        const tied_selection selected = select(taken);
        if (selected.each_round == 0) {
            throw plan_error{child + ": no row of " + shown() +
                             " can keep to the checks of both; loosen one of them"};
        }
        return selected;
    }

private:
    static constexpr std::uint64_t most_combinations = std::uint64_t{1} << 20U;

    [[nodiscard]] static std::string shown() { return catalog_of<Schema>.tables[Table].shown(); }

    // Which kind a combination has by a column: its digits, as those of rows without checks.
    [[nodiscard]] std::uint64_t digit(std::uint64_t combination, std::size_t place) const {
        for (std::size_t before = 0; before < place; ++before) {
            combination /= sizes_[before];
        }
        return combination % sizes_[place];
    }

    void find(const std::array<std::vector<possible_value>, count>& known, std::uint32_t all) {
        std::array<possible_value, field_count<row_type>> row;
        row.fill(possible_value::anything());
        for (std::uint32_t combination = 0; combination < all; ++combination) {
            for (std::size_t place = 0; place < count; ++place) {
                row[columns[place]] = known[place][digit(combination, place)];
            }
            if (may_hold(row)) {
                allowed_.push_back(combination);
            }
        }
        if constexpr (key_place < count) {
            give_each_key_one();
        } else if constexpr (rooted != no_index) {
            put_roots_first(known);
        }
        if (allowed_.empty()) {
            throw plan_error{shown() + ": its checks leave no values for the columns by which its rows are "
                                       "found; loosen one of them"};
        }
    }

    // Of the combinations with a key one is left, another one for each key: a row has the key of its number.
    void give_each_key_one() {
        combinations rows;
        for (std::uint64_t key = 0; key < sizes_[key_place]; ++key) {
            combinations same;
            for (const std::uint32_t combination : allowed_) {
                bool fits = true;
                for (std::size_t place = 0; place < count; ++place) {
                    fits = fits && (!keys[place] || digit(combination, place) == key);
                }
                if (fits) {
                    same.push_back(combination);
                }
            }
            if (same.empty()) {
                break; // keys that none can follow are not reached
            }
            rows.push_back(same[key % same.size()]);
        }
        allowed_ = std::move(rows);
    }

    static constexpr std::size_t rooted = rooted_reference<Schema, Table>;

    // Whether a row of a combination may have a parent of another one; without one it is a root.
    template<typename Known>
    [[nodiscard]] bool may_be_below(const Known& known, std::uint32_t combination,
                                    const std::uint32_t* above) const {
        constexpr catalog_reference reference = catalog_of<Schema>.references[rooted];
        std::array<possible_value, field_count<row_type>> row;
        row.fill(possible_value::anything());
        for (std::size_t place = 0; place < count; ++place) {
            row[columns[place]] = known[place][digit(combination, place)];
        }
        for (std::size_t position = 0; position < reference.child_columns.size(); ++position) {
            possible_value& repeated = row[reference.child_columns[position]];
            const auto place = static_cast<std::size_t>(
                std::ranges::find(columns, reference.parent_columns[position]) - columns.begin());
            if (above == nullptr) {
                repeated = possible_value::null();
            } else if (place < count) {
                repeated = known[place][digit(*above, place)];
            } else {
                repeated.may_be_null = false;
            }
        }
        return may_hold(row);
    }

    // Roots, then what may be below them, and so on, so that every row finds parents among those before it.
    // What cannot be reached from a root is left out. So many combinations that each one beside each would
    // take long stay as they are: among them are some of every kind early on.
    template<typename Known>
    void put_roots_first(const Known& known) {
        constexpr std::size_t most_ordered = 1'024;
        if (allowed_.size() > most_ordered) {
            return;
        }
        combinations rows;
        const auto add = [&](const auto& fits) {
            for (const std::uint32_t combination : allowed_) {
                if (std::ranges::find(rows, combination) == rows.end() && fits(combination)) {
                    rows.push_back(combination);
                }
            }
        };
        add([&](std::uint32_t each) { return may_be_below(known, each, nullptr); });
        for (std::size_t before = 0; before < rows.size() && rows.size() < allowed_.size(); ++before) {
            const std::uint32_t above = rows[before];
            add([&](std::uint32_t each) { return may_be_below(known, each, &above); });
        }
        allowed_ = std::move(rows);
    }

    [[nodiscard]] static bool may_hold(const std::array<possible_value, field_count<row_type>>& row) {
        return std::ranges::all_of(checks.checks, [&](const check_facts& each) {
            return each.size == 0 || each.of_elements ||
                   evaluation{checks.nodes_of(each), row, {}}.at(each.size - std::size_t{1}).may_hold();
        });
    }

    static constexpr const auto& keys = selected_kind_keys<Schema, Table>;
    static constexpr auto key_place = static_cast<std::size_t>(std::ranges::find(keys, true) - keys.begin());

    std::array<std::uint64_t, count> sizes_{};
    combinations allowed_;
};

} // namespace synth

#endif
