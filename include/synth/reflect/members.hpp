// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_REFLECT_MEMBERS_HPP
#define SYNTH_REFLECT_MEMBERS_HPP

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace synth {

namespace detail {

template<std::size_t Index, auto Member>
struct indexed_member {};

template<typename Indices, auto... Members>
struct member_set;

// One base a member: a look-up by index is one overload resolution instead of a recursion.
template<std::size_t... Indices, auto... Members>
struct member_set<std::index_sequence<Indices...>, Members...> : indexed_member<Indices, Members>... {};

template<std::size_t Index, auto Member>
constexpr auto member_at(indexed_member<Index, Member>) {
    return Member;
}

template<auto Member, std::size_t Index>
constexpr std::size_t index_of_member(indexed_member<Index, Member>) {
    return Index;
}

} // namespace detail

/// The members of a row in the order of their columns, with the names that the database gives them. It takes
/// the place of Boost.PFR where a row has more than 100 columns, or names that C++ cannot spell, or where
/// compile time counts.
template<auto... Members>
struct member_list {
    static constexpr std::size_t size = sizeof...(Members);
    using set = detail::member_set<std::make_index_sequence<sizeof...(Members)>, Members...>;

    std::array<std::string_view, sizeof...(Members)> names;

    template<typename... Names>
        requires(sizeof...(Names) == sizeof...(Members))
    consteval explicit(false) member_list(const Names&... column_names)
        : names{std::string_view{column_names}...} {}

    template<typename... Names>
        requires(sizeof...(Names) != sizeof...(Members))
    consteval explicit(false) member_list(const Names&...) : names{} {
        static_assert(sizeof...(Names) == sizeof...(Members),
                      "synth: a member list must have one name for each member");
    }
};

struct no_member_list {};

/// Specialise it to list the members of a row by hand:
/// `template<> inline constexpr auto synth::members<order> = synth::member_list<&order::id,
/// &order::type>{"id", "type"};`
template<typename Row>
inline constexpr auto members = no_member_list{};

/// Whether `members` is specialised for a row.
template<typename Row>
concept listed = !std::is_same_v<std::remove_cvref_t<decltype(members<Row>)>, no_member_list>;

} // namespace synth

#endif
