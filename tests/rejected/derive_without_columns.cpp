// rejects: synth: derive must name columns; write derive<&row::a, &row::b>(function)
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>

#include <synth/dataset/dataset.hpp>
#include <synth/schema/derived_value.hpp>

struct item {
    std::int64_t id{};
    std::int32_t price{};
    std::int32_t twice{};
};

template<>
inline constexpr auto synth::table<item> = synth::describe<item>(synth::column<&item::twice>(
#if SYNTH_REJECT
    synth::derive<>([](std::int32_t price) { return 2 * price; })));
#else
    synth::derive<&item::price>([](std::int32_t price) { return 2 * price; })));
#endif

int main() { return synth::dataset<synth::schema<item>>{}.options().seed == 1 ? 0 : 1; }
