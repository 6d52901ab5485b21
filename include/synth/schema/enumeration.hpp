// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_SCHEMA_ENUMERATION_HPP
#define SYNTH_SCHEMA_ENUMERATION_HPP

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

namespace synth {

/// What `labels` holds for an enumeration nobody described.
struct unlabelled {};

/// The SQL labels of an enumeration whose values are 0, 1, …:
/// `template<> inline constexpr auto synth::labels<mood> = std::to_array<std::string_view>({"sad", "ok"});`
template<typename Enumeration>
inline constexpr auto labels = unlabelled{};

/// The SQL name of an enumeration's type; empty means that the column is a text column.
/// `template<> inline constexpr std::string_view synth::enumeration_name<mood> = "mood";`
template<typename Enumeration>
inline constexpr std::string_view enumeration_name{};

/// An enumeration with labels: it can be a column.
template<typename Type>
concept labelled_enum = std::is_enum_v<Type> && requires {
    { labels<Type>[std::size_t{}] } -> std::convertible_to<std::string_view>;
    { labels<Type>.size() } -> std::convertible_to<std::size_t>;
};

/// The number of labels: `label_count<mood> == 2`.
template<labelled_enum Enumeration>
inline constexpr std::size_t label_count = labels<Enumeration>.size();

/// What is written for an enumerator that has no label, so that a database refuses the row.
inline constexpr std::string_view missing_label = "?";

/// The label of an enumerator, or "?" outside the labels: `label_of(mood::ok) == "ok"`.
template<labelled_enum Enumeration>
[[nodiscard]] constexpr std::string_view label_of(Enumeration value) {
    // A negative enumerator becomes a huge index, which has no label either.
    const auto index = static_cast<std::uint64_t>(value);
    return index < label_count<Enumeration> ? std::string_view{labels<Enumeration>[index]} : missing_label;
}

} // namespace synth

#endif
