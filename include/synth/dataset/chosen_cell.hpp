// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_DATASET_CHOSEN_CELL_HPP
#define SYNTH_DATASET_CHOSEN_CELL_HPP

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include <synth/dataset/check_state.hpp>
#include <synth/generate/allowed_texts.hpp>
#include <synth/generate/text_of_length.hpp>
#include <synth/generate/whole_number.hpp>
#include <synth/generate/within_array.hpp>
#include <synth/random/draw.hpp>

namespace synth {

namespace detail {

// A text that checks chose, or one of a length that they ask for.
template<typename Made>
struct chosen_or_sized_text : chosen_text<Made> {
    std::string sized;

    explicit(false) operator std::string_view() const { return sized.empty() ? this->view() : sized; }
};

} // namespace detail

/// Makes the value that checks chose for a column again, from what the frame of its row keeps of it;
/// `copied` is the text that other columns said.
template<typename Value, typename Checks, typename Column, typename Constants>
[[nodiscard]] auto chosen_cell(const Checks& checks, const Column& column, const checked_cell& cell,
                               std::string_view copied, const Constants& constants, std::uint64_t row) {
    if constexpr (whole_numbered<Value>) {
        return of_whole_number<Value>(cell.number);
    } else {
        draw words = column.words(row, cell.attempt);
        if constexpr (std::is_same_v<Value, std::string>) {
            using made = std::remove_cvref_t<decltype(column.generator()(words))>;
            std::conditional_t<Checks::has_lengths, detail::chosen_or_sized_text<made>, chosen_text<made>>
                text;
            if (cell.from == checked_cell::source::constant || cell.from == checked_cell::source::copied) {
                text.constant = cell.from == checked_cell::source::copied ? copied : constants[cell.which];
                return text;
            }
            for (std::uint32_t before = 0; before < cell.tries; ++before) {
                static_cast<void>(column.generator()(words));
            }
            if constexpr (Checks::has_patterns) {
                if (cell.from == checked_cell::source::matching) {
                    text.text.emplace(checks.texts(cell.which).draw_text(words));
                    return text;
                }
            }
            if constexpr (Checks::has_lengths) {
                if (cell.from == checked_cell::source::sized) {
                    text.sized =
                        text_of_length(column.generator(), words, static_cast<std::size_t>(cell.number));
                    return text;
                }
            }
            text.made.emplace(column.generator()(words));
            return text;
        } else if constexpr (array_type<Value> && Checks::counts_elements) {
            draw again = words;
            const auto size = cell.from == checked_cell::source::sized
                                  ? static_cast<std::size_t>(cell.number)
                                  : static_cast<view_of<Value>>(column.generator()(words)).size();
            return array_of_length<Value>(column.generator(), again, size);
        } else {
            return column.generator()(words);
        }
    }
}

} // namespace synth

#endif
