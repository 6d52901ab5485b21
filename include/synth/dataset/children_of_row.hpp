// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_CHILDREN_OF_ROW_HPP
#define SYNTH_DATASET_CHILDREN_OF_ROW_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

#include <synth/core/integer.hpp>
#include <synth/dataset/column_values.hpp>
#include <synth/dataset/frame_need.hpp>
#include <synth/dataset/ownership.hpp>
#include <synth/dataset/pair_rule.hpp>
#include <synth/dataset/row_frame.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/schema/derived_value.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

namespace detail {

// The reference of a table that has a column and leads to a parent.
template<typename Schema>
consteval std::size_t reference_by(std::size_t child, std::size_t column, std::size_t parent) {
    for (std::size_t index = 0; index < catalog_of<Schema>.references.size(); ++index) {
        const catalog_reference& each = catalog_of<Schema>.references[index];
        if (each.child == child && each.parent == parent && each.child_columns.contains(column)) {
            return index;
        }
    }
    return no_index;
}

} // namespace detail

/// The rows that one row of a table owns, by a column of the children that refers to it.
template<typename Dataset, std::size_t Table, auto Reference>
class children_of_row {
    using schema = typename Dataset::schema_type;
    static constexpr std::size_t child = schema::template index_or_none<row_of_member<Reference>>();
    static constexpr std::size_t reference =
        detail::reference_by<schema>(child, member_index<Reference>, Table);

public:
    using frame_type = row_frame<schema, child>;

    /// Whether the children lie together; explains a reference that does not own them.
    [[nodiscard]] static consteval bool are_known() {
        constexpr bool owned =
            reference != no_index && derivation_of<schema>.tables[child].owner_reference == reference;
        static_assert(owned,
                      "synth: a value over children must go by a reference that owns its rows; give the "
                      "reference synth::even or synth::children_between");
        constexpr bool turned = [] {
            if constexpr (owned) {
                return pair_of<schema, child>.rule == pair_rule::ordered;
            } else {
                return false;
            }
        }();
        static_assert(!turned,
                      "synth: a value over children must not go by a reference that a check of pairs "
                      "exchanges with another; compare the pair by <>, or leave the value out");
        return owned && !turned;
    }

    children_of_row(const Dataset& data, std::uint64_t parent)
        : data_(data), parent_(parent),
          range_(data.template state<child>().children_of({parent, parent, parent + 1})) {}

    [[nodiscard]] std::uint64_t size() const { return range_.last - range_.first; }

    /// Calls `look(frame)` for each child, of which some columns are asked for. The range is known already,
    /// so the owner is not looked for again, nor are other parents that these columns do without.
    template<std::size_t... Columns, typename Look>
    void each(const Look& look) const {
        constexpr detail::frame_need need =
            std::max({detail::frame_need::row, detail::need_of_column<schema, child, Columns>()...});
        frame_type frame;
        frame.owner.range = {parent_, range_.first, range_.last};
        if constexpr (need == detail::frame_need::owner) {
            frame.parents[reference - catalog_of<schema>.tables[child].first_reference] = parent_;
        }
        for (std::uint64_t row = range_.first; row < range_.last; ++row) {
            if constexpr (need == detail::frame_need::all) {
                data_.template seek<child>(frame, row);
            } else {
                frame.row = row;
            }
            look(frame);
        }
    }

    /// The sum, least or greatest of a column's values that are not NULL, in its smallest unit; nothing where
    /// there are none.
    template<children_fold Fold, std::size_t Column>
    [[nodiscard]] std::optional<int128> fold() const {
        using value = typename column_values<schema, child, Column>::value;
        int128 result = 0;
        bool found = false;
        each<Column>([&](const frame_type& frame) {
            if (!data_.template is_null<child, Column>(frame)) {
                const int128 number = whole_number_of<value>(data_.template cell<child, Column>(frame));
                const bool better = Fold == children_fold::least ? number < result : number > result;
                if (Fold == children_fold::sum) {
                    result += number;
                } else if (!found || better) {
                    result = number;
                }
                found = true;
            }
        });
        return found ? std::optional{result} : std::nullopt;
    }

private:
    const Dataset& data_;
    std::uint64_t parent_;
    owned_range range_;
};

} // namespace synth

#endif
