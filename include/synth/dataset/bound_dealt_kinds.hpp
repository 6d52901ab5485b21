// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_BOUND_DEALT_KINDS_HPP
#define SYNTH_DATASET_BOUND_DEALT_KINDS_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <synth/dataset/dealt_kinds.hpp>
#include <synth/dataset/kind_order.hpp>
#include <synth/dataset/own_checks.hpp>
#include <synth/dataset/row_selection.hpp>
#include <synth/generate/allowed_texts.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/generate/within.hpp>
#include <synth/random/draw.hpp>

namespace synth {

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
    bound_dealt_kinds(const Base& base, const column_plan& plan)
        : base_(base), kinds_(plan), order_(plan.now) {
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

    auto operator()(draw& cell) const { return (*this)(cell, cell.row()); }
    /// The same where the kinds come in turn by another number than the row's.
    auto operator()(draw& cell, std::uint64_t place) const {
        const std::uint64_t kind = order_.kind_of_row(place, kinds_.size());
        if constexpr (std::is_same_v<value, std::string>) {
            chosen_text<std::remove_cvref_t<decltype(base_(cell))>> result;
            if (kinds_.is_named(kind)) {
                result.constant = kinds_.text(kind);
            } else {
                result.made.emplace(base_(cell));
                for (unsigned draws = 1;
                     draws < most_draws && kinds_.is_told_apart(static_cast<std::string_view>(*result.made));
                     ++draws) {
                    result.made.emplace(base_(cell));
                }
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
    kind_order<Schema, Table, Column> order_;
    std::vector<typename decltype(within)::type> within_;
};

} // namespace synth

#endif
