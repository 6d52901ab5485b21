// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_KIND_MATCH_HPP
#define SYNTH_DATASET_KIND_MATCH_HPP

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <synth/core/indexed_set.hpp>
#include <synth/core/plan_error.hpp>
#include <synth/dataset/kind_order.hpp>
#include <synth/dataset/options.hpp>
#include <synth/dataset/parent_selection.hpp>
#include <synth/dataset/row_selection.hpp>
#include <synth/dataset/selected_columns.hpp>
#include <synth/dataset/tied_kinds.hpp>
#include <synth/schema/key_capacity.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// Whether a matched reference chooses among parents of the kind of another reference's: both accounts of a
/// transfer have one currency, and so have the customer and the plan of a subscription.
template<typename Schema, std::size_t Reference>
inline constexpr bool matches_kinds = derivation_of<Schema>.references[Reference].same_kinds != 0;

/// The rows of its parent among which such a reference chooses, for each kind.
template<typename Schema, std::size_t Reference>
class kind_match {
    static constexpr catalog_reference reference = catalog_of<Schema>.references[Reference];
    static constexpr std::uint32_t same = derivation_of<Schema>.references[Reference].same_kinds;
    static constexpr std::size_t via = derivation_of<Schema>.references[Reference].via;
    static constexpr catalog_reference decider = catalog_of<Schema>.references[via];
    static constexpr bool one_parent = decider.parent == reference.parent;
    static constexpr const auto& columns = selected_of_table<Schema, reference.parent>;
    static constexpr const auto& theirs = selected_of_table<Schema, decider.parent>;
    using all_columns = std::make_index_sequence<columns.size()>;
    using selection_type = std::conditional_t<has_tied_kinds<Schema, reference.parent>, tied_selection,
                                              row_selection<columns.size()>>;
    using kind_list = std::array<selected_kinds, columns.size()>;

    // The places in `columns` of those that must agree.
    static constexpr auto places = [] {
        std::array<std::size_t, std::popcount(same)> all{};
        std::size_t next = 0;
        for (std::size_t place = 0; place < reference.parent_columns.size(); ++place) {
            if ((same >> place & 1U) != 0) {
                all[next++] = static_cast<std::size_t>(
                    std::ranges::find(columns, reference.parent_columns[place]) - columns.begin());
            }
        }
        return all;
    }();
    // The columns of the deciding parent with which they agree.
    static constexpr auto deciding = [] {
        std::array<std::size_t, std::popcount(same)> all{};
        std::size_t next = 0;
        for (std::size_t place = 0; place < reference.parent_columns.size(); ++place) {
            if ((same >> place & 1U) != 0) {
                all[next++] =
                    decider.parent_columns[decider.child_columns.position(reference.child_columns[place])];
            }
        }
        return all;
    }();
    using all_places = std::make_index_sequence<places.size()>;

public:
    /// Refused where there are too many combinations of kinds, or where no row has a kind that is wanted.
    explicit kind_match(const plan_options<Schema>& options)
        : orders_(make_indexed_set(all_places{}, [&]<std::size_t Place>() {
              return kind_order<Schema, decider.parent, deciding[Place]>{options.now};
          })) {
        [&]<std::size_t... Places>(std::index_sequence<Places...>) {
            ((kinds_[Places] = kinds_there<Places>(options.now)), ...);
        }(all_places{});
        const kind_list taken = [&]<std::size_t... Columns>(std::index_sequence<Columns...>) {
            return kind_list{detail::kinds_taken<Schema, Reference, columns[Columns]>(options.now)...};
        }(all_columns{});
        std::uint64_t combinations = 1;
        for (std::size_t place = 0; place < places.size(); ++place) {
            sizes_[place] = taken[places[place]].kinds;
            combinations = multiply_capacity(combinations, sizes_[place]);
        }
        constexpr std::uint64_t most_combinations = most_kinds * most_kinds;
        if (combinations > most_combinations) {
            throw plan_error{catalog_of<Schema>.tables[reference.parent].shown() +
                             ": the columns in which "
                             "two rows of it must agree have " +
                             std::to_string(combinations) + " combinations of values, and " +
                             std::to_string(most_combinations) +
                             " are told apart; list fewer values in their checks"};
        }
        selections_.reserve(combinations);
        for (std::uint64_t combination = 0; combination < combinations; ++combination) {
            selections_.push_back(select(options, taken, combination));
        }
        if constexpr (!one_parent && has_tied_kinds<Schema, reference.parent>) {
            refuse_missing(options, std::make_index_sequence<theirs.size()>{});
        }
    }

    /// The rows of the kind of a row of the deciding parent.
    [[nodiscard]] const selection_type& selection(std::uint64_t row) const {
        return selections_[combination_of(row, all_places{})];
    }

    /// How many rows of one kind there are at least among so many in a row.
    [[nodiscard]] std::uint64_t fewest(std::uint64_t rows) const {
        std::uint64_t fewest = std::numeric_limits<std::uint64_t>::max();
        for (const selection_type& each : selections_) {
            fewest = each.each_round == 0 ? fewest : std::min(fewest, each.fewest(rows));
        }
        return fewest;
    }

    /// How many rows in a row have so many of each kind among them.
    [[nodiscard]] std::uint64_t rows_for(std::uint64_t selected) const {
        std::uint64_t most = 0;
        for (const selection_type& each : selections_) {
            most = each.each_round == 0 ? most : std::max(most, each.rows_for(selected));
        }
        return most;
    }

private:
    template<std::size_t... Places>
    [[nodiscard]] std::uint64_t combination_of(std::uint64_t row, std::index_sequence<Places...>) const {
        std::uint64_t combination = 0;
        ((combination = combination * sizes_[Places] +
                        kinds_[Places][get_indexed<Places>(orders_).kind_of_row(row, kinds_[Places].size())]),
         ...);
        return combination;
    }

    // Of each kind of the deciding parent's rows the one with its values. Kinds that its reference leaves out
    // need none.
    template<std::size_t Place>
    [[nodiscard]] static std::vector<std::uint64_t> kinds_there(const timestamp& now) {
        constexpr std::size_t column = columns[places[Place]];
        const auto wanted = detail::kinds_of_column<Schema, decider.parent, deciding[Place]>(now);
        const auto there = detail::kinds_of_column<Schema, reference.parent, column>(now);
        const selected_kinds taken = detail::kinds_taken<Schema, via, deciding[Place]>(now);
        std::vector<std::uint64_t> result(wanted.size());
        for (std::uint64_t kind = 0; kind < wanted.size(); ++kind) {
            std::uint64_t same_kind = one_parent ? kind : 0;
            while (!one_parent && same_kind < there.size() && !wanted.has_values_of(kind, there, same_kind)) {
                ++same_kind;
            }
            if (same_kind == there.size() && taken.takes(kind)) {
                throw_missing(std::array{deciding[Place]});
            }
            result[kind] = same_kind == there.size() ? 0 : same_kind;
        }
        return result;
    }

    // Where checks leave out combinations of kinds, one that the deciding parent has must be there too.
    template<std::size_t... Columns>
    void refuse_missing(const plan_options<Schema>& options, std::index_sequence<Columns...>) const {
        const std::array<selected_kinds, theirs.size()> taken{
            detail::kinds_taken<Schema, via, theirs[Columns]>(options.now)...};
        std::uint64_t combinations = 1;
        for (const std::vector<std::uint64_t>& each : kinds_) {
            combinations *= each.size();
        }
        for (std::uint64_t combination = 0; combination < combinations; ++combination) {
            auto wanted = taken;
            std::uint64_t rest = combination;
            std::uint64_t there = 0;
            std::uint64_t stride = 1;
            for (std::size_t place = places.size(); place-- > 0;) {
                const std::uint64_t kind = rest % kinds_[place].size();
                const auto column =
                    static_cast<std::size_t>(std::ranges::find(theirs, deciding[place]) - theirs.begin());
                wanted[column].selected &= std::uint64_t{1} << kind;
                there += kinds_[place][kind] * stride;
                stride *= sizes_[place];
                rest /= kinds_[place].size();
            }
            if (selections_[there].each_round == 0 && is_there(options, wanted)) {
                throw_missing(deciding);
            }
        }
    }

    // Whether rows of the deciding parent have a combination.
    [[nodiscard]] static bool is_there(const plan_options<Schema>& options,
                                       const std::array<selected_kinds, theirs.size()>& wanted) {
        if constexpr (has_tied_kinds<Schema, decider.parent>) {
            return tied_kinds<Schema, decider.parent>{options.now}.select(wanted).each_round > 0;
        } else {
            static_cast<void>(options);
            return row_selection{wanted}.each_round > 0;
        }
    }

    template<std::size_t Size>
    [[noreturn]] static void throw_missing(const std::array<std::size_t, Size>& kinds_of) {
        constexpr catalog_view all = catalog_of<Schema>.view();
        std::string names;
        for (const std::size_t column : kinds_of) {
            names.append(names.empty() ? "" : ", ").append(all.columns_of(decider.parent)[column].name);
        }
        throw plan_error{all.tables[reference.child].shown() + ": rows of " +
                         all.tables[decider.parent].shown() + " have values of (" + names +
                         ") that no row of " + all.tables[reference.parent].shown() +
                         " has, and both must agree; let their checks leave the same values"};
    }

    // A combination that no row has selects none.
    [[nodiscard]] selection_type select(const plan_options<Schema>& options, kind_list taken,
                                        std::uint64_t combination) const {
        for (std::size_t place = places.size(); place-- > 0;) {
            taken[places[place]].selected &= std::uint64_t{1} << (combination % sizes_[place]);
            combination /= sizes_[place];
        }
        if constexpr (has_tied_kinds<Schema, reference.parent>) {
            return tied_kinds<Schema, reference.parent>{options.now}.select(taken);
        } else {
            static_cast<void>(options);
            return selection_type{taken};
        }
    }

    using order_set = decltype(make_indexed_set(all_places{}, []<std::size_t Place>() {
        return kind_order<Schema, decider.parent, deciding[Place]>{timestamp{}};
    }));

    order_set orders_;
    std::array<std::vector<std::uint64_t>, places.size()> kinds_;
    std::array<std::uint64_t, places.size()> sizes_{};
    std::vector<selection_type> selections_;
};

} // namespace synth

#endif
