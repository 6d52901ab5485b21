// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <type_traits>
#include <vector>

#include <doctest/doctest.h>

#include <synth/core/lazy_type.hpp>

using synth::detail::lazily;
using synth::detail::lazy_list;

namespace {

template<typename Type>
struct not_to_be_made {
    static_assert(!std::is_void_v<Type>, "was made though nothing used it");
    int value = 0;
};

template<typename Lazy>
struct maker {
    static int unused() {
        const lazily<not_to_be_made<void>, Lazy> made;
        return made.value;
    }
    static int used() {
        const lazily<not_to_be_made<int>, Lazy> made;
        return made.value + 1;
    }
};

} // namespace

TEST_CASE("a lazy type is the type itself") {
    CHECK(std::is_same_v<lazily<int, void>, int>);
    CHECK(std::is_same_v<lazy_list<std::uint32_t, void>, std::vector<std::uint32_t>>);
}

TEST_CASE("a lazy type is made only where it is used") { CHECK(maker<void>::used() == 1); }
