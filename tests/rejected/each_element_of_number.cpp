// rejects: synth: each_element must be given an array; write synth::value for other columns
// SPDX-License-Identifier: BSL-1.0
#include <cstdint>
#include <vector>

#include <synth/dataset/dataset.hpp>

struct item {
    std::int64_t id{};
    std::vector<std::int32_t> sizes;
};

template<>
inline constexpr auto synth::table<item> = synth::describe<item>(
#if SYNTH_REJECT
    synth::check("sizes", synth::each_element<&item::id> > 0));
#else
    synth::check("sizes", synth::each_element<&item::sizes> > 0));
#endif

int main() { return synth::dataset<synth::schema<item>>{}.options().seed == 1 ? 0 : 1; }
