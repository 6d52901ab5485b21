// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <doctest/doctest.h>

#include <synth/dataset/told_apart.hpp>

namespace {

struct port {
    std::int32_t slot{};
    std::int32_t id{};
};
struct wire {
    std::int32_t one{};
    std::int32_t two{};
    std::int32_t three{};
    std::int32_t slot{};
    std::int32_t four{};
    std::int32_t five{};
};
using ports = synth::schema<port, wire>;

} // namespace

template<>
inline constexpr auto synth::table<port> =
    synth::describe<port>(synth::unique<&port::id>(), synth::unique<&port::slot, &port::id>());
template<>
inline constexpr auto synth::table<wire> = synth::describe<wire>(
    synth::references<&wire::one, &port::id>(), synth::references<&wire::two, &port::id>(),
    synth::references<&wire::three, &port::id>(),
    synth::references<synth::columns<&wire::slot, &wire::four>, synth::columns<&port::slot, &port::id>>(),
    synth::references<synth::columns<&wire::slot, &wire::five>, synth::columns<&port::slot, &port::id>>(),
    synth::check("several", synth::value<&wire::one> != synth::value<&wire::two> &&
                                (synth::value<&wire::two> != synth::value<&wire::three> ||
                                 synth::value<&wire::slot> > 7)),
    synth::check("within", synth::value<&wire::five> < synth::value<&wire::four>));

TEST_CASE("a comparison tells parents apart, alone or beside others that must hold too") {
    static_assert(synth::told_apart<ports, 1>(0, 1));
    static_assert(synth::told_apart<ports, 1>(1, 0));
    static_assert(!synth::told_apart<ports, 1>(1, 2), "where one of two must hold, it may be the other");
    static_assert(!synth::told_apart<ports, 1>(0, 2));
    static_assert(synth::told_apart<ports, 1>(3, 4), "what they share aside");
    static_assert(!synth::told_apart<ports, 1>(0, 3));
    static_assert(synth::columns_told_apart<ports, 1>(0, 1));
    static_assert(!synth::columns_told_apart<ports, 1>(1, 2));
    static_assert(!synth::columns_told_apart<ports, 1>(3, 4), "an order is another thing");
}
