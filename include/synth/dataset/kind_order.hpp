// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_KIND_ORDER_HPP
#define SYNTH_DATASET_KIND_ORDER_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>

#include <synth/dataset/dealt_kinds.hpp>
#include <synth/dataset/row_selection.hpp>
#include <synth/dataset/selected_columns.hpp>
#include <synth/dataset/tied_kinds.hpp>
#include <synth/schema/key_capacity.hpp>

namespace synth {

namespace detail {

/// How many rows in a row have one kind: the combinations of the columns before this one.
template<typename Schema, std::size_t Table, std::size_t Column>
[[nodiscard]] std::uint64_t stride_of_column(const timestamp& now) {
    constexpr auto& columns = selected_of_table<Schema, Table>;
    constexpr auto before = static_cast<std::size_t>(std::ranges::find(columns, Column) - columns.begin());
    std::uint64_t stride = 1;
    [&]<std::size_t... Places>(std::index_sequence<Places...>) {
        ((stride = multiply_capacity(stride, kinds_of_column<Schema, Table, columns[Places]>(now).size())),
         ...);
    }(std::make_index_sequence<before>{});
    static_cast<void>(now);
    return stride;
}

template<typename Schema, std::size_t Table, std::size_t Column>
class stride_order {
public:
    explicit stride_order(const timestamp& now) : stride_(stride_of_column<Schema, Table, Column>(now)) {}

    [[nodiscard]] std::uint64_t kind_of_row(std::uint64_t row, std::uint64_t kinds) const {
        return synth::kind_of_row(row, kinds, stride_);
    }

private:
    std::uint64_t stride_;
};

template<typename Schema, std::size_t Table, std::size_t Column>
class tied_order {
    static constexpr const auto& columns = selected_of_table<Schema, Table>;
    static constexpr auto place =
        static_cast<std::size_t>(std::ranges::find(columns, Column) - columns.begin());

public:
    explicit tied_order(const timestamp& now) : tied_(now) {}

    [[nodiscard]] std::uint64_t kind_of_row(std::uint64_t row, std::uint64_t) const {
        return tied_.kind_of_row(row, place);
    }

private:
    tied_kinds<Schema, Table> tied_;
};

} // namespace detail

/// Which of its kinds a column has in a row: `kind_of_row(row, kinds)`. The combinations of all columns by
/// which the rows of a table are selected come in turn, those that its checks leave.
template<typename Schema, std::size_t Table, std::size_t Column>
using kind_order =
    std::conditional_t<has_tied_kinds<Schema, Table>, detail::tied_order<Schema, Table, Column>,
                       detail::stride_order<Schema, Table, Column>>;

} // namespace synth

#endif
