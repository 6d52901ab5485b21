// SPDX-License-Identifier: BSL-1.0
#ifndef SYNTH_CORE_LAZY_TYPE_HPP
#define SYNTH_CORE_LAZY_TYPE_HPP

#include <vector>

namespace synth::detail {

// A program without patterns, checks or kinds pays for no more than their syntax: what is about them is a
// template of a parameter Lazy, which is void and says nothing. Types that do not depend on it, such as
// std::vector<int>, compilers instantiate all the same while they parse; lazily<std::vector<int>, Lazy> is
// that type and waits.
template<typename Type, typename Lazy>
struct lazy_type {
    using type = Type;
};
template<typename Type, typename Lazy>
using lazily = typename lazy_type<Type, Lazy>::type;

template<typename Element, typename Lazy>
using lazy_list = lazily<std::vector<Element>, Lazy>;

} // namespace synth::detail

#endif
