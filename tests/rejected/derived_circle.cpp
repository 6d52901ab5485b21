// rejects: synth: derived columns must not depend on each other in a circle; derive one of them from something else
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>

#include <synth/dataset/dataset.hpp>
#include <synth/schema/derived_value.hpp>

struct item {
    std::int64_t id{};
    std::int32_t a{};
    std::int32_t b{};
};

template<>
inline constexpr auto synth::table<item> = synth::describe<item>(
#if SYNTH_REJECT
    synth::column<&item::b>(synth::derive<&item::a>([](std::int32_t a) { return a; })),
#endif
    synth::column<&item::a>(synth::derive<&item::b>([](std::int32_t b) { return b + 1; })));

int main() { return synth::dataset<synth::schema<item>>{}.options().seed == 1 ? 0 : 1; }
