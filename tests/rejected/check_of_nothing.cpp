// rejects: synth: a check must name a column; write it over synth::value<&row::member>
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <string>

#include <synth/dataset/dataset.hpp>

struct item {
    std::int64_t id{};
    std::int32_t price{};
};

template<>
inline constexpr auto synth::table<item> = synth::describe<item>(
#if SYNTH_REJECT
    synth::check("one", synth::expression<void, 1>{}));
#else
    synth::check("one", synth::value<&item::price> < 7));
#endif

int main() { return synth::dataset<synth::schema<item>>{}.options().seed == 1 ? 0 : 1; }
