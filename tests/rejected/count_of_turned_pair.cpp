// rejects: synth: a value over children must not go by a reference that a check of pairs exchanges with another; compare the pair by <>, or leave the value out
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>

#include <synth/dataset/dataset.hpp>
#include <synth/schema/derived_value.hpp>

struct person {
    std::int64_t id{};
    std::int32_t friends{};
};
struct friendship {
    std::int64_t a{};
    std::int64_t b{};
};

template<>
inline constexpr auto synth::table<person> =
    synth::describe<person>(synth::column<&person::friends>(synth::count_of<&friendship::a>()));
template<>
inline constexpr auto synth::table<friendship> = synth::describe<friendship>(
#if SYNTH_REJECT
    synth::check("once", synth::value<&friendship::a> < synth::value<&friendship::b>),
#else
    synth::check("others", synth::value<&friendship::a> != synth::value<&friendship::b>),
#endif
    synth::primary_key<&friendship::a, &friendship::b>(), synth::references<&friendship::a, &person::id>(),
    synth::references<&friendship::b, &person::id>());

int main() { return synth::dataset<synth::schema<person, friendship>>{}.row<person>(0).friends >= 0 ? 0 : 1; }
