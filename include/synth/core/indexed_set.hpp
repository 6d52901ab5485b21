// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_INDEXED_SET_HPP
#define SYNTH_CORE_INDEXED_SET_HPP

#include <cstddef>
#include <utility>

namespace synth {

/// One element of an `indexed_set`.
template<std::size_t Index, typename Value>
struct indexed_value {
    Value value;
};

template<typename Indices, typename... Values>
struct indexed_set;

/// Values of different types by position: std::tuple without its recursion, which schemas of hundreds of
/// columns would pay for in compile time. Built from the values in order: `make_indexed_set(1, 'a')`.
template<std::size_t... Indices, typename... Values>
struct indexed_set<std::index_sequence<Indices...>, Values...> : indexed_value<Indices, Values>... {};

/// The value at a position: `get_indexed<1>(set)`.
template<std::size_t Index, typename Value>
[[nodiscard]] constexpr const Value& get_indexed(const indexed_value<Index, Value>& element) {
    return element.value;
}

template<std::size_t Index, typename Value>
[[nodiscard]] constexpr Value& get_indexed(indexed_value<Index, Value>& element) {
    return element.value;
}

/// Builds a set; values that cannot be moved are constructed in place from what `make` returns for each
/// position.
template<std::size_t... Indices, typename Make>
[[nodiscard]] constexpr auto make_indexed_set(std::index_sequence<Indices...> indices, const Make& make) {
    static_cast<void>(indices);
    return indexed_set<std::index_sequence<Indices...>, decltype(make.template operator()<Indices>())...> {
        {make.template operator()<Indices>()}...
    };
}

} // namespace synth

#endif
