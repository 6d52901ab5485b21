// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_BOUND_KIND_KEY_HPP
#define SYNTH_DATASET_BOUND_KIND_KEY_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>

#include <synth/dataset/dealt_kinds.hpp>
#include <synth/generate/generator.hpp>
#include <synth/generate/key.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/random/draw.hpp>

namespace synth {

/// The key of a table of kinds by which references select its rows: each row has the kind of its number, so
/// that a kind tells its row. Refused with a plan_error where there are more rows than kinds.
template<typename Schema, std::size_t Table, std::size_t Column>
class bound_kind_key {
    using value = value_type_of<field_type<typename Schema::template row_at<Table>, Column>>;
    static constexpr bool texts = std::is_same_v<value, std::string>;

public:
    explicit bound_kind_key(const column_plan& plan) : kinds_(plan) {
        if (!is_listed(0)) {
            throw refusal(plan, "the checks of the column allow no value; loosen one of them");
        }
        require_capacity(plan, last());
    }

    [[nodiscard]] view_of<value> at(std::uint64_t row) const {
        if constexpr (texts) {
            return kinds_.text(row);
        } else {
            return of_whole_number<value>(kinds_.numbers(row).low());
        }
    }
    [[nodiscard]] std::optional<std::uint64_t> row_of(view_of<value> key) const {
        for (std::uint64_t row = 0; row <= last(); ++row) {
            if (at(row) == key) {
                return row;
            }
        }
        return std::nullopt;
    }
    [[nodiscard]] std::uint64_t last() const { return kinds_.size() - 1; }
    [[nodiscard]] view_of<value> least(std::uint64_t) const { return at(0); }
    [[nodiscard]] view_of<value> greatest(std::uint64_t) const { return at(last()); }
    view_of<value> operator()(const draw& cell) const { return at(cell.row()); }

private:
    [[nodiscard]] bool is_listed(std::uint64_t kind) const {
        if constexpr (texts) {
            return kinds_.is_named(kind);
        } else {
            return kinds_.numbers(kind).count() == 1;
        }
    }

    dealt_kinds<Schema, Table, Column> kinds_;
};

} // namespace synth

#endif
