// rejects: synth: a check of each_element must name nothing else; write another check for the rest
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <vector>

#include <synth/dataset/dataset.hpp>

struct item {
    std::int64_t id{};
    std::vector<std::int64_t> sizes;
};

template<>
inline constexpr auto synth::table<item> = synth::describe<item>(
#if SYNTH_REJECT
    synth::check("sizes", synth::each_element<&item::sizes> < synth::value<&item::id>));
#else
    synth::check("sizes", synth::each_element<&item::sizes> < 10));
#endif

int main() { return synth::dataset<synth::schema<item>>{}.options().seed == 1 ? 0 : 1; }
