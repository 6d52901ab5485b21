// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_FRAME_NEED_HPP
#define SYNTH_DATASET_FRAME_NEED_HPP

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include <synth/dataset/check_plan.hpp>
#include <synth/dataset/generator_of.hpp>
#include <synth/dataset/reference_values.hpp>
#include <synth/schema/derivation.hpp>
#include <synth/schema/derived_value.hpp>
#include <synth/schema/schema.hpp>

namespace synth {

/// Whether a column is made from others.
template<typename Schema, std::size_t Table, std::size_t Column>
inline constexpr bool is_derived_column =
    detail::derived_option<detail::stated_option<Schema, Table, Column>> &&
    detail::derived_of<Schema, Table, Column>.source == column_source::generated;

namespace detail {

// What a column needs of the frame of its row: the number of the row, or the owner too, or all references.
enum class frame_need : std::uint8_t { row, owner, all };

template<typename Schema, std::size_t Table, std::size_t Column>
consteval frame_need need_of_column();

// The same of a source of a derived column: of a column of the row, or of its parents.
template<typename Schema, std::size_t Table, auto Source>
consteval frame_need need_of_source() {
    if constexpr (std::is_member_object_pointer_v<std::remove_cv_t<decltype(Source)>>) {
        return need_of_column<Schema, Table, member_index<Source>>();
    } else {
        constexpr std::size_t column = member_index<reference_of_source(Source)>;
        constexpr std::size_t reference = derived_of<Schema, Table, column>.reference;
        if constexpr (reference != no_index &&
                      reference == derivation_of<Schema>.tables[Table].owner_reference) {
            // Whether it leads anywhere is known of a row that has been looked for.
            return reference_values<Schema, reference>::may_be_absent ? frame_need::all : frame_need::owner;
        } else {
            return frame_need::all;
        }
    }
}

template<typename Schema, std::size_t Table, typename Function, auto... Sources>
consteval frame_need need_of_option(const derived_value<Function, Sources...>*) {
    return std::max({frame_need::row, need_of_source<Schema, Table, Sources>()...});
}
template<typename Schema, std::size_t Table>
consteval frame_need need_of_option(const void*) {
    return frame_need::all;
}

template<typename Schema, std::size_t Table, std::size_t Column>
consteval frame_need need_of_column() {
    using option = stated_option<Schema, Table, Column>;
    constexpr column_source source = derived_of<Schema, Table, Column>.source;
    if constexpr (check_plan<Schema, Table>::slots > 0 || catalog_of<Schema>.tables[Table].filled_outside) {
        return frame_need::all;
    } else if constexpr (is_derived_column<Schema, Table, Column>) {
        return need_of_option<Schema, Table>(static_cast<const option*>(nullptr));
    } else {
        return source == column_source::generated || source == column_source::key ? frame_need::row
                                                                                  : frame_need::all;
    }
}

} // namespace detail

} // namespace synth

#endif
